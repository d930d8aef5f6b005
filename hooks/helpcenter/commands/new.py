"""helpcenter new gateway ID: a complete skeleton, in which only what the writer has to say is missing."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date

from ..model.prose import STILL_TO_WRITE as GAP
from ..model.values import ID_PATTERN
from .project import languages_of

NAME = "new"
HELP = "write the skeleton of a new gateway"

_RULES = """# yaml-language-server: $schema=../../schemas/rules.json
gateway: {id}
name: "{gap}"

# Spellings of the name that pages must not use:
# wrong_names: [...]
# The address of the provider's contact form, once it is known:
# contact_form: https://...

sources:
  article: {{url: "https://{gap}", read: {today}}}

# Write only what a source says. A rule that is absent is not stated: neither the pages nor the checker will say
# anything about it. Each rule needs a note in the article; `helpcenter check` proposes it.
rules: {{}}
# rules:
#   required_fields: {{fields: [email], source: article}}
#   currencies: {{only: [USD], source: article}}
#   interval: {{only: [day], month: 30, source: article}}
#   retries: {{scheduled: 0, as_of: {today}, source: article}}
#   failure: {{notify: true, cancel_after: 30 days, source: article}}
"""

_PAGE = """---
title: "{gap}"
description: "{gap}"
---

{gap}

[STEPS]

## {gap} {{#notes}}

1. {gap}

## {gap} {{#check}}

[CHECKER]

## {gap} {{#rules}}

[RULES]
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("what", choices=["gateway"])
    parser.add_argument("id", help="the folder's name: lowercase letters, digits and hyphens")


def run(options: argparse.Namespace) -> int:
    """Write the folder. Nothing that exists is touched."""
    folder = options.root / "docs" / "gateways" / options.id
    reserved = {"arithmetic", "platform", *(path.stem for path in (options.root / "docs/vocabulary").glob("*.yml"))}
    if not ID_PATTERN.fullmatch(options.id) or options.id in reserved:
        print(f"'{options.id}' cannot be a gateway's id: lowercase letters, digits and hyphens", file=sys.stderr)
        return 2
    if folder.exists():
        print(f"{folder} exists already: nothing was written", file=sys.stderr)
        return 1
    folder.mkdir(parents=True)
    for name, text in skeleton(options.id, languages_of(options.root), date.today()).items():
        (folder / name).write_text(text, encoding="utf-8")
    where = folder.relative_to(options.root)
    print(f"written: {where}; `helpcenter check` names each {GAP} that is still to be written")
    return 0


def skeleton(id_: str, languages: tuple[str, ...], today: date) -> Mapping[str, str]:
    """Return the files of a new gateway by their names."""
    pages = {f"index.{language}.md": _PAGE.format(gap=GAP) for language in languages}
    return {"rules.yml": _RULES.format(id=id_, gap=GAP, today=today), "steps.yml": _steps(languages), **pages}


def _steps(languages: tuple[str, ...]) -> str:
    texts = "".join(f'\n          {language}: "{GAP}"' for language in languages)
    titles = "".join(f'\n      {language}: "{GAP}"' for language in languages)
    return f"""# yaml-language-server: $schema=../../schemas/steps.json

# A screen is a picture of where to click. Its callouts are labels of terms.yml, numbered in this order:
# screens:
#   - id: gateways-list
#     title: {{...}}
#     callouts: [settings, payment-gateways, connect]
#     draw:
#       app:
#         brand: term:systeme-io
#         profile: [bar, ui:settings, bar]
#         menu: [bar, ui:payment-gateways, bar]
#         cards: [{{name: bar, button: ui:connect}}]

sections:
  - id: connect
    title:{titles}
    steps:
      - id: first-step
        text:{texts}
"""
