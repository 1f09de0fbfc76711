"""Web pages of digital newspapers, and pages that this program wrote → articles.

A page of a digital newspaper (数字报) holds one article. Where it says what is what, in schema.org data, in the tags
and comments of the Founder systems that most Chinese papers use, or in the class names of others, that is taken; else
the element with most text is the body. Only what the page says is filled in.
"""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from lxml import etree
from lxml import html as lxml_html

from convert.carried import UNTITLED, from_json, restored
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType, Kind, Person, Role
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
    return iter([_anybodys(page, Origin(name, data))])


def _parsed(data: bytes, name: str) -> Any:
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", _decoded(data))
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BadInputError(name, f"not a web page ({error})", "save it from the browser as HTML") from error


def _decoded(data: bytes) -> str:
    """Text in the declared encoding; `gb2312` and `gbk` pages hold characters of their superset, GB 18030."""
    declared = _CHARSET.search(data[:4096])
    said = declared[1].decode("ascii").lower() if declared else "utf-8"
    encoding = "gb18030" if said in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else said
    for candidate in (encoding, "utf-8-sig", "gb18030"):
        try:
            return data.decode(candidate).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


# --- pages that this program wrote


def _ours(article: Any, name: str) -> Article:
    values = from_json(article.xpath("string(script[@class='record'])"), name)
    title = _whole(article.xpath("header/h2")[0]) if article.xpath("header/h2") else None
    return restored(values, None if title in _UNTITLED else title, list(_our_blocks(article)), name)


_OUR_TAGS = {"p": BlockType.PARAGRAPH, "h3": BlockType.CROSSHEAD}
_OUR_SPANS = {"caption": BlockType.CAPTION, "credit": BlockType.CREDIT}


def _our_blocks(article: Any) -> Iterator[Block]:
    for node in article.xpath("div[@class='body']/*[not(@class='jump')]"):
        if node.tag in _OUR_TAGS:
            yield Block(_OUR_TAGS[node.tag], _whole(node))
        for span in node.xpath("figcaption/span"):
            yield Block(_OUR_SPANS.get(span.get("class"), BlockType.CAPTION), _whole(span))


def _whole(node: Any) -> str:
    """All text of a node as it stands; a `br` is a line feed."""
    parts = [node.text or ""]
    for child in node:
        parts.append("\n" if child.tag == "br" else _whole(child) if isinstance(child.tag, str) else "")
        parts.append(child.tail or "")
    return "".join(parts)


# --- pages of digital newspapers

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"


def _by_class(*names: str) -> str:
    return "//*[" + " or ".join(f"{_CLASS.format(name)} or @id='{name}'" for name in names) + "]"


PLACES: dict[str, tuple[str, ...]] = {
    "headline": (
        "//founder-title", _by_class("article-title", "articleTitle", "main-title", "bt1"),
        "//*[contains(@class, 'article')]//h1", "//h1", "//meta[@property='og:title']/@content", "//title",
    ),
    "kicker": (
        "//founder-introtitle", _by_class("introtitle", "intro-title", "yinti", "kicker"),
        "//*[contains(@class, 'article')]/h3[following-sibling::h1]",
    ),
    "subheadline": (
        "//founder-subtitle", _by_class("subtitle", "sub-title", "subTitle", "futi"),
        "//*[contains(@class, 'article')]/h2[preceding-sibling::h1]",
    ),
    "byline": ("//founder-author", _by_class("author", "byline", "zuozhe"), "//meta[@name='author']/@content"),
    "paper": ("//meta[@property='og:site_name']/@content", _by_class("paper-name", "papername")),
    "day": (
        "//meta[@property='article:published_time']/@content", "//meta[@name='publishdate']/@content",
        "//*[@id='paperdate']", _by_class("date", "pubtime"),
    ),
    "section": ("//meta[@property='article:section']/@content", _by_class("column-name", "lanmu")),
    "body": (
        "//founder-content", "//*[@id='ozoom']", "//*[@id='articleContent']", "//*[@itemprop='articleBody']",
        _by_class("article-content", "articleContent", "article_content", "content"), "//article",
    ),
}  # fmt: skip
"""Where digital newspapers say what is what, the surest place first: Founder's tags, 人民日报's and others' names."""

_EMBEDDED = {"title": "headline", "introtitle": "kicker", "subtitle": "subheadline", "author": "byline", "date": "day"}
"""Founder's property comment, `<!--enpproperty <title>…</title> … /enpproperty-->`: its names and ours."""

_DAY = re.compile(r"((?:18|19|20)\d\d)[-年/.]?(\d{1,2})[-月/.]?(\d{1,2})")
_PAGE = re.compile(r"第\s*[A-Z]?0*(\d{1,3})\s*版")


def _anybodys(page: Any, origin: Origin) -> Article:
    said = _said(page)
    body = _body_node(page)
    if body is None and not said.get("text"):
        raise BadInputError(origin.name, "no article text in this web page", "save the page of one article")
    blocks = _blocks(body) if body is not None else []
    blocks = blocks or [Block(BlockType.PARAGRAPH, line) for line in _lines(said.get("text", ""))]
    everything = " ".join(page.text_content().split())
    found = _PAGE.search(said.get("page") or "") or _PAGE.search(everything)
    return Article(
        id=origin.identifier(1),
        kind=Kind.NEWS if said.get("headline") else Kind.OTHER,
        language=said.get("language") or page.get("lang") or "zh-Hans",
        paper=said.get("paper"),
        date=_day(said.get("day")) or _day(origin.name.replace("/", "-")),
        page=int(found[1]) if found else None,
        section=said.get("section"),
        kicker=said.get("kicker"),
        headline=said.get("headline"),
        subheadline=said.get("subheadline"),
        byline=said.get("byline"),
        people=tuple(Person(name, Role.AUTHOR) for name in said.get("people", "").split("\n") if name),
        body=tuple(blocks),
        source=(origin.source(),),
    )


def _said(page: Any) -> dict[str, str]:
    """What the page says of itself, by our field names; structured data goes before places in the page."""
    said = {**_places(page), **_embedded(page), **_linked_data(page)}
    return {name: value for name, value in said.items() if value}


def _places(page: Any) -> dict[str, str]:
    found = {name: _first(page, paths) for name, paths in PLACES.items() if name != "body"}
    return {name: value for name, value in found.items() if value}


def _first(page: Any, paths: Iterable[str]) -> str:
    for path in paths:
        for node in page.xpath(path):
            text = _tidy(node if isinstance(node, str) else _whole(node))
            if text:
                return text
    return ""


def _tidy(text: str) -> str:
    """Lines without the spaces of the source's layout; a line feed stays one."""
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def _embedded(page: Any) -> dict[str, str]:
    for comment in page.xpath("//comment()[contains(., 'enpproperty')]"):
        values = {tag: _tidy(value) for tag, value in re.findall(r"<(\w+)>(.*?)</\1>", comment.text, re.DOTALL)}
        return {ours: values[theirs] for theirs, ours in _EMBEDDED.items() if values.get(theirs)}
    return {}


def _linked_data(page: Any) -> dict[str, str]:
    """schema.org's `NewsArticle` or `Article` of a JSON-LD script (https://schema.org/NewsArticle)."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script)
        except ValueError:
            continue
        for value in _objects(found):
            if "Article" in str(value.get("@type")):
                return _of_schema_org(value)
    return {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []))
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each)


def _of_schema_org(value: dict[str, Any]) -> dict[str, str]:
    authors = [author if isinstance(author, str) else author.get("name") for author in _list(value.get("author"))]
    fields = {
        "headline": value.get("headline"),
        "day": value.get("datePublished"),
        "language": value.get("inLanguage"),
        "section": value.get("printSection") or value.get("articleSection"),
        "page": f"第{value['printPage']}版" if value.get("printPage") else None,
        "paper": next((each.get("name") for each in _list(value.get("isPartOf")) if isinstance(each, dict)), None),
        "people": "\n".join(name for name in authors if isinstance(name, str)),
        "text": value.get("articleBody"),
    }
    return {name: field for name, field in fields.items() if isinstance(field, str)}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _day(text: str | None) -> datetime.date | None:
    for found in _DAY.finditer(text or ""):
        try:
            return datetime.date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def _body_node(page: Any) -> Any:
    """The element that holds the article's text: where its place is known, else that with most text in paragraphs."""
    for path in PLACES["body"]:
        for node in page.xpath(path):
            if len(node.text_content().strip()) > 20:
                return node
    parents = {p.getparent() for p in page.xpath("//p[string-length(normalize-space()) > 20]")}
    return max(parents, key=lambda node: sum(len(p.text_content()) for p in node.findall("p")), default=None)


_CAPTION = "self::figcaption or contains(@class, 'caption') or contains(@class, 'picture') or contains(@class, 'tuzhu')"
_SKIPPED = ("script", "style", "form", "nav", "h1")
_BLOCK_TAGS = ("p", "div", "section", "td", "li", "figcaption", "h2", "h3", "h4", "h5", "blockquote")


def _blocks(body: Any) -> list[Block]:
    """Paragraphs of the body's innermost blocks, a `br` ending one; headings and short bold lines are crossheads."""
    blocks: list[Block] = []
    waiting: list[str] = []

    def finish(kind: BlockType) -> None:
        blocks.extend(Block(kind, line) for line in _lines("".join(waiting)))
        waiting.clear()

    def walk(node: Any, kind: BlockType) -> None:
        waiting.append(node.text or "")
        for child in node:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                if child.tag in _BLOCK_TAGS:
                    finish(kind)
                    walk(child, _kind(child, kind))
                    finish(_kind(child, kind))
                elif child.tag == "br":
                    finish(kind)
                else:
                    walk(child, kind)
            waiting.append(child.tail or "")

    walk(body, BlockType.PARAGRAPH)
    finish(BlockType.PARAGRAPH)
    return blocks


def _kind(node: Any, outer: BlockType) -> BlockType:
    if outer is BlockType.CAPTION or node.xpath(_CAPTION):
        return BlockType.CAPTION
    text = "".join(node.text_content().split())
    bold = "".join("".join(each.text_content().split()) for each in node.xpath("./strong | ./b"))
    heading = node.tag in ("h2", "h3", "h4", "h5") or (text == bold and len(text) <= 30 and text[-1:] not in "。！？…”")
    return BlockType.CROSSHEAD if heading and text else outer


def _lines(text: str) -> Iterator[str]:
    """The paragraphs of a text, without the ideographic spaces that indent them; blank ones are none."""
    one = " ".join(text.replace("\xa0", " ").split("\n"))
    line = one.strip()
    if line:
        yield re.sub(r"[ \t]{2,}", " ", line)
