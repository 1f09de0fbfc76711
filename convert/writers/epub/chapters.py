"""The files of the articles, deflated in pieces by as many processes as are free, and of the pages that open a day."""

from array import array
from collections.abc import Iterable, Iterator
from functools import partial

from convert.model import Articles
from convert.writers.epub import matter
from convert.writers.epub.chapter import chapter
from convert.writers.epub.document import Book
from convert.writers.epub.package import XHTML, Item
from convert.writers.pieces import Pieces, Work, articles_of, piece_size, pieces_of
from convert.writers.zipped import Packed, deflated


class Chapters:
    """A chapter each of a volume's articles."""

    def __init__(self, book: Book, articles: Articles, remarks: bool, level: int) -> None:
        """`level` is zlib's; `remarks` shows the articles' notes."""
        self._book = book
        self._articles = articles
        self._remarks = remarks
        self._level = level
        self.work = Work(pieces_of(articles), self._make)

    def _make(self, numbers: Iterable[int]) -> Iterator[tuple[int, "array[int]", bytes]]:
        """Chapters one behind the other; of each are told its length, and checksum and length of what it holds."""
        size = piece_size(self._articles)
        for number, articles in articles_of(self._articles, numbers):
            told, data = array("Q"), []
            entries = self._book.plan.entries[number * size : (number + 1) * size]
            for entry, article in zip(entries, articles, strict=True):
                packed = deflated(chapter(self._book, entry, article, self._remarks), self._level)
                told.extend((len(packed.data), packed.crc, packed.size))
                data.append(packed.data)
            yield number, told, b"".join(data)

    def items(self, pieces: Pieces) -> Iterable[Item]:
        """The files in the order of the book; their content is given in that order."""
        return _Items(self._book, self._packed(pieces))

    def _packed(self, pieces: Pieces) -> Iterator[Packed]:
        for told, data in pieces.of(self.work):
            at = 0
            for length, crc, size in zip(*[iter(told)] * 3, strict=True):
                yield Packed(data[at : at + length], crc, size)
                at += length


class _Items:
    """The files, gone through as often as the package asks for them."""

    def __init__(self, book: Book, packed: Iterator[Packed]) -> None:
        self._book = book
        self._packed = packed

    def __iter__(self) -> Iterator[Item]:
        render_next = partial(next, self._packed)
        for entry in self._book.plan.entries:
            if entry.opens:
                render = partial(matter.issue_page, self._book, entry.opens)
                yield Item(f"d{entry.opens.number}", entry.opens.file, XHTML, render, spine=True)
            yield Item(f"a{entry.number}", entry.file, XHTML, render_next, spine=True)
