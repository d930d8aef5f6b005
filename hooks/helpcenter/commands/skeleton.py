"""The files of a gateway of which nothing is written yet: what can be said of any gateway, and dots for the rest."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..model.prose import STILL_TO_WRITE as GAP
from ..pages.speech import filled
from .project import languages_of

_RULES = """# yaml-language-server: $schema=../../schemas/rules.json
gateway: {id}
name: "{name}"

# Spellings of the name that pages must not use:
# wrong_names: [...]
# The gateway or method below it, whose rules hold where it has none of its own:
# on: ...
# The address of the provider's contact form, once it is known:
# contact_form: https://...

# Where facts were read. `by` is systeme.io or a gateway's id; `extent: whole` where all of the text was read.
sources:
  article: {{by: systeme.io, url: "https://{gap}", read: {today}}}

# Write only what a source says; the guide lists what may be stated. Then `helpcenter draft {id}` writes the sentences.
rules: {{}}
# rules:
#   currencies: {{only: [USD], source: article}}
#   subscriptions: {{possible: true, source: article}}
#   interval: {{units: [day], month: 30 days, source: article}}
"""

_PAGE = """---
title: "{title}"
description: "{description}"
---

{introduction}
{steps}
## {notes} {{#notes}}

1. {gap}

## {check} {{#check}}

[CHECKER]

## {rules} {{#rules}}

[RULES]
"""


def rules(id_: str, name: str, today: date) -> str:
    """Return the `rules.yml` of a gateway without rules."""
    return _RULES.format(id=id_, name=name, gap=GAP, today=today)


def pages(root: Path, id_: str) -> Mapping[str, str]:
    """Return the page of a gateway in every language by its file's name; one without steps is a card."""
    folder = root / "docs" / "gateways" / id_
    name = str(_read(folder / "rules.yml").get("name") or GAP)
    is_card = not (folder / "steps.yml").exists()
    messages = _read(root / "docs" / "messages.yml")["drafts"]
    return {f"index.{one}.md": _page(messages, one, name, is_card=is_card) for one in languages_of(root)}


def _page(messages: Mapping[str, Mapping[str, str]], language: str, name: str, *, is_card: bool) -> str:
    def say(id_: str) -> str:
        words = filled(str(messages[id_][language]), {"gateway": name})
        return GAP if GAP in words else words

    return _PAGE.format(
        title=say("card-title" if is_card else "title"),
        description=say("description"),
        introduction=say("introduction") if is_card else GAP,
        steps="" if is_card else "\n[STEPS]\n",
        gap=GAP,
        **{id_: say(id_) for id_ in ("notes", "check", "rules")},
    )


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def steps(languages: tuple[str, ...]) -> str:
    """Return a `steps.yml` with one step."""
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
