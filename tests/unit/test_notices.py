"""Notices of the work of others: what is said, and that nothing is left out in silence."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

from helpcenter.deploy.notices import LICENCES, WORKS, Work, notices

STYLES = WORKS[0]


def test_each_work_is_named_with_its_version_and_its_licences_in_full() -> None:
    text = notices()
    for work in WORKS:
        assert f"{work.what}\n{work.package} {distribution(work.package).version}\n" in text
    licence = distribution("mkdocs-material").read_text("licenses/LICENSE")
    assert licence
    assert licence.strip() in text
    for words in (
        "Martin Donath",
        "Pictogrammers",
        "Copyright 2022 Pagefind",
        "Unicode, Inc.",
        "END OF TERMS AND COND",
    ):
        assert words in text


def test_every_text_that_is_kept_here_is_used() -> None:
    used = {licence for work in WORKS for licence in work.licences}
    assert set(LICENCES.iterdir()) <= used


@pytest.mark.parametrize("missing", ["{info}/licenses/COPYING", LICENCES / "none.txt"])
def test_a_licence_that_is_missing_stops_the_build_and_says_where_to_name_it(missing: str | Path) -> None:
    version = re.escape(distribution(STYLES.package).version)
    said = rf"(COPYING|none\.txt) is missing, the licence of mkdocs-material {version}.*: find .*/deploy/notices\.py$"
    with pytest.raises(FileNotFoundError, match=said):
        notices((Work(STYLES.what, STYLES.package, (missing,)),))
