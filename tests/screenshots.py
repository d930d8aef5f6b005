"""Pictures for human eyes: `make screenshots` takes every page for customers in screenshots/, in each look.

`make screenshots PAGES="checker gateways/secure-and-pay/index"` takes these alone.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Literal

from browsing import finished, launched, serving
from playwright.sync_api import Page
from support import ROOT, load_site, shipped

TARGET = ROOT / "screenshots"
WIDTHS = (360, 1040, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PLAN = "?currency=INR&payment=subscription&every=1&unit=month&field=email#checker"


def main() -> None:
    """Take the pages that are named, or all for customers, in every language, width and scheme."""
    site = load_site(ROOT)
    keys = sys.argv[1:] or [key for key in site.pages if not key.startswith("writing/")]
    TARGET.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(finished(shipped(Path(folder)))) as url,
        launched() as browser,
    ):
        for width, scheme in product(WIDTHS, SCHEMES):
            size = {"width": width, "height": 800}
            # Without motion: else a colour may be on its way to another.
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            for key, language in product(keys, site.languages):
                name = f"{key.replace('/', '-')}-{language}-{width}-{scheme}"
                take(page, url + site.address(key, language), name)
            page.close()


def take(page: Page, url: str, name: str) -> None:
    """Take a page and, where it has a checker, its answer to a plan that does not fit."""
    page.goto(url, wait_until="networkidle")
    page.screenshot(path=TARGET / f"{name}.png", full_page=True)
    if page.locator(".hc-checker").count():
        page.goto(url + PLAN, wait_until="networkidle")
        page.locator(".hc-answer:visible").wait_for()
        page.screenshot(path=TARGET / f"{name}-answer.png", full_page=True)


if __name__ == "__main__":
    main()
