"""A real database in a real file, for each test."""

import threading
from datetime import date

import pytest

from retrowalk.storage.database import open_database
from retrowalk.storage.writer import Writer

TODAY = date(2026, 3, 1)
PATIENCE_S = 20.0


class Store:
    """A database file, the writer on it, and what its listener was told."""

    def __init__(self, folder):
        self.folder = folder
        self.path = folder / "retrowalk.db"
        self.backups = folder / "backups"
        self.told = []
        self._heard = threading.Event()
        self.is_open = False

    def open(self):
        """Start a writer, as a program start does."""
        self.writer = Writer(
            lambda: open_database(self.path, backups=self.backups, today=TODAY),
            self.listen,
            retry_after_s=0.01,
        )
        self.is_open = True
        self.writer.open().result(PATIENCE_S)
        return self.writer

    def listen(self, status):
        """Take down what a writer tells."""
        self.told.append(status)
        self._heard.set()

    def wait_until_told(self):
        """Wait for the writer's first word, and fail when it does not come."""
        assert self._heard.wait(PATIENCE_S)

    def hold(self):
        """Keep the writer busy until the returned function is called, so that tasks pile up."""
        gate = threading.Event()
        self.writer.read(lambda _: gate.wait(PATIENCE_S))
        return gate.set

    def reopen(self):
        """End the writer and start another one, as two program starts do."""
        self.close()
        return self.open()

    def close(self):
        """End the writer, if one runs."""
        if self.is_open:
            self.is_open = False
            assert self.writer.close(PATIENCE_S) == 0


@pytest.fixture
def store(tmp_path):
    """A store with an open writer, in a folder that did not exist before."""
    made = Store(tmp_path / "data")
    made.open()
    yield made
    made.close()
