"""What the browser gets of the rules, as plain JSON data. Both engines read the same."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from ..facts.kinds import publish
from ..facts.notes import quote
from ..facts.sentences import sentences
from ..facts.statements import Found, absent_state, find, statements
from ..model.memory import lasting, remembered
from ..model.rules import PLATFORM, Facts, Statement
from ..model.site import Gateway, Site

WORDS_FILE = "assets/checker/words.{language}.json"
"""Where the words of a language's checker and finder lie, below the site's root."""
OTHERS_FILE = "assets/checker/others.{language}.json"
"""Where the words of all other languages lie: an answer is copied in every language."""
FORM_FILE = "assets/checker/{kind}-form.{language}.json"
"""Where form and look of checker or finder lie."""
GATEWAY_FILE = "assets/checker/{gateway}.{language}.json"
"""Where all lies that the checker of one gateway knows of it."""
FINDER_FILE = "assets/checker/finder.{language}.json"
"""Where the rules of all gateways lie, with their sources."""
_FIRST_DAY = date(1970, 1, 1)


def published_types(site: Site) -> list[dict[str, Any]]:
    """Return how the statements of each rule type are judged, in the order in which readers meet them."""
    return [
        {
            "rule": str(one.rule),
            "about": one.about,
            "by": one.judge.by,
            "input": one.judge.input or "",
            "otherwise": one.judge.otherwise,
            "first": list(map(str, one.judge.first)),
        }
        for one in site.vocabulary.values()
    ]


def published_rules(site: Site, gateway: Gateway) -> dict[str, Any]:
    """Return all that is known of a gateway as both engines read it, and what an absent rule is."""
    return _published_rules(site, gateway.id)


@lasting
def _published_rules(site: Site, id_: str) -> dict[str, Any]:
    gateway = site.gateways[id_]
    found = ((rule, list(statements(site, gateway, rule))) for rule in site.vocabulary)
    rules = {rule: [_statement(site, one.home, own) for one, own in stated] for rule, stated in found if stated}
    return {"rules": rules, "absent": absent_state(gateway)}


def _statement(site: Site, home: Facts, statement: Statement) -> dict[str, Any]:
    publisher = home.publisher(statement)
    parts = {
        "values": {name: publish(value) for name, value in _with_countries(site, statement.values)},
        "state": statement.state if statement.state != "stated" else None,
        "in": list(statement.countries),
        "buyers": statement.buyers,
        "by": publisher if publisher != PLATFORM else None,
    }
    return {name: value for name, value in parts.items() if value or name == "values"}


def _with_countries(site: Site, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield values with the countries of each region; those of a region that nobody has a list of are `vague`."""
    vague = list[str]()
    for name, value in values.items():
        regions = [site.shared.regions[one] for one in value if one in site.shared.regions] if _is_set(value) else []
        vague += [str(country) for region in regions if region.vague for country in region.countries]
        exact = (str(country) for region in regions if not region.vague for country in region.countries)
        own = (one for one in value if one not in site.shared.regions) if regions else ()
        yield name, tuple(dict.fromkeys([*own, *exact])) if regions else value
    if vague:
        yield "vague", tuple(dict.fromkeys(vague))


def _is_set(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(one, str) for one in value)


def checker_data(site: Site, gateway: Gateway, language: str, article: str) -> dict[str, Any]:
    """Return what a checker knows of a gateway, whose article is at a URL."""
    own = published_rules(site, gateway)
    return {**own, "name": str(gateway.file.name), "article": article, **_verdict_data(site, gateway, language)}


def finder_data(site: Site, gateway: Gateway, article: str, language: str) -> dict[str, Any]:
    """Return what the finder knows of a gateway: the rules that place it, and where the sources of each statement are.

    A source has its URL and the day on which it was read, as its number since 1970-01-01.
    """
    urls, sources = list[tuple[str, int]](), dict[str, list[list[int]]]()
    own_rules = published_rules(site, gateway)
    rules = {rule: own for rule, own in own_rules["rules"].items() if site.vocabulary[rule].judge.by != "tells"}
    for rule in rules:
        for found, statement in statements(site, gateway, rule):
            own = [found.home.file.sources[name] for name in statement.sources]
            read = [(str(one.url), (one.read - _FIRST_DAY).days) for one in own]
            urls += [one for one in read if one not in urls]
            sources.setdefault(rule, []).append([urls.index(one) for one in read])
    file = GATEWAY_FILE.format(gateway=gateway.id, language=language)
    named = {"name": str(gateway.file.name), "article": article, "file": file}
    return {**own_rules, "rules": rules, **named, "sources": sources, "urls": urls}


def _verdict_data(site: Site, gateway: Gateway, language: str) -> dict[str, Any]:
    """Return what the verdict on a gateway says besides what its rules are."""
    own = published_rules(site, gateway)
    return {
        "said": said(site, gateway, language),
        "notes": {rule: one.note for rule in own["rules"] if (one := quote(site, gateway, language, rule))},
        "quotes": dict(_quotes(site, gateway, language)),
        "from": dict(_homes(site, gateway)),
    }


def _homes(site: Site, gateway: Gateway) -> Iterator[tuple[str, str]]:
    """Yield each rule of another gateway with the name of that one, "" for the platform's."""
    for rule in site.vocabulary:
        one = find(site, gateway, rule)
        if one and one.home is not gateway:
            yield rule, str(one.home.file.name) if isinstance(one.home, Gateway) else ""


@remembered
def said(site: Site, gateway: Gateway, language: str) -> dict[str, list[str]]:
    """Return what each statement of a gateway's rules says, in whole sentences."""
    found = ((rule, list(statements(site, gateway, rule))) for rule in site.vocabulary)
    return {
        rule: [" ".join(sentences(site, language, gateway, one, own)) for one, own in stated]
        for rule, stated in found
        if stated
    }


def _quotes(site: Site, gateway: Gateway, language: str) -> Iterator[tuple[str, str]]:
    """Yield the notes that say what no value can: an exception, or all of it."""
    for rule in site.vocabulary:
        found: Found | None = find(site, gateway, rule)
        statements = found.rule.statements if found else ()
        is_told = any(one.has_exception or one.state == "said" for one in statements)
        quoted = quote(site, gateway, language, rule) if is_told else None
        if quoted:
            yield rule, quoted.words


def inline_json(data: Any) -> Markup:
    """Return JSON that is safe in a script element: nothing in it can end the element or start a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # escaped above
