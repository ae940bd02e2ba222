"""The lines below the baseline, and when each of them would mean nothing."""

import pytest

from retrowalk.core.pain.reference_lines import ReferenceKind, reference_lines

THIRTY, FIFTY, TWO = ReferenceKind.THIRTY_PERCENT, ReferenceKind.FIFTY_PERCENT, ReferenceKind.TWO_POINTS


@pytest.mark.parametrize(
    ("baseline", "lines"),
    [
        (6.0, {THIRTY: 4.2, FIFTY: 3.0, TWO: 4.0}),
        (4.0, {THIRTY: 2.8, FIFTY: 2.0, TWO: 2.0}),
        (3.99, {THIRTY: 2.793, FIFTY: 1.995}),
        (2.0, {THIRTY: 1.4, FIFTY: 1.0}),
        (1.99, {}),
        (0.0, {}),
    ],
)
def test_depend_on_where_one_starts(baseline, lines):
    """Below 4 no two points, below 2 no percent at all."""
    assert {line.kind: line.level for line in reference_lines(baseline)} == pytest.approx(lines)
