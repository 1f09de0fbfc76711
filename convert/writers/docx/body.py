"""The document part, deflated in blocks by as many processes as are free."""

from collections.abc import Iterable, Iterator

from convert.writers.docx.assembly import Assembly
from convert.writers.pieces import Pieces, Work
from convert.writers.zipped import Packed, block

ITEMS, BEFORE = 128, 16
"""Articles, headings and referrals of a block, and how many of those before it the packing refers to."""
LARGE = 16 << 20
"""The size of a body from which on it is packed faster: a tenth larger in a third of the time."""


class Body:
    """The blocks of one document's body."""

    def __init__(self, assembly: Assembly, size: int, level: int) -> None:
        """`size` is about that of the body, in bytes, `level` zlib's for one that isn't large."""
        self._assembly = assembly
        self._level = 1 if size >= LARGE else level
        self.work = Work(max(1, -(-len(assembly.items) // ITEMS)), self._make)

    def _make(self, numbers: Iterable[int]) -> Iterator[tuple[int, tuple[int, int], bytes]]:
        for number in numbers:
            start = number * ITEMS
            before = b"".join(self._assembly.middle(max(0, start - BEFORE), start))
            packed = block(b"".join(self._pieces(number)), self._level, before)
            yield number, (packed.crc, packed.size), packed.data

    def _pieces(self, number: int) -> Iterator[bytes]:
        if number == 0:
            yield from self._assembly.opening()
        yield from self._assembly.middle(number * ITEMS, (number + 1) * ITEMS)
        if number == self.work.count - 1:
            yield self._assembly.closing()

    def packed(self, pieces: Pieces) -> Iterator[Packed]:
        """The blocks in order."""
        for told, data in pieces.of(self.work):
            yield Packed(data, *told)
