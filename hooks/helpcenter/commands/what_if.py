"""helpcenter what-if: what a change to a rule would make false, before anything is edited."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from ..checks import run as run_checks
from ..engine.answer import Answer, answer
from ..facts.variants import ChangeError, changed, parse_change
from ..files.diagnostics import Diagnostic, as_text
from ..model.site import Site
from ..pages.published import published_rules, said
from ..pages.texts import OFTEN_CHOSEN, texts, typed_words
from ..pages.told import Told
from .project import loaded

NAME = "what-if"
HELP = "show what a change to a rule would make false, such as 'secure-and-pay.currencies += INR'"
INTERVALS = ("7 days", "30 days", "1 month", "1 year")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("change", help="gateway.rule, then +=, -= or =, then a value; or = not stated")


def run(options: argparse.Namespace) -> int:
    """Print every sentence and answer that would become false. 0 when it could be told."""
    site = loaded(options.root)
    if site is None:
        return 1
    try:
        change = parse_change(site, options.change)
    except ChangeError as error:
        print(error, file=sys.stderr)
        return 2
    other = changed(site, change)
    sentences = sorted(set(_content(other)) - set(_content(site)))
    print(f"{change} would make false:\n\nsentences: {len(sentences)}")
    if sentences:
        print(as_text(sentences))
    answers = list(_answers(site, other, change.gateway))
    print(f"\nanswers of the checker: {len(answers)}")
    print("\n".join(answers))
    return 0


def _content(site: Site) -> list[Diagnostic]:
    return [diagnostic for diagnostic in run_checks(site) if diagnostic.check != "reviews"]


def _answers(site: Site, other: Site, gateway: str) -> Iterator[str]:
    """Yield, in every language, each sentence that the checker would no longer say of a plan, and what it would say."""
    known, seen = typed_words(site), set[str]()
    now, then = (published_rules(one, one.gateways[gateway]) for one in (site, other))
    forms = list(_forms(site, now, then))
    for language in site.languages:
        told = Told(texts(site, language), language)
        for form in forms:
            before, after = (
                _sentences(told, answer(rules, form, known), said(one, one.gateways[gateway], language))
                for one, rules in ((site, now), (other, then))
            )
            changes = [f"    {language} false: {sentence}" for sentence in before if sentence not in after]
            changes += [f"    {language} true:  {sentence}" for sentence in after if sentence not in before]
            yield from (line for line in changes if line not in seen)
            seen |= set(changes)


def _forms(site: Site, now: dict[str, Any], then: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield forms of plans that people have: the currencies of both rules and the usual ones, usual intervals."""
    stated = [one["values"] for rules in (now, then) for one in rules["rules"].get("currencies", [])]
    named = [code for values in stated for codes in values.values() if isinstance(codes, list) for code in codes]
    fields = [list(map(str, site.terms.fields)), []]
    for currency, every, own in product(dict.fromkeys([*named, *OFTEN_CHOSEN]), INTERVALS, fields):
        yield {"currency": currency, "payment": "subscription", "every": every, "unit": "", "fields": own}


def _sentences(told: Told, answered: Answer, stated: Mapping[str, list[str]]) -> list[str]:
    found = answered["findings"] or ()
    says = [sentence for finding in found for sentence in told.says(finding, answered["plan"], stated)]
    mends = (told.mend(finding, answered["plan"]) for finding in found)
    return [*says, *filter(None, mends)]
