"""HTML files → articles: their characters decoded, pages that this program wrote told from those of newspapers' sites.

`convert.reader.formats.newssite` reads the latter.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree
from lxml import html as lxml_html

from convert.carried import UNTITLED, from_json, restored
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType
from convert.reader.formats import newssite
from convert.reader.formats.markup import whole
from convert.reader.formats.origin import Origin

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_UNTITLED = {UNTITLED, "（無題）"}


def read(file: BinaryIO, name: str) -> Iterator[Article]:
    """The articles of a web page, in whatever encoding it declares."""
    data = file.read()
    page = _parsed(data, name)
    ours = page.xpath("//article[script[@class='record']]")
    if ours:
        return (_ours(article, name) for article in ours)
    return iter([newssite.article(page, Origin(name, data))])


def _parsed(data: bytes, name: str) -> Any:
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", _decoded(data))
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BadInputError(name, f"not a web page ({error})", "save it from the browser as HTML") from error


_SUPERSETS = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk"), ("gb18030",)),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), ("big5hkscs", "cp950")),
}
"""What pages that declare an old encoding are really written in."""


def _decoded(data: bytes) -> str:
    """Text in the encoding of its byte order mark, in the declared one, in UTF-8 or GB 18030, as the first of them can."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    declared = _CHARSET.search(data[:4096])
    said = declared[1].decode("ascii").lower() if declared else "utf-8"
    for candidate in (*_SUPERSETS.get(said, (said,)), "utf-8-sig", "gb18030"):
        try:
            return data.decode(candidate).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


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
