"""What can be said to the program when it is started."""

import json

import pytest

from retrowalk import __version__
from retrowalk.app import command_line
from retrowalk.app.command_line import main


def test_version_says_which_it_is(capsys):
    """--version prints name and version, and needs no display."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"retrowalk {__version__}\n"


@pytest.mark.parametrize("scale", ["0.5", "nan", "-3", "fast", "1e9"])
def test_a_time_scale_out_of_range_is_refused(scale, capsys):
    """A scale that is no number from 1 to 1000 ends with a sentence."""
    with pytest.raises(SystemExit) as ended:
        main(["--time-scale", scale])
    assert ended.value.code == 2
    assert "is not a number from 1 to 1000" in capsys.readouterr().err


def test_without_a_display_one_sentence_is_said(monkeypatch, capsys):
    """No window is tried where there is nothing to show it on."""
    monkeypatch.setattr(command_line, "display_problem", lambda: "There is no display.")
    assert main([]) == 1
    assert capsys.readouterr().err == "retrowalk: There is no display.\n"


def test_cues_of_a_built_in_preset_are_listed(capsys):
    """`cues NAME` prints instant, kind and what is heard, whatever the case of the name."""
    assert main(["cues", "FIRST steps"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "First steps"
    assert lines[1].split() == ["0:00.00", "change", "[forward]"]
    assert any(line.split() == ["4:45.00", "change", "[backward]"] for line in lines)


def test_cues_of_an_unknown_preset_name_those_there_are(capsys):
    """A name that is not there is answered with those that are."""
    assert main(["cues", "Nothing"]) == 1
    said = capsys.readouterr().err
    assert "there is no preset “Nothing”" in said
    assert "“First steps”" in said


def test_cues_of_a_file_that_is_none_name_the_fault(tmp_path, capsys):
    """A damaged preset file is refused with its place, and without a traceback."""
    file = tmp_path / "broken.retrowalk"
    file.write_text(json.dumps({"format": "retrowalk-presets", "version": 1, "title": "x", "presets": 3}))
    assert main(["cues", str(file)]) == 1
    assert "$.presets" in capsys.readouterr().err
