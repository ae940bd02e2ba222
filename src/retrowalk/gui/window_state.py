"""Where the window stood last; losing it costs nothing."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_GEOMETRY = "window/geometry"
USUAL_SIZE = (1100, 760)


class WindowState:
    """Keeps the geometry of the main window in a small file.

    Args:
        file: The file, made when first needed.
    """

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def restore(self, window: QWidget) -> None:
        """Put the window where it was, or into the middle of the screen if that is no longer there."""
        stored = self._settings.value(_GEOMETRY)
        if isinstance(stored, QByteArray) and window.restoreGeometry(stored) and _is_visible(window):
            return
        screen = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(min(USUAL_SIZE[0], screen.width()), min(USUAL_SIZE[1], screen.height()))
        frame = window.frameGeometry()
        frame.moveCenter(screen.center())
        window.move(frame.topLeft())

    def keep(self, window: QWidget) -> None:
        """Write down where the window is."""
        self._settings.setValue(_GEOMETRY, window.saveGeometry())
        self._settings.sync()


def _is_visible(window: QWidget) -> bool:
    middle = window.frameGeometry().center()
    return any(screen.availableGeometry().contains(middle) for screen in QGuiApplication.screens())
