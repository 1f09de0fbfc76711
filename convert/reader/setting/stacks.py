"""Title stacks: what belongs to one by what stands below it, a lead, a byline, poems, a table, a first question."""

import re
from collections.abc import Sequence
from itertools import pairwise

from convert.reader.names import are_names
from convert.reader.path import Decision, Label
from convert.reader.people import are_places
from convert.reader.setting.grounds import (
    FULL,
    FULL_OR_REST,
    IN_STACK,
    MAYBE_TITLE,
    MORE_TITLE,
    TALLEST,
    is_closed,
    may_head,
    sure,
)
from convert.reader.shapes import Shape
from convert.reader.sights import LONG, Page
from convert.reader.titles import LONGEST_PLACE


def raise_first_titles(page: Page, decisions: list[Decision]) -> None:
    """Make title lines of 原题： and the short lines right above it, for a translated story has both titles, and of
    those over a first question: 问： ."""
    for i, decision in enumerate(decisions):
        if decision.label not in MAYBE_TITLE or not (
            _FIRST_TITLE.match(page.sights[i].text) or _asks(page, decisions, i)
        ):
            continue
        top = i
        while top and i - top < TALLEST - 1 and may_head(page, decisions, top - 1):
            top -= 1
        if not top or decisions[top - 1].label not in IN_STACK:
            decisions[top] = sure(Label.TITLE, "the first title, or the first question, is told below it")
            decisions[top + 1 : i + 1] = [MORE_TITLE] * (i - top)


def _asks(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a short line stands over the first question of several: no answer is right above it."""
    if decisions[i].label is not Label.SHORT or not may_head(page, decisions, i) or i + 1 == len(decisions):
        return False
    return page.sights[i + 1].text.startswith(_QUESTION) and not (i and page.sights[i - 1].text.startswith(_ANSWER))


_QUESTION = ("问：", "问:")
_ANSWER = ("答：", "答:")
_FIRST_TITLE = re.compile("原(?:题|标题|文题)[：:]")


def part_from_theme(page: Page, decisions: list[Decision]) -> None:
    """Begin a paragraph under a lead that ends with the title of its story: 新华社北京2月1日电 题：把冷暖放在心上."""
    for i, (decision, below) in enumerate(pairwise(decisions)):
        sight = page.sights[i]
        if below.label is not Label.CONTINUES or decision.label is Label.CONTINUES or sight.end not in "x!q":
            continue
        if sight.size <= LONG and "题" in sight.text and _THEME.match(sight.text):
            decisions[i + 1] = sure(Label.PARAGRAPH, "the line above ends with a title")


_THEME = re.compile(r"[【（]?[^。，]{2,24}(?:电|讯|报道|专电)[】）]?[ \u3000]*题[：:].{4,40}$")
"""A lead, and behind it the title of the story, as agencies send it."""


def raise_over_greetings(page: Page, decisions: list[Decision]) -> None:
    """Make a title of a line right over the greeting of a letter, where a text above has ended: 一封家书 over 妈妈：."""
    for i in range(1, len(decisions) - 2):
        greeting = page.sights[i + 1]
        if decisions[i].label is not Label.SHORT or greeting.shape is not Shape.SALUTATION or greeting.size > GREETING:
            continue
        if decisions[i + 2].label in FULL and may_head(page, decisions, i) and is_closed(page, i - 1):
            decisions[i] = sure(Label.TITLE, "a greeting stands below it")


GREETING = 10
"""Characters of the longest greeting that is surely one."""


def raise_questions(page: Page, decisions: list[Decision]) -> None:
    """Make the first line of a title stack of a question right over a title of news: 味道谁说了算？"""
    for i in range(1, len(decisions) - 2):
        if decisions[i].label is not Label.SHORT or decisions[i + 1].label is not Label.TITLE:
            continue
        news = page.sights[i + 2].shape is Shape.LEAD or decisions[i + 2].label is Label.BYLINE
        if news and page.sights[i].text[-1] in "？?" and may_head(page, decisions, i) and is_closed(page, i - 1):
            decisions[i] = sure(Label.TITLE, "a question over the title of news")
            decisions[i + 1] = MORE_TITLE


def raise_calls(page: Page, decisions: list[Decision]) -> None:
    """Make the first line of a title stack of one right above it that ends with a colon or names a place: no story
    ends so."""
    for i, (decision, below) in enumerate(pairwise(decisions)):
        sight = page.sights[i]
        if below.label is not Label.TITLE or decision.label is not Label.SHORT or not sight.short:
            continue
        calls = sight.end == ":" or (sight.shape is Shape.PLAIN and are_places(sight.text))
        if calls and is_closed(page, page.above[i]):
            decisions[i] = sure(Label.TITLE, "it announces the title below it")
            decisions[i + 1] = MORE_TITLE


def raise_poems(page: Page, decisions: list[Decision]) -> None:
    """Make a title of the line over a bracket that says how many poems follow, and a byline of a name under it."""
    for i, (sight, decision) in enumerate(zip(page.sights, decisions, strict=True)):
        if decision.label not in MAYBE_TITLE or not i or not _POEMS.fullmatch(sight.text):
            continue
        if decisions[i - 1].label not in IN_STACK:
            if not page.sights[i - 1].short:
                continue
            decisions[i - 1] = sure(Label.TITLE, "poems are counted below it")
        decisions[i] = MORE_TITLE
        below = i + 1
        if below < len(decisions) and decisions[below].label is Label.SHORT and are_names(page.sights[below].text):
            decisions[below] = sure(Label.BYLINE, "it signs the poems below it")


_POEMS = re.compile(r"[（(](?:外?[一二两三四五六七八九十]{1,2}[首章题阕]|组诗)[）)]")
"""How many poems, or parts of one, follow."""


def raise_under_places(page: Page, decisions: list[Decision]) -> None:
    """Make a title line of a crosshead right under a title that is nothing but a place: the news is named there."""
    for i, (above, decision) in enumerate(pairwise(decisions), 1):
        over, sight = page.sights[i - 1], page.sights[i]
        if decision.label is not Label.CROSSHEAD or above.label is not Label.TITLE or sight.shape is not Shape.PLAIN:
            continue
        if over.size <= LONGEST_PLACE and are_places(over.text):
            decisions[i] = MORE_TITLE


def raise_stacks(page: Page, decisions: list[Decision]) -> None:
    """Make title lines of short lines between a title and the lead, byline or jump of its story: nothing else is there."""
    lead = Shape.LEAD
    for i, (decision, sight) in enumerate(zip(decisions, page.sights, strict=True)):
        label = decision.label
        if label not in _UNDER_STACK and (sight.shape is not lead or label is not Label.PARAGRAPH):
            continue
        top = _top_of_stack(page, decisions, i)
        if top < i and decisions[top].label is not Label.TITLE:
            decisions[top] = sure(Label.TITLE, "between a banner and its story")
        for n in range(top + 1, i):
            if decisions[n].label is not Label.SUBTITLE:
                decisions[n] = MORE_TITLE


_UNDER_STACK = frozenset({Label.BYLINE, Label.JUMP})
"""Labels of lines that stand between a title stack and its story."""


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
        elif label is not Label.SUBTITLE and (label not in MAYBE_TITLE or page.sights[n].shape is not Shape.PLAIN):
            break
    return top


def raise_over_tables(page: Page, decisions: list[Decision]) -> None:
    """Make a title of a short line over a table, or over the names of its columns, where a text above has ended."""
    for i in range(1, len(decisions) - 3):
        if decisions[i].label is not Label.SHORT or not may_head(page, decisions, i):
            continue
        rows = [page.sights[n].shape is Shape.ROW for n in range(i + 2, i + 4)]
        if all(rows) and decisions[i - 1].label in FULL_OR_REST and is_closed(page, i - 1):
            decisions[i] = sure(Label.TITLE, "a table stands below it")
