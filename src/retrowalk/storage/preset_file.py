"""Preset files from outside: read with care, refused in one sentence."""

import json
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.preset_check import Place, check_preset
from retrowalk.storage.preset_json import (
    FORMAT,
    VERSION,
    PresetFileObject,
    PresetGroup,
    encode_presets,
    group_of,
)
from retrowalk.storage.preset_refused import PresetRefused, malformed, mismatched

MAX_FILE_BYTES = 1024 * 1024

T = TypeVar("T")


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    format: str
    version: int


def read_preset_file(path: Path) -> PresetGroup:
    """Return the presets of a file.

    Raises:
        PresetRefused: They cannot be taken, whatever the reason.
    """
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise PresetRefused("$", "This is not a file with presets.")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise PresetRefused("$", f"The file cannot be read: {reason or 'its name is not a name'}.") from error
    if len(data) > MAX_FILE_BYTES:
        raise PresetRefused("$", "The file is larger than 1 MiB.")
    return decode_presets(data)


def decode_presets(data: bytes) -> PresetGroup:
    """Return the presets that the bytes of a file hold.

    Raises:
        PresetRefused: There is any fault in them; the first is named.
    """
    text = _text_of(data)
    head = _decoded(text, _Head)
    if head.format != FORMAT:
        raise PresetRefused("$.format", "This is not a preset file of Retrowalk.")
    if head.version > VERSION:
        raise PresetRefused("$.version", "The file was made by a newer version of Retrowalk.")
    file = _decoded(text, PresetFileObject)
    _refuse_doubled_keys(text)
    group = group_of(file)
    _refuse_problems(group.presets)
    _refuse_doubles("id", [preset.id for preset in group.presets])
    _refuse_doubles("name", [preset.name for preset in group.presets])
    return group


def encode_plan(preset: Preset) -> str:
    """Return the copy of a preset that a session keeps.

    Raises:
        ValueError: The preset has problems, so that it could not be read again.
    """
    return encode_presets(PresetGroup(title="", presets=(preset,))).decode()


def decode_plan(text: str) -> Preset:
    """Return the preset of which a session kept a copy.

    Raises:
        PresetRefused: The copy is damaged.
    """
    return decode_presets(text.encode()).presets[0]


def _text_of(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "UTF-8"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            reason = f"The file begins with the mark of {encoding}; save it as UTF-8 without a mark."
            raise PresetRefused("line 1, column 1", reason)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise PresetRefused(f"byte {error.start + 1}", "The file is not UTF-8 text.") from error


def _decoded(text: str, wanted: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=wanted)
    except msgspec.ValidationError as error:
        raise mismatched(error) from error
    except msgspec.DecodeError as error:
        raise malformed(text, error) from error
    except RecursionError as error:
        raise PresetRefused("$", "The file is nested too deeply.") from error


class _Members(dict[str, Any]):
    """An object of a file that remembers whether a key came twice."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        pairs = list(pairs)
        super().__init__(pairs)
        self.doubled = next((key for key, times in Counter(key for key, _ in pairs).items() if times > 1), "")


def _refuse_doubled_keys(text: str) -> None:
    """Refuse what decoders pass over in silence, in a text that was decoded: it is not nested deeply."""
    for place in _doubled_keys(json.loads(text, object_pairs_hook=_Members), "$"):
        raise PresetRefused(place, "This is given twice.")


def _doubled_keys(value: Any, place: str) -> Iterator[str]:
    if isinstance(value, _Members):
        if value.doubled:
            yield f"{place}.{value.doubled}"
        for key, member in value.items():
            yield from _doubled_keys(member, f"{place}.{key}")
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _doubled_keys(member, f"{place}[{number}]")


def _refuse_problems(presets: Iterable[Preset]) -> None:
    for number, preset in enumerate(presets):
        for problem in check_preset(preset):
            raise PresetRefused(f"$.presets[{number}]{_place(problem.place)}", problem.sentence)


def _place(place: Place) -> str:
    """Return a place in a preset as it is called in a file, where lengths are milliseconds."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return f"{path.removesuffix('_s')}_ms" if path.endswith("_s") else path


def _refuse_doubles(key: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value in seen:
            raise PresetRefused(f"$.presets[{number}].{key}", f"Two presets have the same {key}.")
        seen.add(value)
