"""The articles of a file that holds articles already: of records, or of any format that can be read back."""

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from convert import record
from convert.batch.inputs import open_binary
from convert.errors import BadInputError
from convert.model import Article, Articles
from convert.reader import formats


class RecordFile:
    """The articles of a file of records, read anew on each pass, so that memory stays flat."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """`file` can seek; `name` stands in errors. Every record is checked once, here."""
        self._file = file
        self._name = name
        self._count = sum(1 for _ in self)
        if not self._count:
            raise BadInputError(name, "no article record in it", "see 'newsconvert parse'")

    def __iter__(self) -> Iterator[Article]:
        """The articles from the first on."""
        self._file.seek(0)
        return record.decode_lines(self._file, self._name)

    def __len__(self) -> int:
        """How many there are."""
        return self._count


@contextlib.contextmanager
def records_of(path: Path) -> Iterator[Articles]:
    """The articles of a file of records, or of any format that can be read back; `-` is records on stdin.

    Records are read anew on each pass; stdin is copied to a temporary file first.
    """
    if str(path) == "-":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            yield RecordFile(cast(BinaryIO, copy), "stdin")
        return
    reader = None if formats.ending(str(path)) == "jsonl" else formats.reader_for(str(path))
    with open_binary(path) as file:
        yield tuple(reader(file, str(path))) if reader else RecordFile(file, str(path))


@contextlib.contextmanager
def made_once(articles: Articles) -> Iterator[Articles]:
    """The articles, kept as records in a temporary file: for those that are dear to make, as a variant's are.

    A book is gone through several times, and each time they would be made anew.
    """
    with tempfile.TemporaryFile() as kept:
        kept.writelines(record.encode_lines(articles))
        yield RecordFile(cast(BinaryIO, kept), "records") if kept.tell() else ()
