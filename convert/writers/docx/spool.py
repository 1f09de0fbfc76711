"""The rendered articles, kept in a temporary file until order and pages are known: memory stays flat."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from convert.writers.docx import markup
from convert.writers.docx.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Piece:
    """A rendered article: where it stands in the spool, and what it measures."""

    start: int
    hole: int
    """Where the page that it refers to is put in; its end when it refers to none."""
    end: int
    head: array[int]
    body: array[int]
    columns: int


class Spool:
    """Takes rendered articles in one order and gives them back in any."""

    def __init__(self) -> None:
        """Nothing is in it yet."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self.size = 0
        """Bytes written so far."""

    def __enter__(self) -> Spool:
        """The spool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file."""
        self._file.close()

    def add(self, rendered: Rendered, columns: int) -> Piece:
        """Keep an article; its text has that many columns."""
        start = self.size
        hole = start + self._file.write(rendered.before.encode())
        self.size = hole + self._file.write(rendered.after.encode())
        return Piece(start, hole, self.size, rendered.head, rendered.body, columns)

    def read(self, piece: Piece, page: int, *, new_page: bool = False) -> Iterator[bytes]:
        """A piece's XML with the page that it refers to, at the top of a page if asked for."""
        self._file.seek(piece.start)
        data = self._file.read(piece.hole - piece.start)
        if new_page:
            style = data.index(b"/>") + 2
            data = data[:style] + markup.PAGE_BREAK.encode() + data[style:]
        yield data
        if piece.end > piece.hole:
            yield str(page).encode()
            yield self._file.read(piece.end - piece.hole)
