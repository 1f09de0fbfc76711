"""Where things come to stand: lines, columns and pages, worked out without laying the document out.

Chinese text is a grid, so a page number worked out here is nearly always the one that Word finds. It is what the
table of contents shows until Word works its fields out anew.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

_LATIN = re.compile("[!-~]+")
_FORCED = re.compile("\r\n|[\r\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """What a style's paragraphs measure: distances in twentieths of a point."""

    em: int
    """The size of a character."""
    line: int
    before: int = 0
    after: int = 0
    indent: int = 0
    """Taken from every line, left and right."""
    first_line: int = 0
    """Taken from the first line besides."""
    keep_next: bool = False

    def lines(self, text: str, width: int) -> int:
        """How many lines a text takes in a column of that width."""
        if "\n" in text or "\r" in text:
            return sum(self.lines(part, width) for part in _FORCED.split(text))
        room = (width - self.indent) / self.em
        length = _length(text) + self.first_line / self.em
        if length <= room:
            return 1
        return math.ceil(length / (room - RAGGED))


RAGGED = 0.25
"""How many characters a line is shorter on average, since some signs may not begin or end one. Measured."""


def _length(text: str) -> float:
    """How wide a text is, in characters: ASCII is half as wide, with a quarter where it meets Chinese."""
    if text.isascii():
        return len(text) / 2
    narrow = len(text.encode("ascii", "ignore"))
    if not narrow:
        return len(text)
    return len(text) - narrow / 2 + len(_LATIN.findall(text)) / 2


Block = tuple[Metrics, int]
"""A paragraph: what it measures and its number of lines."""


class Flow:
    """Places one paragraph after another on pages, and says on which page each begins."""

    def __init__(self, height: int, page: int = 1) -> None:
        """`height` is that of a page's text, in twentieths of a point."""
        self._height = height
        self.page = page
        self._used = 0

    def new_page(self) -> None:
        """Go to the top of the next page."""
        self.page += 1
        self._used = 0

    def place(self, blocks: Iterable[Block], columns: int = 1) -> int:
        """Place paragraphs; the page on which the first line of the first one stands."""
        first: int | None = None
        kept: list[Block] = []
        for block in blocks:
            kept.append(block)
            if block[0].keep_next:
                continue
            page = self._place_kept(kept, columns)
            first = page if first is None else first
            kept = []
        if kept:
            page = self._place_kept(kept, columns)
            first = page if first is None else first
        return self.page if first is None else first

    def _place_kept(self, blocks: list[Block], columns: int) -> int:
        """Place paragraphs that stay together: all of each but the last, and the first two lines of that."""
        together = sum(m.before + m.line * count + m.after for m, count in blocks[:-1])
        last, count = blocks[-1]
        least = min(count, 2) if count != 3 else 3
        if self._used and self._used + together + last.before + last.line * least > self._height:
            self.new_page()
        page = self.page
        self._used += together
        self._fill(last, count, columns)
        return page

    def _fill(self, block: Metrics, count: int, columns: int) -> None:
        """Place a paragraph line by line over as many pages as it needs; no line stands alone."""
        if self._used:
            self._used += block.before
        lines = -(-count // columns)
        while lines:
            fits = max((self._height - self._used) // block.line, 0)
            if fits >= lines:
                self._used += block.line * lines
                break
            if lines - fits == 1 and fits > 2:
                fits -= 1
            lines -= fits
            self.new_page()
        self._used += block.after
