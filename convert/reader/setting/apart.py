"""What stands by itself below a story: words of the newspaper to its readers, a picture with its text, lists of contents."""

import re
from collections.abc import Sequence

from convert.reader import topics
from convert.reader.columns import names_column
from convert.reader.drafts import LABEL_MARKS
from convert.reader.path import Decision, Label
from convert.reader.patterns import made
from convert.reader.setting.briefs import is_brief_column
from convert.reader.setting.grounds import (
    BEGINS,
    FULL,
    FULL_OR_REST,
    IN_STACK,
    REFERS_BACK,
    REST,
    is_closed,
    run_end,
    sure,
)
from convert.reader.shapes import Shape
from convert.reader.sights import VOCABULARY, Page


def part_words_to_readers(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make an opening of what the newspaper tells its readers, where to write to and what it corrects, at the end of a
    page or before another story: it is no paragraph of the story above."""
    ends, corrects, last = True, _has_correction(page.text), len(decisions) - 1
    for i in reversed(places):
        if i < last:
            below = decisions[i + 1].label
            if below in _BESIDE:
                end = run_end(decisions, i + 2, _BESIDE)
                below = decisions[end].label if end <= last else Label.TITLE
            ends = below in BEGINS or (ends and below in _GOES_ON)
        if not ends and not corrects:
            continue
        sight = page.sights[i]
        corrected = corrects and made(_CORRECTS).match(sight.text) is not None
        told = corrected or (ends and sight.shape not in _NO_WORD and _is_to_readers(sight.text[:TOLD]))
        if not told or not i or decisions[i - 1].label not in _TEXT_OR_CREDIT:
            continue
        above = page.above[i]
        ended = is_closed(page, above) or page.sights[above].shape in _SIGNS_OFF
        if ended and not _is_asked(page, decisions, i, _DECLARES if corrected else _ASKS):
            decisions[i] = sure(Label.OPENING, "a word of the newspaper to its readers")


def _is_asked(page: Page, decisions: Sequence[Decision], i: int, asks: str) -> bool:
    """Whether the story around a line is itself a notice of that kind: its title or label says so."""
    for n in range(i - 1, max(i - NOTICE, 0) - 1, -1):
        if decisions[n].label in IN_STACK or decisions[n].label is Label.SECTION:
            return made(asks).search(page.sights[n].text) is not None
        if decisions[n].label in BEGINS:
            break
    return False


NOTICE = 20
"""Lines of the longest notice."""
_DECLARES = "声明|更正|启事"
_ASKS = "启事|通知|征文|征集|征稿|招聘|公告|大赛|比赛"


def _has_correction(text: str) -> bool:
    """Whether a page's text, which is not kept beyond some length, may have a correction or declaration."""
    return len(text) >= VOCABULARY or "更正" in text or "声明" in text


def _is_to_readers(head: str) -> bool:
    return len(head) >= WORD and _HINTS.search(head) is not None and made(_TO_READERS).search(head) is not None


_SIGNS_OFF = frozenset({Shape.DAY, Shape.SIGNATURE, Shape.CONTACT})
"""Shapes of lines that end a notice above, though with no stop."""
_NO_WORD = frozenset({Shape.LEAD, Shape.SIGNATURE, Shape.CREDIT})
MAYBE_WORD = frozenset({Label.PARAGRAPH, Label.CONTINUES, Label.SHORT})
_TEXT_OR_CREDIT = frozenset({*FULL_OR_REST, Label.SHORT, Label.CREDIT})
WORD = 9
"""Characters of the shortest line that says something: 本报编辑部 signs."""
TOLD = 60
"""Characters at the start of a paragraph in which it says that it is meant for the readers of the newspaper."""
_HINTS = re.compile("稿|线索|本[版报栏刊专]|版权|许可|来信")
"""One of these is in all that the next pattern finds, which takes ten times as long."""
_TO_READERS = (
    r"欢迎(?:广大)?(?:读者|作者|职工)?(?:朋友)?(?:来稿|投稿|来信|荐稿|踊跃投稿|提供线索)|(?:投稿|来稿|来信|稿件)请(?:寄|发|注明|投)"
    r"|投稿(?:邮|信)箱|投稿须知|(?:请|可)(?:拨打|致电|关注|留意)本报|拨打本报|以便(?:奉)?寄(?:奉)?稿(?:酬|费)|本[报版刊栏].{0,40}敬请(?:读者)?(?:关注|留意)。$"
    r"|^本(?:栏目?|专栏|刊|版)(?:欢迎|将|向读者|部分|文章|来信|编辑|投稿|所载|内容|法律顾问(?=.*事务所))|^本报(?:欢迎|部分|法律顾问(?=.*事务所))"
    r"|^(?:昨日|今日|上周|本周|昨天)线索奖|^版权所有|^未经.{0,8}许可|职工维权热线.{0,20}本[报版]"
)
"""How a newspaper asks for letters and contributions, or tells where to call."""
_CORRECTS = r"更正(?:[：:\s]|启事)|.{0,80}特此更正|(?:遗失|挂失|作废)声明[：:\s]"
_BESIDE = frozenset({Label.CREDIT, Label.JUMP})
_GOES_ON = _BESIDE | {Label.CONTINUES, Label.SHORT}


def part_pictures(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make an opening of one paragraph over a credit that has nothing of the story above: a picture that is printed with
    its text and no title.

    On the development pages no last paragraph of a story begins with its day over the credit of the story's picture.
    """
    end = 0
    for credit in places:
        if page.sights[credit].shape is not Shape.CREDIT:
            continue
        end = run_end(decisions, max(end, credit + 1), _GOES_ON)
        if end < len(decisions) and decisions[end].label not in BEGINS:
            continue
        for i in _texts_over(page, decisions, credit):
            sight, above = page.sights[i], page.above[i]
            if sight.shape is not Shape.PLAIN or sight.short or sight.text.startswith(REFERS_BACK):
                continue
            if above < 0 or decisions[i - 1].label not in _TEXT_OR_CREDIT or not is_closed(page, above):
                continue
            dated = made(_DATED).match(sight.text) is not None
            if not dated and (not _is_news(page, decisions, i) or _is_titled(page, decisions, i)):
                continue
            if not _shares_more(page, decisions, i, WITH_DAY if dated else 0):
                decisions[i] = sure(Label.OPENING, "a picture with its text, and nothing of the story above")


def _texts_over(page: Page, decisions: Sequence[Decision], credit: int) -> Sequence[int]:
    """The lines from which a text runs on to a credit that is no longer than a picture's, the topmost first."""
    size, begin = 0, credit
    while begin and decisions[begin - 1].label in FULL_OR_REST:
        size += page.sights[begin - 1].size
        if size > PICTURED or decisions[begin - 1].label is Label.OPENING:
            break
        begin -= 1
        if decisions[begin].label is Label.PARAGRAPH:
            break
    return range(begin, credit)


def lower_captions(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make no title of a line between a text at its end and a credit, under which no text comes: it says what the
    picture shows. The title of a picture that stands by itself has a bracket behind it, or few characters."""
    for i in places:
        sight = page.sights[i]
        if i + 1 == len(decisions) or decisions[i + 1].label is not Label.CREDIT or sight.shape is not Shape.PLAIN:
            continue
        if not i or decisions[i - 1].label not in FULL_OR_REST or not is_closed(page, i - 1):
            continue
        end = run_end(decisions, i + 1, _BESIDE)
        if end < len(decisions) and decisions[end].label not in BEGINS:
            continue
        if sight.size >= CAPTION and sight.end == "x" and "《" not in sight.text:
            decisions[i] = sure(Label.SHORT, "what a picture shows, over its credit")


CAPTION = 8
"""Characters of the shortest line that surely tells what a picture shows."""


def _story_above(decisions: Sequence[Decision], i: int) -> range:
    """The lines of the story above a line, as far as a story's text is compared."""
    begin = i - 1
    while begin > 0 and i - begin < STORY and decisions[begin].label not in BEGINS:
        begin -= 1
    return range(begin, i)


def _is_news(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether the story above a line has a lead or a byline, as news has: stories and essays keep to no words."""
    above = _story_above(decisions, i)
    return any(page.sights[n].shape is Shape.LEAD or decisions[n].label is Label.BYLINE for n in above)


def _is_titled(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a text has anything that a title of the story above names."""
    text = topics.pairs_of(page.sights[i].text[: topics.BELOW])
    titles = [n for n in range(max(i - NOTICE, 0), i) if decisions[n].label in IN_STACK]
    return any(topics.named(topics.pairs_of(page.sights[n].text), text) > 0 for n in titles[-MORE_TITLES:])


MORE_TITLES = 3
"""Title lines of the nearest stack above that are asked."""


_DATED = r"(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|近日|日前|昨日|昨天|今天)(?:[上下]午|清晨|凌晨|晚)?，"
"""How the text of a picture mostly begins: with the day on which it was taken."""
PICTURED = 180
"""Characters of the longest text of a picture."""
FOREIGN = 2
"""The most that two pieces of the same page share: see `topics.shared`."""
WITH_DAY = 3
"""The most that a picture's text with its day shares with the story above when it is no picture of it; without a day
nothing, and nothing of its title."""
STORY, COMPARED = 12, 600
"""Lines of a story, and characters of each, with which a picture's text is compared."""


def _shares_more(page: Page, decisions: Sequence[Decision], i: int, most: int, end: int | None = None) -> bool:
    """Whether a paragraph shares more than that with any strip of the story above it, which ends before line `end`: see
    `topics.shared`."""
    above = "\n".join([page.sights[n].text[-COMPARED:] for n in _story_above(decisions, i if end is None else end)])
    below = topics.pairs_of(page.sights[i].text[: topics.BELOW])
    strips = (above[max(end - topics.ABOVE, 0) : end] for end in range(len(above), 0, -topics.ABOVE))
    return any(topics.shared(topics.pairs_of(strip), below) > most for strip in strips)


def join_after_pictures(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a paragraph of an untitled opening under a credit that has much of the story above: a picture stood between."""
    for i in places:
        if decisions[i].rule is not None or not i:
            continue
        if decisions[i - 1].label is not Label.CREDIT or page.sights[i].shape is not Shape.PLAIN:
            continue
        end = run_end(decisions, i + 1, REST)
        if end < len(decisions) and decisions[end].label is Label.CREDIT:
            continue  # the next picture
        if _shares_more(page, decisions, i, OWN - 1):
            decisions[i] = sure(Label.PARAGRAPH, "it goes on with the story over the picture")


OWN = 3
"""The least that a paragraph under a picture shares with the story over it when it goes on with it."""


def lower_labels(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a crosshead of what was taken for a label over a text that goes on with the story above: no column's name."""
    for i in places:
        if decisions[i].rule is not None or not i or i + 1 == len(decisions):
            continue
        sight, text = page.sights[i], decisions[i + 1].label in FULL and page.sights[i + 1].shape is Shape.PLAIN
        if not text or sight.known or sight.shape is not Shape.PLAIN or names_column(sight.text):
            continue
        if decisions[i - 1].label not in FULL_OR_REST or not is_closed(page, i - 1) or is_brief_column(sight.text):
            continue
        if _shares_more(page, decisions, i + 1, FOREIGN, i):
            decisions[i] = sure(Label.CROSSHEAD, "the story above goes on below it")
            decisions[i + 1] = sure(Label.PARAGRAPH, "it goes on with the story above")


def part_contents(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make text of the entries under a list of contents, each with its page: they are titles of other pages."""
    for section in places:
        if page.sights[section].text.strip(LABEL_MARKS) not in _CONTENTS:
            continue
        i = section + 1
        while i < len(decisions) and decisions[i].label in _MAYBE_ENTRY and made(_ENTRY).search(page.sights[i].text):
            label = Label.OPENING if i == section + 1 else Label.PARAGRAPH
            decisions[i] = sure(label, "an entry of a list of contents")
            i += 1
        if i < len(decisions) and decisions[i].label is Label.SUBTITLE:
            decisions[i] = sure(Label.TITLE, "the first title below a list of contents")


_MAYBE_ENTRY = frozenset({*IN_STACK, *FULL, Label.SHORT, Label.CROSSHEAD, Label.JUMP})
_CONTENTS = frozenset({"导读", "今日导读", "本版导读", "内容提要", "要闻导读", "今日看点", "新闻导读"})
_ENTRY = r"^第?[A-Z]?[0-9０-９]{1,2}版?[ \u3000|｜/／]|[（(▶►→ \u3000…/／]*(?:详?见)?第?[A-Z]?[0-9０-９一二三四五六七八九十]{1,2}版[）)]?$|[（(][A-Z][0-9]{1,2}[）)]?$"
"""An entry: the number of its page before or behind it."""
