"""What a writer's files must be, whatever they say: checked, covered, with answers for every plan."""

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import jsonschema
from projects import Project
from support import plain, problems

from helpcenter.checks import CHECKS
from helpcenter.commands.coverage import fact_coverage
from helpcenter.commands.schemas import schema_files
from helpcenter.engine.answer import answer
from helpcenter.facts.notes import quote
from helpcenter.files.diagnostics import as_text, errors
from helpcenter.files.source import Source
from helpcenter.files.yaml import read_yaml
from helpcenter.loading.load import LOADING
from helpcenter.pages.published import published_rules, said
from helpcenter.pages.texts import OFTEN_CHOSEN, texts, typed_words
from helpcenter.pages.told import Told


def test_check_names_no_error(project: Project) -> None:
    """A warning that a source was read long ago comes with time, and breaks nothing."""
    assert as_text(errors(problems(project.root, reviews=True))) == ""


def test_every_rule_is_said_in_every_language(project: Project) -> None:
    unnoticed = [fact_coverage(project.site, gateway)[1] for gateway in project.site.gateways.values()]
    assert [missed for missed in unnoticed if missed] == []


def forms(project: Project) -> Iterator[dict[str, Any]]:
    fields = list(map(str, project.site.terms.fields))
    intervals = ("1 day", "30 days", "1 week", "1 month", "1 year")
    for currency, every, own in product(OFTEN_CHOSEN, intervals, (fields, [])):
        yield {"currency": currency, "payment": "subscription", "every": every, "unit": "", "fields": own}
    for currency in OFTEN_CHOSEN:
        yield {"currency": currency, "payment": "one-time", "every": "", "unit": "", "fields": fields}


def test_every_plan_has_an_answer_with_its_sentences_and_notes_in_every_language(project: Project) -> None:
    site, known = project.site, typed_words(project.site)
    spoken = {language: Told(texts(site, language), language) for language in site.languages}
    for gateway, form in product(site.gateways.values(), forms(project)):
        answered = answer(published_rules(site, gateway), form, known)
        assert answered["problems"] == []
        for language, told in spoken.items():
            stated = said(site, gateway, language)
            lines = [told.summarise(str(gateway.file.name), answered["group"], answered["findings"])]
            for finding in answered["findings"]:
                lines += [
                    told.status(finding),
                    told.mend(finding, answered["plan"]),
                    *told.says(finding, answered["plan"], stated),
                ]
                assert finding["state"] != "said" or quote(site, gateway, language, finding["rule"])
            assert "{" not in "".join(lines)


def test_every_check_has_its_section_in_the_guide_in_every_language(project: Project) -> None:
    for page in project.site.pages["writing/checks"].values():
        assert [block.id for block in page.blocks if block.kind == "heading"] == sorted((*CHECKS, *LOADING))


def test_published_schemas_are_current(project: Project) -> None:
    for name, text in schema_files(project.site).items():
        published = (project.root / "docs" / "schemas" / name).read_text(encoding="utf-8")
        assert published == text, "run 'helpcenter schemas' and commit the result"


def test_every_yaml_file_that_names_a_schema_is_accepted_by_it(project: Project) -> None:
    marker, named = "# yaml-language-server: $schema=", 0
    for path in sorted((project.root / "docs").rglob("*.yml")):
        content = path.read_text(encoding="utf-8")
        first = content.split("\n")[0]
        if not first.startswith(marker):
            continue
        schema = json.loads((path.parent / first.removeprefix(marker)).read_text(encoding="utf-8"))
        data = json.loads(json.dumps(plain(read_yaml(Source("file", content)).data), default=str))
        jsonschema.Draft202012Validator(schema).validate(data)
        named += 1
    assert named >= len(schema_files(project.site)) - 1
