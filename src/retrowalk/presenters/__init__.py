"""From model to what is shown: frozen view states and words."""
