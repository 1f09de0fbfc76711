"""The lines over the text of a newspaper's web page → titles, byline and section: by what the page says, by place, by look."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from convert.lexicon.traditional import simplified
from convert.reader.formats.markup import BLOCKS, names, seen, stands_beside, tidy
from convert.reader.formats.siteplaces import PLACES, WORDS
from convert.reader.formats.sitetext import SitePage
from convert.reader.names import are_names
from convert.reader.shapes import Shape, shape_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 80
"""Characters of the longest line over an article's text."""
_EDITION = r"(?:多媒体|多媒體)?(?:数字|數字|电子|電子|數位)[报報版]"
_PAPER = rf"[^-_|—–·\s]{{1,10}}[报報](?:{_EDITION})?"
_SORT = (
    "[日晚晨早午时時商快导導周新汇匯京]|工人|青年|农民|農民|都市|劳动|勞動|法[制治]|教育|经济|經濟|文化|科技|体育|體育"
)
_ONLY_A_PAPER = re.compile(rf"[^-_|—–·\s]{{1,8}}(?:(?:{_SORT})[报報](?:{_EDITION})?|[报報]{_EDITION})")
PAPER_IN_TITLE = re.compile(rf"[-_|—–·]\s*({_PAPER})\s*(?:[-_|—–·]|$)|^\s*({_PAPER})\s*(?:[-_|—–·]|$)")
"""The newspaper in the title of a window, behind the headline or before it."""


def fields(page: SitePage, said: dict[str, str]) -> dict[str, str]:
    """What the lines over the text say, by field; what isn't there is an empty string. Their elements are taken."""
    over = list(_over_the_text(page)) if page.body is not None else []
    return {name: _field(page, name, said.get(name), over) for name in PLACES}


def _field(page: SitePage, name: str, said: str | None, over: list[Any]) -> str:
    """What a field says, by the page's own data or by its place; an element that says it too is taken with it."""
    for node in _at_place(page, name, said, over):
        text = tidy(seen(node, page.taken | set(datings(node))))
        if not text or page.taken & {node, *node.iterancestors()} or (name == "byline" and not _is_byline(text, node)):
            continue
        if name == "headline" and _ONLY_A_PAPER.fullmatch(text):
            continue
        if said is None or _same(text, said) or (name == "byline" and _names_all(text, said)):
            page.taken.add(node)
            if name == "headline":
                page.headline = node
                return text.replace("\n", " ")
            return text
    if name == "byline" and (within := _byline_within(page, said, over)):
        return within
    if said is not None:
        return tidy(said)
    return _in_head(page)[-1] if name == "headline" else ""


def _byline_within(page: SitePage, said: str | None, over: list[Any]) -> str | None:
    """The author named inside a line that says more, as `2024年2月1日　作者：白莹　来源：某报`; it is taken out of it."""
    for node in reversed(over):
        if {node, *node.iterancestors()} & {page.body, *page.taken} or any(each in page.taken for each in node.iter()):
            continue
        match = _AUTHOR_WITHIN.search(tidy(seen(node)))
        if match and (are_names(simplified(match[1])) or match[1] == said):
            page.excerpts.append(match[0])
            return match[0]
    return None


_AUTHOR_WITHIN = re.compile(r"作者[:：]\s*([^\s，；|/]{2,12}(?:[\s、]+[^\s，；|/《（(]{2,4})*?)(?=\s|[|/《（(]|$)")


def _at_place(page: SitePage, name: str, said: str | None, over: list[Any]) -> Iterator[Any]:
    """The elements that may say it, the likeliest first."""
    for path in PLACES[name]:
        yield from page.tree.xpath(path)
    if said is not None:
        yield from reversed(over)
    if name == "headline":
        yield from _headlines(page, over)
    elif said is None:
        yield from (node for node in over if names(node) & WORDS.get(name, frozenset()))
        yield from _around_headline(page, name, over)


# --- by look


def _over_the_text(page: SitePage) -> Iterator[Any]:
    """The lines that stand before the text, each as its innermost element, without those of menus and lists of links.

    Titles and a byline that open the element of the text stand before it, too.
    """
    inside = False
    for node in page.tree.iter():
        inside = inside or node is page.body
        if not isinstance(node.tag, str) or (
            node.tag not in BLOCKS and node.tag not in ("span", "strong", "b", "font")
        ):
            continue
        length = len("".join(seen(node).split()))
        if inside and length and not _opens(page, node, length):
            return
        if any(child.tag in BLOCKS for child in node) or node.xpath("ancestor-or-self::a | .//a[@href]"):
            continue
        if any(stands_beside(each) for each in (node, *node.iterancestors("div", "ul", "ol", "section", "nav"))):
            continue
        if 0 < length <= _LONGEST:
            yield node


def _opens(page: SitePage, node: Any, length: int) -> bool:
    """Whether an element in the text is a line over it, or holds more than one line."""
    if length > _LONGEST or any(child.tag in BLOCKS or child.tag == "br" for child in node.iterdescendants()):
        return True
    text = tidy(seen(node))
    named = names(node) & frozenset().union(*WORDS.values(), _DATING)
    return bool(named) or node.tag in _HEADINGS or _by(text) or any(_same(text, title) for title in _in_head(page))


def _headlines(page: SitePage, over: list[Any]) -> Iterator[Any]:
    """What may be the headline by its look: main headings and lines that the window is titled by, titles near the text."""
    main = [node for node in page.tree.xpath("//h1") if not _is_other_line(node)]
    named = [node for node in main if _named_in_head(page, node)]
    yield from sorted(named, key=functools.partial(_named_in_head, page), reverse=True)
    for title in _in_head(page):
        yield from (node for node in reversed(over) if _same(tidy(seen(node)), title))
    yield from _near_the_text(page, [node for node in over if _rank(node) is not None and not _is_other_line(node)])
    yield from main


def _near_the_text(page: SitePage, titles: list[Any]) -> list[Any]:
    """The titles in the smallest element that holds any and the text, the largest first."""
    for around in page.body.iterancestors() if page.body is not None else ():
        near = [node for node in titles if around in node.iterancestors()]
        if near:
            return sorted(near, key=lambda node: _rank(node) or 0)
    return []


def _rank(node: Any) -> int | None:
    """How large a title an element sets, 0 the largest; None for other text."""
    words = names(node)
    if node.tag in _HEADINGS:
        level = _HEADINGS.index(node.tag) + 1
        return level - 1 if words & WORDS["headline"] else level
    if words & WORDS["headline"]:
        return 1
    if node.tag in ("strong", "b") and "".join(node.getparent().text_content().split()) == "".join(
        node.text_content().split()
    ):
        return len(_HEADINGS)
    return None


def _is_other_line(node: Any) -> bool:
    """Whether a line over the text is another than the headline: by its name, or by what it says."""
    text = tidy(seen(node))
    if names(node) & (WORDS["kicker"] | WORDS["subheadline"] | WORDS["byline"] | _DATING):
        return True
    return _by(text) or bool(_ONLY_A_PAPER.fullmatch(text) or _FOLIO.search(text))


_FOLIO = re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版|(?:18|19|20)\d\d[-年/.]\d")


def _around_headline(page: SitePage, name: str, over: list[Any]) -> Iterator[Any]:
    """Smaller headings right over the headline or right below it; for the byline, a line that is one by its form."""
    if name == "byline":
        yield from (node for node in over if shape_of(simplified(tidy(seen(node)))) in (Shape.BYLINE, Shape.AUTHOR))
    elif page.headline is not None and name in ("kicker", "subheadline"):
        for node in page.headline.itersiblings(*_HEADINGS[1:], preceding=name == "kicker"):
            if tidy(seen(node)) and node is not page.body and not _is_other_line(node):
                yield node


# --- what they say


def _named_in_head(page: SitePage, node: Any) -> int:
    """How many characters of the page's title in its head a heading has whole: a site's name is shorter than a headline."""
    text = "".join(seen(node).split())
    titles = page.tree.xpath("//title/text() | //meta[@property='og:title']/@content")
    return len(text) if any(text in "".join(title.split()) for title in titles) else 0


def _same(printed: str, said: str) -> bool:
    """Whether a printed text is the one that the page's data gives, which may cut it short; a label may stand before it."""
    one, other = ("".join(text.split()) for text in (printed, said))
    short = other.rstrip("….")
    return other in (one, _LABEL.sub("", one)) or (short not in (other, "") and one.startswith(short))


def _names_all(printed: str, said: str) -> bool:
    """Whether a printed byline names all whom the page's data name: data leave out `本报记者`, and spaces in names."""
    squeezed = "".join(printed.split())
    return _by(printed) and all(name in squeezed for name in re.split(r"[\s、，,；;]+", said) if name)


_LABEL = re.compile(r"^(?:作者|记者|記者|文|标题|標題)[:：]")


def datings(node: Any) -> list[Any]:
    """The outermost elements inside a byline that say when and where the article was printed."""
    found: list[Any] = []
    for child in node.iterchildren("*"):
        found += [child] if child.tag == "time" or names(child) & _DATING else datings(child)
    return found


_DATING = frozenset(["date", "time", "pubtime", "source", "edition", "views", "newstime"])


def _is_byline(text: str, node: Any) -> bool:
    """Whether a short text is about who wrote: an element's name alone is not enough where it is a common one."""
    if len(text) > _LONGEST or _by(text):
        return len(text) <= _LONGEST
    named = bool(names(node) & WORDS["byline"]) or node.tag == "founder-author"
    return named and not _FOLIO.search(text) and not _ONLY_A_PAPER.fullmatch(text)


def _by(text: str) -> bool:
    plain = simplified(text)
    return are_names(plain) or shape_of(plain) in (Shape.BYLINE, Shape.AUTHOR, Shape.CREDIT)


_SITE = re.compile(r"\s*(?:[-_|–]{1,2}|—(?!—))\s*(?=[^-_|–—]{2,14}$)")
"""Before the name of a site, or of a part of it, that stands behind the headline."""


def _in_head(page: SitePage) -> list[str]:
    """What the page's head gives as title, whole and without each of the names behind it; an empty text last of nothing."""
    found: list[str] = []
    for each in page.tree.xpath("//meta[@property='og:title']/@content | //title/text()"):
        text = tidy(each)
        while text and not _ONLY_A_PAPER.fullmatch(text):
            found.append(text)
            shorter = _SITE.split(text)[0].strip()
            text = shorter if shorter != text else ""
    return found or [""]
