"""Which volumes a run makes: all in one, or so many pages, a page, an issue or a month in each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from convert.batch.parts import BundleDone
from convert.batch.receipts import Run
from convert.batch.volumes import Extract
from convert.errors import BadOptionError

WAYS = ("page", "issue", "month")


@dataclass(frozen=True, slots=True)
class Cut:
    """The articles of one volume: what its name ends in, its number among how many, and where its records are."""

    suffix: str
    part: tuple[int, int] | None
    extracts: tuple[Extract, ...]


def check(split: str | None) -> None:
    """Raise BadOptionError for a way to split that there is not."""
    if split is not None and split not in WAYS and not (split.isascii() and split.isdigit() and int(split) > 0):
        raise BadOptionError(f"--split {split}: give a number of pages, or one of {', '.join(WAYS)}")


def cuts(done: Iterable[BundleDone], split: str | None) -> list[Cut]:
    """The volumes in the order of their first articles; a joined article is where its first page is."""
    groups: dict[str, list[Extract]] = {}
    for suffix, extract in _labelled(done, split):
        pieces = groups.setdefault(suffix, [])
        if pieces and pieces[-1].bundle == extract.bundle and pieces[-1].stop == extract.start:
            last = pieces.pop()
            extract = Extract(extract.bundle, last.start, extract.stop, (last.runs[0], extract.runs[1]))
        pieces.append(extract)
    numbered = split is not None and split not in WAYS
    return [
        Cut(suffix, (number, len(groups)) if numbered else None, tuple(extracts))
        for number, (suffix, extracts) in enumerate(groups.items(), 1)
    ]


def _labelled(done: Iterable[BundleDone], split: str | None) -> Iterator[tuple[str, Extract]]:
    """Each run of articles with the ending of its volume's name."""
    pages = 0
    before = None
    for bundle in done:
        start = 0
        for place, run in enumerate(bundle.runs):
            if (bundle.number, run.page) != before:
                pages += 1
                before = bundle.number, run.page
            yield _suffix(run, pages, split), Extract(bundle.bundle, start, start + run.articles, (place, place + 1))
            start += run.articles


def _suffix(run: Run, pages: int, split: str | None) -> str:
    """Numbers have four digits at least, so that names sort; `pages` counts pages that have articles."""
    if split is None:
        return ""
    if split == "page":
        return f"{pages:04}"
    if split in WAYS:
        length = len("2000-01-01" if split == "issue" else "2000-01")
        return "-".join([*([run.paper] if run.paper else []), run.date[:length] if run.date else "undated"])
    return f"{(pages - 1) // int(split) + 1:04}"
