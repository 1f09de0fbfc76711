"""Whether two stretches of text tell of the same matter: the words that both have.

Two stretches of one article share its names and terms, two articles share little but the commonest words, whatever
newspaper they are from (Hearst, TextTiling, 1997).
"""

import functools
import math
from bisect import bisect_right

from convert.lexicon import words

ABOVE, BELOW = 200, 120
"""Characters that are compared: an article is at its closest there, and more text tells less."""
STEPS = (0.04, 0.08, 0.13, 0.2, 0.3, 0.45, 0.7)
COMMON = 6.0
"""Minus the log-probability of a word that tells nothing of a text's matter."""
UNLISTED = 3.0
"""What a pair of characters tells that is no word of the list: part of a name, or the end of one word and the next."""


def pairs_of(text: str) -> set[int]:
    """The different character pairs of a text, each as one number: half the time that cutting them out as strings takes."""
    codes = memoryview(text.encode("utf-32-le", "surrogatepass"))
    whole = len(codes) // 8 * 8
    shifted = (len(codes) - 4) // 8 * 8
    return {*codes[:whole].cast("Q"), *codes[4 : 4 + shifted].cast("Q")} if len(text) > 1 else set()


@functools.lru_cache(maxsize=64)
def pairs_of_line(line: str) -> set[int]:
    """The character pairs of a short line, which is compared with several texts."""
    return pairs_of(line)


def shared(above: set[int], below: set[int]) -> int:
    """How much of the text above is in the text below, both told by their pairs, in steps from 0, -1 for no text."""
    if not above or not below:
        return -1
    value = sum(map(_tells, above & below)) / math.sqrt(len(above) * len(below))
    return bisect_right(STEPS, value)


@functools.lru_cache(maxsize=8192)
def _tells(pair: int) -> float:
    """How much it tells that two texts both have a pair: more the rarer a word it is, nothing for marks and digits."""
    first, second = chr(pair & 0xFFFFFFFF), chr(pair >> 32)
    if not ("\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff"):
        return 0.0
    word = first + second
    return max(0.0, -words().log_probability(word) - COMMON) if word in words() else UNLISTED


def share(line: set[int], other: set[int]) -> int:
    """How much of a line another text has: the class of the share of its pairs, 0 none to 5 all of them."""
    told = len(line & other) / len(line)
    return bisect_right(SHARES, told) if told else 0


SHARES = (0.0, 0.12, 0.25, 0.5, 1.0)


def named(title: set[int], text: set[int]) -> int:
    """How much of what a title names a text has, weighed as `shared` weighs it, in steps from 0."""
    found = sum(map(_tells, title & text))
    return bisect_right(NAMED, found / sum(map(_tells, title))) if found else 0


NAMED = (0.04, 0.08, 0.13, 0.2, 0.3, 0.45)
