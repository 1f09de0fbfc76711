"""What a run reads: files, folders, archives and lists → pages, in an order that doesn't depend on the machine."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from convert.batch import archives, folders, remote
from convert.batch.folders import matches, natural
from convert.batch.pages import Page
from convert.errors import BadInputError, MissingInputError, NewsconvertError
from convert.reader import formats
from convert.reader.fixes import ENDING

PATTERNS = ("*.txt",)
"""The files that are pages when a folder or an archive is given, compared without regard to case."""


class Failure(Struct, frozen=True):
    """An input that gave nothing, and why; the others are still read."""

    path: str
    error: NewsconvertError


def expand(paths: Iterable[Path | str | Page], patterns: Sequence[str] = PATTERNS) -> Iterator[Page | Failure]:
    """The pages of files, folders and archives, in the order in which they are named; a page that is there is one.

    One that is named, and is in a folder that is named too, comes once, where it is named itself.
    A folder's pages come in natural order (page 2 before page 10), sub-folders included; hidden files are left out, and
    what a run has made there. A tar's come in the archive's own order, since it can be read only once.
    """
    inputs = [path if isinstance(path, Page) else str(path) for path in paths]
    named = Named(path for path in inputs if isinstance(path, str))
    for path in inputs:
        if isinstance(path, Page):
            yield path
            continue
        if named.came(path):
            continue
        found = False
        for item in _expand(path, patterns, named):
            found = True
            if item is not None:
                yield item
        if not found:
            yield Failure(path, BadInputError(path, f"no {' or '.join(patterns)} file in it", _instead(path)))


def _instead(path: str) -> str:
    """What to do about a folder without pages: most often they have another ending."""
    found = folders.walk(path, ("*",)) if os.path.isdir(path) else ()
    endings = (formats.ending(name) for name in islice((name for name in found if isinstance(name, str)), 1000))
    counts = Counter(ending for ending in endings if ending in formats.formats())
    if not counts:
        return "name one that has pages, or the files themselves"
    [(ending, _)] = counts.most_common(1)
    return f"there are .{ending} files, which --glob '*.{ending}' takes"


class Named:
    """All inputs, so that a page comes once though it is named again, or in a folder that is named."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._all = {_whole(path) for path in paths}
        self._come: set[str] = set()

    def came(self, path: str) -> bool:
        """Whether an input has come before; takes note of it."""
        whole = _whole(path)
        came = whole in self._come
        self._come.add(whole)
        return came

    def has(self, root: str, below: str) -> bool:
        """Whether a page found below a folder, or a folder on the way to it, is an input itself: it comes there."""
        if len(self._all) == 1:
            return False
        whole = _whole(root)
        return any(os.path.join(whole, step) in self._all for step in accumulate(below.split(os.sep), os.path.join))


def _whole(path: str) -> str:
    return path.rstrip("/") if remote.is_url(path) else os.path.abspath(path)


def _expand(path: str, patterns: Sequence[str], named: Named) -> Iterator[Page | Failure | None]:
    """What an input gives; None for a page of it that comes elsewhere."""
    if remote.is_url(path):
        yield from _remote(path, patterns)
    elif os.path.isdir(path):
        for found in folders.walk(path, patterns):
            if isinstance(found, NewsconvertError):
                yield Failure(str(getattr(found, "path", path)), found)
            else:
                yield None if named.has(path, found) else Page(os.path.join(path, found), found)
    elif not os.path.exists(path):
        piped = path == "-"  # a command that takes a page from a pipe gives it as a page
        missing = MissingInputError(path, "stdin is not read here", "name files or folders") if piped else None
        yield Failure(path, missing or MissingInputError(path))
    elif archives.is_archive(path):
        yield from _archive(path, patterns)
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
        yield from _archive(url, patterns) if archives.is_archive(url) else [Page(url)]
    there = frozenset(name for name in below or () if name.endswith(ENDING))
    for name in sorted(below or (), key=lambda name: [natural(part) for part in name.split("/")]):
        if matches(name, patterns) and not any(part.startswith(".") for part in name.split("/")):
            yield Page(f"{url.rstrip('/')}/{name}", name, fixed=name + ENDING in there)


def _archive(path: str, patterns: Sequence[str]) -> Iterator[Page | Failure]:
    try:
        for found in archives.pages(path, lambda name: matches(name, patterns)):
            yield Failure(found.path, found) if isinstance(found, BadInputError) else found
    except NewsconvertError as error:
        yield Failure(path, error)


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
