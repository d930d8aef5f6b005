"""helpcenter find: which gateways take a plan, as the page's finder says it."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from ..engine.find import find, reasons
from ..facts.statements import statements
from ..files.diagnostics import as_text, did_you_mean, errors
from ..model.site import Site
from ..pages.published import published_rules
from ..pages.speech import Speech
from ..pages.texts import texts, typed_words
from ..pages.told import Told
from .plan import form_of, plan_arguments
from .project import checked

NAME = "find"
HELP = "hold a plan against every gateway, as the finder does; every input may be left out"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    plan_arguments(parser, payment="")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> int:
    """Print the gateways in their groups, each with its reasons. 0 where one fits, 1 otherwise."""
    site, diagnostics = checked(options.root)
    wrong = [one for one in errors(diagnostics) if one.check not in ("reviews", "unfinished")]
    if site is None or wrong:
        print(as_text(wrong), file=sys.stderr)
        return 1
    language = options.language or site.languages[0]
    if language not in site.languages:
        print(f"no language '{language}': {did_you_mean(language, site.languages)}", file=sys.stderr)
        return 2
    found = found_gateways(site, form_of(options), language)
    print(json.dumps(found, ensure_ascii=False, indent=2) if options.format == "json" else _text(site, language, found))
    return 0 if any(one["group"].startswith("fits") for one in found["gateways"]) else 1


def found_gateways(site: Site, form: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return `{"plan", "problems", "gateways"}`: of each gateway its id, name, group and the reasons for it.

    A reason has its rule, outcome, sentence, what to change to, and the sources with the days on which they were read.
    """
    rules = {id_: published_rules(site, one) for id_, one in site.gateways.items()}
    said = find(rules, form, typed_words(site))
    told = Told(texts(site, language), language)
    gateways = [
        {
            "id": row["id"],
            "name": str(site.gateways[row["id"]].file.name),
            "group": row["group"],
            "reasons": [_reason(site, told, row["id"], one, said["plan"]) for one in reasons(row)],
        }
        for row in said["rows"]
    ]
    problems = [told.say("problems", one["code"]) for one in said["problems"]]
    return {"plan": said["plan"], "problems": problems, "gateways": gateways}


def _reason(
    site: Site, told: Told, gateway_id: str, finding: Mapping[str, Any], plan: Mapping[str, Any]
) -> dict[str, Any]:
    mend = told.mend(finding, plan)
    reason = {"rule": finding["rule"], "outcome": finding["outcome"], "sentence": told.reason(finding, plan)}
    reason |= {"mend": mend, "values": finding["mend"]["values"]} if mend else {}
    gateway = site.gateways[gateway_id]
    at = told.said_by(published_rules(site, gateway)["rules"].get(finding["rule"], []), finding, plan)
    if at is None:
        return reason
    found, statement = list(statements(site, gateway, finding["rule"]))[at]
    own = [found.home.file.sources[name] for name in statement.sources]
    return {**reason, "sources": [{"url": str(one.url), "read": one.read.isoformat()} for one in own]}


def _text(site: Site, language: str, found: Mapping[str, Any]) -> str:
    return "\n".join(_lines(Told(texts(site, language), language), Speech(site, language), found))


def _lines(told: Told, speech: Speech, found: Mapping[str, Any]) -> Iterator[str]:
    yield from found["problems"] or ([] if found["gateways"] else [told.say("finder", "nothing-asked")])
    for group, rows in groupby(found["gateways"], key=lambda one: one["group"]):
        own = list(rows)
        yield from ["", told.say("finder", group, {"count": told.number(len(own))})]
        for row in own:
            yield f"- {row['name']}"
            for one in row["reasons"]:
                read = [
                    f"({source['url']}, {speech.date(date.fromisoformat(source['read']))})"
                    for source in one.get("sources", ())
                ]
                yield "  " + " ".join([one["sentence"], *([one["mend"]] if "mend" in one else []), *read])
