"""Facts that may change are read again once a year."""

from collections.abc import Iterator
from datetime import date

from ..files.diagnostics import Diagnostic, Position, Severity
from ..model.chapters import Chapter
from ..model.site import Site

NAME = "freshness"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield a warning for each rule or source read more than a year ago, and an error for a date in the future."""
    for facts in [chapter.facts] if chapter.facts else []:
        for statement in (one for rule in facts.rules.values() for one in rule.statements):
            if statement.as_of is not None:
                yield from _check_date(facts.place((*statement.path, "as_of")), statement.as_of, site.today)
        for name, reference in facts.file.sources.items():
            yield from _check_date(facts.place(("sources", name, "read")), reference.read, site.today)


def _check_date(place: Position, as_of: date, today: date) -> Iterator[Diagnostic]:
    if as_of > today:
        yield Diagnostic(place, NAME, f"{as_of} is still to come", "write the day on which the source was read")
    elif as_of < _a_year_before(today):
        message = f"read on {as_of}, more than a year ago"
        yield Diagnostic(place, NAME, message, "read the source again and write today's date", Severity.WARNING)


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
