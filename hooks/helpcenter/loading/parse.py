"""What is in one file, parsed and kept until the file is another one."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from ..facts.statements import rules_of
from ..files.bounds import excess
from ..files.diagnostics import Diagnostic, Position
from ..files.folder import Other
from ..files.markdown import Block, read_content, split_front_matter
from ..files.source import Source, kept
from ..files.yaml import Document, read_yaml
from ..model.documents import LabelsFile, PageMeta, Review, ReviewsFile, RulesFile, StepsFile
from ..model.rules import Facts
from ..model.site import Gateway, Page, Png
from .validation import validate

Model = TypeVar("Model", bound=BaseModel)


@kept
def parse_yaml(
    source: Source, model: type[Model], languages: tuple[str, ...]
) -> tuple[Model | list[Diagnostic], Document]:
    """Return the model of a YAML file, or what is wrong with it. What is compiled of a model is kept with it."""
    document = read_yaml(source)
    return validate(document, model, languages), document


def page_name(file: str) -> tuple[str, str]:
    """Return the key and the language of the page in a file: `guides/intervals` and `en`."""
    key, _, language = file.removeprefix("docs/").removesuffix(".md").rpartition(".")
    return key, language


@kept
def parse_page(source: Source) -> Page | list[Diagnostic]:
    """Return a page from its file, whose name says its key and language, or what is wrong with its front matter."""
    key, language = page_name(source.name)
    front_matter, body = split_front_matter(source)
    if front_matter is None:
        is_open = source.content.startswith("---\n")
        hint = "begin the page with a line ---, then title: … and description: …, then a line ---"
        message = "the front matter is not closed" if is_open else "no front matter"
        return [Diagnostic(Position(source.name, 1, 1), "files", message, hint)]
    meta = validate(read_yaml(source, front_matter), PageMeta, ())
    if isinstance(meta, list):
        return meta
    content = read_content(source, body)
    return list(_beyond(content.blocks)) or Page(key, language, source, meta, body, content)


def _beyond(blocks: Iterable[Block]) -> Iterator[Diagnostic]:
    for text in (block.text if block.code is None else block.code for block in blocks):
        found = excess(text)
        if found:
            yield Diagnostic(text.at(found[0]), "files", *found[1:])


def _folder(source: Source) -> str:
    return source.name.split("/")[-2]


@kept
def facts_of(source: Source, file: RulesFile, document: Document) -> Facts:
    """Return what a `rules.yml` states."""
    return Facts(_folder(source), file, rules_of(file), document.positions)


@kept
def gateway_of(source: Source, facts: Facts, steps: StepsFile | None, own: LabelsFile | None) -> Gateway:
    """Return what the files of a gateway's folder say, that of its rules first."""
    return Gateway(_folder(source), facts.file, facts.rules, facts.positions, steps, own)


def image_of(file: Other) -> Png:
    """Return the size of a picture, or what is wrong with it."""
    found = file.picture
    return Png(file.size, None, found) if isinstance(found, str) else Png(file.size, found)


@kept
def reviews_of(source: Source) -> Mapping[str, Review] | Diagnostic:
    """Return the recorded reviews by the ids of their units, or what is wrong with the file."""
    try:
        json.loads(source.content, object_pairs_hook=_refuse_duplicates)
        return ReviewsFile.model_validate_json(source.content).units
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        hint = "keep one line per unit from both sides of a merge; helpcenter drift then shows what to read"
        return Diagnostic(Position(source.name, line, 1), "files", f"cannot be read: {error}", hint)


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError(f"'{next(name for name in names if names.count(name) > 1)}' appears twice")
    return dict(pairs)
