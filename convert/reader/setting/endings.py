"""What an article surely ends with, so that another title follows: signatures, sources, whom to call; notices."""

import re
from collections.abc import Sequence

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import surname_length
from convert.reader.names import HAN, are_names
from convert.reader.path import NAME, Decision, Label
from convert.reader.patterns import made
from convert.reader.people import are_places, told_by_whence
from convert.reader.setting.grounds import (
    FULL,
    FULL_OR_REST,
    IN_STACK,
    MAYBE_TITLE,
    MORE_TITLE,
    STRIP,
    TALLEST,
    is_closed,
    may_head,
    sure,
)
from convert.reader.shapes import Shape
from convert.reader.sights import Page


def raise_notices(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title of a line that is the name of a notice, where what is above may end."""
    for i in places:
        sight = page.sights[i]
        solid = "".join(sight.text.split())
        if not sight.short or not (_NOTICE if decisions[i].label in MAYBE_TITLE else _SPACED_NOTICE).fullmatch(solid):
            continue
        if i + 1 < len(decisions) and page.sights[i + 1].size > sight.size and _may_end(page, decisions, i):
            decisions[i] = sure(Label.TITLE, "the name of a notice")


_NOTICE = re.compile(
    rf"(?!特此|此致|以上|现将|现予){HAN}{{0,14}}(?:公告|启事|通知|讣告|公示|通告|声明|招聘|须知|征稿|鸣谢|更正)"
)
_SPACED_NOTICE = re.compile("公告|启事|通知|讣告|通告|声明|更正|鸣谢")
"""What is no name though it is set as one: 公 告."""
MAYBE_NOTICE = MAYBE_TITLE | {Label.BYLINE}
"""What the name of a notice was taken for."""


def _may_end(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether what is above a line may end there: with a sentence, or with who signs a notice, when, and whom to call."""
    return is_closed(page, i - 1) or decisions[i - 1].label is Label.SHORT


def raise_after_signatures(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make titles of the short lines between the signature or source at an article's end and the next text."""
    for i in places:
        if decisions[i].label not in MAYBE_TITLE or not i or not _signs_off(page, decisions, i - 1):
            continue
        end = i
        while end < len(decisions) and end - i < TALLEST and may_head(page, decisions, end):
            end += 1
        if end == i or end == len(decisions) or not (decisions[end].label in _STORY or page.sights[end].size > STRIP):
            continue
        if decisions[end].label in MAYBE_TITLE:
            decisions[end] = sure(Label.PARAGRAPH, "a strip of text under a title")
        decisions[i] = sure(Label.TITLE, "what is above is signed off")
        decisions[i + 1 : end] = [MORE_TITLE] * (end - i - 1)


_STORY = (*FULL, Label.BYLINE)


def lower_senders(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make no title of who wrote a letter or asks, named with a title of courtesy, office or calling under its text:
    市民 冉大爷, 台中市北区 王太太."""
    for i in places:
        if not i or decisions[i - 1].label not in FULL_OR_REST:
            continue
        if _stands_over_byline(page, decisions, i):
            continue
        if i + 1 < len(decisions) and page.sights[i + 1].text.startswith(ANSWER) and _asks_in_text(page, i):
            decisions[i] = sure(Label.SHORT, "it says who wrote the text above")
            continue
        if page.sights[i].size > LONGEST_SIGNER or not is_closed(page, i - 1):
            continue
        if names_sender(page.sights[i].text) or _answers(page, i) or _writes_from(page, i):
            answered = i + 1 < len(decisions) and decisions[i + 1].label in FULL
            label = Label.SHORT if answered or made(_WRITES).match(page.sights[i].text) else Label.BYLINE
            decisions[i] = sure(label, "it says who wrote the text above")
            if i + 1 < len(decisions) and decisions[i + 1].label is Label.SUBTITLE:
                decisions[i + 1] = sure(Label.TITLE, "what is above is signed off")


def _stands_over_byline(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a byline stands under a line, as it does under a title, and not the name of a notice that looks like one."""
    if i + 1 == len(decisions) or decisions[i + 1].label is not Label.BYLINE:
        return False
    return _SPACED_NOTICE.fullmatch("".join(page.sights[i + 1].text.split())) is None


def _asks_in_text(page: Page, i: int) -> bool:
    """Whether a short line under a text that asks is who asks, and what stands below it the answer."""
    return (
        page.sights[i].size <= LONGEST_SIGNER and page.sights[i - 1].text[-1] in "？?" and not page.sights[i - 1].short
    )


ANSWER = ("答：", "答:")
"""How an answer begins."""


def _writes_from(page: Page, i: int) -> bool:
    """Whether a line tells who wrote a letter with the place it came from, 湖南 龙开明等17人, among letters: the line
    above it or the second below it greets the newspaper, or what stands below it answers."""
    text, greets = page.sights[i].text, Shape.SALUTATION
    if " " not in text and "\u3000" not in text:
        return False
    answered = page.sights[i + 1 : i + 2] and page.sights[i + 1].text.startswith(_ANSWERS)
    if not answered and not any(sight.shape is greets for sight in page.sights[max(i - LETTER, 0) : i + 3]):
        return False
    plain = made(_AND_OTHERS).sub("", text)
    name, _, place = plain.partition(" ") if " " in plain else plain.partition("\u3000")
    return told_by_whence(plain, apart=True) or (are_names(name) and are_places(place.strip()))


_ANSWERS = ("答", "编后", "编者", "答复", "回复")
"""How what stands under a letter begins that answers it."""
LETTER = 8
"""Lines of the longest letter whose greeting is looked for."""
_AND_OTHERS = r"等[0-9０-９一二三四五六七八九十]*[人名]?$"


def _answers(page: Page, i: int) -> bool:
    """Whether a line is the name of an institution under what it answers to a letter or announces."""
    text, above = page.sights[i].text, page.sights[i - 1].text[-LONGEST_ANSWER:]
    return (
        text.endswith(_INSTITUTIONS)
        and bool(made(_INSTITUTION).fullmatch(text))
        and bool(made(_ANSWERED).search(above))
    )


_INSTITUTIONS = ("委员会", "办公室", "法院", "公司", "局", "厅", "政府", "党委", "工会")
_INSTITUTION = rf"{HAN}{{4,20}}"
_ANSWERED = "贵报|来信|来稿|特此|整改|谢谢|感谢|逾期|作废|监督|反映|批评|本院|公告"
"""Words of answers and notices near their end."""
LONGEST_ANSWER = 80
"""Characters at the end of an answer in which it says that it is one."""
LONGEST_SIGNER = 20
"""Characters of the longest line that names who wrote a letter."""
NO_SENDER = frozenset({*IN_STACK, Label.CROSSHEAD, Label.SECTION, Label.CREDIT})
_CALLED = ("先生", "女士", "小姐", "太太", "大爷", "大妈", "大叔", "阿姨", "师傅", "同学", "老师")
_READERS = "读者|市民|居民|村民|网友|家长|乘客"
_WRITES = rf".*(?:{'|'.join((*_CALLED, *_INSTITUTIONS))})$|(?:{HAN}{{2,6}}[ \u3000]+)?(?:{_READERS})"
"""A reader who wrote to the paper; who is told with an office or institution wrote the article."""
_SENDER = (
    rf"(?:{HAN}{{2,12}}[ \u3000]+)?(?:{_READERS})?(?P<called>{HAN}{{1,3}}?)(?:{'|'.join(_CALLED)})"
    rf"|(?:{HAN}{{2,6}}[ \u3000]+)?(?:(?P<reader>{_READERS})|职工|学生|教师|退休工人|(?:{HAN}{{2,14}}[ \u3000]+)?{HAN}{{2,14}}(?:主任|医师|药师|医生|教授|律师|专家|法官)"
    rf"|{HAN}{{2,14}}(?:[局厂矿院校科部处站所队社段]|公司|中心|车间))[ \u3000]+(?P<name>{HAN}{{2,4}}|{HAN}[ \u3000]{{1,2}}{HAN})"
)
"""Who wrote a letter, asks or answers."""


def names_sender(text: str) -> bool:
    """Whether a line names who wrote a letter, asks or answers."""
    spaced = " " in text or "\u3000" in text
    found = made(_SENDER).fullmatch(text) if spaced or text.endswith(_CALLED) else None
    if found is None:
        return False
    if found["called"]:
        called = found["called"].removeprefix("老").removeprefix("小")
        verbal = len(called) == NAME - 1 and called[:2] in words()  # 怀念王老师
        return called != "" and not verbal and (surname_length(called) == len(called) or are_names(called))
    name = found["name"]
    nicknamed = found["reader"] is not None and name[0] in "小老阿" and len(name) < NAME
    return nicknamed or (words().part_of_speech(name) in (None, PartOfSpeech.PERSON) and are_names(name))


def _signs_off(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a text ends with who wrote it, or with where it was taken from, in brackets, or a notice as notices do."""
    if i < 1 or decisions[i].label is Label.CREDIT or decisions[i - 1].label in IN_STACK:
        return False
    sight = page.sights[i]
    if sight.shape is Shape.CONTACT or (sight.shape is Shape.DAY and decisions[i - 1].label is Label.SHORT):
        return decisions[i].label is Label.SHORT  # whom to call, or when a notice was signed
    found = _SIGNED.search(sight.text)
    if found is None or _PICTURED.search(found[1]):
        return False
    return bool(_SOURCE.search(found[1])) or are_names(_POSTS.sub("", found[1]).strip())


_SIGNED = re.compile(r"(?:^|[。！？”’])[ \u3000]*[（(]([^（）()。]{2,40})[）)]$")
_PICTURED = re.compile("[摄绘图影]")
"""Who took or gave a picture signs no text."""
_SOURCE = re.compile("摘自|摘编|选自|转自|原载|转载|整理|供稿|编译|译$|^据《|^《[^》]+》.{0,16}$")
_POSTS = re.compile(rf"^(?:(?:本报|本刊)?(?:{HAN}{{0,2}}记者|通讯员)|作者|文/)[:：]?|[/／ ](?:文|编译)$")
