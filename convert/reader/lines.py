"""Text of a page → its lines: numbered, stripped, cleaned where that is certain, hard wraps undone."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

from convert.lexicon import words
from convert.lexicon.surnames import COMMON
from convert.lexicon.traditional import simplified
from convert.reader.decoding import Decoded
from convert.reader.fixes import Fix, FixLabel

HEADING_MARK = re.compile(r"#{1,6}[ \t\u3000]+")


class Change(Struct, frozen=True):
    """What cleaning did to a line: a taken-out or replaced run of characters, as it was and as it became.

    A run that nobody can replace, of characters of private use, is listed as it is.
    """

    line: int
    before: str
    after: str
    undecoded: bool = False
    """Whether these were bytes that the page's encoding does not know."""


class Line(Struct):
    """One line of the page that is not blank, or several that were one before a hard wrap.

    `number` and `last` are 1-based line numbers; `gap` counts the blank lines above; `mark` is a heading mark that was
    taken off; `indented` says that the line began with an ideographic space. Where a person cut a line, `at` is the
    place of a piece in the line's text; `fix` is what the person said about the line or piece, `about` what was said
    there about its article.
    """

    number: int
    last: int
    text: str
    gap: int
    mark: str = ""
    indented: bool = False
    at: int = 0
    fix: Fix | None = None
    about: Fix | None = None

    @property
    def said(self) -> FixLabel | None:
        """The label that a person gave the line, if any."""
        return self.fix.label if self.fix else None


class Lines(Struct, frozen=True):
    """The lines of a page and what was changed to get them."""

    lines: tuple[Line, ...]
    changes: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    """Characters that were taken out and are to be kept in a note: `before` holds them in escaped form."""


_SEPARATOR = re.compile("[\x1c-\x1f]")
"""Separators of fields and records, which count as white space."""
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSHOWN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+|\ufffd+")
"""Characters that each font may give a form of its own, and the sign for one that was lost before."""
_WIDE_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
"""Spaces of other widths, and those at which no line may break: to read they are spaces."""
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    "|(?<![\u0600-\u08ff\u0900-\u0dff\u1800-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
"""Characters that only direct how others are set; joiners between pictographs, and in scripts that join, are spelling."""
_RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for block in (range(0x2F00, 0x2FD6), range(0x2E80, 0x2EF4))
    for code in block
    if len(unicodedata.normalize("NFKC", chr(code))) == 1 and unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
_RADICALS |= {
    ord(radical): ideograph
    for radical, ideograph in zip(
        "⺟⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
}
"""Radicals that stand for ideographs (Unicode 15: EquivalentUnifiedIdeograph); NFKC knows only the Kangxi block."""
_VERTICAL = {
    ord(form): upright
    for form, upright in zip(
        "︐︑︒︓︔︕︖︗︘︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
}
_COMPATIBLE = {
    code: form
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    if len(form := unicodedata.normalize("NFC", chr(code))) == 1 and form != chr(code)
}
"""Ideographs that Unicode has twice for the sake of older sets; its canonical form is the other one."""
_SYMBOLS = {ord(code): sign for code, sign in zip("\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc", "●■◆▪•➢✓", strict=True)}
"""Marks before the entries of a list, as the symbol fonts of word processors have them."""
_MENDED = _RADICALS | _VERTICAL | _COMPATIBLE | _SYMBOLS
_MENDABLE = re.compile("[\u2e80-\u2fd5\uf000-\uf0ff\uf900-\ufaff\ufe10-\ufe19\ufe35-\ufe48\U0002f800-\U0002fa1f]+")
"""The blocks in which those characters are; others of them stay."""
_SUSPECT = re.compile(
    "[^\t-\x0d -~\xa1-\xac\xae-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2065-\u2e7f\u2fd6-\ud7ff\ufb00-\ufdcf\ufdf0-\ufe0f"
    "\ufe1a-\ufe34\ufe49-\ufefe\uff00-\ufffc]"
)
"""What may have to be cleaned: told by what surely hasn't, which takes half the time to look for."""
_POSTED = re.compile(r"记者|記者|通讯员|通訊員|编辑|編輯|作者|[摄攝文图圖][/／]|[摄攝]$")
"""In a byline single characters with spaces are names."""
_SPACED = re.compile(r"(?:(?<=\s)|^)(?:[^\sA-Za-z][ \u3000]{1,2}){3,}[^\sA-Za-z](?=\s|$)")
_FOUR = 4
"""Characters of the shortest letter-spaced text; of so few only a word that the list has is set solid."""


def split(decoded: Decoded) -> Lines:
    """The lines of a decoded page; raises for no text."""
    changes, removed = list[Change](), [Change(n, _escaped_bytes(lost), "", True) for n, lost in decoded.strays]
    lines = list[Line]()
    gap = 0
    suspect = _SUSPECT.search(decoded.text)
    for number, raw in enumerate(decoded.text.split("\n"), 1):
        if not raw:
            gap += 1
            continue
        row = _clean(raw, number, changes, removed) if suspect and _SUSPECT.search(raw) else raw
        text = row.strip()
        if not text:
            gap += 1
            continue
        mark = HEADING_MARK.match(text) if text[0] == "#" else None
        if mark and len(text) > mark.end():
            lines.append(Line(number, number, text[mark.end() :], gap, mark[0].strip(), row[:1] == "\u3000"))
        else:
            solid = _unspaced(text, number, changes) if " " in text or "\u3000" in text else text
            lines.append(Line(number, number, solid, gap, "", row[0] == "\u3000"))
        gap = 0
    return Lines(tuple(_unwrap(lines)), tuple(changes), tuple(removed))


def _clean(row: str, number: int, changes: list[Change], removed: list[Change]) -> str:
    """The row without characters that can't stand in a book, look-alikes replaced; each change is kept."""
    removed += [Change(number, _escaped(match[0]), "") for match in _ILLEGAL.finditer(row)]
    row = _ILLEGAL.sub("", row)
    removed += [Change(number, match[0], "") for match in _INVISIBLE.finditer(row)]
    row = _WIDE_SPACES.sub(" ", _SEPARATOR.sub(" ", _INVISIBLE.sub("", row)))
    runs = [(match[0], match[0].translate(_MENDED)) for match in _MENDABLE.finditer(row)]
    changes += [Change(number, before, after) for before, after in runs if before != after]
    row = row.translate(_MENDED) if runs else row
    changes += [Change(number, match[0], match[0]) for match in _UNSHOWN.finditer(row)]
    return row


def _escaped(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _escaped_bytes(lost: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in lost)


def _unspaced(text: str, number: int, changes: list[Change]) -> str:
    """Letter-spaced text set solid: runs in which every character stands alone between spaces."""
    if text.count(" ") + text.count("\u3000") < _FOUR - 1 or _POSTED.search(text):
        return text
    solid = _SPACED.sub(_solid, text)
    if solid != text:
        changes.append(Change(number, text, solid))
    return solid


def _solid(run: re.Match[str]) -> str:
    """The run without its spaces, unless it may be a row of names that are set with a space: 张 三 李 四."""
    solid = re.sub(r"[ \u3000]", "", run[0])
    if len(solid) % 2 == 0 and all(char in COMMON for char in solid[::2]):
        return run[0]
    return run[0] if len(solid) == _FOUR and simplified(solid) not in words() else solid


def _unwrap(lines: list[Line]) -> Iterable[Line]:
    """Undo hard wraps: where most lines follow each other without a blank line and have one width, full lines run on."""
    width = _wrap_width(lines)
    if width is None:
        return lines
    runs = list[list[Line]]()
    previous_full = False
    for line in lines:
        if previous_full and not line.gap and not line.indented and not line.mark:
            runs[-1].append(line)
        else:
            runs.append([line])
        previous_full = len(line.text) + 2 * line.indented >= width - 1
    return [_joined(run) if len(run) > 1 else run[0] for run in runs]


def _joined(run: Sequence[Line]) -> Line:
    """The line that several were before a hard wrap, put together in one go."""
    head = run[0]
    text = "".join([line.text for line in run])
    return Line(head.number, run[-1].last, text, head.gap, head.mark, head.indented)


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the page's lines were broken, or None for a page that was not hard-wrapped."""
    tight = [line for line in lines[1:] if not line.gap]
    if len(lines) < 8 or len(tight) * 10 < len(lines) * 6:
        return None
    widths = sorted(len(line.text) + 2 * line.indented for line in lines)
    width = widths[-1 - len(widths) // 50]
    full = sum(width - 3 <= w <= width for w in widths)
    return width if 8 <= width <= 60 and full * 10 >= len(lines) * 4 else None
