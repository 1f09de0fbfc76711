"""The report as one page of HTML that an editor works through: no script from elsewhere, works without a network.

Places that were decided alike (the same word, choice and rule) are one row with its contexts. Another form is chosen by
a click; what was chosen is gathered as a file of own words for the next run (`--terms`).
"""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from convert.errors import BadOptionError
from convert.transforms.variant.report import Entry, Report, json_lines
from convert.transforms.variant.specs import VariantSpec
from convert.transforms.variant.tables import DATA

SHOWN = 5
"""Contexts shown of one row; the number of the others is said."""

APART = 0.5
"""From this doubt on, places are only gathered when the neighbours of the character are the same too."""


class Row(NamedTuple):
    """Places that were decided alike."""

    entries: list[Entry]

    @property
    def first(self) -> Entry:
        """The first of the places."""
        return self.entries[0]


def rows(entries: Sequence[Entry]) -> list[Row]:
    """The entries gathered by word, choice and rule; most doubtful first, then the most frequent."""
    found: dict[tuple[str, str, str, str], Row] = {}
    for entry in entries:
        word = entry.source if entry.alone and entry.doubt <= APART else entry.word
        key = (entry.source, word, entry.chosen, entry.rule)
        found.setdefault(key, Row([])).entries.append(entry)
    return sorted(found.values(), key=lambda row: (-row.first.doubt, -len(row.entries)))


def page(entries: Sequence[Entry], spec: VariantSpec, name: str) -> Iterator[str]:
    """The page in pieces; `name` is what was converted."""
    template = (DATA / "report.html").read_text("utf-8")
    gathered = rows(entries)
    kinds = sorted({_kind(row.first) for row in gathered})
    facts = {
        "{{name}}": escape(name),
        "{{language}}": spec.language,
        "{{variant}}": escape(f"{spec.name} · {spec.description}"),
        "{{places}}": f"{len(entries):,}",
        "{{rows}}": f"{len(gathered):,}",
        "{{kinds}}": "".join(f"<option>{escape(kind)}</option>" for kind in kinds),
    }
    for mark, text in facts.items():
        template = template.replace(mark, text)
    head, _, tail = template.partition("<!-- rows -->")
    yield head
    for row in gathered:
        yield _row(row)
    yield tail


def check_report_name(path: Path) -> None:
    """Raise BadOptionError unless the file's ending says which report is wanted."""
    if path.suffix not in (".jsonl", ".html"):
        raise BadOptionError(f"a report is .jsonl or .html, not '{path.name}'")


def encoded(report: Report, path: Path, spec: VariantSpec, name: str) -> Iterator[bytes]:
    """The report in the form that the file's ending asks for; `name` is what was converted."""
    if path.suffix == ".jsonl":
        yield from json_lines(report.sorted())
        return
    for piece in page(report.sorted(), spec, name):
        yield piece.encode("utf-8", "replace")


def _kind(entry: Entry) -> str:
    return entry.rule.partition(":")[0]


def _row(row: Row) -> str:
    first = row.first
    contexts = "".join(_context(entry) for entry in row.entries[:SHOWN])
    hidden = len(row.entries) - SHOWN
    more = f"<p class=more>and {hidden:,} more</p>" if hidden > 0 else ""
    others = "".join(f'<button type="button" data-form="{form}">{form}</button>' for form in first.alternatives)
    return (
        f'<tr data-kind="{escape(_kind(first))}" data-doubt="{first.doubt}" data-word="{escape(_shown(first.word))}" '
        f'data-converted="{escape(_shown(first.converted))}" data-at="{first.in_word}">'
        f'<td class=doubt><meter min=0 max=1 low=0.25 high=0.45 optimum=0 value="{first.doubt}"></meter></td>'
        f"<td class=choice lang=zh-Hans>{escape(first.source)} → <b>{escape(first.chosen)}</b></td>"
        f"<td class=others>{others}</td><td class=contexts lang=zh-Hans>{contexts}{more}</td>"
        f"<td class=rule>{escape(first.rule)}<br><small>{escape(first.reason)}</small></td>"
        f"<td class=count>{len(row.entries):,}</td></tr>\n"
    )


def _context(entry: Entry) -> str:
    return (
        f'<p title="{escape(entry.where)}">{escape(_shown(entry.before))}<mark>{escape(entry.source)}</mark>'
        f"{escape(_shown(entry.after))} <small>{escape(entry.where)}</small></p>"
    )


def _shown(text: str) -> str:
    """Text that a page can hold: lone surrogates and control characters become the replacement character."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" or c < " " or "\ufdd0" <= c <= "\ufdef" else c for c in text)
