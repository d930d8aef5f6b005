"""The vocabulary can be read and written: patterns parse, their places exist, and every part has its words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from ..facts import patterns
from ..facts.grammar import COUNTED, NAMES
from ..facts.keys import parse_key
from ..files.diagnostics import Diagnostic, Position
from ..files.source import Text
from ..model.site import Site
from ..model.vocabulary import MAIN_PARTS, RuleType, SharedFile

NAME = "vocabulary"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield patterns that cannot be read, that state a fact themselves, and parts or choices without words."""
    for rule_type in site.vocabulary.values():
        yield from _problems(rule_type, site.shared, site.languages)


@lru_cache(maxsize=256)
def _problems(rule_type: RuleType, shared: SharedFile, languages: tuple[str, ...]) -> Sequence[Diagnostic]:
    rules = {**shared.rules, **rule_type.rules}
    patterns_of = (_Patterns(rule_type, rules, language) for language in languages)
    return [*chain.from_iterable(own.check() for own in patterns_of), *_unsayable(rule_type), *_wordless(rule_type)]


class _Patterns:
    """The patterns of a type in one language."""

    def __init__(self, rule_type: RuleType, rules: Mapping[str, Mapping[str, Sequence[Text]]], language: str) -> None:
        self._type, self._language = rule_type, language
        self._rules = {
            **{name: own.get(language, ()) for name, own in rules.items()},
            "name": (rule_type.name[language],),
        }
        self._known = {*rule_type.parts, *NAMES, *(["set"] if set(MAIN_PARTS) & set(rule_type.parts) else [])}
        self._named_by: dict[str, set[str]] = {}

    def check(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with them."""
        own = self._type
        for keys, written in [*own.say.items(), *own.short.items()]:
            yield from self._key(keys)
            branches = written[self._language]
            for text in branches.values() if isinstance(branches, Mapping) else [branches]:
                yield from self._pattern(text)
        for keys, read in own.read.items():
            for key in keys.split("|"):
                yield from self._key(Text(key, keys.source, keys.start))
            yield from (one for text in read.get(self._language, ()) for one in self._pattern(text))
        texts = [text for rule in own.rules.values() for text in rule.get(self._language, ())]
        texts += [text for part in own.words.values() for by in part.values() for text in by[self._language]]
        yield from (one for text in texts for one in self._pattern(text))

    def _slots(self, pattern: str) -> set[str]:
        """Return the names of all places of a pattern, those of the rules that it takes in among them."""
        patterns.parse(pattern)
        own, rules = patterns.named_in(pattern)
        return own.union(*map(self._slots_of, rules))

    def _slots_of(self, rule: str) -> set[str]:
        if rule not in self._rules:
            raise patterns.PatternError(f"no shared rule <{rule}>")
        if rule not in self._named_by:
            self._named_by[rule] = set[str]()  # should it take in itself
            self._named_by[rule] = set[str]().union(*map(self._slots, map(str, self._rules[rule])))
        return self._named_by[rule]

    def _key(self, key: Text) -> Iterator[Diagnostic]:
        try:
            parse_key(key, self._type.parts)
        except patterns.PatternError as error:
            yield Diagnostic(key.at(), NAME, str(error), "a key names parts, such as 'end after' or 'count=0'")

    def _pattern(self, text: Text) -> Iterator[Diagnostic]:
        try:
            names = self._slots(str(text))
        except patterns.PatternError as error:
            hint = "(a|b) are alternatives, [x] is only read, {part} is a value, <name> a shared rule"
            yield Diagnostic(text.at(), NAME, str(error), hint)
            return
        for name in sorted(names):
            if name.partition(":")[0] not in self._known and name.partition(":")[2] not in COUNTED:
                hint = f"its parts are: {', '.join(sorted(self._type.parts))}"
                yield Diagnostic(text.at(), NAME, f"{{{name}}} is no part of {self._type.rule}", hint)
        if re.search(r"\d", str(text)):
            hint = "write {part} where the value stands: values come from the rules"
            yield Diagnostic(text.at(), NAME, f"the pattern '{text}' states a number itself", hint)


def _unsayable(rule_type: RuleType) -> Iterator[Diagnostic]:
    """Yield parts that no sentence says, or no words of the table."""
    for group, written in (("say", rule_type.say), ("short", rule_type.short)):
        said = {word.partition("=")[0] for key in written for word in key.split()}
        for part in rule_type.parts:
            if part not in said:
                message = f"'{group}' has no sentence for the part '{part}'"
                yield Diagnostic(_place(rule_type), NAME, message, f"write it under '{group}: {{{part}: …}}'")


def _wordless(rule_type: RuleType) -> Iterator[Diagnostic]:
    """Yield choices without words, and words of a choice that there is not."""
    for name, part in rule_type.parts.items():
        words = rule_type.words.get(name, {})
        known = set(map(str, part.choice or ()))
        for choice in part.choice or ():
            if choice not in words:
                hint = f"write its words under 'words: {{{name}: {{{choice}: …}}}}'"
                yield Diagnostic(choice.at(), NAME, f"the choice '{choice}' has no words", hint)
        for written in words:
            if written not in known:
                message = f"'{written}' is no choice of '{name}'"
                yield Diagnostic(_place(rule_type), NAME, message, "add it to the choices")


def _place(rule_type: RuleType) -> Position:
    """Return where a type begins."""
    return rule_type.name[next(iter(rule_type.name))].at()
