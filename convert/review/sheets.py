"""What the review page knows of each newspaper page: its lines with label, rule and place, its articles, its notes."""

import hashlib
import stat
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct

from convert.files import kind
from convert.model import Article, Note, Person
from convert.reader import PageFile, Reading, ReadingOptions, TracedLine, read_page
from convert.reader.corrected import CORRECTED
from convert.reader.fixes import ENDING, load
from convert.reader.glossary import Language, explain, explain_note, explain_rule
from convert.reader.notes import NoteCode
from convert.review.placement import Stretch, placed

DOUBTS = frozenset(
    {
        NoteCode.UNCERTAIN_JOIN,
        NoteCode.STARTS_IN_MID_SENTENCE,
        NoteCode.ENDS_IN_MID_SENTENCE,
        NoteCode.UNPLACED,
        NoteCode.UNUSED_FIX,
        NoteCode.STALE_FIX,
    }
)
"""Notes that ask a person to look; the others only report."""

_USUAL = {"title": "headline", "title-more": "subheadline", "opening": "paragraph", "short": "crosshead"}
"""What a person calls a reader's label where the line's text is in no field, or the label is a rival's."""


class Sheet(Struct, frozen=True):
    """A page as the review page has it: `index` for the overview, `data` for when it is looked at; both plain JSON."""

    index: dict[str, Any]
    data: dict[str, Any]


def sheet(page: PageFile, options: ReadingOptions, recurring: frozenset[str]) -> Sheet:
    """Read a page and say what was read; raises what `read_page` raises."""
    reading = read_page(page, options, recurring)
    lines = _rows(reading)
    doubts = Counter(line.get("article") for line in lines if line.get("doubt"))
    articles = [_article(article) for article in reading.articles]
    notes = [_note(note, number) for number, article in enumerate(reading.articles) for note in article.notes]
    if not reading.articles:
        notes = [_note(note, None) for note in reading.notes]
    facts = {"paper": reading.facts.paper, "date": _date(reading), "page": reading.facts.page}
    stale = any(note.code == NoteCode.STALE_FIX for note in reading.notes)
    index = {
        "path": page.path,
        "name": PurePath(page.path).name,
        "sha256": hashlib.sha256(page.data).hexdigest(),
        **{key: value for key, value in facts.items() if value is not None},
        "lines": len(lines),
        "articles": [[article["kind"], doubts[number]] for number, article in enumerate(articles)],
        "outside": doubts[None],
        "stale": stale,
        "elsewhere": kind(Path(page.path)) != stat.S_IFREG,
        "fixes": 0 if stale else len(_fixes(page)),
    }
    data = {
        "lines": lines,
        "articles": articles,
        "notes": notes,
        "fixes": [] if stale else _fixes(page),
    }
    return Sheet(index, data)


def _date(reading: Reading) -> str | None:
    return reading.facts.date.isoformat() if reading.facts.date else None


def _fixes(page: PageFile) -> list[dict[str, Any]]:
    """The fixes that the page has, as the review page keeps them."""
    if page.fixes is None:
        return []
    return [
        {"line": fix.line, "at": fix.at}
        | ({"label": str(fix.label)} if fix.label else {})
        | ({"starts": fix.starts} if fix.starts is not None else {})
        | ({"kind": str(fix.kind)} if fix.kind else {})
        | ({"people": _people(fix.people)} if fix.people is not None else {})
        for fix in load(page.fixes, page.path + ENDING).fixes
    ]


def _rows(reading: Reading) -> list[dict[str, Any]]:
    """The lines of the page in printed order, as the review page has them."""
    notes = [note for article in reading.articles for note in article.notes]
    doubtful = {note.line for note in notes if note.code in DOUBTS}
    own: list[list[TracedLine]] = [[] for _ in reading.articles]
    for line in reading.trace:
        if line.article is not None:
            own[line.article - 1].append(line)
    places: dict[int, tuple[Stretch, ...]] = {}
    for article, lines in zip(reading.articles, own, strict=True):
        places |= {line.place: found for line, found in zip(lines, placed(article, lines), strict=True)}
    return [_row(line, places.get(line.place, ()), line.line in doubtful) for line in reading.trace]


def _row(line: TracedLine, found: tuple[Stretch, ...], doubtful: bool) -> dict[str, Any]:
    """One line; what is usual is left out."""
    label = _label(line, found)
    near = _near(line, label)
    row: dict[str, Any] = {"n": line.line, "text": line.text, "label": label, "rule": line.rule}
    if line.last != line.line:
        row["last"] = line.last
    if line.at:
        row["at"] = line.at
    if line.article is not None:
        row["article"] = line.article - 1
    if because := line.because:
        row["because"] = list(because)
    if line.marks and line.text not in line.marks:
        row["marks"] = list(line.marks)
    if line.changes:
        row["changes"] = [list(change) for change in line.changes]
    if near:
        row["near"] = near
    if (doubtful or near) and line.rule != CORRECTED:
        row["doubt"] = True
    usual = "paragraph" if label == "continues" else label
    if found and [stretch[:3] for stretch in found] != [(0, len(line.text), usual)]:
        row["in"] = [[stretch.start, stretch.end, stretch.field] for stretch in found]
    if found and found[0].goes_on and label != "continues":
        row["more"] = True
    return row


def _near(line: TracedLine, label: str) -> str | None:
    """What else a doubtful line may be, in a person's words: another label, or whether an article starts there."""
    if line.rival is None or not line.doubtful:
        return None
    if line.rival == "opening":
        return "opening"
    if line.label == "opening":
        return "same" if line.rival in ("paragraph", "continues") else _USUAL.get(line.rival, line.rival)
    rival = _USUAL.get(line.rival, line.rival)
    return rival if rival != label else None


def _label(line: TracedLine, found: tuple[Stretch, ...]) -> str:
    """What a person calls the line: the field that has most of it, or that it goes on with the paragraph above."""
    if line.label in ("continues", "furniture", "repeat", "jump"):
        return line.label
    sizes: dict[str, int] = {}
    for stretch in found:
        if stretch.field not in ("mark", "dateline"):
            sizes[stretch.field] = sizes.get(stretch.field, 0) + stretch.end - stretch.start
    if not sizes:
        return _USUAL.get(line.label, line.label)
    return max(sizes, key=lambda field: (field != "byline" or line.label == "byline", sizes[field]))


def _article(article: Article) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": str(article.kind)}
    if article.people:
        values["people"] = _people(article.people)
    if article.continued_from:
        values["from"] = article.continued_from
    if article.continues_on:
        values["on"] = article.continues_on
    return values


def _people(people: Iterable[Person]) -> list[list[str]]:
    return [[person.name, str(person.role)] for person in people]


def _note(note: Note, article: int | None) -> dict[str, Any]:
    values = {"code": note.code, "line": note.line, "text": note.text, "article": article}
    return {key: value for key, value in values.items() if value is not None}


def explained(sheets: Iterable[Sheet], traditional: Callable[[str], str] = str) -> dict[str, dict[str, str]]:
    """The rules, the facts that told for labels and the codes of notes of these pages, each in words by language.

    `traditional` gives the Traditional form of a Simplified text.
    """
    rules, facts, codes = set[str](), set[str](), set[str]()
    for made in sheets:
        rules |= {line["rule"] for line in made.data["lines"]}
        facts |= {fact for line in made.data["lines"] for fact in line.get("because", ())}
        codes |= {note["code"] for note in made.data["notes"]}
    told = ((explain_rule, rules), (explain, facts), (explain_note, codes))
    words = {name: _in_languages(explained_by, name, traditional) for explained_by, names in told for name in names}
    return dict(sorted(words.items()))


def _in_languages(
    explained_by: Callable[[str, Language], str], name: str, traditional: Callable[[str], str]
) -> dict[str, str]:
    chinese = explained_by(name, "zh")
    return {"en": explained_by(name, "en"), "zh": chinese, "hant": traditional(chinese)}
