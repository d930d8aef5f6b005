"""The question at the end of a page whether it helped, with what a reader can say besides: values of its template."""

from collections.abc import Sequence
from typing import Any

from ..model.site import Site
from .shell import Heading
from .table import anchor_of, rows

REASONS = ("missing", "wrong", "unclear", "did-not-work")
"""Why a page did not help."""
MOST_CHARACTERS = 500
"""How long what a reader writes may be; a line break counts as one."""
ANSWERED = "shell/answered.html"
"""The page that the endpoint for answers shows to a browser without a script, below the folder of templates."""
SAID = (
    *("sending", "thanks", "failed", "kept", "sent-later", "sent-without-text"),
    *("refused", "refused-text", "email", "card", "key", "phone"),
)
"""The messages that the script says."""


def feedback_form(site: Site, language: str, key: str, contents: Sequence[Heading]) -> dict[str, Any]:
    """Return what the form at the end of a page offers: reasons, and the sections and rules that may be meant."""
    gateway = site.gateway_of(key)
    known = rows(site, language, gateway) if gateway else []
    return {
        "page": key,
        "root": site.root(key, language),
        "language": language,
        "reasons": REASONS,
        "sections": contents,
        "rules": [(anchor_of(row.id), row.name) for row in known if row.id],
        "most_characters": MOST_CHARACTERS,
        "said": SAID,
    }
