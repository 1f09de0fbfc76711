"""An article as WordprocessingML, and what its paragraphs measure."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from convert.model import Article, Block
from convert.writers.docx import markup
from convert.writers.docx.evening import indents
from convert.writers.docx.pagination import Block as Measured
from convert.writers.docx.pagination import Metrics
from convert.writers.docx.sheet import Sheet
from convert.writers.docx.story import STYLE_OF, Line, head, text
from convert.writers.docx.wording import Wording

ANCHORS = ("_Toc", "entry", "article")
"""What the bookmarks of an article are called, the article's number behind it; each has a number of its own."""
_LINES = 24
"""How many bits of a measure count lines; the rest is the style's number."""
_BODY = "Body Text"
"""The style of paragraphs that a reference stands behind; behind others it would be none of theirs."""
_ANY_PAGE = "00"
"""Stands for a page number where a reference is measured."""
_UNDER_KICKER = '<w:spacing w:before="0"/>'
"""A headline stands close to its kicker."""


class Plan(Struct, frozen=True, kw_only=True):
    """How an article is rendered in one place of the document."""

    headline: str
    """The style of the headline."""
    columns: int = 1
    width: int
    """Of a column of text, in twentieths of a point."""
    whole_width: int
    """Of the page's text."""
    contents: bool = True
    """Whether the table of contents links here."""
    anchor: str = ""
    """What other places link to, the article's number behind it."""
    other: str = ""
    """The anchor of the place that this one links to."""
    phrase: tuple[str, str] = ("", "")
    """The link's words before and after the page number."""
    crosshead_level: int | None = None
    """The outline level of crossheads, where it is not their style's."""
    breaks: tuple[str, str] = ("", "")
    """The properties of the sections that end with the head and with the text, where they are in columns."""


class Rendered(NamedTuple):
    """An article's XML before and after the page that it refers to, and the measures of its head and its text."""

    before: str
    after: str
    head: array[int]
    body: array[int]


class _Style(NamedTuple):
    """What is needed of a style for each of its paragraphs."""

    opening: str
    code: int
    metrics: Metrics


class Renderer:
    """Renders articles with the styles of one document."""

    def __init__(self, sheet: Sheet, words: Wording) -> None:
        """`sheet` gives the ids and the measures of the styles, `words` what is said beside the articles' text."""
        self._sheet = sheet
        self._words = words
        self._metrics: list[Metrics] = []
        self._styles: dict[str, _Style] = {}

    def prepare(self, plans: Iterable[Plan]) -> None:
        """Number all styles that articles can have, so that measures mean the same in forks of this process."""
        for name in (*STYLE_OF.values(), "Kicker", "Subheadline", "Byline", "Source Line", "Jump", "Reference Line"):
            self._style(name)
        for plan in plans:
            self._style(plan.headline)
            self._under_kicker(plan.headline)

    def render(self, article: Article, blocks: tuple[Block, ...], number: int, plan: Plan) -> Rendered:
        """Render one article, `number` its place in the volume."""
        over, over_measures = self._head(article, number, plan)
        lines = list(text(article, blocks, self._words))
        if not plan.other:
            under, under_measures = self._text(lines, plan)
            return Rendered("".join((*over, *under)), "", over_measures, under_measures)
        opening, closing = self._reference(plan, number)
        if plan.columns == 1 and lines and lines[-1].style == _BODY:
            under, under_measures = self._text(lines, plan, _ANY_PAGE.join(plan.phrase))
            under[-1] = under[-1].removesuffix("</w:p>")
        else:
            under, under_measures = self._text(lines, plan)
            style = self._style("Reference Line")
            under_measures.append(style.code | 1)
            opening = f"{style.opening}{plan.breaks[1]}</w:pPr>{opening}"
        return Rendered("".join((*over, *under, opening)), f"{closing}</w:p>", over_measures, under_measures)

    def measures(self, codes: Iterable[int]) -> Iterator[Measured]:
        """An article's measures spelled out."""
        for code in codes:
            yield self._metrics[code >> _LINES], code & ((1 << _LINES) - 1)

    def _style(self, name: str) -> _Style:
        found = self._styles.get(name)
        if found is None:
            found = self._new_style(name, name, self._sheet.measures(name))
        return found

    def _new_style(self, key: str, name: str, metrics: Metrics) -> _Style:
        opening = f'<w:p><w:pPr><w:pStyle w:val="{self._sheet.id(name)}"/>'
        self._styles[key] = found = _Style(opening, len(self._metrics) << _LINES, metrics)
        self._metrics.append(metrics)
        return found

    def _under_kicker(self, name: str) -> _Style:
        """The style of a headline below a kicker, which measures less."""
        key = f"{name} under kicker"
        found = self._styles.get(key)
        return found or self._new_style(key, name, replace(self._sheet.measures(name), before=0))

    def _head(self, article: Article, number: int, plan: Plan) -> tuple[list[str], array[int]]:
        """The paragraphs over the text; the last one ends the section where the text is in columns."""
        lines = list(head(article, self._words, plan.headline))
        measures = array("I")
        parts: list[str] = []
        kicker = False
        for line in lines:
            style, properties, content = self._style(line.style), "", markup.runs(line.text)
            if line.style == plan.headline:
                content = _anchored(content, plan, number)
                if kicker:
                    style, properties = self._under_kicker(line.style), _UNDER_KICKER
            if line.style in (plan.headline, "Kicker", "Subheadline"):
                properties += indents(line.text, style.metrics, plan.whole_width)
            kicker = line.style == "Kicker"
            if line is lines[-1]:
                properties += plan.breaks[0]
            parts.append(f"{style.opening}{properties}</w:pPr>{content}</w:p>")
            measures.append(style.code | style.metrics.lines(line.text, plan.whole_width))
        return parts, measures

    def _text(self, lines: list[Line], plan: Plan, behind: str = "") -> tuple[list[str], array[int]]:
        """The paragraphs of the text; the last one ends the section where they are in columns.

        `behind` is what will stand behind the last one's text.
        """
        measures = array("I")
        parts: list[str] = []
        level = "" if plan.crosshead_level is None else f'<w:outlineLvl w:val="{plan.crosshead_level}"/>'
        for line in lines:
            style = self._style(line.style)
            properties = level if line.style == "Crosshead" else ""
            parts.append(f"{style.opening}{properties}</w:pPr>{self._content(line)}</w:p>")
            whole = line.dateline + line.text + (behind if line is lines[-1] else "")
            measures.append(style.code | style.metrics.lines(whole, plan.width))
        if plan.breaks[1] and not plan.other and parts:
            start, _, rest = parts[-1].partition("</w:pPr>")
            parts[-1] = f"{start}{plan.breaks[1]}</w:pPr>{rest}"
        return parts, measures

    def _content(self, line: Line) -> str:
        if not line.dateline:
            return markup.runs(line.text)
        return markup.runs(line.dateline, self._sheet.id("Dateline")) + (markup.runs(line.text) if line.text else "")

    def _reference(self, plan: Plan, number: int) -> tuple[str, str]:
        """The words that link to the article's other place, cut where the page number goes."""
        mark = "\x00"
        style = self._sheet.id("Hyperlink")
        field = markup.field(f"PAGEREF {plan.other}{number} \\h", mark, style)
        runs = markup.runs(plan.phrase[0], style) + field + markup.runs(plan.phrase[1], style)
        before, _, after = markup.link(f"{plan.other}{number}", runs).partition(mark)
        return before, after


def _anchored(content: str, plan: Plan, number: int) -> str:
    if plan.contents:
        content = markup.bookmark(4 * number, contents_anchor(number), content)
    if plan.anchor:
        content = markup.bookmark(4 * number + ANCHORS.index(plan.anchor), f"{plan.anchor}{number}", content)
    return content


def contents_anchor(number: int) -> str:
    """The bookmark that the table of contents links to, named as Word names its own."""
    return f"{ANCHORS[0]}{number:09d}"
