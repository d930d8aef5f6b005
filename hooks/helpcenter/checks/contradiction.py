"""No two places say different things of the same matter."""

from collections.abc import Iterator

from ..facts.claims import expected
from ..files.diagnostics import Diagnostic
from ..files.markdown import bound_links
from ..model.site import PLATFORM, Page, Site

NAME = "contradiction"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield gateways of one name, and pages that state a default of the platform without saying who overrides it."""
    seen: dict[str, str] = {}
    for gateway in site.gateways.values():
        name = gateway.facts.name
        if name in seen:
            hint = f"docs/gateways/{seen[name]} states rules of it already: keep one folder"
            yield Diagnostic(name.at(), NAME, f"a second gateway named '{name}'", hint)
        seen.setdefault(name, gateway.id)
    if site.platform:
        for page in (page for pages in site.pages.values() for page in pages.values()):
            yield from _check_defaults(site, page)


def _check_defaults(site: Site, page: Page) -> Iterator[Diagnostic]:
    links = [link for block in page.blocks for link in bound_links(block.text) if link.scheme == "rule"]
    home = site.gateway_of(page.key)
    claimed = {link.target for link in links} | {f"{home.id}.{link.target}" for link in links if home}
    default = expected(site.platform.facts.rules) if site.platform else {}
    for link in links:
        path = link.target.removeprefix(f"{PLATFORM}.")
        if path == link.target or path not in default:
            continue
        for gateway in [home] if home else site.gateways.values():
            own = expected(gateway.facts.rules).get(path)
            if own is not None and own != default[path] and f"{gateway.id}.{path}" not in claimed:
                message = f"'{link.words}' is a default that {gateway.id} overrides ({gateway.rule_position(path)})"
                hint = f"say so on this page: [words](rule:{gateway.id}.{path}), which says: {own}"
                yield Diagnostic(link.position, NAME, message, hint)
