"""Links lead somewhere: an allowed scheme, a page of the site, and on it the anchor."""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches

from ..files.allowed import SCHEMES
from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.inline import BOUND_SCHEMES, Link, inline_tokens, links
from ..model.chapters import Chapter
from ..model.documents import StepsFile
from ..model.memory import lasting
from ..model.prose import NOTES, Prose
from ..model.site import Site, path_from
from .headings import RESERVED

NAME = "links"

_BROKEN_BOUND = re.compile(rf"[(\[]\s*(?:{'|'.join(BOUND_SCHEMES)}):\s*[a-z][\w.-]*", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]")


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield links with another scheme, links out of docs/ or to nothing, and anchors that are missing."""
    for unit in chapter.prose:
        for link in links(unit.text):
            problem = problem_of(site, unit.page, link.target) or _image_from_elsewhere(link)
            if problem:
                yield Diagnostic(unit.text.at(link.offset), NAME, *problem)
        yield from _broken_bound(unit)


def _image_from_elsewhere(link: Link) -> tuple[str, str] | None:
    if link.is_image and ":" in link.target:
        return f"the picture '{link.target}' is not on this site", "put it below docs/assets and name its path"
    return None


def _broken_bound(unit: Prose) -> Iterator[Diagnostic]:
    for token in inline_tokens(str(unit.text)):
        for match in _BROKEN_BOUND.finditer(token.content if token.type == "text" else ""):
            hint = "write [words](rule:path): round brackets right behind the square ones, no spaces, lowercase"
            place = unit.text.at(token.meta["start"] + match.start())
            yield Diagnostic(place, NAME, f"'{match[0]}' looks like a bound link and is none", hint)


def problem_of(site: Site, page: str, target: str) -> tuple[str, str] | None:
    """Return what is wrong with a link on a page, and how to mend it; None if nothing is."""
    if _UNSEEN.search(target):
        return f"a character that nobody sees in '{target}'", "type the target again"
    scheme = _SCHEME.match(target)
    if scheme:
        if scheme[1] in (*SCHEMES, *BOUND_SCHEMES):
            return None
        hint = "write https:, mailto:, a page of this site or a bound link"
        return f"the scheme '{scheme[0]}' is not allowed", hint
    if target.startswith(("/", "\\")):
        return f"the absolute path '{target}'", "write the way from this page, such as ../checker.md"
    return _missing(site, page, target)


def _missing(site: Site, page: str, target: str) -> tuple[str, str] | None:
    path, _, anchor = target.partition("#")
    there = path_from(page, path)
    if there.startswith(".."):
        return f"'{target}' leads out of docs/", "link to a page of this site or to an https: address"
    if not there.endswith(".md"):
        if path.startswith("www."):
            return f"'{target}' has no scheme", f"write https://{target}"
        if there in site.pages:
            return f"no file '{target}'", f"did you mean '{path}.md'?"
        return None if there in site.files else (f"no file '{target}'", did_you_mean(there, site.files))
    key = there.removesuffix(".md")
    if key not in site.pages:
        if key.rpartition(".")[0] in site.pages:
            return f"'{target}' names a language", "write the page without it: each language leads to its own"
        near = get_close_matches(key, site.pages, n=1)
        way = posixpath.relpath(f"{near[0]}.md", posixpath.dirname(page) or ".") if near else ""
        return f"no page '{target}'", f"did you mean '{way}'?" if near else did_you_mean(key, site.pages)
    if anchor and anchor not in anchors(site, key):
        return f"no anchor '#{anchor}' there", did_you_mean(anchor, anchors(site, key))
    return None


@lasting
def anchors(site: Site, key: str) -> frozenset[str]:
    """Return the ids on a page, in any of its languages, to which a link may lead."""
    blocks = [block for page in site.pages[key].values() for block in page.blocks]
    headings = {block.id for block in blocks if block.kind == "heading"}
    notes = {f"note-{block.number}" for block in blocks if block.section == NOTES and block.number}
    article = site.article_of(key)
    return frozenset({RESERVED, *headings, *notes, *(_article_anchors(article) if article else ())})


def _article_anchors(article: StepsFile) -> Iterator[str]:
    for section in article.sections:
        yield str(section.id)
        yield from (f"step-{step.id}" for step in section.steps)
