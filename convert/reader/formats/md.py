"""Markdown → articles: files that this program wrote, edited or not, and anybody's notes and posts.

In a file of ours the front matter carries each record and the text its body. In another file each heading of the
topmost level begins an article and lower headings are crossheads; a single title right above other headings names the
whole and is each article's section. `title`, `date`, `author` and `lang` of the front matter are used.
"""

import datetime
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from convert.carried import UNTITLED, from_json, one_line, restored
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType, Kind, Person, Role
from convert.reader.formats.origin import Origin

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"(?m)^([\w-]+):[ \t]*(.*?)[ \t]*$")
_RECORD = re.compile(r"(?m)^(?:record: |  - )(\{.*\})$")


class _Piece(Struct):
    """A heading of the level of articles, and what follows it."""

    title: str | None
    blocks: list[Block] = field(default_factory=list)


class _Shown(Struct, frozen=True):
    """A block as Markdown shows it: heading level (0: none), whether quoted, whether all of it is emphasised."""

    text: str
    level: int = 0
    quoted: bool = False
    emphasised: bool = False


def read(file: BinaryIO, name: str) -> Iterator[Article]:
    """The articles of a Markdown file, UTF-8."""
    data = file.read()
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    front = _FRONT.match(text)
    records = [from_json(value, name) for value in _RECORD.findall(front[1])] if front else []
    shown = list(_shown(text[front.end() :] if front else text))
    if records:
        return _ours(records, shown, name)
    return _anybodys(dict(_PAIR.findall(front[1])) if front else {}, shown, Origin(name, data))


def _ours(records: list[dict[str, Any]], shown: list[_Shown], name: str) -> Iterator[Article]:
    """The carried records, each with the body that the text shows now."""
    pieces = list(_pieces(shown, 1 if len(records) == 1 else 2, skip_head=True))
    if len(pieces) != len(records):
        records = _still_there(records, pieces, name)
    for values, piece in zip(records, pieces, strict=True):
        yield restored(values, piece.title, piece.blocks, name)


def _still_there(records: list[dict[str, Any]], pieces: list[_Piece], name: str) -> list[dict[str, Any]]:
    """The records of the articles that a person left in the text, found by their headlines in order."""
    waiting = iter(records)
    kept = [
        next(
            (
                values
                for values in waiting
                if one_line(values.get("headline") or UNTITLED) == one_line(piece.title or "")
            ),
            None,
        )
        for piece in pieces
    ]
    for values, piece in zip(kept, pieces, strict=True):
        if values is None:
            raise BadInputError(name, f"the front matter has no record of '{piece.title}'", "give it a file of its own")
    return [values for values in kept if values is not None]


def _pieces(shown: list[_Shown], level: int, *, skip_head: bool) -> Iterator[_Piece]:
    """The text cut at headings of a level; of ours, the emphasised lines below one repeat what is carried."""
    piece, in_head = None, False
    for block in shown:
        if block.level == level:
            if piece:
                yield piece
            piece, in_head = _Piece(block.text), skip_head
        elif piece:
            in_head = in_head and block.emphasised and not block.quoted
            if not in_head:
                piece.blocks.append(Block(_type(block), block.text))
    if piece:
        yield piece


def _type(block: _Shown) -> BlockType:
    if block.level:
        return BlockType.CROSSHEAD
    if block.quoted:
        return BlockType.CREDIT if block.emphasised else BlockType.CAPTION
    return BlockType.PARAGRAPH


def _anybodys(front: dict[str, str], shown: list[_Shown], origin: Origin) -> Iterator[Article]:
    level = _level_of_articles(shown)
    first = next((n for n, block in enumerate(shown) if block.level == level), len(shown)) if level else len(shown)
    whole = [block.text for block in shown[:first] if block.level]
    before = [Block(_type(block), block.text) for block in shown[:first] if not block.level]
    pieces = [_Piece(None, before)] if before else []
    pieces += _pieces(shown[first:], level, skip_head=False)
    for number, piece in enumerate(pieces, 1):
        title = piece.title or (_scalar(front.get("title")) if len(pieces) == 1 else None)
        section = "\n".join(whole) or None
        yield _article(replace(piece, title=title), number, section, front, origin)


def _level_of_articles(shown: list[_Shown]) -> int:
    """The topmost level of headings, or the next where a single title right above it names the whole; 0: no heading."""
    levels = [block.level for block in shown if block.level]
    top = min(levels, default=0)
    lower = [level for level in levels if level > top]
    titled = len(shown) > 1 and shown[0].level == top and shown[1].level > 0
    return min(lower) if lower and titled and levels.count(top) == 1 else top


def _article(piece: _Piece, number: int, section: str | None, front: dict[str, str], origin: Origin) -> Article:
    return Article(
        id=origin.identifier(number),
        kind=Kind.NEWS if piece.title else Kind.OTHER,
        language=_scalar(front.get("lang")) or "zh-Hans",
        date=_date(front.get("date")),
        section=section,
        headline=piece.title,
        people=tuple(Person(name, Role.AUTHOR) for name in _names(front.get("author"))),
        body=tuple(piece.blocks),
        source=(origin.source(),),
    )


def _scalar(value: str | None) -> str | None:
    """A plain or quoted YAML scalar of one line; lists and maps are nobody's title."""
    text = (value or "").strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return None if text[:1] in ("", "[", "{", "|", ">") else text


def _names(value: str | None) -> list[str]:
    inner = (value or "").strip().removeprefix("[").removesuffix("]")
    return [name for part in inner.split(",") if (name := _scalar(part))]


def _date(value: str | None) -> datetime.date | None:
    found = re.match(r"\d{4}-\d\d-\d\d", _scalar(value) or "")
    try:
        return datetime.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _shown(text: str) -> Iterator[_Shown]:
    """The blocks of CommonMark text, in order, whatever they are nested in."""
    tokens = MarkdownIt("commonmark").parse(text)
    depth = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            level = int(before.tag[1:]) if before and before.type == "heading_open" else 0
            children = token.children or []
            yield _Shown(_words(children), level, depth > 0, _emphasised(children))
        elif token.type in ("fence", "code_block"):
            yield _Shown(token.content.rstrip("\n"))


def _words(children: list[Token]) -> str:
    """The text of a line's tokens; a line break inside Chinese text is no space."""
    parts: list[str] = []
    for token in children:
        match token.type:
            case "softbreak":
                parts.append(" " if parts and parts[-1][-1:].isascii() else "")
            case "hardbreak":
                parts.append("\n")
            case "image":
                parts.append(token.content)
            case "html_inline":
                pass
            case _:
                parts.append(token.content)
    return "".join(parts)


def _emphasised(children: list[Token]) -> bool:
    """Whether one emphasis holds all there is."""
    inner = [token for token in children if token.content or token.type.endswith(("_open", "_close"))]
    return (
        len(inner) > 1
        and inner[0].type in ("em_open", "strong_open")
        and inner[-1].level == inner[0].level
        and inner[-1].type.endswith("_close")
        and sum(token.level == inner[0].level and token.type.endswith("_open") for token in inner) == 1
    )
