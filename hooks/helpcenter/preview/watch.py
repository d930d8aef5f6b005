"""Which files of a project change, told as soon as they do."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

from watchfiles import DefaultFilter, awatch

STEP = 5
"""Milliseconds between two looks for more changes: the library's own 50 would be half of all that a tab waits for."""


class Watch:
    """The changes below some folders, and of files directly in others, by their paths."""

    def __init__(self, folders: Iterable[Path], shallow: Iterable[Path]) -> None:
        """Watch nothing yet: see `run`."""
        self._folders, self._shallow = list(folders), list(shallow)
        self._changes: asyncio.Queue[set[Path]] = asyncio.Queue()

    async def run(self) -> None:
        """Watch until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch(self._folders, is_deep=True))
            group.create_task(self._watch(self._shallow, is_deep=False))

    async def _watch(self, folders: list[Path], *, is_deep: bool) -> None:
        async for changes in awatch(*folders, watch_filter=DefaultFilter(), step=STEP, recursive=is_deep):
            self._changes.put_nowait({Path(path) for _, path in changes})

    async def next(self, patience: float | None = None) -> set[Path]:
        """Return the next changes; none if there are none within so many seconds."""
        try:
            return await asyncio.wait_for(self._changes.get(), patience)
        except TimeoutError:
            return set()
