"""Finishing a site, part by part: each is a plain function of text."""

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path

import jsonschema
import pytest
from support import LANGUAGES, SPECIMEN, specimen_site

from helpcenter.deploy import files, headers
from helpcenter.deploy.parsed import parsed
from helpcenter.deploy.plain_pages import PlainPages
from helpcenter.deploy.scripts import BundleError, bundle
from helpcenter.deploy.styles import purge, used_in
from helpcenter.loading.settings import read_settings

SETTINGS = read_settings(SPECIMEN)
PAGE = parsed('<html><body class="page"><p id="top" hidden>text</p><a href="/x">x</a></body></html>').elements


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{color:red}", True),
        (".page p{color:red}", True),
        (".absent p{color:red}", False),
        ("#top:hover::before{color:red}", True),
        ("#bottom{color:red}", False),
        ("p:not(.absent){color:red}", True),
        ('a[href="/x"]{color:red}', True),
        ('a[href="/y"]{color:red}', False),
        ("table,p{color:red}", True),
        ("@media print{table{color:red}}", False),
        ("@media print{p{color:red}}", True),
    ],
)
def test_a_rule_stays_where_a_page_or_script_can_use_it(css: str, kept: bool) -> None:
    assert ("red" in purge(css, used_in(PAGE))) is kept


@pytest.mark.parametrize(
    ("script", "css"),
    [
        ('element("li", { class: "hc-new one" })', "li.hc-new{color:red}"),
        ('part.classList.add("hc-new")', ".hc-new{color:red}"),
        ("root.dataset.newState = status", "[data-new-state=bad] p{color:red}"),
        ('button.setAttribute("aria-pressed", isOn)', "p[aria-pressed=true]{color:red}"),
        ("details.open = true", "p[open]{color:red}"),
        ('element("aside", { lang: "en" })', "aside[lang]{color:red}"),
    ],
)
def test_a_rule_for_what_only_a_script_adds_stays(script: str, css: str) -> None:
    assert "red" in purge(css, used_in(PAGE, [script]))
    assert "red" not in purge(css, used_in(PAGE))


def test_unused_variables_go_and_what_only_they_read() -> None:
    css = ":root{--a:1px;--b:var(--c);--c:2px;--d:3px}p{margin:var(--a)}"
    text = purge(css, used_in(PAGE) | {"html"})
    assert "--a:" in text
    assert not [name for name in ("--b", "--c", "--d") if name in text]


def test_a_semicolon_in_an_address_ends_no_variable() -> None:
    css = ':root{--icon:url("data:image/svg+xml;charset=utf-8,<svg/>");--a:red}p{color:var(--a)}'
    text = purge(css, used_in(PAGE))
    assert "charset" not in text
    assert "var(--a)" in text
    assert "--a:red" in text


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.mjs").write_text(text, encoding="utf-8")
    return folder / "main.mjs"


def test_modules_are_joined_each_once_and_in_order(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        main='import { b } from "./b.mjs";\nimport { a } from "./a.mjs";\nconsole.log(a, b);\n',
        b='import { a } from "./a.mjs";\nexport const b = a + 1;\n',
        a="export const a = 1;\n",
    )
    text = bundle(main)
    assert "import" not in text
    assert "export" not in text
    assert text.index("a=1") < text.index("b=")


@pytest.mark.parametrize(
    ("modules", "says"),
    [
        ({"main": 'import { a } from "./a.mjs";\nconst a = 2;\n', "a": "export const a = 1;\n"}, "both have 'a'"),
        ({"main": 'import a from "./a.mjs";\n', "a": "export default 1;\n"}, "export by name"),
        ({"main": 'import { a } from "./a.mjs";\n', "a": 'import { b } from "./main.mjs";\n'}, "imports itself"),
    ],
)
def test_what_cannot_be_joined_is_an_error(tmp_path: Path, modules: dict[str, str], says: str) -> None:
    with pytest.raises(BundleError, match=says):
        bundle(write(tmp_path, **modules))


def test_the_policy_allows_the_inline_scripts_by_hash_and_nothing_unsafe() -> None:
    html = '<script>a()</script><script type="application/json">{}</script>'
    sent = headers.security_headers([parsed(html)], "/feedback")
    policy = sent["Content-Security-Policy"]
    assert policy.count("'sha256-") == 1
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "default-src 'none'" in policy


def test_a_feedback_host_is_allowed_where_there_is_one() -> None:
    policy = headers.security_headers([], "https://forms.example.org/answer")["Content-Security-Policy"]
    assert policy.count("https://forms.example.org;") == 2


NAMES = ["404.html", "assets/", "en/", "gateways.json", "index.html", "payment-checker.mjs", "sw.js"]
BASE_PATHS = pytest.mark.parametrize("base_path", ["/", "/help/"])


@BASE_PATHS
def test_headers_survive_their_file_and_reach_nginx_and_caddy(base_path: str) -> None:
    sent = headers.security_headers([parsed("<script>a()</script>")], "/feedback")
    paths = headers.by_path(sent, base_path, NAMES)
    assert headers.read_headers_file(headers.as_headers_file(paths)) == paths
    for fragment in (headers.as_nginx(paths, ["en"]), headers.as_caddy(paths, ["en"])):
        assert fragment.count(sent["Content-Security-Policy"]) >= 1
        assert "immutable" in fragment
        assert "no-cache" in fragment
        assert f"{base_path}en/404.html" in fragment
        assert {one for one in re.findall(r"(?<=[ (' ])/[\w*]\S*", fragment) if not one.startswith(base_path)} == set()
    # nginx drops a server's headers in a location that has its own: each block repeats them.
    blocks = re.split(r"location ", headers.as_nginx(paths, []))
    assert [block for block in blocks if "add_header" in block and "nosniff" not in block] == []


@BASE_PATHS
def test_every_address_is_kept_for_ever_or_asked_for_again(base_path: str) -> None:
    paths = headers.by_path({"X-Content-Type-Options": "nosniff"}, base_path, NAMES)
    for name in ("", "index.html", "en/", "en/checker/index.md", "gateways.json", "payment-checker.mjs", "sw.js"):
        found = [own["Cache-Control"] for path, own in paths.items() if fits(base_path + name, path, own)]
        assert found == ["no-cache"]
    (immutable,) = [own["Cache-Control"] for path, own in paths.items() if fits(f"{base_path}assets/a.mjs", path, own)]
    assert "immutable" in immutable
    assert "Access-Control-Allow-Origin" in paths[f"{base_path}payment-checker.mjs"]


def fits(address: str, path: str, own: dict[str, str]) -> bool:
    return "Cache-Control" in own and fnmatchcase(address, path)


def test_words_of_an_index_are_those_that_pagefind_reads() -> None:
    html = (
        "<main>outside<article data-pagefind-body><h1>Title</h1><br><p>one <b>two</b></p>"
        "<p>15,000</p><form data-pagefind-ignore>three</form><script>four</script></article>outside</main>"
    )
    assert parsed(html).words == {"15000", "one", "title", "two"}


def test_a_heading_keeps_the_words_of_its_elements_but_for_those_that_are_ignored() -> None:
    html = (
        '<h2 id="plain">Plain</h2><h2 id="bound"><data value="30 days">30 days</data> are enough</h2>'
        '<h2 id="counted">Counted <span data-pagefind-ignore>0 / 4</span></h2>'
    )
    assert parsed(html).titles == {"bound": "30 days are enough"}


def test_all_that_a_page_is_made_of_is_read_with_what_a_browser_adds() -> None:
    read = parsed(
        "<!doctype html><table id=rules><tr><td hidden>1</table><script>run()</script><script src=x></script>"
    )
    assert {("table", (("id", "rules"),)), ("tbody", ()), ("td", (("hidden", None),))} <= read.elements
    assert read.scripts == {"run()"}


def test_published_gateways_fit_their_schema_and_carry_sources() -> None:
    data = json.loads(files.gateways_json(specimen_site(), SETTINGS))
    jsonschema.Draft202012Validator(json.loads(files.gateways_schema())).validate(data)
    gateway = data["gateways"]["acme-pay"]
    (statement,) = gateway["rules"]["after_failure"]["statements"]
    assert statement["values"]["after"] == {"count": 30, "unit": "day"}
    assert statement["sources"][0]["url"].startswith("https://")
    assert gateway["rules"]["countries"] == {"state": "not-stated", "statements": []}
    assert set(gateway["articles"]) == set(LANGUAGES)


def test_the_schema_of_gateways_refuses_what_is_no_rule() -> None:
    data = json.loads(files.gateways_json(specimen_site(), SETTINGS))
    data["gateways"]["acme-pay"]["rules"]["currencies"]["state"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(files.gateways_schema())).validate(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_as_markdown_has_everything_and_nothing_bound(language: str) -> None:
    site = specimen_site()
    for key in files.public_keys(site):
        text = PlainPages(site, language, SETTINGS).page(key)
        assert text.startswith("# ")
        assert not [
            mark for mark in ("](rule:", "](ui:", "](contact:", "{#", "[STEPS]", "<span", "---\n") if mark in text
        ]
    article = PlainPages(site, language, SETTINGS).page("gateways/acme-pay/index")
    connect = site.terms.labels["connect"].text
    other = next(one for one in LANGUAGES if one != language)
    assert f"**{connect[language]}** ({connect[other]})" in article
    assert "\n10. " in article
    assert "| USD" in article or "USD, EUR" in article


def test_redirects_lead_to_the_page_in_the_language_of_the_address() -> None:
    site = specimen_site()
    assert files.language_target(site, "guides/", "index") == ""
    assert files.language_target(site, "en/guides/", "index") == "en/"
