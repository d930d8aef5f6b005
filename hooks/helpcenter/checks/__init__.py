"""One module per check: a site in, diagnostics out."""

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from ..files.diagnostics import Diagnostic
from ..model.chapters import Chapter, chapter_ids, chapter_of, chapters_about
from ..model.memory import lasting
from ..model.site import Site

_MODULES = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
OF_CHAPTERS: Mapping[str, Callable[[Site, Chapter], Iterator[Diagnostic]]] = {
    module.NAME: module.check for module in _MODULES if hasattr(module, "check")
}
"""The checks that look at one chapter after another; of the site they ask single things."""
OF_ALL: Mapping[str, Callable[[Site], Iterator[Diagnostic]]] = {
    module.NAME: module.check_whole for module in _MODULES if hasattr(module, "check_whole")
}
"""The checks that look at the site as a whole."""
CHECKS = tuple(sorted({*OF_CHAPTERS, *OF_ALL}))
"""The names of all checks: a module in this folder is a check."""

READS_ALL = "vocabulary"
"""The check of that by which others read."""
_ECHOES = frozenset({"notes", "parity", "reviews"})
"""Checks that go by the ids of headings: where an id is missing, all that they say follows from it."""


def run(site: Site, files: Iterable[str] = ()) -> list[Diagnostic]:
    """Run every check and return all diagnostics in the order of files and lines.

    Given files, only what may concern them is looked at.
    Where the vocabulary cannot be read, no sentence can: then that is all there is to say.
    """
    unreadable = found_by(site, READS_ALL)
    if unreadable:
        return sorted(unreadable)
    of_all = (one for name in OF_ALL for one in found_by(site, name))
    chapters = {id_ for file in files for id_ in chapters_about(site, file)} or chapter_ids(site)
    return sorted({*of_all, *(one for id_ in chapters for one in found_in(site, id_))})


@lasting
def found_by(site: Site, check: str) -> frozenset[Diagnostic]:
    """Return what a check that looks at the whole site finds."""
    return frozenset(OF_ALL[check](site))


@lasting
def found_in(site: Site, chapter: str) -> frozenset[Diagnostic]:
    """Return what is wrong in a chapter, causes without their echoes."""
    own = chapter_of(site, chapter)
    found = {diagnostic for check in OF_CHAPTERS.values() for diagnostic in check(site, own)}
    broken = {_page(one.position.file) for one in found if one.check == "headings"}
    return frozenset(one for one in found if one.check not in _ECHOES or _page(one.position.file) not in broken)


def _page(file: str) -> str:
    """Return the path of a page's file without its language."""
    return re.sub(r"\.[a-z]+\.md$", "", file)
