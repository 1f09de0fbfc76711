"""Pages of digital newspapers and news sites, one article each → the article.

Where a page says what is what, that is taken: schema.org data, the tags and comments of the Founder systems that most
Chinese papers use (数字报), the class names of others. Else the element with most text is the body. Only what the page
says is filled in. What stands beside the article, menus, advertisements, comments, is kept in one note.
"""

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from convert.errors import BadInputError
from convert.lexicon.traditional import simplified
from convert.model import Article, Block, BlockType, Kind, Note, Person, Role
from convert.reader import leads
from convert.reader.formats import siteplaces
from convert.reader.formats.markup import BLOCKS, is_unseen, lines, names, seen, stands_beside, tidy
from convert.reader.formats.origin import Origin
from convert.reader.formats.siteplaces import BODY, CAPTIONS, PLACES
from convert.reader.names import are_names
from convert.reader.notes import NoteCode, note
from convert.reader.people import credited, people_in
from convert.reader.shapes import Shape, shape_of

_DAY = re.compile(r"((?:18|19|20)\d\d)[-年/._]?(\d{1,2})[-月/._]?(\d{1,2})")
_PAGE = re.compile(
    r"(?:第\s*[A-Z]?0*(\d{1,3})\s*版|(?<![\d第])[A-Z]?0*(\d{1,2})\s*版(?=[:：）)\s]|$)|^\s*[A-Z]?0*(\d{1,3})\s*$)"
)
_NAMED = re.compile(r"《([^《》]{2,12})》\s*[（(]?\s*(?:18|19|20)\d\d")
_TITLED = re.compile(r"[-_|—–·]\s*([^-_|—–·]{2,10}[报報])\s*$")


@dataclass(slots=True)
class _Page:
    """A page while it is taken apart: what was taken of it so far, and the element that holds the article's text."""

    tree: Any
    body: Any = None
    taken: set[Any] = field(default_factory=set)
    """Elements whose text is in a field."""
    pictures: set[Any] = field(default_factory=set)
    """Elements outside the article's text whose captions are blocks."""
    beside: list[Any] = field(default_factory=list)
    """Elements inside the article's text that are no part of it."""


def article(tree: Any, origin: Origin) -> Article:
    """The article of a page; raises BadInputError for a page without one."""
    page = _Page(tree, _body_node(tree))
    said = siteplaces.said(tree)
    if page.body is None and not said.get("text"):
        links = len(tree.xpath("//area[@href]")) or len(
            tree.xpath("//a[contains(@href, 'content') or contains(@href, 'nw.D')]")
        )
        if links > 1:
            raise BadInputError(
                origin.name, "a page's list of articles without their text", "save the pages it links to"
            )
        raise BadInputError(origin.name, "no article text in this web page", "save the page of one article")
    found = {name: _field(page, name, said.get(name)) for name in PLACES}
    blocks = _blocks(page) if page.body is not None else []
    blocks = blocks or [Block(BlockType.PARAGRAPH, line) for line in lines(said.get("text", ""))]
    return _made(page, said, found, blocks, origin)


def _made(page: _Page, said: dict[str, str], found: dict[str, str], blocks: list[Block], origin: Origin) -> Article:
    byline, dateline, people = _who(found["byline"], blocks, said)
    everything = tidy(seen(page.tree))
    beside = _left_out(page)
    return Article(
        id=origin.identifier(1),
        kind=_kind(found["headline"], blocks),
        language=said.get("language") or page.tree.get("lang") or "zh-Hans",
        paper=_paper(page, said, everything),
        date=_date(page, said, everything, origin),
        page=_number(said.get("page"), beside) or _number(None, everything),
        section=found["section"] or None,
        kicker=found["kicker"] or None,
        headline=found["headline"] or None,
        subheadline=found["subheadline"] or None,
        byline=byline,
        dateline=dateline,
        people=people,
        body=tuple(blocks),
        source=(origin.source(),),
        notes=(Note(NoteCode.LEFT_OUT, note(NoteCode.LEFT_OUT).message, None, beside),) if beside else (),
    )


# --- titles and byline


def _field(page: _Page, name: str, said: str | None) -> str:
    """What a field says, by the page's own data or by its place; an element that says it too is taken with it."""
    for node in _at_place(page, name):
        text = tidy(seen(node, page.taken | set(_datings(node))))
        if not text or node in page.taken or (name == "byline" and not _is_byline(text, node)):
            continue
        if said is None or _same(text, said):
            page.taken.add(node)
            return text.replace("\n", " ") if name == "headline" else text
    if said is not None:
        return tidy(said)
    return _unprinted_title(page) if name == "headline" else ""


def _at_place(page: _Page, name: str) -> Iterator[Any]:
    for path in PLACES[name]:
        yield from page.tree.xpath(path)
    if name == "headline":
        yield from sorted(page.tree.xpath("//h1"), key=functools.partial(_named_in_head, page), reverse=True)


def _named_in_head(page: _Page, node: Any) -> int:
    """How many characters of the page's title in its head a heading has whole: a site's name is shorter than a headline."""
    text = "".join(seen(node).split())
    titles = page.tree.xpath("//title/text() | //meta[@property='og:title']/@content")
    return len(text) if any(text in "".join(title.split()) for title in titles) else 0


def _same(printed: str, said: str) -> bool:
    """Whether a printed text is the one that the page's data gives, which may cut it short."""
    one, other = ("".join(text.split()) for text in (printed, said))
    return one == other or (other.rstrip("….") != other and one.startswith(other.rstrip("….")))


def _datings(node: Any) -> list[Any]:
    """The outermost elements inside a byline that say when and where the article was printed."""
    found: list[Any] = []
    for child in node.iterchildren("*"):
        found += [child] if child.tag == "time" or names(child) & _DATING else _datings(child)
    return found


_DATING = frozenset(["date", "time", "pubtime", "source", "edition", "views"])


def _is_byline(text: str, node: Any) -> bool:
    """Whether a short text is about who wrote: an element's name alone is not enough where it is a common one."""
    return len(text) <= 80 and (
        bool(names(node) & {"author", "byline", "zuozhe"}) or node.tag == "founder-author" or _by(text)
    )


def _by(text: str) -> bool:
    plain = simplified(text)
    return are_names(plain) or shape_of(plain) in (Shape.BYLINE, Shape.AUTHOR, Shape.CREDIT)


def _unprinted_title(page: _Page) -> str:
    """The title that only the page's head gives, without the name of the site behind it."""
    for path in ("//meta[@property='og:title']/@content", "//title"):
        for each in page.tree.xpath(path):
            text = tidy(each if isinstance(each, str) else each.text_content())
            if text:
                return re.split(r"\s*(?:[-_|–]{1,2}|—(?!—))\s*(?=[^-_|–—]{2,12}$)", text)[0].strip() or text
    return ""


def _who(byline: str, blocks: list[Block], said: dict[str, str]) -> tuple[str | None, str | None, tuple[Person, ...]]:
    """Byline, dateline and people: as printed above the text, in its lead, in closing brackets and credits."""
    bylines, people, dateline = [byline] if byline else [], [*people_in(byline)] if byline else [], None
    texts = [n for n, block in enumerate(blocks) if block.type is BlockType.PARAGRAPH]
    if texts:
        lead = leads.take_lead(blocks[texts[0]].text)
        if lead.dateline or lead.byline:
            blocks[texts[0]] = Block(BlockType.PARAGRAPH, lead.rest)
            dateline = lead.dateline
            bylines += [lead.byline] if lead.byline else []
            people += lead.people
        rest, closing = leads.take_closing(blocks[texts[-1]].text)
        if closing and (rest or len(texts) > 1):
            blocks[texts[-1] : texts[-1] + 1] = [Block(BlockType.PARAGRAPH, rest)] if rest else []
            bylines.append(closing.text)
            people += closing.people
    people += [person for block in blocks if block.type is BlockType.CREDIT for person in credited(block.text)]
    if not people:
        people = [Person(name, Role.AUTHOR) for name in said.get("people", "").split("\n") if name]
    return "\n".join(bylines) or None, dateline, tuple(dict.fromkeys(people))


# --- when and where it was printed


def _date(page: _Page, said: dict[str, str], everything: str, origin: Origin) -> datetime.date | None:
    """The day: by the page's data, what it prints, its address, its file's name."""
    texts = [said.get("day"), *_dated(page), *page.tree.xpath("//link[@rel='canonical']/@href")]
    texts += re.findall(r"(?:18|19|20)\d\d年\d{1,2}月\d{1,2}日", everything)[:1]
    texts += [str(each) for each in page.tree.xpath("//comment()[contains(., 'saved from url')]")]
    return next((day for text in (*texts, origin.name) if (day := _day(text))), None)


def _dated(page: _Page) -> Iterator[str]:
    for node in page.tree.xpath(siteplaces.DATED):
        yield node if isinstance(node, str) else str(node.text_content())


def _day(text: str | None) -> datetime.date | None:
    for found in _DAY.finditer(text or ""):
        try:
            return datetime.date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def _number(said: str | None, printed: str) -> int | None:
    """The page's number: by its data, else the first that is printed."""
    found = _PAGE.search(said or "") or next(
        (m for line in printed.split("\n") if (m := _PAGE.search(line)) and "版" in m[0]), None
    )
    return int(next(group for group in found.groups() if group)) if found else None


def _paper(page: _Page, said: dict[str, str], everything: str) -> str | None:
    """The newspaper: by the page's data, as its name stands before a date, or ends the window's title."""
    titles = _TITLED.search(tidy("".join(title.text_content() for title in page.tree.xpath("//title"))))
    printed = _NAMED.search(everything)
    named = next((tidy(seen(node)) for node in page.tree.xpath(siteplaces.PAPER)), "")
    return said.get("paper") or (printed[1] if printed else None) or named or (titles[1].strip() if titles else None)


# --- the text


def _body_node(tree: Any) -> Any:
    """The element that holds the article's text: where its place is known, else that with most text in paragraphs."""
    for path in BODY:
        for node in tree.xpath(path):
            if len("".join(seen(node).split())) > 20 and not stands_beside(node):
                return node
    parents = {p.getparent() for p in tree.xpath("//p[string-length(normalize-space()) > 20]")}
    possible = [
        node
        for node in parents
        if not any(stands_beside(each) for each in (node, *node.iterancestors("div", "section", "nav", "footer")))
    ]
    return max(possible, key=lambda node: sum(len(p.text_content()) for p in node.findall("p")), default=None)


def _blocks(page: _Page) -> list[Block]:
    """The blocks of the article's text, and of the pictures that stand between its headline and the text, or below it."""
    above, below = _pictures(page)
    parts = [_walked(page, node, BlockType.CAPTION) for node in above]
    parts.append(_walked(page, page.body, BlockType.PARAGRAPH))
    parts += [_walked(page, node, BlockType.CAPTION) for node in below]
    return [block for part in parts for block in part]


def _pictures(page: _Page) -> tuple[list[Any], list[Any]]:
    """Pictures with their captions outside the text, in the element that holds headline and text; above and below it."""
    around = set(page.body.iterancestors())
    holder = next(
        (each for node in page.taken for each in node.iterancestors("div", "article", "main") if each in around), None
    )
    found: tuple[list[Any], list[Any]] = ([], [])
    if holder is None:
        return found
    below = False
    for node in holder.iterdescendants():
        below = below or node is page.body
        if (
            _is_picture(node)
            and node not in around
            and not ({node, *node.iterancestors()} & {page.body, *page.taken, *page.pictures})
        ):
            found[below].append(node)
            page.pictures.add(node)
    return found


def _is_picture(node: Any) -> bool:
    """Whether an element is a picture with a few words, not a table by which a page is laid out."""
    if (
        node.tag not in ("figure", "table")
        or not node.xpath(".//img")
        or node.xpath(".//table | .//a[normalize-space()]")
    ):
        return False
    return len("".join(seen(node).split())) < 200


def _walked(page: _Page, root: Any, outer: BlockType) -> list[Block]:
    """Paragraphs of an element's innermost blocks, a `br` ending one; headings and short bold lines are crossheads."""
    blocks: list[Block] = []
    waiting: list[str] = []

    def finish(kind: BlockType) -> None:
        blocks.extend(_block(kind, line) for line in lines(" ".join("".join(waiting).split("\n"))))
        waiting.clear()

    def walk(node: Any, kind: BlockType) -> None:
        waiting.append(node.text or "")
        for child in node:
            if child.tag == "br":
                finish(kind)
            elif child in page.taken or is_unseen(child):
                pass
            elif stands_beside(child) or child.tag == "h1":
                page.beside.append(child)
            elif child.tag in BLOCKS:
                finish(kind)
                inner = _type(child, kind)
                walk(child, inner)
                finish(inner)
            else:
                walk(child, kind)
            waiting.append(child.tail or "")

    walk(root, outer)
    finish(outer)
    return blocks


def _block(kind: BlockType, text: str) -> Block:
    """A block of its type; a line that names a photographer is a credit."""
    is_credit = kind in (BlockType.PARAGRAPH, BlockType.CAPTION) and shape_of(simplified(text)) is Shape.CREDIT
    return Block(BlockType.CREDIT if is_credit else kind, text)


def _type(node: Any, outer: BlockType) -> BlockType:
    if outer is BlockType.CAPTION or node.xpath(CAPTIONS):
        return BlockType.CAPTION
    text = "".join(node.text_content().split())
    bold = "".join("".join(each.text_content().split()) for each in node.xpath("./strong | ./b"))
    heading = node.tag in ("h2", "h3", "h4", "h5", "h6") or (
        text == bold and len(text) <= 30 and text[-1:] not in "。！？…”"
    )
    return BlockType.CROSSHEAD if heading and text else outer


def _kind(headline: str, blocks: list[Block]) -> Kind:
    """A photo story has a picture's caption for its text, which is its paragraph."""
    if not headline:
        return Kind.OTHER
    captions = [n for n, block in enumerate(blocks) if block.type is BlockType.CAPTION]
    if captions and not any(block.type in (BlockType.PARAGRAPH, BlockType.CROSSHEAD) for block in blocks):
        blocks[captions[0]] = Block(BlockType.PARAGRAPH, blocks[captions[0]].text)
        return Kind.PHOTO
    return Kind.NEWS


def _left_out(page: _Page) -> str:
    """The text on the page that is in no field: around the article, beside its text, and the dating of its byline."""
    own = {page.body} if page.body is not None else set()
    around = seen(page.tree, page.taken | page.pictures | own)
    datings = [seen(each) for node in page.taken for each in _datings(node) if each not in page.taken]
    inside = [seen(node, page.taken) for node in page.beside]
    return tidy("\n".join((around, *datings, *inside)))
