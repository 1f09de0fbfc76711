"""What a run reads: files, folders, archives and lists → pages, in an order that doesn't depend on the machine."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import BinaryIO

from convert.batch import archives, remote
from convert.batch.pages import Page
from convert.errors import BadInputError, MissingInputError, NewsconvertError

PATTERNS = ("*.txt",)
"""The files that are pages when a folder or an archive is given, compared without regard to case."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave nothing, and why; the others are still read."""

    path: str
    error: NewsconvertError


def expand(paths: Iterable[Path | str], patterns: Sequence[str] = PATTERNS) -> Iterator[Page | Failure]:
    """The pages of files, folders and archives, in the order in which they are named.

    A folder's pages come in natural order (page 2 before page 10), sub-folders included, hidden files left out; a
    tar's in the archive's own order, since it can be read only once.
    """
    for path in paths:
        found = False
        for item in _expand(str(path), patterns):
            found = True
            yield item
        if not found:
            wanted = " or ".join(patterns)
            yield Failure(str(path), BadInputError(str(path), f"no {wanted} file in it", "name one that has pages"))


def _expand(path: str, patterns: Sequence[str]) -> Iterator[Page | Failure]:
    if remote.is_url(path):
        yield from _remote(path, patterns)
    elif os.path.isdir(path):
        yield from (Page(os.path.join(path, below), below) for below in _walk(path, "", patterns))
    elif not os.path.exists(path):
        yield Failure(path, MissingInputError(path))
    elif archives.is_archive(path):
        try:
            yield from archives.pages(path, lambda name: matches(name, patterns))
        except NewsconvertError as error:
            yield Failure(path, error)
    else:
        yield Page(path)


def _remote(url: str, patterns: Sequence[str]) -> Iterator[Page | Failure]:
    """The pages below a URL, or the one that it names."""
    try:
        below = remote.objects(url)
    except NewsconvertError as error:
        yield Failure(url, error)
        return
    if below is None:
        yield Page(url)
    for name in sorted(below or (), key=lambda name: [natural(part) for part in name.split("/")]):
        if matches(name, patterns) and not any(part.startswith(".") for part in name.split("/")):
            yield Page(f"{url.rstrip('/')}/{name}", name)


def _walk(root: str, below: str, patterns: Sequence[str]) -> Iterator[str]:
    """Paths of the pages below a folder, links to folders not followed, so that no circle is walked."""
    with os.scandir(os.path.join(root, below)) as entries:
        there = [(e.name, e.is_dir(follow_symlinks=False), e.is_file()) for e in entries]
    there.sort(key=lambda entry: (natural(entry[0]), entry[0]))
    for name, is_folder, is_file in there:
        inner = os.path.join(below, name)
        if name.startswith("."):
            continue
        if is_folder:
            yield from _walk(root, inner, patterns)
        elif is_file and matches(inner, patterns):
            yield inner


def matches(name: str, patterns: Sequence[str]) -> bool:
    """Whether a file is a page: a pattern with a slash looks at the path below the folder, else at the name alone."""
    lower = name.replace(os.sep, "/").lower()
    last = lower.rsplit("/", 1)[-1]
    return any(fnmatchcase(lower if "/" in pattern else last, pattern.lower()) for pattern in patterns)


_NUMBER = re.compile(r"0*(\d+)")


def natural(name: str) -> str:
    """A key that sorts numbers in names by value, `p2` before `p10`: each after the number of its digits."""
    return _NUMBER.sub(lambda number: f"{len(number[1]):03}{number[1]}", name)


def listed(data: bytes, *, separator: bytes = b"\n") -> list[str]:
    """The paths of a list, one a line (its carriage return is no part of it) or one before each NUL."""
    names = (name.rstrip(b"\r") if separator == b"\n" else name for name in data.split(separator))
    return [os.fsdecode(name) for name in names if name]


def open_binary(path: Path) -> BinaryIO:
    """The input, opened; raises MissingInputError for one that can't be."""
    try:
        return path.open("rb")
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise MissingInputError(str(path), problem, "check the name and your permission") from error
