"""The projects that the contract holds for: the shipped one, and a copy with all of a writer's changes at once.

No line of these tests knows what the content happens to be.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from browsing import finished
from bs4 import BeautifulSoup
from support import SPECIMEN, accept_all, load_site, plain, shipped

from helpcenter.cli import main
from helpcenter.files.source import Source, Text
from helpcenter.files.yaml import read_yaml
from helpcenter.loading.settings import Settings, read_settings
from helpcenter.model.site import Site

SENTENCES = (("states", "not-stated"), ("checker", "currency-hint"))
NEW_GATEWAY = SPECIMEN / "docs" / "gateways" / "demo-pay"
CARD = SPECIMEN.parent / "card" / "every-pay"
"""The rules of a gateway without steps: every type of rule, and every state in which a rule can be."""
NOTE = {"hi": "Every Pay कुछ और भी कहता है।", "en": "Every Pay says something else."}


@dataclass(frozen=True)
class Project:
    """A project and its built site. `changed` are the keys of the pages that show what a writer has changed."""

    root: Path
    changed: tuple[str, ...]

    @cached_property
    def site(self) -> Site:
        return load_site(self.root)

    @cached_property
    def settings(self) -> Settings:
        return read_settings(self.root)

    @property
    def folder(self) -> Path:
        return self.root / "site"

    @cached_property
    def pages(self) -> list[tuple[str, str, BeautifulSoup]]:
        """Return the key, the language and the HTML of every page."""
        found = []
        for key, pages in self.site.pages.items():
            for language in pages:
                path = self.folder / self.site.address(key, language) / "index.html"
                found.append((key, language, BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")))
        return found

    @property
    def customer_pages(self) -> list[str]:
        return [key for key in self.site.pages if not key.startswith("writing/")]

    def addresses(self, keys: list[str]) -> list[str]:
        return [self.site.address(key, language) for key in keys for language in self.site.languages]


PSEUDO = "de"
"""A code for English with each word spelled backwards: a third language that nobody has to write."""
_KEPT = re.compile(
    r"\{[^}]*\}|<[^>]*>|\]\([^)]*\)|^\[[A-Z]{4,}\]$|`[^`]*`|https?://\S+|[\w-]*[.@/][\w./-]+|\b[A-Z0-9]{2,}\b"
)
_WORD = re.compile(r"[A-Za-z]{2,}")


def pseudo(text: str, names: Mapping[str, str]) -> str:
    """Return an English text in the third language, with names as they are there; codes, places and targets stay."""
    kept = re.compile("|".join([*map(re.escape, sorted(names, key=len, reverse=True)), _KEPT.pattern]), re.MULTILINE)
    pieces, end = list[str](), 0
    for match in kept.finditer(text):
        pieces += [_WORD.sub(_backwards, text[end : match.start()]), names.get(match[0], match[0])]
        end = match.end()
    return "".join([*pieces, _WORD.sub(_backwards, text[end:])])


def _backwards(match: re.Match[str]) -> str:
    word = match[0][::-1].lower()
    return word.capitalize() if match[0][0].isupper() else word


def add_language(root: Path) -> None:
    """Do what a writer does to add a language: a page and a key beside each English one, and an entry in mkdocs.yml."""
    names = _names(load_site(root))
    for path in (root / "docs").rglob("*.yml"):
        content = path.read_text(encoding="utf-8")
        data = plain(read_yaml(Source(path.name, content)).data)
        _add_keys(data, names)
        if path.name == "typed.yml":
            data["intervals"][PSEUDO] = {pseudo(word, names): own for word, own in data["intervals"]["en"].items()}
        marker = re.match("# yaml-language-server.*\n|", content)
        assert marker
        path.write_text(marker[0] + yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for path in (root / "docs").rglob("*.en.md"):
        if "writing" not in path.relative_to(root).parts:
            front, meta, body = path.read_text(encoding="utf-8").split("---\n", 2)
            written = yaml.safe_load(meta)
            told = {key: pseudo(value, names) for key, value in written.items() if isinstance(value, str)}
            text = f"{front}---\n{yaml.safe_dump(told, allow_unicode=True)}---\n{pseudo(body, names)}"
            path.with_name(path.name.replace(".en.md", f".{PSEUDO}.md")).write_text(text, encoding="utf-8")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["plugins"][0]["i18n"]["languages"].append({"locale": PSEUDO, "name": "Third", "build": True})
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def _names(site: Site) -> Mapping[str, str]:
    """Return what has a name of its own in the third language: brands, providers' labels, and countries (CLDR)."""
    labels = (str(label) for gateway in site.gateways.values() for label in gateway.own_labels.values())
    english, other = Locale.parse("en").territories, Locale.parse(PSEUDO).territories
    countries = {english[code]: other[code] for code in site.countries if code not in site.shared.countries}
    return {**countries, **{name: name for name in (*site.brand_names.values(), *labels)}}


def _add_keys(node: Any, names: Mapping[str, str]) -> None:
    children = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    for child in children:
        _add_keys(child, names)
    if isinstance(node, dict) and "en" in node and set(node) <= {"en", "hi"}:
        node[PSEUDO] = _spoken(node["en"], names)


def _spoken(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _spoken(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_spoken(inner, names) for inner in value]
    return pseudo(value, names) if isinstance(value, str) and not value.endswith(".png") else value


def rewrite(root: Path, text: Text, words: str) -> None:
    """Write other words in place of a writer's text."""
    path = root / text.source.name
    content = path.read_text(encoding="utf-8")
    start, end = text.span(0, len(text))
    path.write_text(content[:start] + words + content[end:], encoding="utf-8")


def add_card(root: Path) -> None:
    """Do what a writer does who knows rules only: draft the page, and write the notes that no rule says."""
    folder = root / "docs" / "gateways" / CARD.name
    shutil.copytree(CARD, folder)
    assert main(["--root", str(root), "draft", CARD.name]) == 0
    for language in load_site(root).languages:
        words = NOTE[language] if language in NOTE else pseudo(NOTE["en"], {"Every Pay": "Every Pay"})
        page = folder / f"index.{language}.md"
        page.write_text(page.read_text(encoding="utf-8").replace("…", words), encoding="utf-8")


def change(root: Path) -> None:
    """Add a gateway, a card and a language, rename a label wherever it is used, reword what the checker says."""
    shutil.copytree(NEW_GATEWAY, root / "docs" / "gateways" / NEW_GATEWAY.name)
    site = load_site(root)
    language = site.languages[0]
    label, term = next((id_, term) for id_, term in site.terms.labels.items() if len(term.text[language]) < 5)
    old = str(term.text[language])
    rewrite(root, term.text[language], f"{old}2")
    for path in (root / "docs").rglob("*"):
        if path.suffix in (".md", ".yml") and path.name != "terms.yml":
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(f"[{old}](ui:{label})", f"[{old}2](ui:{label})"), encoding="utf-8")
    add_language(root)
    add_card(root)
    assert main(["--root", str(root), "schemas"]) == 0
    for (group, id_), own in product(SENTENCES, site.languages):
        text = getattr(load_site(root).messages, group)[id_][own]  # read anew: places have moved
        rewrite(root, text, f"{text[:-1]} … {text[-1]}")
    accept_all(root)


@cache
def project_at(root: Path) -> Project:
    """Return a project that `make` has built."""
    new = f"gateways/{NEW_GATEWAY.name}/index"
    is_changed = (root / "docs" / "gateways" / NEW_GATEWAY.name).exists()
    return Project(root, (new, "checker", "index") if is_changed else ())


def make(name: str, folder: Path) -> None:
    """Build the shipped project, or the changed copy of it."""
    shipped(folder)
    if name == "changed":
        change(folder)
    finished(folder)
