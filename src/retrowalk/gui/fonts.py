"""The packaged fonts: the same letters, and the same widths, on every computer."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

TEXT_FAMILY = "Inter"
DIGITS_FAMILY = "Inter Display"
"""The tighter cut of the same design, for what is read from across the room; bold only."""


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Make the fonts in a folder known to the program.

    Returns:
        The names of the files that could not be read; Qt then takes a font of the system.
    """
    files = sorted(folder.glob("*.otf"))
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)
