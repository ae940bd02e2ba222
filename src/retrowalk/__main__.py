"""Starts the program for `python -m retrowalk`."""

import sys

from retrowalk.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
