"""Articles → volumes → files: what every run ends with, of pages or of records."""

import contextlib
import dataclasses
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from convert import record, writers
from convert.batch.inputs import open_binary
from convert.errors import BadInputError
from convert.files import written_aside
from convert.model import Article, Articles, Volume

ORIGINAL = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOptions:
    """What a user asks of the books of a run: about the volume, of its script, of the writers."""

    about: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `Volume`: title, creator, publisher, rights."""
    writer: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the writers, by name."""
    variant: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `VariantOptions`."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made."""

    path: Path
    articles: int
    size: int
    """In bytes."""


def in_variant(articles: Articles, variant: str, options: BookOptions) -> Articles:
    """The articles in that script; raises UnknownNameError with the variants there are."""
    if variant == ORIGINAL:
        return articles
    from convert.transforms.variant import Converter, VariantOptions

    return Converter(variant, VariantOptions(**options.variant)).articles(articles)


def volume(articles: Articles, name: str, variant: str, options: BookOptions) -> Volume:
    """A volume of articles that are in the variant's script already."""
    language = next((a.language for a in articles), "zh-Hans")
    plain = Volume(name=name, title=_title(articles, name), language=language, articles=articles, variant=variant)
    return dataclasses.replace(plain, **options.about)


def _title(articles: Articles, name: str) -> str:
    """Paper and dates where all articles are of one paper, else the volume's name."""
    papers = {a.paper for a in articles}
    dates = sorted({a.date for a in articles if a.date})
    if len(papers) != 1 or None in papers:
        return name
    days = [dates[0], dates[-1]] if len(dates) > 1 else dates
    return " ".join([str(papers.pop()), "–".join(day.isoformat() for day in days)]).strip()


def write_file(book: Volume, format_name: str, path: Path, options: BookOptions) -> Written:
    """Write one volume in one format to `path`, whole or not at all."""
    writer = writers.make(format_name, options.writer)
    with written_aside(path) as out:
        writer.write(book, out)
    return Written(path, len(book.articles), path.stat().st_size)


def write_stdout(book: Volume, format_name: str, options: BookOptions) -> None:
    """Write one volume in one format to stdout, as it is made where the writer can."""
    writer = writers.make(format_name, options.writer)
    if writer.streams:
        writer.write(book, cast(BinaryIO, sys.stdout.buffer))
    else:
        with tempfile.TemporaryFile() as out:
            writer.write(book, cast(BinaryIO, out))
            out.seek(0)
            shutil.copyfileobj(out, sys.stdout.buffer)
    sys.stdout.buffer.flush()


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
def records_of(path: Path) -> Iterator[RecordFile]:
    """The articles of a record file, or of stdin for `-`, which is copied to a temporary file first."""
    if str(path) == "-":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            yield RecordFile(cast(BinaryIO, copy), "stdin")
    else:
        with open_binary(path) as file:
            yield RecordFile(file, str(path))
