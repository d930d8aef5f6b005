"""The search: Pagefind's index per language, and the list that leads from what people type to words of pages."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale

from ..language.sounds import sound_entry
from ..language.words import words_of
from ..model.documents import Term
from ..model.site import Site
from .output import Output
from .parsed import Parsed


def search_words(site: Site, language: str, pages: Mapping[str, Parsed], messages: Mapping[str, str]) -> str:
    """Return as JSON the words of a language's pages, what else they are called, and what the search says.

    `pages` gives each page by its address below the site's root.
    """
    words = sorted({word for page in pages.values() for word in page.words})
    data = {
        "words": list(map(sound_entry, words)),
        "aliases": _aliases(site, language, set(words)),
        "questions": [
            sound_entry(word) for by_language in site.shared.questions.values() for word in map(str, by_language)
        ],
        "titles": {f"{address}#{id_}": title for address, page in pages.items() for id_, title in page.titles.items()},
        "messages": messages,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _aliases(site: Site, language: str, known: set[str]) -> list[tuple[list[str], str]]:
    """Return phrases that stand for a term, each with the term's words on the pages of this language."""
    found: dict[tuple[str, ...], str] = {}
    for gateway in site.gateways.values():
        name = str(gateway.file.name)
        for phrase in map(str, (*gateway.file.wrong_names, "".join(name.split()))):
            found.setdefault(tuple(word.lower() for word in words_of(phrase)), name)
    terms = (*site.terms.labels.values(), *site.terms.fields.values(), *site.terms.words.values())
    for term in terms:
        target = str(term.text[language])
        if not {word.lower() for word in words_of(target)} <= known:
            continue
        for phrase in _phrases(term):
            words = tuple(word.lower() for word in words_of(phrase))
            if phrase != target and words:
                found.setdefault(words, target)
    return [([sound_entry(word) for word in words], target) for words, target in sorted(found.items())]


def _phrases(term: Term) -> list[str]:
    lists = (term.also, term.forbidden, term.aliases)
    others = [str(phrase) for forms in lists for by_language in forms.values() for phrase in by_language]
    return [*map(str, term.text.values()), *others]


def index(output: Output, language: str, addresses: Iterable[str]) -> None:
    """Write Pagefind's index of a language's pages, which lie in the folder, to pagefind/<language>."""
    site, target = output.folder, output.folder / "pagefind" / language
    with tempfile.TemporaryDirectory(dir=site.parent) as folder:
        for address in addresses:
            page = Path(folder) / address / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.hardlink_to(site / address / "index.html")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(target), "--quiet"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(f"Pagefind could not index {language}: {result.stdout}{result.stderr}")
    own = target / f"wasm.{language}.pagefind"
    others = [path for path in target.glob("wasm.*.pagefind") if own.exists() and path != own]
    unused = [path for path in target.glob("pagefind-*") if path.name != "pagefind-entry.json"]
    for path in (*others, *unused):
        path.unlink()
    for path in target.glob("*.js*"):  # its other files are compressed already
        output.compress(path)


def search_messages(site: Site, language: str) -> dict[str, str]:
    """Return what the search says in a language, and how all languages are called in it (CLDR)."""
    locale = Locale.parse(language)
    names = {f"language-{one}": str(Locale.parse(one).get_language_name(locale)) for one in site.languages}
    messages = {
        str(id_): str(texts[language]) for id_, texts in site.messages.site.items() if id_.startswith("search-")
    }
    return {**messages, **names}
