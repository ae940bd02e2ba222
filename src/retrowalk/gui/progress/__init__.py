"""The Progress place: pain and minutes over time, and the list of sessions."""
