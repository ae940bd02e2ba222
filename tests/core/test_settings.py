"""What can be chosen, and within which limits."""

from dataclasses import asdict, fields
from math import inf, nan

import pytest

from retrowalk.core.settings import (
    LIMITS,
    LONGEST_TEXT,
    BeltSettings,
    Section,
    Settings,
    is_within_limits,
    section_of,
    with_section,
)


def test_every_number_has_limits():
    """No number can be chosen without bounds, and there is no limit for what is not there."""
    numbers = [
        name
        for section in Section
        for name, value in asdict(section_of(Settings(), section)).items()
        if isinstance(value, float)
    ]
    assert sorted(numbers) == sorted(LIMITS)


def test_defaults_are_within_limits():
    """Who has chosen nothing has chosen nothing wrong."""
    for section in Section:
        for name, value in asdict(section_of(Settings(), section)).items():
            assert is_within_limits(name, value)


@pytest.mark.parametrize(("name", "limits"), LIMITS.items())
def test_limits_are_allowed_themselves(name, limits):
    """The ends of a range belong to it, what lies beyond does not."""
    lowest, highest = limits
    assert is_within_limits(name, lowest)
    assert is_within_limits(name, highest)
    assert not is_within_limits(name, lowest - 0.01)
    assert not is_within_limits(name, highest + 0.01)


@pytest.mark.parametrize("value", [nan, inf, -inf, None])
def test_what_is_no_number_is_in_no_range(value):
    """A file can say "nan"."""
    assert not is_within_limits("lead_s", value)


def test_text_has_an_end():
    """The name of a device may be long, not endless."""
    assert is_within_limits("output_name", "x" * LONGEST_TEXT)
    assert not is_within_limits("output_name", "x" * (LONGEST_TEXT + 1))


def test_sections_are_the_fields():
    """Each section is named by its field, none is forgotten."""
    assert [section.value for section in Section] == [field.name for field in fields(Settings)]


def test_changed_section_leaves_the_others():
    """One section is exchanged, the value before stays what it was."""
    before = Settings()
    after = with_section(before, Section.BELT, BeltSettings(get_ready_s=30.0))
    assert section_of(after, Section.BELT) == BeltSettings(get_ready_s=30.0)
    assert with_section(after, Section.BELT, BeltSettings()) == before == Settings()
