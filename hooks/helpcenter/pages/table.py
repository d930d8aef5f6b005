"""The rules of a gateway as a table: what is known of each type, in few words, by whom, and in which note."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..engine.judge import JUDGES
from ..facts.kinds import publish
from ..facts.notes import quote
from ..facts.sentences import phrase
from ..facts.statements import Found, absent_state, find
from ..model.documents import Reference
from ..model.memory import remembered
from ..model.rules import PLATFORM, Facts, Rule, Statement
from ..model.site import Gateway, Site
from .speech import Speech


@dataclass(frozen=True)
class Line:
    """What one statement says: its words, what is to be said of them (by whom, as of when), and its source's URL."""

    words: str
    remarks: tuple[str, ...]
    is_open: bool
    url: str
    as_of: str = ""


@dataclass(frozen=True)
class Row:
    """A type of rule: its id and name, what is known of it, and the note that says it."""

    id: str
    name: str
    lines: tuple[Line, ...]
    note: int | None


@dataclass(frozen=True)
class SourceLine:
    """A source as the table names it: the text that was read and, if there is, the same in the reader's language.

    `anchor` is that of the one rule that was read there, of the rules where there are several.
    """

    url: str
    words: str
    sibling: str | None
    anchor: str


def anchor_of(rule: str) -> str:
    """Return the id that a rule has on the page of its gateway."""
    return f"rule-{rule.replace('_', '-')}"


@remembered
def rows(site: Site, language: str, gateway: Gateway) -> tuple[Row, ...]:
    """Return a row for each rule type of which something is known, in the order in which readers meet them.

    The last row names those of which nothing is.
    """
    speech = Speech(site, language)
    found = {rule: find(site, gateway, rule) for rule in site.vocabulary}
    known = [_row(site, speech, gateway, one) for one in found.values() if one]
    absent = [str(site.vocabulary[rule].name[language]) for rule, one in found.items() if one is None]
    line = Line(", ".join(absent), (), is_open=True, url="")
    last = Row("", speech.say("statuses", absent_state(gateway)), (line,), None)
    return (*known, *([last] if absent else []))


def sources(site: Site, language: str, gateway: Gateway) -> list[SourceLine]:
    """Return the sources of a gateway's own rules."""
    speech = Speech(site, language)
    read = {
        name: [rule.type for rule in gateway.rules.values() if _is_read(rule, name)] for name in gateway.file.sources
    }
    return [
        _source(speech, one, anchor_of(*read[name]) if len(read[name]) == 1 else "rules")
        for name, one in gateway.file.sources.items()
    ]


def _is_read(rule: Rule, source: str) -> bool:
    return any(source in statement.sources for statement in rule.statements)


def _source(speech: Speech, one: Reference, anchor: str) -> SourceLine:
    page = one.url.partition("://")[2].removeprefix("www.").rstrip("/")
    spoken = one.language or ""
    known = {"page": page, "date": speech.date(one.read), "language": speech.language_name(spoken) if spoken else ""}
    others = {str(language): str(url) for language, url in one.also.items()}
    sibling = others.get(speech.language) if spoken != speech.language else None
    words = speech.say("rules", "source-in" if spoken not in ("", speech.language) else "source", known)
    return SourceLine(str(one.url), words, sibling, anchor)


def _row(site: Site, speech: Speech, gateway: Gateway, found: Found) -> Row:
    rule = found.rule.type
    name = str(site.vocabulary[rule].name[speech.language])
    quoted = quote(site, gateway, speech.language, rule)
    lines = tuple(_line(site, speech, gateway, found, one) for one in found.rule.statements)
    return Row(rule, name, lines, quoted.note if quoted else None)


def _line(site: Site, speech: Speech, gateway: Gateway, found: Found, statement: Statement) -> Line:
    words = " – ".join(
        [phrase(site, speech.language, gateway, found, statement), *_refused(site, speech, found, statement)]
    )
    state = "said" if statement.state == "disagree" and not statement.values else statement.state
    if state in ("said", "not-known"):
        words = f"{words.strip()} {speech.say('rules', state)}".strip()
    reference = found.home.reference(statement)
    remarks = tuple(_remarks(site, speech, gateway, found, statement))
    is_open = statement.state not in ("stated", "decided", "disagree")
    url = str(reference.url) if reference else ""
    return Line(words, remarks, is_open, url, _as_of(speech, statement))


def _refused(site: Site, speech: Speech, found: Found, statement: Statement) -> Iterator[str]:
    """Yield what readers ask for first and a statement refuses without naming it."""
    rule_type = site.vocabulary[found.rule.type]
    values = {name: publish(value) for name, value in statement.values.items()}
    for code in (one for one in rule_type.asked if one not in values.get("not", ())):
        plan = {str(rule_type.judge.input): str(code)}
        if JUDGES[rule_type.judge.by](rule_type.judge.model_dump(), values, plan)["outcome"] in ("change", "no"):
            name = site.shared.currencies[code][speech.language][0]
            yield speech.say("rules", "refused", {"name": str(name), "code": str(code)})


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
        yield _as_of(speech, statement)


def _as_of(speech: Speech, statement: Statement) -> str:
    return speech.say("rules", "as-of", {"date": speech.date(statement.as_of)}) if statement.as_of else ""


def _for_all(speech: Speech) -> str:
    return speech.say("rules", "from-platform")


LONG = 110
"""From how many characters on a cell of the comparison only leads to the list."""


@dataclass(frozen=True)
class Cell:
    """What the comparison says of a rule of a gateway, and whether that is that nothing is known."""

    rule: str
    name: str
    words: str
    as_of: str
    is_open: bool


def compared(site: Site, language: str, gateway: Gateway) -> list[Cell]:
    """Return a cell for each rule type there is, in their order."""
    speech = Speech(site, language)
    known = {row.id: row for row in rows(site, language, gateway)}
    absent = speech.say("statuses", absent_state(gateway))
    cells = []
    for rule, one in site.vocabulary.items():
        lines = known[rule].lines if rule in known else ()
        words = "; ".join(line.words for line in lines) or absent
        words = words if len(words) <= LONG else speech.say("rules", "long")
        dates = ", ".join(dict.fromkeys(line.as_of for line in lines if line.as_of))
        cells.append(Cell(rule, str(one.name[language]), words, dates, is_open=all(line.is_open for line in lines)))
    return cells
