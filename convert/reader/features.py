"""What is seen of each line and its neighbours: the facts from which a page's labels are weighed."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add
from typing import NamedTuple

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import surname_length
from convert.lexicon.traditional import simplified
from convert.profiles import Profile, load
from convert.reader import topics
from convert.reader.fixes import FixLabel
from convert.reader.lines import Line
from convert.reader.repeats import repeats
from convert.reader.script import language_of
from convert.reader.shapes import Shape, shape_of

STOPS = "。！？!?…"
CLOSERS = '”’」』）)》】〕"'
_BUCKETS = (2, 4, 7, 10, 13, 16, 20, 25, 31, 40, 60, 110)
LONG = 60
"""A line longer than this is no title, label or byline."""
ASKING = 32
"""A line longer than this that ends by calling or asking is no title."""
_SIZES = tuple(next((n for n, top in enumerate(_BUCKETS) if size <= top), len(_BUCKETS)) for size in range(111))
_GENRE = re.compile(
    r"（(?:附?图片|图片|照片|书法|篆刻|国画|中国画|油画|漫画|速写|版画|摄影|木刻|剪纸|组诗|外.{1,2}首|.{1,3}首|新诗|诗).{0,8}）$"
)
"""What stands in brackets after the title of a picture or poem."""
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
    r"(?:(?:出席|参加|陪同|主持)[^，。]{0,14}|(?:贡献|力量|发展|作用|服务|保障|满足|基础|目标)[^，。]{0,6}|下一步[^。]*)。?$"
)
"""How the last paragraph of a report ends: who took part, what it will be good for."""
_COLUMN = re.compile(
    r"(?:[笔谈论坛窗廊苑园角屋笺讯]|故事|动态|论坛|新闻|新聞|要闻|要聞|札记|手记|选登|园地|实践|人物|风采|之声|视点|观察|聚焦|在线|直通车|简报|集锦|扫描)$"
)
"""How names of columns end."""
_SLOGAN = re.compile(
    r"学习|贯彻|落实|精神|新时代|新征程|新局面|奋进|奋力|建功|凝心|聚力|牢记|使命|旗帜|服务职工|开拓|团结|引领|弘扬|主题教育|迎接|喜迎|大会"
)
"""Words that the running banners of a page are made of."""
FAR = 40
"""Lines: nothing that is further away has a say, which keeps the work linear in the page."""
AROUND = 400
"""Characters of the text above and below that a short line is compared with."""
VOCABULARY = 30_000
"""Characters of a page among which a pair is looked for: three printed pages."""
FURNITURE = frozenset({Shape.FOLIO, Shape.EDITORS, Shape.IMPRINT})
"""Shapes of lines that belong to the page and to no article."""
_OFF_TEXT = frozenset({Shape.CREDIT, Shape.JUMP})
"""Shapes of lines that may stand between two halves of a paragraph."""


class Sight(NamedTuple):
    """What is seen of one line by itself; `text` is in Simplified characters, for which the vocabularies are made."""

    text: str
    size: int
    bucket: int
    end: str
    shape: Shape
    short: bool
    gap: bool
    tight: bool
    inside: bool
    """Whether it follows closely on a page whose blank lines part blocks of lines: no article begins there."""
    marked: bool
    repeat_of: int | None
    known: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of the page's text as they are seen, its furniture set aside, and what is seen of it as a whole."""

    lines: tuple[Line, ...]
    furniture: tuple[Line, ...]
    sights: tuple[Sight, ...]
    has_marks: bool
    leads: int
    """How many of the page's stories open with a lead: 0 none to 3 most."""
    text: str


def end_of(text: str) -> str:
    """How a line ends: '.' a sentence, '!' one that calls or asks, 'q' a quotation, ')' a bracket, ':' ';' ',' those
    marks, 'x' none of them."""
    last = text[-1]
    if last in STOPS:
        return "." if last == "。" else "!"
    if last in CLOSERS:
        inner = text.rstrip(CLOSERS)
        if inner and inner[-1] in STOPS:
            return "." if inner[-1] == "。" else "!"
        return ")" if last in "）)】〕" else "q"
    if last in "：:":
        return ":"
    if last in "；;":
        return ";"
    return "," if last in "，、,《“‘（(" else "x"


def bucket_of(size: int) -> int:
    """The length class of a line."""
    return _SIZES[size] if size < len(_SIZES) else len(_BUCKETS)


def see(lines: Sequence[Line], profile: Profile, recurring: frozenset[str] = frozenset()) -> Page:
    """Look at the lines of a page; `recurring` are lines that other pages of the batch have too."""
    sections = profile.section_names
    recurring = recurring | (sections - load().section_names)
    traditional = language_of("".join(line.text for line in lines[:FAR])) != "zh-Hans"
    plain = {line.number: simplified(line.text) if traditional else line.text for line in lines}
    shaped, furniture = _set_aside([(line, _shape(line.text, plain[line.number], profile)) for line in lines])
    lines = [line for line, _ in shaped]
    texts = [plain[line.number] for line in lines]
    twins = repeats(texts)
    norm = _usual_gap(lines)
    close = sum(not line.gap for line in lines[1:])
    rarely_tight = 5 * close <= len(lines)
    in_blocks = len(lines) < 4 * close < 3 * len(lines)
    sights = []
    for n, (line, shape) in enumerate(shaped):
        text, size = plain[line.number], len(line.text)
        end = end_of(text)
        sights.append(
            Sight(
                text,
                size,
                bucket_of(size),
                end,
                shape,
                _is_short(text, size, end, shape),
                n > 0 and line.gap > norm,
                n > 0 and line.gap == 0 and rarely_tight,
                n > 0 and line.gap == 0 and in_blocks,
                bool(line.mark),
                twins[n],
                _known(line.text, text, sections, recurring) if size <= 40 else "",
            )
        )
    return Page(
        tuple(lines),
        tuple(furniture),
        tuple(sights),
        any(line.mark for line in lines),
        _share_of_leads(sights),
        "\n".join(texts)[:VOCABULARY],
    )


def _share_of_leads(sights: Sequence[Sight]) -> int:
    leads = sum(sight.shape is Shape.LEAD for sight in sights)
    stories = leads + sum(a.short and b.size > 40 and b.shape is not Shape.LEAD for a, b in pairwise(sights))
    return 0 if not leads else 1 + (3 * leads > stories) + (3 * leads > 2 * stories)


def _set_aside(shaped: Sequence[tuple[Line, Shape]]) -> tuple[list[tuple[Line, Shape]], list[Line]]:
    """The lines without the page's furniture, and that; a footer between two halves of a paragraph parts nothing."""
    kept: list[tuple[Line, Shape]] = []
    furniture: list[Line] = []
    gap = 0
    for line, seen in shaped:
        shape = Shape.PLAIN if line.fix is not None and seen in FURNITURE else seen
        if shape in FURNITURE or line.said is FixLabel.FURNITURE:
            furniture.append(line)
            gap = max(gap, line.gap)
        else:
            kept.append((line._replace(gap=max(gap, line.gap)) if gap > line.gap else line, shape))
            gap = 0
    return kept, furniture


def _usual_gap(lines: Sequence[Line]) -> int:
    """The number of blank lines that stands between most lines of the page, at least 1: a wider gap parts articles."""
    gaps = sorted(line.gap for line in lines[1:])
    return max(1, gaps[len(gaps) // 2]) if gaps else 1


def _shape(text: str, plain: str, profile: Profile) -> Shape:
    """The line's shape, with what the newspaper's profile adds."""
    if text in profile.furniture:
        return Shape.FOLIO
    if profile.leads and len(text) > 12 and text.startswith(tuple(profile.leads)):
        return Shape.LEAD
    return shape_of(plain)


def _is_short(text: str, size: int, end: str, shape: Shape) -> bool:
    """Whether a line may be a title or stand alone: not long, no full stop in it, not a lead."""
    return (
        size <= LONG
        and shape not in (Shape.LEAD, Shape.JUMPED)
        and end not in ".;,"
        and "。" not in text
        and (size <= ASKING or text[-1] not in STOPS)
    )


def closes_above(page: Page, i: int) -> bool:
    """Whether a line closes a bracket that the text above leaves open: it can only be the rest of it."""
    begin = page.sights[i].text[:BRACKETED]
    if "）" not in begin and ")" not in begin:
        return False
    at = min(n for n in (begin.find("）"), begin.find(")")) if n >= 0)
    above = text_above(page, i)
    if above < 0 or "（" in begin[:at] or "(" in begin[:at]:
        return False
    tail = page.sights[above].text[-BRACKETED:]
    return max(tail.rfind("（"), tail.rfind("(")) > max(tail.rfind("）"), tail.rfind(")"))


BRACKETED = 40
"""Characters on either side of a break within which a bracket is looked for."""


def _known(text: str, plain: str, sections: frozenset[str], recurring: frozenset[str]) -> str:
    """Whether a line is a banner of the batch or of this very newspaper, or the name of a column anywhere."""
    marks = "■□◆◇【】〖〗[]▲★☆● "
    if text in recurring or text.strip(marks) in recurring:
        return "recurring"
    return "section" if plain.strip(marks) in sections else ""


def text_above(page: Page, i: int) -> int:
    """The index of the nearest line above that is text: not a credit, a jump, furniture or a repeat; -1 for none."""
    stop = max(i - FAR, 0)
    i -= 1
    while i >= stop and (page.sights[i].shape in _OFF_TEXT or page.sights[i].repeat_of is not None):
        i -= 1
    return i if i >= stop else -1


def features(page: Page, i: int) -> list[str]:
    """The facts about line i, each a short name; `weights.tsv` says what each tells for or against a label."""
    sights = page.sights
    me = sights[i]
    size = len(sights)
    before = sights[i - 1] if i else None
    after = sights[i + 1] if i + 1 < size else None
    second = sights[i + 2] if i + 2 < size else None
    above = text_above(page, i)
    joint = sights[above] if above >= 0 else None
    facts = ["1", f"long{me.bucket}", f"ends{me.end}", f"is-{me.shape}", f"long{me.bucket}&ends{me.end}"]
    if me.gap:
        facts.append("gap")
    if me.tight:
        facts.append("tight")
    if me.marked:
        facts.append("marked")
    elif page.has_marks and me.short:
        facts.append("unmarked")
    if me.known:
        facts.append(f"is-{me.known}")
    if before is None:
        facts.append(f"page-top&slogan{_slogans(me.text)}" if me.short else "page-top")
    else:
        facts += (f"after-{before.shape}", f"after-long{before.bucket}", f"after-ends{before.end}")
        if before.known:
            facts.append(f"after-{before.known}")
        if before.marked:
            facts.append("after-marked")
    if after is None:
        facts.append("page-end")
    else:
        facts += (f"before-{after.shape}", f"before-long{after.bucket}")
        if after.gap:
            facts.append("before-gap")
        if me.short:
            facts += (f"before-ends{after.end}",)
    if second is not None and me.short:
        facts += (f"second-{second.shape}", f"second-long{second.bucket}")
    if joint is not None:
        facts += _join_facts(page, joint, me)
        if joint.short and joint.end in "xq)":
            facts.append(f"{_begun(page, above)}&long{joint.bucket}")
    if me.short:
        facts += _short_facts(page, i)
    return facts


def _join_facts(page: Page, above: Sight, me: Sight) -> list[str]:
    """What tells whether this line goes on with the sentence above."""
    facts = [f"text-ends{above.end}", f"text-ends{above.end}&long{above.bucket}"]
    if above.end not in ".!;:":
        facts.append(f"open&long{min(me.bucket, 9)}&ends{me.end}")
        if above.size > 17:
            facts.append(f"open-strip&ends{me.end}")
        if above.end not in "q)" and (above.short or me.short):
            facts += _word_facts(page, above, me)
    if me.text[0] in "，。、；：！？”’）》」』·%％":
        facts.append("starts-with-closer")
    if above.end == ")" and _signed(above.text):
        facts.append("text-signed")
    return facts


def _begun(page: Page, above: int) -> str:
    """Whether the short line above goes on with an open sentence itself or stands first under a finished one.

    A column end that cuts a paragraph in its first two or three words is rare; a crosshead is not.
    """
    over = text_above(page, above)
    if over < 0:
        return "above-first"
    return "above-in-stack" if page.sights[over].short else f"above-under{page.sights[over].end}"


def _word_facts(page: Page, above: Sight, me: Sight) -> list[str]:
    """Whether the join makes a word: one of the list, or a pair of characters that the page has elsewhere too."""
    facts = []
    tail, head = above.text[-4:], me.text[:4]
    if tail[-1] + head[0] in page.text:
        facts.append("pair-on-page")
    if tail[-1] in _OPEN_WORDS:
        facts.append("above-wants-more")
    if head[0] in _BOUND_WORDS:
        facts.append("leans-on-above")
    if _unclosed(above.text):
        facts.append("quotation-open")
    facts.append(f"makes-{_word_over(tail, head)}")
    return facts


@functools.lru_cache(maxsize=64)
def _word_over(tail: str, head: str) -> str:
    """The most telling word of the list that lies over the join: a long one, a common one, a rare one or none."""
    known, found = words(), "no-word"
    for before in (1, 2, 3):
        start = tail[-before:]
        for word in known.beginnings(start + head):
            if len(word) > before and len(start) == before:
                if len(word) > 2:
                    return "long-word"
                found = (
                    "common-word"
                    if found == "common-word" or known.log_probability(word) > COMMON_WORD
                    else "rare-word"
                )
    return found


COMMON_WORD = -11.5
"""Log-probability from which a word of two characters is common."""
_OPEN_WORDS = frozenset("的和在与對对把是为為及或将將从從向由以于於被让使并而且但就也都不、之")
"""Characters that a phrase hardly ends with."""
_BOUND_WORDS = frozenset("的了着过們们等之地得者性化")
"""Characters that a phrase hardly begins with."""
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"), ("『", "』"))


def _unclosed(text: str) -> bool:
    """Whether a quotation, title or bracket that opens in the text is still open at its end."""
    return any(opening in text and text.rfind(opening) > text.rfind(closing) for opening, closing in _PAIRS)


def _signed(text: str) -> bool:
    """Whether a paragraph ends with a short bracket after a full stop, as a signature does."""
    opened = max(text.rfind("（"), text.rfind("("))
    return opened > 0 and len(text) - opened < 34 and text[opened - 1] in "。！？”’』」…"


def _short_facts(page: Page, i: int) -> list[str]:
    """What tells a title from a crosshead, a name or a verse: the words it shares with the text around it."""
    sights, me = page.sights, page.sights[i]
    text = me.text
    facts = [f"commas{min(text.count('，') + text.count(','), 2)}"]
    if _GENRE.search(text):
        facts.append("genre-bracket")
    if "：" in text[1:-1]:
        facts.append("colon-inside")
    if i + 1 < len(sights) and _name_like(sights[i + 1].text):
        facts.append("before-name")
    if " " in text or "\u3000" in text:
        facts.append("spaced")
    if text.startswith("——"):
        facts.append("starts-dash")
    if me.size <= 8 and _COLUMN.search(text):
        facts.append("column-like")
    facts += _own_facts(sights, i)
    slogans = _slogans(text)
    if slogans:
        facts.append(f"slogan{slogans}" + ("-top" if i < 2 else ""))
    if _name_like(text):
        facts.append(f"name-like{min(me.size, 5)}" + ("-word" if me.size < 5 and text in words() else ""))
    above, below = i - 1, i + 1
    while above >= 0 and sights[above].short and i - above < FAR:
        above -= 1
    while below < len(sights) and sights[below].short and below - i < FAR:
        below += 1
    facts += (f"shorts-above{min(i - 1 - above, 3)}", f"shorts-below{min(below - i - 1, 4)}")
    if below < len(sights):
        facts.append(f"text-below-{sights[below].shape}")
        if sights[below].shape is Shape.LEAD and below - above < 6:
            facts.append(f"over-lead{min(i - above, 3)}")
        first = sights[below].text
        facts.append("below-" + ("opens" if _OPENS.match(first) else "leans" if _LEANS.match(first) else "neutral"))
        facts.append(f"leads{page.leads}&{'lead' if sights[below].shape is Shape.LEAD else 'none'}")
    if above >= 0 and _CONCLUDES.search(sights[above].text[-60:]):
        facts.append("above-concludes")
    if _credit_soon(sights, below):
        facts.append("credit-soon")
    if me.size > 3:
        under = "\n".join([s.text[:AROUND] for s in sights[below : below + 6]])[:AROUND]
        over = "\n".join([s.text[-AROUND:] for s in sights[max(above - 5, 0) : above + 1]])[-AROUND:]
        pairs = set(map(add, text, text[1:]))
        facts += (
            f"shares-below{_share(pairs, under)}",
            f"shares-above{_share(pairs, over)}",
            f"near{topics.shared(over, under)}",
        )
    if me.shape is Shape.PLAIN:
        facts += _siblings(page, i)
    if _titular(me):
        facts += _stack_facts(sights, i)
    return facts


TALLEST = 4
"""Lines of the tallest title stack."""


def _titular(sight: Sight) -> bool:
    """Whether a line has the form of a title line: short, no sign of anything else, more than a name."""
    return sight.short and sight.size > 4 and sight.shape is Shape.PLAIN and sight.end in "x!q)"


def _stack_facts(sights: Sequence[Sight], i: int) -> tuple[str, ...]:
    """Which line of how many in a row with the form of titles it is, what the row stands over and under."""
    top, end = i, i + 1
    while top > 0 and i - top < TALLEST and _titular(sights[top - 1]) and not sights[top].gap:
        top -= 1
    while end < len(sights) and end - top < TALLEST and _titular(sights[end]) and not sights[end].gap:
        end += 1
    over = sights[end] if end < len(sights) else None
    under = "top" if not top else "short" if sights[top - 1].short else sights[top - 1].end
    what = "end" if over is None else "text" if over.size > 40 and over.shape is Shape.PLAIN else over.shape
    place = f"stack{i - top + 1}of{end - top}"
    return (f"{place}-over-{what}", f"{place}-under-{under}")


def _own_facts(sights: Sequence[Sight], i: int) -> list[str]:
    """What a short line may be by its words and those of the line below: an office and a name, a place, a cut strip."""
    me, after = sights[i], sights[i + 1] if i + 1 < len(sights) else None
    facts = []
    if _OFFICE.search(me.text):
        facts.append("office-and-name")
    if me.size <= 4 and me.text in words() and words().part_of_speech(me.text) == PartOfSpeech.PLACE:
        facts.append("place")
    if after is None:
        return facts
    if after.short and _OFFICE.search(after.text):
        facts.append("before-office")
    if me.size <= 4:
        facts.append(f"tiny&before-{after.shape}")
    if after.short and _name_like(after.text):
        facts.append(f"before-name{min(after.size, 5)}")
    if me.end == "x" and me.size > 4 and not after.short:
        facts.append(f"onward-{_word_over(me.text[-4:], after.text[:4])}")
    return facts


_OFFICE = re.compile(
    r"(?:长|主任|书记|主席|教授|研究员|委员|经理|大使|代表|总裁|院士|工程师|会员|学生|教师|编辑|作家)[^，。：、的]{2,3}$"
)
"""An office or calling with a name after it, as an author of standing is printed."""


def may_be_section(sight: Sight, i: int) -> bool:
    """Whether a line without a label's mark may be a banner or column: at the page's head, or by what it is called."""
    return bool(sight.known or (i < 2 and _slogans(sight.text)) or (sight.size <= 8 and _COLUMN.search(sight.text)))


def may_be_byline(sight: Sight) -> bool:
    """Whether a line without a post or mark may be a byline: a name or two, nothing more."""
    return (
        sight.size <= 4
        or (sight.size <= 9 and surname_length(sight.text) > 0)
        or " " in sight.text
        or "\u3000" in sight.text
    )


def _slogans(text: str) -> int:
    """How many of the words that banners are made of a line has, up to 3."""
    return min(len(_SLOGAN.findall(text)), 3)


def _name_like(text: str) -> bool:
    """Whether a line may be a name or two of writers."""
    return 2 <= len(text) <= 4 + 3 * (len(text) > 5) and surname_length(text) > 0


def _siblings(page: Page, i: int) -> list[str]:
    """What stands under the nearest line of the same kind on either side: crossheads come in families, titles have leads."""
    facts = []
    for way, step in (("above", -1), ("below", 1)):
        j = next((j for j in range(i + 2 * step, i + 26 * step, step) if _heads(page, j)), None)
        under = "none" if j is None else "lead" if page.sights[j + 1].shape is Shape.LEAD else "text"
        facts.append(f"kin-{way}-{under}")
        if j is not None and abs(page.sights[j].size - page.sights[i].size) < 3:
            facts.append(f"kin-{way}-{under}-alike")
    return facts


def _heads(page: Page, j: int) -> bool:
    """Whether a line stands alone over text, as a title or a crosshead does."""
    if not 0 <= j < len(page.sights) - 1:
        return False
    line = page.sights[j]
    return (
        line.short
        and line.shape is Shape.PLAIN
        and line.size > 3
        and page.sights[j + 1].size > 40
        and not _cut(page, j)
    )


def _credit_soon(sights: Sequence[Sight], below: int) -> bool:
    """Whether a picture's credit follows right after the text that begins at `below`."""
    for sight in sights[below + 1 : below + 4]:
        if sight.shape is Shape.CREDIT:
            return True
        if sight.short:
            return False
    return False


def _cut(page: Page, i: int) -> bool:
    """Whether a short line looks like part of a broken paragraph: text above stays open, or it wants more itself."""
    above = page.sights[i - 1] if i else None
    return above is not None and above.size > 40 and above.end in "x,"


def _share(pairs: set[str], text: str) -> int:
    """How much of a line's character pairs a text has: 0 none to 4 more than half."""
    share = sum(map(text.__contains__, pairs)) / len(pairs)
    return 0 if share == 0 else 1 if share < 0.12 else 2 if share < 0.25 else 3 if share < 0.5 else 4
