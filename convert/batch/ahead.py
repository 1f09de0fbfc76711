"""Conversion into variants by a process that gets ready while this one reads: loading takes longer than a few pages."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from convert import beside

Task = TypeVar("Task")
Result = TypeVar("Result")

WARMING = "着手发展后台"
"""Text whose conversion loads all that conversion needs."""


class Ahead:
    """A fork that loads what conversion needs, then converts what it is given."""

    def __init__(self, variants: Sequence[str], options: Mapping[str, Any]) -> None:
        """`variants` are those that will be asked for; `options` are fields of `VariantOptions`."""
        self._variants, self._options = variants, options
        self.meanwhile: Callable[[], None] = lambda: None
        """What this process does while the other converts."""
        self._fork = beside.Fork(self._serve)

    def _serve(self, line: beside.Fork) -> None:
        import convert.batch.conversion  # noqa: F401 (so that it is there when it is asked for)
        from convert.transforms.variant import Converter, VariantOptions

        for variant in self._variants:
            Converter(variant, VariantOptions(**self._options)).text(WARMING)
        with contextlib.suppress(EOFError):
            while True:
                function, tasks = line.receive()
                for task in tasks:
                    line.send(function(task))

    def done(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
        """The function's results for the first of the tasks: for all, or for those that were done before it died.

        The function is one of a module, and tasks can be pickled. A process that is a fork of the owner gets nothing.
        """
        done: list[Result] = []
        if self._fork.is_mine and tasks:
            with contextlib.suppress(EOFError, OSError):
                self._fork.send((function, tasks))
                self.meanwhile()
                done.extend(self._fork.receive() for _ in tasks)  # as far as it gets
        return done

    def end(self) -> None:
        """End the process."""
        self._fork.end()


def begin(variants: Sequence[str], options: Mapping[str, Any]) -> Ahead | None:
    """The process, if there is something to convert and a processor for it; it ends with who holds it."""
    wanted = [variant for variant in variants if variant != "original"]
    return Ahead(wanted, options) if wanted and beside.is_worth_it() else None
