"""Markdown with front matter, for note keepers, static sites and version control.

The text is CommonMark; the front matter is YAML whose values are JSON. A volume of one article has that article's own
front matter (as Hugo, Jekyll and Obsidian read it); of more, it lists one line an article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, ClassVar

from convert import record
from convert.carried import UNTITLED, as_json, carried, one_line
from convert.model import Article, Block, BlockType, Volume
from convert.writers.txt import jumps, printed, signed
from convert.writers.xmltext import visible

_INLINE = re.compile(r"[\\`*_\[\]<&~|$#]")
_LINE_START = re.compile(r"(?m)^(?:[>+=:-]|\d+(?=[.)]))")
_EDGES = re.compile(r"\A\s+|\s+\Z|(?m:^[^\S\n]+|[^\S\n]+$)")


@dataclass(frozen=True)
class Markdown:
    """One file a volume; in it each article is a heading, its crossheads the headings below."""

    extension: ClassVar[str] = "md"
    streams: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """Front matter first, then the articles in order; UTF-8 with line feeds."""
        alone = len(volume.articles) == 1
        for part in _front_matter(volume, alone):
            out.write(part.encode())
        if not alone:
            out.write(f"\n# {_escaped(volume.title)}\n".encode())
        for article in volume.articles:
            for part in _article(article, alone):
                out.write(f"\n{part}\n".encode())


def _front_matter(volume: Volume, alone: bool) -> Iterator[str]:
    yield "---\n"
    for name, value in (_of_article if alone else _of_volume)(volume).items():
        if value:
            yield f"{name}: {as_json(value)}\n"
    if alone:
        yield from (f"record: {as_json(carried(article))}\n" for article in volume.articles)
    else:
        yield "records:\n"
        yield from (f"  - {as_json(carried(article))}\n" for article in volume.articles)
    yield "---\n"


def _of_volume(volume: Volume) -> dict[str, Any]:
    about = {name: getattr(volume, name) for name in ("title", "creator", "publisher", "rights", "description")}
    return {
        **about,
        **_of_set(volume),
        "lang": volume.language,
        "identifier": volume.identifier,
        "schema": record.SCHEMA,
    }


def _of_set(volume: Volume) -> dict[str, Any]:
    """What tells the volume from the others of its run."""
    number, count = volume.part or (None, None)
    around = {"previous": volume.previous, "next": volume.following}
    titles = {
        name: each and (each.title if each.number is None else f"{each.title} ({each.number})")
        for name, each in around.items()
    }
    return {"series": volume.series, "volume": number, "volumes": count, **titles}


def _of_article(volume: Volume) -> dict[str, Any]:
    """What note keepers and site makers look for, under the names they know."""
    article = next(iter(volume.articles))
    return {
        "title": article.headline or volume.title,
        "subtitle": article.subheadline,
        "date": article.date and article.date.isoformat(),
        "author": list(dict.fromkeys(person.name for person in article.people)),
        "publisher": volume.publisher or article.paper,
        "rights": volume.rights,
        "categories": [article.section] if article.section else [],
        "lang": article.language,
        "schema": record.SCHEMA,
    }


def _article(article: Article, alone: bool) -> Iterator[str]:
    """The heading, the lines of the head in emphasis, then the body: `>` for captions, `> *…*` for credits.

    What the front matter of an article alone says, its section and where it was printed, stands below the heading else.
    Jumps are in the head, too: read back, what stands below the body would be body.
    """
    level = "#" if alone else "##"
    yield f"{level} {_escaped(one_line(article.headline or UNTITLED))}"
    if article.section and not alone:
        yield f"*{_escaped(article.section)}*"
    if article.kicker:
        yield f"**{_escaped(article.kicker)}**"
    if article.subheadline:
        yield f"*{_escaped(article.subheadline)}*"
    jump = " ".join(filter(None, jumps(article)))
    for line in (" ".join(signed(article)), "" if alone else printed(article), jump and f"（{jump}）"):
        if line:
            yield f"*{_escaped(line)}*"
    for block in article.body:
        yield _block(block, level)


def _block(block: Block, level: str) -> str:
    text = _escaped(block.text)
    match block.type:
        case BlockType.CROSSHEAD:
            return f"{level}# {_escaped(one_line(block.text))}"
        case BlockType.CAPTION:
            return "> " + text.replace("\n", "\n> ")
        case BlockType.CREDIT:
            return "> *" + text.replace("\n", "\n> ") + "*"
        case _:
            return text


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: nothing in it is markup, no line or space at an edge is lost."""
    text = _INLINE.sub(r"\\\g<0>", visible(text.replace("\r", "\n")))
    text = _LINE_START.sub(lambda match: _escaped_start(match[0]), text)
    text = _EDGES.sub(lambda match: "".join(f"&#{ord(space)};" for space in match[0]), text)
    return text.replace("\n", "\\\n")


def _escaped_start(start: str) -> str:
    """A list's number can't take a backslash itself; its last digit is written as a character reference."""
    return f"{start[:-1]}&#{ord(start[-1])};" if start.isdecimal() else "\\" + start
