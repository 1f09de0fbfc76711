"""Facts about a line that may part a story or begin another one: whether the matter goes on below it."""

import functools
from collections.abc import Sequence

from convert.reader import topics
from convert.reader.forms import Facts
from convert.reader.shapes import Shape
from convert.reader.sights import FAR, Page, Sight

_PLAIN = Shape.PLAIN


def may_part(sights: Sequence[Sight], i: int) -> bool:
    """Whether a line is a title or a crosshead, by all that is seen of it: it stands alone between two texts, the upper
    at its end, and no lead opens the lower."""
    if not i or i + 1 == len(sights) or not 4 < sights[i].size <= LONGEST_PARTING:
        return False
    if sights[i - 1].short or sights[i - 1].end not in ".!q)":
        return False
    return not sights[i + 1].short and sights[i + 1].shape is _PLAIN


LONGEST_PARTING = 30
"""Characters of the longest title or crosshead of one line."""
KINDRED_ABOVE, KINDRED_BELOW = 480, 320
"""Characters above and below a line that may part a story, which are compared once more: names come back less often
than every two hundred characters."""


def parting_facts(page: Page, i: int) -> Facts:
    """How much the text below a line that may part a story has of the text above it, and of any title above: a story
    keeps to its matter, and to what its title names."""
    sights = page.sights
    top, length = i, 0
    while top and i - top < FAR and length < KINDRED_ABOVE:
        top -= 1
        length += 0 if sights[top].short else sights[top].size
    end, length = i + 1, 0
    while end < len(sights) and length < KINDRED_BELOW and not (sights[end].short and sights[end].size > 3):
        length += sights[end].size
        end += 1
    over = "\n".join([s.text[-KINDRED_ABOVE:] for s in sights[top:i] if not s.short])[-KINDRED_ABOVE:]
    under = "\n".join([s.text[:KINDRED_BELOW] for s in sights[i + 1 : end]])[:KINDRED_BELOW]
    below = topics.pairs_of(under)
    heads = [s.text for s in sights[max(i - FAR, 0) : i] if s.short and s.size > 4 and s.shape is _PLAIN]
    named = max([topics.named(topics.pairs_of_line(head), below) for head in heads], default=-1)
    return _kin_of_matter(topics.shared(topics.pairs_of(over), below), named)


@functools.cache
def _kin_of_matter(near: int, named: int) -> Facts:
    return f"kindred{near}", f"headed{named}", f"kindred{near}&headed{min(named, 2)}"
