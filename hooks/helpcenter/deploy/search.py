"""The search: Pagefind's index per language, and the list that leads from what people type to words of pages."""

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel import Locale
from markupsafe import Markup

from ..files.inline import plain
from ..language.words import words_of
from ..model.site import Site
from .aliases import aliases

_HEADING = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<words>.*?)</h2>')
_SEPARATOR = re.compile(r"(?<=\d),(?=\d)")
"""What stands between the digits of 15,000: people type 15000, and the index has both."""
_IGNORED = re.compile(r"<(\w+)[^>]* data-pagefind-ignore[^>]*>.*?</\1>")
_UNREAD = frozenset({"script", "style", "template", "noscript"})
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


class _Words(HTMLParser):
    """The words of a page that its index has."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            read = self._open[-1] if self._open else False
            names = {name for name, _ in attrs}
            starts = "data-pagefind-body" in names
            self._open.append((read or starts) and tag not in _UNREAD and "data-pagefind-ignore" not in names)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.words |= set(words_of(_SEPARATOR.sub("", data)))


def words_in(pages: Iterable[str]) -> list[str]:
    """Return the words of the pages' HTML that the index has, in order, without capitals."""
    found: set[str] = set()
    for page in pages:
        reader = _Words()
        reader.feed(page)
        found |= reader.words
    return sorted({word.lower() for word in found})


def search_words(site: Site, language: str, pages: Mapping[str, str], ids: Mapping[str, str]) -> str:
    """Return as JSON the words of a language's pages, what people type instead of them, and what the search says.

    `pages` gives the HTML of each page by its address below the site's root, `ids` its id in the index.
    """
    words = words_in(pages.values())
    keys = {site.address(key, language): key for key in site.pages}
    data = {
        "words": words,
        "aliases": aliases(site, language, set(words)),
        "questions": [str(word) for by_language in site.shared.questions.values() for word in by_language],
        "titles": titles_with_elements(pages),
        "pages": {
            address: {"id": id_, "title": plain(site.pages[keys[address]][language].meta.title)}
            for address, id_ in ids.items()
        },
        "topics": _topics(site, language),
        "otherwise": [site.address(key, language) for key in (site.not_covered.otherwise if site.not_covered else ())],
        "messages": search_messages(site, language),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _topics(site: Site, language: str) -> dict[str, dict[str, Any]]:
    """Return what is said of each topic that no page covers, and the addresses of the pages that lead on."""
    return {
        id_: {"says": str(topic.says[language]), "pages": [site.address(key, language) for key in topic.pages]}
        for id_, topic in (site.not_covered.topics.items() if site.not_covered else ())
    }


def titles_with_elements(pages: Mapping[str, str]) -> dict[str, str]:
    """Return the words of headings that hold an element, by their address: Pagefind leaves out what is in it."""
    return {
        f"{address}#{match['id']}": Markup(_IGNORED.sub("", match["words"])).striptags()
        for address, html in pages.items()
        for match in _HEADING.finditer(html)
        if "<" in match["words"]
    }


def index(site_folder: Path, language: str, pages: Mapping[str, str]) -> dict[str, str]:
    """Write Pagefind's index of a language's pages to `site_folder`/pagefind/<language>; return its ids by address."""
    target = site_folder / "pagefind" / language
    with tempfile.TemporaryDirectory() as folder:
        for address, html in pages.items():
            copy = Path(folder) / address / "index.html"
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(html, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(target), "--quiet"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(f"Pagefind could not index {language}: {result.stdout}{result.stderr}")
    for path in target.iterdir():  # what we do not use
        if path.name.startswith("pagefind-") and path.name != "pagefind-entry.json":
            path.unlink()
    own = target / f"wasm.{language}.pagefind"
    for path in target.glob("wasm.*.pagefind") if own.exists() else ():
        if path != own:
            path.unlink()
    return dict(sorted(map(_address_and_id, target.glob("fragment/*.pf_fragment"))))


def _address_and_id(fragment: Path) -> tuple[str, str]:
    """Return the address of the page that a file of the index is about, and the id by which the index knows it."""
    content = gzip.decompress(fragment.read_bytes())
    return json.loads(content[content.index(b"{") :])["url"].removeprefix("/"), fragment.stem


def search_messages(site: Site, language: str) -> dict[str, str]:
    """Return what the search says in a language, and how all languages are called in it (CLDR)."""
    locale = Locale.parse(language)
    names = {f"language-{one}": str(Locale.parse(one).get_language_name(locale)) for one in site.languages}
    messages = {
        str(id_): str(texts[language]) for id_, texts in site.messages.site.items() if id_.startswith("search-")
    }
    return {**messages, **names}
