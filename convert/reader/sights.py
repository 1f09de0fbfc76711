"""What is seen of each line of a page by itself, and of the page as a whole, before anything is weighed."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from convert.lexicon.traditional import simplified
from convert.profiles import Profile, load
from convert.reader.fixes import FixLabel
from convert.reader.folioparts import LONGEST as LONGEST_FOLIO
from convert.reader.folioparts import NO_PAPER
from convert.reader.folios import is_heading
from convert.reader.forms import Form, form_of
from convert.reader.imprints import is_notice, tells_weather
from convert.reader.lines import Line
from convert.reader.names import HAN, LONGEST_TAIL, signature_at
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
LONGEST_BUCKET = len(_BUCKETS)
"""The length class of all lines that are longer than every bound."""
_SIZES = tuple(next(n for n, top in enumerate(_BUCKETS) if size <= top) for size in range(_BUCKETS[-1] + 1))
FAR = 40
"""Lines: nothing that is further away has a say, which keeps the work linear in the page."""
VOCABULARY = 30_000
"""Characters of a page among which a pair is looked for: three printed pages."""
FURNITURE = frozenset({Shape.FOLIO, Shape.EDITORS, Shape.IMPRINT})
"""Shapes of lines that belong to the page and to no article."""
_OPENING = frozenset({Shape.LEAD, Shape.JUMPED})
"""Shapes of lines that open a story's text."""
_OFF_TEXT = frozenset({Shape.CREDIT, Shape.JUMP})
"""Shapes of lines that may stand between two halves of a paragraph."""


class Sight(Struct):
    """What is seen of one line by itself; `text` is in Simplified characters, for which the vocabularies are made.

    Nothing changes a sight; it is not frozen because a page makes one a line, and those take five times as long to make.
    """

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
    form: Form
    """What all this but the text tells."""


class Page(Struct, frozen=True, eq=False):
    """The lines of the page's text as they are seen, its furniture set aside, and what is seen of it as a whole."""

    lines: tuple[Line, ...]
    furniture: tuple[Line, ...]
    sights: tuple[Sight, ...]
    has_marks: bool
    leads: int
    """How many of the page's stories open with a lead: 0 none to 3 most."""
    text: str
    above: tuple[int, ...]
    """For each line the nearest one above that is text: not a credit, a jump, furniture or a repeat; -1 for none."""
    heads: tuple[int, ...]
    """The lines that stand alone over text, as a title or a crosshead does, and are no part of a broken paragraph."""
    language: str
    """In which script the page is printed."""
    corrected: bool
    """Whether a person said something of any line."""


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
    if last in "，、,《“‘（(":
        return ","
    if len(text) > LONGEST_TAIL and (
        signature_at(text) or (last in "摄攝图圖" and _CREDITED.search(text, len(text) - CREDIT))
    ):
        return "."
    return "x"


CREDIT = 20
"""Characters of the longest credit behind a caption's last sentence."""
_CREDITED = re.compile(
    r"[。！？”’](?:[ \u3000]+[^。！？，]{2,14}(?:[摄攝]|/图|供图|供圖|制图)|(?:新华社|本报|中新社)?(?:特派|特约|摄影)?记者[^。！？，]{2,12}[摄攝])$"
)


_fix, _mark, _gap = attrgetter("fix"), attrgetter("mark"), attrgetter("gap")


def see(lines: Sequence[Line], profile: Profile, recurring: frozenset[str] = frozenset()) -> Page:
    """Look at the lines of a page; `recurring` are lines that other pages of the batch have too."""
    sections = profile.section_names
    recurring = recurring | _own_sections(profile)
    corrected = any(map(_fix, lines))
    language = language_of("".join([line.text for line in lines[:FAR]]))
    rows, furniture = _set_aside(
        _as_book_data(_as_foot(_as_head(list(_shaped(lines, profile, language != "zh-Hans")))))
    )
    lines = [line for line, _, _ in rows]
    texts = [text for _, text, _ in rows]
    twins = repeats(texts)
    gaps = list(map(_gap, lines[1:]))
    norm, closely = _usual_gap(gaps), gaps.count(0)
    rarely_tight = 5 * closely <= len(lines)
    in_blocks = len(lines) < 4 * closely < 3 * len(lines)
    has_marks = any(map(_mark, lines))
    sights, texts_above = list[Sight](), list[int]()
    above = -1
    for n, ((line, text, shape), twin) in enumerate(zip(rows, twins, strict=True)):
        size, end = len(text), end_of(text)
        bucket = _SIZES[size] if size < len(_SIZES) else LONGEST_BUCKET
        short = size <= LONG and _is_short(text, size, end, shape)
        blanks, marked = line.gap, line.mark != ""
        gap, close = blanks > norm and n > 0, not blanks and n > 0
        tight, inside = close and rarely_tight, close and in_blocks
        known = _known(line.text, text, sections, recurring) if size <= LONGEST_KNOWN else ""
        form = form_of(bucket, end, shape, gap, tight, marked, has_marks and short and not marked, known)
        sights.append(Sight(text, size, bucket, end, shape, short, gap, tight, inside, marked, twin, known, form))
        texts_above.append(above if n - above <= FAR else -1)
        if twin is None and shape not in _OFF_TEXT:
            above = n
    return Page(
        tuple(lines),
        tuple(furniture),
        tuple(sights),
        has_marks,
        _share_of_leads(sights),
        "\n".join(texts)[:VOCABULARY],
        tuple(texts_above),
        tuple(_heads(sights)),
        language,
        corrected,
    )


@functools.lru_cache(maxsize=16)
def _own_sections(profile: Profile) -> frozenset[str]:
    """The names of columns that only this newspaper has."""
    return profile.section_names - load().section_names


def _share_of_leads(sights: Sequence[Sight]) -> int:
    lead = Shape.LEAD
    leads = sum([sight.shape is lead for sight in sights])
    if not leads:
        return 0
    stories = leads + sum([a.short and b.size > 40 and b.shape is not lead for a, b in pairwise(sights)])
    return 1 + (3 * leads > stories) + (3 * leads > 2 * stories)


Row = tuple[Line, str, Shape]
"""A line, its text in Simplified characters, and its shape."""


def _shaped(lines: Sequence[Line], profile: Profile, traditional: bool) -> Iterator[Row]:
    """The lines with their shapes."""
    leads = tuple(profile.leads)
    for line in lines:
        printed = line.text
        text = simplified(printed) if traditional else printed
        if printed in profile.furniture:
            yield line, text, Shape.FOLIO
        elif leads and len(printed) > 12 and printed.startswith(leads):
            yield line, text, Shape.LEAD
        else:
            yield line, text, shape_of(text)


_MASTHEAD = re.compile(rf"{HAN}{{2,8}}[报報]")
"""The name of a newspaper, or 春天的喜报."""
_SURE_MASTHEAD = re.compile(_MASTHEAD.pattern + NO_PAPER)
_TITLED = re.compile(rf"{HAN}{{2,6}}(?:时讯|电讯|消息)")
"""The name of one that is called otherwise."""


def _as_head(rows: list[Row]) -> list[Row]:
    """The rows, those at the head of the page made furniture that are it only there: a newspaper's name right over
    or under other furniture, a page's bare number, and a day or a part of the paper beside them."""
    first = rows[0][1] if rows else ""
    if any(shape in _AT_HEAD for _, _, shape in rows[1:3]) and _MASTHEAD.fullmatch(first):
        rows[0] = (*rows[0][:2], Shape.FOLIO)
    if rows and _BARE_PAGE.fullmatch(first) and any(shape in FURNITURE for _, _, shape in rows[1:HEAD]):
        rows[0] = (*rows[0][:2], Shape.FOLIO)
    if len(rows) > 1 and rows[0][2] is Shape.DAY and _WEEKDAY.fullmatch(rows[1][1]):
        rows[:2] = [(*row[:2], Shape.FOLIO) for row in rows[:2]]
    top = range(min(HEAD, len(rows)))
    for n in (*top, *reversed(top)):  # what is furniture beside the next line may be told from below or above
        line, text, shape = rows[n]
        if shape in FURNITURE or len(text) > LONGEST_FOLIO:
            continue
        above, below = n > 0 and rows[n - 1][2] in FURNITURE, n + 1 < len(rows) and rows[n + 1][2] in FURNITURE
        beside = above or below
        if (
            (beside and (shape is Shape.DAY or _PART_AND_PAGE.fullmatch(text) or is_notice(text)))
            or (above and (tells_weather(text) or (_DAILY.fullmatch(text) and not _is_named(rows[:n]))))
            or (above and below and _SURE_MASTHEAD.fullmatch("".join(text.split())))
            or _NUMBERED.fullmatch(text)
            or ((beside or not n) and (_DATED.fullmatch(text) or is_heading(text, beside)))
        ):
            rows[n] = line, text, Shape.FOLIO
    if len(rows) > 1 and rows[1][2] is Shape.FOLIO and _TITLED.fullmatch(first):
        rows[0] = (*rows[0][:2], Shape.FOLIO)
    return rows


def _is_named(rows: Sequence[Row]) -> bool:
    """Whether one of the lines names the newspaper."""
    return any(_MASTHEAD.search("".join(text.split())) for _, text, _ in rows)


def _as_foot(rows: list[Row]) -> list[Row]:
    """The rows, those at the foot of the page made furniture that say how to write to the newspaper or tell the weather;
    from the last line upwards, as long as nothing else stands there."""
    for n in range(len(rows) - 1, max(len(rows) - 1 - FOOT, 0), -1):
        line, text, shape = rows[n]
        if shape not in FURNITURE:
            headed = len(rows[n - 1][1]) <= SPACED  # a column has the weather under its name
            if len(text) > LONGEST_FOLIO or not (is_notice(text) or (tells_weather(text) and not headed)):
                break
            rows[n] = line, text, Shape.IMPRINT
    return rows


_BARE_PAGE = re.compile("[A-ZＡ-Ｚ]?[0-9０-９]{1,2}")
_PART_AND_PAGE = re.compile(rf"{HAN}{{2,6}}[ \u3000]+[A-ZＡ-Ｚ]?[0-9０-９]{{1,2}}")
"""A part of the newspaper with the number of its page: 春运特刊 3."""
_NUMBERED = re.compile("总?第[0-9０-９〇零一二三四五六七八九十百千]{1,7}期")
"""Which number of a supplement it is, wherever at the head."""
_DAILY = re.compile(rf"{HAN}{{2,4}}(?:日报|晚报|晨报|早报|时报|日報|晚報|晨報|早報|時報)")
"""A newspaper by what most are called, which stands under a line of furniture though a headline follows."""
_WEEKDAY = re.compile("(?:星期|礼拜|周)[一二三四五六日天]")
_DATED = re.compile(r"[12１２][0-9０-９]{3}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日[ \u3000]*(?:星期.|礼拜.).{0,24}")
"""A whole day with its weekday, and what the newspaper sets behind, such as the weather."""


HEAD = 6
"""Lines of a page's head."""
FOOT = 3
"""Lines of a page's foot."""
_AT_HEAD = frozenset({*FURNITURE, Shape.DAY})


def _as_book_data(rows: list[Row]) -> list[Row]:
    """The rows, the price of a book that is reviewed told from that of the newspaper: who published it stands above."""
    imprint = Shape.IMPRINT
    for n in [n for n, row in enumerate(rows) if row[2] is imprint and n]:
        line, text, _ = rows[n]
        if text.startswith("定价") and _OF_BOOK.match(rows[n - 1][1]):
            rows[n] = line, text, Shape.PLAIN
    return rows


_OF_BOOK = re.compile(r"(?:作者|著者|编者|译者|出版(?:社|者|单位|时间|日期)?|书名|开本|页数|版次|ISBN)\s*[:：]")
"""How a line begins that says something of a book."""


def _set_aside(shaped: Iterable[Row]) -> tuple[list[Row], list[Line]]:
    """The lines without the page's furniture, and that; a footer between two halves of a paragraph parts nothing."""
    kept: list[Row] = []
    furniture: list[Line] = []
    gap = 0
    for row in shaped:
        line, text, shape = row
        if line.fix is not None:
            shape = Shape.FOLIO if line.said is FixLabel.FURNITURE else Shape.PLAIN if shape in FURNITURE else shape
        if shape in FURNITURE:
            furniture.append(line)
            gap = max(gap, line.gap)
        elif gap > line.gap or line.fix is not None:
            kept.append((replace(line, gap=max(gap, line.gap)), text, shape))
            gap = 0
        else:
            kept.append(row)
            gap = 0
    return kept, furniture


def _usual_gap(gaps: Sequence[int]) -> int:
    """The number of blank lines that stands between most lines of the page, at least 1: a wider gap parts articles."""
    return max(1, sorted(gaps)[len(gaps) // 2]) if gaps else 1


def _is_short(text: str, size: int, end: str, shape: Shape) -> bool:
    """Whether a line of no more than `LONG` characters may be a title or stand alone: no full stop in it, not a lead."""
    return shape not in _OPENING and end not in ".;," and "。" not in text and (size <= ASKING or text[-1] not in STOPS)


def _known(text: str, plain: str, sections: frozenset[str], recurring: frozenset[str]) -> str:
    """Whether a line is a banner of the batch or of this very newspaper, or the name of a column anywhere."""
    if text in recurring or text.strip(MARKS) in recurring:
        return "recurring"
    bare = plain.strip(MARKS)
    return "section" if bare in sections or (len(bare) <= SPACED and "".join(bare.split()) in sections) else ""


LONGEST_KNOWN = 40
"""Characters of the longest banner."""
SPACED = 8
"""Characters of the longest name of a column that is set with spaces: 副 刊, 读 者 来 信."""
MARKS = "·•・◎■□◆◇【】〖〗[]▲★☆● "
"""What stands around the name of a column or banner."""


def _heads(sights: Sequence[Sight]) -> Iterator[int]:
    """The places of the lines that stand alone over text."""
    open_above = False
    for i, (line, below) in enumerate(pairwise(sights)):
        if line.short and below.size > 40 and line.size > 3 and not open_above and line.shape is Shape.PLAIN:
            yield i
        open_above = line.size > 40 and line.end in "x,"
