"""What messengers show beside a link, and phones among their apps: `make previews` draws both in docs/assets/."""

from browsing import CHROMIUM_OPTIONS
from playwright.sync_api import sync_playwright
from support import ROOT, load_site

from helpcenter.settings import read_settings

CARD = """<!doctype html><html lang="{language}"><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 630px; display: flex; flex-direction: column; justify-content: center;
  gap: 28px; padding: 0 90px; box-sizing: border-box; background: #26338a; color: #fff;
  font: 34px/1.6 "Noto Sans", "Noto Sans Devanagari", sans-serif; }}
img {{ width: 120px; }} h1 {{ margin: 0; font-size: 68px; line-height: 1.45; }} p {{ margin: 0; }}
</style><body><div>{icon}</div><h1>{name}</h1><p>{words}</p></body></html>"""


def main() -> None:
    """Draw one card per language from the site's name and the home page's title."""
    site, settings = load_site(), read_settings(ROOT)
    icon = (ROOT / "docs" / "assets" / "icon.svg").read_text(encoding="utf-8").replace("<svg ", '<svg width="120" ')
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_OPTIONS.split())
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        for language, names in settings.languages.items():
            words = site.pages["index"][language].meta.title
            page.set_content(CARD.format(language=language, icon=icon, name=names.site_name, words=words))
            page.screenshot(path=ROOT / "docs" / "assets" / f"preview-{language}.png")
        for width in (192, 512):
            page.set_viewport_size({"width": width, "height": width})
            page.set_content(f'<body style="margin: 0">{icon.replace(chr(34) + "120", f"{chr(34)}{width}")}</body>')
            page.screenshot(path=ROOT / "docs" / "assets" / f"icon-{width}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
