"""Labels show any text as it is."""

import pytest

from retrowalk.gui.widgets.check_list import CheckList
from retrowalk.gui.widgets.label import Label, TextKind
from tests.helpers.look import settle


@pytest.fixture
def label(dress, qtbot):
    """A label 200 pixels wide."""
    label = Label("name")
    qtbot.addWidget(label)
    label.resize(200, 400)
    return label


def test_markup_is_text(label):
    """A preset called <b> is not bold, and a link is no link."""
    label.show_text("<b>x</b>")
    assert label.sizeHint().width() > Label("other", text="x").sizeHint().width() * 3


def test_endless_word_is_wrapped(label):
    """A word without an end does not push the page apart; a screen reader gets it whole."""
    word = "x" * 300
    label.show_text(word)
    assert label.minimumSizeHint().width() <= 320
    assert label.heightForWidth(300) > 5 * label.fontMetrics().height()
    assert label.accessibleName() == word


def test_kinds_differ(dress, qtbot):
    """A title is larger than a text, and a text larger than a remark."""
    labels = [
        Label("l", kind, "text") for kind in (TextKind.TITLE, TextKind.LARGE, TextKind.BODY, TextKind.SMALL)
    ]
    for label in labels:
        qtbot.addWidget(label)
        label.ensurePolished()
    heights = [label.sizeHint().height() for label in labels]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 4


def test_check_list_shows_its_lines(dress, qtbot):
    """The lines of the last call are shown, none of the one before; without lines there is no card."""
    card = CheckList("checklist", "Before you step on")
    qtbot.addWidget(card)
    card.show_lines(("one", "two", "three"))
    card.show_lines(("clip", "space"))
    card.show()
    settle()
    shown = [label.text() for label in card.findChildren(Label) if label.isVisible()]
    assert shown == ["Before you step on", "clip", "space"]
    card.show_lines(())
    assert card.isHidden()
