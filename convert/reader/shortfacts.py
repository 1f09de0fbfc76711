"""Facts about a short line, which may be a title, a crosshead, a name or a verse: its words and what is around it."""

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON, surname_length
from convert.reader import topics
from convert.reader.columns import column_facts
from convert.reader.forms import Facts
from convert.reader.joinfacts import seam, word_over
from convert.reader.names import HAN
from convert.reader.partings import may_part, parting_facts
from convert.reader.shapes import Shape
from convert.reader.sights import FAR, Page, Sight

_PICTURED = re.compile(r"（(?:附?(?:图片|照片|表|图)|.{1,2}图).{0,4}）$")
"""What stands in brackets after the title of a story that has a picture, or of the picture itself."""
_GENRE = re.compile(
    r"（(?:照片|书法|篆刻|国画|中国画|油画|漫画|速写|版画|摄影|木刻|剪纸|组诗|外.{1,2}首|.{1,3}首|新诗|诗).{0,8}）$"
)
"""What stands in brackets after the title of a picture or poem."""
_CREDITED = re.compile(r"（[^（）]{2,9}(?:[作画摄绘书刻]|供图|制图)）$|）（[^（）]{2,9}）$")
"""Who made a picture, in brackets after what it shows."""
_OPENS = re.compile(
    r"(?:近日|日前|昨[天日]|今[天日]|前[天日]|连日来|近期|近年来|新年|[0-9０-９一二三四五六七八九十]{1,4}[年月日]|上午|下午|记者|本报|据悉|为[^了]?|由[^于]|"
    r"[^，。]{2,14}(?:近日|日前|昨[天日]|今[天日]|[0-9０-９]{1,2}日))"
)
"""How the first paragraph of a story begins: with a day, or with who did what on it."""
_LEANS = re.compile(
    r"(?:[他她它]们?|该|此|这|那|其|同时|此外|另外|而|但|对此|因此|于是|会上|据介绍|据了解|目前|随后|接着|如今|针对|除了|不仅|[^，。]{2,12}(?:说|表示|介绍|认为|指出|强调)[，：,:])"
)
"""How a paragraph begins that leans on what was told before it."""
_CONCLUDES = re.compile(
    r"(?:(?:出席|参加|陪同|主持)[^，。]{0,14}|(?:贡献|力量|发展|作用|服务|保障|满足|基础|目标)[^，。]{0,6})。?$"
)
"""How the last paragraph of a report ends: who took part, what it will be good for."""
CONCLUSION = 17
"""Characters at a paragraph's end in which it says so; in its last sentence it may tell of the next step instead."""
_ACTOR = re.compile(
    rf"{HAN}{{2,10}}?(?:工会|公司|集团|社区|街道|学校|大学|学院|中学|小学|医院|法院|检察院|银行|协会|中心|委员会|[局厂矿院校区县省镇乡村])(?={HAN}{{3}})"
)
"""How a line begins that tells what somebody did, as headlines do."""
LEAST_TOLD = 9
"""Characters of the shortest line that may tell what somebody did."""
_SLOGAN = re.compile(
    r"学习|贯彻|落实|精神|新时代|新征程|新局面|奋进|奋力|建功|凝心|聚力|牢记|使命|旗帜|服务职工|开拓|团结|引领|弘扬|主题教育|迎接|喜迎|大会"
)
"""Words that the running banners of a page are made of."""
_PLAIN, _LEAD, _CREDIT = Shape.PLAIN, Shape.LEAD, Shape.CREDIT
TALLEST = 4
"""Lines of the tallest title stack."""
_ADDRESSED = ("先生", "女士", "小姐", "太太", "大爷", "大妈", "阿姨", "师傅", "同学", "读者")
"""How people are called that wrote a letter or ask a question."""
LONGEST_SENDER = 14
"""Characters of the longest line that calls such a person."""
_OFFICE = re.compile(
    r"(?:长|主任|书记|主席|教授|研究员|委员|经理|大使|代表|总裁|院士|工程师|会员|学生|教师|编辑|作家)[^，。：、的]{2,3}$"
)
"""An office or calling with a name after it, as an author of standing is printed."""
LONGEST_OFFICE = 6
"""Characters at a line's end among which an office and a name are looked for."""


def short_facts(page: Page, i: int) -> list[Facts]:
    """What tells a title from a crosshead, a name or a verse: the words it shares with the text around it."""
    sights, me = page.sights, page.sights[i]
    wording = _wording(me.text)
    told = [wording.facts]
    if wording.slogans:
        told.append((f"slogan{wording.slogans}" + ("-top" if i < 2 else ""),))
    if i + 1 < len(sights):
        told.append(_below_facts(me, sights[i + 1]))
        told += _over_facts(page, i)
    above, below = _run(sights, i)
    around = _around(page, above, below)
    if sights[above + 1].shape is Shape.CAPTION and above + 1 < i:
        told.append(_PICTURES)
    told += (around.facts, _place_facts(i - above, below - i, around.led))
    if me.size > 3:
        told.append(_shared_facts(me.text, around))
    if me.shape is _PLAIN:
        if may_part(sights, i):
            told.append(parting_facts(page, i))
        told += _siblings(page, i)
        if i + 1 < len(sights) and (end := _closing(sights, i)):
            told.append(end)
    if _titular(me):
        told.append(_stack_facts(sights, i))
    return told


def _style(text: str) -> str:
    """What lines of one family have in common by their marks: crossheads of an article that are all quotations, say."""
    if text[0] in '“「『"' and text[-1] in '”」』"' and not set(text[1:-1]) & set("“”「」『』"):
        return "quoted"
    if text.startswith("—"):
        return "dash"
    if text[0] in "《〈":
        return "book"
    if _NUMBERED.match(text):
        return "number"
    return "colon" if "：" in text[1:-1] else "comma" if "，" in text else ""


_BY_MARKS = frozenset({"quoted", "book", "number"})
"""Styles that no other fact tells."""
_NUMBERED = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．]")


class _Wording(NamedTuple):
    """What the words of a short line tell, whatever stands around it."""

    facts: Facts
    style: str
    """By what marks it is of a family with other lines, empty for none."""
    slogans: int
    office: bool
    """Whether it has an office and a name."""
    form: str
    """What form of a byline it has: one name, names that run on, an office and a name, or none."""


@functools.lru_cache(maxsize=64)
def _wording(text: str) -> _Wording:
    """What is seen of a short line's words: it is asked for by the line itself and by the one above it."""
    size = len(text)
    facts = [f"commas{min(text.count('，') + text.count(','), 2)}"]
    if text[-1] == "）" and size > 5:
        if _PICTURED.search(text):
            facts.append("picture-bracket")
        elif _GENRE.search(text):
            facts.append("genre-bracket")
        if _CREDITED.search(text):
            facts.append("credit-bracket")
    style = _style(text)
    if style in _BY_MARKS:
        facts.append(f"style-{style}")
    if "：" in text[1:-1]:
        facts.append("colon-inside")
    if " " in text or "\u3000" in text:
        facts.append("spaced")
    if text.startswith("——"):
        facts.append("starts-dash")
    facts += column_facts(text)
    if size >= LEAST_TOLD:
        if _ACTOR.match(text):
            facts.append("actor")
        if words().part_of_speech(text[:2]) is PartOfSpeech.PLACE:
            facts.append("begins-place")
    if size <= LONGEST_SENDER and text.endswith(_ADDRESSED):
        facts.append("addressed")
    office = bool(_OFFICE.search(text, max(0, size - LONGEST_OFFICE)))
    if office:
        facts.append("office-and-name")
    if size <= 4 and text in words() and words().part_of_speech(text) == PartOfSpeech.PLACE:
        facts.append("place")
    if _name_like(text):
        facts.append(f"name-like{min(size, 5)}" + ("-word" if size < 5 and text in words() else ""))
    form = _byline_form(text, office)
    return _Wording((*facts, f"form-{form}"), style, slogans(text), office, form)


def byline_form(text: str) -> str:
    """What form of a byline a line without a post or mark has: one name, names that run on, an office and a name."""
    return _wording(text).form


def _byline_form(text: str, office: bool) -> str:
    if len(text) <= 3:
        return "name" if len(text) > 1 and text[0] in COMMON and text not in words() else "none"
    if len(text) <= 12 and text[0] in COMMON and _are_run_on(text):
        return "names"
    return "office" if office else "none"


def _are_run_on(text: str) -> bool:
    """Whether a text can be divided into names of two or three characters, all with common surnames."""
    ends = {0}
    for end in range(2, len(text) + 1):
        if any(end - size in ends and text[end - size] in COMMON for size in (2, 3)):
            ends.add(end)
    return len(text) in ends


def _over_facts(page: Page, i: int) -> list[Facts]:
    """What a short line stands over: a byline with a story or verse under it, or text that it may be cut from."""
    sights, me = page.sights, page.sights[i]
    after = sights[i + 1]
    if after.short:
        form = byline_form(after.text)
        if form == "none" and after.shape not in _BYLINES:
            return []
        under = sights[i + 2] if i + 2 < len(sights) else None
        what = "end" if under is None else "short" if under.short else "text" if under.size > 40 else "line"
        return [(f"heads-{form}-{what}",)]
    if me.end != "x" or me.size < 5:
        return []
    return [seam(me.text[-4:], after.text[:4], "onward-")]


_BYLINES = frozenset({Shape.BYLINE, Shape.AUTHOR})


def _below_facts(me: Sight, after: Sight) -> Facts:
    """What the line below tells of a short line: a name or an office under it, text that it may be cut from."""
    tiny = after.shape if me.size <= TINY else None
    named = min(after.size, 5) if _name_like(after.text) else 0
    if after.short:
        return _before(tiny, named > 0, named, _wording(after.text).office, None)
    onward = word_over(me.text[-4:], after.text[:4]) if me.end == "x" and me.size > TINY else None
    return _before(tiny, named > 0, 0, False, onward)


@functools.cache
def _before(tiny: Shape | None, named: bool, size: int, office: bool, onward: str | None) -> Facts:
    """The facts of a line over another one: that one's shape under a few characters, whether it may be a name, of which
    size when it is short, whether an office is in it; and what word lies over a cut between the two."""
    told = {
        "before-name": named,
        f"tiny&before-{tiny}": tiny is not None,
        "before-office": office,
        f"before-name{size}": size > 0,
        f"onward-{onward}": onward is not None,
    }
    return tuple(fact for fact, holds in told.items() if holds)


TINY = 4
"""Characters of a line that says next to nothing by itself."""


def _run(sights: Sequence[Sight], i: int) -> tuple[int, int]:
    """The nearest lines above and below that are not short."""
    above, below = i - 1, i + 1
    while above >= 0 and sights[above].short and i - above < FAR:
        above -= 1
    while below < len(sights) and sights[below].short and below - i < FAR:
        below += 1
    return above, below


@functools.cache
def _place_facts(above: int, below: int, led: bool) -> Facts:
    """What the place in a run of short lines tells; `above` and `below` count the lines to the text around them."""
    facts = (f"shorts-above{min(above - 1, 3)}", f"shorts-below{min(below - 1, 4)}")
    return (*facts, f"over-lead{min(above, 3)}") if led and above + below < 6 else facts


class _Around(Struct):
    """The text around a run of short lines; nothing changes it."""

    over: set[int]
    under: set[int]
    """The character pairs of the nearest text above and below."""
    near: int
    """How much the one has of the other's words."""
    facts: Facts
    led: bool
    """Whether the text below begins with a lead."""


@functools.lru_cache(maxsize=2)
def _around(page: Page, above: int, below: int) -> _Around:
    """What stands around the lines between `above` and `below`, which ask one after the other."""
    sights = page.sights
    shape, begins = None, ""
    if below < len(sights):
        shape, first = sights[below].shape, sights[below].text
        begins = "opens" if _OPENS.match(first) else "leans" if _LEANS.match(first) else "neutral"
    concludes = above >= 0 and _concludes(sights[above].text)
    facts = _text_facts(shape, begins, page.leads, concludes, _credit_soon(sights, below))
    over, under = topics.pairs_of(_text_over(sights, above)), topics.pairs_of(_text_under(sights, below))
    return _Around(over, under, topics.shared(over, under), facts, shape is _LEAD)


@functools.cache
def _text_facts(shape: Shape | None, begins: str, leads: int, concludes: bool, credit: bool) -> Facts:
    """What the text below tells by its shape, None for no text, and by how it begins, and the text above by its end."""
    facts = []
    if shape is not None:
        facts.append(f"text-below-{shape}")
        facts.append(f"below-{begins}")
        facts.append(f"leads{leads}&{'lead' if shape is _LEAD else 'none'}")
    if concludes:
        facts.append("above-concludes")
    if credit:
        facts.append("credit-soon")
    return tuple(facts)


def _concludes(text: str) -> bool:
    """Whether a paragraph ends as the last one of a report does."""
    if _CONCLUDES.search(text, max(len(text) - CONCLUSION, 0)):
        return True
    step = text.rfind("下一步", -LAST_SENTENCE)
    return step >= 0 and "。" not in text[step:-1]


LAST_SENTENCE = 60
"""Characters of the longest last sentence that is looked through."""


def _text_over(sights: Sequence[Sight], above: int) -> str:
    """The end of the text whose last line is `above`, -1 for none."""
    lines, size = list[str](), -1
    for i in range(above, max(above - NEIGHBOURS, -1), -1):
        lines.append(sights[i].text[-topics.ABOVE :])
        size += len(lines[-1]) + 1
        if size >= topics.ABOVE:
            break
    return "\n".join(lines[::-1])[-topics.ABOVE :]


def _text_under(sights: Sequence[Sight], below: int) -> str:
    """The beginning of the text whose first line is `below`."""
    lines, size = list[str](), -1
    for sight in sights[below : below + NEIGHBOURS]:
        lines.append(sight.text[: topics.BELOW])
        size += len(lines[-1]) + 1
        if size >= topics.BELOW:
            break
    return "\n".join(lines)[: topics.BELOW]


NEIGHBOURS = 6
"""Lines on either side of a short one that are compared."""


def _shared_facts(text: str, around: _Around) -> Facts:
    """How much of a line's character pairs the text below it has, and the text above, and those two of each other's."""
    pairs = topics.pairs_of_line(text)
    return _shares(topics.share(pairs, around.under), topics.share(pairs, around.over), around.near)


@functools.cache
def _shares(below: int, above: int, near: int) -> Facts:
    return f"shares-below{below}", f"shares-above{above}", f"near{near}"


_PICTURES = ("under-pictures",)
_DATED = ("day-below",)
_TALK = ("quoted&before-quote",)


def _closing(sights: Sequence[Sight], i: int) -> Facts | None:
    """What stands under a line of a letter's or notice's end, or a turn of a talk: the day of writing, another turn."""
    for sight in sights[i + 1 : i + 4]:
        if sight.shape is Shape.DAY:
            return _DATED
        if not sight.short:
            break
    return _TALK if sights[i].text[0] == "“" and sights[i + 1].text[0] == "“" else None


def _titular(sight: Sight) -> bool:
    """Whether a line has the form of a title line: short, no sign of anything else, more than a name."""
    return sight.short and sight.size > 4 and sight.shape is _PLAIN and sight.end in "x!q)"


def _stack_facts(sights: Sequence[Sight], i: int) -> tuple[str, ...]:
    """Which line of how many in a row with the form of titles it is, what the row stands over and under."""
    top, end = i, i + 1
    while top > 0 and i - top < TALLEST and _titular(sights[top - 1]) and not sights[top].gap:
        top -= 1
    while end < len(sights) and end - top < TALLEST and _titular(sights[end]) and not sights[end].gap:
        end += 1
    over = sights[end] if end < len(sights) else None
    under = "top" if not top else "short" if sights[top - 1].short else sights[top - 1].end
    what = "end" if over is None else "text" if over.size > 40 and over.shape is _PLAIN else over.shape
    return _place_in_stack(i - top + 1, end - top, what, under, sights[i].end == "!")


@functools.cache
def _place_in_stack(nth: int, of: int, over: str, under: str, calls: bool) -> Facts:
    place = f"stack{nth}of{of}"
    facts = (f"{place}-over-{over}", f"{place}-under-{under}")
    return (*facts, f"calls-over-{over}") if calls else facts


def may_be_byline(sight: Sight) -> bool:
    """Whether a line without a post or mark may be a byline: a name or two, nothing more."""
    return sight.shape is not Shape.NUMBERED and (
        sight.size <= 4
        or (sight.size <= 9 and surname_length(sight.text) > 0)
        or " " in sight.text
        or "\u3000" in sight.text
    )


def slogans(text: str) -> int:
    """How many of the words that banners are made of a line has, up to 3."""
    return min(len(_SLOGAN.findall(text)), 3)


def _name_like(text: str) -> bool:
    """Whether a line may be a name or two of writers."""
    return 2 <= len(text) <= 4 + 3 * (len(text) > 5) and surname_length(text) > 0


def _siblings(page: Page, i: int) -> tuple[Facts, Facts]:
    """What stands under the nearest line of the same kind on either side: crossheads come in families, titles have leads."""
    heads = page.heads
    at = bisect_left(heads, i - 1)
    above = heads[at - 1] if at and i - heads[at - 1] <= KIN else -1
    at = bisect_left(heads, i + 2, at)
    below = heads[at] if at < len(heads) and heads[at] - i <= KIN else -1
    return _kin_facts(page, "above", i, above), _kin_facts(page, "below", i, below)


KIN = 25
"""Lines within which a line of the same kind is looked for."""


def _kin_facts(page: Page, way: str, i: int, kin: int) -> Facts:
    """What a line of the same kind on one side tells, -1 for none."""
    if kin < 0:
        return _no_kin(way)
    other, me = page.sights[kin], page.sights[i]
    style = _wording(me.text).style
    if style and _wording(other.text).style != style:
        style = "other"
    return _kin_of(way, page.sights[kin + 1].shape is _LEAD, -3 < other.size - me.size < 3, style)


@functools.cache
def _no_kin(way: str) -> Facts:
    return (f"kin-{way}-none",)


@functools.cache
def _kin_of(way: str, led: bool, alike: bool, style: str) -> Facts:
    fact = f"kin-{way}-{'lead' if led else 'text'}"
    facts = [fact, f"{fact}-alike"] if alike else [fact]
    return (*facts, f"kin-{way}-{style}-style") if style else tuple(facts)


def _credit_soon(sights: Sequence[Sight], below: int) -> bool:
    """Whether a picture's credit follows right after the text that begins at `below`."""
    for sight in sights[below + 1 : below + 4]:
        if sight.shape is _CREDIT:
            return True
        if sight.short:
            return False
    return False
