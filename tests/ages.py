"""The age of facts: `make ages` names each that was read more than a year ago, and fails if there is one."""

import sys
from datetime import date
from pathlib import Path

from support import ROOT

from helpcenter.checks import freshness
from helpcenter.commands.project import languages_of
from helpcenter.files.diagnostics import as_text
from helpcenter.loading.load import load


def main(root: Path = ROOT, today: date | None = None) -> int:
    """Print every fact of a project that is too old. 0 when there is none."""
    site, diagnostics = load(root, languages_of(root), today or date.today())
    found = list(freshness.check(site)) if site else diagnostics
    print(as_text(found) if found else "every fact was read within a year")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
