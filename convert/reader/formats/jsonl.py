"""Article records, one a line, as `newsconvert parse` writes them → articles."""

from collections.abc import Iterator
from typing import BinaryIO

from convert import record
from convert.model import Article


def read(file: BinaryIO, name: str) -> Iterator[Article]:
    """The records one at a time, so that memory stays flat."""
    return record.decode_lines(file, name)
