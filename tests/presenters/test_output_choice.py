"""The list of devices to choose from."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.presenters.output_choice import build_output_choice


@dataclass(frozen=True)
class Device:
    """A device as the sound stream reports it."""

    id: str
    name: str
    is_default: bool = False


SPEAKERS = Device("a", "Speakers", is_default=True)
PHONES = Device("b", "Headphones")


def texts(choice):
    """The lines of the list."""
    return [option.text for option in choice.options]


def test_system_default_comes_first_and_is_named():
    """Who chooses nothing follows the system, and sees where that leads now."""
    choice = build_output_choice((PHONES, SPEAKERS), "", "")
    assert texts(choice) == ["System default (Speakers)", "Headphones", "Speakers"]
    assert choice.chosen == 0
    assert choice.options[0].id == choice.options[0].name == choice.note == ""


def test_chosen_device_is_marked():
    """The device that is there is chosen by its id, whatever it was called then."""
    choice = build_output_choice((SPEAKERS, PHONES), "b", "Old name")
    assert choice.options[choice.chosen].text == "Headphones"
    assert choice.note == ""


def test_chosen_device_that_is_away_stays():
    """A chosen device that is away keeps its line and its remembered name, and what happens now is said."""
    choice = build_output_choice((SPEAKERS,), "b", "Headphones")
    option = choice.options[choice.chosen]
    assert (option.id, option.name) == ("b", "Headphones")
    assert option.text == "Headphones (not connected)"
    assert choice.note.startswith("Headphones is not connected.")


def test_nothing_is_missing_while_nobody_knows():
    """Before the devices were ever listed, the chosen one is not called absent."""
    choice = build_output_choice(None, "b", "Headphones")
    assert texts(choice) == ["System default", "Headphones"]
    assert (choice.chosen, choice.note) == (1, "")


def test_no_device_at_all():
    """With nothing connected there is the system's default, whatever it will be."""
    assert texts(build_output_choice((), "", "")) == ["System default"]


def test_devices_of_one_name_are_told_apart():
    """Two of the same kind have a number."""
    twins = (Device("1", "USB Audio"), Device("2", "USB Audio"))
    assert texts(build_output_choice(twins, "", ""))[1:] == ["USB Audio", "USB Audio (2)"]


@pytest.mark.parametrize("name", ["", " \n "])
def test_device_without_a_name(name):
    """There is something to read on every line."""
    assert texts(build_output_choice((Device("x", name),), "", ""))[1] == "A device without a name"
    assert texts(build_output_choice((), "x", name))[1] == "The chosen device (not connected)"


names = st.text(max_size=300)
devices = st.lists(
    st.builds(Device, id=st.text(min_size=1, max_size=5), name=names, is_default=st.booleans())
)


@given(outputs=st.none() | devices, chosen_id=st.text(max_size=5), chosen_name=names)
def test_whatever_devices(outputs, chosen_id, chosen_name):
    """The chosen id is always chosen, every line is one line with an end, and all devices are there."""
    choice = build_output_choice(outputs, chosen_id, chosen_name)
    assert choice.options[choice.chosen].id == chosen_id
    assert all(text and "\n" not in text and len(text) < 160 for text in texts(choice))
    assert {device.id for device in outputs or ()} <= {option.id for option in choice.options}
