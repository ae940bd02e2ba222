"""Whether a sound server answers, asked without connecting a stream.

WORKAROUND Qt 6.11: a process that found no sound server looks again only every three seconds, and one whose
server died may abort. So the sound process watches the server's door itself and starts afresh when it opens.
"""

import os
import socket
from collections.abc import Mapping

PATIENCE_S = 0.1


def answering(paths: tuple[str, ...]) -> frozenset[str]:
    """Return those sockets at which somebody answers; none on systems without such sockets."""
    return frozenset(path for path in paths if _answers(path))


def server_sockets(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return where the desktop's sound servers listen, whether or not anybody is there."""
    if named := environment.get("PULSE_SERVER"):
        addresses = [word.rpartition("}")[2].removeprefix("unix:") for word in named.split()]
        return tuple(address for address in addresses if address.startswith("/"))
    folder = environment.get("XDG_RUNTIME_DIR", "")
    pulse = environment.get("PULSE_RUNTIME_PATH") or (folder and f"{folder}/pulse")
    places = (pulse and f"{pulse}/native", folder and f"{folder}/pipewire-0")
    return tuple(place for place in places if place)


def _answers(path: str) -> bool:
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        return False
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.settimeout(PATIENCE_S)
        try:
            door.connect(path)
        except OSError:
            return False
    return True


def why_no_output(paths: tuple[str, ...]) -> str:
    """Return one sentence on what is missing where there is no device."""
    return "No sound server answers." if paths and not answering(paths) else "No sound output is connected."
