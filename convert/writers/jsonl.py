"""JSON Lines: one article record a line, for archives and corpora."""

from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from convert import record
from convert.model import Volume


@dataclass(frozen=True)
class JsonLines:
    """Writes the records as they are, one at a time."""

    extension: ClassVar[str] = "jsonl"
    streams: ClassVar[bool] = True
    articles_only: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """One UTF-8 line an article, in the volume's order."""
        for line in record.encode_lines(volume.articles):
            out.write(line)
