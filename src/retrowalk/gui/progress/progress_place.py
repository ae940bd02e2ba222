"""The Progress place: what there is to look back on, or that there is nothing yet."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.progress.empty_page import EmptyPage
from retrowalk.gui.progress.progress_content import ProgressContent
from retrowalk.presenters.progress_view import ProgressView


class ProgressPlace(QWidget):
    """Shows a ProgressView. The chart is loaded with the first view that has something to draw.

    Args:
        dates: How dates are written.
    """

    def __init__(self, dates: LocaleDates) -> None:
        super().__init__()
        self.setObjectName("progress_place")
        self._dates = dates
        self._content: ProgressContent | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyPage())

    def show_state(self, view: ProgressView) -> None:
        """Show what there is, or the sentence for nothing."""
        if view.is_empty:
            self._stack.setCurrentIndex(0)
            return
        if self._content is None:
            self._content = ProgressContent(self._dates)
            self._stack.addWidget(self._content)
        self._content.show_state(view)
        self._stack.setCurrentWidget(self._content)
