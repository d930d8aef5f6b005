"""What is computed from a content alone is kept in a database, for the next build. Its file is safe to delete."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from types import TracebackType


def way(name: str, code: Iterable[str], packages: Iterable[str]) -> str:
    """Return what a result depends on besides its content: these files of code as they are, and packages' versions."""
    digests = (hashlib.sha256(Path(one).read_bytes()).hexdigest() for one in code)
    return " ".join([name, *digests, *(f"{one} {version(one)}" for one in packages)])


class Kept:
    """Results by what they were computed from, in a block. Threads may share it; a process at a time may use a file."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep the results in a file, or, without one, for as long as the block lasts."""
        self._database = _opened(path) if path else _database(":memory:")
        self._turn = Lock()
        self._used = set[bytes]()

    def __enter__(self) -> "Kept":
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Keep what is new; and where all went well, drop what nobody has asked for."""
        with closing(self._database), self._database:
            if error is None:
                names = {name for (name,) in self._database.execute("SELECT name FROM kept")}
                unused = [(name,) for name in names - self._used]
                self._database.executemany("DELETE FROM kept WHERE name = ?", unused)

    def result(self, way: str, content: bytes, compute: Callable[[bytes], bytes]) -> bytes:
        """Return what `compute` makes of a content, now or earlier. `way` names it and all else that it depends on."""
        name = hashlib.sha256(f"{way}\0".encode() + content).digest()
        with self._turn:
            self._used.add(name)
            row = self._database.execute("SELECT result FROM kept WHERE name = ?", (name,)).fetchone()
        if row:
            return bytes(row[0])
        result = compute(content)
        with self._turn:
            self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, result))
        return result

    def text(self, way: str, text: str, compute: Callable[[str], str]) -> str:
        """Return what `compute` makes of a text, as `result` does."""
        return self.result(way, text.encode(), lambda content: compute(content.decode()).encode()).decode()


def _opened(path: Path) -> sqlite3.Connection:
    """Open a database; begin a new one where it is damaged."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _database(str(path))
    except sqlite3.OperationalError:  # it may be whole, and cannot be used
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        return _database(str(path))


def _database(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, check_same_thread=False)
    database.execute("CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, result BLOB NOT NULL)")
    (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    return database
