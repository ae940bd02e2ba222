"""The one style sheet: what Qt's own widgets look like.

Properties and names that it knows, for whoever builds a page:

* `QLabel[kind="title" | "large" | "strong" | "quiet" | "small" | "message"]`: what a label is for; see
  `widgets/label.py`.
* `QFrame[surface="card"]`: a raised surface with rounded corners.
* `QPushButton[primary="true"]`: the one button of a dialog; `[place="true"]`: a button of the bar of places;
  `[quiet="true"]`: a button without a surface. Pages use `widgets/button.py`, which paints itself.
* `QLineEdit[wrong="true"]`: what was typed cannot be used.
* `#place_bar`, `#place_bar_title`, `QLabel#message`: parts of the main window.
"""

from collections.abc import Mapping
from string import Template

from retrowalk.gui.measures import RADIUS, TextSize, Weight, text_px
from retrowalk.gui.widgets.shapes import RING

_SHEET = Template("""
QMainWindow, QDialog, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget { background: $window; }
QScrollArea { border: none; }
QToolTip { background: $text; color: $window; border: none; padding: 6px 8px; font-size: ${small}px; }

QLabel { background: transparent; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: $semibold; }
QLabel[kind="large"] { font-size: ${large}px; }
QLabel[kind="strong"] { font-weight: $semibold; }
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="small"] { color: $quiet; font-size: ${small}px; }
QFrame[surface="card"] {
    background: $surface; border: 1px solid $line; border-radius: ${round}px; margin: 0 ${ring}px;
}

QPushButton {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 9px 18px; font-weight: $semibold;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $focus; padding: 8px 17px; }
QPushButton:disabled { color: $edge; border-color: $line; }
QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border: 2px solid $accent; padding: 8px 17px;
}
QPushButton[primary="true"]:focus { border: 2px solid $focus; }
QPushButton[quiet="true"] { background: transparent; border: 2px solid transparent; padding: 8px 17px; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:focus { border: 2px solid $focus; }

#place_bar { background: $surface; border-right: 1px solid $line; }
#place_bar_title { font-size: ${large}px; font-weight: $semibold; padding: 14px 14px 18px 14px; }
QPushButton[place="true"] {
    background: transparent; color: $quiet; border: 2px solid transparent; text-align: left;
    padding: 10px 14px; margin: 0 6px;
}
QPushButton[place="true"]:hover { background: $hover; color: $text; }
QPushButton[place="true"]:checked { background: $hover; color: $accent; }
QPushButton[place="true"]:focus { border: 2px solid $focus; }
QLabel#message, QLabel[kind="message"] {
    background: $text; color: $window; padding: 8px 16px; font-weight: $semibold;
}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 8px 10px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $quiet;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $focus; padding: 7px 9px;
}
QLineEdit[wrong="true"] { border: 2px solid $text; padding: 7px 9px; }
QPlainTextEdit > QWidget { background: transparent; border: none; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    border: 1px solid $edge; border-radius: 0; padding: 4px;
}
QComboBox QAbstractItemView::item { padding: 7px 10px; border: none; }
QComboBox QAbstractItemView::item:hover { background: $hover; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $accent; color: $on_accent; }

QTableView, QListView, QTreeView {
    background: $surface; alternate-background-color: $window;
    border: 1px solid $line; border-radius: ${radius}px; gridline-color: $line; outline: none;
    selection-background-color: $accent; selection-color: $on_accent;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $focus; }
QTableView::item, QListView::item { padding: 6px 10px; border: none; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $quiet; border: none; border-bottom: 1px solid $line; padding: 8px 10px;
    font-weight: $semibold; font-size: ${small}px;
}
QTableCornerButton::section { background: $surface; border: none; }

QMenu { background: $surface; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 8px 22px; border-radius: 6px; }
QMenu::item:selected { background: $hover; }
QMenu::separator { height: 1px; background: $line; margin: 6px; }

QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
""")


def build(colours: Mapping[str, str]) -> str:
    """Return the sheet for these colours, by their names in `Theme`, at the size of text in use."""
    return _SHEET.substitute(
        colours,
        **{size.name.lower(): text_px(size) for size in TextSize},
        semibold=Weight.SEMIBOLD.value.value,
        radius=RADIUS,
        round=RADIUS + 4,
        ring=RING,
    )
