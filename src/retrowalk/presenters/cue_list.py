"""Everything that will be heard in a walk, as lines to read."""

from collections.abc import Iterable, Iterator, Mapping

from retrowalk.core.walk.cue import Cue, CuePoint
from retrowalk.core.walk.phrases import text_of, vocabulary


def cue_lines(points: Iterable[CuePoint]) -> Iterator[str]:
    """Yield one line for each cue: its instant, its kind, and the sound or the words."""
    texts = vocabulary()
    for point in points:
        minutes, seconds = divmod(point.at_s, 60)
        yield f"{int(minutes):3}:{seconds:05.2f}  {point.cue.kind.value:<13}  {_heard(point.cue, texts)}"


def _heard(cue: Cue, texts: Mapping[str, str]) -> str:
    if cue.motif is not None:
        return f"[{cue.motif.value}]"
    return cue.note or text_of(cue.words, texts)
