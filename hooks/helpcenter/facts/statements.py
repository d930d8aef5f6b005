"""The shape of rules in YAML, made of the vocabulary; what they state; and where an absent one is looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, create_model, model_validator
from pydantic_core import PydanticCustomError

from ..model.documents import RulesFile, StatementKeys
from ..model.rules import PLATFORM, Facts, Rule, State, Statement
from ..model.site import Gateway, Site
from ..model.values import Strict
from ..model.vocabulary import RuleType
from .kinds import kind_of

TAGS = ("<one>", "<several>", "<disagree>")
"""How a rule is written: one statement, a list, or a list of statements that contradict each other."""
_STATES: Mapping[str, State] = {"said": "said", "decided_by": "decided", "not_known": "not-known"}


class _Stated(StatementKeys):
    """A statement has values, or says why it has none."""

    @model_validator(mode="after")
    def _say_something(self) -> "_Stated":
        own = self.model_fields_set - set(StatementKeys.model_fields)
        reasons = [name for name in _STATES if getattr(self, name) is not None]
        if bool(own) + len(reasons) != 1:
            message = "must state something, or be one of: said, decided_by, not_known"
            raise PydanticCustomError("statement", message)
        if not self.source and self.not_known is None:
            raise PydanticCustomError("no_source", "must name its source")
        return self


def _written_as(value: Any) -> str:
    if isinstance(value, list):
        return "<several>"
    return "<disagree>" if isinstance(value, dict) and "disagree" in value else "<one>"


def rules_file(vocabulary: Mapping[str, RuleType]) -> type[RulesFile]:
    """Return the model of a `rules.yml`: what may be stated is what the vocabulary has types for."""
    return _rules_file(tuple(vocabulary.values()))


@cache
def _rules_file(types: tuple[RuleType, ...]) -> type[RulesFile]:
    fields: dict[str, Any] = {str(one.rule): (_rule(one) | None, None) for one in types}
    rules = create_model("Rules", __base__=Strict, __doc__="The rules. An absent one is not stated.", **fields)
    return create_model("RulesFile", __base__=RulesFile, __doc__=RulesFile.__doc__, rules=(rules, ...))


def _rule(rule_type: RuleType) -> Any:
    parts: dict[str, Any] = {
        str(name): (kind_of(part).annotation(part) | None, None) for name, part in rule_type.parts.items()
    }
    one: Any = create_model(f"statement of {rule_type.rule}", __base__=_Stated, **parts)
    several = Annotated[tuple[one, ...], Field(min_length=1, strict=False)]
    disagree: Any = create_model(f"texts on {rule_type.rule}", __base__=Strict, disagree=(several, ...))
    tagged = Annotated[one, Tag(TAGS[0])] | Annotated[several, Tag(TAGS[1])] | Annotated[disagree, Tag(TAGS[2])]
    return Annotated[tagged, Discriminator(_written_as)]


def rules_of(file: RulesFile) -> Mapping[str, Rule]:
    """Return what the rules of a file state, by their types."""
    return {name: Rule(name, tuple(_statements(name, value))) for name, value in file.rules if value is not None}


def _statements(name: str, written: Any) -> Iterator[Statement]:
    if isinstance(written, StatementKeys):
        yield _statement(written, ("rules", name))
    elif isinstance(written, tuple):
        yield from (_statement(one, ("rules", name, index)) for index, one in enumerate(written))
    else:
        for index, one in enumerate(written.disagree):
            yield _statement(one, ("rules", name, "disagree", index), disagrees=True)


def _statement(written: StatementKeys, path: tuple[str | int, ...], *, disagrees: bool = False) -> Statement:
    own = written.model_fields_set - set(StatementKeys.model_fields)
    state: State = next((state for name, state in _STATES.items() if getattr(written, name) is not None), "stated")
    return Statement(
        values={name: getattr(written, name) for name in type(written).model_fields if name in own},
        sources=written.source,
        state="disagree" if disagrees else state,
        path=path,
        countries=tuple(map(str, written.in_ or ())),
        buyers=written.buyers or "",
        has_exception=written.but is not None,
        as_of=written.as_of,
    )


@dataclass(frozen=True)
class Found:
    """A rule, and whose it is: the gateway's own, that of the gateway under it, or one for every gateway."""

    rule: Rule
    home: Facts


def homes(site: Site, gateway: Facts) -> Iterator[Facts]:
    """Yield where the rules of a gateway are looked up: its own, those of the one named by `on`, the platform's."""
    yield gateway
    below = site.gateways.get(str(gateway.file.on)) if isinstance(gateway, Gateway) and gateway.file.on else None
    if below is not None and below is not gateway:
        yield below
    if site.platform is not None and gateway is not site.platform:
        yield site.platform


def find(site: Site, gateway: Facts, rule_type: str) -> Found | None:
    """Return the rule of a gateway, or the one that stands in for it, or None."""
    return next((Found(home.rules[rule_type], home) for home in homes(site, gateway) if rule_type in home.rules), None)


def statements(site: Site, gateway: Facts, rule_type: str) -> Iterator[tuple[Found, Statement]]:
    """Yield all that is stated for a gateway, with the rule that states it.

    Where its own statements are for some accounts or buyers only, what is stated for all by the gateway under it holds
    for the others: an account for Apple Pay is one of Stripe.
    """
    found = [Found(home.rules[rule_type], home) for home in homes(site, gateway) if rule_type in home.rules]
    for one in found:
        is_first = one is found[0]
        yield from ((one, own) for own in one.rule.statements if is_first or not (own.countries or own.buyers))
        if any(not (own.countries or own.buyers) for own in one.rule.statements):
            return


def absent_state(gateway: Facts) -> State:
    """Return what an absent rule means: nothing is stated where a systeme.io article was read whole, else unknown."""
    whole = any(one.by == PLATFORM and one.extent == "whole" for one in gateway.file.sources.values())
    return "not-stated" if whole else "not-known"
