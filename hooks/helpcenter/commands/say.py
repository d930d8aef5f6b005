"""helpcenter say: every way to say a rule, and what a sentence would be read as."""

import argparse
import sys
from collections.abc import Iterator

from ..facts.claims import Target, judge, resolve
from ..facts.kinds import shown
from ..facts.ways import every_way
from ..model.site import Site
from .project import loaded

NAME = "say"
HELP = "print every way to say a rule, such as 'secure-and-pay.currencies', or what a sentence says"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("rule", help="gateway.rule, or gateway.rule.part")
    parser.add_argument("sentence", nargs="?", help="a sentence to be read")
    parser.add_argument("--language", help="one language only")


def run(options: argparse.Namespace) -> int:
    """Print the ways, or what was read. 0 when there is a way, or when the sentence is true."""
    site = loaded(options.root)
    if site is None:
        return 1
    target = resolve(site, options.rule, None)
    if not target.exists:
        print(f"no rule '{options.rule}': {target.hint}", file=sys.stderr)
        return 2
    languages = [one for one in site.languages if options.language in (None, one)]
    lines = _read(site, target, languages, options.sentence) if options.sentence else _ways(site, target, languages)
    found = list(lines)
    print("\n".join(line for line, _ in found))
    return 0 if any(is_true for _, is_true in found) else 1


def _ways(site: Site, target: Target, languages: list[str]) -> Iterator[tuple[str, bool]]:
    for language in languages:
        own = every_way(site, language, target)
        yield f"{language}: {len(own)} ways; drafts use the first", bool(own)
        yield from ((f"  {one}", True) for one in own)


def _read(site: Site, target: Target, languages: list[str], sentence: str) -> Iterator[tuple[str, bool]]:
    for language in languages:
        judged = judge(site, language, target, sentence)
        said = [shown({**reading.values, **reading.names}) for reading in judged.readings]
        yield f"{language}: {judged.judgement}{': ' if said else ''}{' or '.join(said)}", judged.judgement == "true"
