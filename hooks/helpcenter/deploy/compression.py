"""Every text of the site, compressed beforehand as hard as it goes: servers send these files as they are."""

import gzip
import zlib
from importlib.metadata import version

import brotli
import zopfli.gzip

from .kept import Kept

_TEXTS = (".html", ".css", ".mjs", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".webmanifest")
FORMS = (".br", ".gz")
"""What the names of compressed forms end in."""
_QUALITY = 10
"""Of 11: the last step takes three times as long for two per cent."""
_SMALLEST = 512
"""Bytes below which compression gains nothing."""
_SLOWLY = 4096
"""Bytes below which zopfli, which takes a fifth of a second for the smallest file, gains some twenty."""
_ROUNDS = 5
"""Of zopfli: more gain nothing."""

_BROTLI = f"brotli {version('brotli')}, quality {_QUALITY}"
_ZOPFLI = f"zopfli {version('zopfli')}, {_ROUNDS} rounds"
_ZLIB = f"zlib {zlib.ZLIB_RUNTIME_VERSION}, level 9"


def is_compressed(name: str, content: bytes) -> bool:
    """Say whether a file has compressed forms beside it."""
    return name.endswith(_TEXTS) and len(content) >= _SMALLEST


def compressed(name: str, content: bytes, kept: Kept) -> dict[str, bytes]:
    """Return the compressed forms of a file by the ending of their names, the same bytes at every build."""
    is_cached_by_readers = name.startswith("assets/")  # and may take long: three per cent smaller
    slowly = is_cached_by_readers and len(content) >= _SLOWLY
    gzipped = kept.result(_ZOPFLI, content, _zopfli) if slowly else kept.result(_ZLIB, content, _gzip)
    return dict(zip(FORMS, (kept.result(_BROTLI, content, _brotli), gzipped), strict=True))


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY))


def _zopfli(content: bytes) -> bytes:
    return bytes(zopfli.gzip.compress(content, numiterations=_ROUNDS))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
