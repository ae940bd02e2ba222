"""What can be said aloud: sentences put together from a closed vocabulary of clips.

A phrase is a tuple of clip ids. Each id stands for one packaged recording, so whatever is planned can be
spoken without any speech engine; `vocabulary` is the complete list that the recordings are made from.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from retrowalk.core.pain.rating import HIGHEST, LOWEST
from retrowalk.core.units import SpeedUnit, speed_in

Phrase: TypeAlias = tuple[str, ...]

HIGHEST_NUMBER = 60
HIGHEST_HOUR = 24

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = tuple(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine"))
_SMALL = (*_ONES, "ten", "eleven", "twelve", *_TEENS)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty")


class Say(Enum):
    """The fixed clips, by id."""

    FORWARD = "forward"
    BACKWARD = "backward"
    TURN_ROUND = "turn-round"
    FORWARD_IN = "forward-in"
    BACKWARD_IN = "backward-in"
    TURN_IN = "turn-in"
    END_IN = "end-in"
    TO_FORWARD = "to-forward"
    TO_BACKWARD = "to-backward"
    STOP_THE_BELT = "stop-the-belt"
    FEET_ON_RAILS = "feet-on-rails"
    TURN_HOLDING = "turn-holding"
    START_AT = "start-at"
    START_THE_BELT = "start-the-belt"
    STEP_ON = "step-on"
    PRESS_WHEN_READY = "press-when-ready"
    UNTIL_YOU_PRESS = "until-you-press"
    GET_READY = "get-ready"
    GOING_ON_IN = "going-on-in"
    HALFWAY = "halfway"
    LAST_BACKWARD = "last-backward"
    STILL_TO_GO = "still-to-go"
    TIME_ADDED = "time-added"
    TIME_TAKEN_OFF = "time-taken-off"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    PAIN_NOTED = "pain-noted"
    SKIPPED = "skipped"
    AGAIN_FROM_START = "again-from-start"
    FORWARD_ONLY = "forward-only"
    COOL_DOWN = "cool-down"
    FINISHED = "finished"
    STOPPED = "stopped"
    HOLD_AND_STEP_OFF = "hold-and-step-off"
    IF_PAIN_ABOVE = "if-pain-above"
    STOP_AND_STEP_OFF = "stop-and-step-off"
    INCLINE = "incline"
    DECLINE = "decline"


_FIXED: Mapping[Say, str] = MappingProxyType(
    {
        Say.FORWARD: "forward.",
        Say.BACKWARD: "backward.",
        Say.TURN_ROUND: "turn round.",
        Say.FORWARD_IN: "forward, in",
        Say.BACKWARD_IN: "backward, in",
        Say.TURN_IN: "turn round, in",
        Say.END_IN: "the walk ends in",
        Say.TO_FORWARD: "then forward.",
        Say.TO_BACKWARD: "then backward.",
        Say.STOP_THE_BELT: "stop the belt.",
        Say.FEET_ON_RAILS: "feet on the side rails.",
        Say.TURN_HOLDING: "turn round, holding a rail.",
        Say.START_AT: "start at",
        Say.START_THE_BELT: "start the belt.",
        Say.STEP_ON: "step on.",
        Say.PRESS_WHEN_READY: "press the space key when you are ready.",
        Say.UNTIL_YOU_PRESS: "until you press a key.",
        Say.GET_READY: "get ready.",
        Say.GOING_ON_IN: "going on in",
        Say.HALFWAY: "halfway.",
        Say.LAST_BACKWARD: "last backward bout.",
        Say.STILL_TO_GO: "still to go,",
        Say.TIME_ADDED: "time added,",
        Say.TIME_TAKEN_OFF: "time taken off,",
        Say.PAUSED: "paused.",
        Say.INTERRUPTED: "interrupted.",
        Say.PAIN_NOTED: "pain noted.",
        Say.SKIPPED: "skipped.",
        Say.AGAIN_FROM_START: "again from the start.",
        Say.FORWARD_ONLY: "forward only from here.",
        Say.COOL_DOWN: "cool down.",
        Say.FINISHED: "the walk is finished.",
        Say.STOPPED: "the walk is stopped.",
        Say.HOLD_AND_STEP_OFF: "hold a rail and step off.",
        Say.IF_PAIN_ABOVE: "if the pain goes above",
        Say.STOP_AND_STEP_OFF: "stop the belt, hold a rail and step off.",
        Say.INCLINE: "incline",
        Say.DECLINE: "decline",
    }
)


def phrase(*parts: Say | Phrase) -> Phrase:
    """Return one phrase from fixed clips and phrases, in order."""
    words: list[str] = []
    for part in parts:
        words.extend((part.value,) if isinstance(part, Say) else part)
    return tuple(words)


def length_words(seconds: float) -> Phrase:
    """Return how a length of time is said, to the nearest second: "one minute, thirty seconds"."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    counts = (("hours", min(hours, HIGHEST_HOUR)), ("minutes", minutes), ("seconds", rest))
    words = [f"{unit}-{count}" for unit, count in counts if count] or ["seconds-0"]
    return (*(f"{word}-and" for word in words[:-1]), words[-1])


def decimal_words(value: float) -> Phrase:
    """Return how a number of 0 to 60 is said, with one decimal: "zero point eight"."""
    tenths = min(round(abs(value) * 10), HIGHEST_NUMBER * 10)
    return (f"number-{tenths // 10}", f"point-{tenths % 10}")


def score_words(score: int) -> Phrase:
    """Return how a pain rating of 0 to 10 is said where the sentence goes on."""
    return (f"score-{min(max(score, LOWEST), HIGHEST)}",)


def speed_words(speed_kmh: float, unit: SpeedUnit) -> Phrase:
    """Return how a belt speed is said, as the console shows it: without its unit."""
    return decimal_words(speed_in(unit, speed_kmh))


def incline_words(percent: float) -> Phrase:
    """Return how an incline is said: "incline two point five"; a negative one is a decline."""
    return phrase(Say.INCLINE if percent >= 0 else Say.DECLINE, decimal_words(percent))


def vocabulary() -> Mapping[str, str]:
    """Return every clip id with the text that its recording speaks.

    A text ending in a full stop is spoken with a falling voice, the others as the middle of a sentence.
    """
    texts = {say.value: text for say, text in _FIXED.items()}
    texts |= {f"number-{n}": _number_text(n) for n in range(HIGHEST_NUMBER + 1)}
    texts |= {f"score-{n}": f"{_number_text(n)}," for n in range(LOWEST, HIGHEST + 1)}
    texts |= {f"point-{n}": f"point {_number_text(n)}." for n in range(10)}
    texts |= {f"seconds-{n}": _counted(n, "second") for n in range(60)}
    texts |= {f"minutes-{n}": _counted(n, "minute") for n in range(1, 60)}
    texts |= {f"hours-{n}": _counted(n, "hour") for n in range(1, HIGHEST_HOUR + 1)}
    texts |= {f"minutes-{n}-and": _counted(n, "minute", ",") for n in range(1, 60)}
    texts |= {f"hours-{n}-and": _counted(n, "hour", ",") for n in range(1, HIGHEST_HOUR + 1)}
    return texts


def text_of(words: Phrase, texts: Mapping[str, str]) -> str:
    """Return a phrase as it is read: "Backward. One minute. Zero point eight."

    Args:
        words: The clips, in order.
        texts: What `vocabulary` returned.
    """
    sentence, starts = "", True
    for word in words:
        text = texts[word]
        sentence += (" " if sentence else "") + (text[0].upper() + text[1:] if starts else text)
        starts = text.endswith(".")
    return sentence


def _number_text(value: int) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def _counted(value: int, unit: str, end: str = ".") -> str:
    return f"{_number_text(value)} {unit}{'' if value == 1 else 's'}{end}"
