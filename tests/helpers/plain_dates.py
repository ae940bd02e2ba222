"""Dates written in one plain way, for tests of what is said with them."""


class PlainDates:
    """Writes every date by ISO 8601, whatever the country."""

    def short_day(self, day):
        return day.isoformat()

    def day(self, day):
        return day.isoformat()

    def week_day(self, day):
        return f"{day:%A} {day.isoformat()}"

    def time(self, at):
        return f"{at:%H:%M}"
