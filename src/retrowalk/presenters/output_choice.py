"""The devices to choose from, the chosen one always among them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

_LONGEST_NAME = 120


class OutputDevice(Protocol):
    """A device that sound can come out of."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def is_default(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputOption:
    """One line of the list.

    Attributes:
        id: What is chosen, empty for the system's default.
        name: The device's name, to be remembered with it.
        text: What the line says.
    """

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputChoice:
    """The list of devices.

    Attributes:
        options: Its lines, the system's default first.
        chosen: The line that is chosen.
        note: One sentence if the chosen device is not there, else empty.
    """

    options: tuple[OutputOption, ...]
    chosen: int
    note: str = ""


def build_output_choice(
    outputs: Sequence[OutputDevice] | None, chosen_id: str, chosen_name: str
) -> OutputChoice:
    """Return the list of devices.

    Args:
        outputs: Those that there are now, None while nobody knows; nothing is then said to be missing.
        chosen_id: The device that was chosen, empty for the system's default.
        chosen_name: Its name when it was chosen.
    """
    options = [_default_option(outputs or ()), *_device_options(outputs or ())]
    chosen = next((place for place, option in enumerate(options) if option.id == chosen_id), None)
    if chosen is not None:
        return OutputChoice(options=tuple(options), chosen=chosen)
    name = _short(chosen_name) or "The chosen device"
    is_missing = outputs is not None
    text = f"{name} (not connected)" if is_missing else name
    options.append(OutputOption(id=chosen_id, name=chosen_name, text=text))
    note = (
        f"{name} is not connected. Until it is, sound comes from the system's default." if is_missing else ""
    )
    return OutputChoice(options=tuple(options), chosen=len(options) - 1, note=note)


def _default_option(outputs: Sequence[OutputDevice]) -> OutputOption:
    now = next((_short(output.name) for output in outputs if output.is_default), "")
    return OutputOption(id="", name="", text=f"System default ({now})" if now else "System default")


def _device_options(outputs: Sequence[OutputDevice]) -> list[OutputOption]:
    seen: Counter[str] = Counter()
    options = []
    for output in outputs:
        name = _short(output.name) or "A device without a name"
        seen[name] += 1
        text = f"{name} ({seen[name]})" if seen[name] > 1 else name
        options.append(OutputOption(id=output.id, name=output.name, text=text))
    return options


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
