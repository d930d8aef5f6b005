"""The service worker: pages from the network while there is one, and from what was kept when there is none."""

from importlib import resources


def worker(*, offline: bool) -> str:
    """Return sw.js. Switched off, it removes itself and all that was kept."""
    name = "worker.js" if offline else "farewell.js"
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
