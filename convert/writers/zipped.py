"""The zip that a book or a document is: nothing in it depends on the clock or the system, and little of it is held.

`zipfile` keeps an object of half a kilobyte for each member, and writes each header twice, which costs as much as the
deflating of a short article. Here the directory grows as the bytes that it is written in at the end. Format: PKWARE's
APPNOTE 6.3.10, §4.3; with its zip64 records (§4.3.14, §4.5.3) where members are many or large.

A whole member is deflated by libdeflate: in three fifths of zlib's time to the same size, and to the same bytes
whichever zlib the system has. What comes in parts, or is too large to be held, is left to zlib.
"""

import io
import struct
import zlib
from collections.abc import Iterable
from functools import cache
from itertools import chain
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple

from deflate import deflate_compress

_STORED, _DEFLATED = 0, 8
_PLAIN, _ZIP64 = 20, 45
"""The version of the format that a reader has to know."""
_UNIX = 3 << 8
_RIGHTS = 0o644 << 16
_UTF8 = 0x800
_HELD = 1 << 20
"""Bytes of a streamed member up to which it is deflated as a whole."""
_DAY = 33
"""The date of every member: 1 January 1980, on which zip's calendar begins."""
_MOST, _MOST_MEMBERS = 0xFFFFFFFF, 0xFFFF
"""What plain fields hold; at these values the zip64 records are looked at."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")


_LAST = b"\3\0"
"""An empty block that says it is the last (RFC 1951, §3.2.6)."""


class Packed(NamedTuple):
    """Deflated bytes, with the checksum and the length of what they hold."""

    data: bytes
    crc: int
    size: int


def deflated(content: bytes, level: int) -> Packed:
    """A whole member."""
    return Packed(bytes(deflate_compress(content, level)), zlib.crc32(content), len(content))


def block(content: bytes, level: int, before: bytes = b"") -> Packed:
    """A part of a member, deflated by itself: it ends where a byte does.

    It is the shorter the more is known of what stands right before it, up to 32 KiB.
    """
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, zdict=before[-(1 << 15) :])
    return Packed(packer.compress(content) + packer.flush(zlib.Z_SYNC_FLUSH), zlib.crc32(content), len(content))


class Zip:
    """A zip under construction; leaving the context without an exception finishes it."""

    def __init__(self, out: BinaryIO, level: int) -> None:
        """`out` can seek and is left open; `level` is one of zlib's and of libdeflate's: 1 is the quickest."""
        self.level = level
        self._out = out
        self._at = out.tell()
        self._directory = bytearray()
        self._count = 0

    def __enter__(self) -> "Zip":
        """The zip itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the directory, unless the work broke off."""
        if kind is None:
            self._finish()

    def add(self, name: str, content: bytes | Packed, *, stored: bool = False) -> None:
        """A member that is there as a whole; `stored` as it is."""
        if stored and not isinstance(content, Packed):
            self.enter(name, content, _STORED, zlib.crc32(content), len(content), len(content))
            return
        packed = content if isinstance(content, Packed) else deflated(content, self.level)
        self.enter(name, packed.data, _DEFLATED, packed.crc, len(packed.data), packed.size)

    def writestr(self, name: str, content: str | bytes, compress_type: int = _DEFLATED) -> None:
        """The same under the name and with the arguments that libraries know from `zipfile`."""
        data = content.encode() if isinstance(content, str) else content
        self.add(name, data, stored=compress_type == _STORED)

    def stream(self, name: str, *, level: int | None = None, large: bool = False) -> io.BufferedWriter:
        """A member to write into, which its caller closes; `large` when it may pass what a plain zip holds (4 GiB)."""
        return io.BufferedWriter(_Stream(self, self._out, name, level or self.level, large), 1 << 16)

    def enter(
        self, name: str, packed: bytes, method: int, crc: int, packed_size: int, size: int, large: bool = False
    ) -> None:
        """Write a member's header, and what of it isn't written, and note it in the directory."""
        header = local_header(name, method, crc, packed_size, size, large)
        path, flags = _path(name)
        offset = self._at
        wide = [value for value in (size, packed_size, offset) if value >= _MOST]
        extra = _extra(wide) if wide else b""
        version = _ZIP64 if wide or large else _PLAIN
        self._directory += _CENTRAL.pack(
            b"PK\1\2", version | _UNIX, version, flags, method, 0, _DAY, crc, min(packed_size, _MOST), min(size, _MOST),
            len(path), len(extra), 0, 0, 0, _RIGHTS, min(offset, _MOST),
        )  # fmt: skip
        self._directory += path + extra
        self._count += 1
        self._out.write(header + packed)
        self._at = offset + len(header) + packed_size

    def join(self, name: str, blocks: Iterable[Packed], *, large: bool = False) -> None:
        """A member of what `block` has made, one after the other; `large` as for `stream`."""
        start = self._out.tell()
        self._out.write(local_header(name, _DEFLATED, 0, 0, 0, large))
        crc = packed = size = 0
        for each in chain(blocks, [Packed(_LAST, 0, 0)]):
            crc = joined_crc(crc, each.crc, each.size)
            size += each.size
            packed += self._out.write(each.data)
        self.close_member(name, start, crc, packed, size, large)

    def close_member(self, name: str, start: int, crc: int, packed: int, size: int, large: bool) -> None:
        """Write the header of a member that stands behind `start`; raises OverflowError where it is too large."""
        if not large and max(size, packed) >= _MOST:
            raise OverflowError(f"{name} is larger than 4 GiB")
        self._out.seek(start)
        self.enter(name, b"", _DEFLATED, crc, packed, size, large)
        self._out.seek(0, io.SEEK_END)

    def _finish(self) -> None:
        self._out.write(self._directory)
        count, size, at = self._count, len(self._directory), self._at
        if count >= _MOST_MEMBERS or size >= _MOST or at >= _MOST:
            self._out.write(
                _END64.pack(b"PK\6\6", _END64.size - 12, _ZIP64, _ZIP64, 0, 0, count, count, size, at)
                + _LOCATOR.pack(b"PK\6\7", 0, at + size, 1)
            )
        count = min(count, _MOST_MEMBERS)
        self._out.write(_END.pack(b"PK\5\6", 0, 0, count, count, min(size, _MOST), min(at, _MOST), 0))


class _Stream(io.RawIOBase):
    """A member that is written piece by piece: held while it is small, then deflated as it comes.

    Of what is deflated as it comes the header is written when its sizes are known.
    """

    def __init__(self, book: Zip, out: BinaryIO, name: str, level: int, large: bool) -> None:
        self._book = book
        self._out = out
        self._name = name
        self._level = level
        self._large = large
        self._held = bytearray()
        self._packer: Any = None
        self._start = out.tell()
        self._crc = self._packed = self._size = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Take some more."""
        self._held += data
        if self._packer is not None or len(self._held) > _HELD:
            self._deflate()
        return len(data)

    def _deflate(self) -> None:
        """Deflate what is held."""
        if self._packer is None:
            self._packer = zlib.compressobj(self._level, zlib.DEFLATED, -15)
            self._out.write(local_header(self._name, _DEFLATED, 0, 0, 0, self._large))
        self._crc = zlib.crc32(self._held, self._crc)
        self._size += len(self._held)
        self._packed += self._out.write(self._packer.compress(self._held))
        self._held.clear()

    def close(self) -> None:
        """Finish the member; raises OverflowError when it grew larger than was foretold."""
        if self.closed:
            return
        super().close()
        if self._packer is None:
            self._book.add(self._name, deflated(bytes(self._held), self._level))
            return
        self._packed += self._out.write(self._packer.flush())
        self._book.close_member(self._name, self._start, self._crc, self._packed, self._size, self._large)


def local_header(name: str, method: int, crc: int, packed_size: int, size: int, large: bool) -> bytes:
    """What stands before a member's bytes; `large` leaves room for sizes of 64 bits."""
    path, flags = _path(name)
    extra = _extra([size, packed_size]) if large else b""
    version = _ZIP64 if large else _PLAIN
    packed_size, size = (_MOST, _MOST) if large else (packed_size, size)
    sizes = (crc, packed_size, size, len(path), len(extra))
    return _LOCAL.pack(b"PK\3\4", version, flags, method, 0, _DAY, *sizes) + path + extra


def _path(name: str) -> tuple[bytes, int]:
    """A member's name as bytes, and the flag that says in which encoding."""
    return (name.encode("ascii"), 0) if name.isascii() else (name.encode(), _UTF8)


def _extra(values: list[int]) -> bytes:
    """The extra field for values of 64 bits."""
    return struct.pack(f"<2H{len(values)}Q", 1, 8 * len(values), *values)


_POLYNOMIAL = 0xEDB88320
_ONE = 1 << 31
"""The polynomial 1: the first bit is that of the highest power."""


def joined_crc(first: int, second: int, length: int) -> int:
    """The CRC-32 of bytes followed by `length` others, from those of both: the first times x to the 8 × length."""
    shift, power, bits = _ONE, 3, length
    while bits:
        if bits & 1:
            shift = _product(_square(power), shift)
        power, bits = power + 1, bits >> 1
    return _product(shift, first) ^ second


@cache
def _square(power: int) -> int:
    """x, squared so many times, modulo CRC-32's polynomial."""
    return _product(_square(power - 1), _square(power - 1)) if power else _ONE >> 1


def _product(one: int, other: int) -> int:
    """The product of two polynomials modulo CRC-32's."""
    product = 0
    while one:
        if one & _ONE:
            product ^= other
        one = one << 1 & 0xFFFFFFFF
        other = other >> 1 ^ (_POLYNOMIAL if other & 1 else 0)
    return product
