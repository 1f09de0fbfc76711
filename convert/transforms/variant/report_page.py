"""The report as one page of HTML that an editor works through: no script from elsewhere, works without a network.

Places that were decided alike (the same word, choice and rule) are one row with its contexts. Another form is chosen by
a click; what was chosen is gathered as a file of own words for the next run (`--terms`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from convert.errors import BadOptionError
from convert.transforms.variant.report import Entry, Report, json_lines
from convert.transforms.variant.specs import VariantSpec
from convert.transforms.variant.tables import DATA

SHOWN, SHOWN_OF_CERTAIN = 5, 2
"""Contexts shown of one row, and of one that there is little doubt about; the number of the others is said."""

DOUBTFUL = 0.3
"""From this doubt on a row is one that the page opens with."""

KINDS = {
    "term": "your own word",
    "override": "word of our table",
    "preference": "the region's preference",
    "dictionary": "phrase of OpenCC",
    "word": "word of the dictionary",
    "certain": "surroundings, certain",
    "place": "place",
    "person": "person",
    "context": "surroundings",
    "sound": "foreign name",
    "reversible": "to come back as printed",
    "words": "bounds of words",
    "single": "by itself, undecided",
}
"""Kind of rule → what an editor is told it is."""

APART = 0.5
"""From this doubt on, places are only gathered when the neighbours of the character are the same too."""


Say = Callable[..., str]
"""Takes a sentence and the values of its slots."""
FACTS = "{} ambiguous characters in {} rows, most doubtful first"
_SAID = re.compile("{{say:([^}]+)}}")
MORE = "and {} more"


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


def page(
    entries: Sequence[Entry], spec: VariantSpec, name: str, say: Say = str.format, lang: str = "en"
) -> Iterator[str]:
    """The page in pieces; `name` is what was converted, `say` puts its words into the reader's language `lang`."""
    template = (DATA / "report.html").read_text("utf-8")
    gathered = rows(entries)
    kinds = sorted({_kind(row.first) for row in gathered})
    facts = {
        "{{name}}": escape(name),
        "{{lang}}": lang,
        "{{language}}": spec.language,
        "{{variant}}": escape(f"{spec.name} · {say(spec.description)}"),
        "{{facts}}": say(FACTS, f"{len(entries):,}", f"{len(gathered):,}"),
        "{{doubtful}}": " checked" if any(row.first.doubt >= DOUBTFUL for row in gathered) else "",
        "{{kinds}}": "".join(f'<option value="{kind}">{escape(say(KINDS[kind]))}</option>' for kind in kinds),
    }
    template = _SAID.sub(lambda match: escape(say(match[1])), template)
    for mark, text in facts.items():
        template = template.replace(mark, text)
    head, _, tail = template.partition("<!-- rows -->")
    yield head
    for row in gathered:
        yield _row(row, say)
    yield tail


def words() -> list[str]:
    """The sentences that a page says, to be had in other languages."""
    template = (DATA / "report.html").read_text("utf-8")
    return [*_SAID.findall(template), FACTS, MORE, *KINDS.values()]


def check_report_name(path: Path) -> None:
    """Raise BadOptionError unless the file's ending says which report is wanted."""
    if path.suffix not in (".jsonl", ".html"):
        raise BadOptionError(f"a report is .jsonl or .html, not '{path.name}'")


def encoded(
    report: Report, path: Path, spec: VariantSpec, name: str, say: Say = str.format, lang: str = "en"
) -> Iterator[bytes]:
    """The report in the form that the file's ending asks for; `name` is what was converted, the rest as for `page`."""
    if path.suffix == ".jsonl":
        yield from json_lines(report.sorted())
        return
    for piece in page(report.sorted(), spec, name, say, lang):
        yield piece.encode("utf-8", "replace")


def _kind(entry: Entry) -> str:
    return entry.rule.partition(":")[0]


def _row(row: Row, say: Say) -> str:
    first = row.first
    shown = SHOWN if first.doubt >= DOUBTFUL else SHOWN_OF_CERTAIN
    contexts = "".join(map(_context, row.entries[:shown]))
    hidden = len(row.entries) - shown
    more = f"<p class=more>{say(MORE, f'{hidden:,}')}</p>" if hidden > 0 else ""
    others = "".join(f'<button type="button" data-form="{form}">{form}</button>' for form in first.alternatives)
    return (
        f'<tr data-kind="{escape(_kind(first))}" data-doubt="{first.doubt}" data-word="{escape(_shown(first.word))}" '
        f'data-converted="{escape(_shown(first.converted))}" data-at="{first.in_word}">'
        f'<td class=doubt><meter min=0 max=1 low=0.25 high=0.45 optimum=0 value="{first.doubt}"></meter></td>'
        f"<td class=choice lang=zh-Hans>{escape(first.source)} → <b>{escape(first.chosen)}</b></td>"
        f"<td class=others>{others}</td><td class=contexts lang=zh-Hans>{contexts}{more}</td>"
        f"<td class=rule>{escape(say(KINDS[_kind(first)]))}{_reason(first)}</td>"
        f"<td class=count>{len(row.entries):,}</td></tr>\n"
    )


def _reason(entry: Entry) -> str:
    """Why, where the name of the rule doesn't say it all."""
    return "" if _kind(entry) in ("single", "word") else f"<br><small>{escape(entry.reason)}</small>"


def _context(entry: Entry) -> str:
    return (
        f"<p>{escape(_shown(entry.before))}<mark>{escape(entry.source)}</mark>"
        f"{escape(_shown(entry.after))} <small>{escape(entry.where)}</small></p>"
    )


def _shown(text: str) -> str:
    """Text that a page can hold: lone surrogates and control characters become the replacement character."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" or c < " " or "\ufdd0" <= c <= "\ufdef" else c for c in text)
