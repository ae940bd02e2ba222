"""Other programs are started alike, whatever the caller's variables and streams are."""

import os
import subprocess
import sys
import textwrap

import pytest

from development import ROOT, processes

OURS = {"HOME": "/home/w", "PATH": "/bin"}


def test_variables_that_bend_python_and_pip_are_dropped():
    """A foreign path, target folder or option never reaches the set-up."""
    hostile = {"PYTHONPATH": "/x", "PYTHONHOME": "/x", "PIP_TARGET": "/x", "PIP_NO_BINARY": ":all:"}
    hostile |= {"PIP_USER": "1", "VIRTUAL_ENV": "/x", "__PYVENV_LAUNCHER__": "/x"}
    assert processes.clean_environment(OURS | hostile) == OURS | processes.PIP_ALWAYS


def test_sources_of_packages_are_kept():
    """A mirror, a proxy and a certificate of the person's network are respected."""
    sources = {
        "PIP_INDEX_URL": "https://mirror/simple",
        "PIP_PROXY": "p",
        "PIP_CERT": "/c",
        "PIP_CONFIG_FILE": "/f",
    }
    assert sources.items() <= processes.clean_environment(OURS | sources).items()


def test_output_of_something_absent_is_none():
    """A program that is not there is told from one that says nothing."""
    assert processes.output_of([sys.executable, "-c", ""]) == ""
    assert processes.output_of(["/nowhere/program"]) is None
    assert processes.output_of([sys.executable, "-c", "raise SystemExit(3)"]) is None


@pytest.mark.parametrize("code", [0, 7])
def test_exit_code_is_passed_on(code):
    """What the program ended with is what the command ends with."""
    program = (
        f"from development import processes; processes.become(['{sys.executable}', '-c', 'exit({code})'])"
    )
    assert _run(program).returncode == code


def test_exit_code_is_passed_on_where_a_process_cannot_become_another(monkeypatch):
    """On Windows the program is waited for, and ends the command with its own code."""
    monkeypatch.setattr(os, "name", "nt")
    assert processes.become([sys.executable, "-c", "exit(7)"]) == 7


def test_closed_streams_are_not_reused():
    """With standard input, output and error closed, the next file is none of the three."""
    program = """
        import os
        from development import processes
        for number in range(3):
            os.close(number)
        processes.open_standard_streams()
        os._exit(os.open(os.devnull, os.O_RDONLY))
    """
    assert _run(program).returncode > 2


def test_second_set_up_waits_for_the_first():
    """Two at once do their work one after the other, and the second says why it stands still."""
    program = "from development import processes\nwith processes.alone('set-up'): print('done')"
    with processes.alone("set-up"):
        second = _start(program)
        assert second.stdout.readline() == "Waiting for another set-up of this folder to end.\n"
    assert second.communicate()[0] == "done\n"


def test_lock_ends_with_its_holder():
    """A set-up that was killed keeps nobody out."""
    program = "import os\nfrom development import processes\nwith processes.alone('set-up'): os.abort()"
    assert _run(program).returncode != 0
    with processes.alone("set-up"):
        pass


def _run(program):
    return subprocess.run(_command(program), cwd=ROOT / "packaging", check=False, stderr=subprocess.DEVNULL)


def _start(program):
    return subprocess.Popen(_command(program), cwd=ROOT / "packaging", stdout=subprocess.PIPE, text=True)


def _command(program):
    return [sys.executable, "-c", textwrap.dedent(program)]
