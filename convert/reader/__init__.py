"""Page text → articles: a chain of pure stages, decode → lines → labels → drafts → articles → continuations."""

import datetime
import functools
import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from convert import profiles
from convert.errors import BadInputError
from convert.model import Article, Note
from convert.profiles import Profile
from convert.reader import articles, pagefacts
from convert.reader.continuations import join_continuations
from convert.reader.corrected import apply, decided
from convert.reader.decoding import decode
from convert.reader.drafts import gather
from convert.reader.fixes import ENDING, load
from convert.reader.lines import HEADING_MARK, split
from convert.reader.pagefacts import PageFacts
from convert.reader.path import best_path
from convert.reader.setting import settled
from convert.reader.shapes import shape_of
from convert.reader.sights import FURNITURE, STOPS, see
from convert.reader.told import retold
from convert.reader.trace import TracedLine, Track, traced

__all__ = [
    "Copies",
    "PageFacts",
    "PageFile",
    "Reading",
    "ReadingOptions",
    "TracedLine",
    "join_continuations",
    "read_page",
    "read_pages",
    "recurring_lines",
]


class PageFile(Struct, frozen=True):
    """A page: the path as it is to be shown, the file's bytes, and those of the fix file beside it, if there is one.

    `copy` is 2, 3 … for the second, third … file with the same bytes in a batch, so that no two articles share an id.
    """

    path: str
    data: bytes
    copy: int = 1
    fixes: bytes | None = None


class ReadingOptions(Struct, frozen=True, kw_only=True):
    """How pages are read. What is None is found out.

    `meta` gives facts by file name, which tell more than the page's furniture and its name; `name_pattern` is a regular
    expression with the groups `paper`, `date`, `page` that is searched in a file's stem.
    """

    profile: Profile | None = None
    encoding: str | None = None
    paper: str | None = None
    date: datetime.date | None = None
    meta: Mapping[str, PageFacts] = field(default_factory=dict)
    name_pattern: str | None = None


class Reading(Struct, frozen=True, dict=True):
    """What was read on a page: its facts, its articles in printed order, and every line with its label.

    `notes` are remarks on the page as a whole: fixes that were not applied. The first article has them too.
    """

    facts: PageFacts
    encoding: str
    articles: tuple[Article, ...]
    track: Track
    """What the trace is made of."""
    notes: tuple[Note, ...] = ()
    """Remarks about the page as a whole: fixes that were not applied, and all there is when no article can carry it."""

    @functools.cached_property
    def trace(self) -> tuple[TracedLine, ...]:
        """Every line of the page with its label; made when it is asked for, which conversions never do."""
        return traced(self.track)


DEFAULTS = ReadingOptions()


def read_page(page: PageFile, options: ReadingOptions = DEFAULTS, recurring: frozenset[str] = frozenset()) -> Reading:
    """Read a page; `recurring` are lines that other pages of the batch have too.

    Raises BadInputError for a file that is empty or can't be decoded and for a malformed fix file, never for what the
    page's text says.
    """
    decoded = decode(page.data, page.path, options.encoding)
    digest = hashlib.sha256(page.data).hexdigest()
    fixes = load(page.fixes, page.path + ENDING) if page.fixes is not None else None
    cleaned, unapplied = apply(split(decoded), fixes, digest)
    profile = options.profile or _profile_of(line.text for line in cleaned.lines[:4])
    seen = see(cleaned.lines, profile, recurring)
    decisions = settled(seen, best_path(seen))
    if seen.corrected:
        decisions = decided(seen.lines, decisions)
    drafts = gather(seen.lines, decisions)
    facts = _facts(page.path, [line.text for line in seen.furniture], options, profile)
    origin = articles.Origin(
        page.path,
        digest,
        page.copy,
        seen.language,
        facts,
        profile,
        cleaned.changes,
    )
    made = [articles.make(draft, place, origin) for place, draft in enumerate(drafts, 1)]
    found, unheard = retold([one.article for one in made], drafts, cleaned.lines)
    unapplied += unheard
    marks = [mark for one in made for mark in one.marks]
    remarks = [*unapplied, *(articles.removals(cleaned.removed) if cleaned.removed else ())]
    return Reading(
        facts,
        decoded.encoding,
        articles.with_notes(found, remarks) if found and remarks else found,
        Track(seen, cleaned, decisions, drafts, marks),
        unapplied if found else tuple(remarks),
    )


@functools.cache
def _told_apart() -> tuple[tuple[Profile, frozenset[str]], ...]:
    """The profiles of single newspapers, each with the banners that only this newspaper has."""
    general = profiles.load()
    papers = [profiles.load(name) for name in profiles.names() if name != profiles.GENERAL]
    return tuple((profile, profile.sections - general.sections) for profile in papers)


def _profile_of(head: Iterable[str]) -> Profile:
    """The profile of the newspaper whose name or banner stands at the page's head, else the general one."""
    top = set(head)
    for profile, banners in _told_apart():
        if not top.isdisjoint(banners) or (profile.paper and any(profile.paper in line for line in top)):
            return profile
    return profiles.load()


def _facts(path: str, furniture: Sequence[str], options: ReadingOptions, profile: Profile) -> PageFacts:
    """A page's facts: what the user says, then the table, the page's furniture, its name, the profile."""
    file = PurePath(path)
    stem = file.stem
    told = PageFacts(options.paper, options.date)
    listed = options.meta.get(file.name) or options.meta.get(stem) or PageFacts()
    return (
        listed.over(told)
        .over(pagefacts.from_furniture(furniture))
        .over(pagefacts.from_name(stem, options.name_pattern))
        .over(PageFacts(profile.paper))
    )


def recurring_lines(pages: Iterable[PageFile], options: ReadingOptions = DEFAULTS) -> frozenset[str]:
    """The banners of a batch: short lines at the head of two pages or more, each time over another title.

    A headline that heads two pages has the same lines under it on both. Pages that can't be decoded are passed over;
    reading them says why.
    """
    under: dict[str, set[str]] = {}
    for page in pages:
        try:
            top = page.data[:SURVEYED]
            text = decode(top[: top.rfind(b"\n") + 1] or top, page.path, options.encoding).text
        except BadInputError:
            continue
        head, below = _head(text)
        if 4 < len(head) <= 40 and 0 < len(below) <= 40 and head[-1] not in STOPS and below[-1] not in "。，；：":
            under.setdefault(head, set()).add(below)
    return frozenset(head for head, titles in under.items() if len(titles) > 1)


SURVEYED = 1 << 12
"""Bytes at the head of a page that are looked at for its banner."""


def _head(text: str) -> tuple[str, str]:
    """The first two lines of a page that are neither blank nor its furniture, without heading marks."""
    rows = (HEADING_MARK.sub("", row.strip(), count=1) for row in text.split("\n", 40)[:40])
    found = list(islice((row for row in rows if row and shape_of(row) not in FURNITURE), 2))
    return (found[0], found[1]) if len(found) == 2 else ("", "")


class Copies:
    """Counts files with the same bytes, so that no two articles of a batch share an id."""

    def __init__(self) -> None:
        self._seen: Counter[Hashable] = Counter()

    def which(self, digest: Hashable) -> int:
        """Which copy of its bytes the next file is, of which this is the digest: 1 for the first."""
        self._seen[digest] += 1
        return self._seen[digest]


def read_pages(pages: Iterable[PageFile], options: ReadingOptions = DEFAULTS, *, join: bool = True) -> list[Article]:
    """Read a small batch whole: banners found over all pages, halves of jumped articles joined unless told otherwise."""
    copies = Copies()
    batch = [replace(page, copy=copies.which(hashlib.sha256(page.data).digest())) for page in pages]
    recurring = recurring_lines(batch, options)
    found = [article for page in batch for article in read_page(page, options, recurring).articles]
    return list(join_continuations(found)) if join else found
