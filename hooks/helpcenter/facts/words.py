"""What one language calls things: the words by which values are found in a text, and by which they are written."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import count

from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from ..language.spelling import Token, spelling, tokens
from ..model.documents import Term
from ..model.memory import lasting
from ..model.site import Gateway, Site
from ..model.vocabulary import SharedFile

Names = Mapping[str, Sequence[str]]
"""From the id of a thing to what it is called; the first name is the one that is written."""
Index = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""From the first word of a name, as spelled, to all its words and the id that they mean; the longest name first."""

CODES = ("currency", "country")
"""Things that have a code in capital letters, which no word of a language is."""
_numbers = count()


class Words:
    """The names of things in one language, for the pages of one gateway or for all pages."""

    def __init__(self, site: Site, language: str, gateway: Gateway | None) -> None:
        """Know the names of `site`, and the labels on a gateway's own screens."""
        self.site, self.language, self._gateway = site, language, gateway
        self.shared: SharedFile = site.shared
        self._locale = Locale.parse(language)
        self._named: dict[str, Names] = {}
        self._indexes: dict[str, Index] = {}

    @cached_property
    def key(self) -> int:
        """Return a number for all that names come from, besides the vocabulary: words of one number find the same."""
        own = self._gateway.own if self._gateway else None
        made_of = self.site.terms, tuple(self.site.publishers.items()), _codes(self.site), own
        return _number(made_of)

    def names(self, kind: str) -> Names:
        """Return the names of all things of a kind."""
        if kind not in self._named:
            self._named[kind] = self._names(kind)
        return self._named[kind]

    def _names(self, kind: str) -> Names:
        site, language = self.site, self.language
        terms: Mapping[str, Term] | None = {"field": site.terms.fields, "label": site.terms.labels}.get(kind)
        if terms is not None:
            own = self._gateway.own_labels if self._gateway and kind == "label" else {}
            provided = {id_: (label,) for id_, label in own.items()}
            return {
                **{id_: (one.text[language], *one.also.get(language, ())) for id_, one in terms.items()},
                **provided,
            }
        listed: dict[str, Names] = {
            "unit": {id_: (unit.listed[language],) for id_, unit in self.shared.units.items()},
            "gateway": {id_: (name,) for id_, name in site.publishers.items()},
            "code": {str(code): (code,) for code in _codes(site)},
        }
        if kind.startswith("word:"):
            rule, _, part = kind.removeprefix("word:").partition(".")
            return {id_: own[language] for id_, own in site.vocabulary[rule].words[part].items()}
        if kind in listed:
            return listed[kind]
        return self._currencies if kind == "currency" else self._countries

    @cached_property
    def _currencies(self) -> Names:
        shared = self.shared.currencies
        named = {code: shared.get(code, {}).get(self.language, ()) for code in self.site.currencies}
        return {code: (code, *more, *self._of_cldr(code)) for code, more in named.items()}

    def _of_cldr(self, code: str) -> Iterable[str]:
        counted = (get_currency_name(code, count, self._locale) for count in (1, 5))
        names = (str(self._locale.currencies.get(code, "")), *counted)
        return (name for name in dict.fromkeys(names) if name and name != code)

    @cached_property
    def _countries(self) -> Names:
        territories, shared = self._locale.territories, self.shared.countries
        countries = {
            code: (*shared.get(code, {}).get(self.language, ()), str(territories.get(code, code)))
            for code in self.site.countries
        }
        return {**countries, **{id_: region.name[self.language] for id_, region in self.shared.regions.items()}}

    def index(self, kind: str) -> Index:
        """Return the names of a kind by their first word."""
        if kind not in self._indexes:
            self._indexes[kind] = _indexed(self.names(kind))
        return self._indexes[kind]

    def item(self, kind: str, text: Sequence[Token], at: int) -> tuple[int, str] | None:
        """Return how many tokens from `at` on name a thing of a kind, and its id."""
        if kind in CODES and text[at].written in self.names(kind):
            return 1, text[at].written
        for name, id_ in self.index(kind).get(text[at].spelled, ()):
            is_code = kind in CODES and len(id_) < 4 and (id_.lower(),) == name  # EUROPE is the id of Europe
            if not is_code and tuple(token.spelled for token in text[at : at + len(name)]) == name:
                return len(name), id_
        return None

    def name(self, kind: str, id_: str) -> str:
        """Return what a thing is called; one that there is not, as the check `references` says, by its id."""
        return str(self.names(kind).get(id_, (id_,))[0])

    @cached_property
    def numbers(self) -> Index:
        """Return the words of numbers by their first word; the ids are digits."""
        return _numbered(self.shared.numbers[self.language], 0)

    @cached_property
    def units(self) -> Index:
        """Return the words of units beside a number."""
        read = {id_: unit.read[self.language] for id_, unit in self.shared.units.items()}
        return _indexed(read)

    @cached_property
    def all_of(self) -> Index:
        """Return words such as "both" and "all three" by their first word; the ids are digits."""
        return _numbered(self.shared.all_of[self.language], 2)

    def all(self, number: int) -> str:
        """Return "both", "all three" and so on; an empty text for numbers without such a word."""
        phrases = self.shared.all_of[self.language]
        return str(phrases[number - 2]).partition("/")[0] if 2 <= number < len(phrases) + 2 else ""

    def joint(self, joint: str) -> str:
        """Return the word between the last two of several things."""
        return str(self.shared.joints[joint][self.language][0])  # type: ignore[index]  # "and" or "or"

    @cached_property
    def beside_items(self) -> frozenset[str]:
        """Return the words that may stand before or behind an item of a list."""
        return frozenset(spelling(str(word)) for word in self.shared.beside_items[self.language])

    @cached_property
    def joints(self) -> Mapping[str, str]:
        """Return which words and marks may stand between things, and whether they mean "and" or "or"."""
        words = {",": "", "/": ""}
        for joint, phrases in self.shared.joints.items():
            words |= {tokens(str(phrase))[0].spelled: joint for phrase in phrases[self.language]}
        return words

    def plural(self, number: int) -> str:
        """Return the plural category of CLDR to which a number belongs."""
        return str(self._locale.plural_form(number))

    def number(self, number: float) -> str:
        """Return a number in the language's grouping: 1,00,000 in Hindi."""
        return str(format_decimal(number, locale=self.language))


def _numbered(phrases: Sequence[str], first: int) -> Index:
    return _indexed({str(number): phrase.split("/") for number, phrase in enumerate(phrases, first)})


def _indexed(names: Names) -> Index:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for id_, own in names.items():
        for name in own:
            spelled = tuple(token.spelled for token in tokens(str(name)))
            found.setdefault(spelled[0], []).append((spelled, str(id_)))
    return {word: sorted(meant, key=lambda one: -len(one[0])) for word, meant in found.items()}


def words_of(site: Site, language: str, gateway: Gateway | None = None) -> Words:
    """Return the words of a language for the pages of a gateway, which has labels of its own or is as good as none."""
    return _words(site, language, gateway.id if gateway and gateway.own else "")


@lru_cache(maxsize=64)
def _number(_made_of: Hashable) -> int:
    return next(_numbers)


@lasting
def _words(site: Site, language: str, gateway: str) -> Words:
    return Words(site, language, site.gateways[gateway] if gateway else None)


@lasting
def _codes(site: Site) -> tuple[str, ...]:
    """Return every code that some rule states, such as the name of a webhook's event."""
    return tuple(code for gateway in site.gateways for code in _codes_of(site, gateway))


@lasting
def _codes_of(site: Site, gateway: str) -> tuple[str, ...]:
    found = list[str]()
    for rule in site.gateways[gateway].rules.values():
        for name, part in site.vocabulary[rule.type].parts.items():
            if part.set == "code":
                found += [str(code) for one in rule.statements for code in one.values.get(name, ())]
    return tuple(found)
