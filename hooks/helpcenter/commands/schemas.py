"""helpcenter schemas: the JSON Schemas that editors complete and flag with."""

import argparse
import json

from ..facts.statements import rules_file
from ..loading.validation import PUBLISHED, json_schema
from ..model.site import Site
from .project import loaded

NAME = "schemas"
HELP = "write the JSON Schemas for editors to docs/schemas"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:
    """Write one file per kind of writer's file."""
    site = loaded(options.root)
    if site is None:
        return 1
    folder = options.root / "docs" / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schema_files(site).items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def schema_files(site: Site) -> dict[str, str]:
    """Return the content of each file in docs/schemas by its name; what rules may state, the vocabulary says."""
    models = {**PUBLISHED, "rules": rules_file(site.vocabulary)}
    return {
        f"{name}.json": json.dumps(json_schema(model, site.languages), ensure_ascii=False, indent=2) + "\n"
        for name, model in sorted(models.items())
    }
