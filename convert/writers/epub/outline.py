"""What a book knows of all its articles at once, gathered in one pass that keeps none: order, groups, pages, people.

The order of the articles is the reader's order everywhere: spine, contents and NCX follow it, and a group of the
contents is a run of neighbours. A group that comes again later is a group again.
"""

import datetime
import re
from array import array
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct, field

from convert.model import Article, Role, Source, Volume
from convert.writers.epub.words import Words

LABEL_LENGTH = 120
"""Characters of a headline that the contents show; the chapter shows all."""

_ROLES = tuple(Role)
_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_BREAKS = re.compile(r"[\n\r\t]")
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")


class Entry(Struct):
    """An article as the rest of the book refers to it."""

    number: int
    label: str
    shown: str | None
    """The label as the book sets it, once that is known; the same text where they are the same."""
    titled: bool
    """Whether `label` is its headline."""
    language: str
    paper: str | None
    date: datetime.date | None
    page: int | None
    section: str | None
    mark: "PageMark | None" = None
    """The newspaper page that it is the first of; a page break stands at its head."""
    opens: "Issue | None" = None
    """The issue whose opening page stands before it."""

    @property
    def file(self) -> str:
        """The chapter's file name."""
        return f"a{self.number:05}.xhtml"


class Group(Struct):
    """A heading of the contents and the articles under it: a page of the newspaper, a section, or none."""

    label: str | None
    entries: list[Entry]


class Issue(Struct):
    """One day's newspaper inside a volume of several; `label` is None when there is nothing to tell it apart from."""

    number: int
    label: str | None
    paper: str | None
    date: datetime.date | None
    groups: list[Group]

    @property
    def file(self) -> str:
        """The file name of its opening page."""
        return f"d{self.number:04d}.xhtml"

    @property
    def first(self) -> Entry:
        """Its first article."""
        return self.groups[0].entries[0]

    @property
    def target(self) -> str:
        """The file that a link to the issue leads to."""
        return self.file if self.first.opens is self else self.first.file


class PageMark(Struct):
    """A page of the newspaper, and the article that stands first on it."""

    id: str
    label: str
    entry: Entry

    @property
    def href(self) -> str:
        """Where its page break is."""
        return f"{self.entry.file}#{self.id}"


class Outline(Struct):
    """The whole book's plan."""

    entries: list[Entry] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    pages: dict[tuple[object, ...], PageMark] = field(default_factory=dict)
    page_of_file: dict[str, PageMark] = field(default_factory=dict)
    """Path of a page file → the page that it is."""
    people: dict[str, "array[int]"] = field(default_factory=dict)
    """Name → what the person did in which article, as `signed` tells; kept small, for there are many."""
    rests: dict[int, int] = field(default_factory=dict)
    """Number of an article that goes on in another, not joined to it → number of that other."""
    starts: dict[int, int] = field(default_factory=dict)
    """The same the other way round."""
    sources: dict[str, str] = field(default_factory=dict)
    """Path of a page file → its SHA-256, in the order of appearance."""
    remarks: int = 0

    @property
    def papers(self) -> list[str]:
        """The newspapers in it, in the order of appearance."""
        return list(dict.fromkeys(e.paper for e in self.entries if e.paper))

    @property
    def dates(self) -> list[datetime.date]:
        """The days in it, sorted."""
        return sorted({e.date for e in self.entries if e.date})

    def signed(self, name: str) -> Iterator[tuple[int, list[Role]]]:
        """The numbers of the articles that a person signed, and what the person did in each."""
        for number, codes in groupby(self.people[name], lambda code: code // len(_ROLES)):
            yield number, [_ROLES[code % len(_ROLES)] for code in codes]

    def page_of(self, entry: Entry, page: int) -> PageMark | None:
        """Another page of the newspaper that an article stands in."""
        return self.pages.get((entry.paper, entry.date, page))


def is_blank(text: str | None) -> bool:
    """Whether nothing of the text can be seen."""
    return not text or not _VISIBLE.search(text)


def clip(text: str, length: int = LABEL_LENGTH) -> str:
    """The text on one line, cut with an ellipsis when longer than `length` characters."""
    line = " ".join(text.split()) if _BREAKS.search(text) else text
    return line if len(line) <= length else line[: length - 1] + "…"


def language_tag(language: str) -> str:
    """The language if it is a well-formed BCP 47 tag, else `und`."""
    return language if _TAG.match(language) else "und"


def outline(volume: Volume, words: Words) -> Outline:
    """Go through the articles once."""
    plan = Outline()
    same: dict[object, Any] = {}
    starts: dict[tuple[object, ...], list[int]] = {}
    ends: dict[tuple[object, ...], list[int]] = {}
    for number, article in enumerate(volume.articles, 1):
        entry = _entry(number, article, words, same)
        plan.entries.append(entry)
        _note_people(plan, entry, article)
        _note_jump(entry, article, starts, ends)
        _note_sources(plan, article.source)
        _note_page(plan, entry, article)
        plan.remarks += len(article.notes)
    _pair_halves(plan, starts, ends)
    _label_pages(plan, words)
    plan.issues = _issues(plan, words)
    return plan


def _entry(number: int, article: Article, words: Words, same: dict[object, Any]) -> Entry:
    """`same` holds each paper, date, section and language once, since every article comes with its own."""

    def once(value: Any) -> Any:
        return same.setdefault(value, value)

    return Entry(
        number=number,
        label=_label(article, words),
        shown=None,
        titled=not is_blank(article.headline),
        language=once(language_tag(article.language)),
        paper=None if is_blank(article.paper) else once(article.paper),
        date=once(article.date),
        page=article.page,
        section=None if is_blank(article.section) else once(article.section),
    )


def _label(article: Article, words: Words) -> str:
    """The headline; without one a bracketed word for it, as archives do, and the first words."""
    if article.headline and not is_blank(article.headline):
        return clip(article.headline)
    head = words.untitled
    if article.continued_from is not None:
        head = f"〔{words.from_page.format(words.page_label(article.continued_from))}〕"
    return head + next((clip(b.text, 24) for b in article.body if not is_blank(b.text)), "")


def _note_people(plan: Outline, entry: Entry, article: Article) -> None:
    for person in article.people:
        if not is_blank(person.name):
            codes = plan.people.setdefault(person.name, array("L"))
            code = entry.number * len(_ROLES) + _ROLES.index(person.role)
            if code not in codes[-len(_ROLES) :]:
                codes.append(code)


def _note_sources(plan: Outline, sources: tuple[Source, ...]) -> None:
    for source in sources:
        plan.sources.setdefault(source.path, source.sha256)


def _note_jump(
    entry: Entry,
    article: Article,
    starts: dict[tuple[object, ...], list[int]],
    ends: dict[tuple[object, ...], list[int]],
) -> None:
    """File an article that was not joined to its other half under the jump: paper, day, page left, page reached."""
    if article.page is None or len(article.source) > 1:
        return
    where = (entry.paper, entry.date)
    if article.continues_on is not None:
        starts.setdefault((*where, article.page, article.continues_on), []).append(entry.number)
    if article.continued_from is not None:
        ends.setdefault((*where, article.continued_from, article.page), []).append(entry.number)


def _pair_halves(
    plan: Outline, starts: dict[tuple[object, ...], list[int]], ends: dict[tuple[object, ...], list[int]]
) -> None:
    """Two halves are taken for one article's only when nothing else on the two pages could be meant."""
    for jump, begun in starts.items():
        ended = ends.get(jump, [])
        if len(begun) == len(ended) == 1 and begun != ended:
            plan.rests[begun[0]] = ended[0]
            plan.starts[ended[0]] = begun[0]


def _note_page(plan: Outline, entry: Entry, article: Article) -> None:
    key: tuple[object, ...] = (entry.paper, entry.date, entry.page)
    label = ""
    if article.page is None:
        if not article.source:
            return
        key = (*key, article.source[0].path)
        label = re.split(r"[/\\]", article.source[0].path)[-1].rsplit(".", 1)[0]
        if is_blank(label):
            return
    if key not in plan.pages:
        entry.mark = plan.pages[key] = PageMark(f"page{len(plan.pages) + 1}", label, entry)
    if article.source:
        plan.page_of_file.setdefault(article.source[0].path, plan.pages[key])


def _label_pages(plan: Outline, words: Words) -> None:
    """Name each page as far as needed to tell it from the others: by page, by day and page, by paper, day and page."""
    several_papers, several_days = len(plan.papers) > 1, len(plan.dates) > 1
    for mark in plan.pages.values():
        if mark.entry.page is None:
            mark.label = clip(mark.label)
            continue
        parts = [words.page_label(mark.entry.page)]
        if several_days and mark.entry.date:
            parts.insert(0, words.date(mark.entry.date))
        if several_papers and mark.entry.paper:
            parts.insert(0, clip(mark.entry.paper))
        mark.label = " ".join(parts)


def _issues(plan: Outline, words: Words) -> list[Issue]:
    """Runs of one paper's one day. Each gets an opening page when there are several and none comes twice."""
    runs = [(key, list(run)) for key, run in groupby(plan.entries, lambda e: (e.paper, e.date))]
    in_order = len(runs) == len({key for key, _ in runs})
    several_papers, several_days = len(plan.papers) > 1, len(plan.dates) > 1
    issues = []
    for number, ((paper, date), entries) in enumerate(runs, 1):
        parts = [clip(paper)] if paper and several_papers else []
        parts += [words.date(date, weekday=True)] if date and (several_papers or several_days) else []
        issue = Issue(number, "\u3000".join(parts) or None, paper, date, _groups(entries, words))
        if issue.label and in_order:
            issue.first.opens = issue
        issues.append(issue)
    return issues


def _groups(entries: list[Entry], words: Words) -> list[Group]:
    """By page where pages are known, else by section."""
    if any(e.page is not None for e in entries):
        return [
            Group(None if page is None else words.page_label(page), list(run))
            for page, run in groupby(entries, lambda e: e.page)
        ]
    return [
        Group(None if section is None else clip(section), list(run))
        for section, run in groupby(entries, lambda e: e.section)
    ]
