"""The making of one document: articles rendered once, kept, ordered, paginated, put into the package."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from docx.document import Document
from msgspec import Struct, field
from msgspec.structs import replace

from convert.model import Article, Block, Volume, start_of_day, undated
from convert.writers.docx import front, reference, sections, shell
from convert.writers.docx.assembly import Assembly
from convert.writers.docx.body import Body
from convert.writers.docx.choices import Front
from convert.writers.docx.geometry import Page
from convert.writers.docx.groups import Facts, group
from convert.writers.docx.leads import excerpt, measure
from convert.writers.docx.rendering import ANCHORS, Plan, Renderer
from convert.writers.docx.sheet import Sheet
from convert.writers.docx.spool import Pack, Piece
from convert.writers.docx.story import label
from convert.writers.docx.styles import Form, paragraph_styles
from convert.writers.docx.typeface import typefaces
from convert.writers.docx.wording import span, wording
from convert.writers.enclosed import enclosed, put
from convert.writers.pieces import Pieces, Work, articles_of, can_be_shared, piece_size, pieces_of
from convert.writers.zipped import Zip

if TYPE_CHECKING:
    from convert.writers.docx import Docx


class Gathered(Struct):
    """What is kept of the articles after they are rendered."""

    labels: list[str] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    entries: list[Piece] = field(default_factory=list)
    annex: list[Piece] = field(default_factory=list)

    def dates(self) -> list[datetime.date]:
        """The days of the articles, in order."""
        return sorted({f.date for f in self.facts if f.date})

    def papers(self) -> tuple[str, ...]:
        """The papers of the articles, as they first come."""
        return tuple(dict.fromkeys(f.paper for f in self.facts if f.paper))

    def sections(self) -> tuple[str, ...]:
        """The banners of the articles, as they first come."""
        return tuple(dict.fromkeys(f.section.split("\n")[0] for f in self.facts if f.section))


class _Told(NamedTuple):
    """What is told of an article that was rendered."""

    label: str
    facts: Facts
    entry: Piece
    whole: Piece | None


class Making:
    """One volume, one document."""

    def __init__(self, volume: Volume, options: Docx) -> None:
        """Open the document that the volume's text goes into; raises what an unusable reference raises."""
        self.volume = volume
        self.options = options
        self.words = wording(volume.language)
        self.document = self._open()
        self.sheet = Sheet.of(self.document)
        self.renderer = Renderer(self.sheet, self.words)
        self.page = Page.of(self.document.sections[-1])
        self.gathered = Gathered()
        self.size = 0

    def _open(self) -> Document:
        form: Form = "digest" if self.options.digest else "full"
        styles = paragraph_styles(form, self.options.columns)
        faces = typefaces(self.volume.language)
        if self.options.reference is None:
            return shell.new(faces, styles)
        return reference.open_reference(self.options.reference, faces, styles)

    def write(self, package: Zip, *, records: bool) -> None:
        """Go through the articles once and write the document; `records` encloses the articles' records."""
        articles = self.volume.articles
        rendering = Work(pieces_of(articles), self._render)
        enclosing = enclosed(articles if records else ())
        shared = can_be_shared(articles)
        self.renderer.prepare(self.plans)
        with Pieces(rendering, enclosing, shared=shared) as pieces:
            self._gather(pieces, rendering)
            assembly = self._assemble(pieces)
            assembly.paginate()
            self._running_lines(assembly)
            assembly.sections = self._sections()
            self._set_properties()
            body = Body(assembly, self.size, package.level)
            with Pieces(body.work, shared=shared) as blocks:
                shell.save(self.document, body.packed(blocks), package, self.size)
            if records:
                put(enclosing, pieces, package, "customXml/newsconvert.xml", large=len(articles) > 100_000)

    def _render(self, numbers: Iterable[int]) -> Iterator[tuple[int, list[_Told], bytes]]:
        """Pieces of rendered articles, and of their whole texts for the annex."""
        entry, whole = self.plans
        size = piece_size(self.volume.articles)
        for piece, articles in articles_of(self.volume.articles, numbers):
            pack, told = Pack([]), []
            for number, article in enumerate(articles, piece * size):
                rendered = self.renderer.render(article, self._blocks(article), number, entry)
                short, long = pack.add(rendered, entry.columns), None
                if self.options.annex:
                    long = pack.add(self.renderer.render(article, article.body, number, whole), whole.columns)
                told.append(_Told(label(article), Facts.of(article), short, long))
            yield piece, told, b"".join(pack.data)

    def _gather(self, pieces: Pieces, rendering: Work[list[_Told]]) -> None:
        """Take note of what every article is and where it is kept."""
        for told, place in pieces.places(rendering):
            self.size += place.length
            for each in told:
                self.gathered.labels.append(each.label)
                self.gathered.facts.append(each.facts)
                self.gathered.entries.append(replace(each.entry, place=each.entry.place.within(place)))
                if each.whole is not None:
                    self.gathered.annex.append(replace(each.whole, place=each.whole.place.within(place)))

    def _blocks(self, article: Article) -> tuple[Block, ...]:
        digest = self.options.digest
        return article.body if digest is None else excerpt(article, measure(digest))

    @cached_property
    def plans(self) -> tuple[Plan, Plan]:
        """How an entry is rendered, and how its whole text in the annex; columns are for the longer of them."""
        width = self.page.text_width
        single = Plan(headline="heading 2", width=width, whole_width=width)
        plan = single
        if self.options.columns > 1:
            section = sections.last_section(self.document)
            columns = sections.section_xml(section, continuous=True, bare=True, columns=self.options.columns)
            breaks = (self.head_section, columns)
            narrow = (width - sections.COLUMN_GAP * (self.options.columns - 1)) // self.options.columns
            plan = replace(single, columns=self.options.columns, width=narrow, breaks=breaks)
        if not self.options.annex:
            return replace(plan, anchor=ANCHORS[2] if self.options.group_by == "person" else ""), plan
        entry = replace(single, anchor=ANCHORS[1], other=ANCHORS[2], phrase=self.words.full_text)
        whole = replace(plan, headline="heading 3", contents=False, anchor=ANCHORS[2], other=ANCHORS[1])
        return entry, replace(whole, phrase=self.words.back, crosshead_level=3)

    @cached_property
    def head_section(self) -> str:
        """The properties of a section that ends a head over columns."""
        return sections.section_xml(sections.last_section(self.document), continuous=True, bare=True)

    @cached_property
    def front_kind(self) -> Front:
        """What stands before the articles."""
        if self.options.front == "auto":
            return "letterhead" if self.options.digest else "page"
        return self.options.front

    @cached_property
    def imprint(self) -> front.Imprint:
        """What the document says of itself."""
        dates = self.gathered.dates()
        return front.Imprint(
            volume=self.volume,
            title=undated(self.volume.title, dates),
            dates=span(dates[0], dates[-1]) if dates else "",
            papers=self.gathered.papers(),
            counted=self.words.total.format(len(self.gathered.labels)),
        )

    def _assemble(self, pieces: Pieces) -> Assembly:
        return Assembly(
            renderer=self.renderer,
            pieces=pieces,
            sheet=self.sheet,
            words=self.words,
            width=self.page.text_width,
            height=self.page.text_height,
            labels=self.gathered.labels,
            groups=group(self.gathered.facts, self.options.group_by, self.words),
            entries=self.gathered.entries,
            annex=self.gathered.annex,
            front=list(front.lines(self.front_kind, self.imprint, self.words)),
            front_page=self.front_kind == "page",
            contents=self.options.contents,
            note=self.imprint.counted,
            sections=("", "", ""),
        )

    def _running_lines(self, assembly: Assembly) -> None:
        """Give the document header and footer, unless the office's own has any."""
        if sections.has_running_lines(self.document):
            return
        foot = front.footer(self.sheet, self.words, assembly.total)
        first = {"page": "", "letterhead": foot}.get(self.front_kind)
        sections.head_and_foot(self.document, front.header(self.sheet, self.imprint), foot, first)

    def _sections(self) -> tuple[str, str, str]:
        """The properties of a head over columns, of all up to the first one, and of the last section."""
        section = sections.last_section(self.document)
        if self.options.columns == 1:
            return "", sections.section_xml(section, columns=None), ""
        return self.head_section, sections.section_xml(section), self.head_section

    def _set_properties(self) -> None:
        volume, dates = self.volume, self.gathered.dates()
        maker = volume.creator or volume.publisher or "newsconvert"
        part = self.imprint.part(self.words)
        values = {
            "title": volume.title,
            "subject": " · ".join(p for p in (*self.imprint.papers, self.imprint.dates, part) if p),
            "author": maker,
            "last_modified_by": maker,
            "keywords": self.words.joint.join((*self.imprint.papers, *self.gathered.sections())),
            "comments": "\n".join(p for p in (volume.description, *self.imprint.neighbours(self.words)) if p),
            "category": volume.series,
            "identifier": volume.identifier,
            "language": volume.language,
            "version": "",
            "content_status": "",
        }
        shell.properties(self.document, values, start_of_day(dates[-1] if dates else None))
