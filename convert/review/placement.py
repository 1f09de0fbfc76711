"""Where the text of each line went: stretches of a line, each with the field of the article that it is in.

Found by comparing the lines with the article as it was read, so that the review page shows what was read and not what
should have been: a stretch that is in no field was taken off the line.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from convert.model import Article
from convert.reader import TracedLine

TAKEN_OFF = "mark"
"""The field of a stretch that is in none: a mark, a jump text, a bracket of a label."""
BESIDE = frozenset({"furniture", "repeat", "jump"})
"""Labels of lines that are in no field as a whole; they are their own."""
OPEN = 4
"""Blocks that may be unfinished at once: a paragraph goes on below the captions and credits set into it."""
SHORTEST = 6
"""A stretch that ends neither with the line nor with the field is no accident from so many characters on."""


class Stretch(NamedTuple):
    """Characters of a line from `start` to `end` that are in a field; `goes_on` says that the field began above."""

    start: int
    end: int
    field: str
    goes_on: bool = False


class _Slot(Struct):
    """The text of a field and how much of it has been found on lines."""

    field: str
    text: str
    found: int = 0

    def common(self, text: str, start: int) -> int:
        """How many characters of the line from `start` on are those of the field that come next."""
        while self.found < len(self.text) and self.text[self.found].isspace():
            self.found += 1
        most = min(len(self.text) - self.found, len(text) - start)
        if most <= 0 or self.text[self.found] != text[start]:
            return 0
        return _common(self.text, self.found, text, start, most)

    def is_meant(self, size: int, text: str, start: int) -> bool:
        """Whether so long a common stretch is more than an accident."""
        at = self.found + size
        ends = start + size == len(text) or at == len(self.text) or self.text[at].isspace()
        return size >= SHORTEST or (size > 0 and ends)


def _common(left: str, i: int, right: str, j: int, most: int) -> int:
    """The length of the common beginning of two texts from i and j on, by halving: whole slices compare fast."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if left[i + low : i + middle] == right[j + low : j + middle]:
            low = middle
        else:
            most = middle - 1
    return low


def placed(article: Article, lines: Iterable[TracedLine]) -> Iterator[tuple[Stretch, ...]]:
    """For each of an article's lines, in printed order, the stretches of its text."""
    head = [_Slot(name, text) for name in _HEAD if (text := getattr(article, name))]
    blocks = [_Slot(str(block.type), block.text) for block in article.body]
    first = 0
    for line in lines:
        if line.label in BESIDE:
            yield (Stretch(0, len(line.text), line.label),)
            continue
        while first < len(blocks) and blocks[first].found >= len(blocks[first].text):
            first += 1
        yield tuple(_stretches(line.text, head, blocks, first))


_HEAD = ("section", "kicker", "headline", "subheadline", "byline", "dateline")


def _stretches(text: str, head: Sequence[_Slot], blocks: Sequence[_Slot], first: int) -> Iterator[Stretch]:
    at = 0
    lost = 0
    while at < len(text):
        best, slot = _best(text, at, head, blocks, first)
        if slot is None:
            at += 1
            continue
        if text[lost:at].strip():
            yield Stretch(lost, at, TAKEN_OFF)
        yield Stretch(at, at + best, slot.field, slot.found > 0)
        slot.found += best
        at = lost = at + best
    if text[lost:].strip():
        yield Stretch(lost, len(text), TAKEN_OFF)


def _best(text: str, at: int, head: Sequence[_Slot], blocks: Sequence[_Slot], first: int) -> tuple[int, _Slot | None]:
    """The field in which the text from `at` on goes on the longest."""
    best, found = 0, None
    below = (blocks[n] for n in range(first, len(blocks)))
    unfinished = (slot for slot in below if slot.found < len(slot.text))
    for slot in (*head, *islice(unfinished, OPEN)):
        size = slot.common(text, at)
        if size > best and slot.is_meant(size, text, at):
            best, found = size, slot
    return best, found
