"""What the program reads but does not run: sounds, presets, icons and fonts."""
