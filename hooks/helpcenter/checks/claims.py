"""Claims agree with their rules."""

from collections.abc import Iterator, Mapping

from ..claims import ARITHMETIC, Lexicon, Reading, Unreadable, expected, read
from ..diagnostics import Diagnostic, Position
from ..markdown import bound_links
from ..schema import did_you_mean
from ..site import BoundLink, Gateway, Prose, Site, prose

NAME = "claims"


def resolve(site: Site, path: str, home: Gateway | None) -> tuple[Gateway | None, str]:
    """Split `gateway.rule` into its gateway and rule; a bare rule belongs to the gateway in whose folder it stands."""
    first, _, rest = path.partition(".")
    return (site.gateways[first], rest) if first in site.gateways else (home, path)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield claims that are false, that cannot be read, or that name no rule."""
    lexicons = {language: Lexicon(site, language) for language in site.languages}
    for unit in prose(site):
        for link in bound_links(unit.text):
            if link.scheme == "rule":
                yield from _check_claim(site, unit, link, lexicons[unit.language])


def _check_claim(site: Site, unit: Prose, link: BoundLink, lexicon: Lexicon) -> Iterator[Diagnostic]:
    gateway, path = resolve(site, link.target, unit.gateway)
    known = {**ARITHMETIC, **(expected(gateway.facts.rules) if gateway else {})}
    if path not in known:
        yield Diagnostic(link.position, NAME, f"no rule '{link.target}'", _hint(site, path, known, gateway))
        return
    said = read(link.words, lexicon)
    if isinstance(said, Unreadable):
        message = f"'{link.words}' cannot be read: '{said.word}' is not a word of docs/lexicon.yml"
        hint = f"bind only the words of the fact; the rule {link.target} says: {known[path]}"
        yield Diagnostic(link.position, NAME, message, hint)
    elif said != known[path]:
        place = gateway.rule_position(path) if gateway and path not in ARITHMETIC else None
        yield _false_claim(link, said, known[path], place)


def _hint(site: Site, path: str, known: Mapping[str, Reading], gateway: Gateway | None) -> str:
    if gateway is None:
        return f"outside a gateway's folder write gateway.rule; gateways: {', '.join(site.gateways)}"
    hint = did_you_mean(path, known)
    return hint if hint.startswith("did you mean") else f"not stated by {gateway.id}, or not a rule; {hint}"


def _false_claim(link: BoundLink, said: Reading, rule: Reading, place: Position | None) -> Diagnostic:
    where = f" ({place})" if place else ""
    message = f"'{link.words}' says: {said}; the rule {link.target} says: {rule}{where}"
    changes = [
        f"{verb}: {difference}"
        for verb, difference in (("add", rule.minus(said)), ("take away", said.minus(rule)))
        if difference != Reading()
    ]
    return Diagnostic(link.position, NAME, message, f"{'; '.join(changes)} – or correct the rule")
