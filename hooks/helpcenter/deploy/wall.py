"""The second wall: every HTML file that leaves is parsed once more, and holds only what templates of ours write."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..files import addresses, allowed
from ..files.addresses import address_problem
from ..files.allowed import ADDRESSES, DOCUMENT, EVERYWHERE
from .kept import Kept, way

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_MISREAD = re.compile(r"[\x00-\x20\\]")
_MAIL = re.compile(r"mailto:[^\s?]+")
_OF_MKDOCS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
_CHOSEN = ("assets/", "schemas/")
_LEADS_ON = re.compile(r"0; url=(\S+)")
_WAY = way("strangers", (__file__, addresses.__file__, allowed.__file__), ["selectolax"])


class StrangerError(Exception):
    """What was built holds something that is not ours; the text says in which file."""


@dataclass(frozen=True)
class Ours:
    """What only this site has: the texts of its inline scripts and styles, and where addresses that load may lead."""

    scripts: frozenset[str]
    styles: frozenset[str]
    site_url: str
    feedback_url: str = ""

    @property
    def digest(self) -> str:
        """What is different for whatever else is ours."""
        parts = (sorted(self.scripts), sorted(self.styles), self.site_url, self.feedback_url)
        return hashlib.sha256(repr(parts).encode()).hexdigest()


def hold(folder: Path, pages: Iterable[str], ours: Ours, kept: Kept) -> None:
    """Raise what is strange in the HTML files of a finished site; `pages` are the names that they may have.

    A file that is byte for byte as it was when it passed before has passed.
    """
    names = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    found = [f"{name}: a page that nobody rendered" for name in sorted(set(names) - set(pages))]
    for name, path in names.items():
        strange = kept.text(
            f"{_WAY} {ours.digest}", path.read_text(encoding="utf-8"), lambda html: "\n".join(strangers(html, ours))
        )
        found += [f"{name}: {stranger}" for stranger in strange.splitlines()]
    if found:
        raise StrangerError("\n".join(found))


def hold_files(folder: Path, pages: Iterable[str]) -> None:
    """Raise files that MkDocs has put into a folder and that are no page, and no asset, of which `finish` chooses."""
    known = {*pages, *_OF_MKDOCS}
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    found = [name for name in names if name not in known and not name.startswith(_CHOSEN)]
    if found:
        raise StrangerError("\n".join(f"{name}: a file that nobody rendered" for name in found))


def strangers(html: str, ours: Ours) -> list[str]:
    """Return what a document holds that no template of ours writes: elements, attributes, addresses, scripts, ids."""
    root = LexborHTMLParser(html).root
    assert root is not None, "a document has an element"
    nodes = [node for node in root.traverse() if node.is_element_node]
    ids = Counter(node.attributes["id"] for node in nodes if "id" in node.attributes)
    twice = [f"the id '{id_}' stands {times} times" for id_, times in ids.items() if times > 1]
    return [*(stranger for node in nodes for stranger in _in_element(node, ours)), *twice]


def _in_element(node: LexborNode, ours: Ours) -> Iterator[str]:
    tag, attributes = str(node.tag), {name: value or "" for name, value in node.attributes.items()}
    if tag not in DOCUMENT:
        yield f"the element <{tag}>"
        return
    for name, value in attributes.items():
        if not _may_have(tag, name):
            yield f"the attribute {name} of <{tag}>"
        elif (tag, name) in ADDRESSES and not _leads_well(tag, value, ours):
            yield f"the address '{value}' of <{tag}>"
    if attributes.get("http-equiv") and not _leads_on(attributes, ours):
        yield f"the meta element '{attributes.get('content')}'"
    if tag == "style" and node.text() not in ours.styles:
        yield "a style that no template writes"
    if tag == "script" and not _is_ours(attributes, node.text(), ours):
        yield "a script that no template writes"


def _may_have(tag: str, name: str) -> bool:
    own = DOCUMENT[tag]
    return (
        name in own or name in EVERYWHERE or name.startswith("aria-") or ("data-" in own and name.startswith("data-"))
    )


def _leads_well(tag: str, address: str, ours: Ours) -> bool:
    if _stays(address, ours):
        return True
    if tag == "a":
        return address_problem(address) is None or _MAIL.fullmatch(address) is not None
    return tag == "form" and address == ours.feedback_url


def _stays(address: str, ours: Ours) -> bool:
    """Say whether an address is one of the site; browsers pass over blanks, and take a backslash for a slash."""
    if _MISREAD.search(address) or address.startswith("//"):
        return False
    return address.startswith(ours.site_url) or not _SCHEME.match(address)


def _leads_on(attributes: Mapping[str, str], ours: Ours) -> bool:
    match = _LEADS_ON.fullmatch(attributes.get("content", ""))
    return attributes["http-equiv"] == "refresh" and match is not None and _stays(match[1], ours)


def _is_ours(attributes: Mapping[str, str], text: str, ours: Ours) -> bool:
    """Say whether a script is one of ours: inline and known, data, or a file of the site."""
    if not attributes:
        return text in ours.scripts
    if "src" in attributes:
        return attributes.get("type") == "module" and not text
    return attributes.get("type") == "application/ld+json"
