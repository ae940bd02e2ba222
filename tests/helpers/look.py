"""Looking at widgets: laid out as on a screen, which colours they show, what can be seen of them.

Read by conftest.py, so nothing of Qt is imported before it is needed.
"""


def settle():
    """Let layouts come to rest, as they do between two key presses."""
    from PySide6.QtWidgets import QApplication

    for _ in range(6):
        QApplication.processEvents()


def place_in(widget, page):
    """Return the rectangle of a widget in the coordinates of its page."""
    return widget.rect().translated(widget.mapTo(page, widget.rect().topLeft()))


def lies_in(widget, page):
    """Return whether all of a widget is inside its page."""
    return page.rect().contains(place_in(widget, page))


def colour_at(widget, x, y):
    """Return the colour of one pixel of a widget."""
    return widget.grab().toImage().pixelColor(x, y)


def first_column(widget, colour):
    """Return the first column of pixels in which a colour is seen, or nearly so, or None."""
    from PySide6.QtGui import QColor

    image, wanted = widget.grab().toImage(), QColor(colour)
    for x in range(image.width()):
        if any(_is_nearly(image.pixelColor(x, y), wanted) for y in range(image.height())):
            return x
    return None


def _is_nearly(one, other):
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(here - there) < 40 for here, there in channels)


def show_active(qtbot, widget):
    """Show a window, laid out and with the keyboard."""
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    settle()
