"""Documents made for the tests, and what is read back from one."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from convert.model import Article, Block, BlockType, Volume
from convert.writers.docx import Docx
from convert.writers.xmltext import visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELD_OF = {"Subheadline": "subheadline", "Byline": "byline"}
TYPE_OF = {
    "Body Text": BlockType.PARAGRAPH,
    "Crosshead": BlockType.CROSSHEAD,
    "Caption": BlockType.CAPTION,
    "Credit": BlockType.CREDIT,
}


def volume(articles: Iterable[Article], **fields: Any) -> Volume:
    """A volume of those articles."""
    known = {"name": "digest", "title": "工会工作摘报", "language": "zh-Hans", "articles": tuple(articles)}
    return Volume(**(known | fields))


def written(of: Volume, **options: Any) -> bytes:
    """The volume as a document."""
    out = io.BytesIO()
    Docx(**options).write(of, out)
    return out.getvalue()


def opened(data: bytes) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def style(paragraph: Paragraph) -> str:
    """A paragraph's style, by its name."""
    assert paragraph.style is not None
    return str(paragraph.style.name)


def texts(document: Document, *styles: str) -> list[str]:
    """The text of the paragraphs in some styles."""
    return [p.text for p in document.paragraphs if style(p) in styles]


def contents(data: bytes) -> list[tuple[str, str, str]]:
    """The lines of the table of contents: label, bookmark, page."""
    found = []
    for paragraph in part(data).iter(f"{W}p"):
        for link in paragraph.iterchildren(f"{W}hyperlink"):
            if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("Toc"):
                words = [t.text for t in link.iter(f"{W}t")]
                found.append(("".join(words[:-1]), link.get(f"{W}anchor"), words[-1]))
    return found


def read_back(document: Document, headline: str = "Heading 2") -> list[dict[str, Any]]:
    """The articles that stand under a style of headline, field by field."""
    found: list[dict[str, Any]] = []
    kicker, here = None, False
    for paragraph in document.paragraphs:
        name = style(paragraph)
        if name == "Kicker":
            kicker = paragraph.text
        elif name.startswith("Heading"):
            here = name == headline
            if here:
                found.append({"kicker": kicker, "headline": paragraph.text, "body": []})
            kicker = None
        elif here and name in FIELD_OF:
            found[-1][FIELD_OF[name]] = paragraph.text
        elif here and name in TYPE_OF:
            _add_block(found[-1], paragraph, TYPE_OF[name])
    return found


def _add_block(found: dict[str, Any], paragraph: Paragraph, kind: BlockType) -> None:
    dateline, text = _dateline(paragraph)
    if dateline:
        found["dateline"] = dateline
    if text or not dateline:
        found["body"].append((kind, text))


def _dateline(paragraph: Paragraph) -> tuple[str, str]:
    """The dateline at the head of a paragraph, and the rest."""
    runs = paragraph.runs
    head = [r for r in runs if r.style is not None and r.style.name == "Dateline"]
    text = "".join(r.text for r in head)
    return text.removesuffix("　"), "".join(r.text for r in paragraph.runs)[len(text) :]


def as_read(text: str | None) -> str | None:
    """A text as a document gives it back: what XML can't hold made visible, every line break the same."""
    return re.sub("\r\n|\r", "\n", visible(text)) if text else None


def expected(of: Article, blocks: Iterable[Block] | None = None) -> Iterator[tuple[str, Any]]:
    """What should be read back of an article but for its headline."""
    for name in ("kicker", "subheadline", "byline", "dateline"):
        if getattr(of, name):
            yield name, as_read(getattr(of, name))
    yield "body", [(b.type, as_read(b.text)) for b in (of.body if blocks is None else blocks)]
