"""The walk itself: the whole window in the phase's colour, digits for the room, and every key."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.measures import Space
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.walk.page import Page
from retrowalk.gui.walk.phase_display import PhaseDisplay
from retrowalk.gui.walk.walk_controls import TIME_STEP_S, WalkControls
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.walk_view import ColourRole, WalkView

SIZES = (0.7, 0.85, 1.0, 1.2, 1.45, 1.75, 2.0)
"""Sizes of everything but the digits, relative to the text size in use."""
_MEDIA_KEYS = (Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaPause)


class WalkingPage(Page):
    """Shows a walk and takes wishes about it; keys work wherever in the window the keyboard is.

    Signals:
        pause_toggled: Pause, or resume when it is paused.
        go_on_requested: The phase waits, and the walker is ready.
        pain_requested: The pain is to be rated.
        stop_requested: The walk is to end; confirmed already.
        back_requested: One phase back.
        skip_requested: On to the next phase.
        time_requested: The phase is to be longer by these seconds, shorter where negative.
        size_changed: The walker wants another size; carries the factor, to be kept.
        mirror_changed: The picture is mirrored, or no longer.
    """

    pause_toggled = Signal()
    go_on_requested = Signal()
    pain_requested = Signal()
    stop_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()
    time_requested = Signal(float)
    size_changed = Signal(float)
    mirror_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("walking_page", parent)
        self._role = ColourRole.STANDING
        self._waits = False
        self._mirrored = False
        self._size = 1.0
        self._message = Label("walk_message", TextKind.MESSAGE)
        self._message.hide()
        self._display = PhaseDisplay()
        self._controls = WalkControls()
        self._lay_out()
        self._connect_signals()
        self._add_keys()
        self.give_focus(self._display)

    def show_state(self, view: WalkView) -> None:
        """Show a view of the walk."""
        self._waits = view.waits
        self._display.show_state(view)
        self._controls.show_state(is_paused=view.is_paused, waits=view.waits)
        if view.role is not self._role:
            self._role = view.role
            self._controls.show_role(view.role)
            self.update()

    def show_message(self, text: str) -> None:
        """Show a line about the surroundings on top; an empty one takes it away."""
        self._message.show_text(text)
        self._message.setVisible(bool(text))

    @Slot()
    def flash(self) -> None:
        """Blink in place of a motif, where there is no sound."""
        self._display.flash()

    def set_size(self, factor: float) -> None:
        """Take the size of everything but the digits, within `SIZES`."""
        self._size = min(SIZES[-1], max(SIZES[0], factor))
        self._display.set_size_factor(self._size)
        self._controls.set_size_factor(self._size)

    @Slot()
    def toggle_mirror(self) -> None:
        """Turn the picture for a mirror, or back."""
        self._mirrored = not self._mirrored
        self._display.set_mirrored(self._mirrored)
        self.mirror_changed.emit(self._mirrored)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self._step_size(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme_in_use().phase(self._role).ground)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, Space.SMALL)
        layout.setSpacing(0)
        layout.addWidget(self._message)
        layout.addWidget(self._display, 1)
        layout.addWidget(self._controls)

    def _connect_signals(self) -> None:
        self._controls.main_pressed.connect(self._on_main_pressed)
        self._controls.pain_requested.connect(self.pain_requested)
        self._controls.stop_requested.connect(self.stop_requested)
        self._controls.back_requested.connect(self.back_requested)
        self._controls.skip_requested.connect(self.skip_requested)
        self._controls.time_requested.connect(self.time_requested)

    def _add_keys(self) -> None:
        key, ctrl = Qt.Key, Qt.Modifier.CTRL
        for keys, wish in {
            (key.Key_Space, *_MEDIA_KEYS): self._on_main_pressed,
            (key.Key_Left, key.Key_PageUp): self.back_requested.emit,
            (key.Key_Right, key.Key_PageDown): self.skip_requested.emit,
            (key.Key_Down,): partial(self.time_requested.emit, -TIME_STEP_S),
            (key.Key_Up,): partial(self.time_requested.emit, TIME_STEP_S),
            (key.Key_P,): self.pain_requested.emit,
            (key.Key_S,): self._controls.stop_button.press,
            (key.Key_M,): self.toggle_mirror,
            (ctrl | key.Key_Plus, ctrl | key.Key_Equal): partial(self._step_size, 1),
            (ctrl | key.Key_Minus,): partial(self._step_size, -1),
            (ctrl | key.Key_0,): partial(self._step_size, 0),
        }.items():
            for one in keys:
                # A held key is one wish: nobody means a hundred skips.
                shortcut = QShortcut(QKeySequence(one), self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(wish)

    @Slot()
    def _on_main_pressed(self) -> None:
        (self.go_on_requested if self._waits else self.pause_toggled).emit()

    def _step_size(self, step: int) -> None:
        nearest = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - self._size))
        to = SIZES.index(1.0) if step == 0 else min(len(SIZES) - 1, max(0, nearest + step))
        self.set_size(SIZES[to])
        self.size_changed.emit(self._size)
