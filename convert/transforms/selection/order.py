"""Articles in another order: sort keys, and articles kept aside in a file so that memory stays flat."""

import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator

from convert import record
from convert.errors import BadOptionError, UnknownNameError
from convert.model import Article, Kind

Key = Callable[[Article], tuple[bool, object]]
"""Whether the field is unknown, and its value: the unknown stand last, whichever the direction."""


def _key(value: Callable[[Article], object], unknown: object = 0) -> Key:
    """`unknown` stands for no value, of a type that can be compared with the others."""

    def key(article: Article) -> tuple[bool, object]:
        found = value(article)
        return (found is None, unknown if found is None else found)

    return key


KEYS: dict[str, Key] = {
    "date": _key(lambda a: a.date.toordinal() if a.date else None),
    "page": _key(lambda a: a.page),
    "length": _key(lambda a: sum(len(block.text) for block in a.body)),
    "kind": _key(lambda a: list(Kind).index(a.kind)),
    "paper": _key(lambda a: a.paper, ""),
    "section": _key(lambda a: a.section, ""),
    "headline": _key(lambda a: a.headline, ""),
    "person": _key(lambda a: a.people[0].name if a.people else None, ""),
    "id": _key(lambda a: a.id),
}
"""What articles can be sorted by; text goes by code point, the same on every machine."""


def parse(text: str) -> list[tuple[Key, bool]]:
    """`date,-page` → keys and whether each goes down; raises BadOptionError or UnknownNameError."""
    found = []
    for part in text.split(","):
        name = part.strip()
        down = name.startswith("-")
        name = name.removeprefix("-")
        if not name:
            raise BadOptionError(f"sort '{text}': write fields parted by commas, as in date,page or -length")
        if name not in KEYS:
            raise UnknownNameError("field to sort by", name, sorted(KEYS))
        found.append((KEYS[name], down))
    return found


class Shelf:
    """Articles kept aside in a temporary file, given back in any order, as often as wanted."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Keep the articles in the order in which they come."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the shelf
        weakref.finalize(self, file.close)
        self._file = file
        self._places: list[tuple[int, int]] = []
        start = 0
        for article in articles:
            data = record.encode(article)
            file.write(data)
            self._places.append((start, len(data)))
            start += len(data)

    def __getitem__(self, number: int) -> Article:
        """The article that came as the `number`th."""
        start, size = self._places[number]
        self._file.seek(start)
        return record.decode(self._file.read(size))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)


class Ordered:
    """Some articles of a shelf in an order of their own."""

    def __init__(self, shelf: Shelf, numbers: list[int]) -> None:
        """`numbers` are places on the shelf."""
        self._shelf = shelf
        self._numbers = numbers

    def __iter__(self) -> Iterator[Article]:
        """The articles from the first on."""
        return (self._shelf[number] for number in self._numbers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)


def order(keyed: list[list[tuple[bool, object]]], directions: list[bool]) -> list[int]:
    """The places of articles sorted by their keys; what is equal keeps its order, the unknown stand last."""
    numbers = list(range(len(keyed)))
    for place in reversed(range(len(directions))):
        numbers.sort(key=lambda n: keyed[n][place][1], reverse=directions[place])  # type: ignore[arg-type,return-value]
        numbers.sort(key=lambda n: keyed[n][place][0])
    return numbers
