"""What messengers show beside a link, phones among their apps, and the writers' guide as an example of a screenshot.

`make previews` draws them in docs/assets/.
"""

from browsing import launched
from support import ROOT, load_site

from helpcenter.loading.settings import read_settings

CARD = """<!doctype html><html lang="{language}"><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 630px; display: flex; flex-direction: column; justify-content: center;
  gap: 28px; padding: 0 90px; box-sizing: border-box; background: #26338a; color: #fff;
  font: 34px/1.6 "Noto Sans", "Noto Sans Devanagari", sans-serif; }}
img {{ width: 120px; }} h1 {{ margin: 0; font-size: 68px; line-height: 1.45; }} p {{ margin: 0; }}
</style><body><div>{icon}</div><h1>{name}</h1><p>{words}</p></body></html>"""

SCREENSHOT = """<!doctype html><html lang="{language}"><meta charset="utf-8"><style>
body {{ margin: 0; width: 640px; height: 340px; display: grid; place-items: center; background: #dfe7e4;
  font: 20px/1.6 "Noto Sans", "Noto Sans Devanagari", sans-serif; color: #17332b; }}
form {{ width: 500px; padding: 28px 36px; border-radius: 14px; background: #fff; }}
p {{ height: 46px; margin: 6px 0 14px; border: 2px solid #9db8af; border-radius: 8px; }}
button {{ float: right; padding: 6px 34px; border: 0; border-radius: 8px; background: #17604a; color: #fff;
  font: inherit; }}
</style><body><form>{site_id}<p></p>{key}<p></p><button>{save}</button></form></body></html>"""
"""Made up: no screen of systeme.io looks like this."""


def main() -> None:
    """Draw one card per language from the site's name and the home page's title."""
    site, settings = load_site(ROOT), read_settings(ROOT)
    icon = (ROOT / "docs" / "assets" / "icon.svg").read_text(encoding="utf-8").replace("<svg ", '<svg width="120" ')
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        for language, names in settings.languages.items():
            words = site.pages["index"][language].meta.title
            page.set_content(CARD.format(language=language, icon=icon, name=names.site_name, words=words))
            page.screenshot(path=ROOT / "docs" / "assets" / f"preview-{language}.png")
        page.set_viewport_size({"width": 640, "height": 340})
        for language in settings.languages:
            ids = {"site_id": "site-id", "key": "api-secret-key", "save": "save"}
            labels = {name: site.terms.labels[id_].text[language] for name, id_ in ids.items()}
            page.set_content(SCREENSHOT.format(language=language, **labels))
            page.screenshot(path=ROOT / "docs" / "assets" / "screens" / f"example-{language}.png")
        for width in (192, 512):
            page.set_viewport_size({"width": width, "height": width})
            page.set_content(f'<body style="margin: 0">{icon.replace(chr(34) + "120", f"{chr(34)}{width}")}</body>')
            page.screenshot(path=ROOT / "docs" / "assets" / f"icon-{width}.png", omit_background=True)


if __name__ == "__main__":
    main()
