"""What is said when something worse than pain is felt. Public wording of signs; no diagnosis."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyText:
    """A page of advice.

    Attributes:
        title: What to do first.
        paragraphs: Headings with the signs that stand under them.
        closing: What the program itself does.
    """

    title: str
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...]
    closing: str


EMERGENCY_SIGNS = (
    "pain, tingling, weakness or numbness in both legs",
    "numbness round the genitals or buttocks",
    "trouble passing urine, or no control over bladder or bowel",
    "chest pain",
    "back pain that began after a serious accident",
)
SAME_WEEK_SIGNS = (
    "fever",
    "weight loss without trying",
    "a lump on the back, or a changed shape of it",
    "pain that no rest eases, or that is worse at night",
)
STOP_FOR_TODAY = SafetyText(
    title="Stop the belt, hold a rail and step off. Sit down.",
    paragraphs=(
        ("Call the emergency number at once for", EMERGENCY_SIGNS),
        ("Ask a doctor this week about", SAME_WEEK_SIGNS),
    ),
    closing="The walk has ended and is kept. No more walking backward today.",
)
