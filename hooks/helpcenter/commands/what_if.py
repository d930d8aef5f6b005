"""helpcenter what-if: what a change to a rule would make false, before anything is edited."""

import argparse
import sys

from ..checks import run as run_checks
from ..engine.rules import Finding, evaluate
from ..engine.typed import read_plan
from ..engine.vectors import FILE, Vector, read_vectors, says
from ..facts.variants import ChangeError, changed, parse_change
from ..files.diagnostics import Diagnostic, as_text
from ..model.site import Site
from ..pages.published import published_rules, vocabulary
from ..pages.speech import Speech
from .project import loaded

NAME = "what-if"
HELP = "show what a change to a rule would make false, such as 'secure-and-pay.currencies += INR'"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("change", help="gateway.rule, then +=, -= or =, then a value; or = not stated")


def run(options: argparse.Namespace) -> int:
    """Print every sentence, answer and vector that would become false. 0 when it could be told."""
    site = loaded(options.root)
    if site is None:
        return 1
    try:
        change = parse_change(options.change)
        other = changed(site, change)
    except ChangeError as error:
        print(error, file=sys.stderr)
        return 2
    sentences = sorted(set(_content(other)) - set(_content(site)))
    print(f"{change} would make false:\n\nsentences: {len(sentences)}")
    if sentences:
        print(as_text(sentences))
    vectors = read_vectors(options.root)[1]
    answers = [lines for vector in vectors if (lines := _answer(site, other, change.gateway, vector))]
    print(f"\nanswers of the checker, and their vectors: {len(answers)}")
    print("\n".join(line for lines in answers for line in lines))
    return 0


def _content(site: Site) -> list[Diagnostic]:
    return [diagnostic for diagnostic in run_checks(site) if diagnostic.check != "reviews"]


def _answer(site: Site, other: Site, gateway: str, vector: Vector) -> list[str]:
    """Return how the answer to a vector's plan would differ, in the short form and in every language."""
    if vector.gateway != gateway:
        return []
    words = vocabulary(site)
    now, then = (published_rules(one.gateways[gateway]) for one in (site, other))
    before, after = says(now, vector.form, words), says(then, vector.form, words)
    if before == after:
        return []
    lines = [f"{FILE}:{vector.line}: '{vector.about}'"]
    plan = read_plan(vector.form, words)["plan"]
    old, new = evaluate(now, plan), evaluate(then, plan)
    for language in site.languages:
        speech = Speech(site, language)
        before_it, after_it = _sentences(speech, old), _sentences(speech, new)
        lines += [f"    {language} false: {sentence}" for sentence in before_it if sentence not in after_it]
        lines += [f"    {language} true:  {sentence}" for sentence in after_it if sentence not in before_it]
    return lines


def _sentences(speech: Speech, findings: list[Finding]) -> list[str]:
    spoken = [part for finding in findings for part in (finding, finding["mend"]) if part]
    return list(map(speech.finding, spoken))
