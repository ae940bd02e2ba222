"""A sentence that something beside it asks for, with a sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from retrowalk.gui.measures import Space
from retrowalk.gui.widgets.check_list import IconMark
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.shapes import RING


class Remark(QWidget):
    """One sentence; invisible without any.

    Args:
        name: Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label: Label | None = None
        self.hide()

    def show_text(self, sentence: str) -> None:
        """Show a sentence in the place of the last one; an empty one takes it away."""
        if sentence:
            # Most remarks are never made; a page full of them would be slow to dress.
            if self._label is None:
                self._label = self._made_label()
            self._label.show_text(sentence)
        self.setVisible(bool(sentence))

    def _made_label(self) -> Label:
        label = Label(f"{self.objectName()}_text", TextKind.STRONG)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RING, Space.TIGHT, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(IconMark(Icon.PAIN), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1)
        return label
