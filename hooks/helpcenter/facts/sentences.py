"""The sentences in which a gateway's rules are said: for drafts, the table, the checker and the suggestions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.memory import remembered
from ..model.rules import PLATFORM, Facts, Statement
from ..model.site import Gateway, Site
from . import patterns
from .grammar import NAMES, Grammar, Pattern, grammar_of
from .kinds import Value
from .statements import Found
from .words import Words, words_of
from .writing import UnwritableError, chosen, write


@dataclass(frozen=True)
class Speaker:
    """A language in which the rules of a type are said, on the pages of a gateway."""

    grammar: Grammar
    words: Words


def speaker(site: Site, language: str, rule_type: str, gateway: Facts | None) -> Speaker:
    """Return who says the rules of a type on the pages of a gateway."""
    home = gateway if isinstance(gateway, Gateway) else None
    return Speaker(grammar_of(site.vocabulary[rule_type], site.shared, language), words_of(site, language, home))


def stated(statement: Statement) -> Mapping[str, Value]:
    """Return what is said of a statement: its values, or that the provider decides."""
    return {"decided": True} if statement.state == "decided" else statement.values


def sentences(site: Site, language: str, gateway: Facts, found: Found, statement: Statement) -> Sequence[str]:
    """Return all that a statement says, in whole sentences; nothing where only a note can say it.

    `gateway` is the one that is spoken of, whose rule `found` is or stands in for.
    """
    return tuple(drafted(site, language, gateway, found, statement))


@remembered
def drafted(
    site: Site, language: str, gateway: Facts, found: Found, statement: Statement
) -> Mapping[str, Mapping[str, Value]]:
    """Return the sentences of a statement with the values that each says; none where it is `unsayable`."""
    own = speaker(site, language, found.rule.type, gateway)
    try:
        return dict(_sentences(own, names_of(gateway, found, statement), statement))
    except UnwritableError:
        return {}


def unsayable(site: Site, rule: str, statement: Statement) -> str:
    """Return why no sentence says all of a statement, as the check `references` reports it; "" where some do."""
    own = speaker(site, site.languages[0], rule, None)
    try:
        for said in (own.grammar.said, own.grammar.short):
            list(chosen(own.grammar, own.words, said, stated(statement)))
    except UnwritableError as error:
        return str(error)
    return ""


def phrase(site: Site, language: str, gateway: Facts, found: Found, statement: Statement) -> str:
    """Return what a statement says in a few words, as in a table."""
    own = speaker(site, language, found.rule.type, gateway)
    names, values = names_of(gateway, found, statement), stated(statement)
    try:
        fitting = list(chosen(own.grammar, own.words, own.grammar.short, values))
    except UnwritableError:
        return ""
    said = [write(own.grammar, own.words, one, values, names) for one in fitting]
    return " ".join([*_scope(own, names, statement), "; ".join(said)])


def names_of(gateway: Facts, found: Found, statement: Statement) -> Mapping[str, Value]:
    """Return whom a sentence may name: the gateway, the publisher of the fact, the countries for which it holds."""
    named = found.home.id if isinstance(found.home, Gateway) else gateway.id
    return {"gateway": named, "publisher": found.home.publisher(statement), "in": statement.countries}


def _sentences(
    own: Speaker, names: Mapping[str, Value], statement: Statement
) -> Iterator[tuple[str, Mapping[str, Value]]]:
    values = stated(statement)
    for pattern in chosen(own.grammar, own.words, own.grammar.said, values) if values else ():
        yield sentence(own, pattern, values, names, statement), {name: values[name] for name in pattern.parts}


def sentence(
    own: Speaker, pattern: Pattern, values: Mapping[str, Value], names: Mapping[str, Value], statement: Statement
) -> str:
    """Return what a pattern says of a statement, with whose word it is and for whom it holds."""
    text = write(own.grammar, own.words, pattern, values, names)
    slots = set(patterns.slots(pattern.nodes, own.grammar.rules))
    is_named = names["publisher"] == names["gateway"] and "gateway" in slots
    frames = [] if is_named or names["publisher"] == PLATFORM else [_frame(own, "by", names)]
    frames += [_frame(own, name, names) for name in _scope_frames(statement)]
    begins = next(patterns.slots(pattern.nodes[:1], own.grammar.rules), "")
    if frames and not begins and not text[1:2].isupper():  # a code stays in capitals, a value is written as it is
        text = text[:1].lower() + text[1:]
    text = " ".join([*frames, text])
    return text if begins in NAMES and not frames else text[:1].upper() + text[1:]


def _scope_frames(statement: Statement) -> list[str]:
    in_ = ["in"] if statement.countries and not statement.names_its_countries else []
    return [*in_, *([statement.buyers] if statement.buyers else [])]


def _scope(own: Speaker, names: Mapping[str, Value], statement: Statement) -> Iterator[str]:
    """Yield for whom a statement holds, without the comma that leads to a sentence."""
    frames = [_frame(own, name, names).rstrip(",") for name in _scope_frames(statement)]
    yield from [f"{', '.join(frames)}:"] if frames else []


def _frame(own: Speaker, name: str, names: Mapping[str, Value]) -> str:
    frame = own.grammar.frame(name)
    return write(own.grammar, own.words, frame, {}, names)
