"""The builders of presets: what they build can be walked."""

from hypothesis import given

from retrowalk.core.walk.preset_check import check_preset
from tests.helpers.presets import a_preset, built_in, built_in_presets, random_presets


def test_plain_preset_has_no_problems():
    """Tests walk presets that a walker could have made."""
    assert check_preset(a_preset()) == ()


@given(random_presets())
def test_random_presets_have_no_problems(preset):
    """Random presets stay within what the editor allows."""
    assert check_preset(preset) == ()


def test_built_in_presets_are_found_by_name():
    """The default preset is among those that come with the program."""
    assert built_in("First steps") in built_in_presets()
