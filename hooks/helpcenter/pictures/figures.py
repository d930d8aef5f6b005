"""Where everything in a drawing is: a screen's parts as plain boxes and lines, in units of its view box.

The view box is as narrow as the smallest phone, so that texts keep their size there; `overrides/screens/` draws.
"""

from collections.abc import Iterator

from ..model.screens import BAR, Application, Card, Dialog, Drawing, Email, Entry, Piece, Row
from .shapes import WIDTH, Box, Figure, Ground, Line, Part

MARGIN = 16
SIDE = 146
"""How wide the settings menu is."""
BAR_HEIGHT = 36
MAIL = 208
"""How wide an email is; what stands beside it is said of it."""
LOW, HIGH = 22, 36
"""The height of a row: of one with a bar, and of one with a word in two lines."""


def figure(drawing: Drawing) -> Figure:
    """Return where everything in a drawing is."""
    one = drawing.one
    if isinstance(one, Application):
        return _application(one)
    if isinstance(one, Dialog):
        return _dialog(one)
    assert isinstance(one, Email)
    return _email(one)


def _application(app: Application) -> Figure:
    brand = Line(app.brand, 32, 23, 120, is_bold=True)
    top = Part("top", Box(0, 0, WIDTH, BAR_HEIGHT), _worded(brand), is_chosen=bool(app.profile))
    menu = list(_rows("menu", app.menu, Box(6, BAR_HEIGHT + 8, SIDE - 12, 0), app.selected))
    rows = Box(SIDE + 42, BAR_HEIGHT + 8, WIDTH - SIDE - 50, 0)
    profile = list(_rows("profile", app.profile, rows, None))
    opened = profile[-1].box.bottom + 6 if profile else BAR_HEIGHT
    cards = list(_cards(app.cards, opened + 10))
    height = max([*(part.box.bottom for part in (*menu, *cards)), opened]) + 12
    side = Part("side", Box(0, BAR_HEIGHT, SIDE, height - BAR_HEIGHT))
    panel = Part("panel", Box(rows.x, BAR_HEIGHT + 2, rows.width, opened - BAR_HEIGHT - 2))
    return Figure(height, (top, side, *menu, *cards, *([panel] if profile else []), *profile))


def _rows(kind: str, words: tuple[str, ...], first: Box, selected: str | None) -> Iterator[Part]:
    """Yield the rows of a menu, one below the other; a number is at the edge towards the page."""
    y = first.y
    for index, word in enumerate(words):
        box = Box(first.x, y, first.width, LOW if word == BAR else HIGH)
        y = box.bottom
        ground: Ground = "paper" if kind == "profile" else "chosen" if word == selected else "panel"
        start = box.x + (8 if kind == "menu" else 14)
        line = Line(word, start, box.y + 15, box.right - start - 8, ground=ground, is_stacked=True)
        if word == BAR:
            yield Part(kind, box, bars=(Box(start, box.y + 8, 50 + 17 * (index % 3), 6),))
        else:
            marker = (box.right + 2 if kind == "menu" else box.x, box.y + HIGH // 2)
            yield Part(kind, box, (line,), word=word, marker=marker, is_chosen=word == selected)


def _cards(cards: tuple[Card, ...], y: int) -> Iterator[Part]:
    left, right = SIDE + 16, WIDTH - 10
    for card in cards:
        box = Box(left, y, right - left, 40 if card.button is None else 78)
        name = Line(card.name, left + 12, y + 24, box.width - 24, is_bold=True)
        bars = [Box(left + 12, y + 16, 84, 8)] if card.name == BAR else []
        if card.button is None:
            word = card.name if card.name != BAR else ""
            yield Part("card", box, _worded(name), tuple(bars), word, (box.x, box.y + 20))
        else:
            bars += [Box(left + 12, y + 43, 30, 6), Box(left + 12, y + 57, 22, 6)]
            yield Part("card", box, _worded(name), tuple(bars))
            yield _button(card.button, Box(right - 12 - 76, y + 34, 76, HIGH))
        y = box.bottom + 8


def _button(word: str, box: Box) -> Part:
    middle = box.x + box.width // 2
    line = Line(word, middle, box.y + 15, box.width - 16, "key", "accent", True, "middle", True)
    return Part("button", box, _worded(line), word=word, marker=(box.x - 5, box.y + box.height // 2))


def _dialog(dialog: Dialog) -> Figure:
    card = Box(MARGIN, 14, WIDTH - 2 * MARGIN, 0)
    title = Line(dialog.title, card.x + 16, card.y + 27, card.width - 60, is_bold=True)
    bars = (Box(card.x + 16, card.y + 18, 110, 8),) if dialog.title == BAR else ()
    pieces = tuple(_pieces(dialog.pieces, Box(card.x + 16, card.y + 44, card.width - 32, 0)))
    height = max(part.box.bottom for part in pieces) + 16
    whole = Part("dialog", Box(card.x, card.y, card.width, height - card.y), _worded(title), bars)
    return Figure(height + 14, (whole, *pieces))


def _email(email: Email) -> Figure:
    sender = Line(email.sender, 48, 25, MAIL - 56, is_bold=True)
    bars = (Box(48, 34, 100, 6),)
    pieces = tuple(_pieces(email.pieces, Box(MARGIN, 68, MAIL - 2 * MARGIN, 0)))
    height = max(part.box.bottom for part in pieces) + 16
    edge = Part("edge", Box(0, 0, MAIL, height))
    return Figure(height, (edge, Part("email", Box(0, 0, MAIL, 56), _worded(sender), bars), *pieces))


def _pieces(pieces: tuple[Piece, ...], at: Box) -> Iterator[Part]:
    y = at.y
    for piece in pieces:
        part = _piece(piece, Box(at.x, y, at.width, 0))
        y = part.box.bottom + 12
        yield part


def _piece(piece: Piece, box: Box) -> Part:
    one = piece.one
    if isinstance(one, int):
        return _bars(one, box)
    if isinstance(one, Entry):
        return _entry(one, box)
    if isinstance(one, Row):
        return _row(one, box)
    if piece.button:
        return _button(piece.button, Box(box.right - 100, box.y, 100, HIGH))
    assert isinstance(one, str)
    return _text(one, box)


def _bars(count: int, box: Box) -> Part:
    bars = (Box(box.x, box.y + 14 * row, box.width * (9, 7, 8)[row % 3] // 10, 6) for row in range(count))
    return Part("bars", Box(box.x, box.y, box.width, 14 * count - 8), bars=tuple(bars))


def _text(word: str, box: Box) -> Part:
    return Part("text", Box(box.x, box.y, box.width, 16), (Line(word, box.x, box.y + 12, box.width, is_bold=True),))


def _entry(entry: Entry, box: Box) -> Part:
    label = Line(entry.label, box.x, box.y + 12, box.width)
    inner = Box(box.x, box.y + 20, box.width - 42 if entry.copyable else box.width, 32)
    value = Line(entry.value or BAR, inner.x + 12, inner.y + 21, inner.width - 90, "soft")
    start = inner.x + (60 if entry.value else 12)
    bars = (Box(start, inner.y + 13, inner.right - start - 24, 6),)
    kind, whole = "copyable" if entry.copyable else "entry", Box(box.x, box.y, box.width, 52)
    marker = (inner.x - 2, inner.y + inner.height // 2)
    return Part(kind, whole, _worded(label, value), bars, entry.label, marker, inner=inner)


def _row(row: Row, box: Box) -> Part:
    """Return a line of an email; what systeme.io calls the same is no part of the email and stands beside its frame."""
    label = Line(row.label, box.x + 12, box.y + 16, 84, is_bold=True, ground="panel", is_stacked=True)
    beside = Line(row.means or BAR, MAIL + 8, box.y + 16, WIDTH - MAIL - 12, "lit", is_stacked=True)
    bars = (Box(box.right - 70, box.y + 16, 58, 8),)
    whole = Box(box.x, box.y, box.width, 40)
    return Part("row", whole, _worded(label, beside), bars, row.label, (box.x, box.y + 20), is_chosen=bool(row.means))


def _worded(*lines: Line) -> tuple[Line, ...]:
    """Return the lines that have a word and no bar."""
    return tuple(line for line in lines if line.word != BAR)
