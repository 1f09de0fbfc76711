"""What a run remembers in `DIR/.newsconvert/`: a receipt for each bundle and each file made, and the manifest."""

import json
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from convert.batch.store import PRIVATE, Store
from convert.files import Synced
from convert.transforms.variant.findings import Findings

Kept = TypeVar("Kept")

FORMAT = 1
"""The version of these files; those of another are not used."""
DIGEST = 16
"""Bytes that are kept of a digest where there are many."""


class PageFailure(Struct, frozen=True):
    """A page that gave nothing, and why."""

    path: str
    message: str
    exit_code: int
    crashed: bool = False
    """True when it wasn't refused but broke the reader: it is kept in `failed/`."""


class PageSeen(Struct, frozen=True):
    """A page of a bundle: its path, the digest of its bytes, None where they couldn't be had, and of its fix file's."""

    path: str
    sha256: str | None
    fixes: str | None = None


class Run(Struct, frozen=True):
    """Articles of a bundle that follow each other and begin on one page."""

    page: int
    """The page's place in the bundle."""
    articles: int
    paper: str | None
    date: str | None
    number: int | None = None
    """The page's number as printed."""


class Records(Struct, frozen=True):
    """A bundle's articles in one script: a file of records."""

    key: str
    """What they were made of."""
    sha256: str
    runs: str
    """The digests of the records of each run of articles, 16 bytes each, in hexadecimal."""


class Elsewhere(Struct, frozen=True):
    """Which names that other bundles know are in a bundle's text, too."""

    known: str
    """The fingerprint of all that the other bundles know."""
    here: tuple[str, ...]


class BundleReceipt(Struct, frozen=True):
    """What was made of a bundle of pages."""

    bundle: str
    pages: tuple[PageSeen, ...]
    copies: dict[int, int]
    """Pages whose bytes come again in the run: place → which copy it is, from 2 on; it keeps their ids apart."""
    failures: tuple[PageFailure, ...]
    notes: dict[str, int]
    """How many notes of each code are in the articles."""
    runs: tuple[Run, ...]
    records: dict[str, Records]
    """By variant."""
    findings: Findings | None = None
    """The people and places in it; None where no variant was asked for."""
    elsewhere: Elsewhere | None = None


class FileReceipt(Struct, frozen=True):
    """A file that was made, or is about to be: the receipt is written just before the file gets its name."""

    name: str
    format: str
    variant: str
    key: str
    sha256: str
    size: int
    articles: int
    replaces: str | None = None
    """Digest of the file that had the name before and is ours too."""
    run: str = ""
    """The name of the run that made it."""


class Manifest(Struct, frozen=True):
    """What a finished run of one name consists of: readers trust only this."""

    name: str
    files: tuple[FileReceipt, ...]
    bundles: tuple[str, ...]
    pages: int
    articles: int
    failures: tuple[PageFailure, ...]
    notes: dict[str, int]
    kept: dict[str, str] = field(default_factory=dict)
    """Copies of pages that broke the reader: place in the output folder → digest."""


def part_name(bundle: str, variant: str) -> str:
    """Where a bundle's records of a variant are."""
    return f"{PRIVATE}/parts/{bundle}.{variant}.jsonl"


def bundle_receipt(bundle: str) -> str:
    """Where a bundle's receipt is."""
    return f"{PRIVATE}/bundles/{bundle}.json"


def file_receipt(name: str) -> str:
    """Where an output file's receipt is."""
    return f"{PRIVATE}/files/{name}.json"


def manifest_name(name: str) -> str:
    """Where the manifest of the run of that name is."""
    return f"{PRIVATE}/manifests/{name}.json"


def load(store: Store, name: str, kind: type[Kept]) -> Kept | None:
    """A receipt, or None where there is none that can be used: then the work is done again."""
    data = store.read(name)
    if data is None:
        return None
    try:
        kept = json.loads(data)
        return msgspec.convert(kept["content"], kind, str_keys=True) if kept["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):  # msgspec's errors are ValueErrors
        return None


def save(store: Store, name: str, content: Any, synced: Synced = Synced.NAME) -> None:
    """Write a receipt; paths that are no UTF-8 are kept as JSON escapes."""
    kept = {"format": FORMAT, "content": msgspec.to_builtins(content, str_keys=True)}
    store.put(name, json.dumps(kept, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n", synced)


def manifests(store: Store) -> Iterable[Manifest]:
    """The manifests of all runs in this folder."""
    for name in store.names(f"{PRIVATE}/manifests"):
        manifest = load(store, f"{PRIVATE}/manifests/{name}", Manifest)
        if manifest is not None:
            yield manifest
