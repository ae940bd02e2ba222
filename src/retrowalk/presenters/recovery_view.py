"""What is said about a walk that was cut off."""

from dataclasses import dataclass
from datetime import timedelta, timezone

from retrowalk.core.walk.schedule import build_schedule
from retrowalk.core.walk.session import UnfinishedSession
from retrowalk.presenters.durations import clock_text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryView:
    """The question about a walk that was cut off: keep, continue or discard."""

    title: str
    text: str


def build_recovery_view(unfinished: UnfinishedSession) -> RecoveryView:
    """Return the question, with the walk's name, when it began and how far it came."""
    start = unfinished.start
    local = start.started_utc.astimezone(timezone(timedelta(minutes=start.utc_offset_min)))
    whole_s = build_schedule(start.plan).length_s
    return RecoveryView(
        title="A walk was cut off",
        text=(
            f"“{start.plan.name}”, begun on {local:%d %B} at {local:%H:%M}, was cut off after "
            f"{clock_text(unfinished.reached_s)} of {clock_text(whole_s)}. Nothing of it is lost. "
            "Continuing begins with a countdown to step on."
        ),
    )
