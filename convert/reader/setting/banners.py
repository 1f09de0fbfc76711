"""Banners and names of columns: slogans, names over the folio, a few characters over a headline."""

import re
from collections.abc import Sequence

from convert.lexicon import words
from convert.reader.columns import LONGEST_CAMPAIGN, names_column, surely_names_column, surely_names_focus
from convert.reader.names import HAN, are_names
from convert.reader.path import Decision, Label
from convert.reader.people import are_places
from convert.reader.setting.grounds import (
    FIRST_TITLE_BELOW,
    IN_STACK,
    MAYBE_TITLE,
    MORE_TITLE,
    SUBTITLE_MARKS,
    is_closed,
    sure,
)
from convert.reader.shapes import Shape
from convert.reader.sights import Page


def raise_labels(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make banners of a label in its marks, and of a column's name over no plain text, that were taken for a name or
    for text."""
    for i in places:
        if i + 1 == len(decisions):
            break
        decision, below = decisions[i], decisions[i + 1]
        sight, under = page.sights[i], page.sights[i + 1]
        starts = below.label is not Label.PARAGRAPH or under.shape in (Shape.ITEM, Shape.LEAD)
        signs = decision.label is Label.BYLINE and i and decisions[i - 1].label in IN_STACK
        if sight.shape is Shape.LABEL or (sight.known and starts and not signs):
            decisions[i] = sure(Label.SECTION, "a label")


def raise_slogan(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make the page's banner of a slogan that heads it, over the first headline."""
    if places[0] or len(decisions) < 2 or decisions[1].label not in _UNDER_BANNER:
        return
    parted = decisions[1].label is Label.SECTION or page.sights[1].text[0] not in SUBTITLE_MARKS
    if parted and _SLOGAN.fullmatch(page.sights[0].text):
        decisions[0] = sure(Label.SECTION, "a slogan at the head of the page")
        if decisions[1].label is Label.SUBTITLE:
            decisions[1] = FIRST_TITLE_BELOW


_SLOGAN = re.compile(
    r"(?:深入)?(?:学习|贯彻|落实|宣传|高举|牢记|凝心聚力|不忘初心|喜迎|庆祝|聚焦|弘扬|践行|奋进|奋力|决胜|团结|推进|开展|走进)"
    r"[^，。：“”]{2,28}(?:精神|新征程|新时代|新局面|新篇章|新辉煌|新业绩|新作为|新功|在行动|进行时|伟业|主题教育|[一二三四五六七八九十]大)"
)
"""What a campaign is called: it begins with what is done, and ends with what for."""


def raise_columns(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make the name of a column of a few characters over a title that a story above it can't end with, and of four
    that would be a headline shorter than the line below it."""
    for i in places:
        if page.sights[i].size > LONGEST_COLUMN or i + 1 == len(decisions):
            continue
        decision, below = decisions[i], decisions[i + 1]
        if not _may_name_column(page.sights[i].text):
            continue
        ends = is_closed(page, i - 1) or (i == 1 and _is_parted(page))
        if below.label is Label.TITLE and (ends if decision.label in MAYBE_TITLE else page.sights[i].size <= FOUR):
            decisions[i] = _COLUMN
        elif decision.label is Label.TITLE and below.label in _LOWER and _is_first_of_two(page, decisions, i):
            decisions[i], decisions[i + 1] = _COLUMN, FIRST_TITLE_BELOW


def raise_named_columns(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a banner of a line over a title, or first in a stack, that is called as columns and campaigns are."""
    for i in places:
        sight = page.sights[i]
        if sight.size > LONGEST_CAMPAIGN or not sight.short or i + 1 == len(decisions) or not is_closed(page, i - 1):
            continue
        below = decisions[i + 1].label
        if below is not (Label.SUBTITLE if decisions[i].label is Label.TITLE else Label.TITLE):
            continue
        stack = [decision.label for decision in decisions[i + 1 : i + 3]] == [Label.SUBTITLE, Label.SUBTITLE]
        if page.sights[i + 1].text[0] in SUBTITLE_MARKS:
            continue
        if not surely_names_column(sight.text) and not (stack and surely_names_focus(sight.text)):
            continue
        decisions[i] = sure(Label.SECTION, "it is called as columns are, and a title stands below it")
        if below is Label.SUBTITLE:
            decisions[i + 1] = FIRST_TITLE_BELOW


NAMED = frozenset({Label.SHORT, Label.CROSSHEAD, Label.TITLE, Label.PARAGRAPH})
"""What the name of a column was taken for."""
OVER_COLUMN = frozenset({Label.SHORT, Label.CROSSHEAD, Label.TITLE})
_LOWER = (Label.SUBTITLE, Label.CROSSHEAD)
_COLUMN = sure(Label.SECTION, "a few characters over a title")
_COLUMN_NAME = re.compile(
    rf"{HAN}{{1,4}}(?![部处局组室会社委厅院系班]){HAN}|连载[ \u3000]*[（(]?[0-9一二三四五六七八九十]{{1,3}}[）)]?"
)
"""What may be the name of a column: no office, which signs what is above it."""
LONGEST_COLUMN = 10
"""Characters of the longest of these names."""
FOUR = 4
"""Characters of most columns' names: 以案释法, 健康提示."""


def _may_name_column(text: str) -> bool:
    if not _COLUMN_NAME.fullmatch(text) or are_places(text) or are_places(words().cut(text)[0]):
        return False
    return text in words() or not are_names(text)


def _is_first_of_two(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether four characters stand over a longer line, the last of the stack and no subtitle by its mark.

    Over a reporter's byline they may be the headline of a feature.
    """
    below = page.sights[i + 1]
    if page.sights[i].size != FOUR or below.size <= FOUR or below.shape is not Shape.PLAIN:
        return False
    if below.text[0] in SUBTITLE_MARKS:
        return False
    return i + 2 == len(decisions) or not (
        decisions[i + 2].label is Label.SUBTITLE or page.sights[i + 2].shape is Shape.BYLINE
    )


def lower_institutions(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make the kicker of a headline, not the name of a column, of an institution or place right over it: 后勤集团."""
    for i in places:
        if i + 1 == len(decisions) or decisions[i + 1].label is not Label.TITLE:
            continue
        sight = page.sights[i]
        if sight.known or sight.shape is not Shape.PLAIN or names_column(sight.text):
            continue
        if _names_institution(sight.text) or are_places(sight.text):
            decisions[i] = sure(Label.TITLE, "it names whose news the title tells")
            decisions[i + 1] = MORE_TITLE


def _names_institution(text: str) -> bool:
    """Whether a text is the name of an institution or place: what stands before its last character is no word, 交流站."""
    if not _INSTITUTION.fullmatch(text):
        return False
    stem = text[:-1]
    return stem not in words() or text in words() or are_places(stem)


_INSTITUTION = re.compile(
    rf"图书馆|{HAN}{{1,8}}(?:集团|公司|图书馆|医院|街道|社区|[市县镇局厂矿港段站]|(?<![矿山灾库片地小])区|(?<!下)乡)"
)


def raise_banner(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make the page's banner of a short first line between which and the first title the folio stands."""
    if places[0] or len(decisions) < 2 or decisions[1].label not in _UNDER_BANNER:
        return
    if _BANNER.fullmatch(page.sights[0].text) and _is_parted(page):
        decisions[0] = sure(Label.SECTION, "the folio stands between it and the first title")
        if decisions[1].label is Label.SUBTITLE:
            decisions[1] = sure(Label.TITLE, "the first title of the page")


def _is_parted(page: Page) -> bool:
    """Whether the folio stands between the page's first two lines."""
    first, second = page.lines[0].number, page.lines[1].number
    return any(first < line.number < second for line in page.furniture)


_UNDER_BANNER = (*IN_STACK, Label.SECTION)
_BANNER = re.compile(rf"{HAN}{{2,6}}")
"""What a banner is set in: no marks, few characters."""
