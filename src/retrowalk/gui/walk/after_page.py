"""After a walk: the pain, the effort and a note, one at a time, each of them free to skip."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from retrowalk.gui.measures import TextSize, size_rule
from retrowalk.gui.walk.page import Page
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.scale import Scale
from retrowalk.gui.widgets.shapes import RING
from retrowalk.presenters.check_view import EFFORT_SCALE, PAIN_SCALE, ScaleView

_PROMPT = "Anything to remember about this walk?"


class AfterPage(Page):
    """Leads through three questions; *Back* returns to the one before, to correct it.

    Signals:
        rated: The pain, 0-10. Comes again when the walker corrects the answer: the last one counts.
        described: All is asked; carries the effort, 0-10 or None, and the note, which may be empty.
    """

    rated = Signal(int)
    described = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("after_page", parent)
        self._effort: int | None = None
        self._backs = (_back_button("back_to_pain_button"), _back_button("back_to_effort_button"))
        self._pain_scale = Scale("pain_after")
        self._effort_scale = Scale("effort")
        self._skip_pain = Button("skip_pain_button", "Skip", size=TextSize.LARGE, key="S")
        self._skip_effort = Button("skip_effort_button", "Skip", size=TextSize.LARGE, key="S")
        self._note = _NoteEdit()
        self._done = Button("described_button", "Done", kind=ButtonKind.PRIMARY, size=TextSize.LARGE)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect_signals()

    def ask(self, pain: ScaleView = PAIN_SCALE, effort: ScaleView = EFFORT_SCALE) -> None:
        """Begin with the first question, nothing answered."""
        self._effort = None
        self._note.clear()
        self._pain_scale.ask(pain)
        self._effort_scale.ask(effort)
        self._show(0)

    def _lay_out(self) -> None:
        pain, effort, note = (
            Column(f"after_{name}_column", grows=True) for name in ("pain", "effort", "note")
        )
        pain.content.addWidget(self._pain_scale)
        pain.footer.addWidget(ButtonRow(self._skip_pain))
        effort.content.addWidget(self._effort_scale)
        effort.footer.addWidget(ButtonRow(self._skip_effort, self._backs[0]))
        note.content.addWidget(Label("note_prompt", TextKind.TITLE, _PROMPT))
        in_line = QVBoxLayout()
        in_line.setContentsMargins(RING, 0, RING, 0)
        in_line.addWidget(self._note)
        note.content.addLayout(in_line)
        note.footer.addWidget(ButtonRow(self._done, self._backs[1]))
        for column in (pain, effort, note):
            self._pages.addWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect_signals(self) -> None:
        self._pain_scale.answered.connect(self._on_pain_answered)
        self._effort_scale.answered.connect(self._on_effort_answered)
        self._skip_pain.clicked.connect(self._on_pain_skipped)
        self._skip_effort.clicked.connect(self._on_effort_skipped)
        self._done.clicked.connect(self._on_done)
        # Children of the buttons: each key works only while its button is seen.
        for back in self._backs:
            back.clicked.connect(self._on_back)
            QShortcut(QKeySequence("Esc"), back).activated.connect(self._on_back)
        QShortcut(QKeySequence("S"), self._skip_pain).activated.connect(self._on_pain_skipped)
        QShortcut(QKeySequence("S"), self._skip_effort).activated.connect(self._on_effort_skipped)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self._done).activated.connect(self._on_done)

    def _show(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self.give_focus((self._pain_scale, self._effort_scale, self._note)[index])

    @Slot(int)
    def _on_pain_answered(self, score: int) -> None:
        self.rated.emit(score)
        self._show(1)

    @Slot()
    def _on_pain_skipped(self) -> None:
        self._show(1)

    @Slot(int)
    def _on_effort_answered(self, score: int) -> None:
        self._effort = score
        self._show(2)

    @Slot()
    def _on_effort_skipped(self) -> None:
        self._effort = None
        self._show(2)

    @Slot()
    def _on_back(self) -> None:
        self._show(max(0, self._pages.currentIndex() - 1))

    @Slot()
    def _on_done(self) -> None:
        self.described.emit(self._effort, self._note.toPlainText().strip())


def _back_button(name: str) -> Button:
    return Button(name, "Back", kind=ButtonKind.QUIET, size=TextSize.LARGE, icon=Icon.LEFT)


class _NoteEdit(QPlainTextEdit):
    """A few lines of plain text; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note_edit")
        self.setAccessibleName(_PROMPT)
        self.setPlaceholderText("Optional, in your own words")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(TextSize.BODY * 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        rule = size_rule(TextSize.BODY, self)
        if event.type() is QEvent.Type.StyleChange and rule != self.styleSheet():
            self.setStyleSheet(rule)
