"""helpcenter accept: record that units say the same in every language and agree with their rules."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date

from ..files.diagnostics import as_text, did_you_mean, errors
from ..reviews.history import identity
from ..reviews.units import LOCK, Unit, drifts, gone, lock_text, units
from .project import checked

NAME = "accept"
HELP = "record that you have compared the languages of a unit and found them right"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("units", nargs="*", metavar="UNIT", help="ids of units, as `helpcenter drift` prints them")
    parser.add_argument("--all", action="store_true", help="accept every unit that has drifted")
    parser.add_argument("--gone", action="store_true", help="forget units that exist no longer")


def run(options: argparse.Namespace) -> int:
    """Write the lock file, unless a named unit is unknown or has an error: then nothing is written."""
    site, diagnostics = checked(options.root)
    if site is None:
        print(as_text(errors(diagnostics)), file=sys.stderr)
        return 1
    known = units(site)
    chosen = [drift.unit.id for drift in drifts(site)] if options.all else options.units
    name = identity(options.root)
    refusals = [f"no unit '{id_}': {did_you_mean(id_, known)}" for id_ in chosen if id_ not in known]
    if options.all and not chosen and not options.gone:
        print("nothing to accept: every text is as reviewed")
        return 0
    if not chosen and not options.gone:
        refusals.append("nothing to accept: name a unit, or --all, or --gone")
    if name is None:
        refusals.append("git does not know who you are: git config user.name 'Your Name'")
    wrong = [diagnostic for diagnostic in errors(diagnostics) if diagnostic.check != "reviews"]
    in_the_way = [one for one in wrong if any(known[id_].holds(one.position) for id_ in chosen if id_ in known)]
    if in_the_way:
        refusals.append(f"first mend what is wrong there:\n{as_text(in_the_way)}")
    if refusals or name is None:
        print("\n".join(refusals), file=sys.stderr)
        return 1
    (options.root / LOCK).write_text(lock_text(site, chosen, name, date.today()), encoding="utf-8")
    lost = len(gone(site))
    print(f"accepted by {name}: {_listed(known[id_] for id_ in chosen) or 'nothing'}; forgotten: {lost}")
    return 0


def _listed(accepted: Iterable[Unit]) -> str:
    ids = [unit.id for unit in accepted]
    return ", ".join(ids) if len(ids) <= 5 else f"{len(ids)} units"
