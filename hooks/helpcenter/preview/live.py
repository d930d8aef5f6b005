"""The tabs that are open, and what each is told when a file changes."""

import asyncio
import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from ..checks.reviews import NAME as REVIEWS
from ..files.diagnostics import Diagnostic, Severity
from ..model.chapters import chapter_of_page
from .following import taken_in
from .search import Search
from .store import Store, failure
from .told import NOWHERE, shown_at, told, waiting_in
from .watch import PACKAGE, Watch

SLICE = 0.02
"""Seconds for which requests and saves wait at most while problems are worked out."""
_KINDS = {".css": "style", ".mjs": "script", ".js": "script", ".yml": "facts"}
"""What a tab must know of a changed file: scripts are loaded again, and what the checker or the search have loaded."""


@dataclass(eq=False)
class Tab:
    """An open page: its address below the site's root, what it waits to be told, and what it was told last."""

    address: str
    waiting: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    page: str | None = None
    problems: dict[str, Any] | None = None

    def tell(self, **message: Any) -> None:
        """Send a message."""
        self.waiting.put_nowait(message)


class Live:
    """A project's preview."""

    def __init__(self, root: Path, editor: str, watch: Watch) -> None:
        """Read the project; what changes in it is learnt from a watch."""
        self.store = Store(root)
        self.tabs: set[Tab] = set()
        self._root, self._editor, self._watch = root, editor, watch
        self.search = Search()
        self._shown: dict[str, str] = {}
        self._failed: dict[str, Diagnostic] = {}
        self._broken: Diagnostic | None = None

    async def run(self) -> None:
        """Take in what changes until code of this package does."""
        await self._check()
        gc.freeze()  # what was read once stays: looking through it again and again would take as long as a save
        while True:
            changed = await taken_in(self.store, self._watch)
            code = {path for path in changed if path.is_relative_to(PACKAGE) and path.suffix == ".py"}
            if changed - code:
                await self._tell_saved(changed - code)
            if code:
                return
            await self._check()

    def fail(self, error: Exception) -> None:
        """Tell of what is wrong with the package itself, which goes on as it was."""
        self._broken = failure(self._root, error, "the old code still runs")

    async def _tell_saved(self, changed: set[Path]) -> None:
        """Tell the tabs what was saved, and their pages."""
        kinds = sorted({_KINDS.get(path.suffix, "text") for path in changed if path.name != "steps.yml"} or {"text"})
        for tab in self.tabs:
            self._tell_page(tab)
            tab.tell(saved=kinds)
        await asyncio.sleep(0)  # what is new is on its way before anything is checked

    async def _check(self) -> None:
        """Work out all problems, those of open pages first, and tell them; a save goes before the rest."""
        loaded, since = self.store.loaded, monotonic()
        places = [loaded.place(tab.address) for tab in self.tabs] if loaded else []
        opened = {chapter_of_page(loaded.site, place.key) for place in places if loaded and place}
        for _ in self.store.check(opened):
            if monotonic() - since > SLICE:
                self._tell_problems()
                await asyncio.sleep(0)
                if self._watch.has_more:
                    return
                since = monotonic()
        self._tell_problems()

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
            self._failed[address] = failure(self._root, error, "the page cannot be shown as it is now")
        return self._shown.get(address)

    def open(self, address: str) -> Tab:
        """Return a new tab, which is told its page and all problems."""
        tab = Tab(address)
        self.tabs.add(tab)
        self._tell_page(tab)
        self._tell_problems()
        return tab

    def _tell_page(self, tab: Tab) -> None:
        page = self.page(tab.address)
        if page is not None and page != tab.page:
            tab.page = page
            tab.tell(page=page)

    def _tell_problems(self) -> None:
        every = self.store.problems
        count = len({one.command for one in every if one.check == REVIEWS})
        others = [one for one in every if one.check != REVIEWS]
        for tab in self.tabs:
            waiting = {"count": count, "here": self._waiting(tab.address)}
            problems = {"problems": self._problems(tab.address, others), "waiting": waiting}
            if problems != tab.problems:
                tab.problems = problems
                tab.tell(**problems)

    def _waiting(self, address: str) -> list[Mapping[str, Any]]:
        """Return what waits for review in the chapter of a page."""
        loaded = self.store.loaded
        place = loaded.place(address) if loaded else None
        return list(waiting_in(loaded.site, chapter_of_page(loaded.site, place.key))) if loaded and place else []

    def _problems(self, address: str, every: list[Diagnostic]) -> list[dict[str, Any]]:
        """Return problems as a tab is told them, those of its page first."""
        loaded = self.store.loaded
        place = loaded.place(address) if loaded else None
        ones = [one for one in (self._broken, self._failed.get(address), *every) if one is not None]
        problems = [
            {
                **told(self._root, self._editor, one),
                **(shown_at(loaded.site, place, one.position) if loaded and place else NOWHERE),
            }
            for one in ones
        ]
        return sorted(problems, key=lambda one: (one["severity"] != Severity.ERROR, not one["anchor"]))
