"""The rendered articles, kept in a temporary file until order and pages are known: memory stays flat."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType

from convert.model import Article, Block
from convert.writers.docx import markup
from convert.writers.docx.pagination import Block as Measured
from convert.writers.docx.pagination import Metrics
from convert.writers.docx.sheet import Sheet
from convert.writers.docx.story import Line, head, text
from convert.writers.docx.wording import Wording

ANCHORS = ("_Toc", "entry", "article")
"""What the bookmarks of an article are called, the article's number behind it; each has a number of its own."""
_LINES = 24
"""How many bits of a measure count lines; the rest is the style's number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A rendered article: where it stands in the spool, where its text begins, and what it measures."""

    start: int
    hole: int
    """Where the page that it refers to is put in; its end when it refers to none."""
    end: int
    head: array[int]
    body: array[int]
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How an article is rendered in one place of the document."""

    headline: str
    """The style of the headline."""
    columns: int = 1
    width: int
    """Of a column of text, in twentieths of a point."""
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


class Spool:
    """Renders articles into a temporary file and gives them back in any order."""

    def __init__(self, sheet: Sheet, words: Wording) -> None:
        """`sheet` gives the ids and the measures of the styles, `words` what is said beside the articles' text."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._size = 0
        self._sheet = sheet
        self._words = words
        self._metrics: list[Metrics] = []
        self._numbers: dict[str, int] = {}

    def __enter__(self) -> Spool:
        """The spool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file."""
        self._file.close()

    def add(self, article: Article, blocks: tuple[Block, ...], number: int, plan: Plan) -> Piece:
        """Render one article, `number` its place in the volume."""
        over = list(head(article, self._words, plan.headline))
        under = list(text(article, blocks, self._words))
        parts, over_measures = self._render(over, plan, number, plan.breaks[0])
        more, under_measures = self._render(under, plan, number, "" if plan.other else plan.breaks[1])
        before = "".join(parts + more)
        after = ""
        if plan.other:
            opening, closing = self._reference(plan, number)
            before += opening
            after = closing
            under_measures.append(self._measure(Line("Reference Line", "　" * 10), plan.width))
        return self._store(before, after, over_measures, under_measures, plan.columns)

    def _store(self, before: str, after: str, over: array[int], under: array[int], columns: int) -> Piece:
        start = self._size
        data = before.encode()
        self._file.write(data)
        hole = start + len(data)
        data = after.encode()
        self._file.write(data)
        self._size = hole + len(data)
        return Piece(start, hole, self._size, over, under, columns)

    def _render(self, lines: list[Line], plan: Plan, number: int, end: str) -> tuple[list[str], array[int]]:
        """The lines' XML and measures; `end` goes into the last one's properties."""
        measures = array("I")
        parts: list[str] = []
        after_kicker = False
        for index, line in enumerate(lines):
            content = markup.runs(line.dateline, self._sheet.id("Dateline")) if line.dateline else ""
            if line.text:
                content += markup.runs(line.text)
            properties = end if index == len(lines) - 1 else ""
            if line.style == plan.headline:
                content = self._anchored(content, plan, number)
                if after_kicker:
                    properties = f'<w:spacing w:before="0"/>{properties}'
            elif line.style == "Crosshead" and plan.crosshead_level is not None:
                properties = f'<w:outlineLvl w:val="{plan.crosshead_level}"/>{properties}'
            after_kicker = line.style == "Kicker"
            parts.append(markup.paragraph(self._sheet.id(line.style), content, properties))
            measures.append(self._measure(line, plan.width))
        return parts, measures

    def _anchored(self, content: str, plan: Plan, number: int) -> str:
        if plan.contents:
            content = markup.bookmark(4 * number, contents_anchor(number), content)
        if plan.anchor:
            content = markup.bookmark(4 * number + ANCHORS.index(plan.anchor), f"{plan.anchor}{number}", content)
        return content

    def _reference(self, plan: Plan, number: int) -> tuple[str, str]:
        """The paragraph that links to the article's other place, cut where the page number goes."""
        mark = "\x00"
        style = self._sheet.id("Hyperlink")
        field = markup.field(f"PAGEREF {plan.other}{number} \\h", mark, style)
        runs = markup.runs(plan.phrase[0], style) + field + markup.runs(plan.phrase[1], style)
        link = markup.link(f"{plan.other}{number}", runs)
        before, _, after = markup.paragraph(self._sheet.id("Reference Line"), link, plan.breaks[1]).partition(mark)
        return before, after

    def _measure(self, line: Line, width: int) -> int:
        if line.style not in self._numbers:
            self._numbers[line.style] = len(self._metrics)
            self._metrics.append(self._sheet.measures(line.style))
        number = self._numbers[line.style]
        return number << _LINES | self._metrics[number].lines(line.dateline + line.text, width)

    def measures(self, codes: Iterable[int]) -> Iterator[Measured]:
        """A piece's measures spelled out."""
        for code in codes:
            yield self._metrics[code >> _LINES], code & ((1 << _LINES) - 1)

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._size

    def read(self, piece: Piece, page: int, *, new_page: bool = False) -> Iterator[bytes]:
        """A piece's XML with the page that it refers to, at the top of a page if asked for."""
        self._file.seek(piece.start)
        data = self._file.read(piece.hole - piece.start)
        if new_page:
            style = data.index(b"/>") + 2
            data = data[:style] + markup.PAGE_BREAK.encode() + data[style:]
        yield data
        if piece.end > piece.hole:
            yield str(page).encode()
            yield self._file.read(piece.end - piece.hole)


def contents_anchor(number: int) -> str:
    """The bookmark that the table of contents links to, named as Word names its own."""
    return f"{ANCHORS[0]}{number:09d}"
