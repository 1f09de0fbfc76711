"""The pages of a folder and the folders inside, in an order that no machine changes."""

import functools
import os
import re
from collections.abc import Callable, Iterator, Sequence
from fnmatch import translate

from convert.batch.store import FAILED, PRIVATE
from convert.errors import MissingInputError, NewsconvertError


def walk(root: str, patterns: Sequence[str]) -> Iterator[str | NewsconvertError]:
    """Paths of the pages below a folder, and errors for what can't be looked into, each in its place.

    Links to folders elsewhere are followed; what is in the folder itself is read where it is, whoever links to it.
    """
    yield from _walk(root, "", patterns, [os.path.realpath(root)])


def _walk(root: str, below: str, patterns: Sequence[str], read: list[str]) -> Iterator[str | NewsconvertError]:
    try:
        names, inner, lost = _entries(root, below, patterns, read)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        yield MissingInputError(os.path.join(root, below), problem, "check your permission")
        return
    for name in names:
        path = os.path.join(below, name) if below else name
        if name in inner:
            yield from _walk(root, path, patterns, read)
        elif name in lost:
            yield MissingInputError(os.path.join(root, path), "a link to nothing", "mend it or take it away")
        else:
            yield path


def _entries(root: str, below: str, patterns: Sequence[str], read: list[str]) -> tuple[list[str], set[str], set[str]]:
    """The names in a folder, of pages and folders, in natural order; those to be walked; those of links to nothing.

    The system is asked about links alone: of a file the folder itself says what it is.
    """
    wanted = _matcher(tuple(patterns))
    names: list[str] = []
    inner: set[str] = set()
    lost: set[str] = set()
    ours = _made_here(os.path.join(root, below))
    with os.scandir(os.path.join(root, below)) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name in ours:
                continue
            if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and _leads_out(entry.path, read)):
                inner.add(name)
                names.append(name)
            elif _may_be_page(entry) and wanted(os.path.join(below, name) if below else name):
                names.append(name)
                if entry.is_symlink() and not os.path.isfile(entry.path):
                    lost.add(name)
    names.sort()
    names.sort(key=natural)
    return names, inner, lost


def _may_be_page(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or a link that leads to one or to nothing."""
    return os.path.isfile(entry.path) or not os.path.exists(entry.path) if entry.is_symlink() else entry.is_file()


def _leads_out(link: str, read: list[str]) -> bool:
    """Whether a link leads to a folder that neither is read anyway nor holds one that is; takes note of it as read."""
    target = os.path.join(os.path.realpath(link), "")
    known = [os.path.join(there, "") for there in read]
    if not os.path.isdir(target) or any(target.startswith(there) or there.startswith(target) for there in known):
        return False
    read.append(target)
    return True


def _made_here(folder: str) -> set[str]:
    """What a run has made in a folder: its files are no pages, nor are copies of pages that failed."""
    try:
        receipts = os.listdir(os.path.join(folder, PRIVATE, "files"))
    except OSError:
        return {FAILED} if os.path.isdir(os.path.join(folder, PRIVATE)) else set()
    return {FAILED, *(name.removesuffix(".json") for name in receipts)}


def matches(name: str, patterns: Sequence[str]) -> bool:
    """Whether a file is a page: a pattern with a slash looks at the path below the folder, else at the name alone."""
    return _matcher(tuple(patterns))(name)


@functools.lru_cache(maxsize=8)
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    whole = [re.compile(translate(pattern.lower())).match for pattern in patterns if "/" in pattern]
    last = [re.compile(translate(pattern.lower())).match for pattern in patterns if "/" not in pattern]

    def fits(name: str) -> bool:
        lower = name.replace(os.sep, "/").lower()
        end = lower.rsplit("/", 1)[-1]
        return any(match(end) for match in last) or any(match(lower) for match in whole)

    return fits


_NUMBER = re.compile(r"0*(\d+)")


def natural(name: str) -> str:
    """A key that sorts numbers in names by value, `p2` before `p10`: each after the number of its digits."""
    return _NUMBER.sub(lambda number: f"{len(number[1]):03}{number[1]}", name)
