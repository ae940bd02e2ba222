"""Wall times are stored exactly, in whole milliseconds."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.storage.stored_values import utc_ms, utc_of


@given(st.integers(-62_135_596_800_000, 253_402_300_799_999))
def test_every_moment_comes_back(milliseconds):
    """No float is on the way that could lose a millisecond."""
    assert utc_ms(utc_of(milliseconds)) == milliseconds


def test_zone_does_not_matter():
    """The same moment is the same number wherever it was read."""
    noon = datetime(2026, 3, 29, 12, tzinfo=UTC)
    assert utc_ms(noon.astimezone(timezone(timedelta(hours=2)))) == utc_ms(noon) == 1_774_785_600_000


def test_moment_without_a_zone_is_refused():
    """What could mean any hour of the day is not stored."""
    with pytest.raises(TypeError):
        utc_ms(datetime(2026, 3, 29, 12))  # noqa: DTZ001 - that is the point
