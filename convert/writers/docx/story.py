"""An article as the paragraphs of a document: which of its parts stands in which style."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from convert.model import Article, Block, BlockType
from convert.writers.docx.wording import Wording, day

STYLE_OF = {
    BlockType.PARAGRAPH: "Body Text",
    BlockType.CROSSHEAD: "Crosshead",
    BlockType.CAPTION: "caption",
    BlockType.CREDIT: "Credit",
}
_OPENING = re.compile("[^，。；：！？!?,;:\n\r\t]{1,20}")


class Line(NamedTuple):
    """A paragraph: the style's name, its text, and what stands before it in a style of its own."""

    style: str
    text: str
    dateline: str = ""


def label(article: Article) -> str:
    """What an article is called in the table of contents: its headline on one line.

    One without a headline is called by its opening words in the brackets that cataloguers give a title they supply.
    """
    if article.headline and article.headline.strip():
        return article.headline
    for text in (article.kicker, article.subheadline, *(block.text for block in article.body)):
        found = _OPENING.search((text or "").strip())
        if found:
            return f"〔{found[0].strip()}……〕"
    return "〔……〕"


def head(article: Article, words: Wording, headline: str) -> Iterator[Line]:
    """The paragraphs over the text; `headline` is the style of the headline."""
    if article.kicker:
        yield Line("Kicker", article.kicker)
    yield Line(headline, label(article))
    if article.subheadline:
        yield Line("Subheadline", article.subheadline)
    if article.byline:
        yield Line("Byline", article.byline)
    source = source_line(article, words)
    if source:
        yield Line("Source Line", source)


def source_line(article: Article, words: Wording) -> str:
    """Where an article was printed: paper, date, page, section, as far as they are known."""
    parts = [
        article.paper,
        day(article.date) if article.date else None,
        words.page.format(article.page) if article.page is not None else None,
        *(article.section.split("\n") if article.section else ()),
    ]
    return " · ".join(part for part in parts if part)


def text(article: Article, blocks: tuple[Block, ...], words: Wording) -> Iterator[Line]:
    """The paragraphs of the text, with the dateline at the head of the first and the jumps at both ends."""
    if article.continued_from is not None:
        yield Line("Jump", words.continued_from.format(article.continued_from))
    dateline = f"{article.dateline}　" if article.dateline else ""
    for block in blocks:
        if dateline and block.type is BlockType.PARAGRAPH:
            yield Line("Body Text", block.text, dateline)
            dateline = ""
        else:
            yield Line(STYLE_OF[block.type], block.text)
    if dateline:
        yield Line("Body Text", "", dateline)
    if article.continues_on is not None:
        yield Line("Jump", words.continues_on.format(article.continues_on))
