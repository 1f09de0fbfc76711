"""One page as a person reviews it: printed lines with their labels, articles as read, and the way between them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from convert import record
from convert.errors import BadInputError
from convert.model import Article
from convert.reader import PageFile, ReadingOptions, TracedLine, fixes, read_page
from convert.reader.path import LABELS, Label

SURE = 1.0
"""A label that was ahead of its rival by less than this is doubtful."""

_TAIL = 10
"""Characters on each side of a joined break by which it is found again in the article's text."""

HEAD = ("section", "kicker", "headline", "subheadline", "byline", "dateline")
_CARRIED = ("id", "kind", *HEAD, "people", "continued_from", "continues_on", "notes")


@dataclass(slots=True)
class Sheet:
    """A page under review: its file and how it is read; a correction is written beside it."""

    path: str
    data: bytes
    options: ReadingOptions
    recurring: frozenset[str] = frozenset()
    values: dict[str, Any] = field(default_factory=dict)
    """What the review page shows of it, as plain values."""

    def read(self) -> None:
        """Read the page with the corrections beside it; raises BadInputError as the reader does."""
        corrections = fixes.beside(self.path)
        reading = read_page(PageFile(self.path, self.data, fixes=corrections), self.options, self.recurring)
        by_line = [(article, article.source[0].lines) for article in reading.articles]
        self.values = {
            "path": self.path,
            "sha256": hashlib.sha256(self.data).hexdigest(),
            "encoding": reading.encoding,
            "page": reading.facts.page,
            "lines": [_line(line, by_line) for line in reading.trace],
            "articles": [_article(article, reading.trace) for article in reading.articles],
            "fixes": {str(number): label for number, label in corrections.labels.items()} if corrections else {},
        }

    def correct(self, labels: dict[int, str]) -> bytes:
        """The fix file of these labels, checked against the page; raises BadInputError for one that can't be."""
        texts = {line["line"]: line["text"] for line in self.values["lines"]}
        name = str(fixes.path_of(self.path))
        for number, label in labels.items():
            if number not in texts or label not in LABELS:
                raise BadInputError(name, f"line {number} can't be labelled '{label}'", "open the review anew")
        return fixes.render({n: Label(label) for n, label in labels.items()}, self.values["sha256"], texts)


def _line(line: TracedLine, articles: Sequence[tuple[Article, tuple[int, int]]]) -> dict[str, Any]:
    doubtful = line.rival is not None and line.margin < SURE and line.rule != "corrected by hand"
    return {
        "line": line.line,
        "last": line.last,
        "label": line.label,
        "text": line.text,
        "rule": line.rule,
        "because": list(line.because),
        "rival": line.rival if doubtful else None,
        "doubtful": doubtful,
        "marks": list(line.marks),
        "article": next((n for n, (_, (a, b)) in enumerate(articles) if a <= line.line <= b), None),
    }


def _article(article: Article, trace: Sequence[TracedLine]) -> dict[str, Any]:
    """The record's fields that are shown, and the body with its joined breaks: offset and line of each."""
    first, last = article.source[0].lines
    own = [line for line in trace if first <= line.line <= last]
    values = record.to_dict(article)
    body = [{"type": block.type, "text": block.text, "joins": [], "lines": []} for block in article.body]
    for above, line in zip([None, *own], own, strict=False):
        _place(line, above, body)
    return {**{name: values[name] for name in _CARRIED}, "lines": [first, last], "body": body}


def _place(line: TracedLine, above: TracedLine | None, body: list[dict[str, Any]]) -> None:
    """Note in which block a line stands, and where it was joined to the line above."""
    joined = line.label == Label.CONTINUES
    for block in body:
        text = block["text"]
        if line.text not in text and line.text[-_TAIL:] not in text and line.text[:_TAIL] not in text:
            continue
        block["lines"].append(line.line)
        at = text.find(line.text[:_TAIL])
        if joined and above is not None and at > 0:
            block["joins"].append(
                {"at": at, "line": line.line, "doubtful": line.rival is not None and line.margin < SURE}
            )
        return
