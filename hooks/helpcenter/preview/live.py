"""The tabs that are open, and what each is told when a file changes."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..checks.reviews import NAME as REVIEWS
from ..files.diagnostics import Diagnostic, Position, Severity
from .store import SETTINGS, Store
from .told import shown_at, told
from .watch import PACKAGE, Watch

SETTLED = 0.06
"""Seconds without a change after which a file that cannot be read is wrong, and not half written."""
_STYLES = ".css"
_SCRIPTS = (".mjs", ".js")


@dataclass(eq=False)
class Tab:
    """An open page: its address below the site's root, what it waits to be told, and what it was told last."""

    address: str
    waiting: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    page: str = ""
    problems: list[dict[str, Any]] | None = None


class Live:
    """A project's preview."""

    def __init__(self, root: Path, editor: str, watch: Watch) -> None:
        """Read the project; what changes in it is learnt from a watch."""
        self.store = Store(root)
        self.tabs: set[Tab] = set()
        self._root, self._editor = root, editor
        self._shown: dict[str, str] = {}
        self._failed: dict[str, Diagnostic] = {}
        self._broken: Diagnostic | None = None
        self._watch = watch

    async def run(self) -> None:
        """Take in what changes until code of this package does."""
        self.store.check()
        self.tell()
        while True:
            changed = await self._watch.next()
            code = {path for path in changed if path.is_relative_to(PACKAGE) and path.suffix == ".py"}
            if changed - code:
                await self._take_in(changed - code)
            if code:
                return

    async def _take_in(self, changed: set[Path]) -> None:
        """Take in changed files and tell the tabs."""
        self._save(changed)
        while self.store.is_half_written and (more := await self._watch.next(SETTLED)):
            self._save(more)
            changed |= more
        if any(path.suffix in _SCRIPTS for path in changed):
            self._tell_all({"reload": True})
        elif any(path.suffix == _STYLES for path in changed):
            self._tell_all({"styles": True})
        self.tell_pages()
        await asyncio.sleep(0)  # what is new is on its way before anything is checked
        self.store.check()
        self.tell()

    def _save(self, changed: Iterable[Path]) -> None:
        names = [path.relative_to(self._root).as_posix() for path in changed if path.is_relative_to(self._root)]
        if any(name.startswith("overrides/") for name in names):
            self.store.renew_templates()
        written = [name for name in names if name.startswith("docs/") or name == SETTINGS]
        if written:
            self.store.save(written)

    def fail(self, file: str, line: int, message: str) -> None:
        """Tell of what is wrong with the package itself, which goes on as it was."""
        self._broken = Diagnostic(
            Position(file, line, 1), "preview", message, "mend this file: the old code still runs"
        )

    def page(self, address: str) -> str | None:
        """Return the HTML of the page at an address as it was last fit to be shown; None where there never was one."""
        loaded = self.store.loaded
        place = loaded.place(address) if loaded else None
        self._failed.pop(address, None)
        if loaded is None or place is None:
            return None
        try:
            self._shown[address] = loaded.document(place)
        except Exception as error:  # whatever a template or a module of the package raises is said
            name = f"docs/{place.key}.{place.language}.md"
            message = f"the page cannot be shown: {type(error).__name__}: {error}"
            self._failed[address] = Diagnostic(
                Position(name, 1, 1), "preview", message, "mend what else is wrong first"
            )
        return self._shown.get(address)

    def open(self, address: str) -> Tab:
        """Return a new tab, which waits for its page and all problems."""
        tab = Tab(address)
        self.tabs.add(tab)
        self._tell_page(tab)
        self._tell_problems(tab)
        return tab

    def tell_pages(self) -> None:
        """Tell each tab its page, if that is another one now."""
        for tab in self.tabs:
            self._tell_page(tab)

    def tell(self) -> None:
        """Tell each tab its problems, if they are others now."""
        for tab in self.tabs:
            self._tell_problems(tab)

    def _tell_page(self, tab: Tab) -> None:
        page = self.page(tab.address)
        if page is not None and page != tab.page:
            tab.page = page
            tab.waiting.put_nowait({"page": page})

    def _tell_problems(self, tab: Tab) -> None:
        problems = self._problems(tab.address)
        if problems != tab.problems:
            tab.problems = problems
            waiting = len({one.command for one in self.store.problems if one.check == REVIEWS})
            tab.waiting.put_nowait({"problems": problems, "waiting": waiting})

    def _problems(self, address: str) -> list[dict[str, Any]]:
        """Return all problems but missing reviews, which their texts show themselves; those of a page first."""
        loaded, failed = self.store.loaded, self._failed.get(address)
        place = loaded.place(address) if loaded else None
        every = [self._broken, failed, *(one for one in self.store.problems if one.check != REVIEWS)]
        nowhere = {"anchor": "", "words": ""}
        problems = [
            {
                **told(self._root, self._editor, one),
                **(shown_at(loaded, place, one.position) if loaded and place else nowhere),
            }
            for one in every
            if one is not None
        ]
        return sorted(problems, key=lambda one: (one["severity"] != Severity.ERROR, not one["anchor"]))

    def _tell_all(self, message: dict[str, Any]) -> None:
        for tab in self.tabs:
            tab.waiting.put_nowait(message)
