"""Where things come to stand: lines, columns and pages, worked out without laying the document out.

Chinese text is a grid, so a page number worked out here is nearly always the one that Word finds. It is what the
table of contents shows until Word works its fields out anew.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

_WORD = re.compile("[!-~]")
_RUNS = re.compile("[!-~]+|[^!-~]+")
_HANGING = frozenset("，。、；：？！")
_NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉”’％…—～·")
_NOT_LAST = frozenset("（《「『【〔〈“‘")
"""Signs that may not begin and may not end a line (GB/T 15834-2011), as Word keeps them by default."""
GAP = 0.2
"""What stands between Chinese and a word or figure, in ems."""
_FORCED = re.compile("\r\n|[\r\n]")


_TIMES = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722,
    722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333,
    278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
)  # fmt: skip
"""The widths of U+0020–007E in Times New Roman, in thousandths of an em."""
_WIDTHS = bytes((*[125] * 32, *(width // 4 for width in _TIMES), *[125] * 129))


class Metrics(Struct, frozen=True, kw_only=True):
    """What a style's paragraphs measure: distances in twentieths of a point."""

    em: int
    """The size of a character."""
    line: int
    before: int = 0
    after: int = 0
    ruled: int = 0
    """What the rules over and under the paragraph take, which is no space that the next paragraph's counts against."""
    indent: int = 0
    """Taken from every line, left and right."""
    first_line: int = 0
    """Taken from the first line besides."""
    keep_next: bool = False
    align: str = ""

    def lines(self, text: str, width: int) -> int:
        """How many lines a text takes in a column of that width."""
        if "\n" in text or "\r" in text:
            return sum(self.lines(part, width) for part in _FORCED.split(text))
        room = (width - self.indent) / self.em
        first = self.first_line / self.em
        return 1 if len(text) + first <= room else _lines(text, room, first)


def _lines(text: str, room: float, first: float) -> int:
    """How many lines a text takes; `room` is a line's and `first` the first line's indent, both in ems.

    A word is never broken; what may not begin a line takes the character before it along, but commas and stops hang.
    """
    if not _WORD.search(text):
        return 1 + _place_chinese(text, room, first)[0]
    lines, used = 1, first
    for match in _RUNS.finditer(text):
        run = match[0]
        if "!" <= run[0] <= "~":
            more, used = _place_word(run, match.start() > 0, match.end() < len(text), room, used)
        else:
            more, used = _place_chinese(run, room, used)
        lines += more
    return lines


def _place_word(word: str, after: bool, before: bool, room: float, used: float) -> tuple[int, float]:
    """A word's further lines, and what of the last is used; `after` and `before` say that Chinese adjoins it."""
    gap = GAP * (after and word[0].isalnum())
    width = sum(word.encode().translate(_WIDTHS)) / 250
    lines = 0
    if used + gap + width > room and used:
        lines, used, gap = 1, 0.0, 0.0
    used += gap + width
    if used > room:
        more = int(used // room)
        lines += more
        used -= more * room
    return lines, used + GAP * (before and word[-1].isalnum())


def _place_chinese(run: str, room: float, used: float) -> tuple[int, float]:
    """A run's further lines, and what of the last is used."""
    length, start, lines = len(run), 0, 0
    while True:
        end = start + int(room - used + 0.001)
        if end >= length:
            return lines, used + length - start
        if run[end] in _HANGING:
            end += 1
            if end == length:
                return lines, room
        else:
            end = _break(run, start, end)
        start, used = end, 0.0
        lines += 1


def _break(run: str, start: int, end: int) -> int:
    """Where a line of Chinese is broken that could hold the run as far as `end`."""
    place = end
    while place > start and (run[place] in _NOT_FIRST or run[place - 1] in _NOT_LAST):
        place -= 1
    return place if place > start else max(end, start + 1)


Block = tuple[Metrics, int]
"""A paragraph: what it measures and its number of lines."""


LEAST_IN_COLUMNS = 3
"""How many lines of text a head has below it on its page."""


def _height(blocks: Iterable[Block], after: int = 0) -> int:
    """What paragraphs take one below the other; `after` is the space that the one above them has taken below it.

    Of the space after a paragraph and that before the next, the larger one counts.
    """
    height = 0
    for metrics, lines in blocks:
        height += max(metrics.before - after, 0) + metrics.line * lines + metrics.ruled + metrics.after
        after = metrics.after
    return height


class Flow:
    """Places one paragraph after another on pages, and says on which page each begins.

    At the top of a page that text ran over to, the space before a paragraph is left out, as Word does.
    """

    def __init__(self, height: int, page: int = 1) -> None:
        """`height` is that of a page's text, in twentieths of a point."""
        self._height = height
        self.page = page
        self._used = 0
        self._after = 0
        self._ran_over = False

    def new_page(self) -> None:
        """Go to the top of the next page, as a page break does."""
        self._turn()
        self._ran_over = False

    def _turn(self) -> None:
        self.page += 1
        self._used = 0
        self._after = 0
        self._ran_over = True

    def place(self, blocks: Iterable[Block]) -> int:
        """Place paragraphs; the page on which the first line of the first one stands."""
        first = 0
        kept: list[Block] = []
        for block in blocks:
            kept.append(block)
            if not block[0].keep_next:
                page = self._place_kept(kept)
                first = first or page
                kept = []
        if kept:
            page = self._place_kept(kept)
            first = first or page
        return first or self.page

    def place_over_columns(self, head: Sequence[Block], body: Sequence[Block], columns: int) -> tuple[int, bool]:
        """Place paragraphs that stand across all columns, and those in columns of equal height below.

        The page of the first, and whether it needs a page break: nothing else keeps a head with its columns. A head
        that doesn't fit turns the page by itself.
        """
        needed = _height(head, self._after)
        least = needed + (LEAST_IN_COLUMNS * body[0][0].line if body else 0)
        broken = bool(self._used) and needed <= self.room() < least
        if broken:
            self.new_page()
        elif self._used and needed > self.room():
            self._turn()
        page = self.page
        for block, lines in head:
            self._fill(block, lines)
        height = _height(body)
        line = max((block.line for block, _ in body), default=1)
        while height > (fits := max(self.room() // line, not self._used) * line * columns):
            height -= fits
            self._turn()
        self._used += -(-height // (columns * line)) * line
        self._after = 0
        return page, broken

    def room(self) -> int:
        """What is left of the page."""
        return self._height - self._used

    def _place_kept(self, blocks: list[Block]) -> int:
        """Place paragraphs that stay together: all of each but the last, and the first two lines of that."""
        last, count = blocks[-1]
        least = count if count <= 3 else 2
        needed = _height([*blocks[:-1], (last, least)], self._after) - last.after
        if self._used and self._used + needed > self._height:
            self._turn()
        page = self.page
        for block, lines in blocks:
            self._fill(block, lines)
        return page

    def _fill(self, block: Metrics, lines: int) -> None:
        """Place a paragraph line by line over as many pages as it needs; no line stands alone."""
        if self._used or not self._ran_over:
            self._used += max(block.before - self._after, 0)
        while lines:
            fits = max((self._height - self._used) // block.line, 0)
            if fits >= lines:
                self._used += block.line * lines
                break
            if lines - fits == 1 and fits > 2:
                fits -= 1
            if not fits and not self._used:
                fits = 1
            lines -= fits
            self._turn()
        self._used += block.ruled + block.after
        self._after = block.after
