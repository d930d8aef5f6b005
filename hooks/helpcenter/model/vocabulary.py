"""The schemas of docs/vocabulary/: what may be stated of a gateway, and in which words, language by language."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from ..files.source import Text
from .values import (
    CountryKey,
    CurrencyKey,
    Kept,
    Key,
    Label,
    LabelList,
    Labels,
    Name,
    Phrases,
    Strict,
    Texts,
    every_language,
    one_or_more,
    some_languages,
)

Item = Literal["country", "currency", "field", "unit", "quantity", "amount", "label", "gateway", "code", "word"]
"""What a set may be made of. A `word` is one of the choices that the rule type names itself."""

MAIN_PARTS = ("only", "some", "not")
"""How a set is stated: these and no others; these, and of others nothing is said; these are refused."""

_PATTERNS = {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"type": "string"}}]}
PatternList = Annotated[
    tuple[Text, ...], BeforeValidator(one_or_more), Field(min_length=1, strict=False), WithJsonSchema(_PATTERNS)
]
Patterns = Annotated[Mapping[str, PatternList], AfterValidator(every_language)]
"""Per language one pattern or several. The first of them is written where something is written."""
SomePatterns = Annotated[Mapping[str, PatternList], AfterValidator(some_languages)]
"""The same where a language may have none: for what is only read, and for rules that its patterns use."""
_BRANCHES = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
Branched = Annotated[Text | Mapping[str, Text], WithJsonSchema(_BRANCHES)]
Branches = Annotated[Mapping[str, Branched], AfterValidator(every_language)]
"""Per language a pattern, or one for each plural category of its first number ("one", "other") or value ("=0")."""


class Part(Strict):
    """What a part of a statement holds: a set of items, or one of some choices, or a value of a kind."""

    set: Item | None = None
    choice: Annotated[tuple[Text, ...] | None, Field(strict=False)] = None
    kind: Literal["quantity", "count", "amount", "yes_no"] | None = None


def _part(value: Any) -> Any:
    return {"kind": value} if isinstance(value, str) else value


_KIND = {"enum": ["quantity", "count", "amount", "yes_no"]}
WrittenPart = Annotated[
    Part, BeforeValidator(_part), WithJsonSchema({"anyOf": [_KIND, Part.model_json_schema()]}, mode="validation")
]


class ValueKind(Strict):
    """What a rule of a type states: a set with `only`, `some` or `not`, further parts, or both."""

    set: Item | None = None
    choice: Annotated[tuple[Text, ...] | None, Field(strict=False)] = None
    parts: Mapping[Name, WrittenPart] = {}


class Judge(Strict):
    """How a plan is held against a statement: by a function of the engine, and which input of the plan it looks at."""

    by: Literal["member", "covers", "possible", "interval", "limits", "needs", "tells"]
    input: Literal["country", "currency", "fields", "interval", "amount", "account", "payment"] | None = None
    otherwise: Literal["no", "change"] | None = None
    first: Annotated[tuple[Text, ...], Field(strict=False)] = ()


class RuleType(Kept):
    """`docs/vocabulary/<rule>.yml`: one type of rule. A key of `say` names the parts that its sentence states."""

    rule: Name
    place: int
    """Where readers meet it among all types, from small to large."""
    about: Literal["account", "payment", "subscription", "connection"]
    value: ValueKind
    judge: Judge
    asked: LabelList = ()
    """What readers ask for first: where it is refused, the table says so."""
    name: Labels
    meaning: Texts
    say: Mapping[Text, Branches]
    short: Mapping[Text, Branches]
    read: Mapping[Text, SomePatterns] = {}
    words: Mapping[Name, Mapping[Key, Patterns]] = {}
    answer: Mapping[Text, Texts] = {}
    rules: Mapping[Name, SomePatterns] = {}

    @property
    def parts(self) -> Mapping[str, Part]:
        """Return the parts that a statement of this type may have."""
        main = Part(set=self.value.set, choice=self.value.choice)
        parts = {**(dict.fromkeys(MAIN_PARTS, main) if self.value.set else {}), **self.value.parts}
        return {name: self._named(name, part) if part.set == "word" else part for name, part in parts.items()}

    def _named(self, name: str, part: Part) -> Part:
        """Return a part that is made of the type's own words: each such part has names of its own."""
        return Part.model_construct(set=cast("Item", f"word:{self.rule}.{name}"), choice=part.choice)


class UnitWords(Strict):
    """A unit of time: plural forms that are shown, also in the oblique case, and the words by which it is read."""

    forms: Annotated[Mapping[str, Mapping[str, Label]], AfterValidator(every_language)]
    oblique: Mapping[str, Mapping[str, Label]] = {}
    name: Labels
    listed: Labels
    read: Phrases


class Region(Strict):
    """Several countries under one id. Of a vague one nobody has a list: `countries` are those that may be meant."""

    countries: Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
    vague: bool = False
    name: Phrases


class SharedFile(Kept):
    """`docs/vocabulary/shared.yml`: words that all rule types use.

    `numbers` begin with zero; several spellings of one number are separated by a slash; `all_of` are "both", "all
    three" and so on. Of `countries` and `currencies` only names that CLDR does not have are here; the first is written.
    `turns` are words that turn the meaning of a sentence in which a claim stands, `anywhere` is what turns nothing and
    may stand between any words. `counted` are words for retries, beside which a number is a fact;
    `codes_that_are_words` are codes of currencies that mean one in capital letters only.
    """

    units: Mapping[Name, UnitWords]
    numbers: Phrases
    all_of: Phrases
    joints: Mapping[Literal["and", "or"], Phrases]
    beside_items: Phrases
    rules: Mapping[Name, SomePatterns]
    say: Mapping[Text, Branches]
    short: Mapping[Text, Branches]
    read: Mapping[Text, SomePatterns]
    anywhere: Patterns
    frames: Mapping[Literal["by", "in", "home", "abroad"], Patterns]
    turns: Phrases
    end_states: Phrases
    counted: Phrases
    codes_that_are_words: Annotated[tuple[Text, ...], Field(strict=False)]
    countries: Mapping[CountryKey, Mapping[str, LabelList]]
    currencies: Mapping[CurrencyKey, Mapping[str, LabelList]]
    regions: Mapping[CountryKey, Region]
    end_marks: Labels
    questions: Phrases
