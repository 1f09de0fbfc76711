"""Pieces of a book that this process and its forks make at the same time, kept in files until they are put in place."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate, islice, pairwise
from types import TracebackType
from typing import Any, BinaryIO, Generic, NamedTuple, Self, TypeVar, cast

from msgspec import Struct

from convert import beside, record
from convert.model import Article, Articles

Told = TypeVar("Told")

MANY = 300
"""Articles from which on a fork saves more than it takes."""
_LEAST, _MOST = 64, beside.Numbers.MOST // 4
"""Articles of a piece at least, and pieces of one kind of work at most."""


class Work(Struct, Generic[Told], frozen=True, eq=False):
    """A kind of work, in pieces numbered from 0."""

    count: int
    make: Callable[[Iterable[int]], Iterator[tuple[int, Told, bytes]]]
    """Makes those of the numbers, which come in order; of each its bytes, and what is told of it, which is pickled."""


class Place(NamedTuple):
    """Where bytes are kept: in which of the files, from where on, how many."""

    file: int
    start: int
    length: int

    def within(self, other: "Place") -> "Place":
        """The same where `start` counts from the other's."""
        return Place(other.file, other.start + self.start, self.length)


class _Kept(Struct, frozen=True):
    """What was told of a piece, and where it is."""

    told: Any
    place: Place


class Pieces:
    """Makes every piece of some works once, by as many processes as there are free; begun at once.

    This process makes pieces while it waits for the one that it is asked for, and no longer: what is done with that
    piece, the others' work goes on beside. What a fork that dies leaves undone is done here.
    """

    def __init__(self, *works: Work[Any], shared: bool) -> None:
        """`shared`: by forks, too, where that is possible; else here alone."""
        self._works = works
        self._firsts = list(accumulate((work.count for work in works), initial=0))
        self._kept: dict[int, _Kept] = {}
        count = self._firsts[-1]
        helpers = max(0, min(beside.processors(), count) - 1) if shared and beside.is_worth_it() else 0
        self._files = [_spool() for _ in range(1 + helpers)]
        self._numbers: Iterable[int] = beside.Numbers(range(count)) if helpers else range(count)
        self._forks = [beside.Fork(partial(self._help, file)) for file in range(1, 1 + helpers)]
        self._coming = self._as_made()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what was begun."""
        for fork in self._forks:
            fork.end()
        for file in self._files:
            file.close()

    def of(self, work: Work[Told]) -> Iterator[tuple[Told, bytes]]:
        """The pieces of a work, in order; made as they are asked for and not kept where nobody else makes any."""
        if self._forks or self._kept:
            for told, place in self.places(work):
                yield told, self.read(place)
        else:
            yield from ((told, data) for _, told, data in work.make(range(work.count)))

    def places(self, work: Work[Told]) -> Iterator[tuple[Told, Place]]:
        """Where the pieces of a work are, in order."""
        first = self._first(work)
        for number in range(first, first + work.count):
            while number not in self._kept:
                self._kept.update([next(self._coming)])
            kept = self._kept[number]
            yield kept.told, kept.place

    def read(self, place: Place) -> bytes:
        """What is kept there; in a fork of this process, too."""
        file = self._files[place.file]
        if hasattr(os, "pread"):  # moves nothing that a fork shares
            return os.pread(file.fileno(), place.length, place.start)
        file.seek(place.start)
        return file.read(place.length)

    def _first(self, work: Work[Any]) -> int:
        return self._firsts[next(place for place, each in enumerate(self._works) if each is work)]

    def _as_made(self) -> Iterator[tuple[int, _Kept]]:
        """All pieces as they are made: here, as long as there are some that nobody has begun, and by the forks."""
        at_work = list(self._forks)
        for made in self._make(self._numbers, 0):
            yield made
            for fork in [fork for fork in at_work if fork.has_answered()]:
                try:
                    yield fork.receive()
                except (EOFError, OSError):
                    at_work.remove(fork)
        for fork in at_work:
            with contextlib.suppress(EOFError, OSError):
                while True:
                    yield fork.receive()
        yield from self._make(sorted({*range(self._firsts[-1])} - self._kept.keys()), 0)

    def _help(self, file: int, line: beside.Fork) -> None:
        """In a fork: make what nobody has begun, into a file that both processes have open."""
        for made in self._make(self._numbers, file):
            line.send(made)

    def _make(self, numbers: Iterable[int], file: int) -> Iterator[tuple[int, _Kept]]:
        """The pieces of these numbers, made in order; each work is asked once."""
        out = self._files[file]
        waiting = iter(numbers)
        held = next(waiting, None)

        def own(first: int, end: int) -> Iterator[int]:
            nonlocal held
            while held is not None and held < end:
                yield held - first
                held = next(waiting, None)

        for work, (first, end) in zip(self._works, pairwise(self._firsts), strict=True):
            for number, told, data in work.make(own(first, end)):
                start = out.seek(0, os.SEEK_END)
                out.write(data)
                out.flush()
                yield first + number, _Kept(told, Place(file, start, len(data)))


def _spool() -> BinaryIO:
    return cast(BinaryIO, tempfile.TemporaryFile())


def can_be_shared(articles: Articles) -> bool:
    """Whether several processes can go through the articles at the same time, and there are enough for it."""
    apart = isinstance(articles, tuple) or getattr(articles, "opened_anew", False)
    return bool(apart) and len(articles) >= MANY


def piece_size(articles: Articles) -> int:
    """How many articles a piece of work has: it depends on their number alone, as the bytes of some works do on it."""
    return max(_LEAST, -(-len(articles) // _MOST))


def pieces_of(articles: Articles) -> int:
    """How many pieces that makes."""
    return -(-len(articles) // piece_size(articles))


def articles_of(articles: Articles, numbers: Iterable[int]) -> Iterator[tuple[int, list[Article]]]:
    """The articles of these pieces, in one pass in which only they are decoded."""
    for number, lines in _picked(articles, numbers):
        yield number, [record.decode(line) if isinstance(line, bytes) else line for line in lines]


def records_of(articles: Articles, numbers: Iterable[int]) -> Iterator[tuple[int, list[bytes]]]:
    """The records of these pieces, in one pass in which only they are encoded where they aren't kept so."""
    for number, lines in _picked(articles, numbers):
        yield number, [line if isinstance(line, bytes) else record.encode(line) for line in lines]


def _picked(articles: Articles, numbers: Iterable[int]) -> Iterator[tuple[int, list[Article | bytes]]]:
    source: Iterator[Article | bytes] | None = None
    at, size = 0, piece_size(articles)
    for number in numbers:
        if source is None:
            source = articles.lines() if isinstance(articles, record.Recorded) else iter(articles)
        passed = islice(source, number * size - at)
        for _ in passed:
            pass
        at = (number + 1) * size
        yield number, list(islice(source, size))
