"""Pictures of whole screens, compared with accepted ones; and the look that they are taken in.

`pytest --accept-screenshots` writes what is seen as the accepted pictures. A picture that differs is written,
beside what was expected and where they differ, into the folder of the test. Other systems draw letters
differently, so pictures are compared on Linux only.
"""

import sys
from pathlib import Path

import pytest

from tests.helpers.look import show_active

FOLDER = Path(__file__).parents[1] / "data" / "screenshots"
NOTICEABLE = 24
"""Difference of one channel, of 255, from which on a pixel counts as another one."""
TOLERATED_SHARE = 0.0005


def pytest_addoption(parser):
    """Know how to accept pictures."""
    parser.addoption("--accept-screenshots", action="store_true", help="accept the pictures as they are now")


@pytest.fixture
def dress(qapp):
    """Put on packaged fonts and a theme: the light one at 100 % text first, others when called."""
    from retrowalk.gui.fonts import load_fonts
    from retrowalk.gui.theme import LIGHT, apply_theme
    from retrowalk.system import resources

    undressed = qapp.palette(), qapp.font()

    def put_on(theme=LIGHT, text_scale=1.0):
        apply_theme(qapp, theme, text_scale)

    assert load_fonts(resources.folder("fonts")) == ()
    put_on()
    yield put_on
    qapp.setStyleSheet("")
    qapp.setPalette(undressed[0])
    qapp.setFont(undressed[1])


@pytest.fixture
def assert_screenshot(dress, qtbot, request, tmp_path):
    """Show a widget at the size that it has, and compare it with the accepted picture of that name."""

    def check(widget, name):
        show_active(qtbot, widget)
        actual = _picture(widget)
        accepted = FOLDER / f"{name}.png"
        if request.config.getoption("--accept-screenshots"):
            FOLDER.mkdir(parents=True, exist_ok=True)
            actual.save(str(accepted))
        elif sys.platform == "linux":
            _compare(actual, accepted, tmp_path / name)

    return check


def different_share(one, other):
    """Return the share of pixels, 0-1, in which two pictures of one size differ noticeably."""
    return float(_noticeable(one, other).mean())


def _picture(widget):
    from PySide6.QtGui import QImage

    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(0)
    widget.render(image)
    return image


def _compare(actual, accepted, folder):
    from PySide6.QtGui import QImage

    expected = QImage(str(accepted)).convertToFormat(QImage.Format.Format_RGB32)
    if expected.isNull():
        pytest.fail(f"there is no accepted picture {accepted.name}; look at it and accept it", pytrace=False)
    alike = expected.size() == actual.size() and different_share(actual, expected) <= TOLERATED_SHARE
    if not alike:
        _write_all(actual, expected, folder)
        pytest.fail(f"{accepted.name} looks different now: see {folder}", pytrace=False)


def _write_all(actual, expected, folder):
    import numpy as np
    from PySide6.QtGui import QImage

    folder.mkdir()
    actual.save(str(folder / "actual.png"))
    expected.save(str(folder / "expected.png"))
    if actual.size() == expected.size():
        marks = np.where(_noticeable(actual, expected), 0, 255).astype(np.uint8)
        height, width = marks.shape
        diff = QImage(marks.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        diff.save(str(folder / "diff.png"))


def _noticeable(one, other):
    import numpy as np

    return np.abs(_pixels(one) - _pixels(other)).max(axis=2) > NOTICEABLE


def _pixels(image):
    import numpy as np

    rows = np.frombuffer(image.constBits(), dtype=np.uint8)
    return rows.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3].astype(np.int16)
