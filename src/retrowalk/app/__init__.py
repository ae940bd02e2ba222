"""Command line, composition, start-up and shutdown."""
