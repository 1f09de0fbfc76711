"""Which volumes a run makes: all in one, or so many pages, an article, a page, an issue or a month in each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from convert.batch.pages import as_name, short
from convert.batch.parts import BundleDone
from convert.batch.receipts import Run
from convert.batch.sets import Covered
from convert.batch.volumes import Extract
from convert.errors import BadOptionError

WAYS = ("article", "page", "issue", "month")
OF_A_PAGE = ("article", "page")
"""Ways that name volumes after the page file."""


class Cut(Struct, frozen=True):
    """The articles of one volume: what its name ends in, what it covers, and where its records are."""

    suffix: str
    covered: Covered
    extracts: tuple[Extract, ...]


def check(split: str | None) -> None:
    """Raise BadOptionError for a way to split that there is not."""
    if split is not None and split not in WAYS and not (split.isascii() and split.isdigit() and int(split) > 0):
        raise BadOptionError(f"--split {split}: give a number of pages, or one of {', '.join(WAYS)}")


class Piece(Struct, frozen=True):
    """Articles that follow each other in one run of a bundle."""

    bundle: BundleDone
    run: int
    start: int
    """The first one's place in the bundle."""
    skip: int
    """Its place in the run."""
    articles: int

    def extract(self) -> Extract:
        """The piece as a volume reads it."""
        return Extract(self.bundle.bundle, self.start, self.start + self.articles, (self.run, self.run + 1), self.skip)


def cuts(done: Sequence[BundleDone], split: str | None, chosen: Iterable[int] | None = None) -> list[Cut]:
    """The volumes in the order of their first articles; a joined article is where its first page is.

    `chosen` are the places of articles in the run, in the order in which they are to stand; None is all.
    """
    groups: dict[str, tuple[list[Extract], Covered]] = {}
    pieces = _pieces(done) if chosen is None else _chosen(done, chosen)
    for suffix, piece in _labelled(_singles(pieces) if split == "article" else pieces, split):
        extracts, covered = groups.setdefault(suffix, ([], Covered()))
        run = piece.bundle.runs[piece.run]
        covered.add(run.paper, run.date, run.number)
        extract = piece.extract()
        if extracts and extracts[-1].bundle == extract.bundle and extracts[-1].stop == extract.start:
            extract = extracts.pop().with_next(extract)
        extracts.append(extract)
    return [Cut(suffix, covered, tuple(extracts)) for suffix, (extracts, covered) in groups.items()]


def _pieces(done: Iterable[BundleDone]) -> Iterator[Piece]:
    """All articles, a piece a run."""
    for bundle in done:
        start = 0
        for number, run in enumerate(bundle.runs):
            yield Piece(bundle, number, start, 0, run.articles)
            start += run.articles


def _singles(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The articles of the pieces, a piece each."""
    for piece in pieces:
        for n in range(piece.articles):
            yield replace(piece, start=piece.start + n, skip=piece.skip + n, articles=1)


def _chosen(done: Iterable[BundleDone], chosen: Iterable[int]) -> Iterator[Piece]:
    """The chosen articles, a piece each, in their order."""
    pieces = list(_pieces(done))
    firsts = list(accumulate((piece.articles for piece in pieces), initial=0))
    for place in chosen:
        number = bisect_right(firsts, place) - 1
        piece, skip = pieces[number], place - firsts[number]
        yield Piece(piece.bundle, piece.run, piece.start + skip, skip, 1)


def _labelled(pieces: Iterable[Piece], split: str | None) -> Iterator[tuple[str, Piece]]:
    """Each piece with the ending of its volume's name."""
    pages = 0
    before = None
    labels: dict[str, tuple[int, int]] = {}
    for piece in pieces:
        run = piece.bundle.runs[piece.run]
        page = piece.bundle.number, run.page
        pages += page != before
        before = page
        if split is None:
            yield "", piece
        elif split in OF_A_PAGE:
            label = _label(piece.bundle.labels[run.page], page, labels)
            yield f"{label}-{_number(piece):03}" if split == "article" else label, piece
        elif split in WAYS:
            yield _dated(run, split), piece
        else:
            yield f"{(pages - 1) // int(split) + 1:04}", piece


def _number(piece: Piece) -> int:
    """The place of an article among those of its page, from 1, whichever of them are chosen."""
    runs = piece.bundle.runs
    first = next(number for number, run in enumerate(runs) if run.page == runs[piece.run].page)
    return 1 + piece.start - sum(run.articles for run in runs[:first])


def _label(label: str, page: tuple[int, int], labels: dict[str, tuple[int, int]]) -> str:
    """The page's own label, with a number where an earlier one has the same, or the same to systems blind to case."""
    number, told = 1, label
    while labels.setdefault(told.casefold(), page) != page:
        number += 1
        told = f"{label}-{number}"
    return told


def _dated(run: Run, split: str) -> str:
    """Paper and date, as far as they are known, fit for a file name."""
    length = len("2000-01-01" if split == "issue" else "2000-01")
    paper = short(as_name(run.paper or ""))
    return "-".join([*([paper] if paper else []), run.date[:length] if run.date else "undated"])
