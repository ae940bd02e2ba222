"""What the loader misses is found, and named as Debian names its packages."""

import pytest

from development import libraries

LDD = """\
/x/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-cursor.so.0 => not found
\tlibQt6Gui.so.6 => /x/libQt6Gui.so.6 (0x00007f01)
\tlibxcb-icccm.so.4 => not found
/x/libffmpeg.so:
\tlibva.so.2 => not found
\tlibxcb-cursor.so.0 => not found
"""


def test_not_found_once_each():
    """A library that several files lack is named once."""
    assert libraries.not_found(LDD) == ["libva.so.2", "libxcb-cursor.so.0", "libxcb-icccm.so.4"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libEGL.so.1", "libegl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libva-x11.so.2", "libva-x11-2"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_package_names(library, package):
    """The package follows from the name of the library, with the one exception that matters to Qt."""
    assert libraries.package_of(library) == package


def test_files_in_use_leave_out_foreign_plugins(tmp_path):
    """The plugins that the program loads are asked about, not those of another desktop or database."""
    plugins = tmp_path / "PySide6" / "Qt" / "plugins"
    for name in ("platforms/libqxcb.so", "multimedia/libffmpegmediaplugin.so", "sqldrivers/libqsqlodbc.so"):
        (plugins / name).parent.mkdir(parents=True)
        (plugins / name).touch()
    (tmp_path / "PySide6" / "QtMultimedia.abi3.so").touch()
    found = {path.name for path in libraries.files_in_use(tmp_path)}
    assert found == {"QtMultimedia.abi3.so", "libffmpegmediaplugin.so", "libqxcb.so"}
