"""One module per check: a site in, diagnostics out."""

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from ..files.diagnostics import Diagnostic
from ..model.site import Site

Check = Callable[[Site], Iterator[Diagnostic]]

_MODULES = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
CHECKS: Mapping[str, Check] = {module.NAME: module.check for module in _MODULES}
"""Every check by its name: a module in this folder is a check."""

_READS_ALL = "vocabulary"
"""The check of that by which others read."""
_ECHOES = frozenset({"notes", "parity", "reviews"})
"""Checks that go by the ids of headings: where an id is missing, all that they say follows from it."""


def run(site: Site) -> list[Diagnostic]:
    """Run every check and return all diagnostics, causes without their echoes, in the order of files and lines.

    Where the vocabulary cannot be read, no sentence can: then that is all there is to say.
    """
    unreadable = sorted(CHECKS[_READS_ALL](site))
    if unreadable:
        return unreadable
    others = (check for name, check in CHECKS.items() if name != _READS_ALL)
    found = {diagnostic for check in others for diagnostic in check(site)}
    broken = {_page(one.position.file) for one in found if one.check == "headings"}
    return sorted(one for one in found if one.check not in _ECHOES or _page(one.position.file) not in broken)


def _page(file: str) -> str:
    """Return the path of a page's file without its language."""
    return re.sub(r"\.[a-z]+\.md$", "", file)
