"""Where answers are kept: one SQLite file. What `keep` has returned from is on the disk."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .answer import Answer

PATIENCE = 2.0
"""For how many seconds an answer waits for others, or for another program that has locked the file."""

_FIELDS = tuple(Answer.model_fields)
_COLUMNS = ", ".join(f'"{name}"' for name in ("day", *_FIELDS))
_TABLE = f"""CREATE TABLE IF NOT EXISTS answers
    ({_COLUMNS.replace(",", " TEXT NOT NULL,")} TEXT NOT NULL, PRIMARY KEY (id)) STRICT, WITHOUT ROWID"""
# A repeat changes nothing; an answer that comes again with more in it is completed, and never loses what it had.
_KEEP = f"""INSERT INTO answers ({_COLUMNS}) VALUES ({", ".join(f":{name}" for name in ("day", *_FIELDS))})
    ON CONFLICT (id) DO UPDATE SET
    helped = excluded.helped, reason = ifnull(nullif(excluded.reason, ''), reason),
    anchor = ifnull(nullif(excluded.anchor, ''), anchor), text = ifnull(nullif(excluded.text, ''), text)"""
_READ = f"SELECT {_COLUMNS} FROM answers WHERE day >= ? ORDER BY day, id"


class UnkeptError(Exception):
    """An answer that could not be kept, and why: a full disk, a file that another program has locked."""


@dataclass(frozen=True)
class Kept:
    """An answer with the day on which it arrived; nothing finer is kept, and nothing of who sent it."""

    day: date
    answer: Answer


class Store:
    """The answers in one file, for one process that writes; others may read at the same time."""

    def __init__(self, database: Path) -> None:
        """Open the file, or make it. Raise UnkeptError where that is impossible."""
        self._lock = threading.Lock()
        with _told(database):
            self._connection = sqlite3.connect(
                database, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")  # else a power cut takes the last ones
            self._connection.execute(_TABLE)
        self._database = database

    def keep(self, answer: Answer, day: date) -> None:
        """Write an answer, or complete the one that has its id. Raise UnkeptError where it is not on the disk."""
        if not self._lock.acquire(timeout=PATIENCE):
            raise UnkeptError(f"{self._database}: others have been waiting for {PATIENCE:.0f} seconds")
        try:
            with _told(self._database):
                self._connection.execute(_KEEP, {"day": day.isoformat(), **answer.model_dump()})
        finally:
            self._lock.release()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


@contextmanager
def _told(database: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as problem:
        raise UnkeptError(f"{database}: {problem}") from problem


def read_answers(database: Path, since: date) -> list[Kept]:
    """Return the answers since a day, the oldest first. Raise UnkeptError where the file is none of ours."""
    with _told(database):
        connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            rows = connection.execute(_READ, (since.isoformat(),)).fetchall()
        finally:
            connection.close()
    return [
        Kept(date.fromisoformat(day), Answer.model_construct(**dict(zip(_FIELDS, values, strict=True))))
        for day, *values in rows
    ]
