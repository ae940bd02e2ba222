"""Faults of the computer are told in a sentence; faults of ours are not hidden."""

import sqlite3
from pathlib import Path

import pytest

from retrowalk.core.problems import EnvironmentProblem
from retrowalk.storage import problems
from retrowalk.storage.problems import StoreProblem, problem_of, told_plainly

PATH = Path("/data/retrowalk.db")


def an_error(code):
    """An error as SQLite raises it."""
    error = sqlite3.OperationalError("words for programmers")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_BUSY, problems.DatabaseLocked, "Another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, problems.DatabaseLocked, "Another program"),
        (sqlite3.SQLITE_FULL, problems.DatabaseUnreachable, "disk is full"),
        (sqlite3.SQLITE_IOERR_FSYNC, problems.DatabaseUnreachable, "cannot be read or written"),
        (sqlite3.SQLITE_READONLY, problems.DatabaseUnreachable, "cannot be written to"),
        (sqlite3.SQLITE_READONLY_DBMOVED, problems.DatabaseUnreachable, "moved or deleted"),
        (sqlite3.SQLITE_CANTOPEN, problems.DatabaseUnreachable, "cannot be opened"),
        (sqlite3.SQLITE_CORRUPT, problems.DatabaseDamaged, "damaged"),
        (sqlite3.SQLITE_NOTADB, problems.DatabaseDamaged, "damaged"),
    ],
)
def test_faults_of_the_computer(code, kind, words):
    """Each kind of fault has its type, its path and its sentence."""
    problem = problem_of(an_error(code), PATH)
    assert type(problem) is kind
    assert isinstance(problem, EnvironmentProblem)
    assert problem.path == PATH
    assert words in problem.sentence


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE])
def test_faults_of_ours(code):
    """A wrong statement or a broken rule is no fault of the disk."""
    assert problem_of(an_error(code), PATH) is None
    assert problem_of(sqlite3.ProgrammingError("closed"), PATH) is None


def test_faults_of_ours_pass_through():
    """What is wrong in the program reaches whoever can report it."""
    with pytest.raises(sqlite3.OperationalError, match="programmers"), told_plainly(PATH):
        raise an_error(sqlite3.SQLITE_ERROR)


@pytest.mark.parametrize(
    ("error", "path"),
    [(OSError(13, "Permission denied", "/data"), Path("/data")), (OSError(5, "I/O error"), PATH)],
)
def test_faults_of_the_system(error, path):
    """The path is the one that the system names, or else the one that was asked for."""
    with pytest.raises(StoreProblem, match=error.strerror) as problem, told_plainly(PATH):
        raise error
    assert problem.value.path == path
