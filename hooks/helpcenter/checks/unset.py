"""What a page says less about because a value is not known: for information, never an error."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, Severity
from ..files.inline import bound_links
from ..model.prose import prose
from ..model.site import Site

NAME = "unset"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield each gateway whose texts speak of a contact form that has no address yet."""
    speaking = {
        unit.gateway.id
        for unit in prose(site)
        if unit.gateway and any(link.scheme == "contact" for link in bound_links(unit.text))
    }
    for gateway in site.gateways.values():
        if gateway.id in speaking and gateway.file.contact_form is None:
            place = gateway.file.gateway.at()
            message = "contact_form is not set: the article names the form without a link"
            yield Diagnostic(place, NAME, message, "add 'contact_form: https://…' once it is known", Severity.INFO)
