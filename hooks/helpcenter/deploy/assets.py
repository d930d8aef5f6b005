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
    contents = {name: _content(assets / name) for name in sorted(referenced)}
    shutil.rmtree(assets)
    names = {name: _fingerprinted(name, content) for name, content in contents.items()}
    for name, content in contents.items():
        target = assets / names[name]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    renamed = {
        path: _REFERENCE.sub(lambda match: f"{match['before']}assets/{names[match['name']]}", text)
        for path, text in pages.items()
    }
    return renamed, names


def _content(path: Path) -> bytes:
    return bundle(path).encode() if path.suffix == ".mjs" else path.read_bytes()


def _fingerprinted(name: str, content: bytes) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{dot}{ending}"
