"""The settings in use are changed at once, written down and told."""

import pytest

from retrowalk.core.settings import LookSettings, Settings
from retrowalk.services.settings_keeper import SettingsKeeper

LARGE = Settings(look=LookSettings(text_scale=2.0))


class Store:
    """Keeps what was to be saved."""

    def __init__(self):
        self.saved = []

    def save(self, settings):
        self.saved.append(settings)


@pytest.fixture
def store():
    """Where changes go."""
    return Store()


@pytest.fixture
def keeper(store):
    """A keeper of the usual settings."""
    return SettingsKeeper(Settings(), store=store)


def test_change_is_used_saved_and_told(keeper, store):
    """Whoever is told finds the change in use already, and on its way to the disk."""
    seen = []
    keeper.listen(lambda settings: seen.append((settings, keeper.settings, list(store.saved))))
    keeper.change(LARGE)
    assert seen == [(LARGE, LARGE, [LARGE])]


def test_no_change_is_nothing(keeper, store):
    """What is chosen already is neither saved nor told."""
    keeper.listen(lambda settings: pytest.fail("told of no change"))
    keeper.change(Settings())
    assert store.saved == []


def test_everybody_is_told_in_order(keeper):
    """Those who listened first are told first, each of every change."""
    told = []
    keeper.listen(lambda settings: told.append(("first", settings)))
    keeper.listen(lambda settings: told.append(("second", settings)))
    keeper.change(LARGE)
    keeper.change(Settings())
    assert told == [("first", LARGE), ("second", LARGE), ("first", Settings()), ("second", Settings())]


def test_listener_that_fails_costs_no_setting(keeper, store):
    """A fault in somebody who is told does not lose what was chosen."""

    def fail(_settings):
        raise ZeroDivisionError

    keeper.listen(fail)
    with pytest.raises(ZeroDivisionError):
        keeper.change(LARGE)
    assert keeper.settings == LARGE
    assert store.saved == [LARGE]
