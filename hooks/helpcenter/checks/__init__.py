"""The checks: each a module with one function from a site to diagnostics, and a page in docs/writing/checks/."""

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


def run(site: Site) -> list[Diagnostic]:
    """Run every check and return all diagnostics in the order of files and lines."""
    return sorted({diagnostic for check in CHECKS.values() for diagnostic in check(site)})
