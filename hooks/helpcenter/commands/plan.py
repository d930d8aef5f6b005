"""helpcenter plan: the verdict that the page's checker would give."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from ..engine.answer import Answer, answer
from ..files.diagnostics import as_text, did_you_mean, errors
from ..model.site import Site
from ..pages.published import checker_data, published_rules
from ..pages.speech import Speech
from ..pages.texts import texts, typed_words
from ..pages.told import Told
from .project import checked

NAME = "plan"
HELP = "hold a plan against a gateway's rules, as the page's checker does"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: a gateway, and the inputs of the form."""
    parser.add_argument("gateway")
    plan_arguments(parser, payment="subscription")


def plan_arguments(parser: argparse.ArgumentParser, payment: str) -> None:
    """Describe the inputs of the form, under the names that they have in a page's address."""
    parser.add_argument("--country", default="", help="the country of the account, a code such as IN")
    parser.add_argument("--buyers", default="", help="where the buyers are: home or abroad")
    parser.add_argument("--account", default="", help="whose account it is: individual or company")
    parser.add_argument("--currency", default="", help="a code such as INR")
    parser.add_argument("--payment", default=payment, help=f"subscription or one-time (default: {payment or 'either'})")
    parser.add_argument("--every", default="", help='a subscription\'s interval, such as "1 month"')
    parser.add_argument("--unit", default="", help="its unit, where --every is a number alone")
    parser.add_argument("--start", default="", help="the day of the first payment, such as 2026-11-24")
    parser.add_argument("--amount", default="", help="the amount of each payment")
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
    lines, works = verdict_lines(site, options.gateway, form_of(options), language)
    print("\n".join(lines))
    return 0 if works else 1


def form_of(options: argparse.Namespace) -> dict[str, Any]:
    """Return the form that the options fill in."""
    names = ("country", "buyers", "account", "currency", "payment", "every", "unit", "start", "amount")
    return {**{name: getattr(options, name) for name in names}, "fields": options.field}


def verdict_lines(site: Site, gateway_id: str, form: Mapping[str, Any], language: str) -> tuple[list[str], bool]:
    """Return what the page's checker would show for a form, line by line, and whether the plan works as it is."""
    told, gateway = Told(texts(site, language), language), site.gateways[gateway_id]
    answered = answer(published_rules(site, gateway), form, typed_words(site))
    if answered["findings"] is None:
        return [told.say("problems", problem["code"]) for problem in answered["problems"]], False
    found, verdict = answered["findings"], answered["group"]
    page = checker_data(site, gateway, language, "")
    name = str(gateway.file.name)
    lines = [told.summarise(name, verdict, found)] if verdict else []
    lines += [line for line in [told.open(name, found)] if line]
    for finding in found:
        rule, mend = finding["rule"], told.mend(finding, answered["plan"])
        lines += ["", f"[{told.status(finding)}] {told.name(rule)}"]
        lines.append(" ".join(told.says(finding, answered["plan"], page["said"])))
        lines += [f"{told.say('answer', 'mend')} {mend}"] if mend else []
        lines += [page["quotes"][rule]] if rule in page["quotes"] else []
        note = page["notes"].get(rule)
        lines += [told.say("answer", "note", {"number": told.number(note)})] if note else []
    lines += _dates(Speech(site, language), answered, published_rules(site, gateway)) if answered["year"] else []
    return lines, verdict in (None, "fits", "fits-open")


def _dates(speech: Speech, answered: Answer, gateway: Mapping[str, Any]) -> Iterator[str]:
    """Yield the charges of a year, and what follows if the first one fails."""
    yield f"\n[{speech.say('checker', 'arithmetic')}]"
    yield speech.say("answer", "dates-count", {"count": speech.number(len(answered["year"]["charges"]))})
    yield ", ".join(_day(speech, day) for day in answered["year"]["charges"])
    if answered["after"]:
        yield f"\n[{speech.say('checker', 'failure')}]"
    count = next((one["values"]["count"] for one in gateway["rules"].get("retries", []) if "count" in one["values"]), 0)
    for event in answered["after"] or ():
        sentence = speech.say("answer", event["code"], {"count": speech.number(count)})
        yield sentence if event["day"] is None else f"{_day(speech, event['day'])}: {sentence}"


def _day(speech: Speech, number: int) -> str:
    return speech.date(date(1970, 1, 1) + timedelta(days=number))
