"""Assets under names that change with their content, so that browsers may keep them indefinitely."""

import hashlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..pages.page import STYLES
from .scripts import bundle
from .styles import DRAWN_BY_US, purge, used_in, without

ICONS = ("icon.svg", "icon-192.png", "icon-512.png")
"""What a phone shows among its apps, the drawing first."""

_REFERENCE = re.compile(r'(?P<before>\b(?:href|src|content|data-[a-z]+)="[^"]*?)assets/(?P<name>[\w./-]+)(?=")')
_REFERENCE_IN_DATA = re.compile(r'(?<=")assets/([\w./-]+)(?=")')
_STYLES = re.compile(r'(?:<link rel="stylesheet"[^>]*>\s*)+')


def finish_assets(folder: Path, pages: Mapping[Path, str]) -> tuple[dict[Path, str], dict[str, str]]:
    """Write the scripts, words and pictures that pages use, and drop all else below `folder`/assets.

    The one stylesheet is in each page: it is small, and a page is then drawn after one request.
    Return the pages, changed to name them, and the new names by the old ones. `pages` gives HTML by path.
    """
    assets = folder / "assets"
    scripts = [path.read_text(encoding="utf-8") for path in sorted(assets.rglob("*.mjs"))]
    material, *own = [(folder / name).read_text(encoding="utf-8") for name in STYLES]
    style = purge("\n".join([without(material, DRAWN_BY_US), *own]), used_in(pages.values(), scripts))
    pages = {path: _STYLES.sub(lambda _: f"<style>{style}</style>\n", text) for path, text in pages.items()}
    referenced = {match["name"] for text in pages.values() for match in _REFERENCE.finditer(text)}
    referenced |= set(ICONS)
    missing = [name for name in sorted(referenced) if not (assets / name).exists()]
    if missing:
        raise FileNotFoundError(f"docs/assets has no {', '.join(missing)}: bring it back, or draw it by make previews")
    named = _Named(assets)
    for name in sorted(referenced):
        named.name(name)
    shutil.rmtree(assets)
    for name, content in named.contents.items():
        target = assets / named.names[name]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    names = named.names
    renamed = {
        path: _REFERENCE.sub(lambda match: f"{match['before']}assets/{names[match['name']]}", text)
        for path, text in pages.items()
    }
    return renamed, names


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
