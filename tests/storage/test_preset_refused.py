"""What a decoder says becomes a sentence for people who do not write programs."""

import msgspec
import pytest

from retrowalk.storage.preset_refused import malformed, mismatched


@pytest.mark.parametrize(
    ("message", "place", "reason"),
    [
        ("Expected `int`, got `str` - at `$.a[3].b`", "$.a[3].b", "Here belongs a whole number, not a text."),
        ("Expected `float | null`, got `array` - at `$.a`", "$.a", "Here belongs a number, not a list."),
        ("Expected `array`, got `null`", "$", "Here belongs a list, not nothing."),
        ("Expected `int` >= 5 - at `$.a`", "$.a", "The number is below 5."),
        ("Expected `float | null` <= 2.5 - at `$.a`", "$.a", "The number is above 2.5."),
        ("Object missing required field `a` - at `$`", "$", "Here “a” is missing."),
        (
            "Object contains unknown field `a - at `$.b`\n` - at `$.c`",
            "$.c",
            "Here “a - at `$.b`” is not known.",
        ),
        ("Something that no decoder says yet - at `$.a`", "$.a", "The value cannot stand here."),
    ],
)
def test_sentences(message, place, reason):
    """Each kind of complaint has its place and its sentence; an unknown one is still a sentence."""
    refused = mismatched(msgspec.ValidationError(message))
    assert (refused.place, refused.reason) == (place, reason)


def test_place_is_counted_in_characters():
    """A column is what an editor shows, not a number of bytes."""
    text = '{"ä": 1,\n "ö€": x}'
    fault = msgspec.DecodeError(f"JSON is malformed: invalid character (byte {len(text.encode()) - 2})")
    assert malformed(text, fault).place == "line 2, column 8"
