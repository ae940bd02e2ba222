"""The signs of the layers: drawn in the theme's colours, and told apart without them."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from retrowalk.gui.progress.layer_signs import draw_sign
from retrowalk.gui.theme import DARK, LIGHT
from retrowalk.presenters.chart_legend import Layer


def sign(layer, theme, *, grey=False):
    """The sign as a picture."""
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    draw_sign(painter, QRectF(0, 0, 120, 60), layer, theme)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("layer", Layer)
def test_every_layer_has_a_sign(qapp, layer, theme):
    """Something is drawn, in either theme."""
    image = sign(layer, theme)
    assert any(image.pixelColor(x, y) != theme.surface for x in range(120) for y in range(60))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_differ_in_grey(qapp, theme):
    """In print too; the two percentages, which are never side by side unnamed, share one."""
    alike = {frozenset({Layer.THIRTY_PERCENT, Layer.FIFTY_PERCENT})}
    for one, other in combinations(Layer, 2):
        if frozenset({one, other}) not in alike:
            assert sign(one, theme, grey=True) != sign(other, theme, grey=True), (one, other)
