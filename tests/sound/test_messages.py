"""What the two processes tell each other arrives as it was sent."""

import msgspec
import pytest

from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.core.walk.cue import Motif
from retrowalk.sound.messages import (
    Alive,
    ChooseOutput,
    Forget,
    Outcome,
    Output,
    Outputs,
    SetVolumes,
    SoundCue,
    Status,
    Tell,
    Told,
    read_report,
    read_wish,
    report_line,
    wish_line,
)

CUES = (
    SoundCue(id=1, at_s=12.25, motif=Motif.TURN),
    SoundCue(id=2, at_s=1e6, words=("start-at", "number-0")),
)
WISHES = (
    Tell(CUES),
    Forget(),
    SetVolumes(voice=0.5, sounds=1.0),
    ChooseOutput(id=None),
    ChooseOutput(id="ö"),
)
REPORTS = (
    Alive(),
    Status(SoundStatus(state=SoundState.LOST, reason="No sound.")),
    Outputs((Output(id="a", name="Kopfhörer", is_default=True),)),
    Told(id=3, outcome=Outcome.LATE, at_s=2.5),
)


@pytest.mark.parametrize("wish", WISHES)
def test_wishes_arrive(wish):
    """Each is one line."""
    assert wish_line(wish).count(b"\n") == 1
    assert read_wish(wish_line(wish)) == wish


@pytest.mark.parametrize("report", REPORTS)
def test_reports_arrive_after_chatter(report):
    """Half a line that a library printed does not swallow a report."""
    lines = (b"ALSA lib: half a line" + report_line(report)).splitlines()
    assert [read_report(line) for line in lines] == [None, report]


@pytest.mark.parametrize("line", [b"", b"{}", b"[1]", b'{"type":"alarm"}', b"\xff\xfe", b'{"type":"told"}'])
def test_what_is_no_report_is_none(line):
    """Nothing that a process prints can upset its parent."""
    assert read_report(line) is None


def test_what_is_no_wish_is_refused():
    """The sound process drops a line that it does not understand."""
    with pytest.raises(msgspec.DecodeError):
        read_wish(b'{"type":"tell","cues":[{"id":1,"at_s":"soon"}]}')
