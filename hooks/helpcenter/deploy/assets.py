"""Assets under names that change with their content, so that browsers may keep them indefinitely."""

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from ..pages.page import STYLES
from .kept import Kept
from .output import Output
from .parsed import Element
from .scripts import bundle
from .styles import DRAWN_BY_US, WAY, kept_purge, used_in, without

ICONS = ("icon.svg", "icon-192.png", "icon-512.png")
"""What a phone shows among its apps, the drawing first."""

_REFERENCE = re.compile(r'((?:href|src|content|data-[a-z]+)="[^"]*?assets/)([\w./-]+)(?=")')
_REFERENCE_IN_DATA = re.compile(r'(?<=")assets/([\w./-]+)(?=")')
_NAMED = re.compile(r"assets/([\w./-]+)$")
_NAMING = re.compile(r"href|src|content|data-[a-z]+")
_STYLES = re.compile(r'(?:<link rel="stylesheet"[^>]*>\s*)+')


def stylesheet(folder: Path, elements: Set[Element], kept: Kept) -> str:
    """Return the one stylesheet of a site: what its pages and scripts use of Material's and of ours."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted((folder / "assets").rglob("*.mjs"))]
    material, *own = [(folder / name).read_text(encoding="utf-8") for name in STYLES]
    not_drawn = kept.text(f"not drawn, {WAY}", material, lambda css: without(css, DRAWN_BY_US))
    return kept_purge("\n".join([not_drawn, *own]), used_in(elements, scripts), kept)


def finish_assets(output: Output, elements: Set[Element], made: Mapping[str, str]) -> dict[str, str]:
    """Write the scripts, words and pictures that elements name, and drop all else in the folder `assets`.

    `made` are texts by their names below the site's root, which that folder does not hold. Return the new names by the
    old ones.
    """
    assets = output.folder / "assets"
    named = _Named(assets, made)
    referenced = {name for element in elements for name in _named_in(element)} | set(ICONS)
    missing = [name for name in sorted(referenced) if not named.is_there(name)]
    if missing:
        raise FileNotFoundError(f"docs/assets has no {', '.join(missing)}: bring it back, or draw it by make previews")
    for name in sorted(referenced):
        named.name(name)
    shutil.rmtree(assets)
    for name, content in named.contents.items():
        output.write(f"assets/{named.names[name]}", content)
    return named.names


def finish_page(html: str, style: str, names: Mapping[str, str]) -> str:
    """Return a page that names its assets by their new names and has the stylesheet in it.

    It is small, and a page is then drawn after one request.
    """
    parts = _STYLES.split(html, maxsplit=1)
    named = [_REFERENCE.sub(lambda match: match[1] + names[match[2]], part) for part in parts]
    return f"<style>{style}</style>\n".join(named)


def _named_in(element: Element) -> Iterator[str]:
    tag, attributes = element
    is_style = tag == "link" and ("rel", "stylesheet") in attributes  # it is in the page
    for name, value in () if is_style else attributes:
        if _NAMING.fullmatch(name) and (match := _NAMED.search(value or "")):
            yield match[1]


class _Named:
    """Assets as they are found to be used, with their new names; data names other assets, whose names come first."""

    def __init__(self, assets: Path, made: Mapping[str, str]) -> None:
        self._assets, self._made = assets, made
        self.contents: dict[str, bytes] = {}
        self.names: dict[str, str] = {}

    def is_there(self, name: str) -> bool:
        """Say whether there is such an asset."""
        return f"assets/{name}" in self._made or (self._assets / name).exists()

    def name(self, name: str) -> str:
        """Return the new name of an asset."""
        if name not in self.names:
            content = self.contents[name] = self._content(name)
            stem, dot, ending = name.rpartition(".")
            self.names[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{dot}{ending}"
        return self.names[name]

    def _content(self, name: str) -> bytes:
        if name.endswith(".mjs"):
            return bundle(self._assets / name).encode()
        if f"assets/{name}" in self._made:
            text = self._made[f"assets/{name}"]
            return _REFERENCE_IN_DATA.sub(lambda match: f"assets/{self.name(match[1])}", text).encode()
        return (self._assets / name).read_bytes()
