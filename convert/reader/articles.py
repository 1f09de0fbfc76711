"""Drafts → articles: titles arranged, paragraphs whole, leads, people, jumps and credits in their fields."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import Struct, field

from convert.lexicon.traditional import simplified
from convert.model import Article, Block, BlockType, Kind, Note, Person, Role, Source
from convert.profiles import Profile
from convert.reader import jumps, leads, titles
from convert.reader.bodies import Body, Strip, build
from convert.reader.columns import names_column
from convert.reader.drafts import LABEL_MARKS, Draft
from convert.reader.fixes import FixLabel
from convert.reader.lines import Change, Line
from convert.reader.notes import NoteCode, note
from convert.reader.pagefacts import PageFacts
from convert.reader.path import Label
from convert.reader.people import credited, people_in, told_by_whence
from convert.reader.setting import is_brief_column
from convert.reader.shapes import Shape, shape_of
from convert.reader.sights import end_of
from convert.reader.upward import reads_upward

_TEXT = (BlockType.PARAGRAPH, BlockType.CROSSHEAD)
_AUTHOR_MARKS = "□■◆◇○●▲☆★*＊ \u3000"


class _Parts(Struct):
    """An article's fields while they are being found."""

    bylines: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    dateline: str | None = None
    jump_from: int | None = None
    jump_on: int | None = None
    jumped: bool = False
    signed: bool = False
    led: bool = False
    notes: list[Note] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)


class Made(Struct, frozen=True):
    """An article, and the jump texts that were taken out of its text, each with its line."""

    article: Article
    marks: tuple[tuple[int, str], ...]


class Origin(Struct, frozen=True):
    """The page that an article stands on, as its fields need it."""

    path: str
    sha256: str
    copy: int
    language: str
    facts: PageFacts
    profile: Profile
    changes: tuple[Change, ...]


def make(draft: Draft, place: int, origin: Origin) -> Made:
    """The article of a draft; `place` is its number on the page, from 1."""
    body = build(draft.rows)
    parts = _Parts(notes=body.notes)
    for line in body.bylines:
        _take_byline(line, parts)
    for line in body.jumps:
        _take_jump(jumps.read(line.text), parts)
    _take_jumps(body, parts)
    _split_credits(body)
    _take_starts_and_ends(body, parts, origin.profile)
    pictured = _is_photo_story(body)
    section, stack = _sections(draft, origin.profile, pictured)
    arranged = _arrange(stack, parts)
    _take_credits(body, parts, headed=bool(stack))
    first, last = draft.first(), draft.last()
    parts.notes += [note(NoteCode.READS_UPWARD, n.number, n.text) for n in _displayed(draft) if reads_upward(n.text)]
    parts.notes += _remarks(body, origin, first, last)
    article = Article(
        id=_identity(origin, place),
        kind=_kind(body, parts, arranged.headline, section, origin.profile, pictured),
        language=origin.language,
        paper=origin.facts.paper,
        date=origin.facts.date,
        page=origin.facts.page,
        section=section,
        kicker=arranged.kicker,
        headline=arranged.headline,
        subheadline=arranged.subheadline,
        byline="\n".join(parts.bylines) or None,
        people=tuple(dict.fromkeys(parts.people)),
        dateline=parts.dateline,
        continued_from=parts.jump_from,
        continues_on=parts.jump_on,
        body=tuple([Block(s.type, text) for s in body.strips if (text := s.text) and not text.isspace()]),
        source=(Source(origin.path, origin.sha256, (first, last)),),
        notes=tuple(sorted(parts.notes, key=lambda n: n.line or 0)),
    )
    return Made(article, tuple(parts.marks))


def _displayed(draft: Draft) -> Iterator[Line]:
    """The lines that are set in display type, of which some papers set one upright."""
    yield from draft.sections
    yield from draft.titles
    yield from (line for line, decision in draft.rows if decision.label in _DISPLAYED)


_DISPLAYED = (Label.CROSSHEAD, Label.SHORT, Label.SUBTITLE)


def _identity(origin: Origin, place: int) -> str:
    """An id from the page's bytes and the article's place on it; a second copy of a page in a batch is told apart."""
    tail = f"-copy{origin.copy}" if origin.copy > 1 else ""
    return f"{origin.sha256[:20]}-{place:03d}{tail}"


def _sections(draft: Draft, profile: Profile, pictured: bool) -> tuple[str | None, list[Line]]:
    """The section and the title stack; a label over text without any title is the title, but for the name of a column."""
    last = draft.sections[-1] if draft.sections else None
    if draft.titles or last is None or last.said is FixLabel.SECTION or _names_column(last.text, profile, pictured):
        return "\n".join(line.text.strip(LABEL_MARKS) for line in draft.sections) or None, draft.titles
    *over, _ = draft.sections
    bare = Line(last.number, last.last, last.text.strip(LABEL_MARKS), last.gap, last.mark)
    return "\n".join(line.text.strip(LABEL_MARKS) for line in over) or None, [bare]


def _names_column(label: str, profile: Profile, pictured: bool) -> bool:
    """Whether a label over a text without a title names the column that the text stands in: by a label's mark, because
    it is known, or by what it is called, as the title of a picture may be too; a notice is called by its title."""
    plain = simplified(label)
    bare = plain.strip(LABEL_MARKS)
    solid = "".join(bare.split())
    if _PIECE.search(solid):
        return False
    called = names_column(bare) and not pictured
    return bare != plain or called or is_brief_column(plain) or solid in profile.section_names


_PIECE = re.compile("公告|启事|声明|致歉|更正|通告|通知|公示|讣告|征稿|须知|鸣谢|图片(?:新闻|报道)")
"""What notices and pictures are called, by themselves or with what they are about."""


def _take_byline(line: Line, parts: _Parts) -> None:
    text = line.text
    default = Role.PHOTOGRAPHER if shape_of(simplified(text)) is Shape.CREDIT else Role.AUTHOR
    parts.bylines.append(text)
    parts.people += people_in(text.strip(_AUTHOR_MARKS), default)
    parts.signed = parts.signed or text[:1] == "□"


def _arrange(stack: list[Line], parts: _Parts) -> titles.Titles:
    """The titles of a stack; its last line is the byline where it tells the author with place, office or calling."""
    arranged = titles.arrange(stack)
    if len(stack) < 2 or parts.led or parts.bylines or parts.people:
        return arranged
    last = stack[-1]
    if last.mark or len(last.text) > LONGEST_AUTHOR or not told_by_whence(simplified(last.text), apart=True):
        return arranged
    _take_byline(last, parts)
    if arranged.subheadline == last.text:
        return titles.Titles(arranged.kicker, arranged.headline)
    return titles.arrange(stack[:-1])


LONGEST_AUTHOR = 24
"""Characters of the longest line in a title stack that tells who wrote the text."""


def _take_jump(jump: jumps.Jump, parts: _Parts) -> None:
    if jump.see:
        return
    if jump.back:
        parts.jump_from, parts.jumped = jump.page, True
    else:
        parts.jump_on = jump.page


def _take_jumps(body: Body, parts: _Parts) -> None:
    """Take a jump off the start of the first paragraph, and those at the ends of all."""
    texts = [s for s in body.strips if s.type in _TEXT]
    if not texts:
        return
    texts[0].text, jump = jumps.take_start(texts[0].text)
    if jump:
        _take_jump(jump, parts)
        parts.marks.append((texts[0].line, jump.text))
    for strip in texts:
        rest, jump = jumps.take_end(strip.text)
        if jump:
            strip.text = rest
            _take_jump(jump, parts)
            parts.marks.append((strip.line, jump.text))


def _take_starts_and_ends(body: Body, parts: _Parts, profile: Profile) -> None:
    """Take the lead off the first paragraph, closing brackets off the last."""
    texts = [s for s in body.strips if s.type in _TEXT]
    if texts:
        _take_lead(texts, parts, profile)
        _take_closings(texts, parts)


def _take_lead(texts: list[Strip], parts: _Parts, profile: Profile) -> None:
    """Take the lead off the first paragraph."""
    first = texts[0]
    alone = len(texts) > 1 and leads.is_lead(first.text, profile.leads)
    lead = alone or leads.take_lead(first.text, profile.leads)
    if lead.dateline or lead.byline:
        first.text = lead.rest
        parts.led = True
        parts.dateline = lead.dateline
        if lead.byline:
            parts.bylines.insert(0, lead.byline)
        parts.people[:0] = lead.people


_CREDIT_BRACKET = re.compile(r"[（(〔](?=[^（）()〔〕]*(?:[摄攝图圖绘繪]|提供|照片))[^（）()〔〕]{2,40}[）)〕]\s*$")
_CREDIT_TAIL = re.compile(r"(?<=[。！？])\s*(?=[^。！？]*[摄攝])[^。！？，；“”「」]{3,40}$")


def _split_credits(body: Body) -> None:
    """Make the credits that end captions and paragraphs blocks of their own."""
    found: list[Strip] = []
    made = BlockType.CREDIT
    for strip in body.strips:
        found.append(strip)
        credit = _take_credit(strip) if strip.type is not made else None
        if credit:
            found.append(Strip(made, credit, strip.line))
    body.strips = found


def _take_credit(strip: Strip) -> str | None:
    """Take the credit off the end of a block, in brackets or behind a full stop."""
    tail = strip.text[-60:]
    if tail[-1:] not in "）)〕" and "摄" not in tail and "攝" not in tail:
        return None
    match = _CREDIT_BRACKET.search(tail) or _CREDIT_TAIL.search(tail)
    if not match or shape_of(simplified(match[0].strip())) is not Shape.CREDIT:
        return None
    before = strip.text[: len(strip.text) - len(match[0])].rstrip()
    if not before:
        return None
    strip.text = before
    return match[0].strip()


MOST_CLOSINGS = 8
"""Closing brackets that one paragraph may have, which keeps the work linear in its length."""


def _take_closings(texts: list[Strip], parts: _Parts) -> None:
    """Take closing brackets that say who wrote, sent or edited the article off its last paragraphs."""
    found: list[leads.Closing] = []
    for strip in reversed(texts):
        for _ in range(MOST_CLOSINGS):
            strip.text, closing = leads.take_closing(strip.text)
            if closing is None:
                break
            found.append(closing)
        if strip.text.strip():
            break
    for closing in reversed(found):
        if closing.dateline and parts.dateline is None:
            parts.dateline = closing.text
        else:
            parts.bylines.append(closing.text)
        parts.people += closing.people


def _take_credits(body: Body, parts: _Parts, headed: bool) -> None:
    """Take the people of the credits; who drew for the whole page is credited in no article of it."""
    credit = BlockType.CREDIT
    for strip in body.strips:
        drawn = _DRAWN.match(simplified(strip.text[:_DRAWN_HEAD])) if strip.type is credit else None
        if strip.type is credit and not (drawn and (drawn["page"] or not headed)):
            parts.people += credited(strip.text)


_DRAWN = re.compile(r"[（(■□]?\s*(?P<page>本版|本期)?(?:插图|插画|题图|题花|尾花|美术)")
_DRAWN_HEAD = 8
"""Characters at the start of a credit that say that it is about drawings."""


def _kind(
    body: Body, parts: _Parts, headline: str | None, section: str | None, profile: Profile, pictured: bool
) -> Kind:
    if parts.jumped:
        return Kind.CONTINUATION
    if pictured and not parts.led and not body.bylines:
        for strip in body.strips:  # what was taken for a caption is the story's text
            strip.type = BlockType.PARAGRAPH if strip.type is BlockType.CAPTION else strip.type
        return Kind.PHOTO
    if _is_opinion(section, parts, profile) and not _is_verse(body):
        return Kind.COMMENTARY
    return Kind.NEWS if headline else Kind.OTHER


def _is_photo_story(body: Body) -> bool:
    """Whether a credit stands by the only text."""
    credit = BlockType.CREDIT
    texts = [s for s in body.strips if s.type is not credit and s.text.strip()]
    return len(texts) == 1 and any(s.type is credit for s in body.strips)


def _is_verse(body: Body) -> bool:
    """Whether most paragraphs are lines of a poem, which papers sign as they do commentary: short, without a stop."""
    paragraph = BlockType.PARAGRAPH
    lines = [s.text for s in body.strips if s.type is paragraph and s.text.strip()]
    verses = sum(len(line) <= VERSE and line[-1] != "。" for line in lines)
    return verses > 3 and 2 * verses > len(lines)


VERSE = 20
"""Characters of the longest line of verse."""


def _is_opinion(section: str | None, parts: _Parts, profile: Profile) -> bool:
    """Signed opinion: an author marked □, or an author under the label of an opinion column."""
    if parts.led or not any(person.role is Role.AUTHOR for person in parts.people):
        return False
    columns = simplified(section or "").split("\n")
    opinion = _opinion(profile.opinion)
    return parts.signed or any(name in opinion or name.endswith(("论坛", "时评", "杂谈")) for name in columns)


@functools.cache
def _opinion(names: frozenset[str]) -> frozenset[str]:
    """The names of opinion columns in Simplified characters, in which sections are compared."""
    return frozenset(map(simplified, names))


def _remarks(body: Body, origin: Origin, first: int, last: int) -> list[Note]:
    """Notes on how the article starts and ends, and on what was cleaned on its lines."""
    found: list[Note] = []
    paragraph = BlockType.PARAGRAPH
    paragraphs = [s for s in body.strips if s.type is paragraph and s.text.strip()]
    if paragraphs:
        start, end = paragraphs[0].text, paragraphs[-1].text
        if start.lstrip()[0] in "，。、；：！？”’）》」』%％":
            found.append(note(NoteCode.STARTS_IN_MID_SENTENCE, paragraphs[0].line, start[:20]))
        if len(end) > 24 and end_of(end) in "x,":
            found.append(note(NoteCode.ENDS_IN_MID_SENTENCE, last, end[-20:]))
    return found + _mended(origin, first, last) if origin.changes else found


def _mended(origin: Origin, first: int, last: int) -> list[Note]:
    """Notes on what was cleaned on an article's lines."""
    low = bisect_left(origin.changes, first, key=lambda change: change.line)
    high = bisect_right(origin.changes, last, key=lambda change: change.line)
    found = list[Note]()
    for change in origin.changes[low:high]:
        if change.before == change.after:
            lost = change.before[0] == "\ufffd"
            found.append(note(NoteCode.LOST_CHARACTERS if lost else NoteCode.PRIVATE_USE, change.line, change.before))
        elif "".join(change.before.split()) != change.after:
            found.append(note(NoteCode.MENDED_CHARACTERS, change.line, change.before))
    return found


def removals(removed: Sequence[Change]) -> list[Note]:
    """Notes that keep the characters and bytes that were taken out of a page, by line."""
    return [
        note(
            NoteCode.UNDECODABLE_BYTES if change.undecoded else NoteCode.ILLEGAL_CHARACTER,
            change.line,
            change.before,
        )
        for change in sorted(removed, key=lambda change: change.line)
    ]


def with_notes(found: Sequence[Article], notes: Sequence[Note]) -> tuple[Article, ...]:
    """The articles of a page, each with the notes about its lines and those below it, the first with those above."""
    kept: list[list[Note]] = [[] for _ in found]
    for remark in notes:
        place = bisect_right(found, remark.line or 0, key=lambda article: article.source[0].lines[0]) - 1
        kept[max(place, 0)].append(remark)
    return tuple(
        replace(article, notes=tuple(sorted((*article.notes, *mine), key=lambda n: n.line or 0))) if mine else article
        for article, mine in zip(found, kept, strict=True)
    )
