"""The document put together: order, pages, and the stream of its body."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from convert.writers.docx import contents, markup
from convert.writers.docx.contents import Entry
from convert.writers.docx.groups import Group
from convert.writers.docx.pagination import Block, Flow
from convert.writers.docx.rendering import ANCHORS, Renderer, contents_anchor
from convert.writers.docx.sheet import Sheet
from convert.writers.docx.spool import Piece, told
from convert.writers.docx.story import Line
from convert.writers.docx.wording import Wording
from convert.writers.pieces import Pieces, Place

OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)


class Heading(NamedTuple):
    """A heading of the document's own: style, text, bookmark, whether a new page begins with it."""

    style: str
    text: str
    anchor: str
    new_page: bool = False


class Referral(NamedTuple):
    """A line that refers to an article which stands under another heading."""

    number: int


class Told(NamedTuple):
    """An article that is told here, in full or as a digest."""

    number: int
    piece: Piece


Item = Heading | Referral | Told


class Assembly(Struct, kw_only=True):
    """Everything that the body is made of."""

    renderer: Renderer
    pieces: Pieces
    """The articles as they are rendered."""
    sheet: Sheet
    words: Wording
    width: int
    height: int
    labels: list[str]
    groups: list[Group]
    entries: list[Piece]
    """The articles, or the digest's entries, in the volume's order."""
    annex: list[Piece]
    front: list[Line]
    front_page: bool
    """Whether the front fills a page."""
    contents: bool
    note: str
    sections: tuple[str, str, str]
    """The properties of a section that ends a head over columns, of the first such, and of the one that ends all.

    All that is before the first text in columns is one section, which has header and footer: LibreOffice loses the
    fields of a footer that comes into force with a section without a page break.
    """
    pages: dict[str, int] = field(default_factory=dict)
    """Bookmark → page."""
    turned: set[str | Place] = field(default_factory=set)
    """Headings and articles that begin a page so as to stay with their columns: bookmark, or place."""
    total: int = 0
    items: Sequence[Item] = ()
    """The document in order, after the front and the table of contents."""
    first_over_columns: int | None = None
    """The place of the first item whose text is in columns."""

    def __post_init__(self) -> None:
        """Put the items in order."""
        self.items = tuple(self._ordered())

    def _ordered(self) -> Iterator[Item]:
        separate = self.front_page or (self.contents and not self.front)
        for number, group in enumerate(self.groups):
            name = self.words.counted.format(group.name, group.count)
            yield Heading("heading 1", name, contents_anchor(self._own(number)), separate and number == 0)
            yield from (Told(n, self.entries[n]) for n in group.own)
            yield from (Referral(n) for n in group.also)
        if self.annex:
            yield Heading("heading 1", self.words.annex, contents_anchor(self._own(len(self.groups))), True)
            for number, group in enumerate(self.groups):
                if len(self.groups) > 1 and group.own:
                    yield Heading("heading 2", group.name, contents_anchor(self._own(len(self.groups) + 1 + number)))
                yield from (Told(n, self.annex[n]) for n in group.own)

    def _own(self, number: int) -> int:
        """The number of a bookmark of the document's own, behind those of the articles."""
        return len(self.labels) + number

    def paginate(self) -> None:
        """Work out the page of every bookmark, and how many pages there are."""
        flow = Flow(self.height)
        self._place(flow, self.front)
        if self.contents:
            if self.front_page:
                flow.new_page()
            self._place(flow, [Line("TOC Heading", self.words.contents)])
            self._place(flow, (Line(f"toc {e.level}", contents.flat(e.label)) for e in self.table()))
            self._place(flow, [Line("Contents Note", self.note)])
        over: list[Heading] = []
        for number, item in enumerate(self.items):
            if isinstance(item, Heading):
                if item.new_page:
                    flow.new_page()
                over.append(item)
                continue
            if self.first_over_columns is None and isinstance(item, Told) and item.piece.columns > 1:
                self.first_over_columns = number
            page = self._place_item(flow, item, over)
            self.pages.update((heading.anchor, page) for heading in over)
            over = []
        self.total = flow.page

    def _place(self, flow: Flow, lines: Iterable[Line]) -> int:
        """Place lines outside of the articles."""
        return flow.place(self._measured(lines))

    def _measured(self, lines: Iterable[Line]) -> Iterator[Block]:
        for line in lines:
            metrics = self.sheet.measures(line.style)
            yield metrics, metrics.lines(line.text, self.width)

    def _place_item(self, flow: Flow, item: Referral | Told, over: list[Heading]) -> int:
        """Place an article or a referral with the headings over it."""
        headings = list(self._measured(Line(heading.style, heading.text) for heading in over))
        if isinstance(item, Referral):
            line = Line("Reference Line", contents.flat(self.labels[item.number]) + "　" * 6)
            return flow.place([*headings, *self._measured([line])])
        head = [*headings, *self.renderer.measures(item.piece.head)]
        body = list(self.renderer.measures(item.piece.body))
        if item.piece.columns == 1:
            page = flow.place([*head, *body])
        else:
            page, turned = flow.place_over_columns(head, body, item.piece.columns)
            if turned:
                self.turned.add(over[0].anchor if over else item.piece.place)
        self.pages[f"{self._anchor(item)}{item.number}"] = page
        self.pages.setdefault(contents_anchor(item.number), page)
        return page

    def _anchor(self, item: Told) -> str:
        """The bookmark of an item that other places link to."""
        digest = bool(self.annex) and item.piece is self.entries[item.number]
        return ANCHORS[1] if digest else ANCHORS[2]

    def table(self) -> Iterator[Entry]:
        """The lines of the table of contents."""
        in_annex = False
        for item in self.items:
            if isinstance(item, Heading):
                in_annex = in_annex or item.text == self.words.annex
                level = int(item.style[-1])
                yield Entry(level, item.text, item.anchor, self.pages.get(item.anchor, 0))
            elif isinstance(item, Told) and not in_annex:
                anchor = contents_anchor(item.number)
                yield Entry(2, self.labels[item.number], anchor, self.pages.get(anchor, 0))

    def opening(self) -> Iterator[bytes]:
        """The document part up to the first item: the front and the table of contents."""
        yield OPENING.encode()
        yield from (part.encode() for part in self._before())

    def middle(self, start: int, stop: int) -> Iterator[bytes]:
        """The items from `start` up to `stop`."""
        head, first_head = (section.encode() for section in self.sections[:2])
        for number, item in enumerate(self.items[start:stop], start):
            for piece in self._item(item):
                yield piece.replace(head, first_head, 1) if number == self.first_over_columns else piece

    def closing(self) -> bytes:
        """What is behind the last item."""
        return f"{self._end(self.first_over_columns is None)}</w:body></w:document>".encode()

    def _before(self) -> Iterator[str]:
        """The front and the table of contents."""
        for line in self.front:
            yield markup.paragraph(self.sheet.id(line.style), markup.runs(line.text))
        if self.contents:
            opening = markup.PAGE_BREAK if self.front_page else ""
            heading = self.words.contents if self.front_page or not self.front else self.words.contents_of_issue
            yield from contents.xml(heading, list(self.table()), self.note, self.sheet, opening)

    def _item(self, item: Item) -> Iterator[bytes]:
        if isinstance(item, Told):
            other = ANCHORS[2] if self._anchor(item) == ANCHORS[1] else ANCHORS[1]
            page = self.pages.get(f"{other}{item.number}", 0)
            data = self.pieces.read(item.piece.place)
            yield from told(data, item.piece, page, new_page=item.piece.place in self.turned)
        elif isinstance(item, Heading):
            number = int(item.anchor[len(ANCHORS[0]) :])
            content = markup.bookmark(4 * number, item.anchor, markup.runs(item.text))
            properties = markup.PAGE_BREAK if item.new_page or item.anchor in self.turned else ""
            yield markup.paragraph(self.sheet.id(item.style), content, properties).encode()
        else:
            yield self._referral(item.number).encode()

    def _referral(self, number: int) -> str:
        anchor = f"{ANCHORS[1] if self.annex else ANCHORS[2]}{number}"
        style = self.sheet.id("Hyperlink")
        before, after = self.words.see
        content = markup.runs(contents.flat(self.labels[number]) + before, style)
        content += markup.field(f"PAGEREF {anchor} \\h", str(self.pages.get(anchor, 0)), style)
        content += markup.runs(after, style)
        return markup.paragraph(self.sheet.id("Reference Line"), markup.link(anchor, content))

    def _end(self, single: bool) -> str:
        """The last section; after columns a line of its own before it, so that the columns before end level."""
        if single:
            return self.sections[1]
        return markup.paragraph(self.sheet.id("Contents Note"), markup.runs(self.words.end)) + self.sections[2]
