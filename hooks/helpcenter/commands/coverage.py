"""helpcenter coverage: changes every rule in memory and reports the changes that no sentence notices."""

import argparse
from collections import Counter
from collections.abc import Iterator

from ..checks.claims import every_wrong_claim
from ..facts.notes import claimed, listed_sets
from ..facts.sentences import stated
from ..facts.variants import Change, changed, mutations
from ..model.site import Gateway, Site
from .project import loaded

NAME = "coverage"
HELP = "report, per rule and language, which parts no sentence says and which changes none would notice"
MOST_SAID = 15
"""Percent of all statements that may be left to a note; more, and the vocabulary needs a type."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("gateway", nargs="?", help="one gateway only")


def run(options: argparse.Namespace) -> int:
    """Print a table of rules and languages. 0 when every change would be noticed in every language."""
    site = loaded(options.root)
    if site is None:
        return 1
    missed = 0
    for gateway in site.gateways.values():
        if options.gateway not in (None, gateway.id):
            continue
        print(f"{gateway.id:32}{''.join(f'{language:>16}' for language in site.languages)}")
        print("\n".join(_said(site, gateway)))
        counts, unnoticed = fact_coverage(site, gateway)
        missed += len(unnoticed)
        for path, (total, noticed) in counts.items():
            cells = "".join(f"{noticed[language]:>8}/{total:<3} noticed"[-16:] for language in site.languages)
            print(f"  {path:30}{cells}")
        for language, change in unnoticed:
            print(f"  no sentence in '{language}' notices: {change}")
    statements = [one for own in site.gateways.values() for rule in own.rules.values() for one in rule.statements]
    share = 100 * sum(one.state == "said" for one in statements) / len(statements) if statements else 0
    print(f"left to a note: {share:.0f} % of {len(statements)} statements (at most {MOST_SAID} %)")
    return 1 if missed or share > MOST_SAID else 0


def _said(site: Site, gateway: Gateway) -> Iterator[str]:
    """Yield, for each rule, how many of its parts the article says in each language."""
    said = {language: claimed(site, gateway, language) for language in site.languages}
    for name, rule in gateway.rules.items():
        parts = [(statement, part) for statement in rule.statements for part in stated(statement)]
        counts = [sum(part in own.get(one, ()) for one, part in parts) for own in said.values()]
        yield f"  {name:30}{''.join(f'{count:>6}/{len(parts):<3} said  ' for count in counts)}"


def _listed(gateway: Gateway, language: str) -> Iterator[str]:
    """Yield the paths of the sets that steps or page of a gateway list: what is listed changes with its rule."""
    yield from (path for _, path in listed_sets(gateway, language))
    yield from (block.path for block in gateway.pages[language].blocks if block.id == "RULE")


Counts = dict[str, tuple[int, Counter[str]]]


def fact_coverage(site: Site, gateway: Gateway) -> tuple[Counts, list[tuple[str, Change]]]:
    """Return, per part, how many changes there are and how many each language notices; and those that one misses."""
    counts: Counts = {}
    unnoticed = []
    shown = {language: set(_listed(gateway, language)) for language in site.languages}
    for change in mutations(site, gateway):
        path = f"{change.rule}.{change.part}"
        total, noticed = counts.get(path, (0, Counter[str]()))
        languages = {text.language for text, _, _ in every_wrong_claim(changed(site, change))}
        languages |= {
            language for language, paths in shown.items() if path in paths
        }  # what is listed changes by itself
        counts[path] = (total + 1, noticed + Counter(languages))
        unnoticed += [(language, change) for language in site.languages if language not in languages]
    return counts, unnoticed
