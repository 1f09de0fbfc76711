"""The order of a document: which articles stand under which heading, with how many there are."""

import datetime
from collections.abc import Callable, Hashable, Iterable

from msgspec import Struct

from convert.model import Article, Kind
from convert.writers.docx.choices import GroupBy
from convert.writers.docx.wording import Wording, day


class Facts(Struct, frozen=True):
    """What an article is ordered by."""

    paper: str | None
    date: datetime.date | None
    page: int | None
    section: str | None
    people: tuple[str, ...]
    kind: Kind

    @classmethod
    def of(cls, article: Article) -> "Facts":
        """The facts of one article."""
        people = tuple(dict.fromkeys(person.name for person in article.people))
        return cls(article.paper, article.date, article.page, article.section, people, article.kind)


class Group(Struct):
    """A heading and the articles under it, by their place in the volume."""

    name: str
    own: list[int]
    also: list[int]
    """Articles that stand under another heading and are only referred to here: the second person's, say."""

    @property
    def count(self) -> int:
        """How many articles belong here."""
        return len(self.own) + len(self.also)


def group(facts: list[Facts], by: GroupBy, words: Wording) -> list[Group]:
    """The headings in order, each article under exactly one of them as its own."""
    if by == "auto":
        by = "date" if any(f.date or f.page for f in facts) else "none"
    return _GROUPERS[by](facts, words)


def _by_nothing(facts: list[Facts], words: Wording) -> list[Group]:
    return [Group(words.articles, list(range(len(facts))), [])] if facts else []


def _by_date(facts: list[Facts], words: Wording) -> list[Group]:
    """By date, paper and page, the unknown last; a heading says only what differs within the volume."""
    papers, dates = {f.paper for f in facts}, {f.date for f in facts}
    pages = any(f.page is not None for f in facts)

    def name(fact: Facts) -> str:
        parts = [fact.paper or ""] if len(papers) > 1 else []
        if len(dates) > 1 or not pages:
            parts.append(day(fact.date) if fact.date else words.no_date)
        if fact.page is not None:
            parts.append(words.page.format(fact.page))
        return "　".join(part for part in parts if part) or words.articles

    def order(fact: Facts) -> tuple[object, ...]:
        known = (fact.date is None, fact.date or datetime.date.min, fact.paper is None, fact.paper or "")
        return (*known, fact.page is None, fact.page or 0)

    return _sorted(_gathered(facts, lambda f: (f.date, f.paper, f.page), name), lambda g: order(facts[g.own[0]]))


def _by_section(facts: list[Facts], words: Wording) -> list[Group]:
    """By section as they first come, articles without one last."""

    def name(fact: Facts) -> str:
        return " · ".join(fact.section.split("\n")) if fact.section else words.no_section

    return _sorted(_gathered(facts, lambda f: f.section, name), lambda g: facts[g.own[0]].section is None)


def _by_kind(facts: list[Facts], words: Wording) -> list[Group]:
    order = list(Kind)
    found = _gathered(facts, lambda f: f.kind, lambda f: words.kinds[f.kind])
    return _sorted(found, lambda g: order.index(facts[g.own[0]].kind))


def _by_person(facts: list[Facts], words: Wording) -> list[Group]:
    """By person, the one with most articles first; an article stands under its first person, and is named under all."""
    groups: dict[str, Group] = {}
    for index, fact in enumerate(facts):
        for place, person in enumerate(fact.people or ("",)):
            here = groups.setdefault(person, Group(person or words.no_person, [], []))
            (here.also if place else here.own).append(index)
    unsigned = groups.pop("", None)
    ordered = _sorted(list(groups.values()), lambda g: -g.count)
    return ordered + ([unsigned] if unsigned else [])


def _gathered(facts: list[Facts], key: Callable[[Facts], Hashable], name: Callable[[Facts], str]) -> list[Group]:
    """The groups of a key, in the order in which they first come."""
    groups: dict[Hashable, Group] = {}
    for index, fact in enumerate(facts):
        here = key(fact)
        if here not in groups:
            groups[here] = Group(name(fact), [], [])
        groups[here].own.append(index)
    return list(groups.values())


def _sorted(groups: Iterable[Group], key: Callable[[Group], object]) -> list[Group]:
    return sorted(groups, key=key)  # type: ignore[arg-type]


_GROUPERS: dict[str, Callable[[list[Facts], Wording], list[Group]]] = {
    "none": _by_nothing,
    "date": _by_date,
    "section": _by_section,
    "kind": _by_kind,
    "person": _by_person,
}
