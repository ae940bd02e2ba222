"""Which system packages are missing is asked of dpkg and apt, also where a release renamed them."""

import pytest

from development import debian

DPKG = (
    "ii \tlibgl1\t\n"
    "ii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84.1-1)\n"
    "ii \tfonts-dejavu-core\tttf-dejavu-core, fonts-any (= 2)\n"
    "rc \tlibegl1\t\n"
)

# Shortened from `apt-cache showpkg` of a release that renamed one library and gives another by two packages.
APT = """\
Package: libegl1
Versions: 
1.7.0-1 (/var/lib/apt/lists/main_Packages)
 Description Language: 
                 File: /var/lib/apt/lists/main_Packages

Reverse Depends: 
  libegl-dev,libegl1 1.7.0-1
Dependencies: 
1.7.0-1 - libc6 (2 2.14) 
Provides: 
1.7.0-1 - 
Reverse Provides: 
Package: libglib2.0-0
Versions: 

Reverse Depends: 
  libsomething,libglib2.0-0 2.12
Dependencies: 
Provides: 
Reverse Provides: 
libglib2.0-other 2.84 (= 2.84)
libglib2.0-0t64 2.84 (= 2.84)
libglib2.0-0t64 2.83 (= 2.83)
Package: libdropped0
Versions: 

Reverse Depends: 
Dependencies: 
Provides: 
Reverse Provides: 
"""  # noqa: W291 - apt writes it so


def test_installed_names_hold_what_is_provided():
    """A package counts under its own name and under each older name that it stands for."""
    names = debian.installed(DPKG)
    assert {"libgl1", "libglib2.0-0t64", "libglib2.0-0", "ttf-dejavu-core", "fonts-any"} <= names


def test_removed_package_is_missing():
    """A package of which only the settings are left is not installed."""
    assert debian.missing(["libegl1", "libgl1", "libglib2.0-0"], debian.installed(DPKG)) == ["libegl1"]


def test_offers_name_each_package_once_itself_first():
    """What apt knows of a name is the package itself, or those that provide it."""
    assert debian.offers(APT) == {
        "libegl1": ["libegl1"],
        "libglib2.0-0": ["libglib2.0-other", "libglib2.0-0t64"],
        "libdropped0": [],
    }


def test_renamed_library_is_installed_by_its_new_name():
    """The 64-bit-time name is preferred to any other provider; a name that is gone is left out."""
    wanted = ["libegl1", "libglib2.0-0", "libdropped0", "never-heard-of"]
    assert debian.resolve(wanted, debian.offers(APT)) == ["libegl1", "libglib2.0-0t64"]


def test_without_lists_the_names_stay():
    """Where apt has no lists yet, the line to run has the names as we know them."""
    assert debian.resolve(["libegl1", "libglib2.0-0"], debian.offers("")) == ["libegl1", "libglib2.0-0"]


@pytest.mark.parametrize(
    ("with_sudo", "line"),
    [
        (True, "    sudo apt-get update && sudo apt-get install --yes --no-install-recommends a b\n"),
        (False, "    apt-get update && apt-get install --yes --no-install-recommends a b\n"),
    ],
)
def test_line_to_run(with_sudo, line):
    """Whoever may not install is given one line that can be pasted."""
    assert line in debian.by_hand(["a", "b"], with_sudo=with_sudo).splitlines(keepends=True)


def test_nothing_wanted_twice():
    """Each package is in one list, once."""
    wanted = [*debian.FOR_RUNNING, *debian.FOR_END_TO_END]
    assert len(set(wanted)) == len(wanted)


class Machine:
    """A Debian without any of our packages, and what was done to it."""

    def __init__(self, monkeypatch, *, privilege, works=True):
        self.commands = []
        self._works = works
        monkeypatch.setattr(debian, "output_of", lambda command: "")
        monkeypatch.setattr(debian, "_privilege", lambda: privilege)
        monkeypatch.setattr(debian, "call", self._call)

    def _call(self, command):
        self.commands.append(" ".join(command))
        return 0 if self._works else 100


def test_as_root_everything_is_installed_unasked(monkeypatch):
    """As root the lists are renewed, then what is required is installed, then what is wished for."""
    machine = Machine(monkeypatch, privilege=[])
    debian.ensure(["libgl1"], ["xvfb"])
    update, required, wished = machine.commands
    assert update.startswith("apt-get ")
    assert update.endswith(" update")
    assert "DEBIAN_FRONTEND=noninteractive" in required
    assert "install --yes" in required
    assert required.endswith(" libgl1")
    assert wished.endswith(" xvfb")


def test_sudo_stands_before_every_command(monkeypatch):
    """With sudo that asks nothing, every command is given to it."""
    machine = Machine(monkeypatch, privilege=["sudo", "-n"])
    debian.ensure(["libgl1"])
    assert len(machine.commands) == 2
    assert all(command.startswith("sudo -n ") for command in machine.commands)


def test_without_privilege_the_line_is_printed_and_nothing_done(monkeypatch):
    """Without root and sudo the exact line, for everything at once, ends the program with a failure."""
    machine = Machine(monkeypatch, privilege=None)
    with pytest.raises(SystemExit, match="install --yes --no-install-recommends libgl1 xvfb\n"):
        debian.ensure(["libgl1"], ["xvfb"])
    assert machine.commands == []


def test_what_is_only_wished_for_stops_nobody(monkeypatch):
    """Without root and sudo, tools for some of the tests are not worth a stop."""
    machine = Machine(monkeypatch, privilege=None)
    debian.ensure([], ["xvfb"])
    assert machine.commands == []


def test_failed_installation_stops_with_the_line(monkeypatch):
    """When apt fails, somebody must look; the line to try is there."""
    Machine(monkeypatch, privilege=[], works=False)
    with pytest.raises(SystemExit, match="install --yes --no-install-recommends libgl1\n"):
        debian.ensure(["libgl1"])
