"""What readers see besides prose: what rules say, with their sources, what pictures show, words of the vocabulary."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..facts.claims import Target
from ..facts.kinds import publish
from ..facts.sentences import sentences
from ..facts.statements import Found
from ..files.source import Text
from ..model.prose import texts_of
from ..model.rules import Facts, Rule, Statement
from ..model.screens import Screen
from ..model.site import Gateway, Site
from ..model.vocabulary import RuleType, SharedFile

Texts = Mapping[str, list[Text]]
_PROSE = ("name", "meaning", "answer")
"""Fields of a rule type that are prose already."""


def known_of(target: Target) -> str:
    """Return all that is known where a claim leads: values, for whom they hold, and their sources."""
    if target.found is None or target.value is not None:
        return str(target.value)
    return _dump([_known(target.found.home, one) for one in target.statements])


def _known(home: Facts, one: Statement) -> Any:
    sources = [home.file.sources[name].model_dump(mode="json") for name in one.sources if name in home.file.sources]
    values = {name: publish(value) for name, value in one.values.items()}
    return [values, one.state, one.countries, one.buyers, one.has_exception, str(one.as_of), sources]


def _dump(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def shown_on(site: Site, screen: Screen) -> str:
    """Return what a screen shows and where its markers stand. Its title is a text of its own."""
    files = [
        vars(site.images[file]) for file in (screen.image.file.values() if screen.image else ()) if file in site.images
    ]
    return f"{screen.model_dump_json(exclude={'title'})} {files}"


def rules_said(site: Site, gateway: Gateway) -> Iterator[tuple[str, Texts, Mapping[str, str]]]:
    """Yield, for each rule of a gateway, what the checker and the table say of it, and all that is known."""
    for name, rule in gateway.rules.items():
        found = Found(rule, gateway)
        texts = {
            language: [
                Text(" ".join(sentences(site, language, gateway, found, one)) or one.state, anchor.source, anchor.start)
                for one in rule.statements
                for anchor in [one.sources[0] if one.sources else gateway.file.gateway]
            ]
            for language in site.languages
        }
        yield f"gateways/{gateway.id}#rule-{name}", texts, {name: _whole(gateway, rule)}


def _whole(gateway: Facts, rule: Rule) -> str:
    return _dump([_known(gateway, one) for one in rule.statements])


def vocabulary_said(file: RuleType | SharedFile, languages: tuple[str, ...]) -> Iterator[tuple[str, Texts]]:
    """Yield the words and patterns of a file of the vocabulary, field by field."""
    name = file.rule if isinstance(file, RuleType) else "shared"
    for field in type(file).model_fields:
        found: dict[str, list[Text]] = {}
        for language, text in texts_of(getattr(file, field), languages):
            found.setdefault(language, []).append(text)
        if found and not (isinstance(file, RuleType) and field in _PROSE):
            yield f"vocabulary/{name}#{field}", found
