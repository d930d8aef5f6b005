"""`make mutation`: how many planted faults do the vectors and random plans notice, in Python and in the browser?

The random plans are held against the answers of the other engine, as in tests/unit/test_twins.py. Mutants that nothing
can notice stand in survivors.yml with the reason; the run fails below 95 % of the others.
"""

import json
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType, ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from browsing import CHROMIUM_OPTIONS, serving
from playwright.sync_api import Browser, Error, Page, sync_playwright
from support import ROOT, read_data
from twins import Case, Cases, in_python
from vectors import KNOWN, VECTORS, rules_of

from helpcenter.deploy.scripts import _body
from helpcenter.engine import group, typed
from mutation.mutants import BROWSER, PYTHON, Mutant, javascript_mutants, python_mutants

LEAST = 0.95
SEED, RANDOM = 42142333, 3000
SECONDS = 15


@cache
def cases() -> list[Case]:
    """Return the vectors' plans, then random ones."""
    return [*({"rules": rules_of(one), "form": dict(one.form)} for one in VECTORS), *Cases(SEED).batch(RANDOM)]


@contextmanager
def engine_of(mutant: Mutant) -> Iterator[ModuleType]:
    """Load the Python engine with one module mutated, as a package of its own."""
    names = ("typed", "judge", "group", "schedule", "answer")  # in the order in which they import each other
    package = ModuleType("mutated")
    package.__path__ = []
    sys.modules["mutated"] = package
    for name in names:
        path = ROOT / "hooks" / "helpcenter" / "engine" / f"{name}.py"
        module = ModuleType(f"mutated.{name}")
        module.__package__ = "mutated"
        sys.modules[module.__name__] = module
        text = mutant.text if path == mutant.path else path.read_text(encoding="utf-8")
        exec(compile(text, str(path), "exec"), module.__dict__)
    yield sys.modules["mutated.answer"]
    for name in ("mutated", *(f"mutated.{name}" for name in names)):
        del sys.modules[name]


def tables(typed: ModuleType, group: ModuleType) -> list[Any]:
    """Return the lists of codes that others rely on; tests/unit/test_twins.py holds them against the answers."""
    return [typed.PROBLEM_CODES, group.GROUPS, group.OUTCOMES]


def _out_of_time(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def is_noticed_in_python(mutant: Mutant, plans: list[Case], expected: list[Any]) -> bool:
    """Say whether any answer differs, or none comes."""
    signal.alarm(SECONDS)
    try:
        with engine_of(mutant) as engine:
            answers = (engine.answer(plan["rules"], plan["form"], KNOWN) for plan in plans)
            if any(json.loads(json.dumps(one)) != other for one, other in zip(answers, expected, strict=True)):
                return True
            return tables(sys.modules["mutated.typed"], sys.modules["mutated.group"]) != tables(typed, group)
    except Exception:
        return True  # a mutant that breaks down is noticed
    finally:
        signal.alarm(0)


# Each mutant runs in a worker, so that one that never ends can be ended.
RUN = """([source, seconds]) => new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    const end = (answer) => { worker.terminate(); resolve(answer); };
    setTimeout(end, seconds * 1000, null);
    worker.onerror = () => end(null);
    worker.onmessage = ({ data }) => end(data);
    worker.postMessage([window.cases, window.vocabulary]);
})"""
WORKER = """
onmessage = ({ data: [cases, vocabulary] }) => {
    const known = JSON.parse(vocabulary);
    postMessage(JSON.stringify(JSON.parse(cases).map(({ rules, form }) => answer(rules, form, known))));
};"""


def worker_source(mutant: Mutant, folder: Path) -> str:
    """Return the browser's engine with one module mutated, as one module that answers messages."""
    pieces = []
    for path in BROWSER:
        changed = folder / path.name
        changed.write_text(mutant.text if path == mutant.path else path.read_text(encoding="utf-8"), encoding="utf-8")
        pieces.append(_body(changed))
    return "".join(pieces) + WORKER


def is_noticed_in_browser(browser: Browser, url: str, mutant: Mutant, folder: Path, expected: list[Any]) -> bool:
    """Say whether any answer differs, or none comes: a mutant may even bring its page down."""
    page = page_with_cases(browser, url)
    try:
        answer = page.evaluate(RUN, [worker_source(mutant, folder), SECONDS])
        return answer is None or json.loads(answer) != expected
    except Error:
        return True
    finally:
        page.close()


def page_with_cases(browser: Browser, url: str) -> Page:
    """Open a page that holds the cases for its workers."""
    page = browser.new_page()
    page.goto(f"{url}assets/icon.svg")
    data = [json.dumps(cases()), json.dumps(KNOWN)]
    page.evaluate("([cases, vocabulary]) => Object.assign(window, { cases, vocabulary })", data)
    return page


def report(name: str, results: Iterable[tuple[Mutant, bool]], explained: dict[tuple[str, str, str], str]) -> bool:
    """Print what was noticed and what was not; say whether it is enough."""
    found = list(results)
    survivors = Counter(mutant.key for mutant, is_noticed in found if not is_noticed)
    equivalent = sum(count for key, count in survivors.items() if key in explained)
    killed = sum(is_noticed for _, is_noticed in found)
    ratio = killed / (len(found) - equivalent)
    print(f"{name}: {killed} of {len(found)} noticed, {equivalent} equivalent: {ratio:.1%}")
    for key in survivors:
        print(f"  survives: {' | '.join(key)}{'  # ' + explained[key] if key in explained else '  # NOT EXPLAINED'}")
    files = {mutant.path.name for mutant, _ in found}
    stale = [key for key in explained if key[0] in files and key not in survivors]
    for key in stale:
        print(f"  in survivors.yml, but noticed or gone: {' | '.join(key)}")
    return ratio >= LEAST and not stale


def main() -> int:
    """Run all mutants of both engines. 0 when enough are noticed."""
    rows = read_data(Path(__file__).with_name("survivors.yml"))["survivors"]
    explained = {(row["file"], row["code"], row["change"]): row["why"] for row in rows}
    plans = cases()
    expected = in_python(plans)
    signal.signal(signal.SIGALRM, _out_of_time)
    mutants = [mutant for path in PYTHON for mutant in python_mutants(path)]
    is_enough = report("Python", ((one, is_noticed_in_python(one, plans, expected)) for one in mutants), explained)
    mutants = [mutant for path in BROWSER for mutant in javascript_mutants(path)]
    with serving(ROOT / "docs") as url, sync_playwright() as playwright, TemporaryDirectory() as folder:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS.split())
        noticed = ((one, is_noticed_in_browser(browser, url, one, Path(folder), expected)) for one in mutants)
        is_enough &= report("Browser", noticed, explained)
        browser.close()
    return 0 if is_enough else 1


if __name__ == "__main__":
    sys.exit(main())
