"""Retrowalk: timed treadmill sessions, part of them backward, with an honest pain diary."""

__version__ = "0.1.0"
