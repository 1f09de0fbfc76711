"""What is asked of this project's speed, each with the figure that was measured and whether it is met."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bench.measure import Measured
from bench.stages import Stage

Figures = Mapping[tuple[str, int, str], Measured]
"""(What, pages, program) → what it took."""
OURS, PANDOC = "newsconvert", "pandoc (Debian)"


class Target(NamedTuple):
    """One line of the table."""

    asked: str
    measured: str
    met: bool


def asked(figures: Figures, stages: Sequence[Stage]) -> list[str]:
    """The table of what is asked, as far as it was measured."""
    good = {key: figure for key, figure in figures.items() if not figure.failed}
    targets = [*_start_up(stages), *_reader(stages), *_books(good), *_seeds(good), *_archive(good), *_zip(stages)]
    if not targets:
        return []
    rows = [f"| {target.asked} | {target.measured} | {'yes' if target.met else '**no**'} |" for target in targets]
    return ["", "## What is asked", "", "| asked | measured | met |", "|---|---|---|", *rows]


def _seconds(stages: Sequence[Stage]) -> dict[str, Stage]:
    return {f"{one.stage}: {one.what}": one for one in stages}


def _start_up(stages: Sequence[Stage]) -> Iterator[Target]:
    one = _seconds(stages).get("start-up: newsconvert --help")
    if one:
        yield Target("`newsconvert --help` in less than 150 ms", f"{1000 * one.seconds:.0f} ms CPU", one.seconds < 0.15)


def _reader(stages: Sequence[Stage]) -> Iterator[Target]:
    one = _seconds(stages).get("reading: the seed pages")
    if one:
        each = one.seconds / one.pages
        says = f"{1 / each:,.0f} a second ({1000 * each:.2f} ms CPU a page)"
        yield Target("1,000 pages like the seeds read in a second on one core", says, each <= 0.001)


def _books(figures: Figures) -> Iterator[Target]:
    for ending in ("epub", "docx"):
        a, b = figures.get((ending, 500, OURS)), figures.get((ending, 500, PANDOC))
        if a and b:
            yield Target(
                f"500 pages to {ending.upper()}, reading included, in at most half of pandoc 2.17's time",
                f"{a.wall:.2f} s to {b.wall:.2f} s: {a.wall / b.wall:.2f} (CPU {a.cpu:.2f} s to {b.cpu:.2f} s)",
                a.wall <= b.wall / 2,
            )
            yield Target(
                f"… in less memory than pandoc, {ending.upper()}",
                f"largest process {a.largest:.0f} MiB to {b.largest:.0f} MiB, all together {a.together:.0f} MiB",
                a.largest < b.largest,
            )


def _seeds(figures: Figures) -> Iterator[Target]:
    a, b = figures.get(("seeds", 5, OURS)), figures.get(("seeds", 5, PANDOC))
    if a and b:
        yield Target(
            "the nine outputs of `make run` in less time than pandoc's ten conversions",
            f"{a.wall:.2f} s to {b.wall:.2f} s (CPU {a.cpu:.2f} s to {b.cpu:.2f} s)",
            a.wall < b.wall,
        )


def _archive(figures: Figures) -> Iterator[Target]:
    size = max((pages for what, pages, _ in figures if what == "jsonl, 2 workers"), default=0)
    small = figures.get(("jsonl, one worker", 500, OURS))
    one, two = (figures.get((f"jsonl, {count}", size, OURS)) for count in ("1 worker", "2 workers"))
    if one and small:
        large, little = 1000 * one.cpu / size, 1000 * small.cpu / 500
        says = f"{large:.2f} ms to {little:.2f} ms CPU"
        yield Target(f"{size:,} pages: a page's cost within 10 % of that at 500", says, large <= 1.1 * little)
        says = f"largest process {one.largest:.0f} MiB to {small.largest:.0f} MiB"
        yield Target(f"{size:,} pages: memory of each process flat", says, one.largest <= 1.5 * small.largest)
    if one and two:
        says = f"{one.wall:.1f} s to {two.wall:.1f} s: {one.wall / two.wall:.2f} times"
        yield Target(f"{size:,} pages: two workers at least 1.8 times one", says, one.wall >= 1.8 * two.wall)


def _zip(stages: Sequence[Stage]) -> Iterator[Target]:
    known = _seconds(stages)
    book = known.get("writing: EPUB without records, vertical")
    plain = known.get("writing: EPUB without records, vertical: its finished files into a zip")
    if book and plain:
        ratio = book.seconds / plain.seconds
        says = f"{1000 * book.seconds / book.pages:.2f} ms to {1000 * plain.seconds / plain.pages:.2f} ms CPU a page"
        yield Target("a vertical EPUB without records: at most 1.3 times a zip of its files", says, ratio <= 1.3)
