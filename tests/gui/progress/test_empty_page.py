"""Before the first walk: a sentence, and the signs that will be seen."""

import pytest
from PySide6.QtWidgets import QLabel

from retrowalk.gui.progress.empty_page import EmptyPage
from retrowalk.presenters.progress_view import EMPTY_SIGNS
from tests.helpers.look import settle


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_says_what_will_be_seen(dress, qtbot, scale):
    """Each sign with its words, at any size of text."""
    dress(text_scale=scale)
    page = EmptyPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    settle()
    for layer, words in EMPTY_SIGNS:
        label = page.findChild(QLabel, f"progress_sign_{layer.name.lower()}")
        assert label.accessibleName() == words
        assert label.width() <= page.width()
