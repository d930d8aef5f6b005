"""What is generated is up to date, and what is promised in one place exists in the other."""

import re
import tomllib

import pycountry
from babel.core import get_global
from babel.numbers import get_territory_currencies
from support import LANGUAGES, ROOT, SPECIMEN, TODAY, specimen_site

from helpcenter.commands.project import languages_of
from helpcenter.loading.load import codes
from helpcenter.pages.texts import NO_MONEY, payable


def test_the_languages_of_mkdocs_yml_are_read() -> None:
    assert languages_of(SPECIMEN) == LANGUAGES


def test_the_frozen_currencies_are_those_of_iso_4217() -> None:
    without_currency = {"XTS", "XXX"}
    assert set(codes("iso4217")) == {currency.alpha_3 for currency in pycountry.currencies} - without_currency


def test_the_frozen_countries_are_those_of_iso_3166() -> None:
    assert set(codes("iso3166")) == {country.alpha_2 for country in pycountry.countries}


def test_every_currency_on_offer_is_money_somewhere() -> None:
    """CLDR knows which currencies are tender; El Salvador's and Venezuela's digital one are ISO 4217's alone."""
    tender = {code for place in get_global("territory_currencies") for code in get_territory_currencies(place, TODAY)}
    offered = set(payable(specimen_site()))
    assert offered - tender == {"SVC", "VED"}
    assert tender & NO_MONEY == set()
    assert offered | NO_MONEY == set(codes("iso4217"))


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"] + project["optional-dependencies"]["dev"]:
        assert re.search(rf"^\| (?:\S+, )*{re.escape(requirement.split('==')[0])}(?:, \S+)* \|", readme, re.MULTILINE)
