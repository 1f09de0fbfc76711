"""Conversion into variants by a process that gets ready while this one reads: loading takes longer than a few pages."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from convert import beside

if TYPE_CHECKING:
    from convert.batch.conversion import Conversion
    from convert.batch.receipts import Records

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
        from convert.batch.conversion import converted
        from convert.transforms.variant import Converter, VariantOptions

        for variant in self._variants:
            Converter(variant, VariantOptions(**self._options)).text(WARMING)
        with contextlib.suppress(EOFError):
            while True:
                for task in line.receive():
                    line.send(converted(task))

    def convert(self, tasks: "Sequence[Conversion]") -> "list[Records]":
        """The records that the first of the tasks make: of all, or of those that were done before the process died.

        A process that is itself a fork of the owner gets none.
        """
        done: list[Records] = []
        if self._fork.is_mine and tasks:
            with contextlib.suppress(EOFError, OSError):
                self._fork.send(tasks)
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
