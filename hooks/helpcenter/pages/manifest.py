"""The web app manifest of each language."""

import json
import re
from collections.abc import Sequence

from ..loading.settings import Settings


def manifest(settings: Settings, language: str, icons: Sequence[str]) -> str:
    """Return a web app manifest, by which a phone can put the site among its apps."""
    name = settings.languages[language].site_name
    start = settings.base_path if language == next(iter(settings.languages)) else f"{settings.base_path}{language}/"
    data = {
        "id": start,
        "name": name,
        "short_name": name,
        "lang": language,
        "start_url": start,
        "scope": settings.base_path,
        "display": "minimal-ui",
        "icons": [_icon(address) for address in icons],
    }
    return json.dumps(data, ensure_ascii=False)


def _icon(address: str) -> dict[str, str]:
    """Return how a manifest describes a picture whose name says its width: icon-192.png; a drawing has any."""
    width = re.search(r"-(\d+)\.", address)
    size, kind = (f"{width[1]}x{width[1]}", "image/png") if width else ("any", "image/svg+xml")
    return {"src": address, "sizes": size, "type": kind}
