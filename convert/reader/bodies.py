"""The rows of a draft → blocks of text: paragraphs made whole, crossheads, captions, credits, and what stays beside."""

import re

from msgspec import Struct, field

from convert.lexicon.traditional import simplified
from convert.model import BlockType, Note
from convert.reader.fixes import FixLabel
from convert.reader.joinfacts import word_over
from convert.reader.lines import Line
from convert.reader.notes import NoteCode, note
from convert.reader.path import Decision, Label
from convert.reader.people import signed
from convert.reader.shapes import CAPTION_BEGINS, Shape, shape_of
from convert.reader.sights import end_of

SURE = 1.0
"""A decision that was ahead of its rival by less than this is doubtful; a cut that was is reported as uncertain."""
SURE_JOIN = 3.0
"""A join that was ahead of a cut by less than this is reported as uncertain.

Of joins on pages that nothing was learnt from one in eighty is wrong; of those nearer than this that make no word one in
four, which are three in five of the wrong ones. None of 787 joins that make a common or a long word was wrong.
"""
WORDS = frozenset({"common-word", "long-word"})
"""What a join makes that is sound however near a cut came."""
BREAK = 4
"""Characters on either side of a break in which a word over it is looked for."""


def near_join(margin: float, above: str, below: str) -> bool:
    """Whether a join may be wrong: a cut came near, and no word lies over the break of these texts."""
    return margin < SURE_JOIN and word_over(simplified(above[-BREAK:]), simplified(below[:BREAK])) not in WORDS


class Strip:
    """A block in the making: its type, its text and the line it began on."""

    __slots__ = ("_more", "line", "text", "type")

    def __init__(self, type: BlockType, text: str, line: int) -> None:
        self.type, self.text, self.line = type, text, line
        self._more: list[str] | None = None

    @property
    def tail(self) -> str:
        """The last piece of the text, which is never empty."""
        return self._more[-1] if self._more else self.text

    def add(self, below: str) -> None:
        """Add a piece; the text has it when `close` has put the pieces together, so that any number takes one go."""
        piece = " " + below if _are_two_words(self.tail, below) else below
        if self._more is None:
            self._more = [piece]
        else:
            self._more.append(piece)

    def close(self) -> None:
        """Put the text together: nothing more comes."""
        if self._more:
            self.text = "".join([self.text, *self._more])
            self._more = None


class Body(Struct):
    """What was found below a title stack."""

    strips: list[Strip] = field(default_factory=list)
    bylines: list[Line] = field(default_factory=list)
    jumps: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def build(rows: list[tuple[Line, Decision]]) -> Body:
    """Put the rows of a draft together."""
    body = Body()
    texts, paragraph, continues = 0, Label.PARAGRAPH, Label.CONTINUES
    for n, (line, decision) in enumerate(rows):
        label = decision.label
        texts += label is paragraph
        if _is_plain_byline(rows, n, texts):
            body.bylines.append(line)
        elif label not in _NO_START:
            _start(body, rows, n)
        elif label is continues:
            _join(body, line, decision)
        elif label is Label.CREDIT:
            _credit(body, line)
        elif label is Label.BYLINE:
            body.bylines.append(line)
        elif label is Label.REPEAT:
            body.notes.append(note(NoteCode.REPEAT, line.number, line.text))
        else:
            body.jumps.append(line)
    for strip in body.strips:
        strip.close()
    return body


def _is_plain_byline(rows: list[tuple[Line, Decision]], n: int, texts: int) -> bool:
    """Whether a short line or credit has the form of a byline and names no picture: it ends the text, no photograph.

    `texts` counts the paragraphs above. Beside another credit it is the first line of that, and under one paragraph
    alone the credit of a photo story.
    """
    line, decision = rows[n]
    if (
        line.fix is not None
        or decision.label not in _MAYBE_BYLINE
        or shape_of(simplified(line.text)) is not Shape.BYLINE
    ):
        return False
    if decision.label is Label.SHORT:
        return True
    beside = [row[1].label for row in rows[max(n - 1, 0) : n + 2] if row is not rows[n]]
    return Label.CREDIT not in beside and texts > 1 and not signed(simplified(line.text)).pictured


_MAYBE_BYLINE = (Label.SHORT, Label.CREDIT)
_NO_START = frozenset({Label.JUMP, Label.REPEAT, Label.BYLINE, Label.CREDIT, Label.CONTINUES})
"""Labels of lines that begin no block of text."""
_SHORT = frozenset({Label.CROSSHEAD, Label.SHORT, Label.SUBTITLE})
"""Labels of lines that may head what follows."""


def _credit(body: Body, line: Line) -> None:
    """A credit of its own, the second line of one, or a caption that ends with its credit."""
    if line.fix is None and shape_of(simplified(line.text)) is Shape.CAPTION:
        body.strips.append(Strip(BlockType.CAPTION, line.text, line.number))
        return
    last = body.strips[-1] if body.strips else None
    if last and last.type is BlockType.CREDIT and not line.gap:
        last.text += " " + line.text
    else:
        body.strips.append(Strip(BlockType.CREDIT, line.text, line.number))


def _join(body: Body, line: Line, decision: Decision) -> None:
    """Add a line to the paragraph it goes on with, over a credit or caption that was set between."""
    open_strip = next((s for s in reversed(body.strips) if s.type is _PARAGRAPH), None)
    if open_strip is None:
        body.strips.append(Strip(BlockType.PARAGRAPH, line.text, line.number))
        if line.text[0] not in "，。、；：！？”’）》」』%％":
            body.notes.append(note(NoteCode.STARTS_IN_MID_SENTENCE, line.number, line.text[:20]))
        return
    near = near_join(decision.margin, open_strip.tail, line.text)
    if near or (end_of(open_strip.tail) in ".!" and line.fix is None):
        around = f"{open_strip.tail[-10:]} ¦ {line.text[:10]}"
        body.notes.append(note(NoteCode.UNCERTAIN_JOIN, line.number, around))
    open_strip.add(line.text)


def join_text(above: str, below: str) -> str:
    """Two strips of a paragraph as one: a space only between two Latin words."""
    return f"{above} {below}" if _are_two_words(above, below) else above + below


def _are_two_words(above: str, below: str) -> bool:
    """Whether a Latin word ends above a break and another one begins below it."""
    last, first = above[-1:], below[:1]
    return last.isascii() and last.islower() and first.isascii() and first.isupper()


_PARAGRAPH = BlockType.PARAGRAPH
_SAID = {FixLabel.CAPTION: BlockType.CAPTION, FixLabel.CROSSHEAD: BlockType.CROSSHEAD}


def _start(body: Body, rows: list[tuple[Line, Decision]], n: int) -> None:
    line, decision = rows[n]
    kind = _PARAGRAPH
    if line.fix is not None and line.said is not None:
        kind = _SAID.get(line.said, BlockType.PARAGRAPH)
    elif decision.label in _SHORT or line.text[0] in CAPTION_BEGINS or _points_out(line.text):
        kind = _kind(rows, n)
    if decision.margin < SURE and decision.label is Label.PARAGRAPH and decision.rival is Label.CONTINUES:
        body.notes.append(note(NoteCode.UNCERTAIN_JOIN, line.number, line.text[:20]))
    body.strips.append(Strip(kind, line.text, line.number))


def _points_out(text: str) -> bool:
    """Whether a line may be the caption of a picture in which somebody is pointed out: 张洋（右）把布袋交还给李婆婆。"""
    return len(text) <= POINTED and ("（" in text[:NAMED] or "(" in text[:NAMED])


POINTED, NAMED = 60, 16
"""Characters of the longest such caption, and of the longest name in it."""


def _kind(rows: list[tuple[Line, Decision]], n: int) -> BlockType:
    """What a line that is short, or begins as a caption does, is by its shape."""
    line, decision = rows[n]
    shape = shape_of(simplified(line.text))
    over_credit = n > 0 and n + 1 < len(rows) and rows[n + 1][1].label is Label.CREDIT
    if shape is Shape.CAPTION or (over_credit and shape is Shape.PLAIN and decision.label is Label.SHORT):
        return BlockType.CAPTION
    return BlockType.CROSSHEAD if decision.label in _SHORT and _is_crosshead(rows, n, shape) else BlockType.PARAGRAPH


_NO_CROSSHEAD = frozenset(
    {Shape.SIGNATURE, Shape.SALUTATION, Shape.CONTACT, Shape.DAY, Shape.ELLIPSIS, Shape.ITEM, Shape.BYLINE}
)


def _is_crosshead(rows: list[tuple[Line, Decision]], n: int, shape: Shape) -> bool:
    """Whether a short line heads what follows: text comes right below, and no verse or list stands around it."""
    line, _ = rows[n]
    if shape in _NO_CROSSHEAD or n + 1 == len(rows) or len(line.text) > 40:
        return False
    if re.fullmatch(r"[0-9０-９.%．—\-\s]+", line.text) or end_of(line.text) in ",;:":
        return False
    under, below = rows[n + 1]
    if below.label is not Label.PARAGRAPH or len(under.text) < 12 or len(under.text) < len(line.text):
        return False
    return n == 0 or rows[n - 1][1].label is not Label.SHORT or shape is Shape.NUMBERED
