"""Ticks of the time axis: round dates, and never more names than there is room for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.presenters.day_ticks import TickForm, day_ticks, year_turns

FIRST = date(2025, 11, 20)
MONDAY, SUNDAY = 0, 6


def ticks(days, most, first_weekday=MONDAY):
    """The ticks of so many days from 20 November 2025 on."""
    return day_ticks(FIRST, FIRST + timedelta(days=days - 1), most, first_weekday)


def test_two_weeks_name_each_day():
    """If there is room."""
    found = ticks(14, 14)
    assert found.form is TickForm.DAY
    assert found.named == tuple(FIRST + timedelta(days=day) for day in range(14))
    assert found.marked == ()


@pytest.mark.parametrize(("first_weekday", "name"), [(MONDAY, "Mon"), (SUNDAY, "Sun"), (5, "Sat")])
def test_weeks_begin_as_they_do_in_the_country(first_weekday, name):
    """On Monday, Sunday or Saturday; the days between are marked."""
    found = ticks(31, 8, first_weekday)
    assert {f"{day:%a}" for day in found.named} == {name}
    assert len(found.named) + len(found.marked) == 31


def test_a_year_names_its_months():
    """On their first days, with the weeks marked between."""
    found = ticks(366, 13)
    assert found.form is TickForm.MONTH
    assert found.named[:3] == (date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1))
    assert {day.weekday() for day in found.marked} == {MONDAY}


def test_ten_years_name_the_years():
    """And mark quarters."""
    found = ticks(3650, 10)
    assert found.form is TickForm.YEAR
    assert [day.year for day in found.named] == list(range(2026, 2036))
    assert {day.month for day in found.marked} == {4, 7, 10}


def test_the_year_is_said_first_and_where_it_changes():
    """A date without its year says nothing about which one."""
    months = tuple(date(2025 + month // 12, month % 12 + 1, 1) for month in range(9, 30, 3))
    assert sorted(year_turns(months)) == [date(2025, 10, 1), date(2026, 1, 1), date(2027, 1, 1)]
    assert year_turns(()) == frozenset()


@given(
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.integers(0, 40_000),
    st.integers(1, 40),
    st.integers(0, 6),
)
def test_never_more_names_than_room(first, days, most, first_weekday):
    """Whatever is seen, in whatever year."""
    last = first + min(timedelta(days=days), date(9999, 12, 31) - first)
    found = day_ticks(first, last, most, first_weekday)
    assert len(found.named) <= most + 1
    assert all(first <= day <= last for day in found.named + found.marked)
    assert list(found.named) == sorted(set(found.named))
    assert not set(found.named) & set(found.marked)
