"""The main job: pages in, volumes out, in as many formats and variants as asked for, by as many workers as there are.

Bundles of pages become parts (records in every variant), parts become files; both by the same workers, of whom only
receipts come back. What a run has finished is known by receipts, so a run that was cut off goes on where it was.
"""

import sys
import time
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, pairwise

from msgspec import Struct, field
from msgspec.structs import fields, replace

from convert import beside, writers
from convert.batch import earlier, failed, poison, remote, splits
from convert.batch.ahead import FEW, Ahead
from convert.batch.assembly import FileDone, FileTask, file_tasks, make_files, make_in_pair
from convert.batch.choice import ChoiceTask, choose
from convert.batch.earlier import Earlier
from convert.batch.job import Job, check, refuse_early
from convert.batch.known import Known
from convert.batch.parts import BundleDone, BundleTask, ConversionTask, Plan, convert_bundle, make_bundle
from convert.batch.reading import copies_of
from convert.batch.receipts import (
    DIGEST,
    FileReceipt,
    Manifest,
    PageFailure,
    load,
    manifest_name,
    manifests,
    save,
)
from convert.batch.splits import Cut
from convert.batch.store import PRIVATE, Store
from convert.batch.volumes import ORIGINAL, StoredArticles
from convert.batch.workers import Inline, Killed, LocalPool, Pair, Workers
from convert.errors import (
    BadOptionError,
    MissingInputError,
    MissingPartError,
    NewsconvertError,
    WorkerKilledError,
)
from convert.reader import Copies
from convert.transforms.selection import LeftOut, Selection

SMALL = 500
"""Articles up to which files are made together in one task."""
ALONE = 100
"""Files up to which each is a task of its own where two processes share them."""


class Progress(Struct, frozen=True):
    """How far a run is."""

    stage: str
    """`reading` or `converting` (pages), or `writing` (files)."""
    done: int
    total: int | None
    """None while it isn't known, as in a compressed archive."""
    failures: int


Watcher = Callable[[Progress], None]


class Summary(Struct, frozen=True):
    """What a run has done."""

    written: tuple[FileReceipt, ...]
    """All files of the run, those that were there already too."""
    made: int
    """How many of them had to be made."""
    pages: int
    """Pages that gave what they have."""
    articles: int
    failures: tuple[PageFailure, ...]
    notes: Counter[str]
    """How many notes of each code are in the articles."""
    left_out: tuple[LeftOut, ...]
    """What the selection left out, by reason."""
    earlier: Earlier
    """Files of earlier runs that this one makes no more."""
    seconds: Mapping[str, float]
    """What `reading` and `writing` took, by the clock on the wall."""


def run(job: Job, watch: Watcher = lambda _: None, ahead: Ahead | None = None) -> Summary:
    """Read the pages and make every file; inputs that fail are in the summary and stop nothing else.

    `ahead` converts beside this process where the pages are few, or writes the files where these are few.

    Raises CannotWriteError for what can't be written, BusyError when another run has the folder.
    """
    check(job)
    store = job.store()
    with store.locked() as died:
        store.sweep()
        refuse_early(job, store)
        try:
            with _workers(job, store, died) as workers:
                return Running(job, store, workers, watch, ahead).run()
        finally:
            if ahead is not None:
                ahead.end()
            store.sweep()  # after workers that died or were ended, whatever they had begun


def _workers(job: Job, store: Store, died: bool) -> Workers:
    """This process for few pages, else a pool; a pool, too, where a page may kill its reader."""
    if any(remote.is_private(str(place)) for place in (job.folder, *job.paths)):
        if job.cluster or (job.workers or 1) > 1:
            raise BadOptionError("memory:// is seen by one process only; leave out -j and --cluster")
        return Inline()
    if job.cluster:
        from convert.batch.cluster import Cluster

        return Cluster(job.cluster, store)
    count = job.workers or beside.processors()
    few = job.workers is None and sum(1 for _ in islice(job.pages(), FEW + 1)) <= FEW
    if died or job.retry_failed or not (few or count == 1):
        return LocalPool(count)
    return Inline() if count == 1 else Pair()


class Running(Struct, dict=True):
    """One run at work."""

    job: Job
    store: Store
    workers: Workers
    watch: Watcher
    ahead: Ahead | None = None
    failures: list[PageFailure] = field(default_factory=list)
    left_out: tuple[LeftOut, ...] = ()
    kept: dict[str, str] = field(default_factory=dict)
    """Copies of pages that broke the reader: place → digest."""
    early: dict[str, FileDone] = field(default_factory=dict)
    """Files that were made while others were still being converted, by name."""

    def run(self) -> Summary:
        """Read, write, and keep the manifest."""
        started = time.monotonic()
        if self.ahead is not None and self.ahead.converts:
            self.ahead.meanwhile = writers.prepared(self.job.formats)
        done = self._in_variants(self._apart(self._read()))
        read = time.monotonic()
        files = self._write(done)
        seconds = {"reading": read - started, "writing": time.monotonic() - read}
        complete = not self.failures and not any(
            failure.exit_code == MissingInputError.exit_code for bundle in done for failure in bundle.failures
        )
        notes: Counter[str] = Counter()
        for bundle in done:
            self.failures += bundle.failures
            notes.update(bundle.notes)
        pages = sum(bundle.pages - len(bundle.failures) for bundle in done)
        failures = tuple(sorted(self.failures, key=lambda failure: failure.path))
        receipts = tuple(file.receipt for file in files)
        articles = sum(bundle.runs.articles() for bundle in done)
        self._finish(
            Manifest(
                name=self.job.name,
                files=receipts,
                bundles=tuple(bundle.bundle for bundle in done),
                pages=pages,
                articles=articles,
                failures=failures,
                notes=dict(sorted(notes.items())),
                kept=dict(sorted(self.kept.items())),
            )
        )
        made = sum(file.made for file in files)
        earlier_ones = self._earlier(receipts, complete=complete)
        return Summary(receipts, made, pages, articles, failures, notes, self.left_out, earlier_ones, seconds)

    def _earlier(self, receipts: Sequence[FileReceipt], *, complete: bool) -> Earlier:
        """Files that the run makes no more; they all stay where something was missing that may be there again soon."""
        names = earlier.find(self.store, self.job.name, {(file.name, file.format, file.variant) for file in receipts})
        if self.job.prune and complete:
            return earlier.prune(self.store, names)
        return Earlier(tuple(names))

    def _read(self) -> list[BundleDone]:
        """Every bundle of the input, in order."""
        return sorted(self._made(self.job.tasks(self.failures), self._count), key=lambda done: done.number)

    def _count(self) -> int | None:
        """How many pages there are, where counting them doesn't mean unpacking them."""
        total = 0
        for page in self.job.pages():
            if page.data is not None:
                return None
            total += 1
        return total

    def _made(self, tasks: Iterable[BundleTask], count: Callable[[], int | None]) -> Iterator[BundleDone]:
        """The bundles as they are made; how many pages there are is counted while workers are busy with the first."""
        pages = failures = 0
        self.watch(Progress("reading", 0, None, 0))
        total = None
        for task, result in self.workers.run(self._helped(make_bundle), tasks):
            done = poison.without_poison(task) if isinstance(result, Killed) else result
            if self.job.cluster:
                _check_sight(task, done)
            self.kept.update(failed.keep(task, done))
            if not pages:
                total = count()
            pages += done.pages
            failures += len(done.failures)
            self.watch(Progress("reading", pages, total, failures))
            yield done

    def _helped(self, function: Callable[..., BundleDone]) -> Callable[..., BundleDone]:
        """What is done with a bundle, with who converts beside this process where this one takes part."""
        if self.ahead is None or not self.ahead.converts:
            return function
        if not isinstance(self.workers, Inline):
            self.ahead.end()
            return function
        return partial(function, ahead=self.ahead)

    def _apart(self, done: list[BundleDone]) -> list[BundleDone]:
        """The bundles, those read again that have a page with the bytes of one in an earlier bundle: ids differ."""
        changed = {n: copies for n, copies in copies_in(done).items() if copies != done[n].copies}
        if changed:
            tasks = (replace(task, copies=changed[task.number]) for task in self._again(done, changed))
            for again in self._made(tasks, lambda: None):
                done[again.number] = again
        return done

    def _again(self, done: Sequence[BundleDone], numbers: Collection[int]) -> Iterator[BundleTask]:
        """The tasks of bundles that were read, found by their pages: files may have come and gone among the inputs.

        Raises MissingInputError when a bundle isn't the same any more.
        """
        wanted = {done[number].bundle: number for number in numbers}
        for task in self.job.tasks():
            if task.bundle.id in wanted:
                yield replace(task, number=wanted.pop(task.bundle.id))
            if not wanted:
                return
        inputs = ", ".join(map(str, self.job.paths[:3]))
        raise MissingInputError(inputs, "pages came or went while they were read", "run the same command again")

    def _in_variants(self, done: list[BundleDone]) -> list[BundleDone]:
        """The bundles in every script asked for, now that the names in all of them are known."""
        if set(self.job.variants) <= {ORIGINAL}:
            return done
        known = Known(self.store, known_in(done))
        plan = replace(self.job.plan(), known=known)
        if not isinstance(self.workers, Inline):
            known.keep()
        wanted = [variant for variant in self.job.variants if variant != ORIGINAL]
        if self.ahead is not None and self.ahead.converts and isinstance(self.workers, Inline):
            for n, before in enumerate([ORIGINAL, *wanted[:-1]], 1):  # the files of one while the next is converted
                self.ahead.meanwhile = chain(self.ahead.meanwhile, self._make_early(before, list(done)))
                self._convert(replace(plan, variants=tuple(wanted[:n])), done, n, len(wanted))
        else:
            self._convert(plan, done)
        known.forget()
        return done

    def _convert(self, plan: Plan, done: list[BundleDone], turn: int = 1, turns: int = 1) -> None:
        """Put the bundles in the plan's scripts in the place of those read; where scripts take turns, in one of these.

        A page counts as converted as far as it is: after the first of two turns half of them are.
        """
        pages, total = 0, sum(bundle.pages for bundle in done)
        tasks = [ConversionTask(plan, bundle) for bundle in done]
        for task, result in self.workers.run(self._helped(convert_bundle), tasks):
            number = task.done.number
            done[number] = self._without_poison(plan, done, number) if isinstance(result, Killed) else result
            pages += task.done.pages
            self.watch(Progress("converting", (total * (turn - 1) + pages) // turns, total, 0))

    def _make_early(self, variant: str, done: list[BundleDone]) -> Iterator[FileDone]:
        """Make the files in a script whose records are there, where it is known which articles are in them."""
        if variant not in self.job.variants or self.job.selection:
            return
        for task in self._tasks(done, splits.cuts(done, self.job.split), {variant}):
            (self.early[task.name],) = make_files(tuple(self._sharing([task], 2)))
            yield self.early[task.name]

    def _without_poison(self, plan: Plan, done: Sequence[BundleDone], number: int) -> BundleDone:
        """The bundle of that number, read and converted without the pages that kill whoever does."""
        (task,) = (replace(task, plan=plan) for task in self._again(done, [number]))
        found = poison.without_poison(task)
        self.kept.update(failed.keep(task, found))
        return found

    def _chosen(self, done: list[BundleDone]) -> Iterable[int] | None:
        """The places of the articles that the user wants; None is all."""
        if not self.job.selection:
            return None
        everything = tuple(extract for cut in splits.cuts(done, None) for extract in cut.extracts)
        asked = {each.name: getattr(self.job.selection, each.name) for each in fields(Selection)}
        task = ChoiceTask(StoredArticles(self.store, ORIGINAL, everything), asked)
        ((_, choice),) = self.workers.run(choose, [task])
        if isinstance(choice, Killed):
            raise WorkerKilledError("choosing articles killed the process that did, perhaps for want of memory")
        self.left_out = choice.left_out
        return choice.places

    def _write(self, done: list[BundleDone]) -> list[FileDone]:
        """Every file of the run, in order."""
        cuts = splits.cuts(done, self.job.split, self._chosen(done))
        tasks = list(self._tasks(done, cuts))
        files = {task.name: self.early[task.name] for task in tasks if task.name in self.early}
        self.watch(Progress("writing", len(files), len(tasks), 0))
        for result in self._writing([task for task in tasks if task.name not in files]):
            files.update((file.receipt.name, file) for file in result)
            self.watch(Progress("writing", len(files), len(tasks), 0))
        return [files[task.name] for task in tasks]

    def _tasks(
        self, done: list[BundleDone], cuts: Sequence[Cut], ready: Collection[str] | None = None
    ) -> Iterator[FileTask]:
        """The files of these volumes; those in the scripts whose records are ready, where not all are."""
        job = self.job
        tasks = file_tasks(self.store, job.name, cuts, job.split, done, job.formats, job.variants, job.books, ready)
        return (replace(task, force=job.force) for task in tasks)

    def _writing(self, tasks: Sequence[FileTask]) -> Iterator[tuple[FileDone, ...]]:
        """The files as they are made: few by who has loaded the writers ahead, what that leaves by the workers."""
        few = len(tasks) <= ALONE
        missing = {task.name: task for task in tasks}
        if self.ahead is not None and not self.ahead.converts and few:
            for made in self.ahead.doing(make_in_pair, self._sharing(tasks, len(tasks), 2)):
                missing = {name: task for name, task in missing.items() if name != made[0].receipt.name}
                yield made
        rest = list(missing.values())
        if isinstance(self.workers, Pair) and few:
            yield from make_in_pair(self._sharing(rest, len(rest), 2))
            return
        pieces = list(_together(rest))
        shared = [tuple(self._sharing(piece, len(pieces))) for piece in pieces]
        for piece, result in self.workers.run(make_files, shared):
            if isinstance(result, Killed):
                raise WorkerKilledError(
                    f"{self.store.show(piece[0].name)}: writing it killed the process that did, "
                    "perhaps for want of memory; make smaller volumes with --split"
                )
            yield result

    def _sharing(self, tasks: Iterable[FileTask], pieces: int, most: int = sys.maxsize) -> list[FileTask]:
        """The tasks, each told its share of the processors: the work is in so many pieces, `most` done at a time."""
        there = 1 if self.job.cluster else self.job.workers or beside.processors()
        share = max(1, there // max(1, min(pieces, there, most)))
        return [replace(task, processors=share) for task in tasks]

    def _finish(self, manifest: Manifest) -> None:
        """Keep the manifest, and take away the parts that no manifest in the folder knows any more.

        Each time: the run before may have been killed when it had kept its manifest.
        """
        before = load(self.store, manifest_name(self.job.name), Manifest)
        if before is not None:
            failed.forget(self.store, before.kept, self.kept)
        if before != manifest:
            save(self.store, manifest_name(self.job.name), manifest)
        known = {bundle for kept in manifests(self.store) for bundle in kept.bundles}
        for folder in ("parts", "bundles"):
            for name in self.store.names(f"{PRIVATE}/{folder}"):
                if name.split(".")[0] not in known:
                    self.store.remove(f"{PRIVATE}/{folder}/{name}")


def _check_sight(task: BundleTask, done: BundleDone) -> None:
    """Raise MissingPartError for a page that can be read here and not where a worker was to read it."""
    missing = {failure.path for failure in done.failures if failure.exit_code == MissingInputError.exit_code}
    page = next((page for page in task.bundle.pages if page.path in missing), None)
    if page is None:
        return
    try:
        page.read(task.plan.base)
    except NewsconvertError:
        return  # nor can this process
    raise MissingPartError(
        f"{page.path}: a worker can't read this page, which can be read here; "
        "mount its folder there under the same path, or name a URL"
    )


def known_in(done: Iterable[BundleDone]) -> Iterator[str]:
    """The names of people and places that a bundle knows and all others are to know."""
    return (name for bundle in done for name in bundle.known)


def copies_in(done: Sequence[BundleDone]) -> dict[int, dict[int, int]]:
    """By bundle, its pages whose bytes come before in the run, each with which copy it is; none where there are none.

    Of millions of pages only those are looked at whose digests begin with the same 8 bytes as another's.
    """
    beginnings = array("Q", b"".join(bundle.digests for bundle in done))[:: DIGEST // 8]
    again = {one for one, other in pairwise(sorted(beginnings)) if one == other and one}
    copies = Copies()
    place = iter(beginnings)
    found: dict[int, dict[int, int]] = {}
    for bundle in done:
        here = [page for page in range(bundle.pages) if next(place) in again]
        digests = (bundle.digests[page * DIGEST : (page + 1) * DIGEST] for page in here)
        found[bundle.number] = {here[n]: copy for n, copy in copies_of(digests, copies).items()}
    return found


def _together(tasks: Iterable[FileTask]) -> Iterator[tuple[FileTask, ...]]:
    """Files in pieces of work: small ones share one, so that a page a file isn't a trip a file."""
    held: list[FileTask] = []
    articles = 0
    for task in tasks:
        if held and articles + len(task.articles) > SMALL:
            yield tuple(held)
            held, articles = [], 0
        held.append(task)
        articles += len(task.articles)
    if held:
        yield tuple(held)
