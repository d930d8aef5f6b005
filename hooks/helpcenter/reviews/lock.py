"""The file of what has been approved, written anew."""

import json
from collections.abc import Iterable
from datetime import date

from ..model.documents import Review
from ..model.site import Site
from .units import Unit, fingerprint, units


def lock_text(site: Site, accepted: Iterable[str], by: str, on: date) -> str:
    """Return the lock file after the units `accepted` were approved; units that are gone leave it.

    It is JSON with one line per unit, so that branches which review different units merge.
    """
    current, chosen = units(site), set(accepted)
    kept = {id_: site.reviews[id_] for id_ in current if id_ in site.reviews and id_ not in chosen}
    approved = {id_: _review(current[id_], by, on) for id_ in current if id_ in chosen}
    reviews = sorted({**kept, **approved}.items())
    lines = (f"{json.dumps(id_)}: {review.model_dump_json(exclude_none=True)}" for id_, review in reviews)
    return '{"units": {\n' + ",\n".join(lines) + "\n}}\n"


def _review(unit: Unit, by: str, on: date) -> Review:
    now = fingerprint(unit)
    return Review(**vars(now), by=by, on=on)
