"""What is generated is up to date, and what is promised in one place exists in the other."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pycountry
import pytest
from babel.core import get_global
from babel.numbers import get_territory_currencies
from support import LANGUAGES, ROOT, TODAY, load_site, plain

from helpcenter.checks import CHECKS
from helpcenter.commands.project import languages_of
from helpcenter.commands.schemas import schema_files
from helpcenter.files.source import Source
from helpcenter.files.yaml import read_yaml
from helpcenter.loading.load import LOADING, iso_4217
from helpcenter.pages.published import NO_MONEY, payable

YAML_FILES = sorted((ROOT / "docs").rglob("*.yml"))


def test_the_languages_of_mkdocs_yml_are_read() -> None:
    assert languages_of(ROOT) == LANGUAGES


def test_the_frozen_currencies_are_those_of_iso_4217() -> None:
    without_currency = {"XTS", "XXX"}
    assert set(iso_4217()) == {currency.alpha_3 for currency in pycountry.currencies} - without_currency


def test_every_currency_on_offer_is_money_somewhere() -> None:
    """CLDR knows which currencies are tender; El Salvador's and Venezuela's digital one are ISO 4217's alone."""
    tender = {code for place in get_global("territory_currencies") for code in get_territory_currencies(place, TODAY)}
    offered = set(payable(load_site()))
    assert offered - tender == {"SVC", "VED"}
    assert tender & NO_MONEY == set()
    assert offered | NO_MONEY == set(iso_4217())


@pytest.mark.parametrize(("name", "text"), schema_files(LANGUAGES).items(), ids=lambda value: str(value)[:20])
def test_published_schemas_are_current(name: str, text: str) -> None:
    published = (ROOT / "docs" / "schemas" / name).read_text(encoding="utf-8")
    assert published == text, "run 'helpcenter schemas' and commit the result"


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda path: path.name)
def test_each_yaml_file_names_a_schema_that_accepts_it(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    marker = "# yaml-language-server: $schema="
    first = content.split("\n")[0]
    assert first.startswith(marker)
    schema = json.loads((path.parent / first.removeprefix(marker)).read_text(encoding="utf-8"))
    data = json.loads(json.dumps(plain(read_yaml(Source("file", content)).data), default=str))
    jsonschema.Draft202012Validator(schema).validate(data)


def test_every_check_has_a_page_in_every_language() -> None:
    pages = ROOT / "docs" / "writing" / "checks"
    expected = {f"{name}.{language}.md" for name in (*CHECKS, *LOADING) for language in LANGUAGES}
    assert expected == {path.name for path in pages.glob("*.md")}


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"] + project["optional-dependencies"]["dev"]:
        assert f"| {requirement.split('==')[0]} |" in readme
