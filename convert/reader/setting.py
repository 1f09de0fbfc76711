"""What the setting of a page makes certain, whatever the weights say: which lines are titles, which briefs begin."""

import re
from collections.abc import Sequence
from itertools import pairwise

from convert.reader.drafts import LABEL_MARKS
from convert.reader.names import are_names
from convert.reader.path import CERTAIN, Decision, Label
from convert.reader.people import are_places
from convert.reader.shapes import Shape
from convert.reader.sights import Page
from convert.reader.titles import LONGEST_PLACE


def settled(page: Page, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, those set aside that nothing printed can be."""
    kept = list(decisions)
    _raise_calls(page, kept)
    _raise_poems(page, kept)
    _raise_stacks(page, kept)
    _raise_under_places(page, kept)
    _part_briefs(page, kept)
    return kept


_IN_STACK = (Label.TITLE, Label.SUBTITLE)
_MORE_TITLE = Decision(Label.SUBTITLE, CERTAIN, None, "between a title and its story")


def _raise_calls(page: Page, decisions: list[Decision]) -> None:
    """Make the first line of a title stack of one right above it that ends with a colon or names a place: no story
    ends so."""
    for i, (decision, below) in enumerate(pairwise(decisions)):
        sight = page.sights[i]
        if below.label is not Label.TITLE or decision.label is not Label.SHORT or not sight.short:
            continue
        calls = sight.end == ":" or (sight.shape is Shape.PLAIN and are_places(sight.text))
        if calls and _is_closed(page, page.above[i]):
            decisions[i] = Decision(Label.TITLE, CERTAIN, None, "it announces the title below it")
            decisions[i + 1] = _MORE_TITLE


def _is_closed(page: Page, above: int) -> bool:
    """Whether the text above, -1 for none, ends as a story may."""
    return above < 0 or page.sights[above].end not in "x,;:"


def _raise_poems(page: Page, decisions: list[Decision]) -> None:
    """Make a title of the line over a bracket that says how many poems follow, and a byline of a name under it."""
    for i, (sight, decision) in enumerate(zip(page.sights, decisions, strict=True)):
        if decision.label not in _MAYBE_TITLE or not i or not _POEMS.fullmatch(sight.text):
            continue
        if decisions[i - 1].label not in _IN_STACK:
            if not page.sights[i - 1].short:
                continue
            decisions[i - 1] = Decision(Label.TITLE, CERTAIN, None, "poems are counted below it")
        decisions[i] = _MORE_TITLE
        below = i + 1
        if below < len(decisions) and decisions[below].label is Label.SHORT and are_names(page.sights[below].text):
            decisions[below] = Decision(Label.BYLINE, CERTAIN, None, "it signs the poems below it")


_POEMS = re.compile(r"[（(](?:外?[一二两三四五六七八九十]{1,2}[首章题阕]|组诗)[）)]")
"""How many poems, or parts of one, follow."""


def _raise_under_places(page: Page, decisions: list[Decision]) -> None:
    """Make a title line of a crosshead right under a title that is nothing but a place: the news is named there."""
    for i, (above, decision) in enumerate(pairwise(decisions), 1):
        over, sight = page.sights[i - 1], page.sights[i]
        if decision.label is not Label.CROSSHEAD or above.label is not Label.TITLE or sight.shape is not Shape.PLAIN:
            continue
        if over.size <= LONGEST_PLACE and are_places(over.text):
            decisions[i] = _MORE_TITLE


TALLEST = 4
"""Lines of the tallest title stack."""
_UNDER_STACK = frozenset({Label.BYLINE, Label.JUMP})
"""Labels of lines that stand between a title stack and its story."""


def _raise_stacks(page: Page, decisions: list[Decision]) -> None:
    """Make title lines of short lines between a title and the lead, byline or jump of its story: nothing else is there."""
    lead = Shape.LEAD
    for i, (decision, sight) in enumerate(zip(decisions, page.sights, strict=True)):
        label = decision.label
        if label not in _UNDER_STACK and (sight.shape is not lead or label is not Label.PARAGRAPH):
            continue
        top = _top_of_stack(page, decisions, i)
        if top < i and decisions[top].label is not Label.TITLE:
            decisions[top] = Decision(Label.TITLE, CERTAIN, None, "between a banner and its story")
        for n in range(top + 1, i):
            if decisions[n].label is not Label.SUBTITLE:
                decisions[n] = _MORE_TITLE


_BRIEFS = frozenset(
    [
        "简讯",
        "短讯",
        "快讯",
        "短波",
        "简报",
        "要闻简报",
        "简明新闻",
        "新闻简报",
        "一句话新闻",
        "国内简讯",
        "国际简讯",
        "基层短讯",
    ]
)


def is_brief_column(text: str) -> bool:
    """Whether a label names a column of briefs, which have no titles."""
    return text.strip(LABEL_MARKS) in _BRIEFS


def _part_briefs(page: Page, decisions: list[Decision]) -> None:
    """Make an article of each brief under the name of their column: of each paragraph, or of those with a mark or lead."""
    section = Label.SECTION
    for i, decision in enumerate(decisions):
        if decision.label is not section or not is_brief_column(page.sights[i].text):
            continue
        end = i + 1
        while end < len(decisions) and decisions[end].label in _OF_BRIEFS:
            end += 1
        begins = [n for n in range(i + 1, end) if decisions[n].label is Label.PARAGRAPH]
        marked = [n for n in begins if page.sights[n].shape in (Shape.ITEM, Shape.LEAD)]
        for n in marked if marked and marked[0] == i + 1 else begins:
            decisions[n] = Decision(Label.OPENING, CERTAIN, None, "a brief in its column")


_OF_BRIEFS = (Label.PARAGRAPH, Label.CONTINUES, Label.CREDIT, Label.REPEAT, Label.SHORT)


def _top_of_stack(page: Page, decisions: Sequence[Decision], story: int) -> int:
    """The first title of the short lines right above a story, else the first of those under a banner; `story` itself
    when there is neither."""
    top = story
    for n in range(story - 1, max(story - 2 - TALLEST, -1), -1):
        label = decisions[n].label
        if label is Label.SECTION and top == story and page.sights[story].shape is Shape.LEAD:
            return n + 1
        if n < story - TALLEST:
            break
        if label is Label.TITLE:
            top = n
        elif label is not Label.SUBTITLE and (label not in _MAYBE_TITLE or page.sights[n].shape is not Shape.PLAIN):
            break
    return top


_MAYBE_TITLE = frozenset({Label.SHORT, Label.CROSSHEAD})
"""What a line of a title stack was taken for by itself: nothing of the kind stands between a title and its lead."""
