"""Plans with their verdicts, for both engines."""

from typing import Any

from support import ROOT, load_site

from helpcenter.engine.vectors import DEFAULT_GATEWAY, Vector, read_vectors
from helpcenter.pages.published import published_rules

_MADE_UP, VECTORS = read_vectors(ROOT)
_RULES = {**_MADE_UP, DEFAULT_GATEWAY: published_rules(load_site().gateways[DEFAULT_GATEWAY])}


def rules_of(vector: Vector) -> dict[str, Any]:
    """Return the rules that a vector's plan is held against."""
    rules: dict[str, Any] = _RULES[vector.gateway]
    return rules
