"""Rows of pieces without titles: briefs under the name of their column, leads one after the other, schedules."""

import re

from convert.reader.drafts import LABEL_MARKS
from convert.reader.names import HAN
from convert.reader.path import Decision, Label
from convert.reader.setting.grounds import BEGINS, sure
from convert.reader.shapes import Shape
from convert.reader.sights import Page


def part_briefs(page: Page, decisions: list[Decision]) -> None:
    """Make an article of each brief under the name of their column: of each paragraph, or of those with a mark or lead."""
    section = Label.SECTION
    for i, decision in enumerate(decisions):
        if decision.label not in _OVER_BRIEFS or not is_brief_column(page.sights[i].text):
            continue
        if decision.label is not section:
            if i + 1 == len(decisions) or page.sights[i + 1].shape is not Shape.ITEM:
                continue
            decisions[i] = sure(section, "the name of a column of briefs")
        end = i + 1
        while end < len(decisions) and decisions[end].label in _OF_BRIEFS:
            end += 1
        begins = [n for n in range(i + 1, end) if decisions[n].label is Label.PARAGRAPH]
        marked = [n for n in begins if page.sights[n].shape in (Shape.ITEM, Shape.LEAD)]
        for n in marked if marked and marked[0] == i + 1 else begins:
            decisions[n] = sure(Label.OPENING, "a brief in its column")


def is_brief_column(text: str) -> bool:
    """Whether a label names a column of briefs, which have no titles."""
    return bool(_BRIEFS.fullmatch(text.strip(LABEL_MARKS)))


_BRIEFS = re.compile(rf"(?:{HAN}{{0,4}}(?:简讯|短讯|快讯|短波|简报|快报|微讯)|(?:简明|一句话)新闻|新闻速览)")
"""Names of columns of briefs."""
_OVER_BRIEFS = (Label.SECTION, Label.TITLE, Label.SHORT)
_OF_BRIEFS = (Label.PARAGRAPH, Label.CONTINUES, Label.CREDIT, Label.REPEAT, Label.SHORT)


def part_leads(page: Page, decisions: list[Decision]) -> None:
    """Make an opening of each lead in a row of briefs that begins with one."""
    brief = False
    for i, decision in enumerate(decisions):
        if decision.label in BEGINS:
            brief = decision.label is Label.OPENING and page.sights[i].shape is Shape.LEAD
        elif brief and decision.label is Label.PARAGRAPH and page.sights[i].shape is Shape.LEAD:
            decisions[i] = sure(Label.OPENING, "a lead in a row of briefs")


def part_schedules(page: Page, decisions: list[Decision]) -> None:
    """Make no title of the rows of a schedule, each with its hour, and a title of the title line below them."""
    rows = [sight.text[0].isdecimal() and bool(_HOUR.match(sight.text)) for sight in page.sights]
    if not any(rows):
        return
    for i, decision in enumerate(decisions):
        beside = rows[i - 1 : i] == [True] or rows[i + 1 : i + 2] == [True]
        if rows[i] and beside and decision.label in (Label.SUBTITLE, Label.CROSSHEAD, Label.TITLE):
            decisions[i] = sure(Label.SHORT, "a row of a schedule")
        elif i and rows[i - 1] and decision.label is Label.SUBTITLE and decisions[i - 1].label is Label.SHORT:
            decisions[i] = sure(Label.TITLE, "the first title below a schedule")


_HOUR = re.compile(r"[0-2]?[0-9][:：︰][0-5][0-9][ \u3000]+\S")
