"""Lines that stand on the page from their end to their start: a vertical headline that was read upward.

`災成患蚊埔大` is 大埔蚊患成災. The text is left as it is; a note says what the line is, where that is certain.
"""

import re
from operator import add

from convert.lexicon import words
from convert.lexicon.traditional import simplified

SHORTEST, LONGEST = 4, 24
"""Characters of the lines that are looked at: fewer tell too little, more are set across."""
COVERED = 0.5
"""The share of its characters that must stand in words of two and more when it is read the other way."""
GAIN = 1.5
GAIN_OF_FEW = 2.5
"""By how much the logarithm of its probability must be greater for each character when it is read the other way, and
for a line of the fewest characters.

Of 38,870 longer phrases of newspapers none gains more than 1.32, of 5,840 of four characters none more than 1.83; of the
same phrases read backward nearly nine and six in ten do.
"""
FEW = 2
"""Neighbours that make a word, beyond which a line is not looked at any further: most lines are done after a few."""
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]+")


def reads_upward(text: str) -> bool:
    """Whether a line makes sense only from its end to its start."""
    solid = "".join(text.split()) if len(text) <= 3 * LONGEST else ""
    if not SHORTEST <= len(solid) <= LONGEST or not _IDEOGRAPHS.fullmatch(solid) or _makes_sense(solid):
        return False
    plain, known = simplified(solid), words()
    if plain != solid and _makes_sense(plain):
        return False
    back = plain[::-1]
    covered = _covered(back)  # the sooner asked because hardly a line has it
    if covered < COVERED or covered <= _covered(plain):
        return False
    gain = known.text_log_probability(back) - known.text_log_probability(plain)
    return gain > (GAIN_OF_FEW if len(plain) == SHORTEST else GAIN) * len(plain)


def _makes_sense(plain: str) -> bool:
    """Whether more than a few neighbours of a line make words."""
    known, found = words(), 0
    for pair in map(add, plain, plain[1:]):
        if pair in known:
            if found == FEW:
                return True
            found += 1
    return False


def _covered(text: str) -> float:
    """The share of a text's characters that stand in words of two and more."""
    return sum(len(word) for word in words().cut(text) if len(word) > 1) / len(text)
