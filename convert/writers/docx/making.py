"""The making of one document: articles rendered once into a spool, ordered, paginated, streamed into the package."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from docx.document import Document

from convert.model import EPOCH, Article, Block, Volume
from convert.writers.docx import front, shell
from convert.writers.docx.assembly import Assembly
from convert.writers.docx.geometry import PAGE
from convert.writers.docx.groups import Facts, group
from convert.writers.docx.leads import excerpt, measure
from convert.writers.docx.sheet import Sheet
from convert.writers.docx.spool import ANCHORS, Piece, Plan, Spool
from convert.writers.docx.story import label
from convert.writers.docx.typeface import typefaces
from convert.writers.docx.wording import Wording, span, wording

if TYPE_CHECKING:
    from convert.writers.docx import Docx


@dataclass(slots=True)
class Told:
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


def make(volume: Volume, out: BinaryIO, options: Docx) -> None:
    """Write a volume as a document with the writer's options."""
    words = wording(volume.language)
    document = shell.new(typefaces(volume.language), "digest" if options.digest else "full")
    sheet = Sheet.of(document)
    with Spool(sheet, words) as spool:
        told = _render(volume, spool, options, words, document)
        assembly = _assemble(volume, spool, sheet, told, options, words)
        assembly.paginate()
        _finish(document, volume, told, assembly)
        shell.save(document, assembly.body, out, spool.size)


def _render(volume: Volume, spool: Spool, options: Docx, words: Wording, document: Document) -> Told:
    """Render every article once."""
    entry, whole = _plans(options, words, document)
    told = Told()
    for number, article in enumerate(volume.articles):
        told.labels.append(label(article))
        told.facts.append(Facts.of(article))
        told.entries.append(spool.add(article, _blocks(article, options), number, entry))
        if options.annex:
            told.annex.append(spool.add(article, article.body, number, whole))
    return told


def _blocks(article: Article, options: Docx) -> tuple[Block, ...]:
    return article.body if options.digest is None else excerpt(article, measure(options.digest))


def _plans(options: Docx, words: Wording, document: Document) -> tuple[Plan, Plan]:
    """How an entry is rendered, and how its whole text in the annex; columns are for the longer of them."""
    single = Plan(headline="heading 2", width=PAGE.text_width)
    plan = single
    if options.columns > 1:
        section = document.element.body.sectPr
        plan = replace(
            plan, columns=options.columns, width=(PAGE.text_width - shell.COLUMN_GAP) // 2,
            breaks=(shell.section_xml(section, continuous=True, bare=True),
                    shell.section_xml(section, continuous=True, bare=True, columns=options.columns)),
        )  # fmt: skip
    if not options.annex:
        entry = replace(plan, anchor=ANCHORS[2] if options.group_by == "person" else "")
        return entry, plan
    entry = replace(single, anchor=ANCHORS[1], other=ANCHORS[2], phrase=words.full_text)
    whole = replace(
        plan, headline="heading 3", contents=False, anchor=ANCHORS[2], other=ANCHORS[1], phrase=words.back,
        crosshead_level=3,
    )  # fmt: skip
    return entry, whole


def _assemble(volume: Volume, spool: Spool, sheet: Sheet, told: Told, options: Docx, words: Wording) -> Assembly:
    kind = options.front
    if kind == "auto":
        kind = "letterhead" if options.digest else "page"
    imprint = _imprint(volume, told, words)
    return Assembly(
        spool=spool, sheet=sheet, words=words, width=PAGE.text_width, height=PAGE.text_height,
        columns=options.columns, labels=told.labels, groups=group(told.facts, options.group_by, words),
        entries=told.entries, annex=told.annex, front=list(front.lines(kind, imprint, words)),
        front_page=kind == "page", contents=options.contents, note=imprint.counted,
    )  # fmt: skip


def _imprint(volume: Volume, told: Told, words: Wording) -> front.Imprint:
    dates = told.dates()
    return front.Imprint(
        volume=volume,
        dates=span(dates[0], dates[-1]) if dates else "",
        papers=told.papers(),
        counted=words.total.format(len(told.labels)),
    )


def _finish(document: Document, volume: Volume, told: Told, assembly: Assembly) -> None:
    """Header, footer and properties, which need what the articles say."""
    imprint = _imprint(volume, told, assembly.words)
    foot = front.footer(assembly.sheet, assembly.words, 1, assembly.total)
    first = None if not assembly.front else "" if assembly.front_page else foot
    shell.head_and_foot(document, front.header(assembly.sheet, imprint), foot, first)
    section = document.element.body.sectPr
    if assembly.columns == 1:
        assembly.last_section = shell.section_xml(section)
    else:
        assembly.sections = (shell.section_xml(section), shell.section_xml(section, continuous=True))
        assembly.last_section = shell.section_xml(section, continuous=True, bare=True)
    dates = told.dates()
    modified = datetime.datetime.combine(dates[-1], datetime.time(), datetime.UTC) if dates else EPOCH
    sections = tuple(dict.fromkeys(f.section.split("\n")[0] for f in told.facts if f.section))
    shell.properties(document, {
        "title": volume.title,
        "subject": " · ".join(p for p in (*imprint.papers, imprint.dates) if p),
        "author": volume.creator or volume.publisher or "newsconvert",
        "last_modified_by": volume.creator or volume.publisher or "newsconvert",
        "keywords": assembly.words.joint.join((*imprint.papers, *sections)),
        "comments": volume.description,
        "category": "",
        "identifier": volume.identifier,
        "language": volume.language,
        "version": "",
        "content_status": "",
    }, modified)  # fmt: skip
