"""A user's own words: the file that lists them, and where they stand in a text.

The file is UTF-8 text, one word a line: the word as it stands in the source, a tab, the word as it shall come out.
A line with one column keeps the word as it is. Blank lines and lines that begin with `#` are passed over.
"""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from convert.errors import BadInputError, MissingInputError
from convert.transforms.variant.specs import Term


def read_terms(path: Path) -> tuple[Term, ...]:
    """The terms of a file, in its order.

    Raises MissingInputError when it can't be opened, BadInputError for a line of another shape, for a word that is
    listed twice with different targets, and for text that is not UTF-8.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise MissingInputError(str(path), (error.strerror or "can't be read").lower()) from error
    except UnicodeDecodeError as error:
        raise BadInputError(str(path), "is not UTF-8 text", "save it as UTF-8") from error
    found: dict[str, Term] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        term = _term(f"{path}:{number}", line)
        if found.setdefault(term.source, term) != term:
            raise BadInputError(f"{path}:{number}", f"'{term.source}' is listed twice", "keep one of its lines")
    return tuple(found.values())


def _term(where: str, line: str) -> Term:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) > 2 or not columns[0]:
        raise BadInputError(where, "is not 'source', tab, 'target'", "give one or two columns")
    return Term(columns[0], columns[1] if len(columns) == 2 and columns[1] else columns[0])


@functools.lru_cache(maxsize=8)
def _pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    longest_first = sorted((term.source for term in terms), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), {term.source: term.target for term in terms}


def occurrences(terms: tuple[Term, ...], text: str) -> Iterator[tuple[int, int, str]]:
    """Where the terms stand in `text`: start, end, target; the longest word first, none overlapping."""
    if terms:
        pattern, targets = _pattern(terms)
        for match in pattern.finditer(text):
            yield match.start(), match.end(), targets[match[0]]
