"""The service worker: pages from the network while there is one, and from what was kept when there is none."""

import hashlib
from collections.abc import Iterable
from importlib import resources

from ..loading.settings import Settings


def worker(settings: Settings, contents: Iterable[str]) -> str:
    """Return sw.js; its version changes with the site's contents. Switched off, it removes itself and all it kept."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(f"{content}\0".encode())
    name = "worker.js" if settings.offline else "farewell.js"
    template = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return template.replace("{version}", digest.hexdigest()[:10])
