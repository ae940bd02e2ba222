"""What happened on the day under the pointer or the cursor, in words."""

from math import ceil

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent

from retrowalk.gui.measures import TextSize, text_font
from retrowalk.gui.widgets.label import Label, TextKind

HOW_TO_READ = "Point at the chart, or use the arrow keys in it, to read a day."
_LETTERS = 150
"""So many find room; the height never changes, or the chart would jump under the pointer."""
_MOST_LINES = 4


class DayReading(Label):
    """One day in words, always on the same height."""

    def __init__(self) -> None:
        super().__init__("chart_reading", TextKind.SMALL, HOW_TO_READ)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._keep_height()

    def show_words(self, words: str) -> None:
        """Show what happened on a day; an empty text says how to read one."""
        self.show_text(words or HOW_TO_READ)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_height()

    def _keep_height(self) -> None:
        metrics = QFontMetrics(text_font(TextSize.SMALL))
        lines = ceil(_LETTERS * metrics.averageCharWidth() / max(1, self.width()))
        self.setFixedHeight(min(lines, _MOST_LINES) * metrics.lineSpacing())
