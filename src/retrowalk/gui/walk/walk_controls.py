"""The buttons under the walking view, in the colours of the phase."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from retrowalk.gui.measures import Space, text_scale
from retrowalk.gui.theme import PhaseColours, theme_in_use
from retrowalk.gui.walk.stop_button import StopButton
from retrowalk.gui.widgets.button import Button, ButtonColours
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.shapes import faded, mixed
from retrowalk.presenters.walk_view import ColourRole

TIME_STEP_S = 15.0
_SMALLEST_PX = 11
_MAIN_TO_SMALL = 1.35
_WIDEST_WORD = "Resume"


class WalkControls(QWidget):
    """Pause large, Pain beside it, time and skipping small, Stop weak at the far end.

    Signals:
        main_pressed: Pause, Resume or Go on, whatever the large button says.
        pain_requested: The pain is to be rated.
        back_requested: One phase back.
        skip_requested: On to the next phase.
        time_requested: The phase is to be longer by these seconds, shorter where negative.
        stop_requested: The walk is to end; confirmed already.
    """

    main_pressed = Signal()
    pain_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()
    time_requested = Signal(float)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walk_controls")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._main = Button("pause_button", "Pause", icon=Icon.PAUSE)
        self._pain = Button("pain_button", "Pain", icon=Icon.PAIN)
        self._back = Button("phase_back_button", "", icon=Icon.PREVIOUS, spoken="Back")
        self._less = Button("less_time_button", "−15 s", spoken="15 seconds less")
        self._more = Button("more_time_button", "+15 s", spoken="15 seconds more")
        self._skip = Button("skip_phase_button", "", icon=Icon.NEXT, spoken="Skip")
        self.stop_button = StopButton()
        self._size_factor = 1.0
        self._role = ColourRole.STANDING
        self._small = (self._back, self._less, self._more, self._skip, self.stop_button)
        self._lay_out()
        self._connect_signals()
        self.show_role(self._role)

    def show_state(self, *, is_paused: bool, waits: bool) -> None:
        """Name the large button for what it does now."""
        if is_paused:
            self._main.show_label("Resume", Icon.PLAY)
        elif waits:
            self._main.show_label("Go on", Icon.CHECK)
        else:
            self._main.show_label("Pause", Icon.PAUSE)

    def show_role(self, role: ColourRole) -> None:
        """Paint the buttons in the colours of a phase."""
        self._role = role
        colours = theme_in_use().phase(role)
        self._main.set_colours(_strong(colours))
        self._pain.set_colours(_plain(colours, 0.14))
        for button in self._small:
            button.set_colours(_plain(colours, 0.08))
        self.stop_button.set_colours(_plain(colours, 0.0))

    def set_size_factor(self, factor: float) -> None:
        """Make the buttons larger or smaller, as far as the row has room."""
        self._size_factor = factor
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.show_role(self._role)
            self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        row.setSpacing(0)
        row.addWidget(self._main)
        row.addWidget(self._pain)
        row.addStretch(2)
        for button in (self._back, self._less, self._more, self._skip):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.stop_button)

    def _connect_signals(self) -> None:
        self._main.clicked.connect(self.main_pressed)
        self._pain.clicked.connect(self.pain_requested)
        self._back.clicked.connect(self.back_requested)
        self._skip.clicked.connect(self.skip_requested)
        self._less.clicked.connect(lambda: self.time_requested.emit(-TIME_STEP_S))
        self._more.clicked.connect(lambda: self.time_requested.emit(TIME_STEP_S))
        self.stop_button.stop_requested.connect(self.stop_requested)

    def _fit(self) -> None:
        """Give the buttons the largest text with which the row is not cut, up to the size wanted."""
        window = self.window().size()
        wanted = max(17.0, min(window.width() / 46, window.height() / 28)) * text_scale() * self._size_factor
        # Large texts must not take the height that the digits need.
        px = round(min(wanted, max(17.0, window.height() / 16)))
        self._set_text_px(px)
        while self._wanted_width() > self.width() and px > _SMALLEST_PX:
            px -= 1
            self._set_text_px(px)

    def _set_text_px(self, px: int) -> None:
        self._main.set_text_px(round(px * _MAIN_TO_SMALL))
        self._pain.set_text_px(round(px * _MAIN_TO_SMALL))
        for button in self._small:
            button.set_text_px(px)

    def _wanted_width(self) -> int:
        buttons = (self._main, self._pain, *self._small)
        longer = self._main.text_width(_WIDEST_WORD) - self._main.text_width(self._main.text())
        return sum(button.sizeHint().width() for button in buttons) + longer + 2 * Space.MEDIUM + Space.LARGE


def _strong(colours: PhaseColours) -> ButtonColours:
    return ButtonColours(
        ground=colours.text,
        hover=mixed(colours.text, colours.ground, 0.12),
        pressed=mixed(colours.text, colours.ground, 0.25),
        text=colours.ground,
        edge=None,
        focus=colours.text,
    )


def _plain(colours: PhaseColours, strength: float) -> ButtonColours:
    return ButtonColours(
        ground=faded(colours.text, strength),
        hover=faded(colours.text, 0.2),
        pressed=faded(colours.text, 0.3),
        text=colours.text,
        edge=faded(colours.text, 0.55) if strength > 0.1 else None,
        focus=colours.text,
    )
