"""A drag draws anew only where nothing was drawn yet."""

from retrowalk.gui.progress.drawn_stretch import DrawnStretch


def test_draws_as_much_again_on_either_side():
    """Small steps find everything in its place, a large one does not."""
    drawn = DrawnStretch()
    assert drawn.around((1,), 10.0, 20.0) == (0.0, 30.0)
    assert drawn.covers((1,), 0.0, 10.0)
    assert drawn.covers((1,), 20.0, 30.0)
    assert not drawn.covers((1,), 21.0, 31.0)
    assert not drawn.covers((1,), -1.0, 9.0)


def test_another_scale_is_drawn_anew():
    """After zooming nothing is where it was."""
    drawn = DrawnStretch()
    drawn.around((1, 0.2), 10.0, 20.0)
    assert not drawn.covers((1, 0.3), 10.0, 20.0)


def test_everything_is_everywhere():
    """Columns are few, so all of them are drawn at once."""
    drawn = DrawnStretch()
    drawn.everything((28,))
    assert drawn.covers((28,), -1e9, 1e9)
    assert not drawn.covers((7,), 0.0, 1.0)


def test_knows_nothing_at_first_and_forgets():
    """New ratings are drawn, whatever was there."""
    drawn = DrawnStretch()
    assert not drawn.covers((1,), 0.0, 1.0)
    drawn.everything((1,))
    drawn.forget()
    assert not drawn.covers((1,), 0.0, 1.0)
