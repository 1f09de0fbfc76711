"""IPTC ninjs 3.1, one news item a line, for newsroom systems (https://iptc.org/std/ninjs/).

The standard has no kicker, page, section or dateline of its own: they go where its open `role` and `rel` values allow.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, BinaryIO, ClassVar

from convert.model import Article, Block, BlockType, Volume
from convert.writers.xmltext import visible

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
_PLAIN, _HTML = "text/plain", "text/html"


@dataclass(frozen=True)
class Ninjs:
    """Each article as a complete `text` item; captions and credits are `picture` items associated with it."""

    extension: ClassVar[str] = "ninjs.jsonl"
    streams: ClassVar[bool] = True
    articles_only: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """One UTF-8 line an article, in the volume's order."""
        for article in volume.articles:
            line = json.dumps(item(article, volume), ensure_ascii=False, separators=(",", ":"))
            out.write(_no_lone_surrogate(line).encode() + b"\n")


def _no_lone_surrogate(line: str) -> str:
    # control characters are escaped by JSON already and stay; UTF-8 has no place for a lone surrogate
    return "".join(visible(c) if "\ud800" <= c <= "\udfff" else c for c in line) if not _is_utf8(line) else line


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def item(article: Article, volume: Volume) -> dict[str, Any]:
    """The article as a ninjs object; what is unknown is left out."""
    values = {
        "uri": _uri(article),
        "type": "text",
        "representationType": "full",
        "standard": STANDARD,
        "contentCreated": _created(article),
        "pubStatus": "usable",
        "usageTerms": volume.rights,
        "edNote": "\n".join(note.message for note in article.notes),
        "language": article.language,
        "title": article.headline,
        "headlines": list(_headlines(article)),
        "by": article.byline,
        "bodies": _bodies(article),
        "descriptions": [{"role": "dateline", "contentType": _PLAIN, "value": article.dateline}]
        if article.dateline
        else [],
        "people": [{"name": person.name, "rel": person.role.value} for person in article.people],
        "infoSources": [{"name": article.paper, "role": "newspaper"}] if article.paper else [],
        "subjects": [{"name": article.section, "rel": "section"}] if article.section else [],
        "genres": [{"name": article.kind.value}],
        "altIds": list(_alternative_ids(article)),
        "associations": list(_pictures(article)),
    }
    return {name: value for name, value in values.items() if value}


def _uri(article: Article, part: str = "") -> str:
    """A URN made of the article's id and language: the same article has the same one anywhere, each edition its own."""
    name = f"newsconvert:{article.id}:{article.language}:{part}".encode("utf-8", "surrogatepass").hex()
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, name)}"


def _created(article: Article) -> str | None:
    """The day of publication; Chinese newspapers keep UTC+8, on the mainland as in Taipei and Hong Kong."""
    return f"{article.date.isoformat()}T00:00:00+08:00" if article.date else None


def _headlines(article: Article) -> Iterator[dict[str, str]]:
    titles = {"kicker": article.kicker, "main": article.headline, "subheadline": article.subheadline}
    for role, value in titles.items():
        if value:
            yield {"role": role, "contentType": _PLAIN, "value": value}


def _bodies(article: Article) -> list[dict[str, Any]]:
    """The text plain, and with its crossheads marked; pictures' words are not part of it."""
    count = sum(map(len, article.text.split()))
    marked = "".join(_marked(block) for block in article.body)
    bodies = [(_PLAIN, article.text), (_HTML, marked)] if article.text else []
    return [{"role": "main", "contentType": kind, "charCount": count, "value": value} for kind, value in bodies]


def _marked(block: Block) -> str:
    tag = {BlockType.PARAGRAPH: "p", BlockType.CROSSHEAD: "h2"}.get(block.type)
    return f"<{tag}>{escape(block.text, quote=False)}</{tag}>" if tag else ""


def _alternative_ids(article: Article) -> Iterator[dict[str, str]]:
    known = {
        "newsconvert": article.id,
        "page": article.page,
        "continuedFromPage": article.continued_from,
        "continuesOnPage": article.continues_on,
    }
    for role, value in known.items():
        if value is not None:
            yield {"role": role, "value": str(value)}


def _pictures(article: Article) -> Iterator[dict[str, Any]]:
    """One item a picture: a caption with the credits printed after it, or a credit alone."""
    groups: list[list[Block]] = []
    for block in article.body:
        if block.type is BlockType.CAPTION or (block.type is BlockType.CREDIT and not groups):
            groups.append([block])
        elif block.type is BlockType.CREDIT:
            groups[-1].append(block)
    for number, blocks in enumerate(groups, 1):
        captions = [block.text for block in blocks if block.type is BlockType.CAPTION]
        credits_ = " ".join(block.text for block in blocks if block.type is BlockType.CREDIT)
        picture = {"uri": _uri(article, f"picture-{number}"), "type": "picture", "name": f"picture {number}"}
        described = {"descriptions": [{"role": "caption", "contentType": _PLAIN, "value": text} for text in captions]}
        yield {**picture, "rel": "picture", **(described if captions else {}), **({"by": credits_} if credits_ else {})}
