"""The twin engines side by side: random plans of hostile text, run in Python and, by the thousand, in JavaScript."""

import json
import re
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from machine import DENO, deno_environment
from support import ROOT, specimen_site
from vectors import EMPTY, KNOWN

from helpcenter.engine.answer import answer
from helpcenter.engine.find import find, reasons
from helpcenter.engine.typed import ACCOUNTS, UNITS
from helpcenter.facts.kinds import kind_of, publish
from helpcenter.facts.variants import known_items
from helpcenter.model.vocabulary import Part, RuleType
from helpcenter.pages.published import published_rules

BATCH = 1000
TWINS = {
    path: ROOT / match[0]
    for path in sorted((ROOT / "hooks").rglob("*.py"))
    if (match := re.search(r"(?<=Twin of )docs/assets/\S+\.mjs", path.read_text(encoding="utf-8")))
}
"""Modules that are written twice, in Python and for the browser: the docstring of each Python module names its twin."""

Case = dict[str, Any]


class Engine:
    """The functions of the browser's engine, by name. They run in deno, without any permission."""

    def __init__(self, process: subprocess.Popen[str], known: Any) -> None:
        """Tell a new process what typed plans are read with."""
        self._process = process
        self._send(known)

    def _send(self, data: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(data) + "\n")  # in ASCII: a lone surrogate cannot be encoded as UTF-8
        self._process.stdin.flush()

    def call(self, name: str, *calls: Sequence[Any]) -> list[Any]:
        """Return a function's result for each list of arguments."""
        assert self._process.stdout is not None
        self._send([name, calls])
        line = self._process.stdout.readline()
        if line == "":
            raise ChildProcessError(f"deno ended in {name}: its message is on stderr")
        results: list[Any] = json.loads(line)
        return results


@contextmanager
def engine_in_deno(known: Any = KNOWN) -> Iterator[Engine]:
    """Run the browser's engine. `known` is what typed plans are read with."""
    command = [str(DENO), "run", "--no-prompt", "--no-code-cache", str(Path(__file__).with_name("engine.mjs"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", env=deno_environment()) as process:
        yield Engine(process, known)


def in_javascript(engine: Engine, cases: list[Case]) -> list[Any]:
    """Return the answers of the browser's engine."""
    return engine.call("answer", *((case["rules"], case["form"]) for case in cases))


def in_python(cases: list[Case]) -> list[Any]:
    """Return Python's answers, as JSON has them."""
    answers: list[Any] = json.loads(json.dumps([answer(case["rules"], case["form"], KNOWN) for case in cases]))
    return answers


def _searches(cases: list[Case]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield open plans with the gateways of three cases, among which the finder has to order."""
    for place, case in enumerate(cases[::5]):
        yield {f"gateway-{at}": cases[at]["rules"] for at in (place, place - 1, place - 2)}, case["open"]


def found_in_javascript(engine: Engine, cases: list[Case]) -> list[Any]:
    """Return what the browser's finder says, with the reasons."""
    return engine.call("find", *_searches(cases))


def found_in_python(cases: list[Case]) -> list[Any]:
    """Return what Python's finder says, with the reasons, as JSON has them."""
    said = [find(gateways, form, KNOWN) for gateways, form in _searches(cases)]
    found: list[Any] = json.loads(json.dumps([[one, [reasons(row) for row in one["rows"]]] for one in said]))
    return found


COUNTRIES = ("IN", "US", "DE", "FR", "GB", "NG")
CODES = ("USD", "EUR", "GBP", "INR", "JPY", "BOV", "XAU")
BLANKS = " \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u2000\u2003\u200a\u200b\u200d\u2028\u202f\u3000\ufeff"
DIGITS = "0123456789०१२३४५६७८९" + "٠٩۰۹০৯੦੯૦૯୦୯௦௯౦౯೦೯൦൯０９" + "၃²Ⅳ：౸୰"
SCRAPS = "0१,._-+eExX½दिनdayसıſKİ\u093c\u0958\ud800\udfff\U0001f4a9ΑΕЕ<&\"'\\"
NAMES = ("", "eon", "constructor", "__proto__", "toString", "DAYS", "हफ़्ते", "hasOwnProperty")
WORDS = tuple(word for word, said in KNOWN["words"].items() if said)
EVERY = tuple(word for word, said in KNOWN["words"].items() if not said)
MONEY = tuple(KNOWN["money"])
PUBLISHED = [published_rules(specimen_site(), one) for one in specimen_site().gateways.values()]
COUNTS = ("1", "2", "7", "12", "28", "30", "31", "45", "90", "365", "9999", "10000", "0")
ITEMS = {**known_items(specimen_site()), "country": COUNTRIES, "currency": CODES[:5]}
"""Few enough that plans and rules meet."""
GROUPED = ("1,000", "1,00,000", "1000,000", "1,2345", "12,34", "1,2,345", "a,bcd", "1,bcd", "9" * 400)


def _only(form: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in form.items() if name in names}


class Cases:
    """Endless random cases. `seed` makes a run repeatable."""

    def __init__(self, seed: int) -> None:
        """Begin anew."""
        self._random = Random(seed)
        self._is_careful = False

    def batch(self, size: int = BATCH) -> list[Case]:
        """Return the next cases."""
        return [self._case() for _ in range(size)]

    def _case(self) -> Case:
        """Return rules with a form, and the same form with any of its inputs left empty, as the finder takes it."""
        rules, form = self._rules(), self._form()
        kept = {name for name in form if self._random.random() < 0.6}
        return {"rules": rules, "form": form, "open": {**EMPTY, "payment": "", "fields": [], **_only(form, kept)}}

    def _text(self, alphabet: str, most: int) -> str:
        return "".join(self._random.choices(alphabet, k=self._random.randint(0, most)))

    def _one(self, *choices: str) -> str:
        return self._random.choice(choices)

    def _mostly(self, good: str, bad: str) -> str:
        return good if self._is_careful or self._random.random() < 0.9 else bad

    def _every(self) -> str:
        kind = self._random.randrange(24)
        if kind > 8:
            count = self._one(*COUNTS[:10], str(self._random.randint(1, 400)))
            return f"{count} {self._one('', 'days', 'हफ़्ते', 'month', 'saal')}"
        if kind == 0:
            return self._text(SCRAPS + BLANKS, 8)
        if kind == 1:
            return self._text(DIGITS + ",.-", 7)
        if kind == 2:
            return self._one(*NAMES)
        number = self._one(*COUNTS, *GROUPED, self._text(DIGITS, 4))
        words = [self._one(*EVERY, "", ""), number, self._one(*WORDS, "", ""), self._one(*EVERY, "", "", *WORDS)]
        if kind == 3:
            self._random.shuffle(words)
        if kind == 4:
            words[1] = ""
        return self._text(BLANKS, 2).join(["", *words, ""]) if kind == 5 else " ".join(words)

    def _start(self) -> str:
        year, month, day = self._random.randint(1996, 2103), self._random.randint(0, 13), self._random.randint(0, 32)
        whole = f"{year:04}-{self._one('01', '02', '12', f'{month:02}')}-{self._one('28', '29', '31', f'{day:02}')}"
        return self._mostly(self._one("2026-11-24", "2028-02-29", whole), self._one("", self._text(DIGITS + "-", 10)))

    def _amount(self, code: str) -> str:
        whole, part = self._one(*COUNTS, *GROUPED, self._text(DIGITS, 5)), self._text(DIGITS, 4)
        own = [sign for sign, codes in KNOWN["money"].items() if code in codes]
        sign = self._mostly(self._one(code, code.lower(), "", *own), self._one(*MONEY, *CODES))
        money = [sign, self._one("", " "), self._one("500", whole)]
        signed = "".join(money if self._random.random() < 0.5 else money[::-1])
        return self._mostly(
            self._one("", "", "", "500", "499.5", signed),
            self._one(whole, f"{whole}.{part}", signed + self._one(*MONEY), self._text(SCRAPS + DIGITS, 8)),
        )

    def _form(self) -> dict[str, Any]:
        self._is_careful = self._random.random() < 0.5
        code = self._one(*CODES)
        return {
            "country": self._mostly(self._one("", "", "", *COUNTRIES), self._text(SCRAPS, 3)),
            "buyers": self._mostly(self._one("", "home", "abroad"), self._one(*NAMES)),
            "account": self._mostly(self._one("", *ACCOUNTS), self._one(*NAMES)),
            "currency": self._mostly(
                self._one(code, code.lower(), self._text(BLANKS, 2) + code), self._text(SCRAPS, 4)
            ),
            "payment": self._mostly(
                self._one(*["subscription"] * 6, "one-time"), self._one("", "yearly", "constructor")
            ),
            "every": self._every(),
            "unit": self._mostly(self._one(*UNITS), self._one(*NAMES)),
            "start": self._start(),
            "amount": self._amount(code),
            "fields": self._random.choices([*KNOWN["fields"] * 20, "phone", "__proto__"], k=self._random.randint(0, 4)),
        }

    def _rules(self) -> dict[str, Any]:
        """Return a gateway as published: one of the specimen's, or with any statements of any rule types."""
        if self._random.random() < 0.1:
            return self._random.choice(PUBLISHED)
        types, share = specimen_site().vocabulary.values(), self._random.choice((0.6, 1))
        rules = {str(one.rule): self._rule(one) for one in types if self._random.random() < share}
        return {"rules": rules, "absent": self._one("not-stated", "not-known")}

    def _rule(self, rule_type: RuleType) -> list[dict[str, Any]]:
        state = self._one(*["stated"] * 6, "disagree", "decided", "said", "not-known")
        scopes: list[dict[str, Any]] = [
            {},
            {"in": ["IN"]},
            {"in": ["US", "DE"]},
            {"buyers": "home"},
            {"in": ["IN"], "buyers": "abroad"},
        ]
        chosen = self._random.sample(scopes, self._random.choice((1, 1, 1, 2, 3)))
        return [self._statement(rule_type, state, scope) for scope in chosen]

    def _statement(self, rule_type: RuleType, state: str, scope: dict[str, Any]) -> dict[str, Any]:
        parts = dict(rule_type.parts)
        sets = [name for name in ("only", "some", "not") if name in parts]
        names = [name for name in parts if name not in sets and self._random.random() < 0.5]
        names += self._random.sample(sets, min(len(sets), 1))
        has_values = state in ("stated", "disagree")
        own = {name: publish(self._some(parts[name])) for name in names} if has_values else {}
        if "only" in own and self._random.random() < 0.2 and parts["only"].set == "country":
            own["vague"] = ["FR", "GB"]
        said = {"state": state} if state != "stated" else {}
        publisher = {"by": "acme-pay"} if self._random.random() < 0.2 else {}
        return {"values": own, **said, **scope, **publisher}

    def _some(self, part: Part) -> Any:
        return kind_of(part).some(self._random, part, ITEMS)


def differences(engine: Engine, cases: list[Case]) -> list[tuple[Case, Any, Any]]:
    """Return the cases in which the engines do not agree, with what Python and what JavaScript says."""
    answers = zip(cases, in_python(cases), in_javascript(engine, cases), strict=True)
    found = zip(cases[::5], found_in_python(cases), found_in_javascript(engine, cases), strict=True)
    said = (*answers, *found)
    return [(case, python, javascript) for case, python, javascript in said if python != javascript]


def kinds(answers: list[Any]) -> set[str]:
    """Return the codes that answers have, so that a run can tell what it has met."""
    problems = {problem["code"] for answered in answers for problem in answered["problems"]}
    findings = [finding for answered in answers for finding in answered["findings"] or ()]
    groups = {answered["group"] for answered in answers if answered["group"]}
    return problems | groups | {f"{one['rule']}: {one['outcome']}" for one in findings}


def mended_forms(form: dict[str, Any], answered: Any) -> Iterator[dict[str, Any]]:
    """Yield the form with each change that the answer offers."""
    for finding in answered["findings"] or ():
        mend = finding["mend"] if finding["outcome"] == "change" else None
        if mend and mend["input"] == "interval":
            settable = [one for one in mend["values"] if one["unit"] in UNITS]  # no form takes hours
            yield from ({**form, "every": str(one["count"]), "unit": one["unit"]} for one in settable)
        elif mend and mend["input"] == "fields":
            yield {**form, "fields": [*form["fields"], *mend["values"]]}
        elif mend and mend["input"] == "amount":
            code = answered["plan"]["currency"]
            amounts = (f"{one // 1000}.{one % 1000:03d}" for one in mend["values"])
            yield from ({**form, "currency": code, "amount": one} for one in amounts)
        elif mend and mend["input"] == "currency":
            yield from ({**form, "currency": one, "amount": ""} for one in mend["values"])
