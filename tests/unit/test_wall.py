"""The second wall: what a finished page may hold, whoever wrote it there."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import ROOT

from helpcenter.checks.headings import OF_THE_SHELL, RESERVED
from helpcenter.deploy.headers import security_headers
from helpcenter.deploy.kept import Kept
from helpcenter.deploy.parsed import parsed
from helpcenter.deploy.wall import Ours, StrangerError, hold, hold_files, strangers

OURS = Ours(frozenset({"a()"}), frozenset({"p{}"}), "https://help.example.org/", "https://answers.example.org/take")
GOOD = (
    '<!doctype html><html lang="en"><head><title>x</title>'
    "<script>a()</script><style>p{}</style>"
    '<link rel="canonical" href="https://help.example.org/x/"><script type="module" src="../assets/main.mjs"></script>'
    '<script type="application/ld+json">{"a": "</b>"}</script></head><body data-offline="../sw.js"><p id="a" class="b"'
    ' aria-label="c">d<a href="https://elsewhere.example/?a=b#c">e</a><a href="mailto:x@example.org">f</a>'
    '<a href="../x/#y">g</a>'
    '<img src="../assets/x.png" alt=""><form action="https://answers.example.org/take"></form></p></body></html>'
)


def test_what_our_templates_write_is_no_stranger() -> None:
    assert strangers(GOOD, OURS) == []


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<iframe src=x></iframe>", "<iframe>"),
        ("<object data=x></object>", "<object>"),
        ("<embed src=x>", "<embed>"),
        ("<base href=/x/>", "<base>"),
        ("<template><script>b()</script></template>", "<template>"),
        ("<noscript><b>x</b></noscript>", "<noscript>"),
        ("<math><mi>x</mi></math>", "<math>"),
        ("<svg><foreignObject><p>x</p></foreignObject></svg>", "<foreignObject>"),
        ("<svg><use href=#x /></svg>", "<use>"),
        ("<my-element></my-element>", "<my-element>"),
        ("<p onclick=b()>x</p>", "onclick"),
        ("<img src=../x.png onerror=b()>", "onerror"),
        ("<p style=color:red>x</p>", "style of <p>"),
        ("<p contenteditable>x</p>", "contenteditable"),
        ("<a href=../x download>x</a>", "download"),
        ("<a href=../x target=_blank>x</a>", "target"),
        ("<a href=../x ping=https://evil.example/>x</a>", "ping"),
        ("<img srcset=https://evil.example/x.png alt=x>", "srcset"),
        ("<a href=javascript:b()>x</a>", "javascript:b()"),
        ("<a href=' java\nscript:b()'>x</a>", "script:b()"),
        ("<a href=data:text/html,x>x</a>", "data:text"),
        ("<a href=http://evil.example/>x</a>", "http://evil"),
        ("<a href=//evil.example/>x</a>", "//evil"),
        ("<a href='\\\\evil.example/'>x</a>", "evil.example"),
        ("<a href=https://good.example@evil.example/>x</a>", "@evil"),
        ("<img src=https://evil.example/x.png alt=x>", "evil.example"),
        ("<img src=data:image/svg+xml,x alt=x>", "data:image"),
        ("<form action=https://evil.example/></form>", "evil.example"),
        ("<link rel=stylesheet href=https://evil.example/x.css>", "evil.example"),
        ("<script src=https://evil.example/x.js type=module></script>", "evil.example"),
        ("<script src=x.js></script>", "a script"),
        ("<script>b()</script>", "a script"),
        ("<script type=text/javascript>a()</script>", "a script"),
        ("<script type=module>a()</script>", "a script"),
        ("<svg><script>b()</script></svg>", "a script"),
        ("<style>main{display:none}</style>", "a style"),
        ('<meta http-equiv=refresh content="0; url=https://evil.example/">', "evil.example"),
        ('<meta http-equiv=refresh content="0; url=javascript:b()">', "javascript"),
        ('<meta http-equiv=set-cookie content="a=b">', "a=b"),
        ("<p id=a>x</p>", "'a' stands 2 times"),
    ],
)
def test_a_stranger_is_named(html: str, says: str) -> None:
    found = strangers(GOOD.replace("</p></body>", f"</p>{html}</body>"), OURS)
    assert any(says in one for one in found), found


def test_a_site_with_a_stranger_is_not_published(tmp_path: Path) -> None:
    kept = Kept()
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    hold(tmp_path, ["index.html"], OURS, kept)
    (tmp_path / "evil.html").write_text(GOOD, encoding="utf-8")
    with pytest.raises(StrangerError, match=r"evil\.html: a page that nobody rendered"):
        hold(tmp_path, ["index.html"], OURS, kept)
    (tmp_path / "evil.html").unlink()
    (tmp_path / "index.html").write_text(GOOD.replace("<title>", "<script>b()</script><title>"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(StrangerError, match=r"index\.html: a script that no template writes"):
            hold(tmp_path, ["index.html"], OURS, kept)


@pytest.mark.parametrize(
    "change",
    [
        {"scripts": frozenset[str]()},
        {"styles": frozenset[str]()},
        {"site_url": "https://b.example/"},
        {"feedback_url": ""},
    ],
)
def test_what_has_passed_passes_only_as_long_as_the_same_is_ours(tmp_path: Path, change: dict[str, Any]) -> None:
    kept = Kept()
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    hold(tmp_path, ["index.html"], OURS, kept)
    with pytest.raises(StrangerError):
        hold(tmp_path, ["index.html"], replace(OURS, **change), kept)


def test_a_file_that_nobody_rendered_is_not_published(tmp_path: Path) -> None:
    for name in ("index.html", "sitemap.xml", "assets/x/y.mjs", "schemas/z.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    hold_files(tmp_path, ["index.html"])
    (tmp_path / "key.pem").write_text("x", encoding="utf-8")
    with pytest.raises(StrangerError, match=r"^key\.pem: a file that nobody rendered$"):
        hold_files(tmp_path, ["index.html"])


def test_the_policy_is_made_of_what_is_ours() -> None:
    policy = security_headers(parsed("<script>a()</script><style>p{}</style>"), "")["Content-Security-Policy"]
    assert policy.count("'sha256-") == 2


@pytest.mark.parametrize("path", sorted((ROOT / "overrides").rglob("*.html")), ids=lambda path: path.name)
def test_every_id_that_a_template_writes_is_reserved(path: Path) -> None:
    text = re.sub(r"\{\{.*?\}\}", "x", path.read_text(encoding="utf-8").replace("{{ section.id }}", RESERVED))
    ids = re.findall(r'\sid="([^"]*)"', re.sub(r"\{%.*?%\}", "", text))
    assert [id_ for id_ in ids if id_ != RESERVED and not OF_THE_SHELL.fullmatch(id_)] == []
