"""From preset to session: schedule, cues, events, runner and summary."""
