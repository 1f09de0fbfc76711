"""Bundle of pages → records in every script asked for, with a receipt: the first half of a run, in any process."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from convert.batch import keys
from convert.batch.ahead import Ahead
from convert.batch.bundles import Bundle
from convert.batch.conversion import Conversion, converted, surveyed, written
from convert.batch.known import Known
from convert.batch.reading import CRASH, Loaded, Read, copies_of, load_pages, read_bundle
from convert.batch.receipts import (
    DIGEST,
    BundleReceipt,
    Elsewhere,
    PageFailure,
    Run,
    bundle_receipt,
    load,
    part_name,
    save,
)
from convert.batch.runs import Runs
from convert.batch.store import Store
from convert.batch.volumes import ORIGINAL, BookOptions
from convert.errors import MissingInputError
from convert.files import Synced
from convert.model import Article
from convert.reader import PageFacts, ReadingOptions


class Plan(Struct, frozen=True, kw_only=True):
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
    known: Known | None = None
    """The names of people and places in the whole run; None while it is being read: then nothing is converted."""
    retry: bool = False
    """Pages that broke the reader are tried once more."""


class BundleTask(Struct, frozen=True):
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


class ConversionTask(Struct, frozen=True):
    """A bundle that was read, to be converted."""

    plan: Plan
    done: "BundleDone"


class BundleDone(Struct, frozen=True):
    """What travels back from a worker: the receipt without what stays on disk."""

    number: int
    bundle: str
    digests: bytes
    """16 bytes a page, all zero for one that couldn't be had."""
    copies: dict[int, int]
    failures: tuple[PageFailure, ...]
    notes: dict[str, int]
    runs: Runs
    labels: tuple[str, ...]
    """The pages' short names, where volumes are named after pages."""
    parts: dict[str, bytes]
    """By variant, the digests of the records of each run, 16 bytes each."""
    made: bool
    """False when all of it was there already."""
    known: tuple[str, ...] = ()
    """The names of people and places in it that the other bundles are to know."""

    @property
    def pages(self) -> int:
        """How many pages the bundle has."""
        return len(self.digests) // DIGEST


def _done(task: BundleTask, receipt: BundleReceipt, *, made: bool) -> BundleDone:
    return BundleDone(
        number=task.number,
        bundle=receipt.bundle,
        digests=b"".join(bytes.fromhex(page.sha256 or "")[:DIGEST].ljust(DIGEST, b"\0") for page in receipt.pages),
        copies=receipt.copies,
        failures=receipt.failures,
        notes=receipt.notes,
        runs=Runs(receipt.runs),
        labels=tuple(page.label for page in task.bundle.pages) if task.plan.labelled else (),
        parts=_parts(task.plan, receipt),
        made=made,
        known=(*receipt.findings.full, *receipt.findings.hamlets) if receipt.findings else (),
    )


def _parts(plan: Plan, receipt: BundleReceipt) -> dict[str, bytes]:
    variants = dict.fromkeys((ORIGINAL, *(plan.variants if plan.known is not None else ())))
    return {variant: bytes.fromhex(receipt.records[variant].runs) for variant in variants}


def make_bundle(task: BundleTask, ahead: Ahead | None = None) -> BundleDone:
    """Read and join a bundle's pages and write its records, as far as that isn't done already.

    They are converted, too, where the names of the whole run are known. What `ahead` is there for, it does.
    """
    plan = task.plan
    keys.check(plan.code)
    kept = _kept(task)
    reading = _Reading(task, load_pages(task.bundle, plan.base), kept)
    receipt = kept if kept is not None and reading.is_done(kept) else reading.done()
    receipt = _with_variants(plan, _with_findings(plan, receipt, ahead), ahead)
    if receipt != kept:
        save(plan.store, bundle_receipt(task.bundle.id), receipt, Synced.NOTHING)  # what it says is checked
    return _done(task, receipt, made=receipt != kept)


def convert_bundle(task: ConversionTask, ahead: Ahead | None = None) -> BundleDone:
    """Write the records of a bundle that was read in every variant, as far as that isn't done already."""
    plan, name = task.plan, bundle_receipt(task.done.bundle)
    kept = load(plan.store, name, BundleReceipt)
    if kept is None:
        raise MissingInputError(name, "gone since the bundle was read", "run the same command again")
    receipt = _with_variants(plan, kept, ahead)
    if receipt != kept:
        save(plan.store, name, receipt, Synced.NOTHING)
    return replace(task.done, parts=_parts(plan, receipt), made=task.done.made or receipt != kept)


def examine_variants(plan: Plan, done: BundleDone) -> BundleDone | None:
    """What `convert_bundle` would give without making anything; None when it would have to."""
    kept = load(plan.store, bundle_receipt(done.bundle), BundleReceipt)
    receipt = _with_elsewhere(plan, kept) if kept else None
    if receipt is None or not all(_has_variant(plan, receipt, variant) for variant in plan.variants):
        return None
    return replace(done, parts=_parts(plan, receipt))


def examine_bundle(task: BundleTask) -> BundleDone | None:
    """What `make_bundle` would give without making anything; None when it would have to."""
    kept = _kept(task)
    if kept is None or not _Reading(task, load_pages(task.bundle, task.plan.base), kept).is_done(kept):
        return None
    return _done(task, _with_findings(task.plan, kept), made=False)


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
        name = part_name(task.bundle.id, ORIGINAL)
        records = written(task.plan.store, name, self._key, read.articles, [run.articles for run in runs])
        return BundleReceipt(
            bundle=task.bundle.id,
            pages=self._loaded.seen,
            copies=self._copies,
            failures=(*self._loaded.failures, *read.failures, *poisoned),
            notes=dict(sorted(Counter(note.code for article in read.articles for note in article.notes).items())),
            runs=runs,
            records={ORIGINAL: records},
        )


def _with_findings(plan: Plan, receipt: BundleReceipt, ahead: Ahead | None = None) -> BundleReceipt:
    """The receipt with the people and places of its articles in it, where a variant will ask for them."""
    if receipt.findings is not None or set(plan.variants) <= {ORIGINAL}:
        return receipt
    where = (plan.store, part_name(receipt.bundle, ORIGINAL))
    (findings,) = (ahead.done(surveyed, [where]) if ahead else []) or [surveyed(where)]
    return replace(receipt, findings=findings)


def _with_elsewhere(plan: Plan, receipt: BundleReceipt) -> BundleReceipt:
    """The receipt with those names of the whole run in it that are in its articles, though they say nothing of them.

    It is looked for in the records only when the names of the run aren't those of the last time.
    """
    own = {*receipt.findings.names, *receipt.findings.hamlets} if receipt.findings else set()
    known = plan.known or Known(plan.store, ())
    if receipt.elsewhere is not None and receipt.elsewhere.known == known.fingerprint:
        return receipt
    if known.names <= own:
        return replace(receipt, elsewhere=Elsewhere(known.fingerprint, ()))
    from convert.transforms.variant import occurring

    with plan.store.open(part_name(receipt.bundle, ORIGINAL)) as file:
        here = occurring(known.names, file.read().decode("utf-8")) - own
    return replace(receipt, elsewhere=Elsewhere(known.fingerprint, tuple(sorted(here))))


def _with_variants(plan: Plan, receipt: BundleReceipt, ahead: Ahead | None) -> BundleReceipt:
    """The receipt with the records of every variant in it, when the names of the whole run are known."""
    if plan.known is None or set(plan.variants) <= {ORIGINAL}:
        return receipt
    receipt = _with_elsewhere(plan, receipt)
    missing = [variant for variant in plan.variants if not _has_variant(plan, receipt, variant)]
    wanted = [_conversion(plan, receipt, variant) for variant in missing]
    made = ahead.done(converted, wanted) if ahead else []
    made += map(converted, wanted[len(made) :])
    return replace(receipt, records=receipt.records | dict(zip(missing, made, strict=True)))


def _conversion(plan: Plan, receipt: BundleReceipt, variant: str) -> Conversion:
    """What is to be done for the records of a variant."""
    return Conversion(
        store=plan.store,
        source=part_name(receipt.bundle, ORIGINAL),
        target=part_name(receipt.bundle, variant),
        key=_variant_key(plan, receipt, variant),
        variant=variant,
        options=plan.books.variant,
        findings=receipt.findings,
        elsewhere=receipt.elsewhere.here if receipt.elsewhere else (),
        runs=tuple(run.articles for run in receipt.runs),
    )


def _variant_key(plan: Plan, receipt: BundleReceipt, variant: str) -> str:
    here = receipt.elsewhere.here if receipt.elsewhere else ()
    return keys.fingerprint(receipt.records[ORIGINAL].sha256, variant, plan.books.variant, here, plan.code)


def _has_variant(plan: Plan, receipt: BundleReceipt, variant: str) -> bool:
    """Whether the records of a variant are there, made of these articles and unharmed."""
    if variant == ORIGINAL:
        return True
    kept = receipt.records.get(variant)
    if kept is None or kept.key != _variant_key(plan, receipt, variant):
        return False
    return plan.store.digest(part_name(receipt.bundle, variant)) == kept.sha256


def _runs(read: Read, places: Mapping[str, int]) -> Iterator[Run]:
    """Articles that begin on one page, of one paper, date and number; `places` are those of the pages by their path."""

    def beginning(article: Article) -> tuple[int, str | None, str | None, int | None]:
        place = places[read.origins[article.id]]
        return place, article.paper, article.date.isoformat() if article.date else None, article.page

    for (place, paper, date, number), together in groupby(read.articles, beginning):
        yield Run(place, sum(1 for _ in together), paper, date, number)
