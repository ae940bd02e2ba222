"""Icons: each drawn, each another one."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from retrowalk.gui.widgets.icons import Icon, draw_icon


def drawn(icon):
    """An image of an icon with a margin round its room."""
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    draw_icon(painter, QRectF(8, 8, 32, 32), icon, QColor("black"))
    painter.end()
    return image


@pytest.mark.parametrize("icon", Icon)
def test_is_drawn_inside_its_room(qapp, icon):
    """There is ink, and none of it outside."""
    image = drawn(icon)
    inked = {(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y) != QColor("white")}
    assert len(inked) > 20
    assert all(8 <= x < 40 and 8 <= y < 40 for x, y in inked)


def test_no_two_look_alike(qapp):
    """Whoever sees no colours goes by the sign."""
    pictures = [bytes(drawn(icon).constBits()) for icon in Icon]
    assert len(set(pictures)) == len(pictures)
