"""What a page says less about because a value is not known: for information, never an error."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, Severity
from ..files.inline import bound_links
from ..model.chapters import Chapter
from ..model.site import Site

NAME = "unset"


def check(_site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield each gateway whose texts speak of a contact form that has no address yet."""
    gateway = chapter.gateway
    if gateway is None or gateway.file.contact_form is not None:
        return
    if any(link.scheme == "contact" for unit in chapter.prose for link in bound_links(unit.text)):
        place = gateway.file.gateway.at()
        message = "contact_form is not set: the article names the form without a link"
        yield Diagnostic(place, NAME, message, "add 'contact_form: https://…' once it is known", Severity.INFO)
