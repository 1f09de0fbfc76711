"""Bundle of pages → records in every script asked for, with a receipt: the first half of a run, in any process."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice

from convert import record
from convert.batch import keys
from convert.batch.bundles import Bundle
from convert.batch.receipts import (
    BundleReceipt,
    PageFailure,
    PageSeen,
    Records,
    Run,
    bundle_receipt,
    load,
    part_name,
    save,
)
from convert.batch.store import Folder
from convert.batch.volumes import ORIGINAL, BookOptions, in_variant
from convert.errors import MissingPartError, NewsconvertError
from convert.model import Article
from convert.reader import PageFile, ReadingOptions, join_continuations, read_page, recurring_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What all bundles of a run have in common."""

    store: Folder
    base: str
    """The folder from which relative paths of pages count."""
    variants: tuple[str, ...]
    reading: ReadingOptions
    join: bool
    books: BookOptions
    code: str
    """The program's fingerprint: a worker with another program would make other bytes."""
    force: bool = False


@dataclass(frozen=True, slots=True)
class BundleTask:
    """A bundle to be read."""

    plan: Plan
    number: int
    """The bundle's place in the run."""
    bundle: Bundle
    left_out: tuple[int, ...] | None = None
    """Places of pages with the bytes of one in an earlier bundle; None while that isn't known."""
    poison: Mapping[str, str] = field(default_factory=dict)
    """Pages that kill their reader: path → reason."""


@dataclass(frozen=True, slots=True)
class BundleDone:
    """What travels back from a worker: the receipt without what stays on disk."""

    number: int
    bundle: str
    digests: bytes
    """16 bytes a page, all zero for one that couldn't be had."""
    left_out: tuple[int, ...]
    failures: tuple[PageFailure, ...]
    notes: dict[str, int]
    runs: tuple[Run, ...]
    parts: dict[str, bytes]
    """By variant, the digests of the records of each run, 16 bytes each."""
    made: bool
    """False when all of it was there already."""

    @property
    def pages(self) -> int:
        """How many pages the bundle has."""
        return len(self.digests) // DIGEST


DIGEST = 16


def _done(task: BundleTask, receipt: BundleReceipt, *, made: bool) -> BundleDone:
    variants = dict.fromkeys((ORIGINAL, *task.plan.variants))
    return BundleDone(
        number=task.number,
        bundle=receipt.bundle,
        digests=b"".join(bytes.fromhex(page.sha256 or "")[:DIGEST].ljust(DIGEST, b"\0") for page in receipt.pages),
        left_out=receipt.left_out,
        failures=receipt.failures,
        notes=receipt.notes,
        runs=receipt.runs,
        parts={variant: bytes.fromhex(receipt.records[variant].runs) for variant in variants},
        made=made,
    )


@dataclass(frozen=True, slots=True)
class Loaded:
    """A bundle's pages as they came: the bytes of those that could be had."""

    pages: tuple[PageFile, ...]
    seen: tuple[PageSeen, ...]
    failures: tuple[PageFailure, ...]


def make_bundle(task: BundleTask) -> BundleDone:
    """Read, join and convert a bundle's pages and write its records, as far as that isn't done already."""
    plan = task.plan
    if keys.code() != plan.code:
        raise MissingPartError("a worker has another version of newsconvert than this one; install the same on all")
    kept = None if plan.force else load(plan.store, bundle_receipt(task.bundle.id), BundleReceipt)
    loaded = _load(task)
    receipt = _read_or_keep(task, loaded, kept)
    for variant in plan.variants:
        receipt = _with_variant(plan, receipt, variant)
    if receipt != kept:
        save(plan.store, bundle_receipt(task.bundle.id), receipt)
    return _done(task, receipt, made=receipt != kept)


def _load(task: BundleTask) -> Loaded:
    pages: list[PageFile] = []
    seen: list[PageSeen] = []
    failures: list[PageFailure] = []
    for page in task.bundle.pages:
        try:
            file = page.load(task.plan.base)
        except NewsconvertError as error:
            seen.append(PageSeen(page.path, None))
            failures.append(PageFailure(page.path, str(error), error.exit_code))
        else:
            pages.append(file)
            seen.append(PageSeen(page.path, _digest(file.data), _digest(file.fixes)))
    return Loaded(tuple(pages), tuple(seen), tuple(failures))


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _read_or_keep(task: BundleTask, loaded: Loaded, kept: BundleReceipt | None) -> BundleReceipt:
    """The receipt of the pages as read: the kept one where nothing has changed that it was made of."""
    left_out = task.left_out
    if left_out is None:
        left_out = kept.left_out if kept is not None and kept.pages == loaded.seen else ()
    key = keys.fingerprint(
        [(page.sha256, page.fixes) for page in loaded.seen], left_out, task.plan.reading, task.plan.join,
        task.plan.code,
    )  # fmt: skip
    if kept is not None and not task.poison and kept.pages == loaded.seen and _is_whole(task, kept, key):
        return kept
    return _read(task, loaded, left_out, key)


def _is_whole(task: BundleTask, kept: BundleReceipt, key: str) -> bool:
    original = kept.records.get(ORIGINAL)
    if original is None or original.key != key:
        return False
    return task.plan.store.digest(part_name(kept.bundle, ORIGINAL)) == original.sha256


def _read(task: BundleTask, loaded: Loaded, left_out: tuple[int, ...], key: str) -> BundleReceipt:
    """Read the pages, write the records, and say so."""
    without = {loaded.seen[place].path for place in left_out} | set(task.poison)
    pages = _without_repeats(loaded.pages, without)
    articles, failures = read_pages(pages, task.plan.reading, join=task.plan.join)
    poisoned = [PageFailure(path, reason, 70, crashed=True) for path, reason in task.poison.items()]
    places = {page.path: place for place, page in reversed(list(enumerate(loaded.seen)))}
    runs = tuple(_runs(articles, places))
    records = _write(task.plan, task.bundle.id, ORIGINAL, key, articles, runs)
    return BundleReceipt(
        bundle=task.bundle.id,
        pages=loaded.seen,
        left_out=left_out,
        failures=(*loaded.failures, *failures, *poisoned),
        notes=dict(sorted(Counter(note.code for article in articles for note in article.notes).items())),
        runs=runs,
        records={ORIGINAL: records},
    )


def _without_repeats(pages: Iterable[PageFile], without: set[str]) -> list[PageFile]:
    """Each page once: the same bytes would give the same ids again."""
    first: dict[bytes, PageFile] = {}
    for page in pages:
        if page.path not in without:
            first.setdefault(page.data, page)
    return list(first.values())


def read_pages(
    pages: Sequence[PageFile], options: ReadingOptions, *, join: bool
) -> tuple[tuple[Article, ...], list[PageFailure]]:
    """The articles of pages that are read together; a page that can't be read stops no other."""
    recurring = recurring_lines(pages, options)
    articles: list[Article] = []
    failures: list[PageFailure] = []
    for page in pages:
        try:
            articles += read_page(page, options, recurring).articles
        except NewsconvertError as error:
            failures.append(PageFailure(page.path, str(error), error.exit_code))
        except Exception as error:  # a fault of the program in one page must not cost the archive
            reason = f"{page.path}: the reader broke on it ({type(error).__name__}: {error}); please report this page"
            failures.append(PageFailure(page.path, reason, 70, crashed=True))
    return (join_continuations(articles) if join else tuple(articles)), failures


def _with_variant(plan: Plan, receipt: BundleReceipt, variant: str) -> BundleReceipt:
    """The receipt with the records of a variant in it, made now if need be."""
    if variant == ORIGINAL:
        return receipt
    original = receipt.records[ORIGINAL]
    key = keys.fingerprint(original.sha256, variant, plan.books.variant, plan.code)
    kept = receipt.records.get(variant)
    name = part_name(receipt.bundle, variant)
    if kept is not None and kept.key == key and plan.store.digest(name) == kept.sha256:
        return receipt
    with plan.store.open(part_name(receipt.bundle, ORIGINAL)) as file:
        articles = tuple(record.decode_lines(file, name))
    records = _write(plan, receipt.bundle, variant, key, in_variant(articles, variant, plan.books), receipt.runs)
    return replace(receipt, records={**receipt.records, variant: records})


def _write(
    plan: Plan, bundle: str, variant: str, key: str, articles: Iterable[Article], runs: Iterable[Run]
) -> Records:
    """Write a bundle's records in one script."""
    lines = list(record.encode_lines(articles))
    data = b"".join(lines)
    plan.store.put(part_name(bundle, variant), data)
    here = iter(lines)
    digests = (hashlib.sha256(b"".join(islice(here, run.articles))).hexdigest()[: 2 * DIGEST] for run in runs)
    return Records(key=key, sha256=hashlib.sha256(data).hexdigest(), runs="".join(digests))


def _runs(articles: Iterable[Article], places: Mapping[str, int]) -> Iterator[Run]:
    """Articles that begin on one page, of one paper and date; `places` are those of the pages by their path."""

    def beginning(article: Article) -> tuple[int, str | None, str | None]:
        place = places[article.source[0].path] if article.source else 0
        return place, article.paper, article.date.isoformat() if article.date else None

    for (place, paper, date), together in groupby(articles, beginning):
        yield Run(place, sum(1 for _ in together), paper, date)
