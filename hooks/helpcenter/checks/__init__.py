"""The checks: each a module with one function from a site to diagnostics, and a page in docs/writing/checks/."""

import re
from collections.abc import Callable, Iterator, Mapping

from ..diagnostics import Diagnostic
from ..site import Site
from . import (
    bare_facts,
    callouts,
    claims,
    contradiction,
    directives,
    freshness,
    headings,
    labels,
    language,
    links,
    markup,
    messages,
    notes,
    parity,
    references,
    reviews,
    terms,
    unfinished,
    unset,
    writing,
)

Check = Callable[[Site], Iterator[Diagnostic]]

CHECKS: Mapping[str, Check] = {
    module.NAME: module.check
    for module in (
        *(
            bare_facts,
            callouts,
            claims,
            contradiction,
            directives,
            freshness,
            headings,
            labels,
            language,
            links,
            markup,
            messages,
        ),
        *(notes, parity, references, reviews, terms, unfinished, unset, writing),
    )
}


_ECHOES = frozenset({parity.NAME, notes.NAME, reviews.NAME})
"""Checks that go by the ids of headings: where an id is missing, all that they say follows from it."""


def run(site: Site) -> list[Diagnostic]:
    """Run every check and return all diagnostics, causes without their echoes, in the order of files and lines."""
    found = {diagnostic for check in CHECKS.values() for diagnostic in check(site)}
    broken = {_page(one.position.file) for one in found if one.check == headings.NAME}
    return sorted(one for one in found if one.check not in _ECHOES or _page(one.position.file) not in broken)


def _page(file: str) -> str:
    """Return the path of a page's file without its language."""
    return re.sub(r"\.[a-z]+\.md$", "", file)
