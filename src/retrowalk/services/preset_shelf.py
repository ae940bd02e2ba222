"""The presets that there are to choose from."""

from collections.abc import Sequence

from retrowalk.core.walk.preset import Preset, TurnKind
from retrowalk.core.walk.schedule import PhaseKind, build_schedule


class PresetShelf:
    """Presets in titled groups.

    Args:
        groups: Titles with their presets, in the order shown; at least one preset in all.
    """

    def __init__(self, groups: Sequence[tuple[str, Sequence[Preset]]]) -> None:
        self.groups = tuple((title, tuple(presets)) for title, presets in groups)
        self._by_id = {preset.id: preset for _, presets in self.groups for preset in presets}

    def find(self, preset_id: str) -> Preset | None:
        """Return the preset with that id, or None."""
        return self._by_id.get(preset_id)

    def first_choice(self) -> Preset:
        """Return what is offered to somebody who has never walked: the first of all."""
        return next(iter(self._by_id.values()))

    def titled(self, title: str) -> tuple[Preset, ...]:
        """Return the presets under a title, without those for a belt that runs in reverse."""
        return tuple(
            preset
            for group, presets in self.groups
            for preset in presets
            if group == title and preset.turn.kind is not TurnKind.REVERSE_BELT
        )

    def forward_only(self) -> Preset:
        """Return the preset without backward bouts, for days with much pain."""
        return next(preset for preset in self._by_id.values() if _is_forward_only(preset))


def _is_forward_only(preset: Preset) -> bool:
    return build_schedule(preset).seconds_by_kind[PhaseKind.BACKWARD] == 0
