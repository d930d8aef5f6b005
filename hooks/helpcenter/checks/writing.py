"""Files are written in characters that readers, search and comparisons all see the same way."""

import re
import unicodedata
from collections.abc import Iterator

from ..files.diagnostics import Diagnostic
from ..files.source import Source
from ..model.chapters import Chapter
from ..model.site import Site

NAME = "writing"

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\r\t]")
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")
_LOOKALIKE = re.compile(r"\w*(?:[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z])\w*")


def check(_site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield text that is not NFC, characters that nobody sees, unusual spaces, and look-alikes of Latin letters."""
    for source in chapter.sources.values():
        yield from _check_normal_form(source)
        yield from _check_characters(source)


def _check_normal_form(source: Source) -> Iterator[Diagnostic]:
    if unicodedata.is_normalized("NFC", source.content):
        return
    index = 0
    for line in source.content.splitlines(keepends=True):
        normal = unicodedata.normalize("NFC", line)
        if line != normal:
            column = next(i for i, letter in enumerate(line) if normal[i : i + 1] != letter)
            place = source.position(index + column)
            yield Diagnostic(place, NAME, f"'{line[column]}' is not in the normal form NFC", f"write: {normal.strip()}")
        index += len(line)


def _check_characters(source: Source) -> Iterator[Diagnostic]:
    for match in _UNSEEN.finditer(source.content):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}").lower()
        yield Diagnostic(source.position(match.start()), NAME, f"a character that nobody sees: {name}", "remove it")
    for match in _BLANK.finditer(source.content):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}").lower()
        yield Diagnostic(source.position(match.start()), NAME, f"an unusual space: {name}", "write a plain space")
    # Looking for words is slow, and few files have a letter of such a script at all.
    for match in _LOOKALIKE.finditer(source.content) if _OTHER_SCRIPT.search(source.content) else ():
        message = f"'{match[0]}' mixes Latin letters with look-alikes of another script"
        yield Diagnostic(source.position(match.start()), NAME, message, "type the word again")
