"""Every text of the site, compressed beforehand as hard as it goes: servers send these files as they are."""

import gzip
from pathlib import Path

import brotli
import zopfli.gzip

_TEXTS = frozenset({".html", ".css", ".mjs", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".webmanifest"})
_QUALITY = 10
"""Of 11: the last step takes three times as long for two per cent."""
_SMALLEST = 512
"""Bytes below which compression gains nothing."""


def compress(folder: Path) -> None:
    """Write `name.br` and `name.gz` beside each text below `folder`, the same bytes at every build."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in _TEXTS and path.is_file() and path.stat().st_size >= _SMALLEST:
            content = path.read_bytes()
            path.with_name(f"{path.name}.br").write_bytes(
                brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY)
            )
            is_kept = path.is_relative_to(folder / "assets")
            path.with_name(f"{path.name}.gz").write_bytes(_gzip(content, is_kept))


def _gzip(content: bytes, is_kept: bool) -> bytes:
    """Return the bytes as gzip: of what readers keep for long, three per cent smaller, which is slow."""
    return bytes(zopfli.gzip.compress(content)) if is_kept else gzip.compress(content, 9, mtime=0)
