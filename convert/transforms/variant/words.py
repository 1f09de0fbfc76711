"""Words before greed: OpenCC takes the longest match, also across the end of a word; here it is kept from that.

The text is converted twice: as it is, and cut into its words. Where the two differ, OpenCC's entry either crosses
the end of a word (机关系统 has 关系 in it), then the cut text is right, or it is a phrase of whole words, then the
whole text is. Which it is shows when the text around the character is shortened until the entry no longer matches.
"""

import functools
from typing import NamedTuple

from convert.lexicon import words
from convert.transforms.variant.engine import STAND_IN, opencc
from convert.transforms.variant.passage import Passage

LONGEST = 12
"""How far around a character an entry of OpenCC's dictionaries is looked for."""


COMMON_WORD = -14.0
"""The log-probability from which on a word is common enough to be a part of a longer one."""


class _Pieces(dict[str, str]):
    """Word → the word converted by itself; kept, as a text's words recur.

    A word of the list that is made of two others comes out as they do: 分配制度 has no 配製 in it.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= 1 << 18:
            self.clear()
        shown = opencc("s2t")(word)
        cut = _joint(word) if len(word) > 3 else 0
        if cut:
            self[word] = self[word[:cut]] + self[word[cut:]]
        else:
            self[word] = shown if len(shown) == len(word) else word
        return self[word]


def _joint(word: str) -> int:
    """Where a word falls into two common words; 0 where it doesn't."""
    likely = {
        at: min(words().log_probability(word[:at]), words().log_probability(word[at:]))
        for at in range(2, len(word) - 1)
    }
    best = max(likely, key=likely.__getitem__, default=0)
    return best if best and likely[best] >= COMMON_WORD else 0


_pieces = _Pieces()


class Reading(NamedTuple):
    """The words of a passage in OpenCC's standard Traditional forms, each by itself, and where that is wrong."""

    words: list[str]
    phrases: dict[int, str]
    """Place of a character → its form in a phrase of several words."""
    refused: dict[int, str]
    """Place of a character → the form of the other reading."""


def by_itself(word: str) -> str:
    """A word in OpenCC's standard Traditional forms, whatever stands around it."""
    return _pieces[word]


def convert(passage: Passage) -> Reading:
    """The passage in OpenCC's standard Traditional forms, and what the other reading had where."""
    whole = opencc("s2t")(passage.masked)
    read = Reading(list(map(_pieces.__getitem__, passage.words)), {}, {})
    cut = "".join(read.words)
    if whole == cut or len(whole) != len(cut):
        return read
    for at, (greedy, careful) in enumerate(zip(whole, cut, strict=True)):
        if greedy != careful:
            if careful == STAND_IN:  # the segmenter can't be given what stands here
                read.phrases[at] = greedy
                continue
            keep = _is_phrase_of_words(passage, at, greedy)
            read.refused[at] = careful if keep else greedy
            if keep:
                read.phrases[at] = greedy
    return read


def _is_phrase_of_words(passage: Passage, at: int, form: str) -> bool:
    """Whether the entry that gives the character this form begins and ends where words do."""
    if form == _by_itself(passage.masked[at]):
        return False  # no entry gives it this form: one that ends before it has kept its own word's entry from matching
    first = max(0, at - LONGEST)
    window = passage.masked[first : at + LONGEST + 1]
    start, end = _extent(window, at - first, form)
    return end > 0 and passage.is_edge(first + start) and passage.is_edge(first + end)


@functools.lru_cache(maxsize=1 << 12)
def _by_itself(character: str) -> str:
    return opencc("s2t")(character)


@functools.lru_cache(maxsize=1 << 14)
def _extent(window: str, at: int, form: str) -> tuple[int, int]:
    """The shortest stretch of `window` around `at` that still gives the form; (0, 0) when the window doesn't."""
    convert = opencc("s2t")
    start, end = 0, len(window)
    if convert(window)[at : at + 1] != form:
        return 0, 0
    while start < at and convert(window[start + 1 : end])[at - start - 1] == form:
        start += 1
    while end > at + 1 and convert(window[start : end - 1])[at - start] == form:
        end -= 1
    return start, end
