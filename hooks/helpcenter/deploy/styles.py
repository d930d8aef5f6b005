"""The stylesheet of the built pages: Material's and ours, without the rules that no page uses."""

import re
from collections.abc import Iterable, Iterator, Set

import minify
import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from .kept import Kept, way
from .parsed import Element

DRAWN_BY_US = frozenset({"details", "summary"})
"""Elements for which Material has pictures inside its stylesheet, which our policy does not allow."""

WAY = way("styles", [__file__], ["tinycss2", "tdewolff-minify"])
"""What the results of this module depend on besides what it is given."""

_FUNCTION = re.compile(r":(?:not|is|where|has|lang|nth-[a-z-]+|-[a-z-]+)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_PSEUDO = re.compile(r"::?[a-z-]+(?:\([^()]*\))?")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:([~|^$*]?)=(?:\"([^\"]*)\"|'([^']*)'|([^\]\s]*)))?[^\]]*\]")
_SIMPLE = re.compile(r"[.#]?-?[A-Za-z_](?:[\w-]|\\.)*")
_DEFINED = re.compile(r"(?<=[{;])\s*(--[\w-]+)\s*:")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_SET = re.compile(r"\.([A-Za-z]+)(?= [|?]*= )|\b([A-Za-z]+)(?=: )")
_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")


def used_in(elements: Iterable[Element], scripts: Iterable[str] = ()) -> set[str]:
    """Return what pages are made of, and what their scripts may add.

    It is written as in selectors: `p`, `.name`, `#id`, `[name]` and `[name=value]`. A script may add each word of its
    strings as an element, an attribute or, where it begins with `hc-`, a class, and what it sets as an attribute. One
    that begins with `data-` or `aria-` may have any value, noted as `[name=*]`.
    """
    parts = {part for element in set(elements) for part in _parts(*element)}
    code = "\n".join(scripts)
    words = {word for string in _STRING.findall(code) for word in _WORD.findall(string)}
    set_names = {
        _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name) for name in map("".join, _SET.findall(code))
    }
    names = words | set_names | {f"data-{name}" for name in set_names}  # dataset.fooBar is data-foo-bar
    any_value = {f"[{name}=*]" for name in names if name.startswith(("data-", "aria-"))}
    classes = {f".{word}" for word in words if word.startswith("hc-")}
    return parts | words | classes | {f"[{name}]" for name in names} | any_value


def _parts(tag: str, attributes: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    yield tag
    for name, value in attributes:
        yield from (f"[{name}]", f"[{name}={value or ''}]")
        if name == "class":
            yield from (f".{one}" for one in (value or "").split())
        elif name == "id":
            yield f"#{value}"


def purge(css: str, used: Set[str]) -> str:
    """Return the stylesheet, minified, with only the rules and variables that can apply to what is used."""
    text = "".join(_applying(_rules(css), used, frozenset()))
    while unread := set(_DEFINED.findall(text)) - set(_READ.findall(text)):
        text = "".join(_applying(_rules(text), used, unread))
    return str(minify.string("text/css", text))


def kept_purge(css: str, used: Set[str], kept: Kept) -> str:
    """Return what `purge` does, from an earlier build where that had the same stylesheet and the same use of it."""
    asked = kept.text(f"asked, {WAY}", css, _asked)
    applied = sorted(used & set(asked.split("\n")))
    return kept.text(f"purged, {WAY}", "\n".join([*applied, css]), lambda _: purge(css, set(applied)))


class _Asked(set[str]):
    """All parts for which a stylesheet asks."""

    def __contains__(self, part: object) -> bool:
        """Note the part, and that for which is asked where any value will do."""
        self |= {str(part), str(part).replace("=*", "")}
        return not str(part).endswith("=*]")


def _asked(css: str) -> str:
    """Return all parts for which a stylesheet asks, a line for each."""
    asked = _Asked()
    for _ in _applying(_rules(css), asked, frozenset()):
        pass
    return "\n".join(sorted(asked))


class _AllBut(frozenset[str]):
    """All parts of pages but these."""

    def __contains__(self, part: object) -> bool:
        return not super().__contains__(part)


def without(css: str, parts: Set[str]) -> str:
    """Return the stylesheet without the rules that are for some parts only."""
    return "".join(_applying(_rules(css), _AllBut(parts), frozenset()))


def _rules(css: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return rules


def _applying(rules: list[Node], used: Set[str], unread: Set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [one for one in _selectors(rule.prelude) if _applies(one, used)]
            if selectors:
                yield f"{','.join(selectors)}{{{_declarations(rule, unread)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            kept = "".join(_applying(inner, used, unread))
            if kept:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword not in ("charset", "keyframes", "-webkit-keyframes"):
            yield rule.serialize()
        elif rule.type == "error":
            raise ValueError(
                f"the stylesheet cannot be read at {rule.source_line}:{rule.source_column}: {rule.message}"
            )


def _declarations(rule: QualifiedRule, unread: Set[str]) -> str:
    """Return a rule's declarations, without those of variables that nothing reads."""
    declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return ";".join(one.serialize() for one in declarations if getattr(one, "name", "") not in unread)


def _selectors(prelude: list[Node]) -> list[str]:
    selectors, current = [], list[Node]()
    for token in prelude:
        if token == ",":
            selectors.append(current)
            current = []
        else:
            current.append(token)
    return [tinycss2.serialize(one).strip() for one in [*selectors, current]]


def _applies(selector: str, used: Set[str]) -> bool:
    rest = _FUNCTION.sub("", selector)
    for match in _ATTRIBUTE.finditer(rest):
        name, operator = match[1], match[2]
        value = next((one for one in match.groups()[2:] if one is not None), None)
        exact = value is not None and not operator and f"[{name}=*]" not in used
        if (f"[{name}={value}]" if exact else f"[{name}]") not in used:
            return False
    rest = _PSEUDO.sub("", _ATTRIBUTE.sub("", rest))
    return all(part.replace("\\", "") in used for part in _SIMPLE.findall(rest))
