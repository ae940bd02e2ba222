"""The Walk place: from choosing a preset to the summary."""
