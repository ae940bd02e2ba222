"""Where sound servers are looked for, and whether one answers."""

import socket
import sys
import tempfile
from pathlib import Path

import pytest

from retrowalk.sound.server_sockets import answering, server_sockets, why_no_output


@pytest.mark.parametrize(
    ("environment", "places"),
    [
        ({"XDG_RUNTIME_DIR": "/run/x"}, ("/run/x/pulse/native", "/run/x/pipewire-0")),
        ({"XDG_RUNTIME_DIR": "/run/x", "PULSE_RUNTIME_PATH": "/p"}, ("/p/native", "/run/x/pipewire-0")),
        ({"XDG_RUNTIME_DIR": "/run/x", "PULSE_SERVER": "unix:/a/b"}, ("/a/b",)),
        ({"PULSE_SERVER": "{0123}unix:/a tcp:host:4713 /c"}, ("/a", "/c")),
        ({}, ()),
    ],
)
def test_places_follow_the_environment(environment, places):
    """A server that is named is the only one; else the usual places of the desktop."""
    assert server_sockets(environment) == places


@pytest.mark.skipif(sys.platform == "win32", reason="no such sockets there")
def test_only_a_listening_server_answers():
    """A socket left behind by a dead server does not count."""
    # The length of a socket's path is limited; the folder of a test may be too deep for it.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        alive, dead, missing = (str(Path(folder) / name) for name in ("alive", "dead", "missing"))
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as gone:
            server.bind(alive)
            server.listen()
            gone.bind(dead)
            assert answering((alive, dead, missing)) == {alive}
            assert why_no_output((alive,)) == "No sound output is connected."
            assert why_no_output((dead,)) == "No sound server answers."
    assert why_no_output(()) == "No sound output is connected."
