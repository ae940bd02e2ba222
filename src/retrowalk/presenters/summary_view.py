"""What a session came to, in words."""

from dataclasses import dataclass

from retrowalk.core.walk.session import Outcome, SessionSummary
from retrowalk.presenters.durations import counted, length_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """The page after a walk.

    Attributes:
        title: How it ended.
        rows: Names with their values, in order.
    """

    title: str
    rows: tuple[tuple[str, str], ...]


_TITLES = {
    Outcome.FINISHED: "Walk finished",
    Outcome.STOPPED: "Walk stopped early",
    Outcome.PARTIAL: "Walk kept as far as it went",
    Outcome.RUNNING: "Walk under way",
}


def build_summary_view(summary: SessionSummary) -> SummaryView:
    """Return the page for a session; forward minutes stand beside backward ones, since both count."""
    return SummaryView(
        title=_TITLES[summary.outcome],
        rows=(
            ("Backward", length_text(summary.backward_s)),
            ("Forward", length_text(summary.forward_s)),
            ("Turns", counted(summary.turns, "turn")),
            ("Bouts", f"{summary.bouts_done} of {summary.bouts_planned} done"),
        ),
    )
