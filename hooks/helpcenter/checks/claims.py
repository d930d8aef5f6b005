"""Claims agree with their rules."""

from collections.abc import Iterator

from ..facts.claims import ARITHMETIC, Lexicon, Reading, Target, Unreadable, read, resolve
from ..files.diagnostics import Diagnostic, Position, did_you_mean
from ..files.inline import BoundLink, bound_links
from ..model.prose import Prose, prose
from ..model.site import Site

NAME = "claims"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield claims that are false, that cannot be read, or that name no rule."""
    yield from (diagnostic for _, diagnostic in wrong_claims(site))


def wrong_claims(site: Site) -> Iterator[tuple[Prose, Diagnostic]]:
    """Yield each text with a wrong claim, and what is wrong with it."""
    lexicons = {language: Lexicon(site, language) for language in site.languages}
    for unit in prose(site):
        for link in bound_links(unit.text):
            if link.scheme == "rule":
                for diagnostic in _check_claim(site, unit, link, lexicons[unit.language]):
                    yield unit, diagnostic


def _check_claim(site: Site, unit: Prose, link: BoundLink, lexicon: Lexicon) -> Iterator[Diagnostic]:
    target = resolve(site, link.target, unit.gateway)
    if target.reading is None:
        yield Diagnostic(link.position, NAME, f"no rule '{link.target}'", _hint(site, target))
        return
    said = read(link.words, lexicon)
    if isinstance(said, Unreadable):
        message = f"'{link.words}' cannot be read: '{said.word}' is not a word of docs/lexicon.yml"
        hint = f"bind only the words of the fact; the rule {link.target} says: {target.reading}"
        yield Diagnostic(link.position, NAME, message, hint)
    elif said != target.reading:
        is_rule = target.gateway and target.path not in ARITHMETIC
        place = target.gateway.rule_position(target.path) if target.gateway and is_rule else None
        yield _false_claim(link, said, target.reading, place)


def _hint(site: Site, target: Target) -> str:
    if target.gateway is None:
        return f"outside a gateway's folder write gateway.rule; gateways: {', '.join(site.gateways)}"
    hint = did_you_mean(target.path, target.known)
    return hint if hint.startswith("did you mean") else f"not stated by {target.gateway.id}, or not a rule; {hint}"


def _false_claim(link: BoundLink, said: Reading, rule: Reading, place: Position | None) -> Diagnostic:
    where = f" ({place})" if place else ""
    message = f"'{link.words}' says: {said}; the rule {link.target} says: {rule}{where}"
    changes = [
        f"{verb}: {difference}"
        for verb, difference in (("add", rule.minus(said)), ("take away", said.minus(rule)))
        if difference != Reading()
    ]
    return Diagnostic(link.position, NAME, message, f"{'; '.join(changes)} – or correct the rule")
