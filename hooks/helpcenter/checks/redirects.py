"""Old addresses lead to pages that exist, and none hides a page."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, did_you_mean
from ..model.site import Site

NAME = "redirects"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield redirects to pages that do not exist, and those from addresses at which there is a page."""
    addresses = {site.address(key, language): key for key in site.pages for language in site.languages}
    for address, key in site.redirects.items():
        if key not in site.pages:
            yield Diagnostic(key.at(), NAME, f"no page '{key}'", did_you_mean(key, site.pages))
        if address in addresses:
            message = f"'{address}' is the address of the page '{addresses[address]}'"
            yield Diagnostic(address.at(), NAME, message, "remove the line, or the page")
