"""A page as HTML: its content from its tokens and the components, and the document around it. Knows no MkDocs."""

from collections.abc import Callable, Iterable, Mapping, Set
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..files.diagnostics import Diagnostic, errors
from ..files.markdown import Block
from ..loading.settings import Settings
from ..model.chapters import chapter_of_page
from ..model.prose import NOTES
from ..model.site import Page, Site
from ..reviews.units import drifts_in
from .blocks import blocks_html
from .components import Components
from .feedback import feedback_form
from .inline import Inliner, Place
from .shell import Shell
from .speech import Speech
from .steps import Steps

Audience = Literal["nobody", "readers", "writers"]
"""Who is shown what is not reviewed: writers see both languages side by side."""

_WAITING: Mapping[Audience, Set[str]] = {
    "nobody": frozenset(),
    "readers": frozenset({"reviews"}),
    "writers": frozenset({"reviews", "unfinished"}),
}
"""The checks whose errors an audience sees as marks on the page."""

WITH_FEEDBACK = ("gateways/", "guides/")
"""Pages that end with the question whether they helped."""


MATERIAL = Path(str(resources.files("material"))) / "templates"
"""Material's theme: we take its stylesheet and icons."""
STYLES = (
    *(f"assets/stylesheets/{path.name}" for path in MATERIAL.glob("assets/stylesheets/main.*.min.css")),
    "assets/help.css",
)
"""The stylesheets of every page, below the site's root: Material's own, under the name of its version, and ours."""
IN_PAGES = ("chosen", "labels")
"""The templates of the scripts and styles that stand in every page itself."""


def environment(overrides: Path, compiled: Path | None = None) -> Environment:
    """Return our own Jinja, for all languages: MkDocs' one neither escapes nor minds a missing value.

    Templates are compiled anew, unless `compiled` is a folder that keeps them for the next time.
    """
    return Environment(
        loader=FileSystemLoader(overrides),
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # each build has an environment of its own
    )


def audience_of(settings: Settings) -> Audience:
    """Return who is shown what is not reviewed on a published site."""
    return "readers" if settings.publish_unreviewed else "nobody"


def stopped_by(diagnostics: Iterable[Diagnostic], audience: Audience) -> list[Diagnostic]:
    """Return those errors with which no page is shown to an audience."""
    return [one for one in errors(diagnostics) if one.check not in _WAITING[audience]]


class Renderer:
    """Renders the pages of a site in one language."""

    def __init__(
        self,
        site: Site,
        language: str,
        templates: Environment,
        settings: Settings,
        shown_to: Audience = "nobody",
        commit: str = "",
    ) -> None:
        """Mark what is not reviewed for the audience. `commit` is what the site is built from, if known."""
        self.site = site
        self.language = self._language = language
        self._environment = templates
        self._inline = Inliner(site, self._environment)
        self._components = Components(site, language, self._inline)
        self._steps = Steps(site, language, self._inline)
        self._speech = Speech(site, language)
        self.settings = settings
        self._shell = Shell(site, language, settings, self._inline)
        self._commit = commit
        self._shown_to = shown_to

    def page(self, key: str) -> str:
        """Return the HTML of a page's content: title, body and, for articles, the question whether it helped."""
        page = self.site.pages[key][self._language]
        place = Place(self._language, key, self.site.gateway_of(key))
        title = Markup('<h1 id="top">{}</h1>').format(self._inline.html(page.meta.title, place))
        marks = [self._mark(f"{key}#{part}", key) for part in ("title", "description", "introduction")]
        shown = set[str]()  # once: thousands, which a check refuses, would hold up a preview

        def directive(block: Block) -> str:
            is_new = block.text not in shown
            shown.add(block.text)
            return self._directive(block, page) if is_new else ""

        body = blocks_html(
            page.content.tokens,
            lambda tokens: self._inline.render(tokens, place),
            directive,
            lambda heading: self._marks_of(page, heading.id),
        )
        parts = [title, *filter(None, marks), body]
        if key.startswith(WITH_FEEDBACK) and self.settings.feedback_url:
            form = feedback_form(self.site, self._language, key, self._shell.contents(page))
            parts.append(self._render("components/feedback", {**form, "commit": self._commit}))
        return "\n".join(parts)

    def document(self, key: str, content: str) -> str:
        """Return the whole HTML document around the content of a page, which is HTML already."""
        return self._document({**self._shell.page(key), "content": Markup(content)})

    def missing_page(self) -> str:
        """Return the document that a server gives for an address at which nothing is."""
        values = self._shell.missing_page()
        return self._document({**values, "content": Markup(self._render("shell/missing", values))})

    def own_code(self) -> str:
        """Return the scripts and styles that stand in every page itself, as HTML."""
        return "".join(self._render(f"shell/{name}", {"every_language": self.site.languages}) for name in IN_PAGES)

    def checker_form(self, kind: str) -> str:
        """Return the HTML of form and answer of the checker or the finder, of which its script makes them."""
        return self._render("components/form", {"kind": kind, **self._components.checker_form()})

    def _document(self, values: Mapping[str, Any]) -> str:
        return self._render("shell/page", {**values, "styles": STYLES})

    def _marks_of(self, page: Page, section: str) -> str:
        """Return the marks below a heading: of its section, and of all notes where it is the notes' heading."""
        numbers = (block.number for block in page.blocks if block.section == NOTES == section and block.number)
        units = [f"{page.key}#{section}", *(f"{page.key}#note-{number}" for number in sorted(set(numbers)))]
        return "".join(f"{mark}\n" for mark in (self._mark(unit, page.key) for unit in units) if mark)

    def _mark(self, unit: str, key: str) -> str:
        """Return the mark that a unit of a page is not reviewed; for writers, with its text in the other languages."""
        if self._shown_to == "nobody":
            return ""
        own = drifts_in(self.site, chapter_of_page(self.site, key))
        drifted = next((drift.unit for drift in own if drift.unit.id == unit), None)
        if drifted is None:
            return ""
        others = {
            language: [self._inline.html(text, Place(language, key, self.site.gateway_of(key))) for text in texts]
            for language, texts in drifted.texts.items()
            if language != self._language and self._shown_to == "writers"
        }
        return self._render("components/unreviewed", {"unit": unit, "others": others})

    def _article(self, page: Page) -> dict[str, Any]:
        folder = page.key.rpartition("/")[0]
        return {
            **self._steps.article(page.key),
            "root": self.site.root(page.key, self._language),
            "languages": {language: names.name for language, names in self.settings.languages.items()},
            "page_language": self._language,
            "listed": lambda path: self._components.rule(path, self.site.gateway_of(page.key)),
            "mark": lambda part: Markup(self._mark(f"{folder}#{part}", page.key)),  # from a template
        }

    def _directive(self, block: Block, page: Page) -> str:
        gateway, name = self.site.gateway_of(page.key), block.id
        template = "comparison" if name == "RULES" and gateway is None else name.lower()
        fill: Mapping[str, Callable[[], dict[str, Any]]] = {
            "STEPS": lambda: self._article(page),
            "RULES": lambda: self._components.rules(gateway) if gateway else self._components.comparison(page.key),
            "CHECKER": lambda: self._components.checker(gateway, page.key),
            "VOCABULARY": self._components.vocabulary,
            "SEARCH": dict,
            "FIND": lambda: self._components.find(page.key),
            "COPY": lambda: {"label": self._inline.words(self._speech.say("site", "copy-list"), self._language)},
            "RULE": lambda: self._components.rule(block.path, gateway),
            "GATEWAYS": lambda: self._components.gateways(page.key),
        }
        return self._render(f"components/{template}", fill[name]())

    def _render(self, template_name: str, values: Mapping[str, Any]) -> str:
        def say(group: str, id_: str, **placeholders: str) -> Markup:
            return words(self._speech.say(group, id_, placeholders))

        def words(text: str) -> Markup:
            return self._inline.words(text, self._language)

        template = self._environment.get_template(f"{template_name}.html")
        return template.render(
            values, say=say, words=words, icon=_icon, feedback_url=self.settings.feedback_url
        ).strip()


@cache
def _icon(name: str) -> Markup:
    """Return one of Material's drawings."""
    drawing = (MATERIAL / ".icons" / "material" / f"{name}.svg").read_text(encoding="utf-8").rstrip("\n")
    return Markup(f'<span class="hc-icon" aria-hidden="true">{drawing}</span>')  # from Material's package
