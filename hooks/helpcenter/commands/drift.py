"""helpcenter drift: what has changed since its review, side by side."""

import argparse
from collections.abc import Mapping

from ..reviews.history import reviewed_texts
from ..reviews.units import Drift, drifts, gone
from .project import loaded

NAME = "drift"
HELP = "show what has changed since its review"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments: there are none."""


def run(options: argparse.Namespace) -> int:
    """Print every drifted unit. 0 when there is none."""
    site = loaded(options.root)
    if site is None:
        return 1
    found, lost = drifts(site), gone(site)
    for drift in found:
        print("\n".join(_lines(drift, reviewed_texts(options.root, drift))))
    for id_ in lost:
        print(f"{id_}: gone")
    if not found and not lost:
        print("every text is as reviewed")
    return 1 if found or lost else 0


def _lines(drift: Drift, before: Mapping[str, str]) -> list[str]:
    unit = drift.unit
    lines = [f"{unit.id}: {', '.join(drift.kinds)} ({', '.join(drift.languages)})"]
    for language in unit.texts:
        lines.append(f"  {unit.place(language)}")
        if language in before:
            lines.append(f"    {language} reviewed: {before[language]}")
        elif language in drift.languages and drift.review:
            lines.append(f"    {language} reviewed: not in this clone's history")
        lines.append(f"    {language} now:      {unit.words(language)}")
    if drift.review:
        lines.append(f"  last reviewed by {drift.review.by} on {drift.review.on}")
    return [*lines, ""]
