"""How quick Progress is: `python -m tests.benchmarks.chart [--sessions]`, by hand.

Draws ten years of three ratings a day, then 100,000 ratings, without a screen, and prints what each step
takes: the sums behind the chart, the page until it is painted, the ranges, a frame of drag and of wheel.
A bare line of pyqtgraph with as many points is dragged for comparison. With --sessions the list gets 100,000
sessions as well. Times are those of the processor, so that other programs on the computer do not count.
"""

import argparse
import os
import resource
import statistics
import time
from datetime import timedelta

DAYS = 3650
FRAMES = 60
SIZE = 1280, 800


class Stopwatch:
    """Prints what took how long, in milliseconds."""

    def __init__(self):
        self._since_s = time.thread_time()

    def lap(self, what):
        """Print the time since the last lap."""
        now_s = time.thread_time()
        print(f"  {what:<46}{(now_s - self._since_s) * 1000:8.1f} ms")
        self._since_s = time.thread_time()


def frames(what, step, paint):
    """Print the middle and the slowest tenth of frames."""
    took_ms = []
    for number in range(FRAMES):
        begin_s = time.thread_time()
        step(number)
        paint()
        took_ms.append((time.thread_time() - begin_s) * 1000)
    slow = statistics.quantiles(took_ms, n=10)[-1]
    print(f"  {what:<46}{statistics.median(took_ms):8.1f} ms   slowest tenth from {slow:.1f} ms")


def history(walks_a_day):
    """Ten years of walks every day, each rated before, after and the next morning."""
    from retrowalk.core.pain.rating import Moment
    from tests.helpers.pain_histories import a_rating, a_session, at

    sessions, ratings = [], []
    for day in range(DAYS):
        for walk in range(walks_a_day):
            name = f"{day}-{walk}"
            sessions.append(a_session(day, 8 + walk, session=name))
            usual = 3 + (day * 7 + walk * 3) % 5
            for moment, later, score in (
                (Moment.BEFORE, 0, usual),
                (Moment.AFTER, 0, usual - day % 2),
                (Moment.NEXT_MORNING, 1, usual - day % 3),
            ):
                rated = at(day + later, 7 if later else 8 + walk, walk)
                ratings.append(a_rating(day + later, score, moment, name, rated_utc=rated))
    sessions.reverse()
    ratings.sort(key=lambda rating: rating.rated_utc)
    return sessions, ratings


def measure(app, walks_a_day):
    """Print what a history of so many walks a day takes."""
    from retrowalk.gui.progress.chart_page import ChartPage
    from retrowalk.gui.progress.progress_place import ProgressPlace
    from retrowalk.presenters.chart_ranges import ChartRange
    from retrowalk.presenters.progress_view import build_progress_view
    from tests.helpers.pain_histories import on
    from tests.helpers.progress_views import DATES

    sessions, ratings = history(walks_a_day)
    print(f"{len(sessions)} sessions, {len(ratings)} ratings")
    watch = Stopwatch()
    view = build_progress_view(sessions, ratings, today=on(DAYS), dates=DATES)
    watch.lap("sums behind the chart")
    place = ProgressPlace(DATES)
    place.resize(*SIZE)
    place.show_state(view)
    place.show()
    app.processEvents()
    watch.lap("page until it is painted")
    place.grab()
    watch.lap("painted once more, as a whole")
    page = place.findChild(ChartPage, "chart_page")
    assert page is not None
    plot = page.plot
    for chosen in (*ChartRange, ChartRange.TWELVE_MONTHS, ChartRange.ALL):
        page.show_range(chosen)
        app.processEvents()
        watch.lap(f"range: {chosen.value}")
    chart = plot._chart
    canvas = chart._canvas.viewport()
    for chosen in (ChartRange.THREE_MONTHS, ChartRange.TWELVE_MONTHS, ChartRange.ALL):
        page.show_range(chosen)
        chart.zoom(0.7)
        app.processEvents()
        frames(
            f"drag, {chosen.value}", lambda number: chart.pan(-0.01 if number < 40 else 0.01), canvas.repaint
        )
    page.show_range(ChartRange.ALL)
    frames("wheel, from all to a month", lambda _number: chart.zoom(0.92), canvas.repaint)
    place.close()
    place.deleteLater()
    app.processEvents()


def measure_bare_line(app, points):
    """Print what pyqtgraph takes for nothing but a line."""
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    plot.resize(*SIZE)
    plot.plot(list(range(points)), [number * 7 % 11 for number in range(points)])
    plot.show()
    app.processEvents()
    frames(
        f"drag, a bare line of {points} points",
        lambda _number: plot.getViewBox().translateBy(x=points * 0.001),
        plot.viewport().repaint,
    )
    plot.close()


def measure_sessions(app):
    """Print what the list takes for 100,000 sessions."""
    from dataclasses import replace

    from PySide6.QtCore import Qt

    from retrowalk.gui.progress.session_list import SessionList
    from tests.helpers.pain_histories import a_session
    from tests.helpers.progress_views import a_progress_view

    one = a_session(0)
    sessions = [
        replace(one, start=replace(one.start, started_utc=one.start.started_utc - timedelta(minutes=number)))
        for number in range(100_000)
    ]
    print("100000 sessions")
    watch = Stopwatch()
    view = a_progress_view(sessions)
    watch.lap("sums behind the page")
    widget = SessionList()
    widget.resize(*SIZE)
    widget.show_table(view.table)
    widget.show()
    app.processEvents()
    watch.lap("list until it is painted")
    widget.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    app.processEvents()
    watch.lap("sorted by another column")
    bar = widget.verticalScrollBar()
    frames("scroll", lambda number: bar.setValue(number * 1500), widget.viewport().repaint)
    widget.close()


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", action="store_true")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from retrowalk.gui.fonts import load_fonts
    from retrowalk.gui.theme import LIGHT, apply_theme
    from retrowalk.system import resources

    app = QApplication([])
    load_fonts(resources.folder("fonts"))
    apply_theme(app, LIGHT)
    watch = Stopwatch()
    import retrowalk.gui.widgets.chart  # noqa: F401 - what it costs to load is measured

    watch.lap("pyqtgraph loaded")
    measure(app, 1)
    measure_bare_line(app, 3 * DAYS)
    measure(app, 9)
    measure_bare_line(app, 100_000)
    if arguments.sessions:
        measure_sessions(app)
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
