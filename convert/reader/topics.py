"""Whether the text above a line and the text below it tell of the same matter: the words that both have.

Two stretches of one article share its names and terms, two articles share little but the commonest words, whatever
newspaper they are from (Hearst, TextTiling, 1997).
"""

import functools
import math

from convert.lexicon import words

NEAR = (240, 120)
"""Characters above and below that are compared, where an article is at its closest."""
WIDE = (400, 400)
"""Characters compared where there is that much text."""
_STEPS = (0.04, 0.08, 0.13, 0.2, 0.3, 0.45, 0.7)
_WIDE_STEPS = tuple(1.3 * step for step in _STEPS)
COMMON = 6.0
"""Minus the log-probability of a word that tells nothing of a text's matter."""
UNLISTED = 3.0
"""What a pair of characters tells that is no word of the list: part of a name, or the end of one word and the next."""


@functools.lru_cache(maxsize=16)
def facts(over: str, under: str) -> tuple[str, ...]:
    """How much is shared close by and further off, in steps from 0; the lines of a title stack ask for the same."""
    return (
        f"near{_shared(over, under, NEAR, _STEPS)}",
        f"wide{_shared(over, under, WIDE, _WIDE_STEPS)}",
    )


def _shared(over: str, under: str, window: tuple[int, int], steps: tuple[float, ...]) -> int:
    above, below = _pairs(over[-window[0] :]), _pairs(under[: window[1]])
    if not above or not below:
        return -1
    value = sum(map(_tells, above & below)) / math.sqrt(len(above) * len(below))
    return sum(value >= step for step in steps)


def _pairs(text: str) -> set[int]:
    """The character pairs of a text, each as one number: half the time that cutting them out as strings takes."""
    codes = memoryview(text.encode("utf-32-le", "surrogatepass"))
    whole = len(codes) // 8 * 8
    shifted = (len(codes) - 4) // 8 * 8
    return {*codes[:whole].cast("Q"), *codes[4 : 4 + shifted].cast("Q")} if len(text) > 1 else set()


@functools.lru_cache(maxsize=8192)
def _tells(pair: int) -> float:
    """How much it tells that two texts both have a pair: more the rarer a word it is, nothing for marks and digits."""
    first, second = chr(pair & 0xFFFFFFFF), chr(pair >> 32)
    if not ("\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff"):
        return 0.0
    word = first + second
    return max(0.0, -words().log_probability(word) - COMMON) if word in words() else UNLISTED
