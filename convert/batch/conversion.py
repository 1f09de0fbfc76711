"""Records of a bundle in one script: written, and made from those of another; loads nothing that only reading needs."""

import hashlib
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from msgspec import Struct

from convert import record
from convert.batch.receipts import DIGEST, Records
from convert.batch.store import Store
from convert.files import Synced
from convert.model import Article
from convert.transforms.variant.findings import Findings


class Conversion(Struct, frozen=True, kw_only=True):
    """The records of a bundle in a variant, to be made from those of the original."""

    store: Store
    source: str
    """The file of the original's records in the store."""
    target: str
    key: str
    variant: str
    options: Mapping[str, Any]
    """Fields of `VariantOptions`."""
    findings: Findings | None
    """What the bundle says of people and places."""
    elsewhere: tuple[str, ...]
    """Names in it of which other bundles say more."""
    runs: tuple[int, ...]
    """How many articles each run of the bundle has."""


def _articles(store: Store, name: str) -> tuple[Article, ...]:
    with store.open(name) as file:
        return tuple(record.decode_lines(file, name))


def surveyed(where: tuple[Store, str]) -> Findings:
    """What the records in a file say of people and places."""
    from convert.transforms.variant import survey

    return survey(_articles(*where)).findings()


def converted(task: Conversion) -> Records:
    """Make a bundle's records in a variant."""
    from convert.transforms.variant import Converter, VariantOptions, of_findings

    knowledge = of_findings(task.findings, task.elsewhere) if task.findings else None
    converter = Converter(task.variant, VariantOptions(**task.options))
    made = converter.articles(_articles(task.store, task.source), knowledge)
    return written(task.store, task.target, task.key, made, task.runs)


def written(store: Store, name: str, key: str, articles: Iterable[Article], runs: Iterable[int]) -> Records:
    """Write a bundle's records in one script; `runs` says how many articles each of its runs has."""
    lines = list(record.encode_lines(articles))
    data = b"".join(lines)
    store.put(name, data, Synced.CONTENT)
    here = iter(lines)
    digests = (hashlib.sha256(b"".join(islice(here, count))).hexdigest()[: 2 * DIGEST] for count in runs)
    return Records(key=key, sha256=hashlib.sha256(data).hexdigest(), runs="".join(digests))
