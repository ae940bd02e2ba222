"""Who is told of writes."""

from retrowalk.services.change_feed import Changed, ChangeFeed


def test_every_listener_hears_every_change():
    """A change reaches all listeners, with its flags."""
    feed = ChangeFeed()
    heard: list[tuple[str, Changed]] = []
    feed.listen(lambda changed: heard.append(("first", changed)))
    feed.listen(lambda changed: heard.append(("second", changed)))
    feed.tell(Changed.HISTORY | Changed.PAIN)
    assert heard == [("first", Changed.HISTORY | Changed.PAIN), ("second", Changed.HISTORY | Changed.PAIN)]


def test_a_failing_listener_keeps_nobody_else_from_hearing(expect_log):
    """One listener's fault is logged and does not silence the next."""
    feed = ChangeFeed()
    heard: list[Changed] = []

    def fail(_changed):
        raise ValueError("no")

    feed.listen(fail)
    feed.listen(heard.append)
    expect_log("a listener failed")
    feed.tell(Changed.PAIN)
    assert heard == [Changed.PAIN]
