"""The search of the live site: indexed when it is first opened, and again when it is opened after a change."""

import asyncio
import io
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import redirect_stderr
from pathlib import Path

from ..deploy.files import public_keys
from ..deploy.kept import Kept
from ..deploy.output import Output
from ..deploy.parsed import parsed
from ..deploy.progress import Progress
from ..deploy.search import index_site, search_words
from ..model.site import Site
from .store import Loaded, Place

ENTRY = "pagefind.js"
"""The file that is asked for first whenever a search is opened, beside the words of its language."""


class Search:
    """An index for each language, in a folder that lasts as long as this object."""

    def __init__(self) -> None:
        """Index nothing yet."""
        self._temporary = tempfile.TemporaryDirectory(prefix="preview-search-")
        self._folder = Path(self._temporary.name) / "site"
        self._indexed: dict[str, Mapping[str, str]] = {}
        self._turn = asyncio.Lock()

    async def file(self, loaded: Loaded, address: str) -> Path | None:
        """Return the file at an address of the search; None where nothing is."""
        folder, _, name = address.partition("/")
        language = name.partition("/")[0].removesuffix(".json")
        if folder not in ("pagefind", "search") or language not in loaded.site.languages or ".." in name:
            return None
        if folder == "search" or name.endswith(f"/{ENTRY}"):
            async with self._turn:
                pages = {address: html async for address, html in _pages(loaded, language)}
                if pages != self._indexed.get(language):
                    await asyncio.to_thread(self._index, loaded.site, language, pages)
                    self._indexed[language] = pages
        path = self._folder / address
        return path if path.is_file() else None

    def _index(self, site: Site, language: str, pages: Mapping[str, str]) -> None:
        shutil.rmtree(self._folder / "pagefind" / language, ignore_errors=True)
        kept = Kept(self._folder.parent / "kept.sqlite3")
        with (
            redirect_stderr(io.StringIO()),
            Progress() as progress,
            kept,
            Output(self._folder, kept, progress) as output,
        ):
            for address, html in pages.items():
                path = self._folder / address / "index.html"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
                path.write_text(html, encoding="utf-8")
            ids = index_site(output, language, pages)
            words = search_words(site, language, {address: parsed(html) for address, html in pages.items()}, ids)
            (self._folder / "search").mkdir(exist_ok=True)
            (self._folder / "search" / f"{language}.json").write_text(words, encoding="utf-8")


async def _pages(loaded: Loaded, language: str) -> AsyncIterator[tuple[str, str]]:
    """Yield the address and the HTML of each page that readers look for; other work goes on between two pages."""
    for key in public_keys(loaded.site):
        yield loaded.site.address(key, language), loaded.document(Place(language, key), "nobody")
        await asyncio.sleep(0)
