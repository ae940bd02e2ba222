"""The layers of the chart and their names; only what there is something in can be switched."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from retrowalk.core.pain.baseline import Collecting
from retrowalk.core.pain.rating import Moment
from retrowalk.core.pain.reference_lines import ReferenceKind
from retrowalk.core.pain.review import PainReview
from retrowalk.presenters.pain_words import baseline_name, reference_name


class Layer(Enum):
    """What the legend switches, in its order."""

    BEFORE = "before"
    AFTER = "after"
    NEXT_MORNING = "next-morning"
    MEAN = "mean"
    BASELINE = "baseline"
    BAND = "band"
    THIRTY_PERCENT = "thirty-percent"
    FIFTY_PERCENT = "fifty-percent"
    TWO_POINTS = "two-points"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A layer that there is something in, and whether it is shown at first."""

    layer: Layer
    label: str
    is_on: bool


LAYER_OF_MOMENT = {
    Moment.BEFORE: Layer.BEFORE,
    Moment.AFTER: Layer.AFTER,
    Moment.NEXT_MORNING: Layer.NEXT_MORNING,
}
LAYER_OF_REFERENCE = {
    ReferenceKind.THIRTY_PERCENT: Layer.THIRTY_PERCENT,
    ReferenceKind.FIFTY_PERCENT: Layer.FIFTY_PERCENT,
    ReferenceKind.TWO_POINTS: Layer.TWO_POINTS,
}
_MOMENT_NAMES = {
    Moment.BEFORE: "before a walk",
    Moment.AFTER: "after a walk",
    Moment.NEXT_MORNING: "next morning",
}
_OFF_AT_FIRST = {Layer.FIFTY_PERCENT, Layer.TWO_POINTS}


def build_legend(
    review: PainReview, moments: frozenset[Moment], *, has_minutes: bool
) -> tuple[LegendEntry, ...]:
    """Return the layers that there is something in.

    Args:
        review: What the ratings come to.
        moments: Those that any rating was given at.
        has_minutes: Whether there was any walk.
    """
    labels: dict[Layer, str] = {
        LAYER_OF_MOMENT[moment]: name for moment, name in _MOMENT_NAMES.items() if moment in moments
    }
    if review.runs:
        labels[Layer.MEAN] = "7-day mean"
    labels |= _baseline_labels(review)
    if has_minutes:
        labels[Layer.MINUTES] = "minutes walked"
    return tuple(
        LegendEntry(layer=layer, label=labels[layer], is_on=layer not in _OFF_AT_FIRST)
        for layer in Layer
        if layer in labels
    )


def _baseline_labels(review: PainReview) -> Mapping[Layer, str]:
    if isinstance(review.baseline, Collecting):
        return {}
    labels = {Layer.BASELINE: baseline_name(review.baseline)}
    if review.latest and review.compare(review.latest):
        labels[Layer.BAND] = "usual ups and downs"
    return labels | {
        LAYER_OF_REFERENCE[line.kind]: reference_name(line.kind) for line in review.reference_lines()
    }
