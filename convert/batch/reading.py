"""Bundle of pages → articles: what reading is in a run, in memory, whoever writes the result."""

import functools
import hashlib
import io
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from convert.batch import remote
from convert.batch.bundles import Bundle, bundles
from convert.batch.inputs import PATTERNS, Failure, expand
from convert.batch.pages import LARGEST, Page
from convert.batch.receipts import PageFailure, PageSeen
from convert.errors import NewsconvertError
from convert.model import Article
from convert.reader import Copies, PageFile, ReadingOptions, formats, join_continuations, read_page, recurring_lines

CRASH = 70
"""The exit code of a page that broke the reader: EX_SOFTWARE."""


class Loaded(Struct, frozen=True):
    """A bundle's pages as they came: the bytes of those that could be had."""

    files: Mapping[int, PageFile]
    """By place in the bundle."""
    seen: tuple[PageSeen, ...]
    failures: tuple[PageFailure, ...]

    def numbered(self, copies: Mapping[int, int]) -> list[PageFile]:
        """The pages in order, each told which copy of its bytes it is."""
        return [replace(file, copy=copies.get(place, 1)) for place, file in self.files.items()]


def load_pages(bundle: Bundle, base: str) -> Loaded:
    """The bytes of the pages and of the fix files beside them; a page that can't be had is a failure of its own."""
    files: dict[int, PageFile] = {}
    seen: list[PageSeen] = []
    failures: list[PageFailure] = []
    fetched = remote.read_many([page.path for page in bundle.pages if page.is_object], LARGEST)
    for place, page in enumerate(bundle.pages):
        try:
            file = replace(page, data=fetched.get(page.path, page.data)).load(base)
        except NewsconvertError as error:
            seen.append(PageSeen(page.path, None))
            failures.append(PageFailure(page.path, str(error), error.exit_code))
        else:
            files[place] = file
            fixes = None if file.fixes is None else hashlib.sha256(file.fixes).hexdigest()
            seen.append(PageSeen(page.path, hashlib.sha256(file.data).hexdigest(), fixes))
    return Loaded(files, tuple(seen), tuple(failures))


def copies_of(digests: Iterable[Hashable | None], copies: Copies | None = None) -> dict[int, int]:
    """The places of bytes that came before, and which copy each is: 2, 3 … `copies` knows those of earlier bundles."""
    copies = copies or Copies()
    which = {place: copies.which(digest) for place, digest in enumerate(digests) if digest is not None}
    return {place: copy for place, copy in which.items() if copy > 1}


def failure_of(found: Failure) -> PageFailure:
    """An input that gives nothing, as runs tell it."""
    return PageFailure(found.path, str(found.error), found.error.exit_code)


def read_inputs(
    paths: Iterable[str | Path | Page],
    options: ReadingOptions,
    *,
    join: bool = True,
    patterns: Sequence[str] = PATTERNS,
) -> Iterator[Article | PageFailure]:
    """The articles that a run would read, one bundle at a time, and between them the inputs that can't be read."""
    copies = Copies()
    missing: list[PageFailure] = []

    def pages() -> Iterator[Page]:
        for found in expand(paths, patterns):
            if isinstance(found, Page):
                yield found
            else:
                missing.append(failure_of(found))

    for bundle in bundles(pages()):
        loaded = load_pages(bundle, "")
        again = copies_of((page.sha256 for page in loaded.seen), copies)
        read = read_bundle(loaded.numbered(again), options, join=join)
        yield from read.articles
        yield from (*loaded.failures, *read.failures)
    yield from missing


class Read(Struct, frozen=True):
    """What a bundle gave."""

    articles: tuple[Article, ...]
    failures: tuple[PageFailure, ...]
    origins: Mapping[str, str]
    """Article id → path of the file that it was read from, which for records isn't the page of their source."""


def read_bundle(pages: Sequence[PageFile], options: ReadingOptions, *, join: bool) -> Read:
    """The articles of pages that are read together; a page that can't be read stops no other."""
    recurring = recurring_lines([page for page in pages if not _holds_articles(page)], options)
    articles: list[Article] = []
    failures: list[PageFailure] = []
    origins: dict[str, str] = {}
    for page in pages:
        try:
            found = _articles(page, options, recurring)
            articles += found
            origins.update((article.id, page.path) for article in found)
        except NewsconvertError as error:
            failures.append(PageFailure(page.path, str(error), error.exit_code))
        except Exception as error:  # a fault of the program in one page must not cost the archive
            reason = f"{page.path}: the reader broke on it ({type(error).__name__}: {error}); please report this page"
            failures.append(PageFailure(page.path, reason, CRASH, crashed=True))
    return Read(join_continuations(articles) if join else tuple(articles), tuple(failures), origins)


def _articles(page: PageFile, options: ReadingOptions, recurring: frozenset[str]) -> tuple[Article, ...]:
    """The articles of a page of text, or of a file that holds articles already."""
    if _holds_articles(page):
        reader = formats.reader_for(page.path)
        if reader is not None:
            return tuple(reader(io.BytesIO(page.data), page.path))
    return read_page(page, options, recurring).articles


def _holds_articles(page: PageFile) -> bool:
    return formats.ending(page.path) in _endings()


@functools.cache
def _endings() -> frozenset[str]:
    """The file endings for which there is a reader of their own."""
    return frozenset(formats.formats())
