"""Article records inside of a book that is a zip, so that the book can be read back without loss.

`convert.reader.formats.enclosed` is the other side. The member stands beside the book's own parts: an e-book's
META-INF may hold files that reading systems don't know (EPUB OCF 3.3, §4.2.3), and a Word document parts that nothing
refers to; Word drops them when it saves the document, and with them records that would no longer say what it says.
"""

import contextlib
import tempfile
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO, Self, cast

from convert import beside, record
from convert.carried import as_json
from convert.model import Articles
from convert.writers.zipped import Zip

_LEVEL = 3
"""Records deflate to nearly the same size at higher levels, in twice the time."""
MANY = 400
"""Articles from which on records are deflated beside the making of the book: a fork takes as long as a few dozen."""


class Enclosure:
    """The records of a volume, to be put into its book when that is done; begun at once where a processor is free."""

    def __init__(self, articles: Articles) -> None:
        """Begin, if it is worth it."""
        self._articles = articles
        self._fork: beside.Fork | None = None
        self._packed: BinaryIO | None = None
        apart = isinstance(articles, tuple) or getattr(articles, "opened_anew", False)
        if apart and len(articles) >= MANY and beside.is_worth_it():
            self._packed = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - closed by __exit__
            self._fork = beside.Fork(self._deflate)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what was begun."""
        if self._fork is not None:
            self._fork.end()
        if self._packed is not None:
            self._packed.close()

    def _deflate(self, line: beside.Fork) -> None:
        """In the fork: deflate the records into the file that both processes have open, and tell their sizes."""
        assert self._packed is not None
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        crc = size = 0
        for piece in _lines(self._articles):
            crc, size = zlib.crc32(piece, crc), size + len(piece)
            self._packed.write(packer.compress(piece))
        self._packed.write(packer.flush())
        self._packed.flush()
        line.send((crc, size))

    def put(self, book: Zip, member: str) -> None:
        """Write the records into the book, as an XML file of that name."""
        large = len(self._articles) > 100_000
        sizes = self._sizes()
        if sizes and self._packed is not None:
            book.copy(member, self._packed, *sizes, large=large)
            return
        with book.stream(member, level=_LEVEL, large=large) as stream:
            stream.writelines(_lines(self._articles))

    def _sizes(self) -> tuple[int, int] | None:
        """The checksum and the size of what the fork has deflated; None when none has."""
        if self._fork is not None:
            with contextlib.suppress(EOFError, OSError):
                crc, size = self._fork.receive()
                return crc, size
        return None


def _lines(articles: Articles) -> Iterator[bytes]:
    """The member, line by line."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<records xmlns="urn:newsconvert:records">\n'
    for article in articles:
        values = record.to_dict(article)
        del values["text"]  # made of the body
        text = as_json(values).replace("&", "\\u0026").replace(">", "\\u003e")
        yield f"<record>{text}</record>\n".encode()
    yield b"</records>\n"
