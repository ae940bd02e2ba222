"""A session that a crash cut off: keep it, continue it, or discard it."""

from concurrent.futures import Future

from retrowalk.core.ports import History, Journal
from retrowalk.core.walk.session import UnfinishedSession
from retrowalk.core.walk.summary import summarise
from retrowalk.services.change_feed import Changed, ChangeFeed


class Recovery:
    """What can be done with a session that was cut off. To continue it is the session service's part.

    Args:
        history: Where it is found.
        journal: Where the choice is written down.
        changes: Who is told of what was written.
    """

    def __init__(self, *, history: History, journal: Journal, changes: ChangeFeed) -> None:
        self._history = history
        self._journal = journal
        self._changes = changes

    def find(self) -> Future[UnfinishedSession | None]:
        """Return the latest session that was cut off, or None."""
        return self._history.unfinished()

    def keep(self, unfinished: UnfinishedSession) -> Future[None]:
        """Put the session into the history as far as it went; return when that is saved."""
        summary = summarise(
            unfinished.start.id, unfinished.start.plan, unfinished.facts, unfinished.reached_s
        )
        return self._telling(self._journal.close(summary))

    def discard(self, unfinished: UnfinishedSession) -> Future[None]:
        """Delete the session with its ratings; return when that is saved."""
        return self._telling(self._journal.discard(unfinished.start.id))

    def _telling(self, saved: Future[None]) -> Future[None]:
        changed = Changed.HISTORY | Changed.PAIN
        saved.add_done_callback(lambda done: None if done.exception() else self._changes.tell(changed))
        return saved
