"""Colours of the whole program, and the one call that puts them on.

A widget asks `theme_in_use()` for its colours while it paints, so nothing is handed down; it repaints itself
when the theme changes. What it keeps of a theme or a size it drops in `changeEvent`. Sizes are in `measures`.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from retrowalk.gui import style_sheet
from retrowalk.gui.fonts import TEXT_FAMILY
from retrowalk.gui.measures import TextSize
from retrowalk.presenters.walk_view import ColourRole


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseColours:
    """The colours of a phase.

    Attributes:
        ground: The whole window in this phase.
        text: What is written on it, at least 7:1.
        mark: The phase as a mark on `Theme.surface`, in a strip or as a bar, at least 3:1.
    """

    ground: QColor
    text: QColor
    mark: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartColours:
    """What a chart is drawn with, on `Theme.surface`.

    Attributes:
        before: Outline of ratings before a walk, drawn hollow.
        after: Ratings after a walk, drawn filled.
        next_morning: Ratings of the next morning, a third shape.
        mean: The line of the seven-day mean.
        baseline: The line of the baseline, and of those below it.
        band: The band of usual ups and downs, see-through.
        grid: Lines of the grid.
        axis: Writing at the axes.
    """

    before: QColor
    after: QColor
    next_morning: QColor
    mean: QColor
    baseline: QColor
    band: QColor
    grid: QColor
    axis: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours. Texts are at least 4.5:1 on `window` and on `surface`.

    Attributes:
        name: "light" or "dark".
        window: The ground behind everything.
        surface: Cards, fields, tables and the chart.
        hover: A surface under the pointer.
        text: What is to be read.
        quiet: What is read second.
        accent: The one colour that says "press here", also for selections.
        on_accent: Writing on the accent.
        line: Thin lines that only divide.
        edge: Outlines of controls, 3:1.
        focus: The ring round what has the keyboard.
        forward: The phase of walking forward; bars of forward minutes are `forward.mark`.
        backward: The phase of walking backward; bars of backward minutes are `backward.mark`.
        turn: The phase of turning round.
        standing: Getting ready, pause and end.
        chart: Colours of the chart.
    """

    name: str
    window: QColor
    surface: QColor
    hover: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    on_accent: QColor
    line: QColor
    edge: QColor
    focus: QColor
    forward: PhaseColours
    backward: PhaseColours
    turn: PhaseColours
    standing: PhaseColours
    chart: ChartColours

    def phase(self, role: ColourRole) -> PhaseColours:
        """Return the colours of a phase."""
        match role:
            case ColourRole.FORWARD:
                return self.forward
            case ColourRole.BACKWARD:
                return self.backward
            case ColourRole.TURN:
                return self.turn
            case ColourRole.STANDING:
                return self.standing


def _phase(ground: str, text: str, mark: str) -> PhaseColours:
    return PhaseColours(ground=QColor(ground), text=QColor(text), mark=QColor(mark))


# Teal, amber and violet stay apart without colour sight too: their lightness differs (L* 36, 77, 22).
LIGHT = Theme(
    name="light",
    window=QColor("#F4F5F3"),
    surface=QColor("#FFFFFF"),
    hover=QColor("#EAF1EF"),
    text=QColor("#1B2024"),
    quiet=QColor("#566066"),
    accent=QColor("#0B6B5E"),
    on_accent=QColor("#FFFFFF"),
    line=QColor("#DFE3E1"),
    edge=QColor("#838C91"),
    focus=QColor("#1F6FEB"),
    forward=_phase("#0B5F54", "#FFFFFF", "#0F7566"),
    backward=_phase("#F5B33F", "#1A1408", "#D27F0C"),
    turn=_phase("#3B2478", "#FFFFFF", "#4B2F94"),
    standing=_phase("#E3E8E6", "#1B2024", "#838C91"),
    chart=ChartColours(
        before=QColor("#1B2024"),
        after=QColor("#0B6B5E"),
        next_morning=QColor("#7A4FB5"),
        mean=QColor("#1F6FEB"),
        baseline=QColor("#566066"),
        band=QColor(86, 96, 102, 30),
        grid=QColor("#E6E9E7"),
        axis=QColor("#566066"),
    ),
)
DARK = Theme(
    name="dark",
    window=QColor("#14181B"),
    surface=QColor("#1E2428"),
    hover=QColor("#29322F"),
    text=QColor("#ECEFEE"),
    quiet=QColor("#A7B0B4"),
    accent=QColor("#5FD0BC"),
    on_accent=QColor("#06251F"),
    line=QColor("#2E363B"),
    edge=QColor("#78838A"),
    focus=QColor("#7DB4FF"),
    forward=_phase("#0C5C50", "#F4FBF9", "#35B39E"),
    backward=_phase("#DE9C31", "#171005", "#F3C05A"),
    turn=_phase("#38237A", "#FFFFFF", "#8467D6"),
    standing=_phase("#101417", "#ECEFEE", "#78838A"),
    chart=ChartColours(
        before=QColor("#ECEFEE"),
        after=QColor("#5FD0BC"),
        next_morning=QColor("#C3A2F2"),
        mean=QColor("#7DB4FF"),
        baseline=QColor("#A7B0B4"),
        band=QColor(167, 176, 180, 36),
        grid=QColor("#2E363B"),
        axis=QColor("#A7B0B4"),
    ),
)
THEMES = (LIGHT, DARK)


def system_theme() -> Theme:
    """Return the theme that goes with the system's colour scheme, light where the system has none.

    Call it again at `QStyleHints.colorSchemeChanged`.
    """
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply_theme(app: QApplication, theme: Theme, text_scale: float = 1.0) -> None:
    """Put a theme on the program: style, palette, font and style sheet.

    Args:
        app: The application.
        theme: The colours.
        text_scale: Size of all text, 1.0 is 100 %; 2.0 is the most that every page is made for.
    """
    # A style with a sheet on it has no name; it is Fusion already.
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(round(TextSize.BODY * text_scale))
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet.build(_named_colours(theme)))


def theme_in_use() -> Theme:
    """Return the theme put on last; the light one before."""
    window = QGuiApplication.palette().window().color()
    return next((theme for theme in THEMES if theme.window == window), LIGHT)


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.window,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.quiet,
        roles.Button: theme.surface,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.on_accent,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.ToolTipBase: theme.text,
        roles.ToolTipText: theme.window,
        roles.Light: theme.surface,
        roles.Midlight: theme.hover,
        roles.Mid: theme.line,
        roles.Dark: theme.edge,
        roles.Shadow: theme.edge,
    }.items():
        palette.setColor(role, colour)
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.edge)
    return palette


def _named_colours(theme: Theme) -> dict[str, str]:
    names = "window surface hover text quiet accent on_accent line edge focus".split()
    return {name: getattr(theme, name).name() for name in names}
