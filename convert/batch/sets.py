"""What the volumes of one run are called, and what each says of the others: its number of how many, its neighbours.

Volumes are counted as newspapers are bound: the pages (or articles) of an issue, the issues of a month, the months of a
year. So "of how many" stays true, and the books made before stay as they are, when an archive grows by a month: the
last volume learns the name of the next one, and the new year's volumes their number. Only volumes of so many pages are
counted over the whole run, since nothing else than a number tells them apart.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from convert.model import Neighbour


class Covered(Struct):
    """What is in a volume, gathered from the pages that its articles begin on."""

    papers: set[str | None] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    """In ISO form."""
    numbers: set[int | None] = field(default_factory=set)
    """Of pages, as printed."""

    def add(self, paper: str | None, date: str | None, number: int | None) -> None:
        """A page more."""
        self.papers.add(paper)
        self.numbers.add(number)
        if date:
            self.dates.add(date)

    @property
    def paper(self) -> str | None:
        """The newspaper, when there is only one."""
        return next(iter(self.papers)) if len(self.papers) == 1 else None

    @property
    def date(self) -> str:
        """The first day, or nothing."""
        return min(self.dates, default="")


class Place(Struct, frozen=True, kw_only=True):
    """A volume's title and its place among those of the run; fields as in `Volume`."""

    title: str
    series: str
    part: tuple[int, int] | None
    previous: Neighbour | None
    following: Neighbour | None


_PERIODS = {"article": "YYYY-MM-DD", "page": "YYYY-MM-DD", "issue": "YYYY-MM", "month": "YYYY"}
"""What the volumes of each way to split are counted in, as the beginning of an ISO date."""


def places(
    covered: Sequence[Covered], suffixes: Sequence[str], split: str, name: str, title: str | None
) -> Iterator[Place]:
    """The place of each volume, in order; `title` is the one that the user gives to all, `name` the run's."""
    titles = [_title(each, suffix, split, name, title) for each, suffix in zip(covered, suffixes, strict=True)]
    sets = [_set(each, split, name, title) for each in covered]
    numbers, sizes = _counted(sets)
    dated = split in _PERIODS
    told = [Neighbour(each, None if dated else number) for each, number in zip(titles, numbers, strict=True)]
    before, after = _neighbours([each.paper if dated else None for each in covered])
    for at, each in enumerate(sets):
        yield Place(
            title=titles[at],
            series=each,
            part=(numbers[at], sizes[each]) if sizes[each] > 1 else None,
            previous=told[before[at]] if at in before else None,
            following=told[after[at]] if at in after else None,
        )


def _counted(sets: Sequence[str]) -> tuple[list[int], dict[str, int]]:
    """Each volume's number in its set, and how many each set has."""
    sizes: dict[str, int] = {}
    numbers = []
    for each in sets:
        sizes[each] = sizes.get(each, 0) + 1
        numbers.append(sizes[each])
    return numbers, sizes


def _neighbours(papers: Sequence[str | None]) -> tuple[dict[int, int], dict[int, int]]:
    """By volume, the one before and the one after of the same newspaper."""
    before: dict[int, int] = {}
    last: dict[str | None, int] = {}
    for at, paper in enumerate(papers):
        if paper in last:
            before[at] = last[paper]
        last[paper] = at
    return before, {earlier: later for later, earlier in before.items()}


def _set(covered: Covered, split: str, name: str, title: str | None) -> str:
    """The name of the set that a volume is counted in."""
    if split not in _PERIODS:
        return title or name
    period = covered.date[: len(_PERIODS[split])]
    return f"{title or covered.paper or name} {period}".rstrip()


def _title(covered: Covered, suffix: str, split: str, name: str, title: str | None) -> str:
    """The title given or the paper, and what tells the volume from others: days, month, page; else its file's name."""
    told = _told(covered, suffix, split)
    if title is not None or covered.paper is not None:
        return f"{title or covered.paper} {told}".rstrip()
    dated = told if covered.dates and split in _PERIODS else ""
    return f"{name} {dated}" if dated else f"{name}-{suffix}"


def _told(covered: Covered, suffix: str, split: str) -> str:
    """The days that a volume covers, as exactly as the way to split asks for."""
    if split == "month":
        return covered.date[: len("YYYY-MM")]
    if split == "issue":
        return covered.date
    if split == "article":
        return suffix
    if split == "page":
        numbers = covered.numbers
        known = covered.date and len(numbers) == 1 and None not in numbers
        return f"{covered.date} 第{next(iter(numbers))}版" if known else suffix
    return "–".join(sorted({min(covered.dates), max(covered.dates)})) if covered.dates else ""
