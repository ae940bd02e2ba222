"""What a walk came to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from retrowalk.gui.measures import Space, TextSize
from retrowalk.gui.walk.page import Page
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.summary_view import SummaryView

_SAVED = "Saved on this computer."
_SAVING = "Saving …"


class SummaryPage(Page):
    """Shows the figures of a walk, and whether they are on the disk.

    Signals:
        done_requested: Back to choosing.
        resume_requested: The walk was stopped too early and is to go on.
    """

    done_requested = Signal()
    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary_page", parent)
        self._title = Label("summary_title", TextKind.TITLE)
        self._card = _FigureCard()
        self._saved = Label("saved_line", TextKind.QUIET)
        self._saved.hide()
        self._done = Button("done_button", "Done", kind=ButtonKind.PRIMARY, size=TextSize.LARGE)
        self._resume = Button("resume_button", "Resume the walk", size=TextSize.LARGE, icon=Icon.PLAY)
        self._resume.hide()
        self._lay_out()
        self._done.clicked.connect(self.done_requested)
        self._resume.clicked.connect(self.resume_requested)

    def show_state(self, view: SummaryView) -> None:
        """Show what a walk came to."""
        self._title.show_text(view.title)
        self._card.show_rows(view.rows)
        self.give_focus(self._done)

    def show_saved(self, saved: bool) -> None:
        """Say whether all of it is on the disk; until this is called nothing is said."""
        self._saved.show_text(_SAVED if saved else _SAVING)
        self._saved.show()

    def offer_resume(self, offered: bool) -> None:
        """Show the way back into the walk, or hide it."""
        self._resume.setVisible(offered)

    def _lay_out(self) -> None:
        column = Column("summary_column", grows=True)
        column.content.addWidget(self._title)
        column.content.addWidget(self._card)
        column.content.addWidget(self._saved)
        column.footer.addWidget(ButtonRow(self._done, self._resume))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)


class _FigureCard(QFrame):
    """Names with their figures, two columns of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("summary_card")
        self.setProperty("surface", "card")
        self._figures: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        self._grid.setHorizontalSpacing(Space.LARGE)
        self._grid.setVerticalSpacing(Space.LARGE)

    def show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        for figure in self._figures:
            figure.hide()
            figure.deleteLater()
        self._figures = [_figure(number, *row) for number, row in enumerate(rows)]
        for number, figure in enumerate(self._figures):
            self._grid.addWidget(figure, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)


def _figure(number: int, name: str, value: str) -> QWidget:
    figure = QWidget()
    figure.setAccessibleName(f"{name}: {value}")
    layout = QVBoxLayout(figure)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.TIGHT)
    layout.addWidget(Label(f"figure_name_{number}", TextKind.QUIET, name))
    layout.addWidget(Label(f"figure_{number}", TextKind.TITLE, value))
    return figure
