"""The sections of a document: page, columns, running header and footer."""

import copy

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from convert.writers.docx.oxml import elements, replace_children

COLUMN_GAP = 720
"""Between two columns, in twips: what is left and right of it on our own page are 17 whole characters."""


def last_section(document: Document) -> BaseOxmlElement:
    """The section that the body ends with, made where there is none."""
    section: BaseOxmlElement = document.element.body.get_or_add_sectPr()
    return section


def head_and_foot(document: Document, head: str, foot: str, first: str | None) -> None:
    """Give the document a header and a footer, each the paragraphs' XML.

    `first` is the first page's footer where that page is to have no header; None leaves the first page like the rest.
    """
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    replace_children(section.header._element, head)
    replace_children(section.footer._element, foot)
    if first is None:
        return
    section.different_first_page_header_footer = True
    if first:
        section.first_page_footer.is_linked_to_previous = False
        replace_children(section.first_page_footer._element, first)


def has_running_lines(document: Document) -> bool:
    """Whether the document has a header or a footer."""
    return any(etree.QName(child).localname.endswith("Reference") for child in last_section(document))


def section_xml(
    section: BaseOxmlElement, *, columns: int | None = 1, continuous: bool = False, bare: bool = False
) -> str:
    """A section's properties anew: in columns, on the same page, or without header and footer of its own.

    Without a number of columns they are as they are.
    """
    other = copy.deepcopy(section)
    if bare:
        for child in list(other):
            if etree.QName(child).localname in ("headerReference", "footerReference", "titlePg", "pgNumType"):
                other.remove(child)
    for child in other.xpath("./w:type"):
        other.remove(child)
    if continuous:
        _insert(other, '<w:type w:val="continuous"/>', "pgSz")
    if columns is not None:
        _set_columns(other, columns)
    return str(etree.tostring(other, encoding="unicode"))


def _set_columns(section: BaseOxmlElement, columns: int) -> None:
    for child in section.xpath("./w:cols"):
        section.remove(child)
    number = f' w:num="{columns}"' if columns > 1 else ""
    cols = f'<w:cols{number} w:space="{COLUMN_GAP}"/>'
    _insert(
        section, cols, "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"
    )


def _insert(section: BaseOxmlElement, xml: str, *before: str) -> None:
    """Put a child before the first of some others, else last: the schema asks for an order."""
    child = elements(xml)[0]
    for other in section:
        if etree.QName(other).localname in before:
            other.addprevious(child)
            return
    section.append(child)
