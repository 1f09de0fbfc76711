"""Where the pages of digital newspapers say what is what: places in the page, Founder's comments, schema.org data."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from convert.reader.formats.markup import tidy

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"


def _by_class(*named: str) -> str:
    return "//*[" + " or ".join(f"{_CLASS.format(name)} or @id='{name}'" for name in named) + "]"


_MAIN = "//*[contains(@class, 'article') or contains(@class, 'text_c')]//h1"
"""The main title of 人民日报 and of those who build like it; the lines around it are of h2 and h3."""

PLACES: dict[str, tuple[str, ...]] = {
    "headline": (
        "//founder-title",
        _by_class("article-title", "articleTitle", "article_title", "article-content__title", "main-title", "bt1"),
        _by_class("entry-title", "post-title", "news-title", "newsTitle", "headline", "font01"),
        _MAIN, "//article//h1", "//main//h1",
    ),
    "kicker": (
        "//founder-introtitle", _by_class("introtitle", "intro-title", "introTitle", "yinti", "kicker", "jianti"),
        f"{_MAIN}/preceding-sibling::h3", f"{_MAIN}/preceding-sibling::h2", "//*[@id='PreTitle' or @id='pretitle']",
        f"//td[{_CLASS.format('font02')}][following::td[{_CLASS.format('font01')}]]",
    ),
    "subheadline": (
        "//founder-subtitle", _by_class("subtitle", "sub-title", "subTitle", "article-subtitle", "futi"),
        "//*[@id='SubTitle']", f"{_MAIN}/following-sibling::h2", f"{_MAIN}/following-sibling::h3[1][following-sibling::*[@id='ozoom']]",
        f"//td[{_CLASS.format('font02')}][preceding::td[{_CLASS.format('font01')}]][string-length(normalize-space()) > 6]",
    ),
    "byline": (
        "//founder-author", _by_class("author", "byline", "zuozhe", "article-content__author", "article-author"),
        _by_class("sec"), f"//td[{_CLASS.format('font02')}][preceding::td[{_CLASS.format('font01')}]]",
        "//*[@itemprop='author' or @rel='author']",
    ),
    "section": (_by_class("column-name", "lanmu", "column_name"),),
}  # fmt: skip
"""The surest place first: Founder's tags, class names of single papers, the shape that many share."""

WORDS = {
    "headline": frozenset(["title", "headline", "biaoti", "zhengti", "zhubiaoti", "ctitle"]),
    "kicker": frozenset(["introtitle", "pretitle", "pre", "intro", "yinti", "jianti", "kicker", "shoulder"]),
    "subheadline": frozenset(["subtitle", "sub", "subheadline", "futi", "futitle", "fubiaoti"]),
    "byline": frozenset(["author", "authors", "cauthor", "byline", "zuozhe", "bianji"]),
}  # fmt: skip
"""Words in the class or id of the line that says it, in whatever way a system puts them together."""

BODY = (
    "//founder-content", "//cms-content", "//*[@id='articleContent']", "//*[@id='ArticleContent']", "//*[@id='ozoom']",
    "//*[@id='zoom' or @id='ccontent' or @id='detailContent' or @id='js_content']", _by_class("newsdetatext", "rm_txt_con", "TRS_Editor", "left_zw"),
    "//*[@itemprop='articleBody']",
    _by_class("article-content", "articleContent", "article_content", "article-body", "article-content__editor", "boxTitle"),
    _by_class("entry-content", "post-content", "post-body", "news-content", "newsContent", "content_area", "text_area"),
    "//article", _by_class("content"),
)  # fmt: skip
CAPTIONS = (
    "self::figcaption or contains(@class, 'caption') or contains(@class, 'picture') or contains(@class, 'tuzhu') or"
    " contains(@class, 'photo-desc') or (self::td and ancestor::table[.//img] and not(.//img) and not(.//p[4]))"
)
DATED = (
    "//meta[@property='article:published_time' or @name='publishdate' or @name='pubdate' or @name='date']/@content"
    " | //*[@itemprop='datePublished']/@content | //time/@datetime | //time | //*[@id='paperdate' or @id='pubtime_baidu']"
    " | " + _by_class("date", "pubtime", "entry-date", "time")
)
PAPER = _by_class("paper-name", "papername", "paperName")

_EMBEDDED = {
    "title": "headline",
    "introtitle": "kicker",
    "subtitle": "subheadline",
    "author": "byline",
    "date": "day",
    "nodename": "page",
    "pagenum": "page",
    "papername": "paper",
}
"""Founder's property comment, `<!--enpproperty <title>…</title> … /enpproperty-->`: its names and ours.

Newer systems write them with `founder-` before: `<founder-title>`.
"""
_PROPERTY = re.compile(r"<((?:founder-)?\w+)>(.*?)</\1>", re.DOTALL)

_ENCLOSED = {
    "enpcontent": "founder-content",
    "<npm:article-content>": "founder-content",
    "<npm:article-title>": "founder-title",
    "<npm:article-pretitle>": "founder-introtitle",
    "<npm:article-subtitle>": "founder-subtitle",
    "<npm:article-author>": "founder-author",
}
"""Comments that stand before a part of the article, and Founder's element of the same part."""


def mark_parts(tree: Any) -> None:
    """Give what stands between comments, as `<!--enpcontent-->` and `<!--/enpcontent-->`, an element of its own."""
    for comment in tree.xpath("//comment()"):
        said = (comment.text or "").strip()
        if said in _ENCLOSED:
            closing = said.replace("<", "</") if "<" in said else f"/{said}"
            _enclose(comment, closing, _ENCLOSED[said])


def _enclose(opening: Any, closing: str, tag: str) -> None:
    """Put all from a comment to the last of those that close it into an element, unless it is in one of the kind."""
    between = list(opening.itersiblings())
    ends = [n for n, node in enumerate(between) if callable(node.tag) and (node.text or "").strip() == closing]
    if not ends or opening.xpath(f"ancestor::{tag}") or any(each.tag == tag for each in between):
        return
    part = opening.makeelement(tag)
    part.text, opening.tail = opening.tail, None
    part.extend(between[: ends[-1]])
    opening.addnext(part)


def articles_of(tree: Any) -> list[Any]:
    """The `article` elements of a page that holds several with their text; a heading that is a link stands over a teaser."""
    headed = ".//h1 | .//h2 | .//h3 | .//h4"
    return [
        node
        for node in tree.xpath("//article[not(ancestor::article)]")
        if any(not head.xpath("ancestor::a | .//a") and tidy(head.text_content()) for head in node.xpath(headed))
        and sum(len(each.text_content().strip()) for each in node.iter("p")) > 40
    ]


def alone(tree: Any, number: int) -> Any:
    """A copy of a page with the n-th of its articles; all that stands around them is left to the first."""
    page = copy.deepcopy(tree)
    every = articles_of(page)
    wanted = every[number - 1]
    if number == 1:
        for other in every[1:]:
            other.drop_tree()
    else:
        body = next(wanted.iterancestors("body"))
        body[:], body.text, wanted.tail = [wanted], None, None
    for node in page.xpath("//title | //meta[@property='og:title'] | //script"):
        node.drop_tree()
    return page


def said(tree: Any) -> dict[str, str]:
    """What the page's data say of the article, by our field names: schema.org's before Founder's before the head's."""
    every = {**_head(tree), **_embedded(tree), **_linked_data(tree)}
    return {name: value for name, value in every.items() if value}


def _head(tree: Any) -> dict[str, str]:
    paths = {
        "paper": "//meta[@property='og:site_name']/@content",
        "section": "//meta[@property='article:section']/@content",
    }
    return {name: tidy(next(iter(tree.xpath(path)), "")) for name, path in paths.items()}


def _embedded(tree: Any) -> dict[str, str]:
    for comment in tree.xpath("//comment()[contains(., 'enpproperty')]"):
        told = _PROPERTY.findall(comment.text)
        values = {tag.removeprefix("founder-"): tidy(_plain(value)) for tag, value in told}
        return {ours: values[theirs] for theirs, ours in _EMBEDDED.items() if values.get(theirs)}
    return {}


def _plain(value: str) -> str:
    """A value without the marks of line breaks that it may hold."""
    return re.sub(r"<!\[CDATA\[|\]\]>|<[^>]*>", "", re.sub(r"<br\s*/?>", "\n", value, flags=re.IGNORECASE))


def _linked_data(tree: Any) -> dict[str, str]:
    """schema.org's `NewsArticle` or `Article` of a JSON-LD script (https://schema.org/NewsArticle)."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script, strict=False)
        except ValueError:
            continue
        for value in _objects(found):
            if re.search("Article|BlogPosting", str(value.get("@type"))):
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
    authors = [
        each if isinstance(each, str) else each.get("name") for each in _list(value.get("author")) if _is_person(each)
    ]
    publisher = next((each.get("name") for each in _list(value.get("publisher")) if isinstance(each, dict)), None)
    fields = {
        "headline": value.get("headline"),
        "day": value.get("datePublished"),
        "language": value.get("inLanguage"),
        "section": value.get("printSection") or _first_text(value.get("articleSection")),
        "page": str(value["printPage"]) if value.get("printPage") else None,
        "paper": next((each.get("name") for each in _list(value.get("isPartOf")) if isinstance(each, dict)), None)
        or publisher,
        "people": "\n".join(name for name in authors if isinstance(name, str)),
        "text": value.get("articleBody"),
    }
    return {name: field for name, field in fields.items() if isinstance(field, str)}


def _is_person(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and "Organization" not in str(value.get("@type")))


def _first_text(value: Any) -> Any:
    return next((each for each in _list(value) if isinstance(each, str)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []
