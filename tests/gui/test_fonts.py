"""The packaged fonts."""

import shutil

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QRawFont

from retrowalk.gui.fonts import DIGITS_FAMILY, TEXT_FAMILY, load_fonts
from retrowalk.system import resources


def test_packaged_fonts_are_found_by_name(dress):
    """Text in two weights, and the bold cut for the digits."""
    assert {400, 600} <= {
        QFontDatabase.weight(TEXT_FAMILY, style) for style in QFontDatabase.styles(TEXT_FAMILY)
    }
    assert QFontDatabase.weight(DIGITS_FAMILY, "Bold") == 700


def test_digits_can_be_of_one_width(dress):
    """With tabular figures no digit moves its neighbours."""
    font = QFont(TEXT_FAMILY)
    font.setFeature(QFont.Tag("tnum"), 1)
    metrics = QFontMetrics(font)
    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_file_that_is_no_font_is_named(qapp, tmp_path):
    """One bad file does not keep the others away."""
    shutil.copy(resources.folder("fonts") / "Inter-Regular.otf", tmp_path)
    (tmp_path / "Broken.otf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == ("Broken.otf",)


def test_font_has_every_sign_of_ours(dress):
    """Minus, dots and quotation marks come from the packaged font, not from a stranger."""
    font = QRawFont.fromFont(QFont(TEXT_FAMILY))
    assert [sign for sign in "−+·–…“”’%:" if not font.supportsCharacter(ord(sign))] == []
