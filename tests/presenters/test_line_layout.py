"""The line over years: one mean a week is enough, and no gap is closed."""

from hypothesis import given
from hypothesis import strategies as st

from retrowalk.presenters.line_layout import band_pieces, thin_run
from retrowalk.presenters.pain_chart import LinePoint
from tests.helpers.pain_histories import on


def a_run(days):
    """Means on these days."""
    return tuple(LinePoint(day=on(day), mean=day % 10, band=None) for day in sorted(days))


@given(st.sets(st.integers(0, 400), min_size=1, max_size=80))
def test_keeps_the_ends_and_one_of_each_week(days):
    """What is left out lies in a week of which another mean is drawn."""
    run = a_run(days)
    thin = thin_run(run)
    assert (thin[0], thin[-1]) == (run[0], run[-1])
    assert set(thin) <= set(run)
    assert list(thin) == sorted(thin, key=lambda point: point.day)
    weeks = {(point.day - run[0].day).days // 7 for point in run}
    assert {(point.day - run[0].day).days // 7 for point in thin} == weeks
    assert len(thin) <= len(weeks) + 1


def a_banded_run(*days):
    """Means on these days, within a band from 2 to 4."""
    return tuple(LinePoint(day=on(day), mean=3.0, band=(2.0, 4.0)) for day in days)


def test_the_band_goes_as_far_as_the_line():
    """Each unbroken piece has its own, from the first point that has one."""
    runs = [(*a_run({0}), *a_banded_run(1, 2)), a_banded_run(9, 10), a_run({20})]
    first = on(0).toordinal()
    assert [[at - first for at, _, _ in piece] for piece in band_pieces(runs, 0)] == [[1, 2], [9, 10]]


def test_gaps_too_narrow_to_be_seen_do_not_break_the_band():
    """Over years a week is two pixels; the line is broken there, the band is not."""
    runs = [a_banded_run(1, 2), a_banded_run(9, 10), a_banded_run(60)]
    assert [len(piece) for piece in band_pieces(runs, 28)] == [4, 1]


def test_nothing_stays_nothing():
    """An empty piece has no ends."""
    assert thin_run(()) == ()
