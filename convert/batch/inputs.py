"""What a run reads: files and folders → page files, in an order that doesn't depend on the machine."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from convert.errors import BadInputError, MissingInputError, NewsconvertError
from convert.reader import PageFile
from convert.reader.fixes import ENDING

PATTERN = "*.txt"
"""The files that are pages when a folder is given."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave nothing, and why; the others are still read."""

    path: str
    error: NewsconvertError


def expand(paths: Iterable[Path]) -> Iterator[Path | Failure]:
    """The page files of files and folders: a folder's pages sorted by name, sub-folders included."""
    for path in paths:
        if path.is_dir():
            pages = sorted(p for p in path.rglob(PATTERN) if p.is_file() and not p.name.startswith("."))
            if not pages:
                yield Failure(
                    str(path), BadInputError(str(path), f"no {PATTERN} file in this folder", "name one that has pages")
                )
            yield from pages
        elif path.exists():
            yield path
        else:
            yield Failure(str(path), MissingInputError(str(path)))


def open_binary(path: Path) -> BinaryIO:
    """The input, opened; raises MissingInputError for one that can't be."""
    try:
        return path.open("rb")
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise MissingInputError(str(path), problem, "check the name and your permission") from error


def load_page(path: Path) -> PageFile:
    """A page and the fix file beside it, if there is one; raises MissingInputError for what can't be opened."""
    with open_binary(path) as file:
        data = file.read()
    beside = path.with_name(path.name + ENDING)
    if not beside.exists():
        return PageFile(str(path), data)
    with open_binary(beside) as file:
        return PageFile(str(path), data, fixes=file.read())
