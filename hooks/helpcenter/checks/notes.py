"""Each rule of a gateway is said by its article, and each note says a rule."""

from collections.abc import Iterator

from ..facts.claims import judge, resolve
from ..facts.notes import claimed, quote, waiting
from ..facts.sentences import sentences, stated
from ..facts.statements import Found
from ..files.diagnostics import Diagnostic, Position
from ..files.inline import bound_links
from ..model.chapters import Chapter
from ..model.prose import NOTES, is_unwritten
from ..model.rules import Rule, Statement
from ..model.site import Gateway, Page, Site

NAME = "notes"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield rules that an article does not say, or for which it lacks the note, and notes that say no rule."""
    for page in chapter.gateway.pages.values() if chapter.gateway else ():
        assert chapter.gateway
        yield from _check_article(site, chapter.gateway, page)
        yield from _idle_notes(page)


def _check_article(site: Site, gateway: Gateway, page: Page) -> Iterator[Diagnostic]:
    heading = next((block for block in page.blocks if block.kind == "heading" and block.id == NOTES), None)
    place = heading.text.at() if heading else page.source.position(page.body)
    said = claimed(site, gateway, page.language)
    unwritten = waiting(page) | _wrongly_said(site, gateway, page)
    for name, rule in gateway.rules.items():
        if name in unwritten:
            continue
        has_note = quote(site, gateway, page.language, name) is not None
        for statement in rule.statements:
            missing = sorted(set(stated(statement)) - said.get(statement, frozenset()))
            is_told = statement.state == "said" or statement.has_exception
            if missing and statement.state not in ("said", "not-known"):
                yield _unsaid(site, gateway, page, place, Found(rule, gateway), statement, missing)
            elif is_told and not has_note:
                yield _untold(gateway, place, rule, statement)


def _wrongly_said(site: Site, gateway: Gateway, page: Page) -> set[str]:
    """Return the rules of claims that are not true: what the check `claims` says of them is enough."""
    links = (link for block in page.blocks for link in bound_links(block.text) if link.scheme == "rule")
    targets = ((link, resolve(site, link.target, gateway)) for link in links)
    return {
        target.rule
        for link, target in targets
        if target.gateway is gateway
        and target.exists
        and judge(site, page.language, target, link.words).judgement != "true"
    }


def _unsaid(
    site: Site, gateway: Gateway, page: Page, place: Position, found: Found, statement: Statement, missing: list[str]
) -> Diagnostic:
    path = f"{found.rule.type}.{missing[0]}" if statement.state != "decided" else found.rule.type
    message = f"the article does not say the rule {path} ({gateway.place(statement.path)})"
    written = " ".join(
        f"[{one}](rule:{found.rule.type})" for one in sentences(site, page.language, gateway, found, statement)
    )
    return Diagnostic(place, NAME, message, f"under ## … {{#{NOTES}}} write a numbered item: {written}")


def _untold(gateway: Gateway, place: Position, rule: Rule, statement: Statement) -> Diagnostic:
    message = f"no note tells what the rule {rule.type} leaves to a note ({gateway.place(statement.path)})"
    hint = f"under ## … {{#{NOTES}}} write a numbered item that tells it: [whole sentence](rule:{rule.type})"
    return Diagnostic(place, NAME, message, hint)


def _idle_notes(page: Page) -> Iterator[Diagnostic]:
    items = [block for block in page.blocks if block.section == NOTES and block.number is not None]
    for number in sorted({block.number for block in items if block.number is not None}):
        own = [block for block in items if block.number == number and not is_unwritten(block.text)]
        if own and not any(link.scheme == "rule" for block in own for link in bound_links(block.text)):
            yield Diagnostic(own[0].text.at(), NAME, f"note {number} says no rule", "bind its fact: [words](rule:…)")
