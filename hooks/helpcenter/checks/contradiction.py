"""No two folders state rules of the same gateway."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic
from ..model.site import Site

NAME = "contradiction"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield gateways that have the name of another one."""
    seen: dict[str, str] = {}
    for gateway in site.gateways.values():
        name = gateway.file.name
        if name in seen:
            hint = f"docs/gateways/{seen[name]} states rules of it already: keep one folder"
            yield Diagnostic(name.at(), NAME, f"a second gateway named '{name}'", hint)
        seen.setdefault(name, gateway.id)
