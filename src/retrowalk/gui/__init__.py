"""Qt widgets: one folder per screen."""
