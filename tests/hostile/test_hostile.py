"""Every attack of `tests/attacks.py`: what is said of it, and what of it is shown."""

import re
from pathlib import Path

import pytest
from attacks import ATTACKS, Attack, apply, rendered
from support import problems, small_project

from helpcenter.files.diagnostics import as_text


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_ends_in_a_line_or_is_harmless(attack: Attack, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    file, line = apply(attack, root)
    found = problems(root)
    if "says" in attack:
        own = [one for one in found if one.position.file.endswith(file) and one.check == attack["says"]]
        assert own, as_text(found)
        if line is not None:
            assert line + attack.get("line", 0) in {one.position.line for one in own}, as_text(own)
        assert all(one.hint or one.check in ("yaml", "schema") for one in own)
    if "text" in attack or "shows" in attack:
        content = re.sub(r"\s+", " ", rendered(root, is_refused="says" in attack))
        assert [part for part in attack.get("shows", ()) if part not in content] == [], content[:900]


def test_there_are_many() -> None:
    assert len(ATTACKS) >= 200
