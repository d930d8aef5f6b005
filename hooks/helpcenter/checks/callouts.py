"""Numbers in pictures and numbers in the text are one record: each callout is used by a step on its screen."""

from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..markdown import bound_links
from ..model import Screen
from ..schema import did_you_mean
from ..site import Gateway, Site

NAME = "callouts"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield callouts that no step uses, that stand twice or are no labels, and screens that are missing or unused."""
    for gateway in site.gateways.values():
        known = {str(screen.id) for screen in gateway.article.screens}
        for section in gateway.article.sections:
            if section.screen and section.screen not in known:
                yield Diagnostic(
                    section.screen.at(), NAME, f"no screen '{section.screen}'", did_you_mean(section.screen, known)
                )
        for screen in gateway.article.screens:
            yield from _check_screen(site, gateway, screen)


def _check_screen(site: Site, gateway: Gateway, screen: Screen) -> Iterator[Diagnostic]:
    steps = [step for section in gateway.article.sections if section.screen == screen.id for step in section.steps]
    if not steps:
        hint = f"write 'screen: {screen.id}' in the section whose steps happen there"
        yield Diagnostic(screen.id.at(), NAME, f"no section uses the screen '{screen.id}'", hint)
        return
    texts = [text for step in steps for text in step.text.values()]
    used = {link.target for text in texts for link in bound_links(text) if link.scheme == "ui"}
    for index, callout in enumerate(screen.callouts):
        if callout not in site.terms.labels:
            yield Diagnostic(callout.at(), NAME, f"no label '{callout}'", did_you_mean(callout, site.terms.labels))
        elif callout in screen.callouts[:index]:
            yield Diagnostic(callout.at(), NAME, f"the callout '{callout}' stands twice", "one thing has one number")
        elif callout not in used:
            hint = f"write [words](ui:{callout}) in a step, or remove the callout"
            yield Diagnostic(callout.at(), NAME, f"no step on this screen says '{callout}'", hint)
