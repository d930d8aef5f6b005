"""Saves are taken in as they come; what an editor has only half written is waited for."""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

from ..files.diagnostics import Diagnostic
from ..model.site import Site
from .store import Store
from .watch import Watch

SETTLED = 0.06
"""Seconds without a change after which a file that cannot be read is wrong, and not half written."""


async def taken_in(store: Store, watch: Watch) -> set[Path]:
    """Wait for changes, take them in, and return them."""
    changed = await watch.next()
    store.take_in(changed)
    while store.is_half_written and (more := await watch.next(SETTLED)):
        store.take_in(more)
        changed |= more
    return changed


async def follow(root: Path, report: Callable[[Site | None, list[Diagnostic]], None]) -> None:
    """Report all problems of a project, and again after each save, until cancelled."""
    watch = Watch(root)
    watching = asyncio.create_task(watch.run())
    try:
        store = Store(root)
        while True:
            for _ in store.check():
                pass
            report(store.loaded.site if store.loaded and store.is_current else None, store.problems)
            gc.freeze()
            await taken_in(store, watch)
    finally:
        watch.stop()
        await watching
        gc.freeze()
