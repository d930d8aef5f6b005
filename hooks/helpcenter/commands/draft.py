"""helpcenter draft: what a gateway's rules say, as true sentences in every language, added to its pages."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..facts.notes import claimed, quote, waiting
from ..facts.sentences import sentences, stated
from ..facts.statements import Found
from ..files.diagnostics import did_you_mean
from ..model.prose import NOTES, STILL_TO_WRITE, is_unwritten
from ..model.rules import Statement
from ..model.site import Gateway, Page, Site
from .project import loaded
from .skeleton import pages

NAME = "draft"
HELP = "write what a gateway's rules say into its pages, in every language"

_SUMMARISED = ("account", "payment")
"""What rule types are about that come first: whether the gateway is for the reader at all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("gateway")


def run(options: argparse.Namespace) -> int:
    """Add all that the pages do not say yet. Nothing that a person has written is changed."""
    folder = options.root / "docs" / "gateways" / options.gateway
    if not (folder / "rules.yml").exists():
        known = [path.name for path in folder.parent.glob("*")]
        print(f"no rules in {folder}: {did_you_mean(options.gateway, known)}", file=sys.stderr)
        return 2
    return 0 if write(options.root, options.gateway) else 1


def write(root: Path, id_: str) -> bool:
    """Write missing pages, and into each what the rules say. False where they cannot be read."""
    for name, text in pages(root, id_).items():
        path = root / "docs" / "gateways" / id_ / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")
    site = loaded(root)
    if site is None:
        return False
    for page in site.pages_of(site.gateways[id_]).values():
        text = drafted(site, site.gateways[id_], page)
        (root / page.source.name).write_text(text, encoding="utf-8")
        added = len(text.splitlines()) - len(page.source.content.splitlines())
        print(f"{page.source.name}: {added if added > 0 else 'no'} lines added")
    return True


def drafted(site: Site, gateway: Gateway, page: Page) -> str:
    """Return a page with sentences for all that its rules state and it does not say."""
    summary, notes = list[str](), list[str]()
    for name, rule in gateway.rules.items():
        written = [one for one in rule.statements if not _is_said(site, gateway, page, name, one)]
        texts = [_sentences(site, gateway, page, Found(rule, gateway), one) for one in written]
        if any(one.state == "disagree" for one in written):
            texts = [" ".join([str(site.messages.drafts["disagree"][page.language]), *texts])]
        is_first = site.vocabulary[name].about in _SUMMARISED and len(rule.statements) == 1
        (summary if is_first and not any(map(is_unwritten, texts)) else notes).extend(texts)
    return _with_notes(_with_summary(page.source.content, page, summary), site, page, notes)


def _is_said(site: Site, gateway: Gateway, page: Page, rule: str, statement: Statement) -> bool:
    """Say whether a page says all of a statement, and tells in a note what is left to one."""
    missing = set(stated(statement)) - claimed(site, gateway, page.language).get(statement, frozenset())
    is_told = statement.state == "said" or statement.has_exception
    if rule in waiting(page):
        return True
    if is_told and quote(site, gateway, page.language, rule) is None:
        return False
    return statement.state in ("said", "not-known") or not missing


def _sentences(site: Site, gateway: Gateway, page: Page, found: Found, statement: Statement) -> str:
    """Return what a statement says, bound to its rule; where a note must tell more, dots for its writer."""
    rule = found.rule.type
    said = [f"[{one}](rule:{rule})" for one in sentences(site, page.language, gateway, found, statement)]
    if statement.state == "said":
        return f"[{STILL_TO_WRITE}](rule:{rule})"
    return " ".join([*said, STILL_TO_WRITE] if statement.has_exception else said)


def _with_summary(content: str, page: Page, lines: Sequence[str]) -> str:
    """Return a page with sentences before its first heading or directive."""
    if not lines:
        return content
    after = next((block for block in page.blocks if block.kind in ("heading", "directive")), None)
    place = content.rfind("\n", 0, after.text.start) + 1 if after else len(content)
    return f"{content[:place]}{' '.join(lines)}\n\n{content[place:]}"


def _with_notes(content: str, site: Site, page: Page, notes: Sequence[str]) -> str:
    """Return a page with further notes: in place of dots, behind the last one, or under a heading of their own."""
    if not notes:
        return content
    start, end, last = _section(content)
    kept = [line for line in content[start:end].rstrip("\n").split("\n") if line.strip() != f"1. {STILL_TO_WRITE}"]
    number = last if any(line[:1].isdigit() for line in kept) else 0
    items = [f"{place}. {note}" for place, note in enumerate(notes, number + 1)]
    heading = [] if start < len(content) else [f"## {site.messages.drafts['notes'][page.language]} {{#{NOTES}}}"]
    body = "\n".join([*heading, *kept, *items]).strip("\n")
    return f"{content[:start].rstrip()}\n\n{body}\n\n{content[end:].lstrip()}".rstrip("\n") + "\n"


def _section(content: str) -> tuple[int, int, int]:
    """Return where the section of the notes begins and ends, and how many notes it has; the end where there is none."""
    marker = f"{{#{NOTES}}}"
    if marker not in content:
        return len(content), len(content), 0
    start = content.rfind("\n", 0, content.index(marker)) + 1
    end = content.find("\n## ", start)
    end = len(content) if end < 0 else end + 1
    numbers = [line.split(".")[0] for line in content[start:end].split("\n") if line.split(".")[0].isdigit()]
    return start, end, max(map(int, numbers), default=0)
