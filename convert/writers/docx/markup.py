"""Text → WordprocessingML runs and paragraphs, as strings, since a document's body is streamed."""

import re
from collections.abc import Iterator

from convert.writers.xmltext import visible

PAGE_BREAK = "<w:pageBreakBefore/>"
"""A paragraph's property: it begins a page."""
_LETTERS = "\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u0370-\u052f\u1e00-\u1fff"
"""Letters that are neither ASCII nor Chinese: Latin with accents (pinyin too), Greek, Cyrillic."""
_SPECIAL = re.compile(f"[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff{_LETTERS}]")
"""What can't stand in a run as it is."""
_PARTS = re.compile(f"\r\n|[\t\n\r]|[{_LETTERS}]+|[^\t\n\r{_LETTERS}]+")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def runs(text: str, style: str = "") -> str:
    """The text as one `w:r`, more where its letters need a style of their own; `style` is a character style's id."""
    if not _SPECIAL.search(text):
        return f'<w:r>{_run_style(style)}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return "".join(_special_runs(visible(text), style))


def _special_runs(text: str, style: str) -> Iterator[str]:
    for match in _PARTS.finditer(text):
        part = match[0]
        if part == "\t":
            yield f"<w:r>{_run_style(style)}<w:tab/></w:r>"
        elif part[0] in "\r\n":
            yield f"<w:r>{_run_style(style)}<w:br/></w:r>"
        else:
            own = style or ("Latin" if re.match(f"[{_LETTERS}]", part) else "")
            escaped = part.translate(_ENTITIES)
            yield f'<w:r>{_run_style(own)}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def _run_style(style: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""


def attribute(text: str) -> str:
    """Text for an attribute's value in double quotes."""
    return visible(text).translate(_ENTITIES).replace('"', "&quot;").replace("\t", " ").replace("\n", " ")


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of finished runs; `properties` is what follows `w:pStyle` in its `w:pPr`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def bookmark(number: int, name: str, content: str) -> str:
    """The content with a bookmark around it; numbers and names are unique in a document, names ≤ 40 characters."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction: str, result: str, style: str = "") -> str:
    """A field with the result that is shown until Word works it out anew."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{_run_style(style)}<w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(anchor: str, content: str) -> str:
    """A link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'
