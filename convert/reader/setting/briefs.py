"""Rows of pieces without titles: briefs under the name of their column, leads one after the other, schedules."""

import re
from collections.abc import Sequence

from convert.reader import topics
from convert.reader.columns import names_column
from convert.reader.drafts import LABEL_MARKS
from convert.reader.names import HAN
from convert.reader.path import Decision, Label
from convert.reader.setting.grounds import BEGINS, FULL, REFERS_BACK, REST, is_closed, run_end, sure
from convert.reader.shapes import Shape
from convert.reader.sights import Page, Sight


def part_briefs(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make an article of each brief under the name of their column: of each paragraph, or of those with a mark or lead."""
    section = Label.SECTION
    for i in places:
        decision, named = decisions[i], _names_briefs(page, i)
        if not named and decision.label is not section:
            continue
        end = i + 1 + (i + 1 < len(decisions) and decisions[i + 1].label is Label.OPENING)
        while end < len(decisions) and decisions[end].label in _OF_BRIEFS:
            if decisions[end].label is Label.SHORT and _names_briefs(page, end):
                break  # the next column
            end += 1
        begins = [n for n in range(i + 1, end) if decisions[n].label in FULL]
        if not begins or begins[0] != i + 1:
            continue
        marked = [n for n in begins if page.sights[n].shape in _MARKED]
        if named and decision.label is not section:
            bare = _BARE.fullmatch("".join(page.sights[i].text.split())) and is_closed(page, i - 1) and len(begins) > 1
            if not bare and marked[:1] != begins[:1] and not _are_signed(page, begins, end):
                continue
            decisions[i] = sure(section, "the name of a column of briefs")
        if not named and not _are_signed(page, begins, end) and not _are_marked(page, i, begins, end):
            continue
        plain = named and _PLAINLY.fullmatch(_solid(page.sights[i].text))
        leads_all = plain and marked == begins[:1] and page.sights[begins[0]].shape is Shape.LEAD
        for n in marked if marked[:1] == begins[:1] and not leads_all else begins:
            if not page.sights[n].text.startswith(REFERS_BACK):
                decisions[n] = sure(Label.OPENING, "a brief in its column")


def _names_briefs(page: Page, i: int) -> bool:
    """Whether a line is no longer than the name of a column of briefs, and is one."""
    return page.sights[i].size <= LONGEST_NAME and is_brief_column(page.sights[i].text)


_MARKED = frozenset({Shape.ITEM, Shape.LEAD})


def _are_marked(page: Page, i: int, begins: Sequence[int], end: int) -> bool:
    """Whether each of several paragraphs begins with the same mark, or with a place in brackets, and the label over them
    is that of a column and names neither a notice nor advice, whose points are set so."""
    firsts, label = {page.sights[n].text[0] for n in begins}, page.sights[i]
    if len(begins) < 2 or len(firsts) > 1 or not firsts <= _BRIEF_MARKS or _POINTS.search(label.text):
        return False
    if not (label.known or label.shape is Shape.LABEL or names_column(label.text)):
        return False
    if any(page.sights[last - 1].end not in ".!q)" for last in (*begins[1:], end)):
        return False
    return firsts <= {"▲", "△", "●", "■"} or all(_PLACED.match(page.sights[n].text) for n in begins)


_BRIEF_MARKS = frozenset("▲△●■【〔")
_PLACED = re.compile(
    rf"[【〔](?!案[情例]|审理|裁判|说法|评析|点评|分析|解读|提[醒示]|问题|解答|回[复音]|链接){HAN}{{2,8}}[】〕]"
)
"""A place in brackets, and no part of a case or of advice."""
_POINTS = re.compile("启事|声明|公告|通告|通知|提醒|提示|贴士|窍门|须知|建议|指南|征稿|招聘|行情|价格|物价|天气")


def _are_signed(page: Page, begins: Sequence[int], end: int) -> bool:
    """Whether all of several paragraphs end with who sent them in brackets, the last one perhaps without."""
    if page.sights[begins[0]].text[0].isdecimal():
        return False  # a list of pictures
    signed = [_SENT.search(page.sights[last - 1].text) is not None for last in (*begins[1:], end)]
    return sum(signed) > 1 and sum(signed) >= len(signed) - 1


_SENT = re.compile(rf"[。！？”][（(](?:[^（）()。，]{{0,12}}[ \u3000])?{HAN}{{1,3}}[ \u3000]?{HAN}{{1,3}}[）)]$")


def is_brief_column(text: str) -> bool:
    """Whether a label names a column of briefs, which have no titles."""
    return bool(_BRIEFS.fullmatch(_solid(text)))


def _solid(label: str) -> str:
    """A label without its marks and spaces: 简 讯."""
    return "".join(label.strip(LABEL_MARKS).split())


LONGEST_NAME = 12
"""Characters of the longest name of a column of briefs, its marks included."""
_BRIEFS = re.compile(
    rf"(?:{HAN}{{0,4}}(?:简讯|短讯|快讯|短波|简报|快报|微讯|团讯|文讯|速递|快递|播报|传真|微新闻|快读|速览|要览|一览|一瞥)|(?!一周){HAN}{{2}}动态|(?:简明|一句话)新闻|(?:文化|文艺|体育|科技|教育|卫生|经济|市场|国际|国内|出版|学术|短)消息|世界各地)"
)
"""Names of columns of briefs."""
_PLAINLY = re.compile(rf"{HAN}{{0,4}}(?:简讯|短讯|快讯|短波|团讯)")
"""Those that have been called so in every newspaper, of which each paragraph is a brief."""
_BARE = re.compile("简讯|短讯|快讯|短波|简报|团讯|文讯")
"""Names that say nothing but that briefs follow."""
OVER_BRIEFS = frozenset({Label.SECTION, Label.TITLE, Label.SHORT, Label.CROSSHEAD, Label.BYLINE})
_OF_BRIEFS = (Label.PARAGRAPH, Label.CONTINUES, Label.CREDIT, Label.REPEAT, Label.SHORT)


def raise_small_heads(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make titles of the crossheads of a row of pieces under a banner, one paragraph each, that share no matter."""
    for i in places:
        if i + 3 >= len(decisions) or decisions[i + 1].label not in _HEADS_PIECE:
            continue
        if not page.sights[i + 1].short or page.sights[i + 1].shape is not Shape.PLAIN:
            continue
        heads, paragraph = [i + 1], i + 2
        while paragraph < len(decisions) and decisions[paragraph].label in FULL:
            end = run_end(decisions, paragraph + 1, _REST)
            if end == len(decisions) or decisions[end].label not in _HEADS_PIECE:
                break
            if page.sights[end].shape is not Shape.PLAIN:
                break
            if not _are_apart(page, paragraph, end + 1):
                heads = []
                break
            heads.append(end)
            paragraph = end + 1
        last = run_end(decisions, paragraph + 1, _REST)
        if len(heads) < 2 or (last < len(decisions) and decisions[last].label not in BEGINS):
            continue
        for n in heads:
            if decisions[n].label is not Label.TITLE:
                decisions[n] = sure(Label.TITLE, "one of a row of pieces under a banner")


def raise_titles_of_pieces(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make titles of the crossheads of what seems a story of one paragraph under each, where every one of them names what
    its own paragraph tells, of which the title above names nothing: a row of short pieces, each with its headline.

    Crossheads that are all of one length, and an introduction that counts what follows, are of one story.
    """
    for title in places:
        heads = _heads_below(page, decisions, title)
        alike = len(heads) > 1 and len({page.sights[head].size for head in heads}) == 1
        if (
            heads
            and not alike
            and not _announces(page.sights[title + 1].text)
            and all(_heads_its_own(page, title, head) for head in heads)
        ):
            for head in heads:
                decisions[head] = sure(Label.TITLE, "it names what stands below it, and the title above does not")


def _heads_below(page: Page, decisions: Sequence[Decision], title: int) -> list[int]:
    """The crossheads of a story that has one paragraph right under its title and one under each; none for another."""
    paragraph, heads = title + 1, list[int]()
    while paragraph < len(decisions) and decisions[paragraph].label in FULL:
        end = run_end(decisions, paragraph + 1, _REST)
        if end == len(decisions) or decisions[end].label in BEGINS:
            return heads
        if decisions[end].label is not Label.CROSSHEAD or page.sights[end].shape is not Shape.PLAIN:
            break
        heads.append(end)
        paragraph = end + 1
    return []


def _heads_its_own(page: Page, title: int, head: int) -> bool:
    """Whether a line names what the paragraph below it tells, and the title above names hardly anything of that."""
    if page.sights[head].size < SHORTEST_TITLE:
        return False
    text = topics.pairs_of(page.sights[head + 1].text[: topics.ABOVE])
    own, other = (topics.named(topics.pairs_of_line(page.sights[n].text), text) for n in (head, title))
    return own >= OWN and other <= OTHER


def _announces(text: str) -> bool:
    """Whether an introduction counts what follows, or ends with a colon."""
    return text[-1] in "：:" or _COUNTS.search(text) is not None


_COUNTS = re.compile(
    "[一二两三四五六七八九十几多](?:[大个]?(?:[项招条步类]|方面|建议|举措|措施|误区|问题)|[大个][点种])"
)
SHORTEST_TITLE = 8
"""Characters of the shortest line that surely tells what a piece is about."""
OWN, OTHER = 5, 2
"""How much of what they name a piece's own title has of it at least, and another one at most: see `topics.named`."""
_REST = REST | {Label.CREDIT}
_HEADS_PIECE = frozenset({Label.TITLE, Label.CROSSHEAD, Label.SHORT})


def _are_apart(page: Page, paragraph: int, other: int) -> bool:
    """Whether two paragraphs share next to nothing; without the other there is nothing to share."""
    if other >= len(page.sights) or page.sights[other].short:
        return False
    above = topics.pairs_of(page.sights[paragraph].text[: topics.ABOVE])
    return topics.shared(above, topics.pairs_of(page.sights[other].text[: topics.BELOW])) <= 1


def part_leads(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make an opening of each lead in a row of briefs that begins with one."""
    for opening in places:
        if page.sights[opening].shape is not Shape.LEAD:
            continue
        i = opening + 1
        while i < len(decisions) and decisions[i].label not in BEGINS:
            if decisions[i].label is Label.PARAGRAPH and page.sights[i].shape is Shape.LEAD:
                decisions[i] = sure(Label.OPENING, "a lead in a row of briefs")
            i += 1


def part_schedules(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make no title of the rows of a schedule, each with its hour, and a title of the title line below them."""
    for i in places:
        above = i > 0 and _has_hour(page.sights[i - 1])
        if _has_hour(page.sights[i]) and (above or (i + 1 < len(decisions) and _has_hour(page.sights[i + 1]))):
            decisions[i] = sure(Label.SHORT, "a row of a schedule")
        elif above and decisions[i].label is Label.SUBTITLE and decisions[i - 1].label is Label.SHORT:
            decisions[i] = sure(Label.TITLE, "the first title below a schedule")


def _has_hour(sight: Sight) -> bool:
    return sight.text[0].isdecimal() and _HOUR.match(sight.text) is not None


_HOUR = re.compile(r"[0-2]?[0-9][:：︰][0-5][0-9][ \u3000]+\S")
