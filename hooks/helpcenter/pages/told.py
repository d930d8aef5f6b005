"""What the checker tells of an answer, in one language. Twin of docs/assets/checker/messages.mjs."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from babel import Locale
from babel.numbers import format_decimal

from .speech import filled


class Told:
    """What the checker tells of an answer, in one language. Its words are those of the page: `texts.texts`."""

    def __init__(self, texts: Mapping[str, Any], language: str) -> None:
        """Tell in `language`."""
        self._texts, self._locale = texts, Locale.parse(language)

    def say(self, group: str, id_: str, values: Mapping[str, str] | None = None) -> str:
        """Return a message with its {placeholders} filled in."""
        return filled(str(self._texts["messages"][group][id_]), values or {})

    def summarise(self, name: str, group: str, findings: Sequence[Mapping[str, Any]]) -> str:
        """Return the one sentence on an answer: the group of the gateway `name`, and how much there is to do."""
        count = sum(one["outcome"] in ("change", "first") for one in findings)
        id_ = "fits-if-one" if group == "fits-if" and count == 1 else group
        return self.say("groups", id_, {"gateway": name, "count": self.number(count)})

    def open(self, name: str, findings: Sequence[Mapping[str, Any]]) -> str:
        """Return the second line: what is not documented of that which the plan touches; an empty one if all is."""
        silent = [one for one in findings if one["outcome"] == "silent" or one["state"].startswith("not-")]
        names = self.listed([self.name(one["rule"]) for one in silent], "and")
        return self.say("answer", "open", {"names": names, "gateway": name}) if names else ""

    def status(self, finding: Mapping[str, Any]) -> str:
        """Return how an outcome is called in two words; where nothing is judged, what is known."""
        outcome = finding["outcome"]
        is_open = outcome == "silent" or (outcome == "tells" and finding["state"] != "stated")
        return self.say("statuses", _state(finding) if is_open else outcome)

    def name(self, rule: str) -> str:
        """Return how a rule type is called."""
        return str(self._texts["types"][rule]["name"])

    def says(self, finding: Mapping[str, Any], plan: Mapping[str, Any], said: Mapping[str, Sequence[str]]) -> list[str]:
        """Return the sentences of a finding: on the plan, then what is stated; `said` are the gateway's sentences."""
        rule, outcome, state = finding["rule"], finding["outcome"], _state(finding)
        spec = self._texts["types"][rule]
        answer = spec.get("answer", {}).get(outcome)
        values = {"plan": self._of_plan(finding, plan), "mend": self._mended(finding, plan)}
        lines = [filled(answer, values)] if answer and not finding["scope"] else []
        lines += self._scope(finding["scope"]) if finding["scope"] else []
        lines += [sentence for sentence in said.get(rule, []) if sentence]
        return lines + ([self.say("states", state)] if state != "stated" else [])

    def plan(self, plan: Mapping[str, Any]) -> list[str]:
        """Return what a plan says of account, currency and interval, as far as it says something."""
        said = [
            self.country(plan["country"]) if plan["country"] else "",
            plan["currency"] or "",
            self.quantity(plan["interval"]) if plan["interval"] else "",
        ]
        return [one for one in said if one]

    def reason(self, finding: Mapping[str, Any], plan: Mapping[str, Any]) -> str:
        """Return why a gateway is in its group, in one sentence."""
        spec = self._texts["types"][finding["rule"]]
        own = spec.get("answer", {}).get("yes" if finding["scope"] else finding["outcome"])
        state = _state(finding)
        if state in ("disagree", "provider"):
            return f"{spec['name']}: {self.say('states', state)}"
        if not own:
            return f"{spec['name']}: {self.status(finding)}"
        sentence = filled(own, {"plan": self._of_plan(finding, plan), "mend": self._mended(finding, plan)})
        return " ".join([sentence, *(self._scope(finding["scope"]) if finding["scope"] else [])])

    @staticmethod
    def said_by(
        statements: Sequence[Mapping[str, Any]], finding: Mapping[str, Any], plan: Mapping[str, Any]
    ) -> int | None:
        """Return the place of the statement for the narrowest of the scopes that a finding is about; None for none."""
        scope = finding["scope"] or {}
        country, buyers = scope.get("country") or plan["country"], scope.get("buyers") or plan["buyers"]
        widths = [
            1 + ("in" in one) + ("buyers" in one)
            if country in one.get("in", [country]) and one.get("buyers", buyers) == buyers
            else 0
            for one in statements
        ]
        return widths.index(max(widths)) if any(widths) else None

    def mend(self, finding: Mapping[str, Any], plan: Mapping[str, Any]) -> str:
        """Return the sentence that says what to change; an empty one where nothing can be named."""
        template = self._texts["types"][finding["rule"]].get("answer", {}).get("mend")
        if finding["outcome"] != "change" or not finding["mend"] or not template:
            return ""
        values = {"mend": self._mended(finding, plan)}
        sentence = filled(template, values)
        return f"{sentence} {self.say('answer', 'arithmetic')}" if finding["mend"].get("arithmetic") else sentence

    def number(self, number: int) -> str:
        """Return a number in the language's grouping."""
        return str(format_decimal(number, locale=self._locale))

    def quantity(self, quantity: Mapping[str, Any], which: Literal["forms", "of"] = "forms") -> str:
        """Return a count with its unit, such as "30 days"; `of` before a noun: in Hindi, a month is other there."""
        forms = self._texts["units"][quantity["unit"]][which]
        return str(forms[self._locale.plural_form(quantity["count"])]).replace("{n}", self.number(quantity["count"]))

    def listed(self, items: Sequence[str], joint: str) -> str:
        """Return "USD, EUR and GBP" with the joint "and" or "or"."""
        if len(items) < 2:
            return "".join(items)
        return self.say("answer", f"listed-{joint}", {"first": ", ".join(items[:-1]), "last": items[-1]})

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return str(self._texts["countries"].get(code) or self._locale.territories.get(code, code))

    def amount(self, thousandths: int) -> str:
        """Return an amount as it is written: 1,00,000 in Hindi, and two decimals or none."""
        whole, part = divmod(thousandths, 1000)
        return self.number(whole) + (f".{part // 10:02d}" if part else "")

    def _of_plan(self, finding: Mapping[str, Any], plan: Mapping[str, Any]) -> str:
        """Return the value of a plan that a finding speaks of."""
        input_ = self._texts["types"][finding["rule"]]["input"]
        value = plan.get(input_) if input_ else None
        if value is None:
            return ""
        if input_ == "country":
            return self.country(value)
        if input_ == "amount":
            return f"{plan['currency']} {self.amount(value)}"
        return self.quantity(value, "of") if input_ == "interval" else str(value)

    def _mended(self, finding: Mapping[str, Any], plan: Mapping[str, Any]) -> str:
        """Return what to change to: all fields and needs, or one of several values."""
        mend = finding["mend"]
        if not mend:
            return ""
        joint = "and" if mend["input"] in ("fields", "need") else "or"
        values = [self._value(finding["rule"], mend["input"], one) for one in mend["values"]]
        if mend["input"] == "amount":
            values = [f"{plan['currency']} {one}" for one in values]
        return self.listed(values, joint)

    def _value(self, rule: str, input_: str, value: Any) -> str:
        if input_ == "interval":
            return self.quantity(value, "of")
        if input_ == "amount":
            return self.amount(value)
        names = {
            "fields": self._texts["fields"],
            "unit": {unit: words["listed"] for unit, words in self._texts["units"].items()},
            "need": self._texts["types"][rule].get("words", {}),
        }
        return str(names.get(input_, {}).get(value, value))

    def _scope(self, scope: Mapping[str, Any]) -> list[str]:
        """Return for whom a yes holds."""
        country, buyers = scope["country"], scope["buyers"]
        lines = [self.say("answer", "if-country", {"country": self.country(country)})] if country else []
        if scope["elsewhere"]:
            countries = self.listed([self.country(code) for code in scope["elsewhere"]], "or")
            lines.append(self.say("answer", "if-elsewhere", {"countries": countries}))
        return lines + ([self.say("answer", f"if-{buyers}")] if buyers else [])


def _state(finding: Mapping[str, Any]) -> str:
    """Return how the statements of a finding stand: what only the provider states is no answer yet."""
    is_of_provider = finding["outcome"] == "silent" and finding["state"] == "stated"
    return "provider" if is_of_provider else str(finding["state"])
