"""Files that hold articles already → articles: what a reader of a format is, and how one is found by a file's ending.

A reader is published as an entry point of the group `newsconvert.readers`, named after the file ending that it reads
(`md`, `docx`); pages of text are read by `convert.reader` itself.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, Protocol, cast

from convert import plugins
from convert.model import Article
from convert.plugins import Plugin

GROUP = "newsconvert.readers"


class FormatReader(Protocol):
    """Reads the articles of one file; a function will do."""

    def __call__(self, file: BinaryIO, name: str) -> Iterator[Article]:
        """The articles in the file's order; `file` can seek, `name` stands in errors and in `source`.

        Raises BadInputError for a file that is not what its name says.
        """


def formats() -> dict[str, Plugin]:
    """The installed readers by file ending, sorted; none is imported."""
    return plugins.installed(GROUP, "reader")


def ending(path: str) -> str:
    """The file ending by which a reader is chosen: `md` of `a/B.tw.MD`."""
    return PurePath(path).suffix.lower().removeprefix(".")


def reader_for(path: str) -> FormatReader | None:
    """The reader for a file of that name, imported; None where the file is to be read as a page."""
    found = formats().get(ending(path))
    return cast(FormatReader, found.load()) if found else None
