"""What may not lie in docs/: what is published is what was rendered, our assets, and pictures, under safe names."""

import re
from collections.abc import Iterable, Iterator

from ..files.diagnostics import Diagnostic, Position

_WORD = r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*"
_PAGE = re.compile(rf"(?:{_WORD}/)*{_WORD}(?:\.[a-z]+)?\.md")  # a missing language is told elsewhere
_OURS = re.compile(rf"assets/icon\.svg|assets/(?:{_WORD}/)*{_WORD}(?:\.mjs|\.css|\.d\.ts)|schemas/{_WORD}\.json")
_PICTURE = re.compile(rf"assets/(?:{_WORD}/)*{_WORD}\.png")
_STAYS = re.compile(r".+\.yml|reviews\.lock|(?:.+/)?\.[^/]+(?<!\.md)")
"""What is never published: data, and files that begin with a dot."""
_TAKEN = ("assets", "pagefind", "schemas", "search")
"""Folders of the finished site that are not for pages."""


def strangers(names: Iterable[str], languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield each of a project's files below docs that must not be there, or not under this name."""
    for name in sorted(one for one in names if one.startswith("docs/")):
        problem = _problem(name.removeprefix("docs/"), languages)
        if problem:
            yield Diagnostic(Position(name, 1, 1), "files", *problem)


def _problem(name: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    if name.endswith(".md"):
        return _problem_of_page(name, languages)
    if _STAYS.fullmatch(name) or _OURS.fullmatch(name) or _PICTURE.fullmatch(name):
        return None
    if name.endswith((".png", ".mjs", ".css")) and name.startswith("assets/"):
        return "the name is not safe in addresses", "write it with a-z, 0-9 and hyphens"
    hint = "take it out of docs/; pages end with .md, pictures with .png, and pictures lie below docs/assets"
    return "neither a page, nor a picture, nor one of our assets", hint


def _problem_of_page(name: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    folder = name.partition("/")[0]
    if not _PAGE.fullmatch(name):
        return "the name is not safe in addresses", "write it with a-z, 0-9 and hyphens, then .LANGUAGE.md"
    if name.rpartition("/")[2].lower().startswith("readme."):
        return "a page cannot be called README: MkDocs would take it for the folder's index", "give it another name"
    if folder in (*_TAKEN, *languages) and "/" in name:
        return f"the folder '{folder}' of the site is not for pages", "move the page to another folder"
    return None
