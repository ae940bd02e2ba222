"""Fails a test that logs a warning or worse which it did not announce."""

import logging
import re

import pytest

HOW_TO_EXPECT = "(a test that means it asks for the fixture expect_log and calls it with a pattern)"


class LogGuard(logging.Handler):
    """Collects what is logged at WARNING and above; called with a pattern it expects such a record."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self._seen: list[str] = []
        self._expected: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Expect at least one record, in this test, whose text has a match of `pattern`."""
        self._expected.append(pattern)

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def complaint(self) -> str:
        """Return what was unexpected and what did not come, empty if the test kept its word."""
        unexpected = [text for text in self._seen if not any(re.search(p, text) for p in self._expected)]
        missing = [p for p in self._expected if not any(re.search(p, text) for text in self._seen)]
        lines = [f"unexpected log record: {text}" for text in unexpected]
        lines += [f"expected log record did not come: {pattern}" for pattern in missing]
        return "\n".join(lines)


@pytest.fixture(autouse=True)
def expect_log(request):
    """Call with a pattern to allow, and to require, a record of WARNING or above."""
    guard = LogGuard()
    logging.getLogger().addHandler(guard)
    yield guard
    logging.getLogger().removeHandler(guard)
    if complaint := guard.complaint():
        pytest.fail(f"{complaint}\n{HOW_TO_EXPECT}", pytrace=False)
