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

EVERYWHERE = ("class", "id", "lang", "hidden", "role", "tabindex")
"""Attributes that any element of a document may have, besides those that begin with aria-."""

_PLAIN = (
    *("article", "b", "blockquote", "body", "br", "caption", "code", "dialog", "div", "dl", "em", "figcaption"),
    *("figure", "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "kbd", "legend", "li", "main", "p", "pre"),
    *("section", "small", "span", "strong", "style", "summary", "table", "tbody", "td", "thead", "title", "tr"),
    *("tspan", "ul", "fieldset"),
)
DOCUMENT: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN, frozenset({"data-"})),
    **{
        tag: frozenset(attributes.split())
        for tag, attributes in {
            "a": "href hreflang type data-",
            "button": "name popovertarget popovertargetaction type value data-",
            "circle": "cx cy r",
            "data": "value",
            "details": "open data-",
            "form": "action enctype method novalidate data-",
            "html": "data-",
            "image": "height href width",
            "img": "alt src",
            "input": "autocapitalize autocomplete checked enterkeyhint inputmode maxlength name placeholder size"
            " spellcheck type value",
            "label": "for",
            "link": "href hreflang rel type",
            "meta": "charset content http-equiv name property",
            "nav": "popover",
            "ol": "start",
            "optgroup": "label",
            "option": "value",
            "output": "for",
            "path": "d",
            "rect": "height rx width x y",
            "script": "src type",
            "select": "name",
            "svg": "height viewBox width xmlns",
            "text": "x y",
            "textarea": "maxlength name readonly rows",
            "th": "scope",
        }.items()
    },
}
"""Every element that a document may have around and in its texts, with its attributes; data- stands for all such."""

ADDRESSES = frozenset(
    {("a", "href"), ("form", "action"), ("body", "data-offline"), ("image", "href"), ("img", "src")}
    | {("link", "href"), ("script", "src"), ("dialog", "data-root"), ("section", "data-root")}
)
"""Which attributes hold an address."""
