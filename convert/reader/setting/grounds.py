"""What the rules about setting share: which labels stand where, and the decisions that several of them give."""

from collections.abc import Sequence, Set

from convert.reader.path import BULLETS, CERTAIN, Decision, Label
from convert.reader.shapes import Shape
from convert.reader.sights import Page


def sure(label: Label, reason: str) -> Decision:
    """The decision that a line is surely that; the trace tells the reason."""
    return Decision(label, CERTAIN, None, reason)


IN_STACK = (Label.TITLE, Label.SUBTITLE)
"""The lines of a title stack."""
MAYBE_TITLE = frozenset({Label.SHORT, Label.CROSSHEAD})
"""What a line of a title stack was taken for by itself: nothing of the kind stands between a title and its lead."""
FULL = (Label.PARAGRAPH, Label.OPENING)
"""The beginnings of paragraphs."""
REST = frozenset({Label.CONTINUES})
"""What a paragraph goes on with."""
FULL_OR_REST = (*FULL, Label.CONTINUES)
"""Paragraphs and what they go on with."""
BEGINS = frozenset({Label.TITLE, Label.OPENING, Label.SECTION})
"""What an article begins with, and the banner over it."""
MORE_TITLE = sure(Label.SUBTITLE, "between a title and its story")
FIRST_TITLE_BELOW = sure(Label.TITLE, "the first title of its column")
SUBTITLE_MARKS = frozenset("—－-（(" + BULLETS)
TALLEST = 4
"""Lines of the tallest title stack."""
STRIP = 30
"""Characters of the longest title line; what is longer and open is a strip of text."""
REFERS_BACK = (
    *("据了解", "据介绍", "据悉", "此外", "同时", "另外", "对此", "为此", "因此", "然而"),
    *("随后", "其间", "期间", "其中"),
    *("会上", "会议", "会后", "活动中", "活动现场", "现场", "与此同时", "除了", "不仅", "目前", "下一步", "接下来"),
    *("他", "她", "它", "该", "这", "那", "而", "但", "“", "「"),
)
"""How a paragraph begins that goes on with a story."""


def run_end(decisions: Sequence[Decision], i: int, labels: Set[Label]) -> int:
    """Where a run of lines with these labels ends that begins with line `i`; `i` itself when that has none of them."""
    while i < len(decisions) and decisions[i].label in labels:
        i += 1
    return i


def may_head(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a line that was taken for no title may be one: short, plain, and no sentence."""
    sight = page.sights[i]
    return (
        decisions[i].label in MAYBE_TITLE
        and sight.short
        and sight.size <= STRIP
        and sight.shape is Shape.PLAIN
        and sight.end in "x!q"
    )


def is_closed(page: Page, above: int) -> bool:
    """Whether the line `above`, -1 for none, ends as a story may: see `Sight.end`."""
    return above < 0 or page.sights[above].end in ".!q)"
