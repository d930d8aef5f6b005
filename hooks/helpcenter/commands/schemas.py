"""helpcenter schemas: the JSON Schemas that editors complete and flag with."""

import argparse
import json

from ..loading.validation import PUBLISHED, json_schema
from .project import languages_of

NAME = "schemas"
HELP = "write the JSON Schemas for editors to docs/schemas"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:
    """Write one file per kind of writer's file."""
    folder = options.root / "docs" / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schema_files(languages_of(options.root)).items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def schema_files(languages: tuple[str, ...]) -> dict[str, str]:
    """Return the content of each file in docs/schemas by its name."""
    return {
        f"{name}.json": json.dumps(json_schema(model, languages), ensure_ascii=False, indent=2) + "\n"
        for name, model in PUBLISHED.items()
    }
