"""The house rules that no other tool knows: what may lie where, and what each exception must say."""

import fnmatch
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from development.environment import LOCKS, RUN, TEST
from retrowalk import __version__

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "packaging",
    "pyproject.toml",
    "resources",
    "src",
    "tests",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCES = sorted((ROOT / "src").rglob("*.py"))
NAMES_WITHOUT_A_SUBJECT = {"utils", "util", "common", "helpers", "helper", "misc"}


def lines_with(pattern, files):
    """Return "file:line: text" for every line in which the pattern is found."""
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]


def locked(extent):
    """Return the text of one requirement with its hashes, for each package of a lock file."""
    text = LOCKS[extent].read_text(encoding="utf-8").replace("\\\n", " ")
    return {canonicalize_name(line.split("==")[0]): line for line in text.splitlines() if line.strip()}


def test_top_level_is_closed():
    """Nothing new lies on the top level, apart from what .gitignore knows."""
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line[:1] != "#"]
    found = {path.name for path in ROOT.iterdir()} - TOP_LEVEL
    assert not [name for name in found if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)]


@pytest.mark.parametrize("extent", [RUN, TEST])
def test_lock_files_name_no_host(extent):
    """Where packages come from is the business of whoever installs them."""
    assert not lines_with(
        r"://|@|--(index-url|extra-index-url|find-links|trusted-host)|file:", [LOCKS[extent]]
    )


@pytest.mark.parametrize("extent", [RUN, TEST])
def test_every_locked_package_has_hashes(extent):
    """Nothing comes in that was not there when the lock was written."""
    assert [name for name, line in locked(extent).items() if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize(
    ("extent", "groups"), [(RUN, ["build"]), (TEST, ["build", "dev"])], ids=["run", "test"]
)
def test_locks_keep_what_the_project_asks_for(extent, groups):
    """Every requirement is locked, at a version that it allows."""
    asked = list(PROJECT["project"]["dependencies"])
    asked += [line for group in groups for line in PROJECT["dependency-groups"][group]]
    versions = {name: line.split("==")[1].split()[0] for name, line in locked(extent).items()}
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_what_is_tested_is_what_runs():
    """The packages of the program are locked at the same versions for testing and for running."""
    assert locked(RUN).items() <= locked(TEST).items()


def test_pyside_stays_on_the_line_that_works():
    """PySide6 6.12.0 aborts on Python 3.11, and before 6.11.1 unplugging headphones crashes."""
    (pin,) = [line for line in PROJECT["project"]["dependencies"] if line.startswith("PySide6")]
    specifier = Requirement(pin).specifier
    assert [version for version in ("6.11.0", "6.11.1", "6.11.3", "6.12.0") if version in specifier] == [
        "6.11.1",
        "6.11.3",
    ]


def test_modules_are_named_after_a_subject():
    """A module is called by what it is about; what has no home gets a small one with a name."""
    places = {part for path in SOURCES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert not places & NAMES_WITHOUT_A_SUBJECT


def test_exceptions_of_the_checks_say_why():
    """Whoever switches a check off for a line says why, on that line."""
    files = [*SOURCES, *(ROOT / "packaging").rglob("*.py")]
    codes = r"(: \w+(, ?\w+)*|\[[\w, -]+\])?"
    assert lines_with(rf"# (noqa|type: ignore){codes}\s*$", files) == []


def test_excused_rules_say_why():
    """A rule that is off, everywhere or in a folder, has its reason beside it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    everything_off = re.compile(r"\nignore = \[.*?\n\[tool\.ruff\.lint\.mccabe\]", re.DOTALL)
    (excused,) = everything_off.findall(text)
    rules = [line for line in excused.splitlines() if re.match(r'\s+"[A-Z]', line)]
    assert rules
    assert [line for line in rules if not re.search(r"# \w+", line)] == []


def test_workarounds_name_the_fault():
    """A search for WORKAROUND at a new release finds, with each, whose report or version to look up."""
    assert lines_with(r"WORKAROUND(?! [\w. -]+: \w)", SOURCES) == []


def test_every_dependency_has_a_reason():
    """CONTRIBUTING.md says why each package is there."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chapter = guide.split("\n## Dependencies\n")[1].split("\n## ")[0].lower()
    asked = [*PROJECT["project"]["dependencies"]]
    asked += [line for group in PROJECT["dependency-groups"].values() for line in group]
    assert [line for line in asked if Requirement(line).name.lower() not in chapter] == []


def test_changelog_begins_with_what_is_not_released():
    """There is always a place for the next line."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[0] == "[Unreleased]"


def test_ci_runs_what_everybody_can_run():
    """The one check command is the one that the guide names."""
    script = (ROOT / ".ci" / "run").read_text().splitlines()
    assert script[-1] == "exec python3 packaging/dev.py test"


def test_version_is_three_numbers():
    """The version in the package is the version of the release."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_every_asset_has_its_origin_and_licence():
    """resources/SOURCES.md names every file that ships and is not code."""
    named = set(
        re.findall(r"`([\w/*.-]+\.\w+|[\w/-]+/\*\.\w+)`", (ROOT / "resources" / "SOURCES.md").read_text())
    )
    folder = ROOT / "resources" / "retrowalk_resources"
    assets = [file.relative_to(folder) for file in folder.rglob("*") if file.is_file()]
    shipped = [file for file in assets if file.suffix not in {".py", ".pyc", ".typed"}]
    unnamed = [str(file) for file in shipped if not any(file.match(pattern) for pattern in named)]
    assert unnamed == []
