"""Where words end in running text: jieba's algorithm, in Python for little text, in Rust for much.

rjieba cuts 25 MB/s a core, but to load its dictionary takes 0.1 s: as long as to cut 80,000 characters here, with the
word list that is mapped into memory. Both give the same words; a test holds them to it.
"""

import functools
import math
import re
from collections.abc import Callable
from pathlib import Path

from convert.lexicon.words import TOTAL, words

LITTLE = 50_000
"""Characters that are cut without rjieba before it is loaded: a newspaper's issue of eight pages."""
LONGEST = 16
"""Characters of the dictionary's longest word."""

_BLOCK = re.compile(
    "["
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002b73f\U0002b740-\U0002b81f"
    "\U0002b820-\U0002ceaf\U0002ceb0-\U0002ebef\U0002f800-\U0002fa1f"
    "a-zA-Z0-9+#&._%-]+"
)
"""What is cut by the dictionary: Chinese characters, and what Latin words and figures are made of."""
_OTHER = re.compile(r"\r\n|(?s:.)")
"""What stands between, each a word by itself."""


def newer_words() -> dict[str, int]:
    """Words that the dictionary is too old for or has as too rare, with the counts that they are cut with."""
    lines = (Path(__file__).parent / "newer_words.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: int(count) for word, count in rows}


def segment(text: str) -> list[str]:
    """The words of `text` in order, joined they are `text`: the most probable way to cut it, no word guessed.

    Raises UnicodeEncodeError for a lone surrogate.
    """
    return _segmenter().cut(text)


def expect_much() -> None:
    """Say that more than `LITTLE` will be cut: rjieba is loaded for the first text."""
    _segmenter().left = 0


class Segmenter:
    """Cuts texts as long as they are little, and leaves them to rjieba when they are more."""

    def __init__(self) -> None:
        self.left = LITTLE
        """Characters that may still be cut here."""
        self._quick = Quick()
        self._known: dict[str, list[str]] = {}
        """What was cut here: each variant of an article asks for the same."""

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        known = self._known.get(text)
        if known is not None:
            return known.copy()
        if self.left < len(text):
            self.left = 0
            self._known.clear()
            return _rjieba()(text, False)
        self.left -= len(text)
        found = self._known[text] = self._quick.cut(text)
        return found.copy()


_segmenter = functools.cache(Segmenter)


@functools.cache
def _rjieba() -> Callable[[str, bool], list[str]]:
    """jieba's algorithm in Rust.

    Importing rjieba loads the dictionary for the segmenter that its functions share; one of our own would load it a
    second time.
    """
    import rjieba

    for word, count in newer_words().items():
        rjieba.add_word(word, count, "n")
    return rjieba.cut


class Quick:
    """jieba's algorithm on the word list: of all ways to cut a block into words, that whose counts have the greatest
    product; of two that have the same, that whose first word is longer."""

    def __init__(self) -> None:
        self._newer = newer_words()
        more = sum(count - words().count(word) for word, count in self._newer.items())
        self._total = math.log(TOTAL + more)
        self._costs: dict[str, float] = {}

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        text.encode()  # a lone surrogate is refused here, too
        found: list[str] = []
        at = 0
        for block in _BLOCK.finditer(text):
            found += _OTHER.findall(text, at, block.start())
            found += self._cut_block(block[0])
            at = block.end()
        return found + _OTHER.findall(text, at)

    def _cut_block(self, block: str) -> list[str]:
        ends = self._ends(block)
        found: list[str] = []
        start = at = 0  # single letters and digits that follow each other are one word, which begins at `start`
        while at < len(block):
            end = ends[at]
            if not (end == at + 1 and block[at].isascii() and block[at].isalnum()):
                if start < at:
                    found.append(block[start:at])
                found.append(block[at:end])
                start = end
            at = end
        return [*found, block[start:]] if start < at else found

    def _ends(self, block: str) -> list[int]:
        """Where the word ends that begins at each place, on the best way from there to the block's end."""
        best = [0.0] * (len(block) + 1)
        ends = [0] * len(block)
        beginnings, costs = words().beginnings, self._costs
        for start in range(len(block) - 1, -1, -1):
            most, last = -math.inf, start
            for word in beginnings(block[start : start + LONGEST]):
                cost = costs.get(word)
                if cost is None:
                    cost = costs[word] = self._cost(word)
                end = start + len(word)
                value = cost + best[end]
                if value >= most:
                    most, last = value, end
            if last == start:
                most, last = best[start + 1] - self._total, start + 1
            best[start], ends[start] = most, last
        return ends

    def _cost(self, word: str) -> float:
        return math.log(self._newer.get(word) or words().count(word)) - self._total
