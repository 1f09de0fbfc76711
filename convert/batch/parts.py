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
from convert.batch.store import Folder
from convert.batch.volumes import ORIGINAL, BookOptions, in_variant
from convert.errors import MissingPartError
from convert.model import Article
from convert.reader import PageFacts, ReadingOptions


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
        runs=receipt.runs,
        parts={variant: bytes.fromhex(receipt.records[variant].runs) for variant in variants},
        made=made,
    )


def make_bundle(task: BundleTask) -> BundleDone:
    """Read, join and convert a bundle's pages and write its records, as far as that isn't done already."""
    plan = task.plan
    if keys.code() != plan.code:
        raise MissingPartError("a worker has another version of newsconvert than this one; install the same on all")
    kept = None if plan.force else load(plan.store, bundle_receipt(task.bundle.id), BundleReceipt)
    receipt = _read_or_keep(task, load_pages(task.bundle, plan.base), kept)
    for variant in plan.variants:
        receipt = _with_variant(plan, receipt, variant)
    if receipt != kept:
        save(plan.store, bundle_receipt(task.bundle.id), receipt)
    return _done(task, receipt, made=receipt != kept)


def _read_or_keep(task: BundleTask, loaded: Loaded, kept: BundleReceipt | None) -> BundleReceipt:
    """The receipt of the pages as read: the kept one where nothing has changed that it was made of."""
    same = kept is not None and kept.pages == loaded.seen
    copies = task.copies
    if copies is None:
        copies = kept.copies if kept is not None and same else copies_of(page.sha256 for page in loaded.seen)
    options = replace(task.plan.reading, meta=task.meta)
    digests = [(page.sha256, page.fixes) for page in loaded.seen]
    key = keys.fingerprint(digests, sorted(copies.items()), options, task.plan.join, task.plan.code)
    if kept is not None and same and not task.poison and _is_whole(task, kept, key):
        return kept
    return _read(task, loaded, dict(copies), options, key)


def _is_whole(task: BundleTask, kept: BundleReceipt, key: str) -> bool:
    original = kept.records.get(ORIGINAL)
    if original is None or original.key != key:
        return False
    return task.plan.store.digest(part_name(kept.bundle, ORIGINAL)) == original.sha256


def _read(task: BundleTask, loaded: Loaded, copies: dict[int, int], options: ReadingOptions, key: str) -> BundleReceipt:
    """Read the pages, write the records, and say so."""
    pages = [page for page in loaded.numbered(copies) if page.path not in task.poison]
    read = read_bundle(pages, options, join=task.plan.join)
    poisoned = [PageFailure(path, reason, CRASH, crashed=True) for path, reason in task.poison.items()]
    places = {page.path: place for place, page in reversed(list(enumerate(loaded.seen)))}
    runs = tuple(_runs(read, places))
    records = _write(task.plan, task.bundle.id, ORIGINAL, key, read.articles, runs)
    return BundleReceipt(
        bundle=task.bundle.id,
        pages=loaded.seen,
        copies=copies,
        failures=(*loaded.failures, *read.failures, *poisoned),
        notes=dict(sorted(Counter(note.code for article in read.articles for note in article.notes).items())),
        runs=runs,
        records={ORIGINAL: records},
    )


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


def _runs(read: Read, places: Mapping[str, int]) -> Iterator[Run]:
    """Articles that begin on one page, of one paper and date; `places` are those of the pages by their path."""

    def beginning(article: Article) -> tuple[int, str | None, str | None]:
        place = places[read.origins[article.id]]
        return place, article.paper, article.date.isoformat() if article.date else None

    for (place, paper, date), together in groupby(read.articles, beginning):
        yield Run(place, sum(1 for _ in together), paper, date)
