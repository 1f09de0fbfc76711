"""An office's own document as the ground of another: its styles, page, header and footer, as pandoc's --reference-doc.

Its text is taken out, and whatever only that text used: pictures, comments, notes, macros. Nothing else is lost.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree
from msgspec.structs import replace

from convert.errors import BadInputError, MissingInputError
from convert.writers.docx.geometry import Page
from convert.writers.docx.oxml import elements
from convert.writers.docx.sections import last_section
from convert.writers.docx.sheet import NEWSROOM, Sheet, names_of
from convert.writers.docx.styles import (
    LATIN,
    SIZE,
    Style,
    character_style_xml,
    character_styles,
    style_xml,
)
from convert.writers.docx.typeface import Typefaces

_KEPT = re.compile(
    "/(styles|stylesWithEffects|settings|webSettings|fontTable|theme|numbering|header|footer|footnotes|endnotes"
    "|customXml|glossaryDocument)$"
)
"""The kinds of parts that belong to the document and not to its text."""
_MAIN_TYPE = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template|ms-word\.document\.macroEnabled"
    rb"|ms-word\.template\.macroEnabledTemplate)\.main\+xml"
)
"""The types of a template and of documents with macros, which python-docx doesn't open."""
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CURE = "give a Word document or template, .docx or .dotx"


def open_reference(path: Path, faces: Typefaces, rows: Sequence[Style]) -> Document:
    """The office's document without its text, with the styles added that it lacks.

    Raises MissingInputError and BadInputError.
    """
    document = _open(path)
    _merge_sections(document)
    _clear(document)
    _add_styles(document, faces, rows)
    _set_language(document, faces)
    return document


def _open(path: Path) -> Document:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingInputError(str(path), (error.strerror or "can't be read").lower()) from error
    try:
        return docx.Document(io.BytesIO(_as_document(data)))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise BadInputError(str(path), "not a Word document", _CURE) from error


def _as_document(data: bytes) -> bytes:
    """The package with a document's content type: templates and documents with macros are the same inside."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
        if not _MAIN_TYPE.search(types):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as copy:
            for name in dict.fromkeys(package.namelist()):
                content = package.read(name)
                copy.writestr(
                    name, _MAIN_TYPE.sub(_DOCUMENT_TYPE, content) if name == "[Content_Types].xml" else content
                )
    return out.getvalue()


def _merge_sections(document: Document) -> None:
    """Give the last section the headers and footers that it takes over from the ones before."""
    last = last_section(document)
    found: dict[tuple[str, str | None], BaseOxmlElement] = {}
    for section in document.element.body.iter(qn("w:sectPr")):
        for child in section:
            if child.tag in (qn("w:headerReference"), qn("w:footerReference")):
                found[child.tag, child.get(qn("w:type"))] = child
    for place, reference in enumerate(found.values()):
        last.insert(place, reference)


def _clear(document: Document) -> None:
    """Take out the text, and what only the text used."""
    part, body = document.part, document.element.body
    last = last_section(document)
    for child in list(body):
        if child is not last:
            body.remove(child)
    used = {child.get(qn("r:id")) for child in last}
    for key, relationship in list(part.rels.items()):
        kept = _KEPT.search(relationship.reltype)
        if not kept or (kept[1] in ("header", "footer") and key not in used):
            del part.rels[key]
        elif kept[1] in ("footnotes", "endnotes"):
            _clear_notes(relationship.target_part)
    for key, relationship in list(part.package.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del part.package.rels[key]


def _clear_notes(part: Part) -> None:
    """Leave the separators of a part of notes, and none of the notes."""
    root = parse_xml(part.blob)
    for note in list(root):
        if note.get(qn("w:type")) in (None, "normal"):
            root.remove(note)
    part._blob = etree.tostring(root, encoding="UTF-8", standalone=True)
    for key in list(part.rels):
        del part.rels[key]


def _add_styles(document: Document, faces: Typefaces, rows: Sequence[Style]) -> None:
    """Add the styles that the office's document lacks, in its size and its fonts of text."""
    root = document.styles.element
    there = {name: style for style in root.findall(qn("w:style")) for name in names_of(style)}
    taken = {str(style.get(qn("w:styleId"))) for style in root.findall(qn("w:style"))}
    base = next((s for s in root.findall(qn("w:style")) if _is_default(s)), None)
    based = "" if base is None else str(base.get(qn("w:styleId")))
    ids = dict(_ids([row.name for row in rows], there, taken))
    scale = 1.0 if base is None else Sheet.of(document).measures(names_of(base)[-1]).em / (SIZE * 10)
    width = Page.of(document.sections[-1]).text_width
    for row in rows:
        own = there.get(NEWSROOM.get(row.name, row.name).lower())
        if own is None and row.name.lower() not in there:
            root.extend(elements(style_xml(_adapted(row, scale), faces, width, ids, based)))
        elif own is not None and row.outline is not None:
            _outline(own, row)
    for name, properties in character_styles(faces).items():
        if name.lower() not in there:
            inside = "" if name == LATIN else properties  # an office's own fonts for Latin stay
            root.extend(elements(character_style_xml(name, inside, dict(_ids([name], there, taken))[name])))


def _is_default(style: BaseOxmlElement) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")


def _ids(names: list[str], there: Mapping[str, BaseOxmlElement], taken: set[str]) -> Iterator[tuple[str, str]]:
    """The id of each style: the office's own, or a new one that is free."""
    for name in names:
        own = there.get(NEWSROOM.get(name, name).lower())
        own = there.get(name.lower()) if own is None else own
        if own is not None:
            yield name, str(own.get(qn("w:styleId")))
            continue
        free = Style(name=name).style_id
        while free in taken:
            free += "News"
        taken.add(free)
        yield name, free


def _adapted(row: Style, scale: float) -> Style:
    """A row in the size of the office's text; text fonts and the line of text are the office's."""
    return replace(
        row,
        size=round(row.size * scale),
        line=round(row.line * scale),
        before=round(row.before * scale),
        after=round(row.after * scale),
        face=None if row.face == "song" else row.face,
    )


def _outline(style: BaseOxmlElement, row: Style) -> None:
    """See that a style of a newsroom name stands in the navigation pane."""
    if any(True for _ in style.iterfind(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")):
        return
    if str(style.find(qn("w:name")).get(qn("w:val"))).lower() == row.name:
        return
    properties = style.get_or_add_pPr()
    later = [properties.find(qn(tag)) for tag in ("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")]
    level = elements(f'<w:outlineLvl w:val="{row.outline}"/>')[0]
    place = next((element for element in later if element is not None), None)
    properties.append(level) if place is None else place.addprevious(level)


def _set_language(document: Document, faces: Typefaces) -> None:
    """Let the language of Chinese text be the volume's, and have no field that asks before it opens."""
    for language in document.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        language.set(qn("w:eastAsia"), faces.tag)
    settings = document.settings.element
    for language in settings.iterfind(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), faces.tag)
    for tag in ("w:updateFields", "w:mailMerge"):
        for element in list(settings.iterfind(qn(tag))):
            settings.remove(element)
