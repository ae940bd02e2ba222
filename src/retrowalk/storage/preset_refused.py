"""Why a preset from outside is not taken, in words."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec


class PresetRefused(Exception):  # noqa: N818 - the file is at fault, not the program
    """A preset file, or a plan in the database, is not what it should be. Nothing was changed.

    Attributes:
        place: Where in it, as "$.presets[0].parts[3].length_ms" or "line 3, column 5"; "$" for all of it.
        reason: What is wrong there, one plain sentence.
    """

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(reason if place == "$" else f"{place}: {reason}")
        self.place = place
        self.reason = reason


def malformed(text: str, error: msgspec.DecodeError) -> PresetRefused:
    """Return the refusal of a text that is not JSON."""
    byte = re.search(r"\(byte (\d+)\)", str(error))
    if byte is not None:
        before = text.encode()[: int(byte[1])].decode(errors="ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return PresetRefused(f"line {line}, column {column}", "The file is not JSON from here on.")
    if not text.strip():
        return PresetRefused("$", "The file is empty.")
    if _is_complete(text):
        return PresetRefused("$", "The file holds half a character (a lone surrogate).")
    return PresetRefused("$", "The file ends in the middle.")


def _is_complete(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def mismatched(error: msgspec.ValidationError) -> PresetRefused:
    """Return the refusal of JSON that is not what belongs there."""
    message, _, place = str(error).rpartition(" - at `")
    if not message:
        message, place = place, "$"
    return PresetRefused(place.removesuffix("`"), _in_words(message))


_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "int": "a whole number",
        "float": "a number",
        "str": "a text",
        "bool": "true or false",
        "array": "a list",
        "object": "an object in braces",
        "null": "nothing",
    }
)

_SENTENCES = (
    (r"Expected `(?P<wanted>\w+)[^`]*`(, got `(?P<found>\w+)`)?", "Here belongs {wanted}, not {found}."),
    (r"Expected `(?:int|float)[^`]*` >= (?P<bound>\S+)", "The number is below {bound}."),
    (r"Expected `(?:int|float)[^`]*` <= (?P<bound>\S+)", "The number is above {bound}."),
    (r"Expected `array` of length >= 1", "The list is empty."),
    (r"Expected `array` of length <= (?P<bound>\d+)", "The list has more than {bound} entries."),
    (r"Object missing required field `(?P<name>.*)`", "Here “{name}” is missing."),
    (r"Object contains unknown field `(?P<name>.*)`", "Here “{name}” is not known."),
    (r"Invalid (enum )?value .*", "The value is not one of those that can stand here."),
    (r"(Number|Integer value) out of range", "The number is too large."),
)


def _in_words(message: str) -> str:
    """Return what msgspec says of a value, for people who do not write programs."""
    for pattern, sentence in _SENTENCES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return sentence.format(**{name: _word(text) for name, text in match.groupdict().items()})
    return "The value cannot stand here."


def _word(text: str | None) -> str:
    if text is None:
        return "this"
    return _KINDS.get(text) or "".join(character for character in text[:40] if character.isprintable())
