"""The table of contents: a field of Word's that is filled in already, so that a document opens without a prompt."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from convert.writers.docx import markup
from convert.writers.docx.sheet import Sheet

INSTRUCTION = 'TOC \\o "1-2" \\h \\z \\u'
"""Levels 1 and 2, with links, no page numbers on the web, outline levels of other styles too."""


class Entry(NamedTuple):
    """A line of the table: its level, what it says, the bookmark it links to, and that one's page."""

    level: int
    label: str
    anchor: str
    page: int


def xml(heading: str, entries: Sequence[Entry], note: str, sheet: Sheet, opening: str) -> Iterator[str]:
    """The table as Word's own content control; `opening` are properties of its heading."""
    yield (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
    )
    yield markup.paragraph(sheet.id("TOC Heading"), markup.runs(heading), opening)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {markup.attribute(INSTRUCTION).replace("&quot;", chr(34))} '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for entry in entries:
        content = markup.runs(flat(entry.label)) + "<w:r><w:tab/></w:r>"
        content += markup.field(f"PAGEREF {entry.anchor} \\h", str(entry.page))
        yield markup.paragraph(sheet.id(f"toc {entry.level}"), begin + markup.link(entry.anchor, content))
        begin = ""
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if not begin else ""
    yield markup.paragraph(sheet.id("Contents Note"), end + markup.runs(note))
    yield "</w:sdtContent></w:sdt>"


def flat(label: str) -> str:
    """A label on one line."""
    return "　".join(part for part in label.replace("\r", "\n").replace("\t", "\n").split("\n") if part)
