"""Chinese lettering for pictures: which font draws a character, how long a line is, where it may break."""

import io
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from PIL import ImageDraw, ImageFont

from convert.writers.pauses import phrases, pieces

MISSING = "〓"
"""What type that is not in the case has always been replaced with; the cover's description has the character itself."""

_FONTS = {
    "sc": "NotoSerifCJKsc-Bold-subset.otf",
    "tc": "NotoSerifCJKtc-Bold-subset.otf",
}
_LOOK = 20
"""The size in which it is looked whether a font has a character."""
_CLOSING = "，。、；：？！」』）》〉】〕”’…—·%％"
_OPENING = "「『（《〈【〔“‘"
_VERTICAL_FORMS = str.maketrans(
    "，、。：；！？…—（）《》〈〉【】〔〕「」『』“”‘’–", "︐︑︒︓︔︕︖︙︱︵︶︽︾︿﹀︻︼︹︺﹁﹂﹃﹄﹁﹂﹃﹄︲"
)


@cache
def _data(name: str) -> bytes:
    return (files("convert.writers.epub") / "fonts" / _FONTS[name]).read_bytes()


def load() -> None:
    """Open the fonts."""
    for name in _FONTS:
        _font(name, _LOOK)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(_data(name)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _font_of(char: str, order: tuple[str, ...]) -> str | None:
    """The first font that has a form of the character."""
    if char.isspace():
        return order[0]
    return next((name for name in order if _font(name, _LOOK).getmask(char).getbbox()), None)


class Lettering:
    """Characters of one size, in the forms of one script."""

    def __init__(self, size: int, traditional: bool) -> None:
        self.size = size
        self._order = ("tc", "sc") if traditional else ("sc", "tc")
        self._lengths: dict[str, float] = {}

    def length(self, text: str) -> float:
        """How far the text runs, in pixels."""
        return sum(map(self._length, text))

    def hang(self, text: str) -> float:
        """How far a line that begins with an opening mark is moved up to begin level: its first half is empty."""
        return self.size / 2 if text.startswith(tuple(_OPENING)) else 0

    def draw(self, draw: ImageDraw.ImageDraw, x: float, y: float, text: str) -> None:
        """A horizontal line; (x, y) is its upper left corner."""
        for before, char in zip(" " + text, text, strict=False):
            shown, font = self._form(char)
            for back in self._joins(before, char):
                draw.text((round(x - back), round(y + 0.88 * self.size)), shown, 255, font, anchor="ls")
            x += self._length(char)

    def draw_vertical(self, draw: ImageDraw.ImageDraw, x: float, y: float, text: str) -> None:
        """A vertical line of square cells; (x, y) is its upper left corner."""
        text = text.translate(_VERTICAL_FORMS)
        for before, char in zip(" " + text, text, strict=False):
            shown, font = self._form(char)
            middle = x + self.size / 2 - self._length(char) / 2
            for back in self._joins(before, char):
                draw.text((round(middle), round(y - back + 0.88 * self.size)), shown, 255, font, anchor="ls")
            y += self.size

    def _joins(self, before: str, char: str) -> tuple[float, ...]:
        """How far back a character is drawn: the second half of a dash once more between the two, which join then."""
        return (0, self.size / 2) if before == char and char in "—︱" else (0,)

    def _length(self, char: str) -> float:
        if char not in self._lengths:
            shown, font = self._form(char)
            self._lengths[char] = font.getlength(shown)
        return self._lengths[char]

    def _form(self, char: str) -> tuple[str, ImageFont.FreeTypeFont]:
        name = _font_of(char, self._order)
        return (char, _font(name, self.size)) if name else (MISSING, _font("sc", self.size))


def balanced(text: str, width: float, length: Callable[[str], float], most: int) -> list[str]:
    """The text in as few lines as fit the width, all about as long; over `most` lines it ends with an ellipsis."""
    lines, broken = _wrapped(text, width, length)
    if len(lines) > most:
        return [*lines[: most - 1], lines[most - 1][:-1] + "…"]
    step = length("国") / 2
    while len(lines) > 1 and width > step:
        width -= step
        narrower, more_broken = _wrapped(text, width, length)
        if len(narrower) > len(lines) or more_broken > broken:
            break
        lines = narrower
    return lines


def _wrapped(text: str, width: float, length: Callable[[str], float]) -> tuple[list[str], int]:
    """Greedy lines, and how many phrases break; one that a pause sets off begins a new line rather than break."""
    lines, broken = [""], 0
    space = ""
    for phrase, following in phrases(text):
        joined = (lines[-1] + space + phrase).strip()
        space = following
        if length(joined) <= width:
            lines[-1] = joined
            continue
        lines += [""] if lines[-1] else []
        begun = len(lines)
        for piece in _pieces(phrase):
            _put(lines, piece, width, length)
        broken += len(lines) > begun
    return lines, broken


_pieces = lru_cache(64)(pieces)
"""Remembered, since a text is tried in many widths."""


def _put(lines: list[str], piece: str, width: float, length: Callable[[str], float]) -> None:
    """Add a word to the last line or a new one; one that is longer than a line is broken."""
    if length(lines[-1] + piece) <= width:
        lines[-1] += piece
        return
    lines += [""] if lines[-1] else []
    _break(lines, piece, width, length)


def _break(lines: list[str], phrase: str, width: float, length: Callable[[str], float]) -> None:
    """Add a phrase to lines of which the last is empty; closing marks hang and opening marks move on."""
    run = 0.0
    for char in phrase:
        run += length(char)
        if not lines[-1] or run <= width or char in _CLOSING:
            lines[-1] += char
            continue
        kept = lines[-1].rstrip(_OPENING)
        lines.append(lines[-1][len(kept) :] + char)
        lines[-2] = kept
        run = length(lines[-1])
