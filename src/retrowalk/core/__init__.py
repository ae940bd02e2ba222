"""The rules: pure Python that is told the time."""
