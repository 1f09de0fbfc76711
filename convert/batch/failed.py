"""Pages that broke the reader, kept for a person in `DIR/failed/` under their own paths, each with the reason."""

import hashlib
from collections.abc import Iterator, Mapping

from convert.batch.pages import as_name, told_apart
from convert.batch.parts import BundleDone, BundleTask
from convert.batch.store import FAILED, Store
from convert.errors import NewsconvertError

REASON = ".reason.txt"
"""What the name of the file that holds the reason ends with."""
LONGEST = 255 - len(REASON)
"""Bytes of the longest name of a copy, so that the one of its reason is none too long."""
DEEPEST = 1000
"""Bytes of the longest path of a copy below the output folder: some systems take no more than 4,096 altogether."""


def place_of(path: str) -> str:
    """Where a page is kept: its path as errors show it, below the folder; no two pages have one place."""
    parts = (part for part in path.replace("://", "/").split("/") if part)
    place = "/".join([FAILED, *map(_fit, parts)])
    return place if len(place.encode()) <= DEEPEST else f"{FAILED}/{told_apart('_', path, LONGEST)}"


def _fit(part: str) -> str:
    """A part of a path as a file name; what no system could write is told apart by a digest."""
    fit = as_name(part)
    return part if fit == part and len(part.encode()) <= LONGEST else told_apart(fit or "_", part, LONGEST)


def keep(task: BundleTask, done: BundleDone) -> Iterator[tuple[str, str]]:
    """Copy pages that broke the reader, each with its reason; gives the place and the digest of each copy."""
    store = task.plan.store
    reasons = {failure.path: failure.message for failure in done.failures if failure.crashed}
    for page in task.bundle.pages if reasons else ():
        if page.path not in reasons:
            continue
        try:
            data = page.read(task.plan.base)
        except NewsconvertError:
            continue  # gone since
        place = place_of(page.path)
        _put(store, place, data)
        _put(store, place + REASON, f"{reasons[page.path]}\n".encode("utf-8", "replace"))
        yield place, hashlib.sha256(data).hexdigest()


def _put(store: Store, name: str, data: bytes) -> None:
    if store.read(name) != data:
        store.put(name, data)


def forget(store: Store, before: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Take away copies of pages that break the reader no more; one that a person has worked on stays."""
    for place, digest in before.items():
        if place not in now and store.digest(place) == digest:
            store.remove(place)
            store.remove(place + REASON)
