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


def bundle(entry: Path) -> str:
    """Return a module and all that it imports as one minified script."""
    modules = _in_order(entry.resolve(), ())
    seen: dict[str, Path] = {}
    for path in modules:
        for name in _TOP_NAME.findall(path.read_text(encoding="utf-8")):
            if name in seen:
                raise BundleError(f"{path.name} and {seen[name].name} both have '{name}' at their top: rename one")
            seen[name] = path
    return str(minify.string("application/javascript", "".join(map(_body, modules))))


def _in_order(path: Path, above: tuple[Path, ...]) -> list[Path]:
    """Return a module's imports before the module, each once."""
    if path in above:
        raise BundleError(f"{path.name} imports itself by way of {above[-1].name}")
    text = path.read_text(encoding="utf-8")
    imported = [(path.parent / name).resolve() for name in _IMPORT.findall(text)]
    ordered = [module for one in imported for module in _in_order(one, (*above, path))]
    return list(dict.fromkeys([*ordered, path]))


def _body(path: Path) -> str:
    text = _EXPORT.sub("", _IMPORT.sub("", path.read_text(encoding="utf-8")))
    other = _OTHER_IMPORT.search(text)
    if other:
        raise BundleError(f"{path.name}: '{other[0]}': write import {{ name }} from \"./file.mjs\" and export by name")
    return text
