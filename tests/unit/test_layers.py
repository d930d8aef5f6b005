"""The package keeps the order that its docstring promises, and only the adapter knows MkDocs."""

import ast
import re
from pathlib import Path

import pytest
from support import ROOT

import helpcenter

PACKAGE = ROOT / "hooks" / "helpcenter"
ORDER = re.findall(r"[a-z]+", str(helpcenter.__doc__).split("\n\n")[-1])
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer(module: str) -> int:
    return ORDER.index(module)


def test_every_module_has_its_place_in_the_order() -> None:
    names = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert names == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    own = relative.parts[0].removesuffix(".py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == len(relative.parts):
            names = [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
            assert all(layer(name) < layer(own) for name in names), f"{relative}:{node.lineno}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported = node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name
            assert not imported.startswith("mkdocs"), f"{relative}:{node.lineno}"
