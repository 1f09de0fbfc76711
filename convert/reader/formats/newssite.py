"""Pages of digital newspapers and news sites, mostly of one article each → their articles.

Where a page says what is what, that is taken: schema.org data, the tags and comments of the Founder systems that most
Chinese papers use (数字报), the class names of others. Else the element with most text is the body. Only what the page
says is filled in. What stands beside the article, menus, advertisements, comments, is kept in one note.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from convert.errors import BadInputError
from convert.lexicon.traditional import simplified
from convert.model import Article, Block, BlockType, Kind, Note, Person, Role
from convert.reader import leads
from convert.reader.formats import siteplaces
from convert.reader.formats.markup import lines, seen, tidy
from convert.reader.formats.origin import Origin
from convert.reader.formats.sitetext import SitePage, blocks_of, body_of, left_out
from convert.reader.formats.sitetitles import PAPER_IN_TITLE, datings, fields
from convert.reader.names import are_names
from convert.reader.notes import NoteCode, note
from convert.reader.people import credited, people_in
from convert.reader.script import language_of
from convert.reader.shapes import Shape, shape_of

_DAY = re.compile(r"((?:18|19|20)\d\d)[-年/._]?(\d{1,2})[-月/._]?(\d{1,2})")
_PRINTED_DAY = re.compile(r"(?:18|19|20)\d\d(?:年\d{1,2}月\d{1,2}日|(?:-\d\d){2}(?!\d)|(?:/\d\d){2}(?!\d))")
_PAGE = re.compile(r"第\s*[A-Z]?0*(\d{1,3})\s*版|(?<![\d第])[A-Z]?0*(\d{1,2})\s*版(?=[:：）)\s]|$)")
_PAGE_SAID = re.compile(r"^\s*[A-Z]?0*(\d{1,3})(?!\d)")
_NAMED = re.compile(r"《\s*([^《》]{2,12}?)\s*》\s*[（(]?\s*(?:18|19|20)\d\d")
_EDITION = re.compile(r"(?:多媒体|多媒體)?(?:数字|數字|电子|電子|數位)[报報版]$")
_PLACED = re.compile(r"[／/]\s*[^\W\da-zA-Z_]{2,6}(?:报道|报导|報道|報導)")
"""The place and the word after a reporter's name: `記者劉世怡／台北報導`."""


def articles(tree: Any, origin: Origin) -> Iterator[Article]:
    """The articles of a page: mostly one; raises BadInputError for a page without any."""
    siteplaces.mark_parts(tree)
    parts = siteplaces.articles_of(tree)
    if len(parts) < 2:
        yield _article(tree, origin, 1)
        return
    paper = _paper(SitePage(tree), siteplaces.said(tree), "")
    first: Article | None = None
    for number in range(1, len(parts) + 1):
        one = _article(siteplaces.alone(tree, number), origin, number)
        one = replace(one, paper=(first or one).paper or paper, date=(first or one).date, page=(first or one).page)
        first = first or one
        yield one


def _article(tree: Any, origin: Origin, number: int) -> Article:
    page = SitePage(tree, body_of(tree))
    said = siteplaces.said(tree)
    if page.body is None and not said.get("text"):
        raise BadInputError(origin.name, *_instead(tree))
    found = fields(page, said)
    blocks = blocks_of(page) if page.body is not None else []
    blocks = blocks or [Block(BlockType.PARAGRAPH, line) for line in lines(said.get("text", ""))]
    return replace(_made(page, said, found, blocks, origin), id=origin.identifier(number))


def _instead(tree: Any) -> tuple[str, str]:
    """What a page without an article's text is, and what to save instead of it."""
    if tree.xpath("//frameset | //iframe[@src]"):
        return "a page of frames, which hold the text", "open the frame with the article by itself and save that"
    links = tree.xpath("//area[@href] | //a[contains(@href, 'content') or contains(@href, 'nw.D')]")
    if len(links) > 1:
        return "a page's list of articles without their text", "save the pages it links to"
    if tree.xpath("//script"):
        return "no article text in this web page", "save it from the browser as a complete page once the text is shown"
    return "no article text in this web page", "save the page of one article"


def _made(page: SitePage, said: dict[str, str], found: dict[str, str], blocks: list[Block], origin: Origin) -> Article:
    byline, dateline, people = _who(found["byline"], blocks, said)
    everything = tidy(seen(page.tree))
    taken = [node for node in page.tree.iter() if node in page.taken]
    beside = left_out(page, [each for node in taken for each in datings(node) if each not in page.taken])
    return Article(
        id=origin.identifier(1),
        kind=_kind(found["headline"], blocks),
        language=_language(page, said, blocks),
        paper=_paper(page, said, everything),
        date=_date(page, said, everything, origin),
        page=_number(page, said.get("page")),
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


# --- who wrote it


def _who(byline: str, blocks: list[Block], said: dict[str, str]) -> tuple[str | None, str | None, tuple[Person, ...]]:
    """Byline, dateline and people: as printed above the text, in its lead, in closing brackets and credits."""
    bylines, dateline = [byline] if byline else [], None
    bylines += _first_lines(blocks)
    people = [person for each in bylines for person in people_in(_PLACED.sub(" ", each))]
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


def _first_lines(blocks: list[Block]) -> list[str]:
    """Paragraphs that open the text and are bylines whole, taken out of it."""
    at = next((n for n, block in enumerate(blocks) if block.type is BlockType.PARAGRAPH), len(blocks))
    taken: list[str] = []
    while len(blocks) > at + 1 and blocks[at].type is BlockType.PARAGRAPH and _is_byline_line(blocks[at].text):
        taken.append(blocks.pop(at).text)
    return taken


def _is_byline_line(text: str) -> bool:
    plain = simplified(text)
    return len(text) <= 80 and (shape_of(plain) in (Shape.BYLINE, Shape.AUTHOR) or are_names(plain))


# --- when and where it was printed


def _date(page: SitePage, said: dict[str, str], everything: str, origin: Origin) -> datetime.date | None:
    """The day: by the page's data, what it prints, its address, its file's name."""
    texts = [said.get("day"), *_dated(page), *page.tree.xpath("//link[@rel='canonical']/@href")]
    texts += _PRINTED_DAY.findall(everything)[:1]
    texts += [str(each) for each in page.tree.xpath("//comment()[contains(., 'saved from url')]")]
    return next((day for text in (*texts, origin.name) if (day := _day(text))), None)


def _dated(page: SitePage) -> Iterator[str]:
    for node in page.tree.xpath(siteplaces.DATED):
        yield node if isinstance(node, str) else str(node.text_content())


def _day(text: str | None) -> datetime.date | None:
    for found in _DAY.finditer(text or ""):
        try:
            return datetime.date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def _number(page: SitePage, said: str | None) -> int | None:
    """The page's number: by its data, else the first that is printed around the text and is no link to another page."""
    found = (_PAGE.search(said) or _PAGE_SAID.search(said)) if said else None
    if not found:
        own = {page.body} if page.body is not None else set()
        printed = tidy(seen(page.tree, own | set(page.tree.xpath("//a[@href]"))))
        found = next((match for line in printed.split("\n") if (match := _PAGE.search(line))), None)
    return int(next(group for group in found.groups() if group)) if found else None


def _paper(page: SitePage, said: dict[str, str], everything: str) -> str | None:
    """The newspaper: by the page's data, as its name stands before a date, or in the window's title."""
    title = PAPER_IN_TITLE.search(tidy("".join(title.text_content() for title in page.tree.xpath("//title"))))
    printed = _NAMED.search(everything)
    named = next((tidy(seen(node)) for node in page.tree.xpath(siteplaces.PAPER)), "")
    titled = next((group for group in title.groups() if group), "") if title else ""
    name = said.get("paper") or (printed[1] if printed else None) or named or titled
    return _EDITION.sub("", name.strip()) or None


def _language(page: SitePage, said: dict[str, str], blocks: list[Block]) -> str:
    """The language that the page declares, if it is Chinese; many templates say `en` of whatever stands in them."""
    for tag in (said.get("language"), page.tree.get("lang")):
        if tag and tag.lower().startswith("zh"):
            return tag
    return language_of("".join(block.text for block in blocks))


def _kind(headline: str, blocks: list[Block]) -> Kind:
    """A photo story has a picture's caption for its text, which is its paragraph."""
    if not headline:
        return Kind.OTHER
    captions = [n for n, block in enumerate(blocks) if block.type is BlockType.CAPTION]
    if captions and not any(block.type in (BlockType.PARAGRAPH, BlockType.CROSSHEAD) for block in blocks):
        blocks[captions[0]] = Block(BlockType.PARAGRAPH, blocks[captions[0]].text)
        return Kind.PHOTO
    return Kind.NEWS
