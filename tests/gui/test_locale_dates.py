"""Dates as people of a country write them."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from retrowalk.gui.locale_dates import LocaleDates

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("name", "short", "day", "week_day", "day_of_year"),
    [
        ("en_GB", "04/03/2026", "4 March 2026", "Wednesday, 4 March 2026", "4 Mar"),
        ("en_US", "3/4/2026", "March 4, 2026", "Wednesday, March 4, 2026", "Mar 4"),
        ("de_DE", "04.03.2026", "4. März 2026", "Mittwoch, 4. März 2026", "4. März"),
        ("es_ES", "4/3/2026", "4 de marzo de 2026", "miércoles, 4 de marzo de 2026", "4 de mar"),
        ("hu_HU", "2026. 03. 04.", "2026. március 4.", "2026. március 4., szerda", "márc. 4."),
        ("ja_JP", "2026/03/04", "2026年3月4日", "2026年3月4日水曜日", "3月4日"),
        ("lt_LT", "2026-03-04", "2026 m. kovo 4 d.", "2026 m. kovo 4 d., trečiadienis", "kov. 4 d."),
        ("vi_VN", "4/3/2026", "4 tháng 3, 2026", "Thứ Tư, 4 tháng 3, 2026", "4 thg 3"),
    ],
)
def test_each_country_has_its_own_way(name, short, day, week_day, day_of_year):
    """Order, separators and names; a year always has four digits."""
    dates = LocaleDates(QLocale(name))
    assert dates.short_day(DAY) == short
    assert dates.day(DAY) == day
    assert dates.week_day(DAY) == week_day
    assert dates.day_of_year(DAY) == day_of_year


def test_without_a_country_dates_are_plain():
    """Year, month, day, in this order."""
    assert LocaleDates(QLocale.c()).short_day(DAY) == "2026-03-04"


@pytest.mark.parametrize(("name", "first"), [("de_DE", 0), ("en_US", 6), ("ar_EG", 5)])
def test_knows_on_which_day_weeks_begin(name, first):
    """Monday, Sunday or Saturday."""
    assert LocaleDates(QLocale(name)).first_weekday == first


@pytest.mark.parametrize(("name", "text"), [("de_DE", "18:05"), ("en_US", "6:05\u202fPM")])
def test_times_are_those_of_the_country(name, text):
    """With or without halves of the day."""
    assert LocaleDates(QLocale(name)).time(time(18, 5)) == text


def test_months_and_years_stand_alone():
    """As they are named under the chart."""
    dates = LocaleDates(QLocale("de_DE"))
    assert (dates.month(DAY), dates.year(DAY)) == ("Mär", "2026")
