"""The projects that the contract holds for: the shipped one, and a copy with all of a writer's changes at once.

No line of these tests knows what the content happens to be.
"""

import shutil
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path

from browsing import finished
from bs4 import BeautifulSoup
from support import SPECIMEN, accept_all, load_site, shipped

from helpcenter.files.source import Text
from helpcenter.loading.settings import Settings, read_settings
from helpcenter.model.site import Site

SENTENCES = (("states", "not-stated"), ("checker", "currency-hint"))
NEW_GATEWAY = SPECIMEN / "docs" / "gateways" / "demo-pay"


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


def rewrite(root: Path, text: Text, words: str) -> None:
    """Write other words in place of a writer's text."""
    path = root / text.source.name
    content = path.read_text(encoding="utf-8")
    start, end = text.span(0, len(text))
    path.write_text(content[:start] + words + content[end:], encoding="utf-8")


def change(root: Path) -> None:
    """Add a gateway, rename a label wherever it is used, reword a sentence of the checker and a hint of its form."""
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
