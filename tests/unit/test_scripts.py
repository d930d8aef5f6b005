"""The browser's modules are held to the rule of tests/lines.mjs: at most 40 lines to a function."""

import json
import subprocess
from pathlib import Path

import pytest
from machine import DENO, deno_environment
from support import ROOT

RULE = "help-center/short-functions"


def long_functions(*paths: Path) -> list[tuple[str, int]]:
    """Return the functions that deno's linter finds too long: their modules and first lines."""
    command = [str(DENO), "lint", "--json", "--config", str(ROOT / "deno.json"), *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=deno_environment())
    report = json.loads(result.stdout)
    assert report["errors"] == []
    found = [one for one in report["diagnostics"] if one["code"] == RULE]
    return [(one["filename"].rpartition("/")[2], one["range"]["start"]["line"]) for one in found]


@pytest.mark.parametrize(
    "shape",
    [
        "export function long() {%s}\n",
        "export async function* long() {%s}\n",
        "export const long = () => {%s};\n",
        "export class Long {\n  method() {%s}\n}\n",
        "export const long = {\n  method() {%s},\n};\n",
        "export const text = `}`; // {\nexport const long = function () {%s};\n",
    ],
)
def test_a_function_has_at_most_40_lines(tmp_path: Path, shape: str) -> None:
    (tmp_path / "at-most.mjs").write_text(shape % ("\n" * 39), encoding="utf-8")
    (tmp_path / "more.mjs").write_text(shape % ("\n" * 40), encoding="utf-8")
    assert [name for name, _ in long_functions(tmp_path)] == ["more.mjs"]


def test_a_function_inside_another_counts_as_its_lines(tmp_path: Path) -> None:
    inner = "  function inner() {%s  }\n" % ("\n" * 30)
    (tmp_path / "module.mjs").write_text(f"export function outer() {{\n{inner * 2}}}\n", encoding="utf-8")
    assert long_functions(tmp_path) == [("module.mjs", 1)]


def test_no_function_of_ours_is_longer() -> None:
    modules = list((ROOT / "docs" / "assets").rglob("*.mjs"))
    assert len(modules) > 30
    assert long_functions(*modules) == []
