"""Each page as plain Markdown, for assistants and for copying: steps and rules written out, nothing left to bind."""

from collections.abc import Iterator

from ..components import Components
from ..markdown import bound_links, plain
from ..messages import Speech
from ..model import Section
from ..settings import Settings
from ..site import Block, Gateway, Page, Site


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
        body = "".join([*pieces, content[end:]]).strip()
        return f"# {plain(page.meta.title)}\n\n{plain(page.meta.description)}\n\n{body}\n"

    def _replacements(self, page: Page) -> Iterator[tuple[int, int, str]]:
        for block in page.blocks:
            if block.kind == "directive":
                yield *block.text.span(0, len(block.text)), self._directive(block, page)
            elif block.kind != "code":
                for link in bound_links(block.text):
                    yield *block.text.span(link.offset, link.offset + link.length), link.words
            if block.kind == "heading":
                after = page.source.content.find("\n", block.text.source_index())
                yield block.text.span(0, len(block.text))[1], after, ""

    def _directive(self, block: Block, page: Page) -> str:
        gateway = self._site.gateway_of(page.key)
        gateways = [gateway] if gateway else list(self._site.gateways.values())
        if block.id == "STEPS":
            return "\n\n".join(self._section(gateways[0], section) for section in gateways[0].article.sections)
        if block.id == "RULES":
            return "\n\n".join(map(self._rules, gateways))
        if block.id == "GATEWAYS":
            return "\n".join(self._link(f"gateways/{one.id}/index") for one in gateways)
        return self._link("checker") if block.id == "CHECKER" else ""

    def _section(self, gateway: Gateway, section: Section) -> str:
        before = 1
        for earlier in gateway.article.sections[: gateway.article.sections.index(section)]:
            before += len(earlier.steps)
        lines = [f"## {plain(section.title[self._language])}\n"]
        for number, step in enumerate(section.steps, before):
            lines.append(f"{number}. {plain(step.text[self._language])}")
            if step.note:
                lines.append(f"   {self._speech.say('site', 'step-note')} {plain(step.note[self._language])}")
        return "\n".join(lines)

    def _rules(self, gateway: Gateway) -> str:
        (table,) = self._components.rules([gateway], "index")["gateways"]
        unset = self._speech.say("rules", "says-not-stated")
        head = (self._speech.say("rules", "rule"), self._speech.say("rules", "says"))
        rows = [(self._speech.say("rules", row["id"]), row["says"] or unset) for row in table["rows"]]
        sources = [
            self._speech.say("rules", "source", {"host": one["host"], "date": one["read"]}) + f" <{one['url']}>"
            for one in table["sources"]
        ]
        lines = [f"| {one} | {other} |" for one, other in (head, ("---", "---"), *rows)]
        return "\n".join([f"**{gateway.facts.name}**\n", *lines, "", *sources])

    def _link(self, key: str) -> str:
        page = self._site.pages[key][self._language]
        return f"- [{plain(page.meta.title)}]({self._settings.site_url}{self._site.address(key, self._language)})"
