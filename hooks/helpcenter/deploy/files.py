"""What lies beside the pages for machines: sitemap, robots, rules as data, text for assistants, redirects."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from ..facts.kinds import publish
from ..facts.sentences import sentences
from ..facts.statements import Found, absent_state, find
from ..files.inline import plain
from ..loading.settings import Settings
from ..model.documents import Redirects
from ..model.rules import State, Statement
from ..model.site import Gateway, Site
from ..model.values import Strict
from .notices import NAME as NOTICES


class PublishedSource(Strict):
    """Where a fact was read: who published it, when it was read, and whether all of it was."""

    by: str
    url: str
    read: date
    language: str | None = None
    extent: Literal["whole", "part"]


class PublishedStatement(Strict):
    """What is known of one subject, for the accounts and buyers named, or for everybody. `values` are by part."""

    state: State
    values: Mapping[str, Any]
    accounts_in: tuple[str, ...] | None = None
    buyers: Literal["home", "abroad"] | None = None
    has_exception: bool = False
    as_of: date | None = None
    sources: tuple[PublishedSource, ...]
    rule_of: str
    """The gateway whose rule it is, or "platform" for a rule of every gateway."""
    said: Mapping[str, str]
    """The statement in words, by language."""


class PublishedRule(Strict):
    """What is known of one subject; `state` is "not-stated" or "not-known" where there is no statement."""

    state: State
    statements: tuple[PublishedStatement, ...] = ()


class PublishedGateway(Strict):
    """A gateway as anyone's tool may read it, with a rule for each subject there is."""

    name: str
    on: str | None = None
    articles: Mapping[str, str]
    rules: Mapping[str, PublishedRule]


class PublishedGateways(Strict):
    """`gateways.json`: every gateway by its id. `version` counts the changes of this shape that break a reader."""

    version: Literal[1] = 1
    gateways: Mapping[str, PublishedGateway]


def gateways_json(site: Site, settings: Settings) -> str:
    """Return the rules of every gateway with their sources, and where its article is in each language."""
    gateways = {
        id_: PublishedGateway.model_construct(
            name=str(gateway.file.name),
            on=str(gateway.file.on) if gateway.file.on else None,
            articles={
                language: settings.site_url + site.address(f"gateways/{id_}/index", language)
                for language in site.languages
            },
            rules={rule: _published_rule(site, gateway, rule) for rule in site.vocabulary},
        )
        for id_, gateway in site.gateways.items()
    }
    data = PublishedGateways.model_construct(gateways=gateways).model_dump(mode="json", exclude_none=True)
    return _json({"$schema": f"{settings.site_url}gateways.schema.json", **data})


def _published_rule(site: Site, gateway: Gateway, rule: str) -> PublishedRule:
    found = find(site, gateway, rule)
    if found is None:
        return PublishedRule.model_construct(state=absent_state(gateway))
    statements = tuple(_published_statement(site, gateway, found, one) for one in found.rule.statements)
    return PublishedRule.model_construct(state=statements[0].state, statements=statements)


def _published_statement(site: Site, gateway: Gateway, found: Found, statement: Statement) -> PublishedStatement:
    sources = (found.home.file.sources[name] for name in statement.sources)
    return PublishedStatement.model_construct(
        state=statement.state,
        values={name: publish(value) for name, value in statement.values.items()},
        accounts_in=statement.countries or None,
        buyers=statement.buyers or None,  # type: ignore[arg-type]  # checked when it was read
        has_exception=statement.has_exception,
        as_of=statement.as_of,
        sources=tuple(PublishedSource.model_construct(**one.model_dump()) for one in sources),
        rule_of=found.home.id,
        said={one: " ".join(sentences(site, one, gateway, found, statement)) for one in site.languages},
    )


def gateways_schema() -> str:
    """Return the JSON Schema of `gateways.json`."""
    schema = PublishedGateways.model_json_schema(mode="serialization")
    schema["properties"]["$schema"] = {"type": "string"}
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def public_keys(site: Site) -> list[str]:
    """Return the keys of the pages that readers look for: all but the writers' guide."""
    return sorted((key for key in site.pages if not key.startswith("writing/")), key=lambda key: (key != "index", key))


def sitemap(site: Site, settings: Settings) -> str:
    """Return the sitemap: every page for readers in every language, each with its alternates."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for key in public_keys(site):
        urls = {language: settings.site_url + site.address(key, language) for language in site.languages}
        links = [
            f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(url)}/>'
            for language, url in [*urls.items(), ("x-default", urls[site.languages[0]])]
        ]
        lines += [f"<url><loc>{url}</loc>{''.join(links)}</url>" for url in urls.values()]
    return "\n".join([*lines, "</urlset>"]) + "\n"


def robots(settings: Settings) -> str:
    """Return robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}sitemap.xml\n"


def llms(site: Site, settings: Settings) -> str:
    """Return llms.txt: what the site is, and where each page is as Markdown, in every language."""
    lines = [f"# {' / '.join(names.site_name for names in settings.languages.values())}", ""]
    for language, names in settings.languages.items():
        lines += [f"## {names.name}", "", plain(site.pages["index"][language].meta.description), ""]
        for key in public_keys(site):
            meta = site.pages[key][language].meta
            url = f"{settings.site_url}{site.address(key, language)}index.md"
            lines.append(f"- [{plain(meta.title)}]({url}): {plain(meta.description)}")
        lines.append("")
    lines += ["## Data", "", f"- [gateways.json]({settings.site_url}gateways.json): every rule with its source"]
    lines += [f"- [gateways.schema.json]({settings.site_url}gateways.schema.json): its JSON Schema"]
    lines += [f"- [{NOTICES}]({settings.site_url}{NOTICES}): whose work this site ships, with its licences", ""]
    return "\n".join(lines)


def redirects_file(redirects: Redirects, site: Site, settings: Settings) -> str:
    """Return `_redirects`, which Cloudflare Pages and Netlify read."""
    rules = ((address, language_target(site, address, key)) for address, key in redirects.items())
    return "".join(f"{settings.base_path}{old} {settings.base_path}{new} 301\n" for old, new in rules)


def language_target(site: Site, address: str, key: str) -> str:
    """Return the address of a page in the language of the address that led to it."""
    first = address.partition("/")[0]
    return site.address(key, first if first in site.languages else site.languages[0])


def redirect_page(target: str) -> str:
    """Return the page that leads on where a host does not read `_redirects`."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{target}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n<meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{target}">\n</head>\n'
        f'<body><p><a href="{target}">{target}</a></p></body>\n</html>\n'
    )
