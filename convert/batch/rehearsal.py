"""What a run would do, found out without writing anything."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from convert.batch import earlier, splits
from convert.batch.assembly import FileTask, check_ours, file_name, file_tasks
from convert.batch.job import Job, check
from convert.batch.known import Known
from convert.batch.parts import BundleDone, examine_bundle, examine_variants
from convert.batch.receipts import FileReceipt, PageFailure, file_receipt, load
from convert.batch.run import known_in
from convert.batch.volumes import ORIGINAL
from convert.errors import CannotWriteError


class Rehearsal(Struct, frozen=True):
    """What would be read and written."""

    pages: int
    unread: int
    """Pages that no receipt covers: they would be read."""
    files: tuple[tuple[str, str], ...] | None
    """Each file with `make`, `keep`, `in the way` or `remove`; None while a split's volumes aren't known."""
    failures: tuple[PageFailure, ...]


def rehearse(job: Job) -> Rehearsal:
    """Look at inputs, receipts and files; raises like `run` for what can't be done."""
    check(job)
    failures: list[PageFailure] = []
    done: list[BundleDone] = []
    pages = unread = 0
    for task in job.tasks(failures):
        pages += len(task.bundle.pages)
        examined = examine_bundle(task)
        if examined is None:
            unread += len(task.bundle.pages)
        else:
            done.append(examined)
            failures += examined.failures
    return Rehearsal(pages, unread, _files(job, None if unread else _in_variants(job, done)), tuple(failures))


def _in_variants(job: Job, done: Sequence[BundleDone]) -> list[BundleDone] | None:
    """The bundles in every script asked for; None when they have yet to be converted."""
    if set(job.variants) <= {ORIGINAL}:
        return list(done)
    plan = job.plan()
    plan = replace(plan, known=Known(plan.store, known_in(done)))
    examined = [examine_variants(plan, bundle) for bundle in done]
    return None if None in examined else [bundle for bundle in examined if bundle is not None]


def _files(job: Job, done: Sequence[BundleDone] | None) -> tuple[tuple[str, str], ...] | None:
    store = job.store()
    if done is not None and not job.selection:
        cuts = splits.cuts(done, job.split)
        tasks = file_tasks(store, job.name, cuts, job.split, done, job.formats, job.variants, job.books)
        fates = {task.name: (_fate(job, task), task) for task in tasks}
        made = {(task.name, task.format, task.articles.variant) for _, task in fates.values()}
        gone = earlier.find(store, job.name, made) if job.prune else ()
        return (
            *((store.show(name), fate) for name, (fate, _) in fates.items()),
            *((store.show(name), "remove") for name in gone),
        )
    if job.split is not None:
        return None
    names = (file_name(job.name, format_name, variant) for variant in job.variants for format_name in job.formats)
    return tuple((store.show(name), _fate(job, name)) for name in names)


def _fate(job: Job, task: FileTask | str) -> str:
    """What a run would do with a file; `task` where it is known what the file would be made of."""
    store = job.store()
    name = task if isinstance(task, str) else task.name
    kept, there = load(store, file_receipt(name), FileReceipt), store.digest(name)
    if job.force or there is None:
        return "make"
    try:
        check_ours(store, name, job.name, kept, there)
    except CannotWriteError:
        return "in the way"
    same = isinstance(task, FileTask) and kept is not None and (kept.key, kept.sha256) == (task.key, there)
    return "keep" if same else "make"
