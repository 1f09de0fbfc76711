"""The package around a document's body: styles, settings, header and footer, properties, held by python-docx.

The body comes deflated, block by block, so that its size costs no memory.
"""

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from convert.writers.docx.geometry import PAGE
from convert.writers.docx.oxml import replace_children
from convert.writers.docx.sections import last_section
from convert.writers.docx.styles import (
    Style,
    character_style_xml,
    character_styles,
    foundation,
    style_xml,
)
from convert.writers.docx.typeface import Typefaces
from convert.writers.xmltext import visible
from convert.writers.zipped import Packed, Zip

_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
}
"""What is used of the template that python-docx brings."""
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>newsconvert</Application></Properties>"
)
ZIP64 = 1 << 30
"""The size from which on a body may pass what a plain zip member holds."""


def new(faces: Typefaces, styles: Sequence[Style]) -> Document:
    """An empty document with this project's styles, page and settings, and nothing left of python-docx's template."""
    document = docx.Document()
    part = document.part
    for key, relationship in list(part.rels.items()):
        if relationship.reltype not in _KEPT:
            del part.rels[key]
    for key, relationship in list(part.package.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del part.package.rels[key]
        elif relationship.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relationship.target_part._blob = _APP
    replace_children(document.styles.element, _styles(faces, styles))
    replace_children(document.settings.element, _settings(faces))
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, faces.table(), part.package)
    part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    replace_children(last_section(document), PAGE.xml())
    return document


def _styles(faces: Typefaces, styles: Sequence[Style]) -> str:
    ids = {style.name: style.style_id for style in styles}
    rows = "".join(style_xml(style, faces, PAGE.text_width, ids) for style in styles)
    characters = (character_style_xml(name, inside, name) for name, inside in character_styles(faces).items())
    return "".join((foundation(faces), rows, *characters))


def _settings(faces: Typefaces) -> str:
    """Chinese Word's own settings; compatibility 15 is what keeps 'Compatibility Mode' out of the title bar."""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="480"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
        "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        f'{modes}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="{faces.tag}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def properties(document: Document, values: dict[str, str | None], modified: datetime.datetime) -> None:
    """Set the core properties; what is unknown becomes empty. The format allows 255 characters each."""
    core = document.core_properties
    for name, value in values.items():
        text = visible(value or "")
        setattr(core, name, text if len(text) <= 255 else f"{text[:254]}…")
    core.created = core.modified = modified.replace(tzinfo=None)
    core.revision = 1


def save(document: Document, body: Iterator[Packed], package: Zip, size: int) -> None:
    """Write the parts into the package, the document part made of `body`, which is about `size` bytes."""
    hollow = io.BytesIO()
    document.save(hollow)
    main = document.part.partname.membername
    with zipfile.ZipFile(hollow) as shell:
        for member in shell.infolist():
            if member.filename == main:
                package.join(main, body, large=size > ZIP64)
            else:
                package.add(member.filename, shell.read(member))
