"""What is computed from a content alone is kept in files, for the next build. The folder is safe to delete."""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


class Kept:
    """Results by what they were computed from. Threads may share it; of several processes, one at a time may use it."""

    def __init__(self, folder: Path) -> None:
        """Keep the results in a folder, which is made when something is kept."""
        self._folder = folder
        self._used = set[Path]()

    def result(self, way: str, content: bytes, compute: Callable[[bytes], bytes]) -> bytes:
        """Return what `compute` makes of a content, now or earlier. `way` names it and all else that it depends on."""
        name = hashlib.sha256(f"{way}\0".encode() + content).hexdigest()
        path = self._folder / name[:2] / name
        self._used.add(path)
        kept = _read(path)
        if kept is None:
            kept = compute(content)
            _write(path, kept)
        return kept

    def text(self, way: str, text: str, compute: Callable[[str], str]) -> str:
        """Return what `compute` makes of a text, as `result` does."""
        return self.result(way, text.encode(), lambda content: compute(content.decode()).encode()).decode()

    def drop_unused(self) -> None:
        """Drop what nobody has asked for, and what a process that was killed has left."""
        for path in self._folder.glob("*/*"):
            if path not in self._used:
                path.unlink()


def _read(path: Path) -> bytes | None:
    """Return what a file keeps; None where there is none, or where it is damaged, as after a loss of power."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    digest, kept = content[:_DIGEST], content[_DIGEST:]
    return kept if hashlib.sha256(kept).digest() == digest else None


def _write(path: Path, kept: bytes) -> None:
    """Write a file that is there as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{threading.get_ident()}")
    half.write_bytes(hashlib.sha256(kept).digest() + kept)
    half.replace(path)
