"""Every text of the site, compressed beforehand as hard as it goes: servers send these files as they are."""

import re
from functools import cache, partial

import brotli
import deflate

from . import brotli_parts
from .kept import Kept, way

_TEXTS = (".html", ".css", ".mjs", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".webmanifest")
FORMS = (".br", ".gz")
"""What the names of compressed forms end in."""
_QUALITY, _QUALITY_OF_SHARED = 10, 11
"""Of brotli: the last step takes three times as long for two per cent. What pages share is compressed once only."""
_SHARED = re.compile(rb"<!doctype html>.*?</style>", re.DOTALL)
"""What all pages of a language begin with."""
_LEVEL, _LEVEL_OF_KEPT = 9, 12
"""Of gzip: the last steps take ten times as long for three per cent. Files that readers keep for long are worth it."""
_SMALLEST = 512
"""Bytes below which compression gains nothing."""

_BROTLI = way("br", (__file__, brotli_parts.__file__), ["brotli"])
_GZIP = way("gz", [__file__], ["deflate"])


def may_be_compressed(name: str) -> bool:
    """Say whether a file is a text, which has compressed forms beside it."""
    return name.endswith(_TEXTS)


def is_large_enough(content: bytes) -> bool:
    """Say whether compression gains something."""
    return len(content) >= _SMALLEST


def compressed(name: str, content: bytes, kept: Kept) -> dict[str, bytes]:
    """Return the compressed forms of a file by the ending of their names, the same bytes at every build."""
    level = _LEVEL_OF_KEPT if name.startswith("assets/") else _LEVEL
    gzipped = kept.result(f"{_GZIP} {level}", content, partial(_gzip, level))
    return dict(zip(FORMS, (kept.result(_BROTLI, content, _brotli), gzipped), strict=True))


def _brotli(content: bytes) -> bytes:
    shared = _SHARED.match(content)
    if not shared:
        return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY))
    form = _shared(shared[0]) + brotli_parts.compressed_rest(content[shared.end() :], shared.end(), _QUALITY)
    if brotli.decompress(form) != content:
        raise ValueError("what Brotli made of a page's two parts cannot be read as the page")
    return form


@cache
def _shared(content: bytes) -> bytes:
    return brotli_parts.compressed_beginning(content, _QUALITY_OF_SHARED)


def _gzip(level: int, content: bytes) -> bytes:
    return bytes(deflate.gzip_compress(content, level))
