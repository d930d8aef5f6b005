"""helpcenter new gateway ID: a complete skeleton; helpcenter new language CODE: every text that it still needs."""

import argparse
import sys
from datetime import date
from pathlib import Path

from babel import localedata

from ..model.prose import STILL_TO_WRITE as GAP
from ..model.values import ID_PATTERN
from . import draft, skeleton, translation
from .project import languages_of, loaded

NAME = "new"
HELP = "write the skeleton of a new gateway, or what a new language needs"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("what", choices=["gateway", "language"])
    parser.add_argument("id", help="the folder's name: lowercase letters, digits and hyphens; or the language's code")
    parser.add_argument("--name", default=GAP, help="how the gateway is called")
    parser.add_argument("--from", dest="source", help="the language whose words are written beside (default: en)")
    parser.add_argument("--card", action="store_true", help="without steps: a page made of the rules alone")


def run(options: argparse.Namespace) -> int:
    """Write what is new. Nothing that exists is touched."""
    if options.what == "language":
        return new_language(options.root, options.id, options.source)
    return new_gateway(options.root, options.id, options.name, is_card=options.card)


def new_language(root: Path, code: str, source: str | None) -> int:
    """Write every text that a language lacks, beside that of another one."""
    site = loaded(root)
    if site is None:
        return 1
    other = source or ("en" if "en" in site.languages else site.languages[0])
    if code in site.languages or other not in site.languages or not localedata.exists(code):
        print(f"'{code}' is here already, or no code of a language, or '{other}' is not here", file=sys.stderr)
        return 2
    for file, texts in translation.add_language(root, site, code, other):
        print(f"{texts:5} texts  {file}" if texts else f"      -        {file}")
    print(f"write the texts behind {GAP} in this order; `make serve` shows them, `helpcenter check` what is done")
    return 0


def new_gateway(root: Path, id_: str, name: str, *, is_card: bool) -> int:
    """Write the folder of a gateway, and draft its pages."""
    folder = root / "docs" / "gateways" / id_
    reserved = {"arithmetic", "platform", *(path.stem for path in (root / "docs" / "vocabulary").glob("*.yml"))}
    if not ID_PATTERN.fullmatch(id_) or id_ in reserved:
        print(f"'{id_}' cannot be a gateway's id: lowercase letters, digits and hyphens", file=sys.stderr)
        return 2
    if folder.exists():
        print(f"{folder} exists already: nothing was written", file=sys.stderr)
        return 1
    folder.mkdir(parents=True)
    (folder / "rules.yml").write_text(skeleton.rules(id_, name, date.today()), encoding="utf-8")
    if not is_card:
        (folder / "steps.yml").write_text(skeleton.steps(languages_of(root)), encoding="utf-8")
    draft.write(root, id_)
    print(f"written: {folder.relative_to(root)}; `helpcenter check` names each {GAP} that is still to be written;")
    print(f"state its rules in rules.yml, then `helpcenter draft {id_}` says them in every language")
    return 0
