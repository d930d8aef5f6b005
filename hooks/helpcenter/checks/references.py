"""Ids in YAML files lead somewhere and are unique."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from ..facts.sentences import unsayable
from ..facts.words import words_of
from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.source import Text
from ..model.chapters import Chapter
from ..model.documents import StepsFile
from ..model.rules import PLATFORM, Facts, Rule
from ..model.site import Gateway, Site
from ..model.vocabulary import Part

NAME = "references"

_NAMED = ("country", "currency", "field", "label", "gateway")
"""Items of sets that are ids of something."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield ids that lead nowhere, statements that state a part twice, and ids that appear twice."""
    gateway, facts = chapter.gateway, chapter.facts
    if gateway:
        if gateway.file.gateway != gateway.id:
            message = f"'{gateway.file.gateway}' is not the folder's name"
            yield Diagnostic(gateway.file.gateway.at(), NAME, message, f"write {gateway.id}")
        if gateway.article:
            yield from _check_request(gateway, gateway.article)
        if gateway.file.on is not None:
            yield from _unknown(gateway.file.on, site.gateways, "gateway")
    if facts:
        for reference in facts.file.sources.values():
            yield from _unknown(reference.by, [PLATFORM, *site.gateways], "publisher")
        for rule in facts.rules.values():
            yield from _check_rule(site, facts, rule)
    for article in chapter.articles.values():
        yield from _repeated(section.id for section in article.sections)
        yield from _repeated(step.id for section in article.sections for step in section.steps)
        yield from _repeated(screen.id for screen in article.screens)


def _check_request(gateway: Gateway, article: StepsFile) -> Iterator[Diagnostic]:
    """Yield ready messages to support that no rule calls for, and the rule that calls for one where no step has it."""
    asking = [step.request for section in article.sections for step in section.steps if step.request]
    statements = gateway.rules["webhook"].statements if "webhook" in gateway.rules else ()
    sent = [one for one in statements if one.values.get("goes") == "to-support"]
    for request in asking[0 if not sent else 1 :]:
        message = (
            "the message to support appears twice" if sent else "no rule says that the webhook URL goes to support"
        )
        yield Diagnostic(request.at(), NAME, message, "remove the line, or state webhook: {goes: to-support}")
    if sent and not asking:
        hint = "write 'request: webhook' in the step that sends the URL: readers get a ready message there"
        place = article.sections[0].id.at()
        yield Diagnostic(place, NAME, "no step sends the webhook URL to support, as the rule says", hint)


def _check_rule(site: Site, facts: Facts, rule: Rule) -> Iterator[Diagnostic]:
    parts = site.vocabulary[rule.type].parts
    known = _known(site, facts)
    for statement in rule.statements:
        for source in statement.sources:
            yield from _unknown(source, facts.file.sources, "source")
        for country in statement.countries:
            yield from _unknown_country(site, facts, country, statement.path)
        for name, value in statement.values.items():
            yield from _check_items(parts[name], value, known)
        why = unsayable(site, rule.type, statement)
        if why:
            ways = ", ".join(f"'{key}'" for key in site.vocabulary[rule.type].say)
            message = f"no sentence says this alone: {why}"
            yield Diagnostic(
                facts.place(statement.path), NAME, message, f"state what belongs to it; sentences say {ways}"
            )
    for one, other in combinations([one for one in rule.statements if one.state != "disagree"], 2):
        shared = sorted(set(one.values) & set(other.values)) if one.scope == other.scope else []
        if shared:
            message = f"{rule.type} states '{shared[0]}' twice for the same accounts"
            hint = "write the values into one statement; if the sources differ, put both under 'disagree:'"
            yield Diagnostic(facts.place(other.path), NAME, message, hint)


def _known(site: Site, facts: Facts) -> Mapping[str, list[str]]:
    words = words_of(site, site.languages[0], facts if isinstance(facts, Gateway) else None)
    known = {kind: list(words.names(kind)) for kind in _NAMED}
    return {**known, "country": [*site.countries, *site.shared.regions]}


def _check_items(part: Part, value: object, known: Mapping[str, list[str]]) -> Iterator[Diagnostic]:
    items = [one for one in value if isinstance(one, Text)] if isinstance(value, tuple) else []
    kind = str(part.set)
    for item in items if kind in known else ():
        yield from _unknown(item, known[kind], "currency of ISO 4217" if kind == "currency" else kind)
    yield from _repeated(items)


def _unknown_country(site: Site, facts: Facts, country: str, path: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    known = [*site.countries, *site.shared.regions]
    if country not in known:
        message = f"no country '{country}'"
        yield Diagnostic(facts.place((*path, "in")), NAME, message, did_you_mean(country, known))


def _unknown(id_: Text, known: Iterable[str], what: str) -> Iterator[Diagnostic]:
    names = set(map(str, known))
    if id_ not in names:
        yield Diagnostic(id_.at(), NAME, f"no {what} '{id_}'", did_you_mean(id_, names))


def _repeated(ids: Iterable[Text]) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for id_ in ids:
        if id_ in seen:
            yield Diagnostic(id_.at(), NAME, f"'{id_}' appears twice", f"it is already at line {seen[id_]}")
        seen.setdefault(id_, id_.at().line)
