"""The finder: a plan held against every gateway at once. Twin of docs/assets/checker/find.mjs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .group import GROUPS, Finding, findings, group
from .typed import read_plan

Row = Mapping[str, Any]
"""What the finder says of a gateway: `id`, `group` and `findings`, of the rule types that place a gateway."""


def find(
    gateways: Mapping[str, Mapping[str, Any]], form: Mapping[str, Any], known: Mapping[str, Any]
) -> dict[str, Any]:
    """Return `{"plan", "problems", "rows"}` for a form of which every input may be empty.

    `gateways` are those published, by their ids; `form` and `known` are those of `read_plan`. There are no rows where
    nothing was asked. The order is that of the groups; of those that fit if something is done, the one with least to
    do comes first; nothing else ranks a gateway above another.
    """
    read = read_plan(form, known, is_open=True)
    if read["plan"] is None:
        return {**read, "rows": []}
    types = [one for one in known["types"] if one["by"] != "tells"]
    found = {id_: findings(one, types, read["plan"]) for id_, one in gateways.items()}
    groups = {id_: group(own) for id_, own in found.items()}
    is_asked = any(groups.values())
    rows = [{"id": id_, "group": groups[id_] or "not-known", "findings": own} for id_, own in found.items()]
    return {**read, "rows": sorted(rows, key=_order) if is_asked else []}


def _order(row: Row) -> tuple[int, int, str]:
    return GROUPS.index(row["group"]), to_do(row["findings"]) if row["group"] == "fits-if" else 0, row["id"]


def to_do(found: Iterable[Finding]) -> int:
    """Return how many things have to change or come first."""
    return sum(one["outcome"] in ("change", "first") for one in found)


_REASONS: Mapping[str, Sequence[str]] = {
    "fits": ("yes",),
    "fits-open": ("yes",),
    "fits-if": ("change", "first"),
    "not-known": ("doubtful",),
    "does-not-fit": ("no",),
}
"""Which outcomes put a gateway into its group."""


def reasons(row: Row) -> list[Finding]:
    """Return the findings that put a gateway into its group: where nothing is doubtful, that nothing is known."""
    found = row["findings"]
    own = [one for one in found if one["outcome"] in _REASONS[row["group"]]]
    if row["group"] == "not-known":
        own += [one for one in found if one["outcome"] == "silent" and (one["rule"] == "currencies" or not own)]
    return own
