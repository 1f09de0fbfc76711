"""Crossheads: those that would part no story are titles, those of one form are of one story."""

import re
from collections.abc import Sequence

from convert.reader.names import HAN
from convert.reader.path import NAME, Decision, Label
from convert.reader.people import are_places
from convert.reader.setting.grounds import BEGINS, FULL, FULL_OR_REST, REFERS_BACK, STRIP, is_closed, sure
from convert.reader.shapes import Shape
from convert.reader.sights import CREDIT, Page, Sight


def raise_crossheads(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make titles of crossheads that part no story: right under a banner, over a lead, over a picture's text and credit,
    or one by itself in a news story, unless the weights are sure of it, or over a picture's text that ends with its
    credit. A story that is parted has more of them."""
    for n, i in enumerate(places):
        sight = page.sights[i]
        if sight.shape is not Shape.PLAIN or sight.size > STRIP or not i or _is_strip(sight):
            continue
        if _heads_news(page, i) or decisions[i - 1].label is Label.SECTION or _heads_picture(decisions, i):
            decisions[i] = _NO_CROSSHEAD
            continue
        story = _story_alone(decisions, places, n)
        if story is not None and _heads_credited(page, decisions, i):
            decisions[i] = _NO_CROSSHEAD
            continue
        if story is None or decisions[i].margin >= SURE_CROSSHEAD or _parts_otherwise(page, decisions, *story):
            continue
        if _is_in_news(page, decisions, story[0], i, story[1]):
            decisions[i] = _NO_CROSSHEAD


def _is_strip(sight: Sight) -> bool:
    """Whether a line is rather a strip that a column end has cut: it stops at a figure, or is long and has a comma."""
    return sight.text[-1] in _FIGURES or (sight.size > CLAUSE and "，" in sight.text)


_FIGURES = "0123456789０１２３４５６７８９"
CLAUSE = 17
"""Characters of the longest title that surely may have a comma."""
_NO_CROSSHEAD = sure(Label.TITLE, "a crosshead would part no story here")


def _story_alone(decisions: Sequence[Decision], found: Sequence[int], n: int) -> tuple[int, int] | None:
    """Where the story around a crosshead begins and ends, None where it has another one: it is walked no further than
    to the next of them on either side, so that all walks together are as long as the page."""
    first = found[n - 1] if n else -1
    last = found[n + 1] if n + 1 < len(found) else len(decisions)
    begin, end = found[n], found[n] + 1
    while begin > max(first, 0) and decisions[begin].label not in BEGINS:
        begin -= 1
    if begin == first:
        return None
    while end < last and decisions[end].label not in BEGINS:
        end += 1
    return None if end == last < len(decisions) else (begin, end)


def _parts_otherwise(page: Page, decisions: Sequence[Decision], begin: int, end: int) -> bool:
    """Whether a line of the story stands over text as a crosshead does, whatever it was taken for."""
    short, text = Label.SHORT, (Label.PARAGRAPH,)
    for n in range(begin + 1, end - 1):
        if decisions[n].label is short and decisions[n - 1].label in FULL_OR_REST and decisions[n + 1].label in text:
            sight = page.sights[n]
            if sight.shape is Shape.PLAIN and sight.short and sight.size > NAME and sight.end in "x!q":
                return True
    return False


def _heads_news(page: Page, i: int) -> bool:
    """Whether a line stands over a lead and is no place: places part reports from all of them."""
    over_lead = i + 1 < len(page.sights) and page.sights[i + 1].shape is Shape.LEAD
    return over_lead and page.sights[i].size > NAME and not are_places(page.sights[i].text)


def _heads_picture(decisions: Sequence[Decision], i: int) -> bool:
    """Whether one paragraph and a credit stand below, and then another story."""
    labels = [decision.label for decision in decisions[i + 1 : i + 1 + PICTURE]]
    n = _lines_of_paragraph(labels)
    return n > 0 and labels[n : n + 1] == [Label.CREDIT] and labels[n + 1 : n + 2] in ([Label.TITLE], [Label.SECTION])


def _heads_credited(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether one paragraph that ends with its credit stands below, and then another story or nothing."""
    labels = [decision.label for decision in decisions[i + 1 : i + 1 + PICTURE]]
    n = _lines_of_paragraph(labels)
    if not n or labels[n : n + 1] not in ([], [Label.TITLE], [Label.SECTION], [Label.OPENING]):
        return False
    last = page.sights[i + n]
    return _CREDITED.search(last.text, max(last.size - CREDIT, 0)) is not None


def _lines_of_paragraph(labels: Sequence[Label]) -> int:
    """How many of the labels are one paragraph's, from the first on."""
    if labels[:1] != [Label.PARAGRAPH]:
        return 0
    n = 1
    while labels[n : n + 1] == [Label.CONTINUES]:
        n += 1
    return n


PICTURE = 8
"""Lines of the longest picture's story."""
_CREDITED = re.compile(r"[。！？”][ \u3000]*[（(]?[^。！？，]{2,16}(?:摄|/图|供图)[）)]?$")


def _is_in_news(page: Page, decisions: Sequence[Decision], begin: int, i: int, end: int) -> bool:
    """Whether the one crosshead of a story stands in one that begins with a lead, over text that doesn't refer to it."""
    before = [n for n in range(begin, i) if decisions[n].label in FULL]
    if not before or i + 1 == end or page.sights[i + 1].text.startswith(REFERS_BACK):
        return False
    return page.sights[before[0]].shape is Shape.LEAD


SURE_CROSSHEAD = 3.0
"""A decision for a crosshead that was ahead of its rival by more than this stands: of six such lines on pages of other
newspapers that were ahead by less, five were titles."""


def lower_series(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make crossheads of lines that tell whose story follows, from that under the title on, where one of them is a
    crosshead already: 泽州港区：海员体检不用下船. A series that begins inside another tells no more than that."""
    end = 0
    for i in places:
        if not i or i < end or decisions[i - 1].label is not Label.TITLE:
            continue
        if not _WHOSE.match(page.sights[i].text):
            continue
        series, end = [i], i + 1
        while end < len(decisions):
            if decisions[end].label in _HEADS:
                if not _WHOSE.match(page.sights[end].text) or _heads_news(page, end):
                    break
                series.append(end)
            end += 1
        if any(decisions[n].label is Label.CROSSHEAD for n in series):
            for n in series:
                decisions[n] = sure(Label.CROSSHEAD, "one of several of one form")


def lower_turns(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make text of what somebody asks in a talk, where the same one is named before what is said elsewhere near."""
    for i in places:
        turn = _TURN.match(page.sights[i].text) if page.sights[i].end == "!" else None
        if turn is None:
            continue
        near = page.sights[max(i - TALK, 0) : i + TALK + 1]
        if sum(sight.text.startswith(turn[0]) for sight in near) >= TURNS:
            decisions[i] = sure(Label.SHORT, "a turn of a talk")


_TURN = re.compile(rf"{HAN}{{1,4}}：")
TALK = 12
"""Lines on either side of a turn in which the one who speaks is looked for."""
TURNS = 3
"""Turns that make a talk."""


def lower_book_data(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make no title of a book that is named with its author and publisher, where what is reviewed stands above, nor of
    where the figures of a table are from."""
    for i in places:
        book = _BOOK_DATA.fullmatch(page.sights[i].text) is not None and is_closed(page, page.above[i])
        if i and (book or _FIGURES_FROM.fullmatch(page.sights[i].text)):
            decisions[i] = sure(
                Label.SHORT, "a book with its author and publisher" if book else "where figures are from"
            )
            if i + 1 < len(decisions) and decisions[i + 1].label is Label.SUBTITLE:
                decisions[i + 1] = sure(Label.TITLE, "what is above is signed off")


_FIGURES_FROM = re.compile(r"(?:资料|数据|信息)来源[:：/／]\S{2,20}")
_BOOK_DATA = re.compile(
    r"《[^》]{1,30}》[^。！？]{0,30}(?:著|译|编|主编)[^。！？]{0,6}[ \u3000，、/].{0,16}(?:出版社|书局|书店|书社).{0,24}"
)
_HEADS = BEGINS | {Label.CROSSHEAD}
_WHOSE = re.compile(rf"{HAN}{{2,8}}：(?!“)")
"""How a line begins that tells whose story follows."""
