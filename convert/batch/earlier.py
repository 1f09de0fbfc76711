"""Files of earlier runs under a run's name that it makes no more: named to the user, and taken away when asked."""

from collections.abc import Collection

from msgspec import Struct

from convert.batch.receipts import FileReceipt, file_receipt, load
from convert.batch.store import PRIVATE, Store


class Earlier(Struct, frozen=True):
    """Volumes of another split or of pages that are gone, in the formats and scripts that the run makes."""

    left: tuple[str, ...] = ()
    """Those that stay."""
    removed: tuple[str, ...] = ()


def find(store: Store, run: str, made: Collection[tuple[str, str, str]]) -> list[str]:
    """The names of such files; `made` are name, format and variant of each file of the run.

    Files in a format or script that this run doesn't make are none of its business, as those of a run of another
    name.
    """
    names = {name for name, _, _ in made}
    kinds = {(format_name, variant) for _, format_name, variant in made}
    found: list[str] = []
    for receipt in store.names(f"{PRIVATE}/files"):
        name = receipt.removesuffix(".json")
        kept = None if name in names else load(store, file_receipt(name), FileReceipt)
        if kept is not None and kept.run == run and (kept.format, kept.variant) in kinds:
            found.append(name)
    return [name for name in found if store.exists(name)]


def prune(store: Store, names: Collection[str]) -> Earlier:
    """Take away those of the files that are as they were made; one that somebody has changed stays."""
    left: list[str] = []
    removed: list[str] = []
    for name in names:
        kept = load(store, file_receipt(name), FileReceipt)
        if kept is None or store.digest(name) not in (kept.sha256, kept.replaces):
            left.append(name)
            continue
        store.remove(name)
        store.remove(file_receipt(name))
        removed.append(name)
    return Earlier(tuple(left), tuple(removed))
