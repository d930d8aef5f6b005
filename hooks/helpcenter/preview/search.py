"""The search of the live site: indexed when it is first opened, and again when it is opened after a change."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from ..deploy.files import public_keys
from ..deploy.parsed import parsed
from ..deploy.search import index, search_words
from .store import Loaded, Place

ENTRY = "pagefind.js"
"""The file that is asked for first whenever a search is opened."""


class Search:
    """An index for each language, in a folder that lasts as long as this object."""

    def __init__(self) -> None:
        """Index nothing yet."""
        self._folder = tempfile.TemporaryDirectory(prefix="preview-search-")
        self._indexed: dict[str, dict[str, str]] = {}
        self._ids: dict[str, dict[str, str]] = {}
        self._turn = asyncio.Lock()

    async def file(self, loaded: Loaded, address: str) -> Path | str | None:
        """Return what lies at an address of the search, as a file or as its text; None where nothing does."""
        folder, _, name = address.partition("/")
        language = name.partition("/")[0].removesuffix(".json")
        if folder not in ("pagefind", "search") or language not in loaded.site.languages:
            return None
        async with self._turn:
            if folder == "search" or language not in self._indexed or name.endswith(f"/{ENTRY}"):
                pages = {address: html async for address, html in _pages(loaded, language)}
                if pages != self._indexed.get(language):
                    self._ids[language] = await asyncio.to_thread(self._index, language, pages)
                    self._indexed[language] = pages
                if folder == "search":
                    read = {address: parsed(html) for address, html in pages.items()}
                    return search_words(loaded.site, language, read, self._ids[language])
        path = Path(self._folder.name) / "pagefind" / name
        return path if path.is_file() and ".." not in name else None

    def _index(self, language: str, pages: Mapping[str, str]) -> dict[str, str]:
        target = Path(self._folder.name) / "pagefind" / language
        shutil.rmtree(target, ignore_errors=True)  # the index of earlier pages, if there is one
        with tempfile.TemporaryDirectory() as folder:
            for address, html in pages.items():
                page = Path(folder) / address / "index.html"
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(html, encoding="utf-8")
            return index(Path(folder), target, language)


async def _pages(loaded: Loaded, language: str) -> AsyncIterator[tuple[str, str]]:
    """Yield the address and the HTML of each page that readers look for; other work goes on between two pages."""
    for key in public_keys(loaded.site):
        yield loaded.site.address(key, language), loaded.document(Place(language, key), "nobody")
        await asyncio.sleep(0)
