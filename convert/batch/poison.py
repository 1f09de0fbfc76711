"""Pages that kill the process that reads them: found by halving and left out of the rest."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from convert.batch.bundles import Bundle
from convert.batch.pages import Page
from convert.batch.parts import BundleDone, BundleTask, Plan, make_bundle
from convert.batch.reading import load_pages, read_bundle
from convert.batch.volumes import ORIGINAL, in_variant
from convert.batch.workers import Killed, LocalPool
from convert.errors import WorkerKilledError

REASON = "it kills the process that reads it"


class Trial(Struct, frozen=True):
    """Some pages of a bundle, read to see whether the worker survives; nothing is written."""

    plan: Plan
    pages: tuple[Page, ...]


def survive(trial: Trial) -> None:
    """Do to the pages all that a run would do, and throw it away."""
    loaded = load_pages(Bundle(trial.pages), trial.plan.base)
    articles = read_bundle(loaded.numbered({}), trial.plan.reading, join=trial.plan.join).articles
    for variant in trial.plan.variants:
        if variant != ORIGINAL:
            list(in_variant(articles, variant, trial.plan.books))


def without_poison(task: BundleTask) -> BundleDone:
    """The bundle that kills its worker, read without the pages that do; those are failures with the reason.

    They are looked for on this machine, where a process that dies is replaced soonest and has nothing else to do.
    Raises WorkerKilledError when the bundle kills its worker without any page.
    """
    poison: dict[str, str] = {}
    with LocalPool(1) as near:
        while len(poison) < len(task.bundle.pages):
            left = [page for page in task.bundle.pages if page.path not in poison]
            found = _halve(near, task.plan, left) or left  # only together: then all of them
            poison |= {page.path: f"{page.path}: {REASON}; please report this page" for page in found}
            ((_, result),) = near.run(make_bundle, [replace(task, poison=poison)])
            if not isinstance(result, Killed):
                return result
    raise WorkerKilledError("workers are killed whatever they do; look at the system's log, perhaps memory is short")


def _halve(near: LocalPool, plan: Plan, pages: Sequence[Page]) -> list[Page]:
    """Those of the pages that kill a worker; empty when each half is harmless without the other."""
    middle = (len(pages) + 1) // 2
    found: list[Page] = []
    for half in (pages[:middle], pages[middle:]):
        if half and any(isinstance(r, Killed) for _, r in near.run(survive, [Trial(plan, tuple(half))])):
            found += half if len(half) == 1 else _halve(near, plan, half) or half
    return found
