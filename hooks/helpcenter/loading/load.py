"""Files in; a site or diagnostics out. All problems of all files are reported at once."""

from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from ..files.diagnostics import Diagnostic
from ..files.folder import SETTINGS, STYLESHEET, Files, read_files
from ..model.documents import MessagesFile, RedirectsFile, TermsFile, TypedFile
from ..model.searched import NotCoveredFile
from ..model.site import Site
from ..model.vocabulary import SharedFile
from .loader import Loader
from .refused import strangers

LOADING = ("files", "schema", "yaml")
"""The names under which files are refused before any check is run; each has a page like a check."""


@cache
def codes(standard: str) -> tuple[str, ...]:
    """Return the codes of ISO 4217, list one, that name a currency, or those of ISO 3166-1 that name a country.

    Both lists are frozen; a test compares them with pycountry's.
    """
    return tuple(resources.files(__package__).joinpath(f"{standard}.txt").read_text(encoding="ascii").split())


def load(root: Path, languages: tuple[str, ...], today: date) -> tuple[Site | None, list[Diagnostic]]:
    """Read the writers' files below `root`/docs. The site is None when a file has a problem.

    `today` is the day from which the age of facts is counted.
    """
    return site_of(read_files(root), languages, today)


def site_of(files: Files, languages: tuple[str, ...], today: date) -> tuple[Site | None, list[Diagnostic]]:
    """Return the site that a project's files make, None when one has a problem, and the problems."""
    loader = Loader(files, languages)
    loader.refuse_links()
    loader.problems.extend(strangers(files.names, languages))
    terms = loader.yaml("docs/terms.yml", TermsFile)
    shared = loader.yaml("docs/vocabulary/shared.yml", SharedFile)
    typed = loader.yaml("docs/vocabulary/typed.yml", TypedFile)
    messages = loader.yaml("docs/messages.yml", MessagesFile)
    vocabulary, pages = loader.vocabulary(), loader.pages()
    gateways = {gateway.id: gateway for gateway in loader.gateways(pages, vocabulary)}
    platform = "docs/platform/rules.yml"
    common = loader.facts(platform, vocabulary) if platform in files.texts else None
    reviews, queries = loader.reviews(), loader.queries()
    redirects = loader.optional("docs/redirects.yml", RedirectsFile)
    not_covered = loader.optional("docs/not-covered.yml", NotCoveredFile)
    examples, styles = loader.examples(), loader.unwritten(STYLESHEET)
    if loader.problems or not (terms and shared and typed and messages and styles):
        return None, sorted(set(loader.problems))
    site = Site(
        languages=languages,
        names=loader.names(),
        terms=terms[0],
        vocabulary=vocabulary,
        shared=shared[0],
        typed=typed[0],
        platform=common,
        messages=messages[0],
        gateways=gateways,
        pages=pages,
        sources=loader.sources,
        currencies=codes("iso4217"),
        countries=codes("iso3166"),
        files=frozenset(name.removeprefix("docs/") for name in files.names - {SETTINGS}),
        today=today,
        reviews=reviews,
        redirects=redirects.redirects if redirects else {},
        queries=queries,
        not_covered=not_covered,
        styles=styles,
        images=loader.images(),
        examples=examples,
    )
    return site, []
