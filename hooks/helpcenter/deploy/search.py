"""The search: Pagefind's index per language, and the list that leads from what people type to words of pages."""

import gzip
import json
import subprocess
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from babel import Locale
from pagefind_bin import get_executable

from ..files.inline import plain
from ..model.site import Site
from .aliases import aliases
from .kept import way
from .output import Output
from .parsed import Parsed

_WAY = way("index", [__file__], ["pagefind_bin"])


def search_words(site: Site, language: str, pages: Mapping[str, Parsed], ids: Mapping[str, str]) -> str:
    """Return as JSON the words of a language's pages, what people type instead of them, and what the search says.

    `pages` gives each page by its address below the site's root, `ids` its id in the index.
    """
    words = sorted({word for page in pages.values() for word in page.words})
    keys = {site.address(key, language): key for key in site.pages}
    data = {
        "words": words,
        "aliases": aliases(site, language, set(words)),
        "questions": [str(word) for by_language in site.shared.questions.values() for word in by_language],
        "titles": {f"{address}#{id_}": title for address, page in pages.items() for id_, title in page.titles.items()},
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


def index_site(output: Output, language: str, addresses: Iterable[str]) -> dict[str, str]:
    """Index those pages of a folder that are in a language; return their ids in the index by their addresses."""
    names = [f"{address}index.html" for address in addresses]
    pages = b"".join(name.encode() + (output.folder / name).read_bytes() for name in names)
    target = output.folder / "pagefind" / language
    kept = output.kept.result(
        f"{_WAY} {language}", pages, lambda _: _packed(_index(output.folder, target, language, names))
    )
    with ZipFile(BytesIO(kept)) as files:
        for name in files.namelist():
            output.add(f"pagefind/{language}/{name}", files.read(name))
    return dict(sorted(map(_address_and_id, target.glob("fragment/*.pf_fragment"))))


def _index(site: Path, target: Path, language: str, names: Iterable[str]) -> Path:
    """Let Pagefind write the index of pages to the folder `target`, which is returned."""
    command = [get_executable(), "--site", str(site), "--output-path", str(target), "--quiet", "--glob", _glob(names)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(f"Pagefind could not index {language}: {result.stdout}{result.stderr}")
    own = target / f"wasm.{language}.pagefind"
    others = [path for path in target.glob("wasm.*.pagefind") if own.exists() and path != own]
    unused = [path for path in target.glob("pagefind-*") if path.name != "pagefind-entry.json"]
    for path in (*others, *unused):
        path.unlink()
    return target


def _packed(folder: Path) -> bytes:
    """Return the files of a folder as an archive, without dates."""
    archive = BytesIO()
    with ZipFile(archive, "w") as files:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            files.writestr(ZipInfo(path.relative_to(folder).as_posix()), path.read_bytes())
    return archive.getvalue()


def _glob(names: Iterable[str]) -> str:
    """Return what fits the files of pages: the first is the home of a language, all others are in folders below it."""
    home, *others = (name.removesuffix("index.html") for name in names)
    folders = {other.removeprefix(home).partition("/")[0] for other in others}
    return f"{home}{{{','.join(['index.html', *(f'{folder}/**/index.html' for folder in sorted(folders))])}}}"


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
