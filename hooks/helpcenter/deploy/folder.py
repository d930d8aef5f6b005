"""A folder that is replaced as a whole: what takes its place is made beside it, by one process at a time."""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SITE, CACHE = "site", ".cache"
"""The folders of a project into which a build writes: what is published, and what helps the next build."""
NEW, OLD = "new-", "old"
"""How folders are called, or begin, that a build works with."""


@contextmanager
def replaced(folder: Path, work: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` by renames, once the block has ended without an error.

    `work` is a folder on the same disk. Two processes at once wait for each other. One that is killed leaves the old
    folder or the new one, and what else it leaves, below `work`, the next one takes away.
    """
    work.mkdir(parents=True, exist_ok=True)
    with _alone(work / "lock", f"another build is writing {folder}: waiting for it"):
        _tidy_up(folder, work)
        # The name is its own: what a killed one has started may go on writing for a while.
        new = work / f"{NEW}{os.getpid()}"
        try:
            new.mkdir()
            yield new
            if folder.exists():
                folder.rename(work / OLD)
            new.rename(folder)
        finally:
            _tidy_up(folder, work)


def _tidy_up(folder: Path, work: Path) -> None:
    """Take away what a build leaves; bring the old folder back where the new one had not taken its place."""
    old = work / OLD
    if old.exists() and not folder.exists():
        old.rename(folder)
    for path in (*work.glob(f"{NEW}*"), *work.glob(OLD)):
        shutil.rmtree(path, ignore_errors=path != old)


@contextmanager
def _alone(lock: Path, waiting: str) -> Iterator[None]:
    """Wait until no other process holds the lock; the system lets go of it when a process ends, however it ends.

    Processes that this one starts do not hold it.
    """
    with lock.open("w") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(waiting, file=sys.stderr)
            fcntl.lockf(file, fcntl.LOCK_EX)
        yield
