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


def finish_assets(output: Output, elements: Set[Element]) -> dict[str, str]:
    """Write the scripts, words and pictures that elements name, and drop all else in the folder `assets`.

    Return the new names by the old ones.
    """
    assets = output.folder / "assets"
    referenced = {name for element in elements for name in _named_in(element)} | set(ICONS)
    missing = [name for name in sorted(referenced) if not (assets / name).exists()]
    if missing:
        raise FileNotFoundError(f"docs/assets has no {', '.join(missing)}: bring it back, or draw it by make previews")
    named = _Named(assets)
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

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self.contents: dict[str, bytes] = {}
        self.names: dict[str, str] = {}

    def name(self, name: str) -> str:
        """Return the new name of an asset."""
        if name not in self.names:
            content = self.contents[name] = self._content(self._assets / name)
            stem, dot, ending = name.rpartition(".")
            self.names[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{dot}{ending}"
        return self.names[name]

    def _content(self, path: Path) -> bytes:
        if path.suffix == ".mjs":
            return bundle(path).encode()
        if path.suffix == ".json":
            text = path.read_text(encoding="utf-8")
            return _REFERENCE_IN_DATA.sub(lambda match: f"assets/{self.name(match[1])}", text).encode()
        return path.read_bytes()
