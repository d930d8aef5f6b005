"""helpcenter accept: record that units say the same in every language and agree with their rules."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..files.diagnostics import Diagnostic, as_text, did_you_mean, errors
from ..loading.loader import LOCK
from ..model.site import Site
from ..reviews.history import identity, reviewed_texts
from ..reviews.lock import lock_text
from ..reviews.reading import is_drafted, read_in
from ..reviews.units import Drift, Unit, drifts, gone, units
from .project import checked

NAME = "accept"
HELP = "record that you have compared the languages of a unit and found them right"
_ASK = "right in every language? y = yes, n = not yet, q = stop: "


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "units", nargs="*", metavar="UNIT", help="ids of units, or a gateway, whose texts are then shown"
    )
    parser.add_argument("--language", help="of a gateway only what has changed in this language")
    parser.add_argument("--all", action="store_true", help="accept every unit that has drifted, without a look")
    parser.add_argument("--gone", action="store_true", help="forget units that exist no longer")


def run(options: argparse.Namespace) -> int:
    """Write the lock file, unless a named unit is unknown or has an error: then nothing is written."""
    site, diagnostics = checked(options.root)
    if site is None:
        print(as_text(errors(diagnostics)), file=sys.stderr)
        return 1
    if options.all and os.environ.get("CI"):
        print("accept --all looks at nothing: it is not for CI", file=sys.stderr)
        return 1
    waiting = {drift.unit.id: drift for drift in drifts(site)}
    if options.all and not waiting and not options.gone:
        print("nothing to accept: every text is as reviewed")
        return 0
    name = identity(options.root)
    wrong = [diagnostic for diagnostic in errors(diagnostics) if diagnostic.check != "reviews"]
    is_paging = len(options.units) == 1 and options.units[0] in site.gateways
    chosen = _page(options, site, waiting, wrong) if is_paging else list(waiting) if options.all else options.units
    refusals = list(_refusals(site, chosen, wrong, name, is_needed=not options.gone and not is_paging))
    if refusals or name is None:
        print("\n".join(refusals), file=sys.stderr)
        return 1
    (options.root / LOCK).write_text(lock_text(site, chosen, name, date.today()), encoding="utf-8")
    known = units(site)
    print(f"accepted by {name}: {_listed(known[id_] for id_ in chosen) or 'nothing'}; forgotten: {len(gone(site))}")
    if options.all:
        print(f"not looked at: {len(chosen)}")
    return 0


def _refusals(
    site: Site, chosen: Sequence[str], wrong: list[Diagnostic], name: str | None, *, is_needed: bool
) -> Iterator[str]:
    known = units(site)
    yield from (f"no unit '{id_}': {did_you_mean(id_, known)}" for id_ in chosen if id_ not in known)
    if is_needed and not chosen:
        yield "nothing to accept: name a unit, a gateway, or --all, or --gone"
    if name is None:
        yield "git does not know who you are: git config user.name 'Your Name'"
    in_the_way = _in_the_way([known[id_] for id_ in chosen if id_ in known], wrong)
    if in_the_way:
        yield f"first mend what is wrong there:\n{as_text(in_the_way)}"


def _in_the_way(chosen: Iterable[Unit], wrong: Iterable[Diagnostic]) -> list[Diagnostic]:
    own = list(chosen)
    return [one for one in wrong if any(unit.holds(one.position) for unit in own)]


def _page(options: argparse.Namespace, site: Site, waiting: dict[str, Drift], wrong: list[Diagnostic]) -> list[str]:
    """Show the texts of a gateway that wait, and return those that are found right."""
    own = [
        drift
        for id_, drift in waiting.items()
        if id_.partition("#")[0] in (f"gateways/{options.units[0]}", f"gateways/{options.units[0]}/index")
        and options.language in (None, *drift.languages)
        and not _in_the_way([drift.unit], wrong)
    ]
    drafted = [drift for drift in own if is_drafted(site, drift.unit)]
    pages = [[drift] for drift in own if drift not in drafted]
    accepted = list[str]()
    for page in [*([drafted] if drafted else []), *pages]:
        for drift in page:
            print("\n".join(_shown(options, site, drift)))
        answer = _answer(f"{len(page)} texts as `say` writes them; {_ASK}" if len(page) > 1 else _ASK)
        if answer == "q":
            break
        accepted += [drift.unit.id for drift in page] if answer == "y" else []
    print(f"{len(accepted)} of {len(own)} texts found right")
    return accepted


def _shown(options: argparse.Namespace, site: Site, drift: Drift) -> Iterator[str]:
    """Yield a text in every language, the one that is asked for first, with what was read in it."""
    unit = drift.unit
    yield f"\n{unit.id}: {', '.join(drift.kinds)}"
    before = reviewed_texts(options.root, drift)
    for language in sorted(unit.texts, key=lambda one: one != options.language):
        yield f"  {language}: {unit.words(language)}"
        if language in before:
            yield f"      was: {before[language]}"
        yield from (f"      read: {one}" for one in read_in(site, unit, language))


def _answer(question: str) -> str:
    try:
        return input(question).strip().lower()[:1]
    except EOFError:
        return "q"


def _listed(accepted: Iterable[Unit]) -> str:
    ids = [unit.id for unit in accepted]
    return ", ".join(ids) if len(ids) <= 5 else f"{len(ids)} units"
