"""Sentences about the surroundings: not saved, no sound. They stay until they no longer hold."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.widgets.label import Label, TextKind


class MessageBar(QWidget):
    """Shows one sentence for each topic; invisible without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._labels: dict[str, Label] = {}
        self._sentences: dict[str, str] = {}
        self._is_held_back = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_message(self, topic: str, sentence: str) -> None:
        """Show a sentence in place of the topic's last one; an empty sentence takes it away."""
        if topic not in self._labels:
            self._labels[topic] = Label(f"message_{topic}", TextKind.MESSAGE)
            self._column.addWidget(self._labels[topic])
        self._sentences[topic] = sentence
        self._labels[topic].show_text(sentence)
        self._labels[topic].setVisible(bool(sentence))
        self._show_or_hide()

    def hold_back(self, *, held: bool) -> None:
        """Show nothing for the time being, because the sentences stand elsewhere."""
        self._is_held_back = held
        self._show_or_hide()

    def text(self) -> str:
        """Return all sentences shown, as one line."""
        return " ".join(sentence for sentence in self._sentences.values() if sentence)

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self.text()) and not self._is_held_back)
