"""The settings on disk: whatever somebody or something did to the file, there are settings and it is kept."""

import errno
import os
import tomllib

import pytest
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from retrowalk.core.settings import (
    LIMITS,
    LONGEST_TEXT,
    Appearance,
    BeltSettings,
    CueSettings,
    LookSettings,
    Settings,
    SoundSettings,
)
from retrowalk.core.units import SpeedUnit
from retrowalk.storage.settings_file import LARGEST_FILE, VERSION, SettingsFile

SOME = Settings(
    sound=SoundSettings(speech=False, voice_volume=0.35, output="alsa:1", output_name='Köpf "hörer" 🎧'),
    cues=CueSettings(lead_s=12.0, alive=False),
    belt=BeltSettings(speed_unit=SpeedUnit.MPH, get_ready_s=90.0),
    look=LookSettings(appearance=Appearance.DARK, text_scale=1.5),
)
WARNING = "the settings file"
many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path):
    """Where the file is, in a folder that is not there yet."""
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def put(path):
    """Put something where the file is."""

    def put_there(content):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return SettingsFile(path)

    return put_there


def copy_of(path):
    """The copy beside the file."""
    return path.with_name("settings.toml.bak")


def number(name):
    """Any number that a setting may have."""
    lowest, highest = LIMITS[name]
    return st.floats(lowest, highest)


text = st.text(max_size=LONGEST_TEXT)
some_settings = st.builds(
    Settings,
    sound=st.builds(
        SoundSettings,
        speech=st.booleans(),
        voice_volume=number("voice_volume"),
        sounds_volume=number("sounds_volume"),
        output=text,
        output_name=text,
        system_voice=text,
    ),
    cues=st.builds(
        CueSettings,
        lead_s=number("lead_s"),
        lead_to_backward_s=number("lead_to_backward_s"),
        halfway=st.booleans(),
        last_backward=st.booleans(),
        minutes=st.booleans(),
        alive=st.booleans(),
    ),
    belt=st.builds(
        BeltSettings,
        speed_unit=st.sampled_from(SpeedUnit),
        get_ready_s=number("get_ready_s"),
        step_on_s=number("step_on_s"),
    ),
    look=st.builds(LookSettings, appearance=st.sampled_from(Appearance), text_scale=number("text_scale")),
)
toml_values = st.recursive(
    st.booleans() | st.integers(-(2**62), 2**62) | st.floats() | st.text(max_size=20) | st.datetimes(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)
known_names = st.sampled_from(
    [field for part in ("sound", "cues", "belt", "look") for field in getattr(Settings(), part).__slots__]
)
sections = st.dictionaries(known_names | st.text(max_size=8), toml_values, max_size=6)
tables = st.dictionaries(
    st.sampled_from(["sound", "cues", "belt", "look", "version", "stop_rules"]) | st.text(max_size=8),
    sections | toml_values,
    max_size=6,
)


def test_first_start(path):
    """Without a file everything is as usual, nothing is said and nothing is made."""
    assert SettingsFile(path).load() == (Settings(), "")
    assert not path.parent.exists()


@many
@given(chosen=some_settings)
def test_what_was_saved_is_loaded(tmp_path, chosen):
    """Every value comes back as it was, odd texts included."""
    file = SettingsFile(tmp_path / "settings.toml")
    file.save(chosen)
    assert file.load() == (chosen, "")
    assert not copy_of(tmp_path / "settings.toml").exists()


def test_only_the_walker_can_read_it(path):
    """The folder and the file are private, and nothing else is left in the folder."""
    SettingsFile(path).save(SOME)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@many
@example(content=b"a = " + b"1" * 5000)
@example(content=b"a = " + b"[" * 10_000)
@example(content=b"a." * 3000 + b"a = 1")
@example(content=b"\xff\xfe\x00v")
@example(content=b"version = 1\x00")
@example(content=b"[sound]\nvoice_volume = 2020-13-45")
@given(content=st.binary(max_size=400))
def test_any_bytes(tmp_path, expect_log, content):
    """Random bytes never stop the program; the file is kept byte for byte and the next save works."""
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    file = SettingsFile(path)
    chosen, sentence = file.load()
    assert isinstance(chosen, Settings)
    if sentence:
        expect_log(WARNING)
        assert chosen == Settings()
        assert copy_of(path).read_bytes() == content
    file.save(SOME)
    assert file.load() == (SOME, "")


@many
@given(found=tables)
def test_any_toml(tmp_path, expect_log, found):
    """Wrong types, wild numbers and unknown names never raise; what is taken is within its limits."""
    path = tmp_path / "settings.toml"
    content = tomli_w.dumps(found).encode("utf-8", "replace")
    path.write_bytes(content)
    file = SettingsFile(path)
    chosen, sentence = file.load()
    if sentence:
        expect_log(WARNING)
        assert copy_of(path).read_bytes() == content
    file.save(chosen)
    assert file.load() == (chosen, "")


def test_good_values_are_kept_and_bad_ones_usual(put, path, expect_log):
    """Each value counts for itself; the sentence names those that do not, and where the file is kept."""
    expect_log(WARNING)
    content = """version = 1
        [sound]
        voice_volume = 0.5
        sounds_volume = 7
        speech = "no"
        [cues]
        lead_s = nan
        halfway = false
        [belt]
        speed_unit = "knots"
        get_ready_s = 20
        [look]
        appearance = "dark"
        """
    chosen, sentence = put(content).load()
    assert chosen == Settings(
        sound=SoundSettings(voice_volume=0.5),
        cues=CueSettings(halfway=False),
        belt=BeltSettings(get_ready_s=20.0),
        look=LookSettings(appearance=Appearance.DARK),
    )
    assert "(belt.speed_unit, cues.lead_s, sound.sounds_volume and 1 more)" in sentence
    assert "settings.toml.bak" in sentence
    assert copy_of(path).read_text() == content


@pytest.mark.parametrize("section", ["sound = 1", 'sound = "loud"', "[[sound]]\nspeech = false"])
def test_section_that_is_none(put, expect_log, section):
    """Something else where a section should be costs that section only."""
    expect_log(WARNING)
    chosen, sentence = put(f"version = 1\n{section}\n[look]\ntext_scale = 2\n").load()
    assert chosen == Settings(look=LookSettings(text_scale=2.0))
    assert "(sound)" in sentence


def test_sentence_does_not_grow(put, expect_log):
    """A file full of strange names makes one readable sentence, on one line."""
    expect_log(WARNING)
    names = "\n".join(f'"{n:03}\\n{"x" * 100}" = 1' for n in range(100))
    _, sentence = put(names).load()
    assert len(sentence) < 400
    assert "\n" not in sentence
    assert "and 97 more" in sentence


@pytest.mark.parametrize("version", [VERSION + 1, 999, -1, "one"])
def test_other_version(put, path, version):
    """What is understood is taken; the file is kept, since a save here drops what a newer version knows."""
    content = tomli_w.dumps({"version": version, "look": {"text_scale": 1.5}})
    assert put(content).load() == (Settings(look=LookSettings(text_scale=1.5)), "")
    assert copy_of(path).read_text() == content


def test_newer_version_with_new_settings(put, path, expect_log):
    """Names from the future are named, the others are used."""
    expect_log(WARNING)
    chosen, sentence = put('version = 2\n[stop_rules]\nline = 5\n[look]\nappearance = "light"\n').load()
    assert chosen.look.appearance is Appearance.LIGHT
    assert "stop_rules" in sentence


@pytest.mark.parametrize("content", [b"", b"\n# nothing set\n", b"\xef\xbb\xbfversion = 1\n"])
def test_nothing_in_it(put, path, content):
    """An empty file, or one with a byte order mark, is nothing to talk about, nor worth a copy."""
    assert put(content).load() == (Settings(), "")
    assert not copy_of(path).exists()


def test_newline_of_windows(put):
    """A file edited on another system is read as it is meant."""
    assert put(b"version = 1\r\n[look]\r\ntext_scale = 1.5\r\n").load()[0].look.text_scale == 1.5


def test_huge_file_is_set_aside(put, path, expect_log):
    """A file of many megabytes is not read at all; it is kept whole."""
    expect_log(WARNING)
    file = put(b"version = 1")
    os.truncate(path, 48 * 1024 * 1024)
    chosen, sentence = file.load()
    assert (chosen, path.exists()) == (Settings(), False)
    assert "too large" in sentence
    assert copy_of(path).stat().st_size == 48 * 1024 * 1024
    file.save(SOME)
    assert file.load() == (SOME, "")


def test_largest_file_is_read(put):
    """Up to the limit a file is read, comments and all."""
    content = b"version = 1\n[look]\ntext_scale = 1.5\n"
    content += b"#" * (LARGEST_FILE - len(content))
    assert put(content).load()[0].look.text_scale == 1.5


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_not_read(path, expect_log, make):
    """A pipe, a folder or an endless device in its place never hangs the start, and is put out of the way."""
    expect_log(WARNING)
    path.parent.mkdir()
    make(path)
    file = SettingsFile(path)
    chosen, sentence = file.load()
    assert chosen == Settings()
    assert "not a regular file" in sentence
    file.save(SOME)
    assert file.load() == (SOME, "")


def test_copy_that_cannot_be_made(put, path, expect_log):
    """Where no copy can be, what is good is used all the same, and no copy is spoken of."""
    expect_log(WARNING)
    file = put('version = 1\n[look]\ntext_scale = 9\nappearance = "dark"\n')
    (copy_of(path) / "in the way").mkdir(parents=True)
    chosen, sentence = file.load()
    assert chosen.look == LookSettings(appearance=Appearance.DARK)
    assert "kept" not in sentence


def test_folder_that_is_a_file(tmp_path, expect_log):
    """Where no folder can be, settings are as usual and saving says why it does not work."""
    expect_log(WARNING)
    (tmp_path / "config").write_text("I am a file")
    file = SettingsFile(tmp_path / "config" / "settings.toml")
    chosen, sentence = file.load()
    assert chosen == Settings()
    assert "kept" not in sentence
    with pytest.raises(FileExistsError):
        file.save(SOME)


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_disk_trouble_leaves_the_old_file(path, monkeypatch, step, code):
    """Whichever step fails, the old file is there whole, nothing else is, and the next save works."""
    file = SettingsFile(path)
    file.save(SOME)
    before = path.read_bytes()

    def fail(*_args, **_rest):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        if step == "fsync":
            patch.setattr(os, "fsync", fail)
        elif step == "replace":
            patch.setattr(type(path), "replace", fail)
        else:
            patch.setattr(os, "fdopen", _failing_writer(fail, os.fdopen))
        with pytest.raises(OSError, match=os.strerror(code)):
            file.save(Settings())
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]
    file.save(Settings())
    assert file.load() == (Settings(), "")


def _failing_writer(fail, really_open):
    def open_failing(*args):
        opened = really_open(*args)
        half = type(
            "Half", (), {"write": fail, "__enter__": lambda self: self, "__exit__": lambda *_: opened.close()}
        )
        return half()

    return open_failing


def test_killed_while_saving(put, path):
    """What a killed save left half written does not count, and the next save is not hindered by it."""
    file = put(tomli_w.dumps({"version": 1, "look": {"text_scale": 1.5}}))
    path.with_name("settings.toml.new").write_bytes(b"version = 1\n[loo")
    assert file.load() == (Settings(look=LookSettings(text_scale=1.5)), "")
    file.save(SOME)
    assert file.load() == (SOME, "")
    assert not path.with_name("settings.toml.new").exists()


def test_half_a_character_is_saved(path):
    """The name of a device comes from elsewhere; a lone half of a character in it stops nothing."""
    file = SettingsFile(path)
    file.save(Settings(sound=SoundSettings(output="b", output_name="Speaker \ud83d")))
    assert file.load() == (Settings(sound=SoundSettings(output="b", output_name="Speaker ?")), "")


def test_log_holds_nothing_of_the_walker(put, expect_log, caplog):
    """The names in the file are for the walker's eyes, not for the log."""
    expect_log(WARNING)
    put('version = 1\n[secret]\nx = "y"\n').load()
    assert "secret" not in caplog.text


def test_file_says_what_it_is(path):
    """A person can read it: a version, sections, names, plain values."""
    SettingsFile(path).save(SOME)
    found = tomllib.loads(path.read_text("utf-8"))
    assert found["version"] == VERSION
    assert found["belt"] == {"speed_unit": "mph", "get_ready_s": 90.0, "step_on_s": 10.0}
