"""The two commands answer in plain sentences to whatever they are given."""

import os
import subprocess
import sys

import pytest

from development import ROOT

DEV = ROOT / "packaging" / "dev.py"


def run(*arguments, **variables):
    """Run dev.py with the variables added."""
    return subprocess.run(
        [sys.executable, DEV, *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | variables,
    )


@pytest.mark.parametrize("arguments", [[], ["walk"], ["lock", "more"]])
def test_usage(arguments):
    """Without a known word the three commands are named, and nothing is done."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("usage: python3 packaging/dev.py run")


def test_foreign_modules_are_not_loaded(tmp_path):
    """Modules that PYTHONPATH puts before ours and the standard library's do no harm."""
    for name in ("development", "json", "hashlib"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('foreign')")
    assert run(PYTHONPATH=str(tmp_path), PYTHONSAFEPATH="1").returncode == 2


def test_older_python_is_told(monkeypatch):
    """The file is understood by older interpreters, down to the sentence for them."""
    text = DEV.read_text(encoding="utf-8").split("from development")[0]
    old = type("Version", (tuple,), {})((3, 9))
    program = compile(text, str(DEV), "exec")
    monkeypatch.setattr(sys, "version_info", old)
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer; this is 3\.9"):
        exec(program, {"__file__": str(DEV)})  # noqa: S102 - it is our own file
