"""Pictures of the built site for human eyes: `make screenshots` writes them to screenshots/, which git ignores."""

import tempfile
from pathlib import Path

from browsing import CHROMIUM_OPTIONS, finished, serving
from playwright.sync_api import Page, sync_playwright
from support import ROOT

TARGET = ROOT / "screenshots"
PLAN = "?currency=INR&payment=subscription&every=1&unit=month&field=email&field=first-name"
PAGES = {
    "home": "",
    "article": "gateways/acme-pay/",
    "answer": f"gateways/acme-pay/{PLAN}#check",
    "problems": "gateways/acme-pay/?currency=&payment=subscription&every=3e1&unit=day#check",
    "checker": "checker/",
    "intervals": "guides/intervals/",
    "failed-payments": "guides/failed-payments/",
    "writing": "writing/",
    "pictures": "writing/pictures/",
    "check": "writing/checks/claims/",
}


def take_pictures(page: Page, url: str, name: str) -> None:
    """Take each picture of the article by itself, and the steps with English labels and a step ticked off."""
    page.goto(url)
    for picture in page.locator(".hc-picture").all():
        screen = str(picture.get_attribute("aria-labelledby")).removeprefix("screen-")
        picture.screenshot(path=TARGET / f"picture-{screen}-{name}.png")
    page.locator(".hc-tools [value=en]").check(force=True)
    page.locator(".hc-steps [type=checkbox]").first.check()
    page.locator("a.hc-callout").first.focus()
    page.screenshot(path=TARGET / f"steps-{name}.png")
    page.evaluate("localStorage.clear()")


def main() -> None:
    """Take every page in both languages, at phone and desk width, light and dark; and each picture."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_OPTIONS.split())
        with serving(finished(ROOT, Path(folder) / "site")) as url:
            for scheme in ("light", "dark"):
                for width in (360, 1280):
                    context = browser.new_context(
                        viewport={"width": width, "height": 800},
                        color_scheme=scheme,
                        reduced_motion="reduce",  # else a colour may be on its way to another
                    )
                    page = context.new_page()
                    for language, prefix in (("hi", ""), ("en", "en/")):
                        for name, path in PAGES.items():
                            page.goto(url + prefix + path, wait_until="networkidle")
                            page.screenshot(path=TARGET / f"{name}-{language}-{width}-{scheme}.png", full_page=True)
                        take_pictures(page, url + prefix + PAGES["article"], f"{language}-{width}-{scheme}")
        browser.close()


if __name__ == "__main__":
    main()
