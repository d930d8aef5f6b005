"""Each page as plain Markdown, for assistants and for copying: steps and rules written out, nothing left to bind."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..files.markdown import bound_links, plain
from ..files.source import Text
from ..loading.settings import Settings
from ..model.documents import Section, StepsFile
from ..model.site import Block, BoundLink, Gateway, Page, Site
from ..pages.components import Components
from ..pages.speech import Speech
from ..pictures.onscreen import label_forms

_RELATIVE = re.compile(r"\]\((?!https?:|mailto:)([^()\s#]*)(#[^()\s]*)?\)")


class Twin:
    """Writes the pages of one language as Markdown."""

    def __init__(self, site: Site, language: str, settings: Settings, components: Components) -> None:
        """Write pages of `site`; the table of rules is that of `components`."""
        self._site = site
        self._language = language
        self._settings = settings
        self._components = components
        self._speech = Speech(site, language)

    def page(self, key: str) -> str:
        """Return a page as Markdown."""
        page = self._site.pages[key][self._language]
        content, pieces, end = page.source.content, list[str](), page.body
        for start, next_end, replacement in sorted(self._replacements(page)):
            pieces += [content[end:start], replacement]
            end = next_end
        body = _RELATIVE.sub(lambda match: self._absolute(match, page), "".join([*pieces, content[end:]]).strip())
        return f"# {plain(page.meta.title)}\n\n{plain(page.meta.description)}\n\n{body}\n"

    def _replacements(self, page: Page) -> Iterator[tuple[int, int, str]]:
        for block in page.blocks:
            if block.kind == "directive":
                yield *block.text.span(0, len(block.text)), self._directive(block, page)
            elif block.kind != "code":
                for link in bound_links(block.text):
                    yield *block.text.span(link.offset, link.offset + link.length), self._bound(link)
            if block.kind == "heading":
                after = page.source.content.find("\n", block.text.source_index())
                yield block.text.span(0, len(block.text))[1], after, ""

    def _directive(self, block: Block, page: Page) -> str:
        gateway = self._site.gateway_of(page.key)
        gateways = [gateway] if gateway else list(self._site.gateways.values())
        if block.id == "STEPS":
            article = self._site.articles[page.key.rpartition("/")[0]]
            return "\n\n".join(self._section(article, section) for section in article.sections)
        if block.id == "RULES":
            return "\n\n".join(map(self._rules, gateways))
        if block.id == "GATEWAYS":
            return "\n".join(self._link(f"gateways/{one.id}/index") for one in gateways)
        return (
            f"- {self._settings.site_url}{self._site.address(page.key, self._language)}#checker"
            if block.id == "CHECKER"
            else ""
        )

    def _bound(self, link: BoundLink) -> str:
        """Return a label in bold and, where it differs, as a screen in the other language has it; else the words."""
        if link.scheme != "ui":
            return link.words
        own, *others = label_forms(self._site, link.target, self._language, link.words)
        return f"**{own.words}**" + (f" ({others[0].words})" if others else "")

    def _text(self, text: Text) -> str:
        for link in reversed(list(bound_links(text))):
            words = self._bound(link)
            text = Text(text[: link.offset] + words + text[link.offset + link.length :], text.source, text.start)
        return str(text)

    def _absolute(self, match: re.Match[str], page: Page) -> str:
        """Return a link's target as an address that holds wherever the text is pasted."""
        path, anchor = match[1], match[2] or ""
        key = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page.key), path.removesuffix(".md")))
            if path
            else page.key
        )
        return f"]({self._settings.site_url}{self._site.address(key, self._language)}{anchor})"

    def _section(self, article: StepsFile, section: Section) -> str:
        before = 1
        for earlier in article.sections[: article.sections.index(section)]:
            before += len(earlier.steps)
        lines = [f"## {plain(section.title[self._language])}\n"]
        for number, step in enumerate(section.steps, before):
            lines.append(f"{number}. {self._text(step.text[self._language])}")
            if step.note:
                lines.append(f"   {self._speech.say('site', 'step-note')} {self._text(step.note[self._language])}")
        return "\n".join(lines)

    def _rules(self, gateway: Gateway) -> str:
        (table,) = self._components.rules([gateway], "index")["gateways"]
        unset = self._speech.say("rules", "says-not-stated")
        head = (self._speech.say("rules", "rule"), self._speech.say("rules", "says"))
        rows = [
            (self._speech.say("rules", row["id"]), (row["says"] or unset) + self._note(row)) for row in table["rows"]
        ]
        sources = [
            self._speech.say("rules", "source", {"host": one["host"], "date": one["read"]}) + f" <{one['url']}>"
            for one in table["sources"]
        ]
        lines = [f"| {one} | {other} |" for one, other in (head, ("---", "---"), *rows)]
        return "\n".join([f"**{gateway.facts.name}**\n", *lines, "", *sources])

    def _note(self, row: Mapping[str, Any]) -> str:
        return f" ({self._speech.say('answer', 'note', {'number': str(row['note'])})})" if row["note"] else ""

    def _link(self, key: str) -> str:
        page = self._site.pages[key][self._language]
        return f"- [{plain(page.meta.title)}]({self._settings.site_url}{self._site.address(key, self._language)})"
