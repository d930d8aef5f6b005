"""helpcenter coverage: changes every rule in memory and reports the changes that no sentence notices."""

import argparse
from collections import Counter

from ..checks.claims import wrong_claims
from ..facts.variants import Change, changed, mutations
from ..model.site import Gateway, Site
from .project import loaded

NAME = "coverage"
HELP = "report, per rule and language, which changes of a rule no sentence would notice"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:
    """Print a table of rules and languages. 0 when every change would be noticed in every language."""
    site = loaded(options.root)
    if site is None:
        return 1
    missed = 0
    for gateway in site.gateways.values():
        counts, unnoticed = fact_coverage(site, gateway)
        missed += len(unnoticed)
        print(f"{gateway.id:32}{''.join(f'{language:>10}' for language in site.languages)}")
        for path, (total, noticed) in counts.items():
            cells = "".join(f"{noticed[language]:>6}/{total:<3}" for language in site.languages)
            print(f"  {path:30}{cells}")
        for language, change in unnoticed:
            print(f"  no sentence in '{language}' notices: {change}")
    return 1 if missed else 0


Counts = dict[str, tuple[int, Counter[str]]]


def fact_coverage(site: Site, gateway: Gateway) -> tuple[Counts, list[tuple[str, Change]]]:
    """Return, per rule, how many changes there are and how many each language notices; and those that one misses."""
    counts: Counts = {}
    unnoticed = []
    for change in mutations(site, gateway):
        total, noticed = counts.get(change.path, (0, Counter[str]()))
        languages = {text.language for text, _ in wrong_claims(changed(site, change))}
        counts[change.path] = (total + 1, noticed + Counter(languages))
        unnoticed += [(language, change) for language in site.languages if language not in languages]
    return counts, unnoticed
