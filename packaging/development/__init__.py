"""What packaging/dev.py does, one subject in each module; standard library only."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
