"""Faults that a writer could make in the shipped article, each with the place where check must name it.

Every fault edits one file. `lines` are the lines that it touches: one of them must be named, and no other file.
A harmless variant must pass. A claim reworded stays true: only its review is asked for.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from helpcenter.files.inline import BoundLink, bound_links
from helpcenter.files.source import Source
from helpcenter.model.chapters import prose
from helpcenter.model.prose import Prose
from helpcenter.model.site import Site

ARTICLE = "gateways/acme-pay"
PAGES = (f"{ARTICLE}/index", "guides/intervals", "guides/failed-payments")


Kind = Literal["fault", "reworded", "harmless"]


@dataclass(frozen=True)
class Fault:
    """An edit of one file. Without `edited`, `act` does something else to the file: removes it, or links it."""

    operator: str
    file: str
    about: str
    edited: str = ""
    lines: frozenset[int] = frozenset()
    kind: Kind = "fault"
    act: Callable[[Path], None] | None = None


def _edit(operator: str, source: Source, start: int, end: int, by: str, kind: Kind = "fault") -> Fault:
    content = source.content
    first, last = (content.count("\n", 0, index) + 1 for index in (start, end))
    edited = content[:start] + by + content[end:]
    about = f"{source.name}:{first} {content[start:end]!r} -> {by!r}"
    return Fault(operator, source.name, about, edited, frozenset(range(first, last + 1)), kind)


def faults(site: Site) -> Iterator[Fault]:
    """Yield every fault."""
    texts = [text for text in prose(site) if text.page in PAGES]
    for text in texts:
        links = list(bound_links(text.text))
        for link in links:
            if link.scheme == "rule":
                yield from _claim_faults(text, link)
            elif link.scheme == "ui":
                yield from _label_faults(site, text, link)
        yield from _swapped(links)
        yield from _text_faults(text)
    yield from _file_faults(site)


def _claim_faults(text: Prose, link: BoundLink) -> Iterator[Fault]:
    source, words = text.text.source, link.words
    start = text.text.source_index(link.offset + 1)

    # A claim over two lines is named where it begins, a text that waits for review where the text begins.
    begins = frozenset({text.text.at().line, link.position.line})

    def replaced(operator: str, pattern: str, by: str, kind: Kind = "fault") -> Iterator[Fault]:
        match = re.search(pattern, words)
        if match:
            edit = _edit(operator, source, start + match.start(), start + match.end(), match.expand(by), kind)
            yield replace(edit, lines=edit.lines | begins)

    other_number = {"30": "31", "13": "12", "7": "8", "90": "92", "365": "360"}
    number = re.search(r"\d+", words)
    if number:
        yield from replaced("change a value", r"\d+", other_number[number[0]])
        devanagari = "".join(chr(0x966 + int(digit)) for digit in number[0])
        yield from replaced("the other script's digits", r"\d+", devanagari, "harmless")
        latin_words = {"7": ("seven", "सात")}
        if number[0] in latin_words:
            word = latin_words[number[0]][text.language == "hi"]
            yield from replaced("a number in words", r"\d+", word, "reworded")
    yield from replaced("change a value", r"GBP", "JPY")
    yield from replaced("drop", r"USD, EUR", "EUR")
    yield from replaced("add", r"USD, EUR", "INR, USD, EUR")
    yield from replaced("another order", r"USD, EUR", "EUR, USD", "reworded")
    yield from replaced("lookalike letter", r"EUR", "\u0415UR")
    yield from replaced("lookalike letter", r"Email", "Em\u0430il")
    yield from replaced("drop", r"First name and |पहला नाम और ", "")
    yield from replaced("add", r"Email", "Email, Password")
    yield from replaced("add", r"ईमेल", "ईमेल, पासवर्ड")
    yield from replaced("delete a negation", r"\bno | नहीं|न होने", "")
    yield from replaced("delete only", r"only |exclusively |केवल ", "")
    yield from replaced("only in other words", r"only", "exclusively", "reworded")
    yield from replaced("only in other words", r"केवल", "सिर्फ़", "reworded")
    yield from replaced("mandatory -> optional", r"mandatory", "optional")
    yield from replaced("mandatory -> optional", r"अनिवार्य", "वैकल्पिक")
    yield from replaced("cancel -> pause", r"cancelled", "paused")
    yield from replaced("cancel -> pause", r"रद्द कर", "रोक")
    yield from replaced("other unit", r"days", "weeks")
    yield from replaced("other unit", r"दिन(ों)?", "महीनों")
    yield from replaced("within -> after", r"within", "after")
    yield from replaced("within -> after", r"के भीतर", "के बाद")
    yield from replaced("add a negation", r"\bis sent", "is not sent")
    yield from replaced("add a negation", r"भेजी जाती है", "नहीं भेजी जाती है")
    yield from replaced("without now", r"currently |फ़िलहाल ", "", "reworded")
    yield from replaced(
        "turn a claim", r"^", "It is no longer true that " if text.language == "en" else "यह सच नहीं कि "
    )
    yield from replaced(
        "at least, about", r"(\d+) (days|दिन)", "about \\1 \\2" if text.language == "en" else "लगभग \\1 \\2"
    )
    # What is unbound is missed where its paragraph begins.
    unbound = _edit("unbind a fact", source, start - 1, start + len(words) + len(link.target) + 8, words)
    yield replace(unbound, lines=unbound.lines | {text.text.at().line})
    target = start + len(words) + len("](rule:")
    wrong_rule = _edit("wrong rule", source, target, target + len(link.target), f"{link.target}x")
    yield replace(wrong_rule, lines=wrong_rule.lines | begins)


def _label_faults(site: Site, text: Prose, link: BoundLink) -> Iterator[Fault]:
    source, start = text.text.source, text.text.source_index(link.offset + 1)
    end = start + len(link.words)
    other = "save" if link.target != "save" else "connect"
    yield _edit("wrong label", source, start, end, site.terms.labels[other].text[text.language])
    yield _edit("wrong label", source, start, end, f"{link.words} ")
    for forbidden in site.terms.labels[link.target].forbidden.get(text.language, ()):
        yield _edit("wrong label", source, start, end, forbidden)


def _swapped(links: list[BoundLink]) -> Iterator[Fault]:
    claims = [link for link in links if link.scheme == "rule"]
    for one, other in pairwise(claims):
        if one.words == other.words:
            continue
        source = one.text.source
        first, last = one.text.source_index(one.offset + 1), one.text.source_index(other.offset + 1)
        between = source.content[first + len(one.words) : last]
        yield _edit("swap", source, first, last + len(other.words), f"{other.words}{between}{one.words}")


def _text_faults(text: Prose) -> Iterator[Fault]:
    source, words = text.text.source, text.text
    if text.kind in ("step", "step-note", "paragraph", "item"):
        mark = max(words.rfind(one) for one in ".।?!")
        yield _edit("cut a sentence", source, *words.span(mark, mark + 1), "")
    for match in re.finditer("Acme Pay", words):
        start, end = words.span(match.start(), match.end())
        for wrong in ("Acme pay", "एक्मे पे"):
            yield _edit("wrong brand form", source, start, end, wrong)
        break
    letters = re.search(r"[^\W\d_]{2}", words)
    if letters:
        place = words.source_index(letters.start()) + 1
        yield _edit("zero-width character", source, place, place, "\u200b")
    nukta = re.search("[कखगजडढफय]\u093c", words)
    if nukta:
        place = words.source_index(nukta.start())
        composed = chr(0x958 + "कखगजडढफय".index(nukta[0][0]))
        yield _edit("non-NFC", source, place, place + 2, composed)
    elif text.language == "en" and "e" in words:
        place = words.source_index(words.index("e")) + 1
        yield _edit("non-NFC", source, place, place, "\u0301")
    if text.language == "en" and "o" in words and text.kind != "title":
        place = words.source_index(words.index("o"))
        yield _edit("lookalike letter", source, place, place + 1, "\u043e")
    blank = re.search(r"(?<=[^\W\d_]) (?=[^\W\d_])", words)
    if blank:
        place = words.source_index(blank.start() + 1)
        yield _edit("another blank", source, place, place, " ", "harmless")
        yield _edit("no-break space", source, place - 1, place, "\u00a0")


def _file_faults(site: Site) -> Iterator[Fault]:
    sources = site.sources
    for name in ("steps", "rules"):
        source = sources[f"docs/{ARTICLE}/{name}.yml"]
        yield from _yaml_faults(source)
    steps = sources[f"docs/{ARTICLE}/steps.yml"]
    for match in re.finditer(r"      - id: [a-z-]+\n(?:        .*\n|          .*\n)+", steps.content):
        fault = _edit("missing step", steps, match.start(), match.end(), "")
        yield Fault(fault.operator, fault.file, fault.about, fault.edited)
    for match in re.finditer(r"^ +(hi|en): .*\n(?: {12,}.*\n)*", steps.content, re.MULTILINE):
        # What is missing is missed where its mapping, the key above, stands.
        above = max(steps.content.rfind(f"{key}:\n", 0, match.start()) for key in ("title", "text", "note"))
        fault = _edit("missing language", steps, match.start(), match.end(), "")
        mapping = range(steps.content.count("\n", 0, above) + 1, min(fault.lines) + 1)
        yield replace(fault, lines=fault.lines | frozenset(mapping))
    for key in PAGES:
        for language in site.languages:
            name = f"docs/{key}.{language}.md"
            yield Fault("missing language", name, f"{name} removed", act=lambda path: path.unlink())
            yield Fault("symlink out of docs", name, f"{name} linked", act=_link_out)
            yield from _page_faults(sources[name])


def _link_out(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _yaml_faults(source: Source) -> Iterator[Fault]:
    for match in re.finditer(r"^( *)(?:- )?(id|gateway|name|text|title|screen): ?(.*)\n", source.content, re.MULTILINE):
        indent = " " * (match.start(2) - match.start())
        line = f"{indent}{match[2]}: again\n"
        if match[3]:
            fault = _edit("duplicate a key", source, match.end(), match.end(), line)
            yield Fault(fault.operator, fault.file, fault.about, fault.edited, fault.lines)
            yield _edit("anchor and alias", source, match.start(3), match.start(3), "&a ")
            unknown = _edit("unknown key", source, match.end(), match.end(), f"{indent}colour: red\n")
            yield unknown
            yield _edit("a comment", source, match.end(), match.end(), f"{indent}# why\n", "harmless")


def _page_faults(source: Source) -> Iterator[Fault]:
    for match in re.finditer(r"\{#([a-z-]+)\}", source.content):
        yield _edit("broken anchor", source, match.start(), match.end(), "")
    for match in re.finditer(r"\]\((#[a-z]+|[a-z./-]+\.md)\)", source.content):
        yield _edit("broken anchor", source, match.start(1), match.end(1), f"{match[1]}#nowhere".replace("##", "#"))
    description = source.content.index("description:")
    yield _edit("unknown key", source, description, description, "colour: red\n")
    start = source.content.index("\n---\n") + len("\n---\n\n")
    yield _edit("script", source, start, start, "<script>alert(1)</script> ")
