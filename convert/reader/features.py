"""What is seen of each line and its neighbours: the facts from which a page's labels are weighed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from convert.lexicon.surnames import surname_length
from convert.profiles import Profile
from convert.reader.lines import Line
from convert.reader.repeats import repeats
from convert.reader.shapes import Shape, shape_of

STOPS = "。！？!?…"
CLOSERS = '”’」』）)》】〕"'
_BUCKETS = (2, 4, 7, 10, 13, 16, 20, 25, 31, 40, 60, 110)
LONG = 60
"""A line longer than this is no title, label or byline."""
_SIZES = tuple(next((n for n, top in enumerate(_BUCKETS) if size <= top), len(_BUCKETS)) for size in range(111))
_COLUMN = re.compile(
    r"(?:[笔谈论坛窗廊苑园角屋笺讯]|故事|动态|论坛|札记|手记|选登|园地|实践|人物|风采|之声|视点|观察|聚焦|在线|直通车|简报|集锦|扫描)$"
)
"""How names of columns end."""
_SLOGAN = re.compile(
    r"学习|贯彻|落实|精神|新时代|新征程|新局面|奋进|奋力|建功|凝心|聚力|牢记|使命|旗帜|服务职工|开拓|团结|引领|弘扬|主题教育|迎接|喜迎|大会"
)
"""Words that the running banners of a page are made of."""
_OFF_TEXT = frozenset({Shape.CREDIT, Shape.JUMP, Shape.FOLIO, Shape.EDITORS, Shape.IMPRINT})
"""Shapes of lines that may stand between two halves of a paragraph."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of one line by itself."""

    text: str
    size: int
    bucket: int
    end: str
    shape: Shape
    short: bool
    gap: bool
    tight: bool
    marked: bool
    repeat_of: int | None
    known: str


@dataclass(frozen=True, slots=True)
class Page:
    """All lines as they are seen, and what is seen of the page as a whole."""

    sights: tuple[Sight, ...]
    has_marks: bool
    text: str


def end_of(text: str) -> str:
    """How a line ends: '.' a sentence, 'q' a quotation, ')' a bracket, ':' ';' ',' those marks, 'x' none of them."""
    last = text[-1]
    if last in STOPS:
        return "."
    if last in CLOSERS:
        inner = text.rstrip(CLOSERS)
        if inner and inner[-1] in STOPS:
            return "."
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
    texts = [line.text for line in lines]
    twins = repeats(texts)
    sights = []
    for n, line in enumerate(lines):
        text, size = line.text, len(line.text)
        shape = Shape.FOLIO if text in profile.furniture else shape_of(text)
        sights.append(
            Sight(
                text,
                size,
                bucket_of(size),
                end_of(text),
                shape,
                _is_short(text, size, shape),
                n > 0 and line.gap > 1,
                n > 0 and line.gap == 0,
                bool(line.mark),
                twins[n],
                _known(text, sections, recurring) if size <= 40 else "",
            )
        )
    return Page(tuple(sights), any(line.mark for line in lines), "\n".join(texts))


def _is_short(text: str, size: int, shape: Shape) -> bool:
    """Whether a line may be a title or stand alone: not long, no full stop in it, not a lead."""
    return size <= LONG and shape not in (Shape.LEAD, Shape.JUMPED) and end_of(text) not in ".;," and "。" not in text


def _known(text: str, sections: frozenset[str], recurring: frozenset[str]) -> str:
    if text in recurring:
        return "recurring"
    return "section" if text.strip("■□◆◇【】〖〗[]▲★☆● ") in sections else ""


def text_above(page: Page, i: int) -> int:
    """The index of the nearest line above that is text: not a credit, a jump, furniture or a repeat; -1 for none."""
    i -= 1
    while i >= 0 and (page.sights[i].shape in _OFF_TEXT or page.sights[i].repeat_of is not None):
        i -= 1
    return i


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
        facts.append("page-top")
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
    if me.short:
        facts += _short_facts(page, i)
    return facts


def _join_facts(page: Page, above: Sight, me: Sight) -> list[str]:
    """What tells whether this line goes on with the sentence above."""
    facts = [f"text-ends{above.end}", f"text-ends{above.end}&long{above.bucket}"]
    if above.end not in ".;:":
        facts.append(f"open&long{min(me.bucket, 9)}&ends{me.end}")
        if above.size > 17:
            facts.append(f"open-strip&ends{me.end}")
        pair = above.text[-1] + me.text[0]
        if pair in page.text:
            facts.append("pair-on-page")
    if me.text[0] in "，。、；：！？”’）》」』·%％":
        facts.append("starts-with-closer")
    if above.end == ")" and _signed(above.text):
        facts.append("text-signed")
    return facts


def _signed(text: str) -> bool:
    """Whether a paragraph ends with a short bracket after a full stop, as a signature does."""
    opened = max(text.rfind("（"), text.rfind("("))
    return opened > 0 and len(text) - opened < 34 and text[opened - 1] in "。！？”’』」…"


def _short_facts(page: Page, i: int) -> list[str]:
    """What tells a title from a crosshead, a name or a verse: the words it shares with the text around it."""
    sights, me = page.sights, page.sights[i]
    text = me.text
    facts = [f"commas{min(text.count('，') + text.count(','), 2)}"]
    if " " in text or "\u3000" in text:
        facts.append("spaced")
    if text.startswith("——"):
        facts.append("starts-dash")
    if me.size <= 8 and _COLUMN.search(text):
        facts.append("column-like")
    slogans = len(_SLOGAN.findall(text))
    if slogans:
        facts.append(f"slogan{min(slogans, 3)}" + ("-top" if i < 2 else ""))
    if surname_length(text) and me.size <= 4 + 3 * (me.size > 5):
        facts.append(f"name-like{min(me.size, 5)}")
    above, below = i - 1, i + 1
    while above >= 0 and sights[above].short:
        above -= 1
    while below < len(sights) and sights[below].short and sights[below].shape is not Shape.LEAD:
        below += 1
    facts += (f"shorts-above{min(i - 1 - above, 3)}", f"shorts-below{min(below - i - 1, 4)}")
    if below < len(sights):
        facts.append(f"text-below-{sights[below].shape}")
    pairs = {text[k : k + 2] for k in range(me.size - 1)}
    if pairs and me.size > 3:
        under = "\n".join(s.text[:300] for s in sights[below : below + 3])
        over = "\n".join(s.text[-300:] for s in sights[max(above - 2, 0) : above + 1])
        down, up = _share(pairs, under), _share(pairs, over)
        facts += (
            f"shares-below{down}",
            f"shares-above{up}",
            f"shares-{down}-{up}",
            f"cohesion{_cohesion(over, under)}",
        )
    return facts


def _share(pairs: set[str], text: str) -> int:
    """How much of a line's character pairs a text has: 0 none to 4 more than half."""
    share = sum(pair in text for pair in pairs) / len(pairs)
    return 0 if share == 0 else 1 if share < 0.12 else 2 if share < 0.25 else 3 if share < 0.5 else 4


def _cohesion(over: str, under: str) -> int:
    """How many character pairs two stretches of text have in common, in five steps."""
    if not over or not under:
        return -1
    a = {over[k : k + 2] for k in range(len(over) - 1)}
    b = {under[k : k + 2] for k in range(len(under) - 1)}
    share = len(a & b) / min(len(a), len(b))
    return 0 if share < 0.03 else 1 if share < 0.06 else 2 if share < 0.10 else 3 if share < 0.16 else 4
