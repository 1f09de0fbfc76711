"""Text of HTML elements: whole, in lines, and what stands beside an article."""

import re
from collections.abc import Container, Iterator
from typing import Any

BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav",
     "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul", "founder-title", "founder-content",
     "founder-introtitle", "founder-subtitle", "founder-author"]
)  # fmt: skip
"""Elements that stand on lines of their own."""
UNSEEN = frozenset(["script", "style", "noscript", "template", "iframe", "object", "svg", "head", "select", "map"])
"""Elements whose text is not on the page."""


def whole(node: Any) -> str:
    """All text of a node as it stands; a `br` is a line feed."""
    parts = [node.text or ""]
    for child in node:
        parts.append("\n" if child.tag == "br" else whole(child) if isinstance(child.tag, str) else "")
        parts.append(child.tail or "")
    return "".join(parts)


def is_unseen(node: Any) -> bool:
    """Whether an element's text is not on the page: a comment, a script, something hidden."""
    if not isinstance(node.tag, str) or node.tag in UNSEEN or node.get("hidden") is not None:
        return True
    return "display:none" in (node.get("style") or "").replace(" ", "").lower()


def seen(node: Any, without: Container[Any] = ()) -> str:
    """The text of a node that is on the page, without that of some elements; elements of their own lines are divided."""
    parts: list[str] = []
    _gather(node, without, parts)
    return "".join(parts)


def _gather(node: Any, without: Container[Any], parts: list[str]) -> None:
    parts.append(_flat(node.text))
    for child in node:
        if child.tag == "br":
            parts.append("\n")
        elif child not in without and not is_unseen(child):
            around = "\n" if child.tag in BLOCKS else ""
            parts.append(around)
            _gather(child, without, parts)
            parts.append(around)
        parts.append(_flat(child.tail))


def _flat(text: str | None) -> str:
    """Text without the line feeds of the source's layout, which are spaces."""
    return re.sub(r"[\t\n\r\f ]+", " ", text or "")


def lines(text: str) -> Iterator[str]:
    """The lines of a text that are not blank, without the spaces around them: ideographic spaces indent."""
    for line in text.replace("\xa0", " ").split("\n"):
        if line.strip():
            yield re.sub(r"[ \t]{2,}", " ", line.strip())


def tidy(text: str) -> str:
    """The lines of a text in one."""
    return "\n".join(lines(text))


_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def names(node: Any) -> set[str]:
    """The words that an element's classes and id are made of: `wp-block-image` and `shareBox` are several."""
    said = f"{node.get('class') or ''} {node.get('id') or ''}"
    return {word.lower() for word in _WORDS.findall(said)}


_BESIDE = frozenset(
    ["ad", "ads", "adv", "advert", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs",
     "comment", "comments", "copyright", "crumb", "crumbs", "disqus", "fenxiang", "footer", "gg", "guanggao",
     "login", "menu", "nav", "navbar", "navigation", "newsletter", "next", "pager", "pagination", "pinglun",
     "popular", "prev", "qrcode", "rank", "ranking", "recommend", "recommended", "related", "relevant", "respond",
     "search", "share", "sharedaddy", "sharing", "sidebar", "social", "sponsor", "subscribe", "tag", "tags",
     "toolbar", "widget", "xgxw", "xiangguan"]
)  # fmt: skip
_BESIDE_TAGS = frozenset(["nav", "aside", "footer", "form", "button", "label", "input", "textarea", "time"])


def stands_beside(node: Any) -> bool:
    """Whether an element inside an article's text is no part of it: its name says so, or it is a list of links."""
    if node.tag in _BESIDE_TAGS or any(name in _BESIDE or name.endswith("related") for name in names(node)):
        return True
    links = node.findall(".//a") if node.tag in ("ul", "ol", "div", "p", "section", "table") else []
    if len(links) < 2:
        return False
    linked = sum(len("".join(link.text_content().split())) for link in links)
    return linked > 0.8 * len("".join(node.text_content().split()))
