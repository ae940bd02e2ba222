"""Items flow like words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from retrowalk.gui.widgets.flow import FlowLayout


class Box(QLabel):
    """Sixty pixels wide and twenty high."""

    def __init__(self):
        super().__init__()
        self.setFixedSize(60, 20)


@pytest.fixture
def make_flow(qtbot):
    """A widget of a width with some boxes in it, 10 pixels apart."""

    def make(width, boxes=5):
        widget = QWidget()
        qtbot.addWidget(widget)
        layout = FlowLayout(gap_px=10)
        items = [Box() for _ in range(boxes)]
        for item in items:
            layout.addWidget(item)
        widget.setLayout(layout)
        widget.resize(width, 200)
        layout.activate()
        return widget, items

    return make


def places(items):
    """Where the items are."""
    return [(item.x(), item.y()) for item in items]


def test_one_line_where_there_is_room(make_flow):
    """Side by side."""
    widget, items = make_flow(400)
    assert places(items) == [(0, 0), (70, 0), (140, 0), (210, 0), (280, 0)]
    assert widget.layout().heightForWidth(400) == 20


def test_goes_on_to_the_next_line(make_flow):
    """Two fit beside each other."""
    widget, items = make_flow(150)
    assert places(items) == [(0, 0), (70, 0), (0, 30), (70, 30), (0, 60)]
    assert widget.layout().heightForWidth(150) == 80


def test_hidden_items_take_no_room(make_flow):
    """The others move up."""
    widget, items = make_flow(400, boxes=3)
    items[1].hide()
    widget.layout().activate()
    assert places([items[0], items[2]]) == [(0, 0), (70, 0)]


def test_runs_from_the_right_where_texts_do(make_flow):
    """The first item is where reading begins."""
    widget, items = make_flow(150, boxes=2)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    widget.layout().activate()
    assert places(items) == [(90, 0), (20, 0)]


def test_a_flow_in_a_flow_gets_lines_of_its_own(make_flow, qtbot):
    """What is wider than the line is as high as its own lines need."""
    inner, _ = make_flow(1000)
    outer = QWidget()
    qtbot.addWidget(outer)
    policy = inner.sizePolicy()
    policy.setHeightForWidth(True)
    inner.setSizePolicy(policy)
    layout = FlowLayout(gap_px=10)
    layout.addWidget(inner)
    outer.setLayout(layout)
    outer.resize(150, 200)
    layout.activate()
    assert (inner.width(), inner.height()) == (150, 80)


def test_gives_its_items_back(make_flow):
    """As every layout: taken in order, and nothing past the end."""
    widget, items = make_flow(400, boxes=2)
    layout = widget.layout()
    assert layout.takeAt(0).widget() is items[0]
    assert layout.count() == 1
    assert layout.itemAt(5) is None
    assert layout.takeAt(5) is None
