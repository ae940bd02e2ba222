"""Looks for a screen before Qt does, because Qt aborts the whole program when it finds none."""

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

_NO_DISPLAY = "There is no display to show a window on. Start the program from a desktop session."


def display_problem() -> str:
    """Return why no window can be shown, as one plain sentence; empty if nothing is known to be wrong."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted:
        return _platform_problem(wanted)
    if sys.platform in ("win32", "darwin"):
        return ""
    if _wayland_answers():
        return ""
    return _x11_problem()


def _platform_problem(wanted: str) -> str:
    names = [name.partition(":")[0] for name in wanted.split(";")]
    known = _platforms()
    usable = [name for name in names if name in known or not known]
    if not usable:
        return (
            f"QT_QPA_PLATFORM asks for “{wanted}”, which is not there. Known are: {', '.join(sorted(known))}."
        )
    return _x11_problem() if usable == ["xcb"] else ""


def _platforms() -> set[str]:
    """Return the names of the window systems that the installed Qt can speak to."""
    found = find_spec("PySide6")
    roots = found.submodule_search_locations if found and found.submodule_search_locations else []
    files = [file for root in roots for file in Path(root).glob("**/plugins/platforms/*q*")]
    return {file.stem.removeprefix("lib").removeprefix("q").removesuffix("d.debug") for file in files}


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / str(name)).is_socket()


def _x11_problem() -> str:
    if not os.environ.get("DISPLAY"):
        return _NO_DISPLAY
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as error:
        return f"A system library that windows need is missing: {error}."
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"The display “{os.environ['DISPLAY']}” does not answer." if failed else ""
