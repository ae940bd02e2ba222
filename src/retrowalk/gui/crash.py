"""Faults of the program itself: written to the log, and told once, with a report to copy."""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

logger = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Takes every exception that nobody caught, in any thread, and shows one dialog about it at a time.

    Signals:
        _caught: A fault was met; queued, so that it is told in the window's thread.

    Args:
        version: The program's version, for the report.
        window: The window the dialog stands before.
    """

    _caught = Signal(str)

    def __init__(self, version: str, window: QWidget) -> None:
        super().__init__(window)
        self._version = version
        self._window = window
        self._dialog: QMessageBox | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take faults from now on."""
        sys.excepthook = self._take
        threading.excepthook = lambda fault: self._take(
            fault.exc_type, fault.exc_value or fault.exc_type(), fault.exc_traceback
        )

    def remove(self) -> None:
        """Leave faults to the interpreter again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        logger.critical("a fault of the program", exc_info=(kind, fault, trace))
        # Only names and places: the text of a fault could hold what the walker wrote.
        frames = "".join(traceback.format_tb(trace))
        self._caught.emit(f"{kind.__name__}\n{frames}")

    @Slot(str)
    def _on_caught(self, trace: str) -> None:
        if self._dialog is not None:
            return
        report = (
            f"Retrowalk {self._version}, Python {platform.python_version()}, Qt {qVersion()}, "
            f"{platform.platform()}\n{trace}"
        )
        self._dialog = self._build(report)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _build(self, report: str) -> QMessageBox:
        dialog = QMessageBox(self._window)
        dialog.setObjectName("crash_dialog")
        dialog.setIcon(QMessageBox.Icon.Warning)
        dialog.setWindowTitle("Retrowalk")
        dialog.setText("Something went wrong in the program.")
        dialog.setInformativeText(
            "What you did is saved, and you can go on. The report holds nothing of yours."
        )
        dialog.setDetailedText(report)
        copy = dialog.addButton("Copy report", QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        dialog.addButton("Go on", QMessageBox.ButtonRole.AcceptRole)
        return dialog

    @Slot()
    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
