"""The runs of articles of a bundle, small: this process keeps those of all pages in memory."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from convert.batch.receipts import Run

Value = str | int | None

_FIELDS = 5


class Runs(Sequence[Run]):
    """Runs in 20 bytes each, and every paper, date and number once."""

    def __init__(self, runs: Iterable[Run]) -> None:
        """Pack them."""
        places: dict[Value, int] = {}

        def place(value: Value) -> int:
            return places.setdefault(value, len(places))

        self._rows = array("i")
        for run in runs:
            self._rows.extend((run.page, run.articles, place(run.paper), place(run.date), place(run.number)))
        self._values = tuple(places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows) // _FIELDS

    @overload
    def __getitem__(self, place: int) -> Run: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Run]: ...
    def __getitem__(self, place: int | slice) -> Run | Sequence[Run]:
        """One of them, or several."""
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        start = _FIELDS * range(len(self))[place]
        page, articles, *places = self._rows[start : start + _FIELDS]
        return Run(page, articles, *(self._values[each] for each in places))  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Run]:
        """All of them: a sequence's own way, by place, takes four times as long."""
        values = self._values
        fields = iter(self._rows)
        for page, articles, paper, date, number in zip(fields, fields, fields, fields, fields, strict=True):
            yield Run(page, articles, values[paper], values[date], values[number])  # type: ignore[arg-type]

    def articles(self) -> int:
        """How many articles are in all of them."""
        return sum(self._rows[1::_FIELDS])
