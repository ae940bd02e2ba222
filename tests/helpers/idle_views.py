"""The Walk place before a walk, with the presets that come with the program."""

from dataclasses import replace

from retrowalk.presenters.idle_view import build_idle_view
from tests.helpers.presets import a_preset, backward, built_in, built_in_presets, forward


def an_idle_view(chosen=None):
    """The view with First steps chosen, unless it is another one, among all built-in presets."""
    presets = built_in_presets()
    groups = [("To begin with", presets[:2]), ("From the study", presets[2:6]), ("More", presets[6:])]
    return build_idle_view(chosen or built_in("First steps"), groups)


def a_strange_preset():
    """A preset with a name, and a length, that no designer would think of."""
    name = "Großmutters <b>Lieblingsrunde</b> & noch eine " + "x" * 120 + " שלום"
    parts = (forward(60), backward(30)) * 40
    return replace(a_preset(*parts), id="strange", name=name, about="about it " * 60)
