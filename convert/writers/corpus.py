"""The layout that corpus tools share: `id`, `text`, `source`, `created` on top, all else under `metadata`.

It loads in Hugging Face datasets, datatrove (`JsonlReader`) and Dolma as it is. What the record calls `source`, where
the article was printed, is `provenance` here: datatrove puts what stands on top among the metadata, where two fields
of one name would be one.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, ClassVar

from convert import record
from convert.model import Volume
from convert.writers.xmltext import visible

_ON_TOP = {"id", "text", "schema"}
_NAMES = {"source": "provenance"}


def rows(volume: Volume) -> Iterator[dict[str, Any]]:
    """A row an article: `source` is the newspaper, or the volume's name where it isn't known; `created` an ISO date.

    Text that Arrow and most JSON readers refuse, such as a lone surrogate, is shown as a sign.
    """
    for article in volume.articles:
        values = _visible(record.to_dict(article))
        yield {
            "id": values["id"],
            "text": values["text"],
            "source": values["paper"] or visible(volume.name),
            "created": values["date"],
            "metadata": {_NAMES.get(key, key): value for key, value in values.items() if key not in _ON_TOP},
        }


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: _visible(each) for key, each in value.items()}
    return [_visible(each) for each in value] if isinstance(value, list | tuple) else value


@dataclass(frozen=True)
class Corpus:
    """One JSON object a line."""

    extension: ClassVar[str] = "corpus.jsonl"
    streams: ClassVar[bool] = True
    articles_only: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """One UTF-8 line an article, in the volume's order."""
        for row in rows(volume):
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
