"""Projects to measure: of any size, the shipped one, and what others make of the same content."""

import re
import shutil
from itertools import product
from pathlib import Path

import yaml
from support import SPECIMEN, accept_all, shipped, small_project, specimen

from helpcenter.deploy.kept import Kept
from helpcenter.deploy.output import Output
from helpcenter.deploy.progress import Progress

GATEWAY = SPECIMEN / "docs" / "gateways" / "demo-pay"
MOST_GATEWAYS = 100
"""There are not many more in the world."""


def project_with(gateways: int, folder: Path) -> Path:
    """Lay out a project with so many copies of the made-up gateway."""
    root = small_project(folder)
    add_gateways(root, gateways - 1)
    return root


def add_gateways(root: Path, count: int) -> None:
    """Add so many copies of the made-up gateway to a project."""
    for number in range(1, count + 1):
        copy = root / "docs" / "gateways" / f"demo-pay-{number}"
        shutil.copytree(GATEWAY, copy)
        for path in copy.iterdir():
            text = path.read_text(encoding="utf-8").replace("gateway: demo-pay", f"gateway: demo-pay-{number}")
            text = text.replace("Demo Pay", f"Demo Pay {number}").replace("term:demo-pay", f"term:demo-pay-{number}")
            path.write_text(text, encoding="utf-8")


def add_guides(root: Path, count: int) -> None:
    """Add so many copies of a guide to a project."""
    for page, number in product((root / "docs" / "guides").glob("failed-payments.*.md"), range(1, count + 1)):
        text = re.sub("^(title: .*)$", rf"\1 ({number})", page.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        page.with_name(page.name.replace(".", f"-{number}.", 1)).write_text(text, encoding="utf-8")


def site_with(articles: int, folder: Path) -> Path:
    """Lay out a whole site with so many articles besides the specimen's: gateways, and from 100 on guides."""
    project = specimen(folder)
    add_gateways(project, min(articles, MOST_GATEWAYS))
    add_guides(project, max(0, articles - MOST_GATEWAYS))
    accept_all(project)
    return project


def whole(folder: Path) -> Path:
    """Copy the shipped project, with all that waits for review accepted: its content can be built."""
    project = shipped(folder)
    accept_all(project)
    return project


def stock(project: Path) -> Path:
    """Take our hooks, overrides and assets away: what Material makes of the same Markdown."""
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("hooks", "watch", "validation", "strict"):
        settings.pop(key)
    settings["theme"].pop("custom_dir")
    settings["plugins"][0]["i18n"]["reconfigure_material"] = True
    settings["plugins"].append("search")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return project


def compress(folder: Path) -> Path:
    """Compress the texts of a site as ours are."""
    with Kept() as kept, Output(folder, kept, Progress()) as output:
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            output.compress(path)
    return folder
