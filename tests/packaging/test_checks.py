"""One command runs every check and says what failed."""

from pathlib import Path

import pytest

from development import checks
from development.checks import WITHOUT_QT

NAMES = {
    "ruff check",
    "ruff format",
    "mypy",
    "imports",
    "tests",
    "tests without Qt",
    "a walk by keys",
    "end-to-end tests",
}


@pytest.fixture
def calls(monkeypatch):
    """What is run, and what of it fails, instead of running it."""

    class Calls(list):
        failing: str = ""

        def __call__(self, command, cwd):
            self.append(" ".join(map(str, command)))
            return 1 if self.failing and self.failing in " ".join(map(str, command)) else 0

        def capture(self, command, cwd):
            return self(command, cwd), "what it said"

    calls = Calls()
    monkeypatch.setattr(checks, "call", calls)
    monkeypatch.setattr(checks, "captured", calls.capture)
    monkeypatch.setattr(checks, "missing_tools", list)
    return calls


def test_all_checks_are_run_and_named(calls, capsys):
    """Each is named over what it says; all passed is said, and is code 0."""
    assert checks.run_all(Path("python"), []) == 0
    out = capsys.readouterr().out
    assert {line[1:-1] for line in out.splitlines() if line.startswith("[")} == NAMES
    assert out.count("what it said") == len(NAMES)
    assert "All passed" in out
    assert len(calls) == len(NAMES)


def test_failures_are_summed_up_at_the_end(calls, capsys):
    """One failure does not hide what comes after it; the last line names it."""
    calls.failing = "mypy"
    assert checks.run_all(Path("python"), []) == 1
    assert len(calls) == len(NAMES)
    assert capsys.readouterr().out.splitlines()[-1].endswith(": mypy")


def test_arguments_go_to_pytest_alone(calls):
    """With arguments nothing but pytest runs, and its own code is passed on."""
    calls.failing = "pytest"
    assert checks.run_all(Path("python"), ["-k", "turn"]) == 1
    assert calls == ["python -m pytest -k turn"]


def test_skipped_end_to_end_tests_are_one_line(calls, capsys, monkeypatch):
    """Without their tools the end-to-end tests are skipped; one line says so and names the tools."""
    monkeypatch.setattr(checks, "missing_tools", lambda: ["Xvfb", "xdotool"])
    checks.run_all(Path("python"), ["-k", "turn"])
    (line,) = capsys.readouterr().out.splitlines()
    assert "end-to-end" in line
    assert line.endswith("Xvfb xdotool")


def test_packages_without_qt_are_tested_without_it(tmp_path):
    """The folders that are there are tested with PySide6 out of reach; one not there yet is no fault."""
    present = WITHOUT_QT[:2]
    for name in present:
        (tmp_path / "tests" / name).mkdir(parents=True)
    (command,) = [
        command
        for lane in checks.lanes(Path("python"), tmp_path)
        for name, command in lane
        if name == "tests without Qt"
    ]
    assert "tests.helpers.without_qt" in command
    assert command[-2:] == [f"tests/{name}" for name in present]
