"""What a hostile writer may write, as data: each ends in a line with file and place, or is harmless on its page.

An attack is `text` (a block of a page, in place of its first paragraph), `write` or `bytes` (a file, by its name below
docs/), `find` and `replace` in such a file, or `png`; `times` repeats it. It `says` a check that refuses it there, at
the first line of the text or `line` below it; or it `shows` HTML. Whatever is said of a text, the page, rendered all
the same, has to pass the second wall; only ids and addresses that a check refuses may reach it, to be refused again.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from support import ROOT, SPECIMEN, TODAY, languages_of, png, read_data, replace

from helpcenter.deploy.wall import Ours, strangers
from helpcenter.loading.load import load
from helpcenter.loading.settings import read_settings
from helpcenter.pages.page import Renderer, environment

HERE = Path(__file__).parent / "hostile"
ATTACKS = {
    f"{path.stem}-{number}": attack
    for path in sorted(HERE.glob("*.yml"))
    for number, attack in enumerate(read_data(path), 1)
}
PAGE = "gateways/demo-pay/index.en.md"
FIRST = "This gateway is made up for tests."
SETTINGS = read_settings(SPECIMEN)
Attack = Mapping[str, Any]


@cache
def templates() -> Any:
    return environment(ROOT / "overrides")


def apply(attack: Attack, root: Path) -> tuple[str, int | None]:
    """Change a project by an attack, and return the file and, of a text, the line at which it begins."""
    file = attack.get("file", PAGE)
    path = root / "docs" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if "text" in attack:
        replace(root, file, FIRST, str(attack["text"]) * attack.get("times", 1))
        return file, 6
    if "find" in attack:
        line = path.read_text(encoding="utf-8").partition(attack["find"])[0].count("\n") + 1
        replace(root, file, attack["find"], attack["replace"] * attack.get("times", 1))
        return file, line
    if "png" in attack:
        path.write_bytes(png(**attack["png"]))
    elif "bytes" in attack:
        path.write_bytes(bytes.fromhex(attack["bytes"]))
    else:
        path.write_text(attack["write"] * attack.get("times", 1), encoding="utf-8")
    return file, None


def rendered(root: Path, *, is_refused: bool) -> str:
    """Return the content of the page that was attacked, whatever the checks say; "" where it cannot be loaded."""
    site, _ = load(root, languages_of(root), TODAY)
    if site is None:
        return ""
    renderer = Renderer(site, "en", templates(), SETTINGS)
    content = renderer.page("gateways/demo-pay/index")
    strange = strangers(content, Ours(frozenset(), frozenset(), SETTINGS.site_url))
    refused = ("the id", "the address") if is_refused else ()  # by the checks `headings` and `links`, and by the wall
    assert [one for one in strange if not one.startswith(refused)] == []
    return content
