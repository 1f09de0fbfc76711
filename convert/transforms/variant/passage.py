"""One text, cut into words, with what has been decided about its characters: what the rules look at and change.

Every step keeps the length: a character comes out as a character, at its place. What a step decides is a `Choice`.
"""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from convert.lexicon import segment
from convert.transforms.variant.engine import STAND_IN

MARK = "\ufdd0"
"""Stands in a rule's window for the character in question; a noncharacter, so no text has it."""
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
REACH = 8
"""How many characters before and after a rule sees."""


class Choice(NamedTuple):
    """What was decided about one character, and by which rule."""

    at: int
    form: str
    rule: str
    reason: str


class Passage:
    """A text in Simplified characters with its words; `masked` has stand-ins where the user's own terms are."""

    __slots__ = ("masked", "source", "starts", "words")

    def __init__(self, source: str, terms: list[tuple[int, int, str]], words: list[str] | None = None) -> None:
        """`terms`: start, end and target of the user's own words in `source`; `words` where they are known."""
        self.source = source
        self.masked = _masked(source, terms)
        self.words = words or _segment(self.masked)
        self.starts = [0, *accumulate(map(len, self.words))][:-1]

    def word_at(self, at: int) -> int:
        """The number of the word that has the character at `at`."""
        return bisect_right(self.starts, at) - 1

    def is_edge(self, at: int) -> bool:
        """Whether a word begins at `at`, or the text ends there."""
        if at >= len(self.masked):
            return True
        return self.starts[bisect_right(self.starts, at) - 1] == at

    def has_words(self, start: int, end: int) -> bool:
        """Whether a stretch is whole words, or lies within one."""
        return self.word_at(start) == self.word_at(end - 1) or (self.is_edge(start) and self.is_edge(end))

    def word(self, number: int) -> str:
        """A word by its number; empty before the first and after the last."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def window(self, at: int) -> str:
        """The text around a character, which itself is replaced by MARK."""
        return f"{self.masked[max(0, at - REACH) : at]}{MARK}{self.masked[at + 1 : at + 1 + REACH]}"


def _masked(source: str, terms: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, _ in terms:
        pieces += [source[at:start], STAND_IN * (end - start)]
        at = end
    return "".join([*pieces, source[at:]])


def _segment(text: str) -> list[str]:
    """The words, with stand-ins for NUL and lone surrogates, which the segmenter and the word list can't be given."""
    if "\x00" not in text:
        try:
            return segment(text)
        except UnicodeEncodeError:
            pass
    return segment(_NO_TEXT.sub(STAND_IN, text))
