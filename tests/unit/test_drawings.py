"""Pictures without a browser: what is drawn to the byte, how wide texts are, and which files may be shown."""

import gzip
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import LANGUAGES, ROOT, png, problems, small_project, specimen_site

from helpcenter.checks.pictures import MOST_BYTES
from helpcenter.deploy.scripts import bundle
from helpcenter.files.source import Source, Text
from helpcenter.language.widths import width
from helpcenter.model.screens import Drawing, Screen
from helpcenter.pages.inline import Inliner
from helpcenter.pages.page import environment
from helpcenter.pages.steps import Steps
from helpcenter.pictures.figures import figure
from helpcenter.pictures.onscreen import widest, word_forms
from helpcenter.pictures.palette import contrast, fills
from helpcenter.pictures.shapes import SIZE

GOLDEN = ROOT / "tests" / "drawings"
SITE = specimen_site()
SCREENS = [
    pytest.param(folder, screen, language, id=f"{screen.id}-{language}")
    for folder, article in SITE.articles.items()
    for screen in article.screens
    for language in LANGUAGES
]
OUR_SCRIPTS = ("labels", "numbers", "ticks")


def drawn(folder: str, screen: Screen, language: str) -> str:
    jinja = environment(ROOT / "overrides")
    steps = Steps(SITE, language, Inliner(SITE, jinja))
    return jinja.get_template("screens/figure.svg").render(
        steps.picture(SITE.gateway_of(f"{folder}/index"), SITE.articles[folder], screen),
        root="../../",
    )


@pytest.mark.parametrize(("folder", "screen", "language"), SCREENS)
def test_a_screen_is_drawn_as_before(folder: str, screen: Screen, language: str, pytestconfig: pytest.Config) -> None:
    svg = drawn(folder, screen, language)
    golden = GOLDEN / f"{folder.rpartition('/')[2]}-{screen.id}-{language}.svg"
    if pytestconfig.getoption("--rewrite-cases"):
        golden.write_text(svg, encoding="utf-8")
    assert svg == golden.read_text(encoding="utf-8"), "look at it, then run pytest --rewrite-cases"
    assert drawn(folder, screen, language) == svg


def test_every_golden_picture_is_one_of_a_screen() -> None:
    names = {
        f"{folder.rpartition('/')[2]}-{screen.id}" for folder, one in SITE.articles.items() for screen in one.screens
    }
    assert {f"{name}-{language}.svg" for name in names for language in LANGUAGES} == {
        path.name for path in GOLDEN.iterdir()
    }


@pytest.mark.parametrize(("folder", "screen", "language"), SCREENS)
def test_a_picture_is_small(folder: str, screen: Screen, language: str) -> None:
    assert len(gzip.compress(drawn(folder, screen, language).encode(), 9)) <= 3 * 1024


def test_the_scripts_of_steps_are_small(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "docs" / "assets", tmp_path / "assets") / "steps"
    entry = folder / "all.mjs"
    entry.write_text("".join(f'import {{ enhance{name.capitalize()} }} from "./{name}.mjs";\n' for name in OUR_SCRIPTS))
    assert 300 < len(gzip.compress(bundle(entry).encode(), 9)) <= 2 * 1024


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [("Save", "Settings"), ("सेव", "सेटिंग्स"), ("क", "क्षक"), ("ID", "साइट ID")],
)
def test_a_longer_text_is_wider(narrow: str, wide: str) -> None:
    assert 0 < width(narrow, 12) < width(wide, 12)
    assert width(wide, 24) == pytest.approx(2 * width(wide, 12))


def test_marks_that_stand_above_or_below_take_no_room() -> None:
    assert width("के", 12) == pytest.approx(width("क", 12))


def test_bold_is_wider() -> None:
    assert width("Payment gateways", 12, "Bold") > width("Payment gateways", 12)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(0, 1) == contrast(1, 0) == pytest.approx(21)
    assert contrast(0.5, 0.5) == 1


def test_every_colour_of_a_drawing_is_read_from_the_stylesheet() -> None:
    known = fills(SITE.styles)
    assert {"ink", "soft", "key", "lit", "paper", "panel", "accent", "chosen"} <= set(known)
    assert known["paper"].luminance["light"] > 0.9 > 0.1 > known["paper"].luminance["dark"]


@pytest.mark.parametrize(
    ("size", "says"), [(MOST_BYTES, []), (MOST_BYTES + 1, ["more than 150"]), (2_000_000, ["more than 150"])]
)
def test_a_screenshot_over_150_kb_is_refused_at_its_line(tmp_path: Path, size: int, says: list[str]) -> None:
    root = small_project(tmp_path)
    (root / "docs" / "assets" / "screens").mkdir()
    (root / "docs" / "assets" / "screens" / "login.png").write_bytes(png(640, 340, size=size))
    path = root / "docs" / "gateways" / "demo-pay" / "steps.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(index for index, line in enumerate(lines) if "draw:" in line)
    lines[at] = (
        "    image: {file: screens/login.png, alt: {hi: लॉग इन का पेज।, en: The page for logging in.}, "
        "at: {payment-gateways: [10, 20], connect: [0, 100]}}"
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    found = problems(root)
    assert [one.position.line for one in found] == [at + 1] * len(says)
    assert all(part in one.message for part, one in zip(says, found, strict=True))


ALL_PARTS = [
    {
        "app": {
            "brand": "term:systeme-io",
            "profile": ["ui:settings"],
            "menu": ["ui:payment-gateways", "ui:api-secret-key"],
            "selected": "ui:api-secret-key",
            "cards": [{"name": "bar", "button": "ui:connect"}, {"name": "field:email"}],
        }
    },
    {
        "dialog": {
            "title": "ui:connect",
            "pieces": [
                {"field": {"label": "ui:site-id"}},
                {"field": {"label": "ui:webhook-url", "copyable": True}},
                {"row": {"label": "ui:password", "means": "ui:api-secret-key"}},
                {"text": "field:first-name"},
                {"bars": 3},
                {"button": "ui:save"},
            ],
        }
    },
]


def as_texts(data: Any) -> Any:
    """Return data as it comes from a writer's file: every string with its place."""
    if isinstance(data, dict):
        return {key: as_texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_texts(one) for one in data]
    return Text(data, Source("steps.yml", data), 0) if isinstance(data, str) else data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", ALL_PARTS, ids=lambda data: next(iter(data)))
def test_no_number_covers_a_word_whatever_it_stands_at(data: dict[str, Any], language: str) -> None:
    drawn = figure(Drawing.model_validate(as_texts(data)))
    article = SITE.articles["gateways/acme-pay"]
    numbered = [part for part in drawn.parts if part.word]
    assert len(numbered) >= 4
    for line in drawn.lines():
        forms = word_forms(SITE, SITE.gateways["acme-pay"], article, line.word, language)
        _, wide = widest(forms, SIZE, "Bold" if line.is_bold else "Regular", is_stacked=line.is_stacked)
        assert wide <= line.room
        start = line.x - wide / 2 if line.anchor == "middle" else line.x
        end, top, bottom = start + wide, line.y - 9, line.below + 2 if line.is_stacked else line.y + 2
        assert 0 <= start <= end <= drawn.width
        for x, y in (part.marker for part in numbered):
            assert end <= x - 9 or start >= x + 9 or bottom <= y - 9 or top >= y + 9, (line.word, x, y)
