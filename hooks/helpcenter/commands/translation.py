"""What a further language needs: every text that there is, behind dots, in the words of another language."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from babel import Locale

from ..files.source import Text
from ..model.prose import STILL_TO_WRITE as GAP
from ..model.site import Page, Site

_MARK = f"{GAP} "
_GUIDE = "writing/"
_LAST_LANGUAGE = re.compile(r"(?:^( *)- locale: .*\n(?:\1  .*\n)*)+", re.MULTILINE)


def add_language(root: Path, site: Site, code: str, source: str) -> Iterator[tuple[str, int]]:
    """Write what `code` lacks, in the words of `source`; yield each file and its texts, in order of use."""
    pages = [own[source] for key, own in site.pages.items() if source in own and not key.startswith(_GUIDE)]
    paths = sorted((root / "docs").rglob("*.yml"), key=_use)
    for path in paths:
        content = path.read_text(encoding="utf-8")
        is_said = path.name != "typed.yml" and "writing" not in path.parts  # what people type is as good as it is
        insertions = list(_insertions(content, {*site.languages}, code, source, is_said=is_said))
        path.write_text(_inserted(content, insertions), encoding="utf-8")
        yield path.relative_to(root).as_posix(), len(insertions)
    for page in pages:
        path = root / page.source.name.replace(f".{source}.md", f".{code}.md")
        places = list(_places(page))
        path.write_text(_inserted(page.source.content, [(place, _MARK) for place in places]), encoding="utf-8")
        yield path.relative_to(root).as_posix(), len(places)
    _add_to_settings(root / "mkdocs.yml", code, str(site.names[source]))
    yield "mkdocs.yml", 1


def _use(path: Path) -> tuple[int, str]:
    """Sort files by what readers meet first: names of things, then the vocabulary, then the rest."""
    first = ("terms.yml", "messages.yml", "shared.yml")
    return (first.index(path.name) if path.name in first else 3 + ("vocabulary" not in path.parts)), str(path)


def _insertions(
    content: str, languages: set[str], code: str, source: str, *, is_said: bool
) -> Iterator[tuple[int, str]]:
    """Yield where in a YAML file which text is inserted: a key for the new language behind each one of the other."""
    root = yaml.compose(content, Loader=yaml.CSafeLoader)
    for mapping in _mappings(root) if root else ():
        by_key = {key.value: (key, value) for key, value in mapping.value}
        if source in by_key and code not in by_key and set(by_key) <= languages:
            key, value = by_key[source]
            end = _end(content, value)
            written = _marked(content, value, end) if is_said else content[value.start_mark.index : end]
            if mapping.flow_style:
                yield end, f", {code}: {written}"
            else:
                yield end, f"\n{' ' * key.start_mark.column}{code}:{_space(content, key)}{written}"


def _space(content: str, key: yaml.Node) -> str:
    """Return what stands between a key's colon and its value: a space, or a line break and an indent."""
    return str(re.match(r":(\s*)", content[key.end_mark.index :])[1])  # type: ignore[index]  # a key has a colon


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
    children = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    for child in children if isinstance(node, yaml.CollectionNode) else ():
        yield from _mappings(child)


def _end(content: str, value: yaml.Node) -> int:
    """Return where a value ends; of one in a block what follows it, blank lines and comments, is left out."""
    lines = content[value.start_mark.index : value.end_mark.index].split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return int(value.start_mark.index) + len("\n".join(lines).rstrip())


def _marked(content: str, value: yaml.Node, end: int) -> str:
    """Return a value as it is written, with dots before each of its texts; the name of a file is none."""
    start = value.start_mark.index
    written = content[start:end]
    places = [place - start for place in _scalars(content, value)]
    return written if written.endswith(".png") else _inserted(written, [(place, _MARK) for place in places])


def _scalars(content: str, node: yaml.Node) -> Iterator[int]:
    """Yield where each text below a node begins, behind its quote or the line of a folded one."""
    if isinstance(node, yaml.ScalarNode):
        start = int(node.start_mark.index)
        if node.style in ("|", ">"):
            line = content.index("\n", start) + 1
            yield line + len(content[line:]) - len(content[line:].lstrip(" "))
        else:
            yield start + (node.style in ("'", '"'))
        return
    for child in [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value:
        yield from _scalars(content, child)


def _places(page: Page) -> Iterator[int]:
    """Yield where each text of a page begins."""
    for text in (page.meta.title, page.meta.description):
        yield _unquoted(text)
    yield from (block.text.start for block in page.blocks if block.kind not in ("directive", "code"))


def _unquoted(text: Text) -> int:
    return text.start + (text.source.content[text.start] in "\"'")


def _inserted(content: str, insertions: Sequence[tuple[int, str]]) -> str:
    for place, text in sorted(insertions, reverse=True):
        content = content[:place] + text + content[place:]
    return content


def _add_to_settings(path: Path, code: str, site_name: str) -> None:
    """Add a language behind the others in `mkdocs.yml`."""
    content = path.read_text(encoding="utf-8")
    match = _LAST_LANGUAGE.search(content)
    assert match  # its languages were read
    indent = " " * (len(match[0]) - len(match[0].lstrip(" ")))
    name = Locale.parse(code).get_language_name(code)
    lines = (f"- locale: {code}", f"  name: {name}", f'  site_name: "{_MARK}{site_name}"', "  build: true")
    written = "".join(f"{indent}{line}\n" for line in lines)
    path.write_text(content[: match.end()] + written + content[match.end() :], encoding="utf-8")
