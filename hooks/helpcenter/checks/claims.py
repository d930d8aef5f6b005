"""Claims agree with their rules, also with the words around them."""

import re
from collections.abc import Iterator, Sequence

from ..facts.claims import Judged, Target, judge, resolve
from ..facts.kinds import shown
from ..facts.sentences import stated
from ..facts.ways import suggestions
from ..files.diagnostics import Diagnostic
from ..files.inline import BOUND_SCHEMES, BoundLink, bound_links, visible
from ..language.phrases import Phrases
from ..model.chapters import Chapter, every_chapter
from ..model.memory import lasting
from ..model.prose import Prose
from ..model.site import Site

NAME = "claims"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield claims that are false, that cannot be read, that name no rule, or whose meaning other words turn."""
    yield from (diagnostic for _, _, diagnostic in wrong_claims(site, chapter))


def every_wrong_claim(site: Site) -> Iterator[tuple[Prose, BoundLink, Diagnostic]]:
    """Yield the wrong claims of the whole site."""
    return (one for chapter in every_chapter(site) for one in wrong_claims(site, chapter))


def wrong_claims(site: Site, chapter: Chapter) -> Iterator[tuple[Prose, BoundLink, Diagnostic]]:
    """Yield each text with a wrong claim, the claim, and what is wrong with it."""
    for unit in chapter.prose:
        for link in bound_links(unit.text):
            if link.scheme == "rule":
                for diagnostic in _check_claim(site, unit, link):
                    yield unit, link, diagnostic


@lasting
def _turns(site: Site, language: str) -> Phrases:
    return Phrases(site.shared.turns[language])


def _check_claim(site: Site, unit: Prose, link: BoundLink) -> Iterator[Diagnostic]:
    target = resolve(site, link.target, unit.gateway)
    if not target.exists:
        yield Diagnostic(link.position, NAME, f"no rule '{link.target}'", target.hint)
        return
    judged = judge(site, unit.language, target, link.words)
    if judged.judgement != "true":
        message = f"'{link.words}' {_wrong(judged, target)}"
        best = _ways(site, unit, link, target)[:1]
        command = f"helpcenter check --fix {link.position.file}" if best and target.value is None else ""
        hint = _hint(site, unit, link, target)
        yield Diagnostic(link.position, NAME, message, hint, mend=_bound(best, link), command=command)
        return
    start, end = sentence_around(unit.text, link, str(site.shared.end_marks[unit.language]))
    outside = visible(unit.text, hide=BOUND_SCHEMES)
    for first, last in _turns(site, unit.language).find(outside[start:end]) if target.found else ():
        word = outside[start:end][first:last]
        message = f"'{word}' beside the claim '{link.words}' may turn its meaning"
        ways = suggestions(site, unit.language, target, link.words, is_inside=False)[:1]
        hint = f"bind the whole sentence: {_bound(ways, link)}" if ways else "say it without this word"
        yield Diagnostic(unit.text.at(start + first), NAME, message, hint, mend=_bound(ways, link))


def sentence_around(text: str, link: BoundLink, marks: str) -> tuple[int, int]:
    """Return where the sentence begins and ends in which a link stands. A mark ends it before a space or the end."""
    ends = [match.end() for match in re.finditer(rf"[{re.escape(marks)}](?=\)|\]|\s|$)", visible(text))]
    words_end = link.offset + 1 + len(link.words)
    start = max((end for end in ends if end <= link.offset), default=0)
    return start, min((end for end in ends if end >= words_end), default=len(text))


def _wrong(judged: Judged, target: Target) -> str:
    """Say what a claim says and what its rule says, with the rule's place."""
    rule = f"the rule {target.rule}{'.' if target.part else ''}{target.part} says: {_states(target)}"
    if judged.judgement == "unreadable":
        return f"cannot be read; {rule}"
    first = judged.readings[0]
    return f"says: {shown({**first.values, **first.names})}; {rule}"


def _states(target: Target) -> str:
    if target.found is None or target.value is not None:
        return str(target.value)
    own = target.statements[0]
    scope = {**({"in": own.countries} if own.countries else {}), **({"buyers": own.buyers} if own.buyers else {})}
    return f"{shown({**stated(own), **scope})} ({target.found.home.place(own.path)})"


def _ways(site: Site, unit: Prose, link: BoundLink, target: Target) -> Sequence[str]:
    return mends(site, unit, link) if target.value is None else [str(target.value)]


def _hint(site: Site, unit: Prose, link: BoundLink, target: Target) -> str:
    ways = _ways(site, unit, link, target)
    if target.value is not None:
        return f"bind the value alone: {_bound(ways, link)}"
    return f"write {_bound(ways, link)} – or correct the rule" if ways else "correct the rule"


def mends(site: Site, unit: Prose, link: BoundLink) -> Sequence[str]:
    """Return words that say the rule of a claim; inside a sentence the shortest first."""
    start, end = sentence_around(unit.text, link, str(site.shared.end_marks[unit.language]))
    shown_text = visible(unit.text)
    around = shown_text[start : link.offset] + shown_text[link.offset + link.length : end]
    is_inside = any(character.isalnum() for character in around)
    target = resolve(site, link.target, unit.gateway)
    return suggestions(site, unit.language, target, link.words, is_inside=is_inside)


def _bound(ways: Sequence[str], link: BoundLink) -> str:
    return " or ".join(f"[{words}](rule:{link.target})" for words in ways)
