"""`notices.txt`: whose work a built site ships besides ours, and under which licences."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

NAME = "notices.txt"
LICENCES = Path(__file__).parent / "licences"
"""Texts that packages only name: the Apache licence, and Pagefind's as it is in its repository at v1.5.2."""
APACHE = LICENCES / "apache-2.0.txt"


@dataclass(frozen=True)
class Work:
    """Work of others in a site: what it is, the package it comes in, and the files that say how it may be used.

    A licence is named from the folder of all packages on; `{info}` is the folder of this package's metadata.
    """

    what: str
    package: str
    licences: tuple[str | Path, ...]


WORKS = (
    Work("Material for MkDocs: the pages' styles", "mkdocs-material", ("{info}/licenses/LICENSE",)),
    Work(
        "Material Design Icons, by Pictogrammers: the pages' icons",
        "mkdocs-material",
        ("material/templates/.icons/material/LICENSE", APACHE),
    ),
    Work(
        "Pagefind: the search. Its engine is built of wasm-bindgen (Apache License 2.0, as above) and minicbor\n"
        "(Blue Oak Model License 1.0.0: https://blueoakcouncil.org/license/1.0.0)",
        "pagefind",
        (LICENCES / "pagefind.txt",),
    ),
    Work("Unicode CLDR: names of countries, currencies and languages", "babel", ("babel/locale-data/LICENSE.unicode",)),
)


def notices(works: tuple[Work, ...] = WORKS) -> str:
    """Return the notices of works with their licences in full. One that is missing is a FileNotFoundError."""
    parts = ["This site ships work of others, besides its own words and code.", *map(_notice, works)]
    return f"\n\n{'=' * 72}\n".join(parts) + "\n"


def _notice(work: Work) -> str:
    title = f"{work.what}\n{work.package} {distribution(work.package).version}"
    return "\n\n".join([title, *(text.strip() for text in _licences(work))])


def _licences(work: Work) -> Iterator[str]:
    package = distribution(work.package)
    info = f"{work.package.replace('-', '_')}-{package.version}.dist-info"
    for licence in work.licences:
        path = Path(str(package.locate_file(str(licence).format(info=info))))
        if not path.is_file():
            raise FileNotFoundError(
                f"{path} is missing, the licence of {work.package} {package.version}, parts of which the site ships: "
                "find where this version keeps it, and name it in hooks/helpcenter/deploy/notices.py"
            )
        yield path.read_text(encoding="utf-8")
