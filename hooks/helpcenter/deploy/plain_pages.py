"""Each page as plain Markdown, for assistants and for copying: steps and rules written out, nothing left to bind."""

from collections.abc import Iterator

from ..files.inline import BoundLink, bound_links, links, plain
from ..files.markdown import Block, split_list
from ..files.source import Text
from ..loading.settings import Settings
from ..model.documents import Section, StepsFile
from ..model.site import Gateway, Page, Site, path_from
from ..pages.components import items_of
from ..pages.speech import Speech
from ..pages.table import Row, rows, sources
from ..pictures.onscreen import label_forms

Replacement = tuple[int, int, str]
"""Start and end of a stretch of text, and what takes its place."""


class PlainPages:
    """Writes the pages of one language as Markdown."""

    def __init__(self, site: Site, language: str, settings: Settings) -> None:
        """Write the pages of `site`."""
        self._site = site
        self._language = language
        self._settings = settings
        self._speech = Speech(site, language)

    def page(self, key: str) -> str:
        """Return a page as Markdown."""
        page = self._site.pages[key][self._language]
        body = _replaced(page.source.content, self._replacements(page), page.body).strip()
        return f"# {plain(page.meta.title)}\n\n{plain(page.meta.description)}\n\n{body}\n"

    def _replacements(self, page: Page) -> Iterator[Replacement]:
        for block in page.blocks:
            if block.kind == "directive":
                yield *block.text.span(0, len(block.text)), self._directive(block, page)
            elif block.kind != "code":
                for start, end, replacement in self._in_text(block.text, page.key):
                    yield *block.text.span(start, end), replacement
            if block.kind == "heading":
                after = page.source.content.find("\n", block.text.source_index())
                yield block.text.span(0, len(block.text))[1], after, ""

    def _in_text(self, text: Text, key: str) -> Iterator[Replacement]:
        """Yield what is written out in a text of the page `key`: bound links, and other links as URLs."""
        for bound in bound_links(text):
            yield bound.offset, bound.offset + bound.length, self._bound(bound, self._site.gateway_of(key))
        for link in links(text):
            if ":" not in link.target:
                yield link.offset, link.offset + len(link.target), self._absolute(link.target, key)

    def _directive(self, block: Block, page: Page) -> str:
        gateway = self._site.gateway_of(page.key)
        gateways = [gateway] if gateway else list(self._site.gateways.values())
        if block.id == "STEPS":
            article = self._site.articles[page.key.rpartition("/")[0]]
            return "\n\n".join(self._section(article, section, page.key) for section in article.sections)
        if block.id == "RULES":
            return "\n\n".join(map(self._rules, gateways))
        if block.id == "GATEWAYS":
            return "\n".join(self._link(f"gateways/{one.id}/index") for one in gateways)
        if block.id == "RULE":
            return "\n".join(self._items(block.path, page.key))
        return (
            f"- {self._settings.site_url}{self._site.address(page.key, self._language)}#checker"
            if block.id == "CHECKER"
            else ""
        )

    def _items(self, path: str, key: str) -> list[str]:
        """Return the items of a set that a rule states, as a list."""
        gateway = self._site.gateway_of(key)
        return [f"- {item}" for item in items_of(self._site, self._language, path, gateway)[0]]

    def _bound(self, link: BoundLink, gateway: Gateway | None) -> str:
        """Return a label in bold and, where it differs, as a screen in the other language has it; else the words."""
        if link.scheme != "ui":
            return link.words
        own, *others = label_forms(self._site, gateway, link.target, self._language, link.words)
        return f"**{own.words}**" + (f" ({others[0].words})" if others else "")

    def _absolute(self, target: str, key: str) -> str:
        """Return a link's target as a URL."""
        path, hash_, anchor = target.partition("#")
        page = path_from(key, path).removesuffix(".md")
        address = self._site.address(page, self._language) if page in self._site.pages else page
        return f"{self._settings.site_url}{address}{hash_}{anchor}"

    def _text(self, text: Text, key: str) -> str:
        return _replaced(text, self._in_text(text, key))

    def _section(self, article: StepsFile, section: Section, key: str) -> str:
        before = 1
        for earlier in article.sections[: article.sections.index(section)]:
            before += len(earlier.steps)
        lines = [f"## {plain(section.title[self._language])}\n"]
        for number, step in enumerate(section.steps, before):
            words, listed = split_list(step.text[self._language])
            lines.append(f"{number}. {self._text(words, key)}")
            lines += [f"   {item}" for item in self._items(listed, key)] if listed else []
            if step.note:
                lines.append(f"   {self._speech.say('site', 'step-note')} {self._text(step.note[self._language], key)}")
        return "\n".join(lines)

    def _rules(self, gateway: Gateway) -> str:
        head = (self._speech.say("rules", "rule"), self._speech.say("rules", "says"))
        said = [(row.name, self._row(row)) for row in rows(self._site, self._language, gateway)]
        read = [f"- [{one.words}]({one.url})" for one in sources(self._site, self._language, gateway)]
        lines = [f"| {one} | {other} |" for one, other in (head, ("---", "---"), *said)]
        return "\n".join([f"**{gateway.file.name}**\n", *lines, "", *read])

    def _row(self, row: Row) -> str:
        """Return what a row of the table says, as text."""
        lines = [f"{one.words} ({', '.join(one.remarks)})" if one.remarks else one.words for one in row.lines]
        note = [f"({self._speech.say('answer', 'note', {'number': str(row.note)})})"] if row.note else []
        return " ".join(["; ".join(lines), *note])

    def _link(self, key: str) -> str:
        page = self._site.pages[key][self._language]
        return f"- [{plain(page.meta.title)}]({self._settings.site_url}{self._site.address(key, self._language)})"


def _replaced(text: str, replacements: Iterator[Replacement], start: int = 0) -> str:
    """Return the text from `start` on with its stretches replaced."""
    pieces, end = list[str](), start
    for first, next_end, replacement in sorted(replacements):
        pieces += [text[end:first], replacement]
        end = next_end
    return "".join([*pieces, text[end:]])
