"""The heading of a section, and what undoes what was chosen in it."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from retrowalk.gui.measures import Space, TextSize
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.label import Label, TextKind


class WayBack(Enum):
    """What a section offers to go back to."""

    NOTHING = "nothing"
    DEFAULTS = "defaults"
    BEFORE_DEFAULTS = "before-defaults"


class SectionHead(QWidget):
    """A title with a button that sets the section back, and in its place another one that undoes that.

    Signals:
        reset_requested: The section is to be as of somebody who has chosen nothing.
        undo_requested: It is to be as it was before that.

    Args:
        name: Begins the names of its parts.
        title: The heading.
    """

    reset_requested = Signal()
    undo_requested = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self._reset = _small_button(f"{name}_reset", "Set back", f"Set {title} back to its defaults")
        self._done = Label(f"{name}_was_reset", TextKind.SMALL, "Set back.")
        self._done.setWordWrap(False)
        self._undo = _small_button(f"{name}_undo", "Undo", f"{title} is set back to its defaults. Undo")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(Label(f"{name}_title", TextKind.LARGE, title), 1)
        for part in (self._reset, self._done, self._undo):
            layout.addWidget(part)
        self._reset.clicked.connect(self.reset_requested)
        self._undo.clicked.connect(self.undo_requested)
        self.show_way_back(WayBack.NOTHING)

    def show_way_back(self, way: WayBack) -> None:
        """Offer one way back, or none; the keyboard goes from one button to the other."""
        offered = {WayBack.DEFAULTS: self._reset, WayBack.BEFORE_DEFAULTS: self._undo}.get(way)
        had_focus = self._reset.hasFocus() or self._undo.hasFocus()
        if offered is not None:
            offered.show()
            if had_focus:
                offered.setFocus(Qt.FocusReason.TabFocusReason)
        self._done.setVisible(way is WayBack.BEFORE_DEFAULTS)
        for button in (self._reset, self._undo):
            button.setVisible(button is offered)


def _small_button(name: str, text: str, spoken: str) -> Button:
    button = Button(name, text, kind=ButtonKind.QUIET, size=TextSize.SMALL, spoken=spoken)
    policy = button.sizePolicy()
    # Its room stays, so that the page does not move when it comes.
    policy.setRetainSizeWhenHidden(name.endswith("_reset"))
    button.setSizePolicy(policy)
    return button
