"""What readers have answered, page by page and language by language: what to mend first comes first."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from ..facts.statements import find
from ..model.site import Site
from .store import Kept

_JOINERS = "\u200c\u200d"  # letters of Indian scripts are joined by them


def report(site: Site, answers: Sequence[Kept]) -> list[dict[str, Any]]:
    """Return what was answered on each page in each language, those with the most "no" first.

    Shape: `{"page", "language", "exists", "yes", "no", "weeks": [{"week", "commit", "yes", "no"}], "reasons",
    "anchors", "facts": [{"anchor", "place", "count"}], "texts": [{"day", "commit", "reason", "anchor", "text"}]}`.
    A week is named by its Monday; `place` is file and line of a rule that is reported as wrong, None where it is none.
    """
    pages = [
        _page(site, page, language, list(own))
        for (page, language), own in groupby(sorted(answers, key=_of_page), key=_of_page)
    ]
    return sorted(pages, key=lambda one: (-one["no"], one["yes"], one["page"], one["language"]))


def _of_page(one: Kept) -> tuple[str, str]:
    return one.answer.page, one.answer.language


def _page(site: Site, page: str, language: str, own: list[Kept]) -> dict[str, Any]:
    given = [one.answer for one in own]
    wrong = Counter(one.anchor for one in given if one.reason == "wrong" and one.anchor)
    return {
        "page": page,
        "language": language,
        "exists": language in site.pages.get(page, {}),
        **_helped(own),
        "weeks": list(_weeks(own)),
        "reasons": _counted(one.reason for one in given),
        "anchors": _counted(one.anchor for one in given),
        "facts": [
            {"anchor": anchor, "place": _place(site, page, anchor), "count": count}
            for anchor, count in wrong.most_common()
        ],
        "texts": [
            {"day": one.day.isoformat(), **one.answer.model_dump(include={"commit", "reason", "anchor", "text"})}
            for one in reversed(own)
            if one.answer.text
        ],
    }


def _helped(own: Sequence[Kept]) -> dict[str, int]:
    return {helped: sum(one.answer.helped == helped for one in own) for helped in ("yes", "no")}


def _weeks(own: Sequence[Kept]) -> Iterator[dict[str, Any]]:
    """Yield how many were helped in each week by each version of the page, so that a mend shows."""

    def key(one: Kept) -> tuple[date, str]:
        return one.day - timedelta(one.day.weekday()), one.answer.commit

    for (week, commit), rows in groupby(sorted(own, key=key), key=key):
        yield {"week": week.isoformat(), "commit": commit, **_helped(list(rows))}


def _counted(values: Iterator[str]) -> dict[str, int]:
    return dict(Counter(filter(None, values)).most_common())


def _place(site: Site, page: str, anchor: str) -> str | None:
    """Return file and line of the rule that an anchor of a gateway's page names."""
    gateway = site.gateway_of(page)
    rule = anchor.removeprefix("rule-").replace("-", "_")
    found = find(site, gateway, rule) if gateway and rule in site.vocabulary else None
    if found is None or not anchor.startswith("rule-"):
        return None
    position = found.home.place(("rules", found.rule.type))
    return f"{position.file}:{position.line}"


def as_lines(pages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a report as text."""
    for one in pages:
        gone = "" if one["exists"] else " (there is no such page now)"
        yield f"{one['page']} ({one['language']}): {one['yes']} yes, {one['no']} no{gone}"
        for week in one["weeks"]:
            yield f"  week of {week['week']}  {week['yes']:>4} yes {week['no']:>4} no  {week['commit']}".rstrip()
        for name, counts in (("reasons", one["reasons"]), ("where", one["anchors"])):
            if counts:
                yield f"  {name}: {', '.join(f'{value} {count}' for value, count in counts.items())}"
        for fact in one["facts"]:
            yield f"  reported as wrong, {fact['count']}x: {fact['place'] or '#' + fact['anchor']}"
        for text in one["texts"]:
            about = ", ".join(filter(None, [text["day"], text["commit"], text["reason"], text["anchor"]]))
            yield f"  {about}: {printable(text['text'])}"
        yield ""


def printable(text: str) -> str:
    """Return a text on one line, without characters that a terminal would obey."""
    shown = (one for one in " ".join(text.split()) if one in _JOINERS or unicodedata.category(one)[0] != "C")
    return "".join(shown)
