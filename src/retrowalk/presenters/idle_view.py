"""What the Walk place shows while no session runs: the preset to be walked, and the others to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.schedule import PhaseKind, build_schedule
from retrowalk.presenters.durations import counted, length_text
from retrowalk.presenters.strip import StripView, build_strip


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetCard:
    """A preset at a glance.

    Attributes:
        preset_id: Which one.
        name: As the walker calls it.
        about: Where it comes from, may be empty.
        facts: Its length, minutes backward and turns: "13 min · 2 min backward · 4 turns".
        strip: The whole session.
    """

    preset_id: str
    name: str
    about: str
    facts: str
    strip: StripView


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Presets that belong together, under a title."""

    title: str
    cards: tuple[PresetCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleView:
    """The Walk place without a session.

    Attributes:
        card: What *Start* begins.
        groups: Everything there is to choose from.
    """

    card: PresetCard
    groups: tuple[CardGroup, ...]


def build_idle_view(chosen: Preset, groups: Sequence[tuple[str, Sequence[Preset]]]) -> IdleView:
    """Return the view for a chosen preset among titled groups of presets."""
    return IdleView(
        card=build_card(chosen),
        groups=tuple(
            CardGroup(title=title, cards=tuple(build_card(preset) for preset in presets))
            for title, presets in groups
        ),
    )


def build_card(preset: Preset) -> PresetCard:
    """Return a preset at a glance."""
    schedule = build_schedule(preset)
    backward_s = schedule.seconds_by_kind[PhaseKind.BACKWARD]
    backward = f"{length_text(backward_s)} backward" if backward_s else "forward only"
    return PresetCard(
        preset_id=preset.id,
        name=preset.name,
        about=preset.about,
        facts=" · ".join((length_text(schedule.length_s), backward, counted(schedule.turns, "turn"))),
        strip=build_strip(schedule.phases),
    )
