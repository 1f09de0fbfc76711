"""The cover that is made for a volume: what it says, and its picture.

The picture is a PNG, since libraries and shops show no SVG, and its letters are drawn with fonts of our own, so that
it is the same on any machine. Nothing is only in the picture: the cover page describes it with the same words.
"""

import re
import struct
import zlib

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw

from convert.model import Volume, undated
from convert.writers.epub.document import Book
from convert.writers.epub.lettering import Lettering, balanced
from convert.writers.epub.outline import Entry, clip, is_blank

WIDTH, HEIGHT = 1200, 1600
_PAPER = (0xF7, 0xF3, 0xEA)
_INKS = ((0x1C, 0x1A, 0x18), (0xA3, 0x20, 0x1B))
_STRENGTHS = ((0, 8), (8, 7))
"""For each ink, the place in the palette before its first strength, and how many it has."""
_MARGIN = 96
_MOST_HEADLINES = 6


class CoverText(Struct, frozen=True):
    """What stands on a cover, from top to bottom."""

    title: str
    issue: str
    """The paper, when it is not the title, the days and the volume's number."""
    headlines: tuple[tuple[str, str], ...]
    """Where it stood (may be empty) and the headline."""
    traditional: bool

    @property
    def description(self) -> str:
        """All of it as a sentence, for those who don't see it."""
        headlines = "；".join(f"{place} {headline}".strip() for place, headline in self.headlines)
        return "。".join(part for part in (self.title, self.issue, headlines) if part)


def cover_text(book: Book, volume: Volume) -> CoverText:
    """The paper's or the volume's name, the days, and the first headlines of its days, or of its pages."""
    words, plan = book.words, book.plan
    title = clip(volume.name if is_blank(volume.title) else volume.title, 60)
    title = undated(title, plan.dates)
    if _only_page(book) is not None:
        title = re.sub(r"\s第\d+版\Z", "", title)  # the line below says it
    paper = plan.papers[0] if len(plan.papers) == 1 and clip(plan.papers[0], 60) != title else None
    said = [clip(paper, 30)] if paper else []
    said += [words.span(plan.dates)] if plan.dates else []
    said += [words.page_label(page) for page in [_only_page(book)] if page is not None]
    said += [words.part_label(volume.part)] if volume.part else []
    headlines = tuple((_place(book, entry), entry.label) for entry in _leads(book))
    return CoverText(title, "\u3000".join(said), headlines, words.strokes_order)


def _only_page(book: Book) -> int | None:
    """The page, when all articles begin on one page of a newspaper."""
    pages = {(e.paper, e.date, e.page) for e in book.plan.entries}
    return next(iter(pages))[2] if len(pages) == 1 else None


def _leads(book: Book) -> list[Entry]:
    """The first article of each day when there are days enough, else of each page, else the first ones."""
    entries = [entry for entry in book.plan.entries if entry.titled]
    by_day = {(e.paper, e.date): e for e in reversed(entries)}
    by_page = {(e.paper, e.date, e.page): e for e in reversed(entries)}
    for found in (by_day, by_page):
        if len(found) >= 3:
            return sorted(found.values(), key=lambda e: e.number)[:_MOST_HEADLINES]
    return entries[:_MOST_HEADLINES]


def _place(book: Book, entry: Entry) -> str:
    """The day, or the page when all is of one day."""
    if entry.date and len(book.plan.dates) > 1:
        return book.words.day(entry.date)
    return "" if entry.page is None else book.words.page_label(entry.page)


class _Sheet:
    """A picture of black and red ink on paper, in as many strengths as 16 colours allow."""

    def __init__(self) -> None:
        self._inks = [Image.new("L", (WIDTH, HEIGHT), 0) for _ in _INKS]
        self.black, self.red = map(ImageDraw.Draw, self._inks)

    def png(self) -> bytes:
        """The picture, whose palette is the paper, then the inks' strengths; where both inks are, it is red."""
        black, red = (
            ink.point([first + step if (step := round(value * most / 255)) else 0 for value in range(256)])
            for (first, most), ink in zip(_STRENGTHS, self._inks, strict=True)
        )
        steps = (
            (ink, step / most) for ink, (_, most) in zip(_INKS, _STRENGTHS, strict=True) for step in range(1, most + 1)
        )
        palette = bytes([*_PAPER, *(level for ink, strength in steps for level in _blended(ink, strength))])
        image = ImageChops.lighter(black, red)
        image.putpalette(palette)
        return _png(palette, image.tobytes("raw", "P;4"))


def _png(palette: bytes, pixels: bytes) -> bytes:
    """A PNG of 16 colours (PNG 1.2, §4.1); Pillow's own way there loads five other formats first, in 15 ms."""
    length = WIDTH // 2
    rows = b"".join(b"\0" + pixels[start : start + length] for start in range(0, len(pixels), length))
    chunks = (
        (b"IHDR", struct.pack(">2L5B", WIDTH, HEIGHT, 4, 3, 0, 0, 0)),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(rows, 4)),
        (b"IEND", b""),
    )
    parts = (
        struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _blended(ink: tuple[int, int, int], strength: float) -> tuple[int, ...]:
    return tuple(round(paper + (inked - paper) * strength) for paper, inked in zip(_PAPER, ink, strict=True))


def drawn(text: CoverText, vertical: bool) -> bytes:
    """The picture as PNG."""
    sheet = _Sheet()
    (_vertical if vertical else _horizontal)(sheet, text)
    return sheet.png()


def _fitted(text: str, room: float, largest: int, most: int, traditional: bool) -> tuple[Lettering, list[str]]:
    """The lettering, up to two fifths smaller, in which the text fits in `most` lines, and the lines."""
    for size in range(largest, largest * 3 // 5, -4):
        letters = Lettering(size, traditional)
        lines = balanced(text, room, letters.length, 99)
        if len(lines) <= most:
            return letters, lines
    return letters, balanced(text, room, letters.length, most)


def _title(text: CoverText, room: float) -> tuple[Lettering, list[str]]:
    """The title in the largest letters that take one line, or two, or three."""
    for lines, largest in ((1, 216), (2, 168), (3, 136)):
        letters, wrapped = _fitted(text.title, room, largest, lines, text.traditional)
        if "".join(wrapped).replace(" ", "") == "".join(text.title.split()):
            return letters, wrapped
    return letters, wrapped


def _horizontal(sheet: _Sheet, text: CoverText) -> None:
    room = WIDTH - 2 * _MARGIN
    y = 120.0
    letters, lines = _title(text, room)
    for line in lines:
        letters.draw(sheet.red, (WIDTH - letters.length(line)) / 2, y, line)
        y += letters.size * 1.18
    y += 36
    _double_rule(sheet, (_MARGIN, y, WIDTH - _MARGIN, y))
    if text.issue:
        small, (line, *_) = _fitted(text.issue, room, 38, 1, text.traditional)
        small.draw(sheet.black, (WIDTH - small.length(line)) / 2, y + 32, line)
        y += 104
        sheet.black.line((_MARGIN, y, WIDTH - _MARGIN, y), 255, 2)
    _headlines(sheet, text, y + 64)
    sheet.red.rectangle((_MARGIN, HEIGHT - 100, WIDTH - _MARGIN, HEIGHT - 92), 255)


def _headlines(sheet: _Sheet, text: CoverText, y: float) -> None:
    """The first one large, the others under it, each with its place; what finds no room is left out."""
    room = WIDTH - 2 * _MARGIN
    for number, (place, headline) in enumerate(text.headlines):
        letters, lines = _fitted(headline, room, 46 if number else 80, 2 if number else 3, text.traditional)
        step = letters.size * 1.3
        if y + (40 if place else 0) + step * len(lines) > HEIGHT - 130:
            return
        if place:
            Lettering(28, text.traditional).draw(sheet.red, _MARGIN, y, place)
            y += 44
        for line in lines:
            letters.draw(sheet.black, _MARGIN - letters.hang(line), y, line)
            y += step
        y += 44 if number else 56


def _double_rule(sheet: _Sheet, line: tuple[float, float, float, float]) -> None:
    """A thick and a thin rule side by side, as over a newspaper's page."""
    x0, y0, x1, y1 = line
    sheet.black.line(line, 255, 8)
    across = 14 if y0 == y1 else 0
    along = 0 if y0 == y1 else -14
    sheet.black.line((x0 + along, y0 + across, x1 + along, y1 + across), 255, 2)


def _vertical(sheet: _Sheet, text: CoverText) -> None:
    """The title in a column at the right, then from right to left the issue's line and the headlines."""
    room = HEIGHT - 2 * 120
    size = int(min(216, max(96, room / max(len(text.title), 1))))
    columns = _columns(text.title, room, size, 2)
    x: float = WIDTH - _MARGIN
    for column in columns:
        x -= size * 1.1
        Lettering(size, text.traditional).draw_vertical(sheet.red, x, 120, column)
    x -= 48
    _double_rule(sheet, (x, 120, x, HEIGHT - 120))
    if text.issue:
        x -= 92
        size = int(min(38, room / len(text.issue)))
        Lettering(size, text.traditional).draw_vertical(sheet.black, x, 120, text.issue)
        x -= 32
        sheet.black.line((x, 120, x, HEIGHT - 120), 255, 2)
    _headline_columns(sheet, text, x - 24)
    sheet.red.rectangle((_MARGIN - 8, 120, _MARGIN, HEIGHT - 120), 255)


def _headline_columns(sheet: _Sheet, text: CoverText, x: float) -> None:
    room = HEIGHT - 2 * 120
    for number, (place, headline) in enumerate(text.headlines):
        size, columns = _fitted_columns(headline, room - (160 if place else 0), 46 if number else 80)
        step = size * 1.3
        if x - step * len(columns) < _MARGIN + 24:
            return
        for line, column in enumerate(columns):
            x -= step
            if place and not line:
                Lettering(28, text.traditional).draw_vertical(sheet.red, x + (size - 28) / 2, 120, place)
            letters = Lettering(size, text.traditional)
            letters.draw_vertical(sheet.black, x, 120 + (160 if place else 0) - letters.hang(column), column)
        x -= 40


def _fitted_columns(text: str, room: float, largest: int) -> tuple[int, list[str]]:
    """As `_fitted`, in two columns at most."""
    for size in range(largest, largest * 3 // 5, -4):
        columns = _columns(text, room, size, 99)
        if len(columns) <= 2:
            return size, columns
    return size, _columns(text, room, size, 2)


def _columns(text: str, room: float, size: int, most: int) -> list[str]:
    return balanced(text, room, lambda run: len(run) * size, most)
