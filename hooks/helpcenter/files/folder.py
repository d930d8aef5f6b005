"""A project's files as read: loading depends on nothing else. A file that changed is read again alone."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .diagnostics import Diagnostic
from .png import PngError, png_size
from .source import Source, read_source

SETTINGS = "mkdocs.yml"
READ = ("docs", SETTINGS)
"""What is read below a project's root."""
STYLESHEET = "docs/assets/help.css"
_TEXTS = (".md", ".yml", ".lock")
_MOST = 1024 * 1024
"""How many bytes are read of a picture: a larger one is refused by its size."""


@dataclass(frozen=True)
class Other:
    """A file that is no text: its size in bytes, and the content of a picture."""

    size: int
    content: bytes

    @cached_property
    def picture(self) -> tuple[int, int] | str:
        """Return width and height in pixels of a PNG file, or why it is none; all of it is read, therefore once."""
        try:
            return png_size(self.content)
        except PngError as error:
            return str(error)


@dataclass(frozen=True)
class Files:
    """A project's files by their names, which are paths from its root with forward slashes."""

    texts: Mapping[str, Source | Diagnostic]
    """What can be read, and what is wrong with what cannot."""
    others: Mapping[str, Other]
    links: frozenset[str]
    """Symbolic links, whatever they lead to."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of all files."""
        return frozenset([*self.texts, *self.others])

    def below(self, folder: str, ending: str = "") -> list[str]:
        """Return the names of the files below a folder, in the order of their paths."""
        return [name for name in self._ordered if name.startswith(f"{folder}/") and name.endswith(ending)]

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self.names, key=lambda name: name.split("/"))

    def reread(self, root: Path, names: Iterable[str]) -> "Files":
        """Return the files once those of these names, and all below folders of these names, are read again."""
        texts, others, links = dict(self.texts), dict(self.others), set(self.links)
        for name in names:
            path = root / name
            if name not in texts or not path.is_file():
                for gone in [one for one in (*self.names, *links) if one == name or one.startswith(f"{name}/")]:
                    texts.pop(gone, None)
                    others.pop(gone, None)
                    links.discard(gone)
            for found in _files_at(path):
                own = found.relative_to(root).as_posix()
                links |= {own} if found.is_symlink() else set()
                if found.is_file():
                    _read(found, own, root, texts, others)
        return Files(texts, others, frozenset(links))


def _read(path: Path, name: str, root: Path, texts: dict[str, Source | Diagnostic], others: dict[str, Other]) -> None:
    if path.suffix in _TEXTS or name == STYLESHEET:
        texts[name] = read_source(path, root)
        return
    with path.open("rb") as file:
        others[name] = Other(path.stat().st_size, file.read(_MOST) if path.suffix == ".png" else b"")


def _files_at(path: Path) -> Iterator[Path]:
    """Yield a file, or all files and links below a folder, or nothing where there is nothing."""
    if path.is_file():
        yield path
    for folder, folders, files in os.walk(path):
        yield from (Path(folder, name) for name in files)
        yield from (Path(folder, name) for name in folders if Path(folder, name).is_symlink())


def read_files(root: Path) -> Files:
    """Return all files of the project at `root`."""
    return Files({}, {}, frozenset()).reread(root, READ)
