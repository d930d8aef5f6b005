"""One script from our small ES modules: they are joined, not changed.

Our modules import by plain names from files beside them, and no two use a name for different things at their top. That
is all that joining needs, and what is against it is an error here.
"""

import re
from pathlib import Path

import minify

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[^"]+)";\n', re.MULTILINE)
_OTHER_IMPORT = re.compile(r"^import .*|^export (?:default|\{).*", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
_TOP_NAME = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) ([A-Za-z_$][\w$]*)", re.MULTILINE)


class BundleError(ValueError):
    """Modules that cannot be joined."""


def bundle(entry: Path, tail: str = "") -> str:
    """Return a module and all that it imports as one minified script; the module still exports what it exported.

    `tail` is a statement at its end.
    """
    entry = entry.resolve()
    modules = _in_order(entry, ())
    seen: dict[str, Path] = {}
    for path in modules:
        for name in _TOP_NAME.findall(path.read_text(encoding="utf-8")):
            if name in seen:
                raise BundleError(f"{path.name} and {seen[name].name} both have '{name}' at their top: rename one")
            seen[name] = path
    return str(
        minify.string("application/javascript", _in_function(_exports(entry), "".join(map(_body, modules)) + tail))
    )


def _in_order(path: Path, above: tuple[Path, ...]) -> list[Path]:
    """Return a module's imports before the module, each once."""
    if path in above:
        raise BundleError(f"{path.name} imports itself by way of {above[-1].name}")
    text = path.read_text(encoding="utf-8")
    imported = [(path.parent / name).resolve() for name in _IMPORT.findall(text)]
    ordered = [module for one in imported for module in _in_order(one, (*above, path))]
    return list(dict.fromkeys([*ordered, path]))


def _exports(path: Path) -> list[str]:
    return [match[1] for match in _TOP_NAME.finditer(path.read_text(encoding="utf-8")) if match[0].startswith("export")]


def _in_function(exports: list[str], text: str) -> str:
    """Return the text inside a function, whose own names a minifier can shorten. A script without exports stays."""
    names = ",".join(exports)
    return f"export const {{{names}}}=(()=>{{{text};return {{{names}}}}})()" if exports else text


def _body(path: Path) -> str:
    text = _EXPORT.sub("", _IMPORT.sub("", path.read_text(encoding="utf-8")))
    other = _OTHER_IMPORT.search(text)
    if other:
        raise BundleError(f"{path.name}: '{other[0]}': write import {{ name }} from \"./file.mjs\" and export by name")
    return text
