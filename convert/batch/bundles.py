"""Which pages are read together: the unit in which lines recur, jumps are joined and names are learned.

The rule: pages follow each other in the order of the input. Pages of one folder whose file names carry one date, or
none, are a newspaper's issue and stay together, up to 128 pages; issues that follow each other are gathered into a
bundle of 32 to 128 pages. Where a bundle ends depends on the names of the pages beside the cut alone. So neither
workers, nor a split, nor an interruption can change what a page is read with, and a page that comes or goes
moves only the borders beside it.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from convert.batch.pages import Page

LEAST, MOST = 32, 128
"""Pages of a bundle: enough to learn from, few enough to share out and to redo."""

_DATE = re.compile(r"(?:1[89]|20)\d\d(?P<sep>[-_.年]?)(?:0[1-9]|1[0-2])(?:(?P=sep)|月)(?:0[1-9]|[12]\d|3[01])")


class Bundle(Struct, frozen=True):
    """Pages that are read together."""

    pages: tuple[Page, ...]

    @property
    def id(self) -> str:
        """Names the bundle's files: made of the pages' paths, whatever is in them."""
        joined = "\n".join(page.path for page in self.pages)
        return hashlib.sha256(joined.encode("utf-8", "surrogateescape")).hexdigest()[:20]


def bundles(pages: Iterable[Page]) -> Iterator[Bundle]:
    """The pages in bundles, in order; lazily, so that a million pages need no list."""
    held: list[Page] = []
    for run in _runs(pages):
        if held and (len(held) + len(run) > MOST or (len(held) >= LEAST and _is_border(run[0], 4))):
            yield Bundle(tuple(held))
            held = []
        held += run
    if held:
        yield Bundle(tuple(held))


def _runs(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Pages of one issue each; an issue of more than a bundle in pieces."""
    held: list[Page] = []
    issue = ("", "")
    for page in pages:
        here = _issue(page)
        if held and here != issue:
            yield held
            held = []
        elif len(held) == MOST:
            cut = next((n for n in range(LEAST, MOST) if _is_border(held[n], LEAST)), MOST)
            yield held[:cut]
            held = held[cut:]
        issue = here
        held.append(page)
    if held:
        yield held


def _issue(page: Page) -> tuple[str, str]:
    """The folder and the date in the file name: as much as a path says of a newspaper's issue."""
    folder, name = os.path.split(page.path)
    dated = _DATE.search(name)
    return folder, dated.group() if dated else ""


def _is_border(page: Page, one_in: int) -> bool:
    """Whether a cut before this page is a good one, by its name alone: so for one name of so many."""
    name = os.path.basename(page.path).encode("utf-8", "surrogateescape")
    return int.from_bytes(hashlib.sha256(name).digest()[:4]) % one_in == 0
