"""helpcenter plan: the verdict that the page's checker would give."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from ..engine.rules import evaluate, summarise
from ..engine.typed import read_plan
from ..files.diagnostics import as_text, did_you_mean, errors
from ..model.site import Site
from ..pages.published import published_rules, quote, vocabulary
from ..pages.speech import Speech, rule_message_id
from .project import checked

NAME = "plan"
HELP = "hold a plan against a gateway's rules, as the page's checker does"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("gateway")
    parser.add_argument("--currency", default="", help="a code such as INR")
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--every", default="", help='a subscription\'s interval, such as "1 month"')
    kind.add_argument("--once", action="store_true", help="a one-time payment")
    parser.add_argument("--field", action="append", default=[], help="a field on the payment page; may be repeated")
    parser.add_argument("--language", help="the language of the answer (default: the site's)")


def run(options: argparse.Namespace) -> int:
    """Print the verdict on a plan. 0 when nothing has to change, 1 otherwise."""
    site, diagnostics = checked(options.root)
    wrong = [diagnostic for diagnostic in errors(diagnostics) if diagnostic.check != "reviews"]
    if site is None or wrong:
        print(as_text(wrong), file=sys.stderr)
        return 1
    language = options.language or site.languages[0]
    for value, known, what in ((options.gateway, site.gateways, "gateway"), (language, site.languages, "language")):
        if value not in known:
            print(f"no {what} '{value}': {did_you_mean(value, known)}", file=sys.stderr)
            return 2
    form = {
        "currency": options.currency,
        "payment": "one-time" if options.once else "subscription",
        "every": options.every,
        "unit": "",
        "fields": options.field,
    }
    lines, works = verdict_lines(site, options.gateway, form, language)
    print("\n".join(lines))
    return 0 if works else 1


def verdict_lines(site: Site, gateway_id: str, form: Mapping[str, Any], language: str) -> tuple[list[str], bool]:
    """Return what the page's checker would show for a form, line by line, and whether the plan works as it is."""
    speech, gateway = Speech(site, language), site.gateways[gateway_id]
    read = read_plan(form, vocabulary(site))
    if read["plan"] is None:
        return [speech.say("problems", problem["code"]) for problem in read["problems"]], False
    findings = evaluate(published_rules(gateway), read["plan"])
    lines = [speech.finding(summarise(findings))]
    for finding in findings:
        status = speech.say("statuses", finding["status"])
        name = speech.say("rules", rule_message_id(finding["rule"]))
        lines += ["", f"[{status}] {name}", speech.finding(finding)]
        if finding["mend"]:
            lines.append(f"{speech.say('answer', 'mend')} {speech.finding(finding['mend'])}")
        quoted = quote(site, gateway, language, finding["rule"])
        if quoted:
            lines += [quoted.words, speech.say("answer", "note", {"number": speech.number(quoted.note)})]
    return lines, not any(finding["status"] == "not-accepted" for finding in findings)
