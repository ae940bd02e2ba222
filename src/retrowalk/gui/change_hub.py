"""What writes have changed, told in the thread of the window."""

from PySide6.QtCore import QObject, Signal

from retrowalk.services.change_feed import Changed, ChangeFeed


class ChangeHub(QObject):
    """The window's face of the change feed.

    Signals:
        changed: Something was written; carries the `Changed` flags.
    """

    changed = Signal(object)

    def __init__(self, feed: ChangeFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        feed.listen(self._on_written)

    def _on_written(self, changed: Changed) -> None:
        # Called in the writer's thread; the signal is queued into the thread of each receiver.
        self.changed.emit(changed)
