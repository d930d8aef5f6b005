"""The age of facts: `make ages` names each that is older than a year, and fails where a source is to be read again."""

import sys
from datetime import date
from pathlib import Path

from support import ROOT

from helpcenter.checks import freshness
from helpcenter.commands.project import languages_of
from helpcenter.files.diagnostics import as_text
from helpcenter.loading.load import load
from helpcenter.model.chapters import every_chapter


def main(root: Path = ROOT, today: date | None = None) -> int:
    """Print every fact of a project that is too old. 0 when every source was read within a year.

    What a source itself dates (`as_of`) is printed only: reading it again makes it no younger.
    """
    site, diagnostics = load(root, languages_of(root), today or date.today())
    if site is None:
        print(as_text(diagnostics))
        return 1
    found = [one for chapter in every_chapter(site) for one in freshness.check(site, chapter)]
    homes = [*site.gateways.values(), *([site.platform] if site.platform else [])]
    read = {home.place(("sources", name, "read")) for home in homes for name in home.file.sources}
    unread = sum(one.position in read for one in found)
    print(
        "\n".join([*([as_text(found)] if found else []), f"{unread} sources to be read again, {len(found)} facts old"])
    )
    return 1 if unread else 0


if __name__ == "__main__":
    sys.exit(main())
