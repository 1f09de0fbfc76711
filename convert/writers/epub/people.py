"""The index of the people named in bylines, signatures and credits, in the order that readers of each script expect.

Simplified Chinese is sorted by sound and headed by letters, Traditional by the strokes of the surname. Both are the
order of the first level of a national character set (GB 2312-80 by pinyin, Big5 by strokes), so that no dictionary is
needed. Surnames outside of GB 2312's first level, or read otherwise as surnames, stand in `surnames.txt`.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby

from msgspec import Struct

from convert.writers.epub.document import Book
from convert.writers.epub.outline import clip

INDEX = "people.xhtml"
MOST = 2000
"""Lines that an index has in one file: some 200 KB, which the readers with the least memory still open quickly."""
_OPENING = '<section epub:type="index" role="doc-index" class="people" aria-labelledby="index">'

_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_LETTER_STARTS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_GB_LEVEL_1 = (0xB0A1, 0xD7F9)

# The first code of each number of strokes, from one on.
_BIG5_STROKES = (
    0xA440, 0xA442, 0xA454, 0xA4A1, 0xA4FE, 0xA5E0, 0xA6EA, 0xA8C3, 0xAB45, 0xADBC, 0xB0AE, 0xB3C3, 0xB6C3, 0xB9AC,
    0xBBF5, 0xBEA7, 0xC075, 0xC24F, 0xC35F, 0xC455, 0xC4D7, 0xC56B, 0xC5C8, 0xC5F1, 0xC655, 0xC665, 0xC66C, 0xC676,
)  # fmt: skip
_BIG5_LEVEL_1 = (0xA440, 0xC67E)
_OTHERS = "＃"


class Letter(Struct, frozen=True):
    """The names that stand under one heading of the index, and the file that has them when the index is a long one."""

    label: str
    names: list[str]
    file: str


def letters(book: Book) -> list[Letter]:
    """All names, sorted and under their headings."""
    words = book.words
    heading, key = (_strokes, _big5) if words.strokes_order else (_letter, _sound)
    names = sorted(book.plan.people, key=lambda name: (heading(name)[0], [key(char) for char in name], name))
    runs = [(label, list(run)) for (_, label), run in groupby(names, heading)]
    shown = (words.strokes.format(words.number(int(label))) if label.isdigit() else label for label, _ in runs)
    return [
        Letter(label, names, f"people{number:02}.xhtml")
        for number, (label, (_, names)) in enumerate(zip(shown, runs, strict=True), 1)
    ]


def is_long(book: Book) -> bool:
    """Whether the index goes into several files, one a heading."""
    return sum(map(len, book.plan.people.values())) > MOST


def index(book: Book, found: Sequence[Letter]) -> Iterator[bytes]:
    """Every name with the articles it signed, piece by piece; of a long index only the headings, with links."""
    return book.streamed(book.words.index, _whole(book, found), body_type="backmatter")


def letter(book: Book, of: Letter) -> Iterator[bytes]:
    """One heading of a long index."""
    return book.streamed(f"{book.words.index} {of.label}", _part(book, of), body_type="backmatter")


def _whole(book: Book, found: Sequence[Letter]) -> Iterator[str]:
    words = book.words
    explained = words.by_strokes if words.strokes_order else words.by_sound
    yield _OPENING
    yield f'<h1 id="index">{words.index}</h1>\n<p>{explained}</p>'
    if is_long(book):
        yield "<ol>"
        for each in found:
            span = "—".join(dict.fromkeys((clip(each.names[0], 20), clip(each.names[-1], 20))))
            shown = f"{each.label}\u3000{span}"
            yield f"<li>{book.link(each.file, shown)}</li>"
        yield "</ol>"
    else:
        for each in found:
            yield f"<h2>{book.setter.inline(each.label)}</h2>"
            yield from _names(book, each)
    yield "</section>"


def _part(book: Book, of: Letter) -> Iterator[str]:
    yield _OPENING
    yield f'<h1 id="index">{book.setter.inline(of.label)}</h1>'
    yield from _names(book, of)
    yield f'<p class="contents"><a href="{INDEX}">{book.words.index}</a></p>\n</section>'


def _names(book: Book, of: Letter) -> Iterator[str]:
    yield "<ul>"
    for name in of.names:
        yield f'<li><span class="name">{book.setter.inline(name)}</span><ul>'
        yield from _articles(book, name)
        yield "</ul></li>"
    yield "</ul>"


def _articles(book: Book, name: str) -> Iterator[str]:
    for number, roles in book.plan.signed(name):
        entry = book.plan.entries[number - 1]
        said = "、".join(book.words.role(role) for role in roles)
        yield f'<li>{book.link_to(entry)} <span class="role">{said}</span></li>'


def _letter(name: str) -> tuple[int, str]:
    """The pinyin letter that a name stands under, with its rank; what has none comes last."""
    plain = unicodedata.normalize("NFKD", name[0]).upper()[:1]
    if "A" <= plain <= "Z":
        return ord(plain), plain
    code = _gb(_SURNAMES.get(name[0], name[0]))
    if not _GB_LEVEL_1[0] <= code <= _GB_LEVEL_1[1]:
        return 0x7F, _OTHERS
    letter = _LETTERS[bisect_right(_LETTER_CODES, code) - 1]
    return ord(letter), letter


def _strokes(name: str) -> tuple[int, str]:
    """The number of strokes of the surname, as rank and label; letters and what has none come last."""
    code = _code(name[0], "big5")
    if not _BIG5_LEVEL_1[0] <= code <= _BIG5_LEVEL_1[1]:
        return 0x7F, _OTHERS
    count = bisect_right(_BIG5_STROKES, code)
    return count, str(count)


def _sound(char: str) -> tuple[int, int]:
    code = _gb(_SURNAMES.get(char, char))
    return (code, 0) if code else (0xFFFF, ord(char))


def _big5(char: str) -> tuple[int, int]:
    code = _code(char, "big5")
    return (code, 0) if code else (0xFFFF, ord(char))


def _gb(char: str) -> int:
    return _code(char, "gb2312")


def _code(char: str, charset: str) -> int:
    try:
        return int.from_bytes(char.encode(charset), "big")
    except UnicodeEncodeError:
        return 0


def _surnames() -> dict[str, str]:
    lines = files("convert.writers.epub").joinpath("surnames.txt").read_text("utf-8").splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


_SURNAMES = _surnames()
_LETTER_CODES = [_gb(char) for char in _LETTER_STARTS]
