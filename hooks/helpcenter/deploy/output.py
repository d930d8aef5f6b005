"""The folder of a finished site: what is written into it is compressed meanwhile, on all processors."""

import os
import stat
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from .compression import compressed, is_large_enough, may_be_compressed
from .kept import Kept
from .progress import Progress

Result = TypeVar("Result")


class Output:
    """A folder to write files into, with their compressed forms beside them. All are there when its block has ended."""

    def __init__(self, folder: Path, kept: Kept, progress: Progress, old: Path | None = None) -> None:
        """Write into `folder`, take from `kept` what was compressed before, and tell of it at the end.

        `old` is the folder that it replaces: files that are as they were are the same files, with their dates.
        """
        self.folder, self._old = folder, old
        self._progress = progress
        self.kept = kept
        self._pool = ThreadPoolExecutor(os.cpu_count())
        self._others = ThreadPoolExecutor()  # whose own processes need not wait until all before them is compressed
        self._jobs = list[Future[Any]]()
        self._compressed = set[Path]()

    def __enter__(self) -> "Output":
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Wait for what is under way, and raise what went wrong in it; give it up where something else did."""
        try:
            if error is None:
                self._progress.begin("files, compressed", len(self._jobs))
                for job in self._jobs:
                    job.result()
                    self._progress.step()
        finally:
            for pool in (self._others, self._pool):
                pool.shutdown(cancel_futures=True)

    def write(self, name: str, text: str | bytes) -> None:
        """Write a file, named from the folder on."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._put(path, text.encode() if isinstance(text, str) else text)
        self.compress(path)

    def add(self, name: str, content: bytes) -> None:
        """Write a file that may be there already, as it should be."""
        if (self.folder / name).exists():
            self.compress(self.folder / name)
        else:
            self.write(name, content)

    def compress(self, path: Path) -> None:
        """Compress a file that lies in the folder, once."""
        if path not in self._compressed and may_be_compressed(path.name):
            self._compressed.add(path)
            self._jobs.append(self._pool.submit(self._compress, path))

    def beside(self, work: Callable[[], Result]) -> Future[Result]:
        """Do other work of the same folder meanwhile."""
        self._jobs.append(job := self._others.submit(work))
        return job

    def _compress(self, path: Path) -> None:
        content = path.read_bytes()
        name = path.relative_to(self.folder).as_posix()
        if is_large_enough(content):
            for ending, form in compressed(name, content, self.kept).items():
                self._put(path.with_name(path.name + ending), form)

    def _put(self, path: Path, content: bytes) -> None:
        old = self._old / path.relative_to(self.folder) if self._old else None
        if old and _holds(old, content) and not path.exists():
            path.hardlink_to(old)
        else:
            path.write_bytes(content)


def _holds(path: Path, content: bytes) -> bool:
    """Say whether a file is there, itself and not by a link, and has this content."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == len(content) and path.read_bytes() == content
