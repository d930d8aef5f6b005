"""What a page may contain: the one list by which texts are checked and rendered."""

from collections.abc import Mapping

ELEMENTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("h2", "h3", "h4"), frozenset({"id"})),
    **dict.fromkeys(("p", "ul", "blockquote", "pre", "table", "thead", "tbody", "tr", "th", "td"), frozenset[str]()),
    **dict.fromkeys(("strong", "em", "kbd", "br"), frozenset[str]()),
    "ol": frozenset({"start"}),
    "li": frozenset({"id"}),
    "code": frozenset({"class"}),
    "span": frozenset({"lang"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt"}),
}
"""Every element that Markdown may become, with its attributes."""

TAGS = ("br", "kbd", "span")
"""The elements that a writer may type as tags, because Markdown has no marks for them."""

SCHEMES = ("https", "mailto")
"""Where links may lead besides the pages of the site."""

DEEPEST = 8
"""How deep lists and quotations may be nested."""
