"""HTML files → articles: their characters decoded, pages that this program wrote told from those of newspapers' sites.

`convert.reader.formats.newssite` reads the latter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from lxml import etree
from lxml import html as lxml_html

from convert.carried import UNTITLED, from_json, restored
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType
from convert.reader.decoding import Decoded, decode
from convert.reader.formats import newssite
from convert.reader.formats.markup import whole
from convert.reader.formats.origin import Origin
from convert.reader.notes import NoteCode, note

_CHARSET = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_UNTITLED = {UNTITLED, "（無題）"}


def read(file: BinaryIO, name: str) -> Iterator[Article]:
    """The articles of a web page, in whatever encoding it declares, or is in if that is another."""
    data = file.read()
    return articles_in(data, Origin(name, data))


def articles_in(data: bytes, origin: Origin, encoding: str | None = None) -> Iterator[Article]:
    """The articles of a web page that came from a file; `encoding` is what it was sent with, where that is known."""
    decoded = _decoded(data, origin.name, encoding)
    page = _parsed(decoded.text, origin.name)
    ours = page.xpath("//article[script[@class='record']]")
    if ours:
        yield from (_ours(article, origin.name) for article in ours)
        return
    strays = tuple(
        note(NoteCode.UNDECODABLE_BYTES, line, "".join(f"\\x{byte:02x}" for byte in lost))
        for line, lost in decoded.strays
    )
    for one in newssite.articles(page, origin):
        yield replace(one, notes=(*one.notes, *strays)) if strays else one
        strays = ()


def _parsed(text: str, name: str) -> Any:
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BadInputError(name, f"not a web page ({error})", "save it from the browser as HTML") from error


_SUPERSETS = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "euc-cn", "cp936"), ("gb18030",)),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cp950"), ("big5hkscs", "cp950")),
}
"""What pages that declare an old encoding are really written in."""


def _decoded(data: bytes, name: str, sent: str | None) -> Decoded:
    """Text in UTF-8 where it is that, whatever it declares, as browsers save pages; else as declared; else as it looks."""
    declared = _CHARSET.search(data[:8192]) if data.strip() else None
    said = (sent or (declared[1] or declared[2]).decode("ascii") if declared else sent or "").lower()
    if data.strip() and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        for candidate in ("utf-8-sig", *_SUPERSETS.get(said, (said,))):
            try:
                return Decoded(data.decode(candidate).removeprefix("\ufeff"), candidate)
            except (ValueError, LookupError):  # or a name that can be no encoding's
                continue
    known = _SUPERSETS.get(said, ("utf-8",) if said in ("utf-8", "utf8") else (None,))[0]
    return decode(data, name, known)


# --- pages that this program wrote


def _ours(article: Any, name: str) -> Article:
    values = from_json(article.xpath("string(script[@class='record'])"), name)
    title = whole(article.xpath("header/h2")[0]) if article.xpath("header/h2") else None
    return restored(values, None if title in _UNTITLED else title, list(_our_blocks(article)), name)


_OUR_TAGS = {"p": BlockType.PARAGRAPH, "h3": BlockType.CROSSHEAD}
_OUR_SPANS = {"caption": BlockType.CAPTION, "credit": BlockType.CREDIT}


def _our_blocks(article: Any) -> Iterator[Block]:
    for node in article.xpath("div[@class='body']/*[not(@class='jump')]"):
        if node.tag in _OUR_TAGS:
            yield Block(_OUR_TAGS[node.tag], whole(node))
        for span in node.xpath("figcaption/span"):
            yield Block(_OUR_SPANS.get(span.get("class"), BlockType.CAPTION), whole(span))
