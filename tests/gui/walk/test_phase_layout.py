"""Where the parts of the walking view stand: the digits first, nothing cut, nothing on top of another."""

import itertools
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics

from retrowalk.gui.measures import Weight
from retrowalk.gui.walk.phase_layout import (
    SMALLEST_PX,
    DisplayTexts,
    PhaseLayout,
    fitted_hint,
    info_font,
    lay_out,
)
from tests.helpers.presets import a_preset, backward, forward
from tests.helpers.walk_views import IN_BACKWARD_S, IN_TURN_S, a_paused_view, a_walk_view

pytestmark = pytest.mark.usefixtures("dress")
VIEWS = {
    "forward": a_walk_view(75),
    "backward": a_walk_view(IN_BACKWARD_S),
    "turn": a_walk_view(IN_TURN_S),
    "ready": a_walk_view(-10),
    "paused": a_paused_view(),
    "hours": a_walk_view(2, a_preset(forward(9000), backward(60), forward(60))),
}
views = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


def parts(layout):
    """The rectangles that hold something."""
    rects = {field.name: getattr(layout, field.name) for field in fields(PhaseLayout)}
    return {name: rect for name, rect in rects.items() if isinstance(rect, QRect) and not rect.isEmpty()}


@views
@pytest.mark.parametrize("scale", [0.7, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("size", [(800, 420), (1024, 600), (1920, 960), (3840, 2000), (500, 900)])
def test_nothing_is_cut(view, size, scale):
    """Every text of a real walk fits at every size of window and text, and the digits keep their share."""
    layout = lay_out(QSize(*size), DisplayTexts.of(view), scale)
    assert layout.fits
    assert layout.digits.height() >= 0.4 * size[1]
    assert layout.info_px >= SMALLEST_PX


@given(
    width=st.integers(320, 4000),
    height=st.integers(240, 2400),
    scale=st.floats(0.5, 4),
    view=st.sampled_from(list(VIEWS.values())),
)
def test_parts_do_not_touch(width, height, scale, view):
    """Whatever the window, all parts lie in it and none on another."""
    layout = lay_out(QSize(width, height), DisplayTexts.of(view), scale)
    if not layout.fits:
        return
    rects = parts(layout)
    alone = layout.next.top() != layout.left.top()
    assert all(QRect(0, 0, width, height).contains(rect) for rect in rects.values())
    for (name, rect), (other_name, other) in itertools.combinations(rects.items(), 2):
        if {name, other_name} == {"speed", "count"} or (alone and {name, other_name} == {"next", "left"}):
            continue
        assert not rect.intersects(other), (name, other_name)


def test_text_scale_is_for_the_texts():
    """Twice the text size makes the texts larger and leaves the digits most of what they had."""
    texts = DisplayTexts.of(VIEWS["backward"])
    normal, large = (lay_out(QSize(1024, 600), texts, scale) for scale in (1.0, 2.0))
    assert large.info_px > 1.3 * normal.info_px
    assert large.digits.height() > 0.6 * normal.digits.height()


def test_layout_stands_still_within_a_phase():
    """From one second to the next nothing moves: only the digits differ."""
    texts = [DisplayTexts.of(a_walk_view(at_s)) for at_s in (70, 71, 99, 130)]
    assert len(set(texts)) == 1


def test_endless_note_is_cut_at_its_end():
    """A note of the walker that no size can show ends in an ellipsis; a short one is whole."""
    note = "keep the shoulders low and look straight ahead " * 20
    view = a_walk_view(2, a_preset(forward(60, note=note)))
    layout = lay_out(QSize(800, 420), DisplayTexts.of(view), 1.0)
    assert layout.digits.height() > 100
    shown = fitted_hint(view.hint, layout.hint, layout.info_px)
    assert shown.endswith("…")
    assert len(shown) > 60
    metrics = QFontMetrics(info_font(layout.info_px, Weight.SEMIBOLD))
    assert metrics.horizontalAdvance(shown) <= 3 * layout.hint.width()
    assert fitted_hint("look ahead", layout.hint, layout.info_px) == "look ahead"
