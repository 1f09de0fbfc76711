"""Parquet: the corpus layout in columns with fixed types, for engines that read many files at once."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from convert.model import Volume
from convert.writers.corpus import rows

_INT, _TEXT, _DATE = pa.int32(), pa.string(), pa.date32()
_METADATA = {
    **dict.fromkeys(("kind", "language", "paper"), _TEXT),
    "date": _DATE,
    "page": _INT,
    **dict.fromkeys(("section", "kicker", "headline", "subheadline", "byline"), _TEXT),
    "people": pa.list_(pa.struct({"name": _TEXT, "role": _TEXT})),
    "dateline": _TEXT,
    "continued_from": _INT,
    "continues_on": _INT,
    "body": pa.list_(pa.struct({"type": _TEXT, "text": _TEXT})),
    "provenance": pa.list_(pa.struct({"path": _TEXT, "sha256": _TEXT, "lines": pa.list_(_INT)})),
    "notes": pa.list_(pa.struct({"code": _TEXT, "message": _TEXT, "line": _INT, "text": _TEXT})),
}
SCHEMA = pa.schema(
    {"id": _TEXT, "text": _TEXT, "source": _TEXT, "created": _DATE, "metadata": pa.struct(_METADATA)},
)


@dataclass(frozen=True)
class Parquet:
    """Row groups of a fixed number of articles, compressed with zstd; memory stays at one group."""

    group: int = 1000
    """Articles a row group."""

    extension: ClassVar[str] = "parquet"
    streams: ClassVar[bool] = False
    articles_only: ClassVar[bool] = True

    def __post_init__(self) -> None:
        """Refuse a group that holds nothing."""
        if self.group < 1:
            raise ValueError("group: at least one article a row group")

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """The volume's articles in order."""
        with pq.ParquetWriter(out, SCHEMA, compression="zstd") as table:
            for group in _groups(map(_dated, rows(volume)), self.group):
                table.write_table(pa.Table.from_pylist(group, schema=SCHEMA))


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its dates as dates."""
    day = row["created"] and datetime.date.fromisoformat(row["created"])
    return {**row, "created": day, "metadata": {**row["metadata"], "date": day}}


def _groups(all_rows: Iterable[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    waiting = iter(all_rows)
    while group := list(islice(waiting, size)):
        yield group
