"""What git knows: who is at work here, and how a text read when it was reviewed."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..files.source import Source, Text
from ..files.yaml import read_yaml
from ..loading.load import parse_page
from ..loading.validation import validate
from ..model.documents import MessagesFile, StepsFile
from ..model.prose import Prose, message_prose, page_prose, steps_prose, type_prose
from ..model.vocabulary import RuleType
from .units import Drift, digest, without_labels

MOST_COMMITS = 50
"""How far back old versions of a file are looked for."""


def git(root: Path, *arguments: str) -> str | None:
    """Return what a git command prints, None where it fails or there is no git."""
    try:
        result = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return result.stdout


def identity(root: Path) -> str | None:
    """Return the name under which git would commit, None where it knows none."""
    name = git(root, "config", "user.name")
    return name.strip() or None if name else None


def commit(root: Path) -> str:
    """Return the commit that is checked out, in 12 digits; "" where git knows none."""
    return (git(root, "rev-parse", "--short=12", "HEAD") or "").strip()


def reviewed_texts(root: Path, drift: Drift) -> Mapping[str, str]:
    """Return the text of each changed language as it was reviewed, where this clone's history still has it."""
    if drift.review is None:
        return {}
    found: dict[str, str] = {}
    for language in drift.languages:
        wanted = drift.review.text.get(language)
        name = drift.unit.texts[language][0].source.name
        old = next((text for text in _versions(root, name, drift.unit.id, language) if _digest(text) == wanted), None)
        if old:
            found[language] = " ".join(" ".join(old).split())
    return found


def _digest(texts: list[Text]) -> str:
    return " ".join(digest(without_labels([text])) for text in texts)


def _versions(root: Path, name: str, unit: str, language: str) -> Iterator[list[Text]]:
    """Yield a unit's texts in the versions of a file, newest first."""
    commits = git(root, "log", f"--max-count={MOST_COMMITS}", "--format=%H", "--", name) or ""
    for commit in commits.split():
        content = git(root, "show", f"{commit}:./{name}")
        texts = [text.text for text in _prose_of(Source(name, content or "")) if _is(text, unit, language)]
        if texts:
            yield texts


def _is(text: Prose, unit: str, language: str) -> bool:
    return text.unit == unit and text.language == language


def _prose_of(source: Source) -> Iterator[Prose]:
    """Yield the texts of one file by itself: enough for its words, not for what they are bound to."""
    if not source.name.startswith("docs/"):
        return
    path = Path(source.name).relative_to("docs")
    if path.suffix == ".md":
        page = parse_page(source)
        yield from () if isinstance(page, list) else page_prose(page, None)
    elif path.name == "steps.yml":
        steps = validate(read_yaml(source), StepsFile, ())
        yield from () if isinstance(steps, list) else steps_prose(path.parent.as_posix(), steps)
    elif path.parent.name == "vocabulary" and path.stem not in ("shared", "typed"):
        rule_type = validate(read_yaml(source), RuleType, ())
        yield from () if isinstance(rule_type, list) else type_prose(rule_type)
    elif path.name == "messages.yml":
        messages = validate(read_yaml(source), MessagesFile, ())
        yield from () if isinstance(messages, list) else message_prose(messages)
