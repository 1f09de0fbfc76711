"""Authors named between a title and its text, alone, with an office, or with where they belong."""

import re
from collections.abc import Sequence

from convert.lexicon import words
from convert.reader.names import HAN, are_names
from convert.reader.path import NAME, Decision, Label
from convert.reader.patterns import made
from convert.reader.setting.grounds import IN_STACK, MAYBE_TITLE, MORE_TITLE, is_closed, may_head, run_end, sure
from convert.reader.shapes import Shape
from convert.reader.shortfacts import byline_form
from convert.reader.sights import Page


def lower_under_titles(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a byline of names right under a title and over its text, and a crosshead of what stands under a byline."""
    for i in places:
        label = decisions[i].label
        if not i or i + 1 == len(decisions) or decisions[i + 1].label is not Label.PARAGRAPH:
            continue
        above = decisions[i - 1].label
        if label is Label.SUBTITLE and above is Label.TITLE and _names_authors(page.sights[i].text):
            decisions[i] = sure(Label.BYLINE, "a name between a title and its text")
        elif label is Label.TITLE and above is Label.BYLINE and i > 1 and decisions[i - 2].label in IN_STACK:
            decisions[i] = sure(Label.CROSSHEAD, "between a byline and its text")


def _names_authors(text: str) -> bool:
    """Whether a line is a short name, or names that run on."""
    if len(text) < NAME:
        return text not in words() and are_names(text)
    return byline_form(text) == "names"


def raise_authors(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a byline of a person under a title who is told with school, class, works or office: 机电学院 高远.

    Over and under a poem, whose lines say little themselves, the line above such a person is made its title.
    """
    for i in places:
        if not i or not _is_author(page, i):
            continue
        above = decisions[i - 1]
        below = i + 1
        if below == len(decisions) or _is_author(page, below) or (i > 1 and _is_author(page, i - 1)):
            continue  # a list of people
        over = page.sights[i - 1]
        if above.label in (*MAYBE_TITLE, Label.BYLINE) and over.short and over.shape is Shape.PLAIN:
            if i > 1 and decisions[i - 2].label in IN_STACK:
                decisions[i - 1] = MORE_TITLE
            elif is_closed(page, page.above[i - 1]) or _ends_verses(page, decisions, i - 1):
                decisions[i - 1] = sure(Label.TITLE, "an author is named below it")
        if decisions[i - 1].label in IN_STACK:
            decisions[i] = sure(Label.BYLINE, "a person, told with where that belongs")


def _ends_verses(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether verses stand right above a line, which end without a stop."""
    above = range(i - SEVERAL, i)
    return above[0] >= 0 and all(decisions[n].label is Label.SHORT and page.sights[n].size <= VERSE for n in above)


VERSE = 16
"""Characters of the longest verse."""


def lower_people(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make no title and no byline of people with where they belong, three or more of them one under the other."""
    end = 0
    for start in places:
        if start < end or start + SEVERAL > len(decisions) or decisions[start + SEVERAL - 1].label not in MAYBE_PERSON:
            continue
        end = run_end(decisions, start, MAYBE_PERSON)
        people = [n for n in range(start, end) if _is_author(page, n)]
        for n in people if len(people) >= SEVERAL else ():
            decisions[n] = sure(Label.SHORT, "one of a list of people")


_SET_OFF = re.compile("[ \u3000（(：:\\]】〕）)]")
"""What stands between a person and where that belongs."""
SEVERAL = 3
"""People with where they belong that make a list."""
MAYBE_PERSON = frozenset({Label.TITLE, Label.SUBTITLE, Label.BYLINE, Label.SHORT, Label.CROSSHEAD})
NO_AUTHOR = frozenset({Label.SHORT, Label.CROSSHEAD, Label.SUBTITLE})
"""What such a person may be taken for by the weights."""
_AUTHOR = (
    r"(?:[^\s，。：:、；！？“”—]{1,20}(?:[ \u3000]+[^\s，。：:、；！？“”—]{2,14})?"
    r"(?:学院|大学|中学|小学|学校|幼儿园|[系班级厂矿部处科局院所站队社]|公司|集团|车间|工会|社区|街道|支队|银行|分行|医院|中心|协会)[ \u3000]+"
    rf"|[\[【〔（(]{HAN}{{2,6}}[\]】〕）)] ?|(?:口述|讲述|主讲)人?[：:](?:\S{{2,16}} )?)"
    rf"(?P<name>{HAN}{{2,3}}|{HAN}[ \u3000]{HAN})"
    rf"|(?P<told>{HAN}{{2,3}})[（(]{HAN}{{2,8}}[／/，、 ]?{HAN}{{0,8}}[）)]"
)
"""A person with where that belongs or comes from, or who told the story."""


def _is_author(page: Page, i: int) -> bool:
    text = page.sights[i].text
    found = made(_AUTHOR).fullmatch(text) if page.sights[i].short and _SET_OFF.search(text) else None
    return found is not None and are_names(found["name"] or found["told"])


def raise_over_names(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make title and byline of a short line and a name under it that stand over a text, where a text above has ended."""
    for i in places:
        labels = [decision.label for decision in decisions[i : i + 3]]
        if labels != [Label.SHORT, Label.SHORT, Label.PARAGRAPH] or not may_head(page, decisions, i):
            continue
        ends = is_closed(page, i - 1)
        if ends and page.sights[i].size > NAME and _is_signer(page.sights[i + 1].text):
            decisions[i] = sure(Label.TITLE, "an author is named below it")
            decisions[i + 1] = sure(Label.BYLINE, "a name between a title and its text")


def _is_signer(text: str) -> bool:
    """Whether a text is a name, alone or with an office."""
    return len(text) <= LONGEST_AUTHOR and (byline_form(text) in ("name", "office") or are_names(text))


LONGEST_AUTHOR = 16
"""Characters of the longest author told with an office."""
