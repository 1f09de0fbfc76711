"""Two halves of one article on two pages of a newspaper's issue → one article with both sources."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from convert.model import Article, Block, BlockType, Note
from convert.reader.bodies import join_text
from convert.reader.notes import NoteCode, note
from convert.reader.sights import end_of

LIKE = 0.5
"""The share of a headline's character pairs that the other half's titles must have when both halves have titles."""


def join_continuations(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Join the halves of articles that jump from page to page; an unmatched half stays what it is, with a note.

    Halves belong together when they are of one newspaper's issue, each names the other's page (as far as pages are
    known), and their titles agree. A half without a title goes to the one half that nothing else fits.
    """
    to = _matches(articles)
    behind = set(to.values())
    found: list[Article] = []
    for n, article in enumerate(articles):
        if n in behind:
            continue
        whole, place = article, n
        while place in to:
            place = to[place]
            whole = _join(whole, articles[place])
        found.append(_noted(whole))
    return tuple(found)


def _matches(articles: Sequence[Article]) -> dict[int, int]:
    """Front half → back half, by their places in the sequence; the surest pairs are taken first."""
    backs: dict[tuple[str | None, str, str], list[int]] = {}
    for n, article in enumerate(articles):
        if article.continued_from is not None:
            backs.setdefault(_issue(article), []).append(n)
    pairs = [
        (_rating(article, articles[back]), front, back)
        for front, article in enumerate(articles)
        if article.continues_on is not None
        for back in backs.get(_issue(article), ())
        if back != front
    ]
    pairs = sorted((pair for pair in pairs if pair[0] > 0), key=lambda pair: (-pair[0], pair[1], pair[2]))
    to: dict[int, int] = {}
    taken: set[int] = set()
    for rating, front, back in pairs:
        if front in to or back in taken or _leads_back(to, back, front):
            continue
        if rating < 1 and _has_rival(pairs, rating, front, back, to, taken):
            continue
        to[front] = back
        taken.add(back)
    return to


def _leads_back(to: dict[int, int], start: int, end: int) -> bool:
    """Whether the halves behind `start` come round to `end`."""
    while start in to:
        start = to[start]
        if start == end:
            return True
    return False


def _has_rival(
    pairs: Sequence[tuple[float, int, int]], rating: float, front: int, back: int, to: dict[int, int], taken: set[int]
) -> bool:
    """Whether another pair that is still free fits one of the two halves as well."""
    return any(
        other >= rating and (f == front) != (b == back) and f not in to and b not in taken for other, f, b in pairs
    )


def _rating(front: Article, back: Article) -> float:
    """How well two halves fit: 0 not at all, less than 1 by their pages alone, from 1 on by their titles too."""
    if front.page is not None and back.continued_from != front.page:
        return 0
    if back.page is not None and front.continues_on != back.page:
        return 0
    if front.page is None and back.page is None and front.source[0].sha256 == back.source[0].sha256:
        return 0
    titles = _titles(back)
    if not titles:
        return 0.5 if front.page is not None or back.page is not None else 0.25
    share = _alike(titles, _titles(front))
    return 1 + share if share >= LIKE else 0


def _issue(article: Article) -> tuple[str | None, str, str]:
    """What two halves must have in common: paper and date, and the folder where these are unknown."""
    folder = "" if article.date else str(PurePath(article.source[0].path).parent)
    return article.paper, str(article.date), folder


def _titles(article: Article) -> str:
    return "".join("".join((article.kicker or "", article.headline or "", article.subheadline or "")).split())


def _alike(short: str, long: str) -> float:
    """The share of the shorter title's character pairs that the other has."""
    if len(short) > len(long):
        short, long = long, short
    pairs = [short[n : n + 2] for n in range(len(short) - 1)]
    return sum(pair in long for pair in pairs) / len(pairs) if pairs else 0.0


def _join(front: Article, back: Article) -> Article:
    """The whole article: the front's titles, both halves' text, people, notes and sources."""
    body = list(front.body)
    rest = list(back.body)
    if body and rest and _reads_on(body[-1], rest[0]):
        body[-1] = Block(body[-1].type, join_text(body[-1].text, rest.pop(0).text))
    bylines = [byline for byline in (front.byline, back.byline) if byline]
    return replace(
        front,
        byline="\n".join(bylines) or None,
        people=tuple(dict.fromkeys((*front.people, *back.people))),
        dateline=front.dateline or back.dateline,
        continues_on=back.continues_on,
        body=(*body, *rest),
        source=(*front.source, *back.source),
        notes=(*_without_end(front), *back.notes, *_repeated_titles(front, back)),
    )


def _reads_on(last: Block, first: Block) -> bool:
    """Whether the jump broke a paragraph."""
    return (
        last.type is BlockType.PARAGRAPH
        and first.type is BlockType.PARAGRAPH
        and end_of(last.text) in "x,"
        and len(last.text) > 12
    )


def _repeated_titles(front: Article, back: Article) -> tuple[Note, ...]:
    """What the second page prints over its half, kept in a note."""
    dateline = back.dateline if front.dateline else None
    printed = [text for text in (back.section, back.kicker, back.headline, back.subheadline, dateline) if text]
    return (note(NoteCode.JUMP_TITLE, back.source[0].lines[0], "\n".join(printed)),) if printed else ()


def _without_end(front: Article) -> tuple[Note, ...]:
    """The front's notes; that its end is missing is no longer so."""
    return tuple(n for n in front.notes if n.code != NoteCode.ENDS_IN_MID_SENTENCE)


def _noted(article: Article) -> Article:
    """The article, with a note when it still points to a page; one that came with its note keeps it alone."""
    if article.continues_on is None and article.continued_from is None:
        return article
    if not article.source or any(known.code == NoteCode.UNMATCHED_JUMP for known in article.notes):
        return article
    line = article.source[0].lines[1 if article.continues_on is not None else 0]
    return replace(article, notes=(*article.notes, note(NoteCode.UNMATCHED_JUMP, line)))
