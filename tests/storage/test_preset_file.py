"""Preset files: what is good survives bit for bit, what is not is refused in one sentence."""

import json
import os
import re
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retrowalk.core.walk import preset_check as limits
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import BoutRole, Repeat
from retrowalk.storage.preset_file import (
    MAX_FILE_BYTES,
    decode_plan,
    decode_presets,
    encode_plan,
    read_preset_file,
)
from retrowalk.storage.preset_json import PresetGroup, encode_presets
from retrowalk.storage.preset_refused import PresetRefused
from tests.storage.preset_strategies import a_bout, a_preset, presets, texts

GOOD = json.dumps(
    {
        "format": "retrowalk-presets",
        "version": 1,
        "title": "Two",
        "presets": [
            {
                "id": str(uuid.UUID(int=number)),
                "name": f"Walk {number}",
                "turn": {"kind": "timed", "length_ms": 45000},
                "parts": [
                    {"kind": "bout", "direction": "forward", "length_ms": 60000, "speed_kmh": 2.5},
                    {
                        "kind": "repeat",
                        "times": 2,
                        "bouts": [{"kind": "bout", "direction": "backward", "length_ms": 30000}],
                    },
                ],
            }
            for number in (1, 2)
        ],
    },
    indent=1,
).encode()


def refusal(data):
    """Why the bytes are not taken."""
    with pytest.raises(PresetRefused) as refused:
        decode_presets(data)
    return refused.value


def with_one(old, new):
    """The good file with its first `old` replaced."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_short_form_is_filled_in():
    """A file written by hand leaves out what it has nothing to say about."""
    group = decode_presets(GOOD)
    assert group.title == "Two"
    assert [preset.name for preset in group.presets] == ["Walk 1", "Walk 2"]
    bout, repeat = group.presets[0].parts
    assert bout == a_bout(speed_kmh=2.5)
    assert repeat == Repeat(times=2, bouts=(a_bout(Direction.BACKWARD, length_s=30.0),))


@given(texts(max_size=20), st.lists(presets, min_size=1, max_size=3))
def test_good_presets_survive_bit_for_bit(title, given_presets):
    """Every preset without problems comes back from its file as it was, to the last bit of each number."""
    assume(len({preset.id for preset in given_presets}) == len(given_presets))
    assume(len({preset.name for preset in given_presets}) == len(given_presets))
    group = PresetGroup(title=title, presets=tuple(given_presets))
    read = decode_presets(encode_presets(group))
    assert read == group
    assert repr(read) == repr(group)


@given(presets)
def test_plans_survive_bit_for_bit(preset):
    """The copy that a session keeps is the preset."""
    assert decode_plan(encode_plan(preset)) == preset


def test_preset_with_problems_is_not_written():
    """What could not be read again is never written: that would be a plan lost."""
    with pytest.raises(ValueError, match="problems"):
        encode_plan(a_preset(a_bout(length_s=1.0)))


def test_longest_preset_fits_into_a_file():
    """Whatever the limits of a preset allow can be read back from a file."""
    bout = a_bout(length_s=43.001, speed_kmh=24.999999999999996, incline_percent=-5.999999999999999)
    bout = replace(bout, role=BoutRole.COOL_DOWN, until_key=False)
    parts = (Repeat(times=1, bouts=(bout,)),) * limits.MAX_WRITTEN_BOUTS
    preset = a_preset(*parts, name="a" + "\x01" * (limits.MAX_CHARACTERS - 1))
    data = encode_presets(PresetGroup(title="", presets=(preset,)))
    assert len(data) <= MAX_FILE_BYTES
    assert decode_presets(data).presets == (preset,)


# ------------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b"", "$", "empty"),
        (b" \r\n\t", "$", "empty"),
        (GOOD[:200], "$", "ends in the middle"),
        (b"<!DOCTYPE html><html></html>", "line 1, column 1", "not JSON"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "byte 1", "not UTF-8"),
        (GOOD.decode().encode("utf-16"), "line 1, column 1", "UTF-16"),
        (GOOD.decode().encode("utf-16-le"), "line 1, column 2", "not JSON"),
        (b"\xef\xbb\xbf" + GOOD, "line 1, column 1", "UTF-8 without a mark"),
        (with_one(b"Walk 1", b"Walk \0"), "line 8, column 18", "not JSON"),
        (with_one(b"Walk 1", b"Walk \xff"), "byte 151", "not UTF-8"),
        (with_one(b"Walk 1", b"Walk \\u0000"), "$.presets[0].name", "cannot be stored"),
        (with_one(b"Walk 1", b"\\ud800"), "line 8", "not JSON"),
        (GOOD + b" and more", "line 61", "not JSON"),
        (b"[" * 1_000_000, "$", "not a list"),
        (b'{"x":' * 150_000, "$", "nested too deeply"),
        (b'{"format":"\\ud800"}', "$", "half a character"),
        (b"[]", "$", "not a list"),
        (b"null", "$", "not nothing"),
        (b"{}", "$", "“format” is missing"),
    ],
)
def test_texts_that_are_no_preset_file(data, place, reason):
    """A file of another kind, cut off or spoilt, is refused with the place where it goes wrong."""
    refused = refusal(data)
    assert refused.place.startswith(place)
    assert reason in refused.reason


LENGTH = b'"length_ms": 60000'
PLACE = "$.presets[0].parts[0]"


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (with_one(b"retrowalk-presets", b"timer"), "$.format", "not a preset file"),
        (with_one(b'"version": 1', b'"version": 2'), "$.version", "newer version"),
        (with_one(b'"version": 1', b'"version": 999999999999999999999'), "$.version", "newer version"),
        (with_one(b'"version": 1', b'"version": 0'), "$.version", "not one of those"),
        (with_one(b'"version": 1', b'"version": "1"'), "$.version", "not a text"),
        (with_one(LENGTH, b'"length_ms": -5'), f"{PLACE}.length_ms", "below 5000"),
        (with_one(LENGTH, b'"length_ms": 0'), f"{PLACE}.length_ms", "below 5000"),
        (with_one(LENGTH, b'"length_ms": 1e-9'), f"{PLACE}.length_ms", "a whole number, not a number"),
        (with_one(LENGTH, b'"length_ms": 60000.5'), f"{PLACE}.length_ms", "a whole number, not a number"),
        (with_one(LENGTH, b'"length_ms": 86400001'), f"{PLACE}.length_ms", "above 86400000"),
        (with_one(LENGTH, b'"length_ms": ' + b"9" * 6000), f"{PLACE}.length_ms", "too large"),
        (with_one(LENGTH, b'"length_ms": 1e999'), f"{PLACE}.length_ms", "too large"),
        (with_one(LENGTH, b'"length_ms": NaN'), "line 17, column 19", "not JSON"),
        (with_one(LENGTH, b'"length_ms": Infinity'), "line 17, column 19", "not JSON"),
        (with_one(LENGTH, b'"length_ms": true'), f"{PLACE}.length_ms", "not true or false"),
        (with_one(LENGTH, b'"length_ms": null'), f"{PLACE}.length_ms", "not nothing"),
        (with_one(LENGTH + b",", b""), PLACE, "“length_ms” is missing"),
        (with_one(LENGTH, LENGTH + b', "length_ms": 70000'), f"{PLACE}.length_ms", "twice"),
        (with_one(b"speed_kmh", b"speed_khm"), PLACE, "“speed_khm” is not known"),
        (with_one(b"speed_kmh", b"x" * 500), PLACE, f"“{'x' * 40}” is not known"),
        (with_one(b"2.5", b"0.05"), f"{PLACE}.speed_kmh", "below 0.1"),
        (with_one(b"2.5", b"1e999"), f"{PLACE}.speed_kmh", "too large"),
        (with_one(b"2.5", b'"fast"'), f"{PLACE}.speed_kmh", "a number, not a text"),
        (with_one(b'"forward"', b'"sideways"'), f"{PLACE}.direction", "not one of those"),
        (with_one(b'"kind": "bout"', b'"kind": "walk"'), f"{PLACE}.kind", "not one of those"),
        (with_one(b'"kind": "bout"', b'"kind": 7'), f"{PLACE}.kind", "not this"),
        (with_one(b'"times": 2', b'"times": 1000000000'), "$.presets[0].parts[1].times", "above 99"),
        (with_one(b'"parts": [', b'"parts": [' + b"{}," * 300_000), PLACE, "“kind” is missing"),
        (with_one(b'"parts": [', b'"parts": [], "more": ['), "$.presets[0].parts", "list is empty"),
        (with_one(b"45000", b"5000"), "$.presets[0].turn.length_ms", "below 20000"),
        (with_one(b"Walk 1", b" "), "$.presets[0].name", "no name"),
        (with_one(b"Walk 1", b"Walk 2"), "$.presets[1].name", "same name"),
        (GOOD.replace(b"000000000002", b"000000000001"), "$.presets[1].id", "same id"),
        (with_one(b"000000000001", b"00000000000x"), "$.presets[0].id", "not a UUID"),
        (re.sub(rb'"presets": .*', b'"presets": []}', GOOD, flags=re.DOTALL), "$.presets", "list is empty"),
    ],
)
def test_values_that_cannot_be(data, place, reason):
    """A value out of its range, of another kind, missing, misspelt or given twice is named by its place."""
    refused = refusal(data)
    assert refused.place == place
    assert reason in refused.reason


def test_too_many_parts_are_refused():
    """A list of more bouts than may be written is refused by its length."""
    bout = b'{"kind":"bout","direction":"forward","length_ms":60000},'
    refused = refusal(with_one(b'"parts": [', b'"parts": [' + bout * limits.MAX_WRITTEN_BOUTS))
    assert (refused.place, refused.reason) == ("$.presets[0].parts", "The list has more than 2000 entries.")


def test_walk_of_more_than_a_day_is_refused():
    """What no single number shows is found as well."""
    refused = refusal(with_one(b'"times": 2', b'"times": 99').replace(b"30000", b"8640000", 1))
    assert (refused.place, refused.reason) == (
        "$.presets[0].parts",
        "The whole walk is longer than 24 hours.",
    )


def refused_or_read(data):
    """The reason, if the bytes are not taken; everything else than a refusal gets through to the test."""
    try:
        decode_presets(data)
    except PresetRefused as refused:
        return refused
    return None


def is_one_sentence(text):
    """Whether a text can stand in a message bar."""
    return text[:1].isupper() and text.endswith(".") and "\n" not in text and len(text) < 120


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(data):
    """Rubbish never raises anything but a refusal."""
    assert is_one_sentence(refused_or_read(data).reason)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 40), st.binary(max_size=8))
def test_damaged_files_are_read_or_refused(start, length, patch):
    """A good file with some bytes changed is either still good or refused in one sentence."""
    refused = refused_or_read(GOOD[:start] + patch + GOOD[start + length :])
    assert refused is None or (refused.place and is_one_sentence(refused.reason))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(1e308),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.data(), json_values)
def test_foreign_values_are_read_or_refused(data, value):
    """Any value in the place of any other is either allowed there or refused in one sentence."""
    document = json.loads(GOOD)
    holder = document
    while True:
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if not isinstance(holder[key], dict | list) or data.draw(st.booleans()):
            break
        holder = holder[key]
    holder[key] = value
    refused = refused_or_read(json.dumps(document).encode())
    assert refused is None or (refused.place and is_one_sentence(refused.reason))


# --------------------------------------------------------------------------- files


def test_file_is_read(tmp_path):
    """A good file is taken, whatever it is called, also through a link."""
    file = tmp_path / "Ünïcødé 👟.retrowalk"
    file.write_bytes(GOOD)
    link = tmp_path / "link"
    link.symlink_to(file)
    assert read_preset_file(file) == read_preset_file(link) == decode_presets(GOOD)


def file_refusal(path):
    """Why a file is not taken."""
    with pytest.raises(PresetRefused) as refused:
        read_preset_file(path)
    assert is_one_sentence(refused.value.reason)
    return refused.value.reason


def test_what_is_no_file_is_refused(tmp_path):
    """A folder, a pipe nobody writes to, an endless device and a link into nothing are refused at once."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    assert "not a file" in file_refusal(tmp_path)
    assert "not a file" in file_refusal(tmp_path / "pipe")
    assert "not a file" in file_refusal(Path("/dev/zero"))
    assert "cannot be read" in file_refusal(tmp_path / "link")
    assert "cannot be read" in file_refusal(tmp_path / "a\0b")
    assert "cannot be read" in file_refusal(tmp_path / ("n" * 300))


def test_size_is_capped(tmp_path):
    """A file of one MiB is read, a larger one is refused without filling the memory."""
    file = tmp_path / "large.json"
    file.write_bytes(GOOD + b" " * (MAX_FILE_BYTES - len(GOOD)))
    assert read_preset_file(file) == decode_presets(GOOD)
    with file.open("r+b") as large:
        large.truncate(1 << 40)
    assert "larger than 1 MiB" in file_refusal(file)
