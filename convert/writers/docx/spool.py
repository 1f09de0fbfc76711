"""The rendered articles, kept in files until order and pages are known: memory stays flat."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from msgspec import Struct

from convert.writers.docx import markup
from convert.writers.docx.rendering import Rendered
from convert.writers.pieces import Place


class Piece(Struct, frozen=True):
    """A rendered article: where it is kept, and what it measures."""

    place: Place
    hole: int
    """How many bytes stand before the page that it refers to; all when it refers to none."""
    head: array[int]
    body: array[int]
    columns: int


class Pack(Struct):
    """Rendered articles one behind the other."""

    data: list[bytes]
    size: int = 0

    def add(self, rendered: Rendered, columns: int) -> Piece:
        """Put an article behind the others; its text has that many columns."""
        start = self.size
        before, after = rendered.before.encode(), rendered.after.encode()
        self.data += (before, after)
        self.size += len(before) + len(after)
        return Piece(Place(0, start, self.size - start), len(before), rendered.head, rendered.body, columns)


def told(data: bytes, piece: Piece, page: int, *, new_page: bool = False) -> Iterator[bytes]:
    """A piece's XML with the page that it refers to, at the top of a page if asked for."""
    before, after = data[: piece.hole], data[piece.hole :]
    if new_page:
        style = before.index(b"/>") + 2
        before = before[:style] + markup.PAGE_BREAK.encode() + before[style:]
    yield before
    if after:
        yield str(page).encode()
        yield after
