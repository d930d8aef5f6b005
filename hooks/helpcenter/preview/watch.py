"""Which files of a project change, told as soon as they do."""

import asyncio
from pathlib import Path

import anyio
from watchfiles import awatch

PACKAGE = Path(__file__).parents[1]
STEP = 5
"""Milliseconds between two looks for more changes: the library's own 50 would be half of all that a tab waits for."""


class Watch:
    """The changes of a project's files and of this package's, by their paths."""

    def __init__(self, root: Path) -> None:
        """Watch nothing yet: see `run`."""
        self._root = root
        self._stop = anyio.Event()
        self._changes: asyncio.Queue[set[Path]] = asyncio.Queue()

    async def run(self) -> None:
        """Watch until stopped."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch(self._root / "docs", self._root / "overrides", PACKAGE))
            group.create_task(self._watch(self._root, is_deep=False))  # mkdocs.yml; below it are thousands of others

    async def _watch(self, *folders: Path, is_deep: bool = True) -> None:
        every = awatch(*folders, step=STEP, recursive=is_deep, stop_event=self._stop)
        async for changes in every:
            self._changes.put_nowait({Path(path) for _, path in changes})

    def stop(self) -> None:
        """End `run` at once; cancelled, it would wait seconds for the library's thread."""
        self._stop.set()

    @property
    def has_more(self) -> bool:
        """Say whether there are changes that nobody has taken."""
        return not self._changes.empty()

    async def next(self, patience: float | None = None) -> set[Path]:
        """Return the next changes; none if there are none within so many seconds."""
        try:
            return await asyncio.wait_for(self._changes.get(), patience)
        except TimeoutError:
            return set()
