"""Small faults planted in the engines' sources, one at a time: what each test run has to notice."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from support import ROOT
from twins import TWINS

PYTHON = tuple(path for path in TWINS if path.parent.name == "engine")
BROWSER = (*(TWINS[path] for path in PYTHON), ROOT / "docs" / "assets" / "checker" / "fold.mjs")


@dataclass(frozen=True)
class Mutant:
    """A source with one fault. `code` is the line as it was, `change` what became of a part of it."""

    path: Path
    text: str
    code: str
    change: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Return by what the list of survivors knows it: lines move, code stays."""
        return self.path.name, self.code, self.change


def python_mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a Python module, docstrings and annotations left alone."""
    source = path.read_text(encoding="utf-8")
    for node in _nodes(ast.parse(source)):
        for old, new in _python_changes(source, node):
            yield _mutant(path, source, _offset(source, old), ast.get_source_segment(source, old) or "", new)


def _nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the nodes that are run: no docstrings, no annotations, no imports."""
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        annotations = [getattr(node, name, None) for name in ("annotation", "returns")]
        literals = [node.value] if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) else []
        for part in filter(None, [*annotations, *literals]):
            left_out |= set(ast.walk(part))
    yield from (node for node in ast.walk(tree) if node not in left_out)


_OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}


def _python_changes(source: str, node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Yield the expression to replace, and by what."""
    text = ast.get_source_segment(source, node) or "" if isinstance(node, ast.expr) else ""
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield node, str(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield node, str(node.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and text[:1] in "'\"":
        yield node, f"{text[0]}XX{text[1:]}"
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield node, _between(source, node.left, node.comparators[0], node.ops[0])
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        yield node, _between(source, node.left, node.right, node.op)
    elif isinstance(node, ast.BoolOp):
        yield node, _between(source, node.values[0], node.values[1], node.op) + _rest(source, node)
    elif isinstance(node, ast.IfExp | ast.If | ast.While):
        yield node.test, f"(not ({ast.get_source_segment(source, node.test)}))"


def _between(source: str, left: ast.expr, right: ast.expr, operator: ast.AST) -> str:
    """Return two operands with another operator between them."""
    start, middle, end = _offset(source, left), _end(source, left), _offset(source, right)
    old, new = _OPERATORS[type(operator)]
    return source[start:middle] + source[middle:end].replace(old, new, 1) + source[end : _end(source, right)]


def _rest(source: str, node: ast.BoolOp) -> str:
    return source[_end(source, node.values[1]) : _end(source, node.values[-1])]


def _offset(source: str, node: ast.expr) -> int:
    return _index(source, node.lineno, node.col_offset)


def _end(source: str, node: ast.expr) -> int:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return _index(source, node.end_lineno, node.end_col_offset)


def _index(source: str, line: int, bytes_: int) -> int:
    lines = source.splitlines(keepends=True)
    return sum(map(len, lines[: line - 1])) + len(lines[line - 1].encode()[:bytes_].decode())


_LEFT_ALONE = re.compile(r"//.*|/\*\*[\s\S]*?\*/|^import .*", re.MULTILINE)
_TOKENS = re.compile(
    r"""(?P<string>"[^"\n]*")|(?P<template>`[^`\n]*`)|(?P<regex>(?<=[(=,] )/[^/\n]+/[gsu]*|(?<=\()/[^/\n]+/[gsu]*)"""
    r"""|(?P<operator>===|!==|<=|>=|&&|\|\||\?\?=?| < | > | \+ | - | \* | / | % |\?\.)"""
    r"""|(?P<number>\b(?:0x[0-9a-f]+|[0-9]+)\b)"""
    r"""|(?P<word>\b(?:true|false|every|some|min|max|floor)\b)|(?P<not>!(?=[a-zA-Z/(]))"""
)
_BOTH_WAYS = (("===", "!=="), ("&&", "||"), (" + ", " - "), (" * ", " / "), ("true", "false"), ("every", "some"))
_ONE_WAY = ((" < ", " <= "), ("<=", "<"), (" > ", " >= "), (">=", ">"), (" % ", " * "), ("??", "&&"), ("?.", "."))
_NAMES = (("min", "max"), ("max", "min"), ("floor", "ceil"))
_JAVASCRIPT = dict([*_BOTH_WAYS, *((new, old) for old, new in _BOTH_WAYS), *_ONE_WAY, *_NAMES])


def javascript_mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of one of our modules, comments and imports left alone."""
    source = path.read_text(encoding="utf-8")
    blank = _LEFT_ALONE.sub(lambda match: " " * len(match[0]), source)
    for match in _TOKENS.finditer(blank):
        old = match[0]
        if match["string"]:
            yield _mutant(path, source, match.start(), old, f'"XX{old[1:]}')
        elif match["number"]:
            yield _mutant(path, source, match.start(), old, str(int(old, 0) + 1))
        elif match["not"]:
            yield _mutant(path, source, match.start(), old, "!!")
        elif old in _JAVASCRIPT:
            yield _mutant(path, source, match.start(), old, _JAVASCRIPT[old])
    for match in re.finditer(r"(?<=\bif \()|(?<=\bwhile \()", blank):
        yield _mutant(path, source, match.start(), "", "!")


def _mutant(path: Path, source: str, start: int, old: str, new: str) -> Mutant:
    first = source.rfind("\n", 0, start) + 1
    line = source[first : source.find("\n", start)].strip()
    return Mutant(path, source[:start] + new + source[start + len(old) :], line, f"{old} -> {new}")
