"""Facts about a paragraph with a lead that stands under text: another story, or the next report under the same title."""

import functools
from collections.abc import Sequence

from convert.reader import topics
from convert.reader.forms import Facts
from convert.reader.shapes import Shape
from convert.reader.sights import FAR, Page, Sight

TITLE = 5
"""Characters of the shortest line that can name two matters."""


def lead_facts(page: Page, i: int) -> Facts:
    """Whether the report with its lead in line i tells of what the text above does, and whether the title names it.

    Newspapers print two reports of one matter, each with the lead of its agency, under a title that has a line or a
    half for each; what follows such a story without a title of its own has nothing to do with either.
    """
    sights, me = page.sights, page.sights[i]
    head = _head_above(sights, i)
    leads = sum([sight.shape is Shape.LEAD for sight in sights[max(head, i - FAR, 0) : i]])
    above = "\n".join([sight.text[-topics.ABOVE :] for sight in sights[max(i - 3, head + 1, 0) : i]])
    over, report = topics.pairs_of(above[-topics.ABOVE :]), topics.pairs_of(me.text[: topics.BELOW])
    named = topics.share(topics.pairs_of(sights[head].text), report) if head >= 0 else -1
    return _facts(topics.shared(over, report), named, min(leads, 3))


@functools.cache
def _facts(near: int, named: int, leads: int) -> Facts:
    return (f"lead-near{near}", f"lead-named{named}", f"lead-after{leads}", f"lead-named{named}&after{min(leads, 2)}")


def _head_above(sights: Sequence[Sight], i: int) -> int:
    """The nearest line above that may be the last of a title, -1 for none near enough to have a say."""
    for j in range(i - 2, max(i - FAR, 0) - 1, -1):
        if sights[j].short and sights[j].size > TITLE and sights[j].shape is Shape.PLAIN:
            return j
    return -1
