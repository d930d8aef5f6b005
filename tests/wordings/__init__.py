"""Wordings of thirty facts by people who had not seen the patterns, held against the shipped vocabulary.

`first` and `second` were used to widen the patterns, `third` was not: its share is what a new writer meets. `false` are
wordings that say something else.
"""

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from support import ROOT, load_site, read_data, specimen

from helpcenter.facts.claims import Judgement, Target, judge
from helpcenter.facts.statements import Found, rules_file, rules_of
from helpcenter.files.source import Source, Text
from helpcenter.files.yaml import read_yaml
from helpcenter.loading.validation import validate
from helpcenter.model.site import Site

HERE = Path(__file__).parent
GATEWAY = "acme-pay"
Wordings = list[tuple[str, str, str]]
"""Each a fact's id, a language and a text."""


@cache
def site() -> Site:
    """Return the specimen with the shipped vocabulary, and with a gateway named Stripe that facts may name."""
    folder = Path(tempfile.mkdtemp(prefix="wordings-"))
    specimen(folder)
    shutil.rmtree(folder / "docs" / "vocabulary")
    shutil.copytree(ROOT / "docs" / "vocabulary", folder / "docs" / "vocabulary")
    loaded = load_site(folder)
    shutil.rmtree(folder)
    other = loaded.gateways["demo-pay"]
    named = other.file.model_copy(update={"name": Text("Stripe", other.file.name.source, other.file.name.start)})
    stripe = replace(other, id="stripe", file=named)
    return replace(loaded, gateways={**loaded.gateways, "stripe": stripe})


def wordings(name: str) -> Wordings:
    """Return a list of wordings."""
    data = read_data(HERE / f"{name}.yml")
    return [(fact, language, text) for fact, own in data.items() for language, texts in own.items() for text in texts]


@cache
def target(fact: str) -> Target:
    """Return what a fact's wordings are held against: a rule that states it and nothing else."""
    (rule, values) = next(iter(read_data(HERE / "facts.yml")[fact].items()))
    file: Any = {
        "gateway": GATEWAY,
        "name": "Acme Pay",
        "sources": {"a": {"by": "systeme.io", "url": "https://a.example/", "read": "2026-11-23"}},
        "rules": {rule: {**values, "source": "a"}},
    }
    content = yaml.safe_dump(file, allow_unicode=True).replace("'2026-11-23'", "2026-11-23")
    document = read_yaml(Source("rules.yml", content))
    read = validate(document, rules_file(site().vocabulary), site().languages)
    assert not isinstance(read, list), read
    gateway = replace(site().gateways[GATEWAY], file=read, rules=rules_of(read), positions=document.positions)
    return Target(gateway, rule, "", Found(gateway.rules[rule], gateway))


def judged(fact: str, language: str, text: str) -> Judgement:
    """Return how a wording is judged as a claim of its fact."""
    return judge(site(), language, target(fact), text).judgement
