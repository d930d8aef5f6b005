"""What is read in a text that waits for review: the values of its claims, and whether the vocabulary wrote it."""

from collections.abc import Iterator

from ..facts.claims import judge, resolve
from ..facts.kinds import shown
from ..facts.ways import ways
from ..files.inline import BOUND_SCHEMES, bound_links, visible
from ..model.site import Gateway, Site
from .units import Unit


def read_in(site: Site, unit: Unit, language: str) -> Iterator[str]:
    """Yield, for each claim of a unit, its rule and the values that its words say."""
    for text in unit.texts[language]:
        for link in bound_links(text):
            if link.scheme == "rule":
                target = resolve(site, str(link.target), _gateway(site, unit))
                readings = judge(site, language, target, link.words).readings if target.exists else ()
                yield f"{link.target}: {shown(readings[0].values) if readings else 'what the note says'}"


def is_drafted(site: Site, unit: Unit) -> bool:
    """Say whether all words of a unit are sentences exactly as `helpcenter say` writes them first."""
    if "#rule-" in unit.id:  # what the checker says of a rule
        return True
    return all(
        not visible(text, hide=BOUND_SCHEMES).strip(" .:") and _is_said(site, unit, language, text)
        for language, texts in unit.texts.items()
        for text in texts
    )


def _is_said(site: Site, unit: Unit, language: str, text: str) -> bool:
    gateway = _gateway(site, unit)
    links = [link for link in bound_links(text) if link.scheme == "rule"]  # type: ignore[arg-type]  # a text of a unit
    return bool(links) and all(
        link.words in [way.sentence for way in ways(site, language, resolve(site, str(link.target), gateway))]
        for link in links
    )


def _gateway(site: Site, unit: Unit) -> Gateway | None:
    parts = unit.id.partition("#")[0].split("/")
    return site.gateways.get(parts[1]) if parts[0] == "gateways" and len(parts) > 1 else None
