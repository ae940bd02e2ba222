"""The settings in use: changed at once, written down, and told to whoever works by them."""

from collections.abc import Callable
from typing import Protocol

from retrowalk.core.settings import Settings


class SettingsStore(Protocol):
    """Where settings are kept."""

    def save(self, settings: Settings) -> None:
        """Have them written; returns at once and never raises for want of a disk."""
        ...


class SettingsKeeper:
    """Holds the settings.

    Args:
        settings: As they were loaded.
        store: Where changes are written.
    """

    def __init__(self, settings: Settings, *, store: SettingsStore) -> None:
        self._settings = settings
        self._store = store
        self._listeners: list[Callable[[Settings], None]] = []

    @property
    def settings(self) -> Settings:
        """The settings in use."""
        return self._settings

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Call `listener` with the settings after each change."""
        self._listeners.append(listener)

    def change(self, settings: Settings) -> None:
        """Use these from now on, and have them written; they are used even if they cannot be written."""
        if settings == self._settings:
            return
        self._settings = settings
        # Handed over first: a listener that fails does not cost what was chosen.
        self._store.save(settings)
        for listener in tuple(self._listeners):
            listener(settings)
