"""Before a walk: the pain now, a short check list, and on bad days the walk without backward bouts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from retrowalk.gui.measures import TextSize
from retrowalk.gui.walk.page import Page
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.check_list import CheckList
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.scale import Scale
from retrowalk.presenters.check_view import ForwardProposal, ScaleView


class CheckPage(Page):
    """Asks one thing at a time.

    Signals:
        rated: The pain, 0-10.
        skipped: The question is passed over.
        cancelled: Back to choosing.
        forward_chosen: The proposal to walk forward only is taken.
        anyway_chosen: The walk as planned, in spite of the proposal.
    """

    rated = Signal(int)
    skipped = Signal()
    cancelled = Signal()
    forward_chosen = Signal()
    anyway_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("check_page", parent)
        self._scale = Scale("pain_before")
        self._skip = Button("skip_button", "Skip", key="S", size=TextSize.LARGE)
        self._back = Button("back_button", "Back", kind=ButtonKind.QUIET, size=TextSize.LARGE, icon=Icon.LEFT)
        self._list = CheckList("checklist", "Before you step on")
        self._reason = Label("proposal_reason", TextKind.TITLE)
        self._forward = Button(
            "forward_button", "Walk forward only", kind=ButtonKind.PRIMARY, size=TextSize.LARGE
        )
        self._anyway = Button("anyway_button", "Start anyway", size=TextSize.LARGE)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect_signals()

    def ask(self, scale: ScaleView, checklist: tuple[str, ...] = ()) -> None:
        """Ask for the pain, with the check list beneath if there is one."""
        self._list.show_lines(checklist)
        self._pages.setCurrentIndex(0)
        self._scale.ask(scale)
        self.give_focus(self._scale)

    def propose(self, proposal: ForwardProposal) -> None:
        """Propose to walk forward only; the walk as planned stays one press away."""
        self._reason.show_text(proposal.reason)
        self._pages.setCurrentIndex(1)
        self.give_focus(self._forward)

    def _lay_out(self) -> None:
        question = Column("question_column", grows=True)
        question.content.addWidget(self._scale)
        question.content.addWidget(self._list)
        question.footer.addWidget(ButtonRow(self._skip, self._back))
        proposal = Column("proposal_column", grows=True)
        proposal.content.addWidget(self._reason)
        proposal.content.addWidget(ButtonRow(self._forward, self._anyway))
        self._pages.addWidget(question)
        self._pages.addWidget(proposal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect_signals(self) -> None:
        self._scale.answered.connect(self.rated)
        self._skip.clicked.connect(self.skipped)
        self._back.clicked.connect(self.cancelled)
        self._forward.clicked.connect(self.forward_chosen)
        self._anyway.clicked.connect(self.anyway_chosen)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancelled)
        # A child of the button: the key works only while the button is seen.
        QShortcut(QKeySequence("S"), self._skip).activated.connect(self.skipped)
