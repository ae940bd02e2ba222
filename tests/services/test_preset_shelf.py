"""The presets to choose from."""

from dataclasses import replace

from retrowalk.core.walk.preset import TurnKind, TurnPolicy
from retrowalk.services.preset_shelf import PresetShelf
from tests.helpers.presets import a_preset, forward

MIXED = replace(a_preset(), id="mixed", name="Mixed")
REVERSE = replace(MIXED, id="reverse", turn=TurnPolicy(kind=TurnKind.REVERSE_BELT))
PLAIN = replace(a_preset(forward(60)), id="plain", name="Plain")


def test_the_first_preset_of_all_is_the_first_choice():
    """Somebody new is offered what stands first."""
    assert PresetShelf([("One", [MIXED]), ("Two", [PLAIN])]).first_choice() == MIXED


def test_presets_are_found_by_their_id():
    """An id that is not there finds nothing, without an error."""
    shelf = PresetShelf([("One", [MIXED, PLAIN])])
    assert shelf.find("plain") == PLAIN
    assert shelf.find("gone") is None


def test_forward_only_is_the_preset_without_backward_bouts():
    """It is known by what it is, not by its name."""
    assert PresetShelf([("One", [MIXED, PLAIN])]).forward_only() == PLAIN


def test_a_title_gives_its_presets_for_an_ordinary_belt():
    """Variants for a belt that runs in reverse are left out."""
    shelf = PresetShelf([("One", [MIXED, REVERSE]), ("Two", [PLAIN])])
    assert shelf.titled("One") == (MIXED,)
    assert shelf.titled("None") == ()
