"""The word list: what is a word, how common it is, and what sort of word it is."""

import functools
import math
import mmap
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

HERE = Path(__file__).parent
TOTAL = 60_102_104
"""The counts of all words together."""
STEPS = 10
"""Log-probabilities are told in tenths of a nat: a step of 0.1 is ten per cent of a frequency."""
KEPT = 1 << 14
"""Words whose numbers are kept once they were looked up, some 4 MB."""
UNKNOWN = 20.0
"""Minus the log-probability of a character that is no word of the list; the rarest words have 17.9."""


class PartOfSpeech(IntEnum):
    """What sort of word it is, as far as rules ask; the numbers are those in the data file."""

    OTHER = 0
    NOUN = 1
    VERB = 2
    ADJECTIVE = 3
    ADVERB = 4
    NUMERAL = 5
    MEASURE = 6
    PRONOUN = 7
    PERSON = 8
    PLACE = 9
    ORGANISATION = 10
    IDIOM = 11
    PARTICLE = 12


_SORTS = tuple(PartOfSpeech)
"""By the numbers of the data file: to look one up takes a tenth of the time that the enumeration takes."""


class WordList:
    """349,052 Simplified words with their frequency and part of speech."""

    def __init__(self, trie: "marisa_trie.Trie", counts: Sequence[int], sorts: Sequence[int]) -> None:
        """`trie`: word → its number; by this number its count and its part of speech.

        marisa_trie has a trie with records, too, which finds the beginnings of a text in twice the time.
        """
        self._trie = trie
        self._counts = counts
        self._sorts = sorts
        self._number = functools.lru_cache(KEPT)(self._look_up)
        self._cost = functools.lru_cache(1 << 14)(lambda word: -self.log_probability(word))

    def __contains__(self, word: str) -> bool:
        """Whether the list has the word; single characters are in it too."""
        return self._number(word) is not None

    def __len__(self) -> int:
        """The number of words."""
        return len(self._trie)

    def _look_up(self, word: str) -> int | None:
        """The word's number; a NUL ends a key in a trie, so a text with one is no word.

        The last ones are kept: to walk the trie takes 1 µs, and a page asks for the same few words over and over.
        """
        return None if "\x00" in word else self._trie.get(word)

    def log_probability(self, word: str) -> float:
        """The natural logarithm of the word's share of all words in running text.

        What is not in the list gets -20 for each of its characters, so that sums over two ways of cutting the same
        text compare.
        """
        count = self.count(word)
        return round(math.log(count / TOTAL) * STEPS) / STEPS if count else -UNKNOWN * max(1, len(word))

    def count(self, word: str) -> int:
        """How often the word is in the text that the dictionary was counted in; 0 for what the list doesn't have."""
        number = self._number(word)
        return 0 if number is None else self._counts[number]

    def part_of_speech(self, word: str) -> PartOfSpeech | None:
        """The commonest use of the word; None when the list doesn't have it."""
        number = self._number(word)
        return None if number is None else _SORTS[self._sorts[number]]

    def beginnings(self, text: str) -> list[str]:
        """The words that `text` begins with, shortest first."""
        found: list[str] = self._trie.prefixes(text)
        return found

    def text_log_probability(self, text: str) -> float:
        """The log-probability of the best way to cut `text` into words: what to compare two readings by."""
        best = [0.0] + [-math.inf] * len(text)
        for start in range(len(text)):
            best[start + 1] = max(best[start + 1], best[start] - UNKNOWN)
            for word in self.beginnings(text[start:]):
                end = start + len(word)
                best[end] = max(best[end], best[start] + self.log_probability(word))
        return best[-1]

    def cut(self, text: str, longest: int = 6) -> list[str]:
        """The words of a short text, cut in the most probable way; no word is looked for beyond `longest` characters.

        As good as `segment` for a headline, at 2 µs a character, and there is no dictionary to load.
        """
        best = [0.0] + [math.inf] * len(text)
        came = [0] * (len(text) + 1)
        for start in range(len(text)):
            so_far = best[start]
            if so_far + UNKNOWN < best[start + 1]:
                best[start + 1], came[start + 1] = so_far + UNKNOWN, start
            for word in self.beginnings(text[start : start + longest]):
                cost, end = so_far + self._cost(word), start + len(word)
                if cost < best[end]:
                    best[end], came[end] = cost, start
        found, end = list[str](), len(text)
        while end:
            found.append(text[came[end] : end])
            end = came[end]
        return found[::-1]


@functools.cache
def words() -> WordList:
    """The word list, opened once; its files are mapped into memory."""
    import marisa_trie

    trie = marisa_trie.Trie().mmap(str(HERE / "words.marisa"))
    with (HERE / "words.counts").open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    border = 4 * len(trie)
    return WordList(trie, data[:border].cast("I"), data[border:])
