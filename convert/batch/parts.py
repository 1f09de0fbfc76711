"""Bundle of pages → records in every script asked for, with a receipt: the first half of a run, in any process."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, islice

from convert import record
from convert.batch import keys
from convert.batch.bundles import Bundle
from convert.batch.reading import CRASH, Loaded, Read, copies_of, load_pages, read_bundle
from convert.batch.receipts import (
    BundleReceipt,
    PageFailure,
    Records,
    Run,
    bundle_receipt,
    load,
    part_name,
    save,
)
from convert.batch.store import Store
from convert.batch.volumes import ORIGINAL, BookOptions, in_variant
from convert.errors import MissingPartError
from convert.model import Article
from convert.reader import PageFacts, ReadingOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What all bundles of a run have in common."""

    store: Store
    base: str
    """The folder from which relative paths of pages count."""
    variants: tuple[str, ...]
    reading: ReadingOptions
    join: bool
    books: BookOptions
    code: str
    """The program's fingerprint: a worker with another program would make other bytes."""
    force: bool = False
    labelled: bool = False
    """Volumes are named after pages."""
    retry: bool = False
    """Pages that broke the reader are tried once more."""


@dataclass(frozen=True, slots=True)
class BundleTask:
    """A bundle to be read."""

    plan: Plan
    number: int
    """The bundle's place in the run."""
    bundle: Bundle
    meta: Mapping[str, PageFacts] = field(default_factory=dict)
    """What the user's table says of the bundle's pages."""
    copies: Mapping[int, int] | None = None
    """Pages whose bytes come again in the run: place → which copy it is; None while that isn't known."""
    poison: Mapping[str, str] = field(default_factory=dict)
    """Pages that kill their reader: path → reason."""


@dataclass(frozen=True, slots=True)
class BundleDone:
    """What travels back from a worker: the receipt without what stays on disk."""

    number: int
    bundle: str
    digests: bytes
    """16 bytes a page, all zero for one that couldn't be had."""
    copies: dict[int, int]
    failures: tuple[PageFailure, ...]
    notes: dict[str, int]
    runs: tuple[Run, ...]
    labels: tuple[str, ...]
    """The pages' short names, where volumes are named after pages."""
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
        copies=receipt.copies,
        failures=receipt.failures,
        notes=receipt.notes,
        runs=_sharing(receipt.runs),
        labels=tuple(page.label for page in task.bundle.pages) if task.plan.labelled else (),
        parts={variant: bytes.fromhex(receipt.records[variant].runs) for variant in variants},
        made=made,
    )


def _sharing(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with one string for a paper or a date that many have: a run keeps those of all its pages in memory."""
    texts: dict[str | None, str | None] = {}
    return tuple(
        Run(run.page, run.articles, texts.setdefault(run.paper, run.paper), texts.setdefault(run.date, run.date))
        for run in runs
    )


def make_bundle(task: BundleTask) -> BundleDone:
    """Read, join and convert a bundle's pages and write its records, as far as that isn't done already."""
    plan = task.plan
    if keys.code() != plan.code:
        raise MissingPartError("a worker has another version of newsconvert than this one; install the same on all")
    kept = _kept(task)
    reading = _Reading(task, load_pages(task.bundle, plan.base), kept)
    receipt = kept if kept is not None and reading.is_done(kept) else reading.done()
    for variant in plan.variants:
        if not _has_variant(plan, receipt, variant):
            receipt = _with_variant(plan, receipt, variant)
    if receipt != kept:
        save(plan.store, bundle_receipt(task.bundle.id), receipt)
    return _done(task, receipt, made=receipt != kept)


def examine_bundle(task: BundleTask) -> BundleDone | None:
    """What `make_bundle` would give without making anything; None when it would have to."""
    kept = _kept(task)
    if kept is None or not _Reading(task, load_pages(task.bundle, task.plan.base), kept).is_done(kept):
        return None
    if not all(_has_variant(task.plan, kept, variant) for variant in task.plan.variants):
        return None
    return _done(task, kept, made=False)


def _kept(task: BundleTask) -> BundleReceipt | None:
    plan = task.plan
    kept = None if plan.force else load(plan.store, bundle_receipt(task.bundle.id), BundleReceipt)
    if kept is not None and plan.retry and any(failure.crashed for failure in kept.failures):
        return None
    return kept


class _Reading:
    """A bundle's pages as they are now, and what reading them would depend on."""

    def __init__(self, task: BundleTask, loaded: Loaded, kept: BundleReceipt | None) -> None:
        self._task = task
        self._loaded = loaded
        digests = [page.sha256 for page in loaded.seen]
        fixes = [page.fixes for page in loaded.seen]
        if task.copies is not None:
            self._copies = dict(task.copies)
        elif kept is not None and kept.pages == loaded.seen:
            self._copies = kept.copies  # as an earlier run found; the whole input will tell whether it still holds
        else:
            self._copies = copies_of(digests)
        self._options = replace(task.plan.reading, meta=task.meta)
        self._key = keys.fingerprint(
            digests, fixes, sorted(self._copies.items()), self._options, task.plan.join, task.plan.code
        )

    def is_done(self, kept: BundleReceipt) -> bool:
        """Whether the receipt is of these pages, read so, and its records are there unharmed."""
        original = kept.records.get(ORIGINAL)
        if original is None or original.key != self._key or kept.pages != self._loaded.seen or self._task.poison:
            return False
        return self._task.plan.store.digest(part_name(kept.bundle, ORIGINAL)) == original.sha256

    def done(self) -> BundleReceipt:
        """Read the pages, write the records, and say so."""
        task = self._task
        pages = [page for page in self._loaded.numbered(self._copies) if page.path not in task.poison]
        read = read_bundle(pages, self._options, join=task.plan.join)
        poisoned = [PageFailure(path, reason, CRASH, crashed=True) for path, reason in task.poison.items()]
        places = {page.path: place for place, page in reversed(list(enumerate(self._loaded.seen)))}
        runs = tuple(_runs(read, places))
        records = _write(task.plan, task.bundle.id, ORIGINAL, self._key, read.articles, runs)
        return BundleReceipt(
            bundle=task.bundle.id,
            pages=self._loaded.seen,
            copies=self._copies,
            failures=(*self._loaded.failures, *read.failures, *poisoned),
            notes=dict(sorted(Counter(note.code for article in read.articles for note in article.notes).items())),
            runs=runs,
            records={ORIGINAL: records},
        )


def _variant_key(plan: Plan, receipt: BundleReceipt, variant: str) -> str:
    return keys.fingerprint(receipt.records[ORIGINAL].sha256, variant, plan.books.variant, plan.code)


def _has_variant(plan: Plan, receipt: BundleReceipt, variant: str) -> bool:
    """Whether the records of a variant are there, made of these articles and unharmed."""
    if variant == ORIGINAL:
        return True
    kept = receipt.records.get(variant)
    if kept is None or kept.key != _variant_key(plan, receipt, variant):
        return False
    return plan.store.digest(part_name(receipt.bundle, variant)) == kept.sha256


def _with_variant(plan: Plan, receipt: BundleReceipt, variant: str) -> BundleReceipt:
    """The receipt with the records of a variant in it, made from those of the original."""
    name = part_name(receipt.bundle, ORIGINAL)
    with plan.store.open(name) as file:
        articles = tuple(record.decode_lines(file, name))
    key = _variant_key(plan, receipt, variant)
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


def _runs(read: Read, places: Mapping[str, int]) -> Iterator[Run]:
    """Articles that begin on one page, of one paper, date and number; `places` are those of the pages by their path."""

    def beginning(article: Article) -> tuple[int, str | None, str | None, int | None]:
        place = places[read.origins[article.id]]
        return place, article.paper, article.date.isoformat() if article.date else None, article.page

    for (place, paper, date, number), together in groupby(read.articles, beginning):
        yield Run(place, sum(1 for _ in together), paper, date, number)
