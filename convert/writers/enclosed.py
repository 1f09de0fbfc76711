"""Article records inside of a book that is a zip, so that the book can be read back without loss.

`convert.reader.formats.enclosed` is the other side. The member stands beside the book's own parts: an e-book's
META-INF may hold files that reading systems don't know (EPUB OCF 3.3, §4.2.3), and a Word document parts that nothing
refers to; Word drops them when it saves the document, and with them records that would no longer say what it says.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from convert import record
from convert.carried import escaped
from convert.model import Articles
from convert.writers.pieces import Pieces, Work, pieces_of, records_of
from convert.writers.zipped import Packed, Zip, block

_LEVEL = 3
"""Records deflate to nearly the same size at higher levels, in twice the time."""
_OPENING = b'<?xml version="1.0" encoding="UTF-8"?>\n<records xmlns="urn:newsconvert:records">\n'
_CLOSING = b"</records>\n"
_MARKUP = (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"))

Enclosed = Work[tuple[int, int]]


def enclosed(articles: Articles) -> Enclosed:
    """The deflating of the articles' records."""
    return Work(pieces_of(articles), partial(_deflated, articles))


def _deflated(articles: Articles, numbers: Iterable[int]) -> Iterator[tuple[int, tuple[int, int], bytes]]:
    for number, records in records_of(articles, numbers):
        packed = block(b"".join(map(_line, records)), _LEVEL)
        yield number, (packed.crc, packed.size), packed.data


def _line(kept: bytes) -> bytes:
    """The record as it stands in the member: without the text, which is made of the body."""
    line = escaped(record.without_text(kept).decode())
    for mark, escape in _MARKUP:
        line = line.replace(mark, escape)
    return f"<record>{line}</record>\n".encode()


def put(work: Enclosed, pieces: Pieces, book: Zip, member: str, *, large: bool) -> None:
    """Write the records into the book, as an XML file of that name; `large` where they may pass 4 GiB."""
    blocks = (Packed(data, *told) for told, data in pieces.of(work))
    book.join(member, _framed(blocks), large=large)


def _framed(blocks: Iterable[Packed]) -> Iterator[Packed]:
    yield block(_OPENING, _LEVEL)
    yield from blocks
    yield block(_CLOSING, _LEVEL)
