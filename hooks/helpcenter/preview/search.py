"""The search of the live site: indexed when it is first opened, and again when it is opened after a change."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from ..deploy.files import public_keys
from ..deploy.search import index, search_messages, search_words
from .store import Loaded, Place

ENTRY = "pagefind.js"
"""The file that is asked for first whenever a search is opened."""


class Search:
    """An index for each language, in a folder that lasts as long as this object."""

    def __init__(self) -> None:
        """Index nothing yet."""
        self._folder = tempfile.TemporaryDirectory(prefix="preview-search-")
        self._indexed: dict[str, dict[str, str]] = {}
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
                if folder == "search":
                    messages = search_messages(loaded.site, language)
                    return await asyncio.to_thread(search_words, loaded.site, language, pages, messages)
                if pages != self._indexed.get(language):
                    await asyncio.to_thread(index, Path(self._folder.name), language, pages)
                    self._indexed[language] = pages
        path = Path(self._folder.name) / "pagefind" / name
        return path if path.is_file() and ".." not in name else None


async def _pages(loaded: Loaded, language: str) -> AsyncIterator[tuple[str, str]]:
    """Yield the address and the HTML of each page that readers look for; other work goes on between two pages."""
    for key in public_keys(loaded.site):
        yield loaded.site.address(key, language), loaded.document(Place(language, key), "nobody")
        await asyncio.sleep(0)
