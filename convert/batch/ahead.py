"""What takes longer to load than a few pages to read, loaded by a process of its own while this one reads.

It is what conversion needs where there is a variant to be made, else what the writers need; the process then does that
part of the work.
"""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from convert import beside, lexicon

Task = TypeVar("Task")
Result = TypeVar("Result")

FEW = 200
"""Up to so many pages one process does the work alone: a pool would start longer than it saves."""
LITTLE = 2 * lexicon.LITTLE
"""Bytes of little text: a Chinese character has two, or three."""
WARMING = "着手发展后台"
"""Text whose conversion loads all that conversion needs."""
FORETASTE = 15_000
"""Characters of the inputs that are converted only to be at home in them: with the little text that comes, still little
for the segmenter."""


class Ahead:
    """A fork that loads something, then does what it is asked to."""

    def __init__(self, load: Callable[[], Iterable[object] | None], *, converts: bool) -> None:
        """`load` runs in the fork; what it gives is gone through as long as there is nothing else to do."""
        self.converts = converts
        """Whether it is there for conversion; else for writing."""
        self.meanwhile: Iterator[object] = iter(())
        """What this process does while the other converts, step by step until that has an answer."""
        self._load = load
        self._fork = beside.Fork(self._serve)

    def _serve(self, line: beside.Fork) -> None:
        for _ in self._load() or ():
            if line.has_answered():
                break
        with contextlib.suppress(EOFError):
            while True:
                function, tasks = line.receive()
                for result in function(tasks):
                    line.send(result)

    def done(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
        """The function's results for the first of the tasks: for all, or for those that were done before it died.

        The function is one of a module, and tasks can be pickled. A process that is a fork of the owner gets nothing.
        """
        return list(self.doing(partial(map, function), tasks))

    def doing(self, function: Callable[[Sequence[Task]], Iterable[Result]], tasks: Sequence[Task]) -> Iterator[Result]:
        """What the function gives for the tasks, one result each, as it comes; as far as it gets before it dies."""
        if not (self._fork.is_mine and tasks):
            return
        try:
            self._fork.send((function, tasks))
        except OSError:
            return
        for _ in self.meanwhile:
            if self._fork.has_answered():
                break
        with contextlib.suppress(EOFError, OSError):
            for _ in tasks:
                yield self._fork.receive()

    def end(self) -> None:
        """End the process."""
        self._fork.end()


def begin(
    paths: Iterable[str], variants: Sequence[str], options: Mapping[str, Any], formats: Sequence[str]
) -> Ahead | None:
    """The process, if there is a processor for it, and work; it ends with who holds it.

    `paths` are the inputs, `options` fields of `VariantOptions`.
    """
    wanted = [variant for variant in variants if variant != "original"]
    if not beside.is_worth_it() or (wanted and _are_many(paths)):
        return None
    if wanted:
        if not _are_little(paths):
            lexicon.expect_much()  # here, so that whoever is forked from this process does, too
        return Ahead(partial(_load_conversion, wanted, options, list(paths)), converts=True)
    import convert.batch.assembly  # noqa: F401 (both processes need it; for conversion one doesn't)
    from convert import writers

    return Ahead(partial(writers.prepare, formats), converts=False)


def _load_conversion(variants: Sequence[str], options: Mapping[str, Any], paths: Sequence[str]) -> Iterator[str]:
    """Load what conversion needs, and then, line by line, what the inputs' words and characters need of it.

    Rules are compiled and words looked up when a text first has them, which is most of what five pages take.
    """
    import convert.batch.conversion  # noqa: F401 (so that it is there when it is asked for)
    from convert.transforms.variant import Converter, VariantOptions

    converters = [Converter(variant, VariantOptions(**options)) for variant in variants]
    for converter in converters:
        converter.text(WARMING)
    for line in _foretaste(paths):
        for converter in converters:
            converter.text(line)
        yield line


def _foretaste(paths: Iterable[str]) -> Iterator[str]:
    """Lines from the beginning of the inputs, as far as these are files in UTF-8: any text will do."""
    left = FORETASTE
    with contextlib.suppress(OSError):
        for path in _files(paths):
            if left <= 0 or not stat.S_ISREG(os.stat(path).st_mode):  # what is in a pipe can be read once only
                return
            with open(path, "rb") as file:
                text = file.read(3 * left).decode("utf-8", "ignore")
            for line in text[:left].splitlines():
                yield line
                left -= len(line)


def _are_many(paths: Iterable[str]) -> bool:
    """Whether the inputs have more files than pages that one process reads: a pool converts them then."""
    with contextlib.suppress(OSError):
        return sum(1 for _ in islice(_files(paths), FEW + 1)) > FEW
    return False


def _are_little(paths: Iterable[str]) -> bool:
    """Whether the inputs are files, and have so little text that the segmenter's dictionary isn't loaded for it."""
    left = LITTLE
    try:
        for file in _files(paths):
            left -= os.stat(file).st_size
            if left < 0:
                return False
    except OSError:  # it is no file, or can't be had
        return False
    return left < LITTLE


def _files(paths: Iterable[str]) -> Iterator[str]:
    """The inputs, and for folders the files below them; a folder of a million is looked into as far as it is asked."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        with os.scandir(path) as entries:
            for entry in entries:
                yield from _files([entry.path]) if entry.is_dir(follow_symlinks=False) else [entry.path]
