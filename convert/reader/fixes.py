"""What a person corrected on a page: labels of lines, kept in `PAGE.fix.toml` beside the page.

A corrected line has the label it was given; the other lines are weighed anew beside it. To cut a paragraph before a
line is to label it `paragraph`, to join it to the one above `continues`, to begin an article `title` or `opening`.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from convert.errors import BadInputError, MissingInputError
from convert.reader.lines import Line
from convert.reader.path import LABELS, Label

SUFFIX = ".fix.toml"
"""What the name of a page's fix file ends with, after the page's whole name."""


@dataclass(frozen=True, slots=True)
class Fixes:
    """Corrections of one page: line number (1-based) → label, and the digest of the page that they were made on."""

    name: str
    sha256: str
    labels: Mapping[int, Label] = field(default_factory=dict)

    def by_place(self, lines: Sequence[Line], sha256: str) -> dict[int, Label]:
        """The labels by place among the page's lines.

        Raises BadInputError for corrections of another page, or of a line that is blank or not there.
        """
        if self.labels and self.sha256 != sha256:
            raise BadInputError(self.name, "the page has changed since these corrections", "make them anew in a review")
        places = {number: n for n, line in enumerate(lines) for number in range(line.number, line.last + 1)}
        for number in self.labels:
            if number not in places:
                raise BadInputError(self.name, f"the page has no text on line {number}", "correct another line")
        return {places[number]: label for number, label in self.labels.items()}


def path_of(page: str) -> Path:
    """Where a page's corrections stand."""
    return Path(page + SUFFIX)


def beside(page: str) -> Fixes | None:
    """The corrections of a page, if there are any; raises BadInputError for a file that holds something else."""
    path = path_of(page)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise MissingInputError(str(path), (error.strerror or str(error)).lower(), "check your permission") from error
    return parse(data, str(path))


def parse(data: bytes, name: str) -> Fixes:
    """The corrections in a fix file; raises BadInputError, with the file's name, for one that is wrong."""
    try:
        values = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(name, f"not TOML ({error})", "make the corrections anew in a review") from error
    rows = values.get("line", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadInputError(name, "corrections are tables named [[line]]", "see the documentation of 'review'")
    return Fixes(name, str(values.get("sha256", "")), dict(_row(row, name) for row in rows))


def _row(row: dict[str, Any], name: str) -> tuple[int, Label]:
    number, label = row.get("number"), row.get("label")
    if not isinstance(number, int) or number < 1:
        raise BadInputError(name, f"no line number: {row}", "number the lines of the page from 1")
    if label not in LABELS:
        raise BadInputError(name, f"line {number}: no label called '{label}'", f"there are: {', '.join(LABELS)}")
    return number, Label(str(label))


def render(labels: Mapping[int, Label], sha256: str, texts: Mapping[int, str]) -> bytes:
    """A fix file, its lines in order; `texts` are shown beside the numbers for those who read it."""
    parts = [
        f'# Corrections of this page, made in a review; "newsconvert parse" and "build" obey them.\nsha256 = "{sha256}"\n'
    ]
    for number, label in sorted(labels.items()):
        shown = json.dumps(_UNPRINTABLE.sub("�", texts.get(number, ""))[:30], ensure_ascii=False)
        parts.append(f'\n[[line]]\nnumber = {number}\nlabel = "{label}"\ntext = {shown}\n')
    return "".join(parts).encode()


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
