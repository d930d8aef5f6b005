"""Each code that the checker can give has a sentence, and no sentence waits for a code that does not exist."""

from collections.abc import Iterator, Mapping

from ..engine.group import GROUPS, OUTCOMES
from ..engine.typed import PROBLEM_CODES
from ..files.diagnostics import Diagnostic, Position, did_you_mean
from ..files.source import Text
from ..model.rules import STATES
from ..model.site import Site

NAME = "messages"

CODES: Mapping[str, frozenset[str]] = {
    "groups": frozenset([*GROUPS, "fits-if-one"]),
    "problems": frozenset(PROBLEM_CODES),
    "states": frozenset([*STATES, "provider"]) - {"stated"},
    "statuses": frozenset([*OUTCOMES, *STATES, "provider"]) - {"silent", "stated"},
}


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield missing and superfluous sentences of the checker."""
    for group, codes in CODES.items():
        messages: Mapping[Text, Mapping[str, Text]] = getattr(site.messages, group)
        for id_ in messages:
            if id_ not in codes:
                hint = did_you_mean(id_, codes)
                yield Diagnostic(id_.at(), NAME, f"the checker never says '{group}: {id_}'", hint)
        for code in sorted(codes - set(messages)):
            first = next(iter(messages), None)
            place = first.at() if first else Position("docs/messages.yml", 1, 1)
            yield Diagnostic(place, NAME, f"no sentence for '{group}: {code}'", "write it in every language")
