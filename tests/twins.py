"""The twin engines side by side: random plans of hostile text, run in Python and, by the thousand, in JavaScript."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from machine import DENO, deno_environment
from support import ROOT
from vectors import KNOWN

from helpcenter.engine.answer import answer
from helpcenter.engine.typed import UNITS

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

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Tell a new process what typed plans are read with."""
        self._process = process
        self._send(KNOWN)

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
def engine_in_deno() -> Iterator[Engine]:
    """Run the browser's engine."""
    command = [str(DENO), "run", "--no-prompt", "--no-code-cache", str(Path(__file__).with_name("engine.mjs"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", env=deno_environment()) as process:
        yield Engine(process)


def in_javascript(engine: Engine, cases: list[Case]) -> list[Any]:
    """Return the answers of the browser's engine."""
    return engine.call("answer", *((case["rules"], case["form"]) for case in cases))


def in_python(cases: list[Case]) -> list[Any]:
    """Return Python's answers, as JSON has them."""
    answers: list[Any] = json.loads(json.dumps([answer(case["rules"], case["form"], KNOWN) for case in cases]))
    return answers


CODES = ("USD", "EUR", "GBP", "INR", "JPY", "BOV", "XAU")
BLANKS = " \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u2000\u2003\u200a\u200b\u200d\u2028\u202f\u3000\ufeff"
DIGITS = "0123456789०१२३४५६७८९" + "٠٩۰۹০৯੦੯૦૯୦୯௦௯౦౯೦೯൦൯０９" + "၃²Ⅳ：౸୰"
SCRAPS = "0१,._-+eExX½दिनdayसıſKİ\u093c\u0958\ud800\udfff\U0001f4a9ΑΕЕ<&\"'\\"
NAMES = ("", "eon", "constructor", "__proto__", "toString", "DAYS", "हफ़्ते", "hasOwnProperty")
WORDS = tuple(word for word, said in KNOWN["words"].items() if said)
EVERY = tuple(word for word, said in KNOWN["words"].items() if not said)
COUNTS = ("1", "2", "7", "12", "28", "30", "31", "45", "90", "365", "9999", "10000", "0")
GROUPED = ("1,000", "1,00,000", "1000,000", "1,2345", "12,34", "1,2,345", "a,bcd", "1,bcd", "9" * 400)


class Cases:
    """Endless random cases. `seed` makes a run repeatable."""

    def __init__(self, seed: int) -> None:
        """Begin anew."""
        self._random = Random(seed)

    def batch(self, size: int = BATCH) -> list[Case]:
        """Return the next cases."""
        return [{"rules": self._rules(), "form": self._form()} for _ in range(size)]

    def _text(self, alphabet: str, most: int) -> str:
        return "".join(self._random.choices(alphabet, k=self._random.randint(0, most)))

    def _one(self, *choices: str) -> str:
        return self._random.choice(choices)

    def _mostly(self, good: str, bad: str) -> str:
        return good if self._random.random() < 0.9 else bad

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

    def _amount(self) -> str:
        whole, part = self._one(*COUNTS, *GROUPED, self._text(DIGITS, 5)), self._text(DIGITS, 4)
        return self._mostly(
            self._one("", "500", "499.5"), self._one(whole, f"{whole}.{part}", self._text(SCRAPS + DIGITS, 8))
        )

    def _form(self) -> dict[str, Any]:
        code = self._one(*CODES)
        return {
            "currency": self._mostly(
                self._one(code, code.lower(), self._text(BLANKS, 2) + code), self._text(SCRAPS, 4)
            ),
            "payment": self._mostly(
                self._one(*["subscription"] * 6, "one-time"), self._one("", "yearly", "constructor")
            ),
            "every": self._every(),
            "unit": self._mostly(self._one(*UNITS), self._one(*NAMES)),
            "start": self._start(),
            "amount": self._amount(),
            "fields": self._random.choices([*KNOWN["fields"] * 20, "phone", "__proto__"], k=self._random.randint(0, 4)),
        }

    def _quantity(self) -> dict[str, Any]:
        return {"count": self._random.choice((1, 2, 7, 14, 28, 30, 31, 365, 400)), "unit": self._one(*UNITS)}

    def _some(self, items: tuple[str, ...]) -> list[str]:
        return self._random.sample(items, self._random.randint(1, len(items)))

    def _rules(self) -> dict[str, Any]:
        every: dict[str, Any] = {
            "currencies": {"only": self._some(CODES)},
            "required_fields": {"fields": self._some(tuple(KNOWN["fields"]))},
            "interval": {"only": self._some(UNITS), "month": self._random.choice((28, 30, 31))},
            "retries": {"scheduled": self._random.randint(0, 3)},
            "failure": {"notify": self._random.random() < 0.5, "cancel_after": self._quantity()},
        }
        for rule, part in (("interval", "month"), ("failure", "notify"), ("failure", "cancel_after")):
            if self._random.random() < 0.3:
                del every[rule][part]
        stated = {name: rule for name, rule in every.items() if self._random.random() < 0.75}
        open_ = tuple(name for name in every if name not in stated)
        decided = {"provider_decides": {"rules": self._some(open_)}} if open_ and self._random.random() < 0.5 else {}
        return {**stated, **decided}


def differences(engine: Engine, cases: list[Case]) -> list[tuple[Case, Any, Any]]:
    """Return the cases in which the engines do not agree, with what Python and what JavaScript says."""
    answers = zip(cases, in_python(cases), in_javascript(engine, cases), strict=True)
    return [(case, python, javascript) for case, python, javascript in answers if python != javascript]


def kinds(answers: list[Any]) -> set[str]:
    """Return the codes that answers have, so that a run can tell what it has met."""
    findings = [finding for answered in answers for finding in answered["findings"] or ()]
    mends = [finding["mend"] for finding in findings if finding["mend"]]
    summaries = [answered["summary"] for answered in answers if answered["summary"]]
    problems = [problem for answered in answers for problem in answered["problems"]]
    return {one["code"] for one in (*findings, *mends, *summaries, *problems)}
