"""The window: the places on the left, the chosen one beside them, messages on top."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.gui.message_bar import MessageBar
from retrowalk.gui.places import Place, PlaceBar
from retrowalk.gui.walk.walk_place import WalkPlace
from retrowalk.gui.window_state import WindowState

HINT_MS = 12_000


class MainWindow(QMainWindow):
    """Composes the places; knows nothing of what they do.

    Signals:
        sound_reported: The stream said something of itself; carries a SoundStatus. Emitted from any thread.
        message_reported: A sentence about the surroundings, with its topic first; empty when all is well
            again. Emitted from any thread.
        hint_reported: A sentence that is shown once, for a while. Emitted from any thread.

    Args:
        walk: The Walk place.
        makers: Make the other places, below the given widget, when they are first opened.
        state: Where the window stood last.
    """

    sound_reported = Signal(object)
    message_reported = Signal(str, str)
    hint_reported = Signal(str)

    def __init__(
        self, walk: WalkPlace, makers: Mapping[Place, Callable[[QWidget], QWidget]], state: WindowState
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Retrowalk")
        self.setMinimumSize(480, 360)
        self._walk = walk
        self._makers = makers
        self._state = state
        self._made: dict[Place, QWidget] = {Place.WALK: walk}
        self._bar = PlaceBar()
        self._messages = MessageBar()
        self._places = QStackedWidget()
        self._hint = QTimer(self)
        self._hint.setSingleShot(True)
        self._hint.setInterval(HINT_MS)
        self._hint.timeout.connect(self.forget_hint)
        self._lay_out()
        self._connect_signals()
        self._bar.show_place(Place.WALK)
        state.restore(self)

    @Slot(str, str)
    def show_message(self, topic: str, sentence: str) -> None:
        """Show a sentence about the surroundings; an empty one takes it away."""
        self._messages.show_message(topic, sentence)
        self._walk.show_message(self._messages.text())

    @Slot(str)
    def show_hint(self, sentence: str) -> None:
        """Show a sentence that can be forgotten, for as long as it takes to read it twice."""
        self.show_message("hint", sentence)
        self._hint.start()

    @Slot()
    def forget_hint(self) -> None:
        """Take the hint away."""
        self._hint.stop()
        self.show_message("hint", "")

    @Slot(object)
    def show_place(self, place: Place) -> None:
        """Go to a place; not away from a walk."""
        if self._walk.is_walking:
            place = Place.WALK
        if place not in self._made:
            self._made[place] = self._makers[place](self)
            self._places.addWidget(self._made[place])
        self._places.setCurrentWidget(self._made[place])
        self._bar.show_place(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a walk is left; what was walked is kept either way."""
        if self._walk.is_walking and not self._sure_to_leave():
            event.ignore()
            return
        self._state.keep(self)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._places.addWidget(self._walk)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._messages)
        column.addWidget(self._places, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)

    def _connect_signals(self) -> None:
        self._bar.place_requested.connect(self.show_place)
        self._walk.walk_entered.connect(self._on_walk_entered)
        self._walk.walk_left.connect(self._on_walk_left)
        self.sound_reported.connect(self._on_sound_reported, Qt.ConnectionType.QueuedConnection)
        self.hint_reported.connect(self.show_hint, Qt.ConnectionType.QueuedConnection)
        self.message_reported.connect(self.show_message, Qt.ConnectionType.QueuedConnection)
        full_screen = QShortcut(QKeySequence(Qt.Key.Key_F11), self)
        full_screen.activated.connect(self._on_full_screen)
        leave = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self)
        leave.activated.connect(self.close)

    @Slot()
    def _on_walk_entered(self) -> None:
        self._bar.hide()
        self._messages.hold_back(held=True)

    @Slot()
    def _on_walk_left(self) -> None:
        self._bar.show()
        self._messages.hold_back(held=False)

    def _sure_to_leave(self) -> bool:
        question = QMessageBox(self)
        question.setObjectName("leave_dialog")
        question.setWindowTitle("Retrowalk")
        question.setText("A walk is under way.")
        question.setInformativeText(
            "What you have walked so far is kept, and you can continue the walk at the next start."
        )
        stay = question.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        leave = question.addButton("Leave and keep it", QMessageBox.ButtonRole.AcceptRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        question.exec()
        return question.clickedButton() is leave

    @Slot(object)
    def _on_sound_reported(self, status: SoundStatus) -> None:
        lost = status.state is SoundState.LOST
        self.show_message("sound", status.reason if lost else "")
        self._walk.flash_for_motifs(silent=lost)

    @Slot()
    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
