"""A person's fixes on articles as a whole: their kinds and people as said on one of their lines, before the reader's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from convert.model import Article, BlockType, Kind, Note, Person
from convert.reader.drafts import Draft
from convert.reader.fixes import Fix
from convert.reader.lines import Line
from convert.reader.notes import NoteCode, note


def retold(
    found: Sequence[Article], drafts: Sequence[Draft], lines: Iterable[Line]
) -> tuple[tuple[Article, ...], tuple[Note, ...]]:
    """The articles with what was said of each, and notes on what found no hold; `lines` are all of the page.

    The first line of an article that names a kind, or people, is heard; people whose names the page does not print
    are left out.
    """
    telling = [line for line in lines if line.about]
    if not telling:
        return tuple(found), ()
    printed = "".join("".join(line.text.split()) for line in lines)
    unheard = {(line.number, line.at): line for line in telling}
    articles, notes = list[Article](), list[Note]()
    for article, draft in zip(found, drafts, strict=True):
        mine = [line for line in draft.lines() if line.about]
        for line in mine:
            del unheard[line.number, line.at]
        articles.append(_retold(article, _heard(mine, notes), printed, notes))
    notes += [note(NoteCode.UNUSED_FIX, line.number) for line in unheard.values()]
    return tuple(articles), tuple(sorted(notes, key=lambda remark: remark.line or 0))


def _heard(lines: Sequence[Line], notes: list[Note]) -> Fix | None:
    """What the lines of an article say together; a line whose every word was said above it is noted."""
    kind: Kind | None = None
    people: tuple[Person, ...] | None = None
    at = 0
    for line in sorted(lines, key=lambda line: (line.number, line.at)):
        said = line.about
        assert said is not None
        if (said.kind is None or kind is not None) and (said.people is None or people is not None):
            notes.append(note(NoteCode.UNUSED_FIX, line.number))
        if said.people is not None and people is None:
            at = line.number
        kind = said.kind if kind is None else kind
        people = said.people if people is None else people
    return Fix(at, kind=kind, people=people) if lines else None


def _retold(article: Article, said: Fix | None, printed: str, notes: list[Note]) -> Article:
    if said is None:
        return article
    if said.people is not None:
        article = replace(article, people=tuple(_printed(said.people, said.line, printed, notes)))
    return _of_kind(article, said.kind) if said.kind else article


def _printed(people: Iterable[Person], line: int, printed: str, notes: list[Note]) -> Iterator[Person]:
    """The people whose names stand on the page, each once."""
    for person in dict.fromkeys(people):
        if "".join(person.name.split()) in printed:
            yield person
        else:
            notes.append(note(NoteCode.UNUSED_FIX, line))  # the name is no text of the page: no note may hold it


def _of_kind(article: Article, kind: Kind) -> Article:
    """The article as one of that kind; the text of a photo story is its paragraph, whatever it was taken for."""
    body = article.body
    if kind is Kind.PHOTO and not any(block.type is BlockType.PARAGRAPH for block in body):
        captions = [n for n, block in enumerate(body) if block.type is BlockType.CAPTION]
        body = tuple(replace(b, type=BlockType.PARAGRAPH) if n in captions[:1] else b for n, b in enumerate(body))
    return replace(article, kind=kind, body=body)
