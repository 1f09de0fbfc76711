"""CSV: a table of articles, one a row, for spreadsheets and quick looks."""

import csv
import io
from dataclasses import dataclass
from typing import Any, BinaryIO, ClassVar

from convert.model import Article, BlockType, Volume
from convert.writers.xmltext import visible

COLUMNS = (
    "id", "kind", "language", "paper", "date", "page", "section", "kicker", "headline", "subheadline", "byline",
    "people", "dateline", "continued_from", "continues_on", "text", "pictures", "source", "notes",
)  # fmt: skip
"""People as `name (role); …`, captions and credits a line each, sources as `path:first-last`, notes as their codes."""


@dataclass(frozen=True)
class Table:
    """RFC 4180: a header, comma, CRLF, quotes where needed."""

    bom: bool = True
    """Begin with a byte order mark, without which Excel takes UTF-8 for another encoding."""

    guard: bool = True
    """Put an apostrophe before text that a spreadsheet would run as a formula: a page can hold `=HYPERLINK(…)`."""

    extension: ClassVar[str] = "csv"
    streams: ClassVar[bool] = True
    articles_only: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """A row an article, in the volume's order."""
        out.write("\ufeff".encode() if self.bom else b"")
        out.write(_row(COLUMNS))
        for article in volume.articles:
            cells = (_cell(article, column) for column in COLUMNS)
            out.write(_row([_guarded(cell) for cell in cells] if self.guard else cells))


def _row(cells: Any) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return visible(line.getvalue()).encode()


_RUN = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a cell begins that Excel or LibreOffice may take for a formula, in East Asia full-width too."""


def _guarded(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN) else cell


def _cell(article: Article, column: str) -> Any:
    match column:
        case "people":
            return "; ".join(f"{person.name} ({person.role})" for person in article.people)
        case "pictures":
            return "\n".join(b.text for b in article.body if b.type in (BlockType.CAPTION, BlockType.CREDIT))
        case "source":
            return "; ".join(f"{s.path}:{s.lines[0]}-{s.lines[1]}" for s in article.source)
        case "notes":
            return "; ".join(note.code for note in article.notes)
        case _:
            return getattr(article, column)
