"""What comes along is found."""

import json

from retrowalk.system.resources import folder, preset_files


def test_folders_are_real():
    """Sounds and icons are files that other programs' libraries can open."""
    assert folder("presets").is_dir()


def test_preset_files():
    """Every packaged preset file is there by its name, as JSON."""
    files = preset_files()
    assert "first-steps" in files
    assert all(json.loads(data)["format"] == "retrowalk-presets" for data in files.values())
