"""The rules of a gateway as a table: what is known of each type, in few words, by whom, and in which note."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..facts.notes import quote
from ..facts.sentences import phrase
from ..facts.statements import Found, absent_state, find
from ..model.rules import PLATFORM, Facts, Statement
from ..model.site import Gateway, Site
from .speech import Speech


@dataclass(frozen=True)
class Line:
    """What one statement says: its words, what is to be said of them (by whom, as of when), and its source's URL."""

    words: str
    remarks: tuple[str, ...]
    is_open: bool
    url: str


@dataclass(frozen=True)
class Row:
    """A type of rule: its id and name, what is known of it, and the note that says it."""

    id: str
    name: str
    lines: tuple[Line, ...]
    note: int | None


@dataclass(frozen=True)
class SourceLine:
    """A source as the table names it."""

    url: str
    host: str
    read: str


def rows(site: Site, language: str, gateway: Gateway) -> list[Row]:
    """Return a row for each rule type there is, in the order in which readers meet them."""
    speech = Speech(site, language)
    return [_row(site, speech, gateway, rule) for rule in site.vocabulary]


def sources(site: Site, language: str, gateway: Gateway) -> list[SourceLine]:
    """Return the sources of a gateway's own rules."""
    speech = Speech(site, language)
    return [
        SourceLine(str(one.url), urlsplit(one.url).netloc, speech.date(one.read))
        for one in gateway.file.sources.values()
    ]


def _row(site: Site, speech: Speech, gateway: Gateway, rule: str) -> Row:
    found = find(site, gateway, rule)
    name = str(site.vocabulary[rule].name[speech.language])
    quoted = quote(site, gateway, speech.language, rule)
    if found is None:
        lines: tuple[Line, ...] = (Line(speech.say("rules", absent_state(gateway)), (), is_open=True, url=""),)
    else:
        lines = tuple(_line(site, speech, gateway, found, one) for one in found.rule.statements)
    return Row(rule, name, lines, quoted.note if quoted else None)


def _line(site: Site, speech: Speech, gateway: Gateway, found: Found, statement: Statement) -> Line:
    words = phrase(site, speech.language, gateway, found, statement)
    if statement.state in ("said", "not-known"):
        words = f"{words} {speech.say('rules', statement.state)}".strip()
    reference = found.home.reference(statement)
    remarks = tuple(_remarks(site, speech, gateway, found, statement))
    is_open = statement.state not in ("stated", "decided", "disagree")
    return Line(words, remarks, is_open, str(reference.url) if reference else "")


def _remarks(site: Site, speech: Speech, gateway: Gateway, found: Found, statement: Statement) -> Iterator[str]:
    """Yield what is to be said of a statement besides its words."""
    home: Facts = found.home
    if home is not gateway:
        is_gateway = isinstance(home, Gateway)
        yield speech.say("rules", "from", {"name": str(home.file.name)}) if is_gateway else _for_all(speech)
    publisher = home.publisher(statement)
    if publisher != PLATFORM and statement.state != "decided":
        yield speech.say("rules", "by", {"name": site.publishers.get(publisher, publisher)})
    if statement.state == "disagree":
        yield speech.say("rules", "disagree")
    if statement.has_exception:
        yield speech.say("rules", "but")
    if statement.as_of:
        yield speech.say("rules", "as-of", {"date": speech.date(statement.as_of)})


def _for_all(speech: Speech) -> str:
    return speech.say("rules", "from-platform")
