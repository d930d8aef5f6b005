"""The package keeps the order that its docstring promises, and only the adapter knows MkDocs."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support import ROOT

import helpcenter

PACKAGE = ROOT / "hooks" / "helpcenter"
FOLDERS = dict(re.findall(r"^([a-z]+) {2,}(.+)$", str(helpcenter.__doc__), re.MULTILINE))
ORDER = list(FOLDERS)
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> list[tuple[int, str]]:
    """Return what a module imports: its line, and the name from the top."""
    found = list[tuple[int, str]]()
    package = path.relative_to(ROOT / "hooks").parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            source = ".".join([*above, *filter(None, [node.module])])
            found += [(node.lineno, f"{source}.{alias.name}") for alias in node.names]
    return found


def test_every_folder_has_its_place_in_the_order_and_says_what_it_is_for() -> None:
    names = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert names == set(ORDER)
    for name in names - {"cli"}:
        said = ast.get_docstring(ast.parse((PACKAGE / name / "__init__.py").read_text(encoding="utf-8")))
        assert said
        assert said[:1].lower() + said[1:].rstrip(".") == FOLDERS[name]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_folder_and_those_before_it(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for line, name in imported(path):
        assert not name.startswith("mkdocs"), f"{path}:{line}"
        if name.startswith("helpcenter."):
            folder = name.split(".")[1]
            assert folder == own or ORDER.index(folder) < ORDER.index(own), f"{path}:{line}: {name}"


def test_no_module_imports_itself_by_way_of_others() -> None:
    names = {".".join(path.relative_to(ROOT / "hooks").with_suffix("").parts): path for path in MODULES}
    graph = {
        name: {one for _, target in imported(path) for one in (target, target.rpartition(".")[0]) if one in names}
        for name, path in names.items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(names)
