"""The article model: plain frozen types that know no format, shared by readers, transforms and writers.

Field names and their meaning are those of the article record (`convert.record`). Unknown is None (a list: empty),
never a guess and never an empty string.
"""

import datetime
import hashlib
import re
import uuid
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What an article is."""

    NEWS = "news"
    PHOTO = "photo"
    COMMENTARY = "commentary"
    CONTINUATION = "continuation"
    OTHER = "other"


class Role(StrEnum):
    """What a person named in a byline, signature or credit did."""

    REPORTER = "reporter"
    INTERN_REPORTER = "intern_reporter"
    CORRESPONDENT = "correspondent"
    AUTHOR = "author"
    PHOTOGRAPHER = "photographer"
    EDITOR = "editor"


class BlockType(StrEnum):
    """What a block of an article's body is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a byline, signature or credit, in printed order."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, crosshead, caption or credit, whole: a paragraph cut at a column end is one block."""

    type: BlockType
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was printed: the page file, its digest, and its first and last line (1-based, inclusive)."""

    path: str
    sha256: str
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for a person; `code` is one of the catalogue, `line` a line of the page, `text` the text it is about."""

    code: str
    message: str
    line: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as every part of the program sees it."""

    id: str
    kind: Kind
    language: str
    paper: str | None = None
    date: datetime.date | None = None
    page: int | None = None
    section: str | None = None
    kicker: str | None = None
    headline: str | None = None
    subheadline: str | None = None
    byline: str | None = None
    people: tuple[Person, ...] = ()
    dateline: str | None = None
    continued_from: int | None = None
    continues_on: int | None = None
    body: tuple[Block, ...] = ()
    source: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs and crossheads of the body, joined by a blank line."""
        return "\n\n".join(b.text for b in self.body if b.type in (BlockType.PARAGRAPH, BlockType.CROSSHEAD))


class Articles(Protocol):
    """Articles in reading order that can be gone through more than once, each time the same.

    A tuple is one; so is a file of records that is read anew on each pass, which keeps memory flat.
    """

    def __iter__(self) -> Iterator[Article]: ...

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The volume before or after another of the same run, as a reader may look for it."""

    title: str
    number: int | None = None
    """Its number, where the titles alone don't tell the volumes apart."""


_DAYS = re.compile(r"\s\d{4}-\d{2}(?:-\d{2})?(?:–\d{4}-\d{2}-\d{2})?(?=\Z|\s第\d+版\Z)")


def undated(title: str, days: Collection[datetime.date]) -> str:
    """A volume's title without the figures of its first and last day, or of their month, for where words say them.

    Figures that say another day are the user's own and stay.
    """
    figures = _DAYS.search(title)
    if figures is None or not days:
        return title
    ends = {min(days).isoformat(), max(days).isoformat()}
    told = re.findall(r"\d{4}-\d{2}(?:-\d{2})?", figures.group())
    known = all(any(end.startswith(one) for end in ends) for one in told)
    return title[: figures.start()] + title[figures.end() :] if known else title


EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def identifier(language: str, variant: str, ids: Iterable[str]) -> str:
    """A volume's `urn:uuid:…`, made of its script and the ids of its articles in their order."""
    digest = hashlib.sha256(f"{language}\n{variant}\n".encode())
    for article_id in ids:
        digest.update(article_id.encode("utf-8", "surrogatepass") + b"\n")
    return f"urn:uuid:{uuid.UUID(bytes=digest.digest()[:16], version=5)}"


def start_of_day(day: datetime.date | None) -> datetime.datetime:
    """The first moment of a day in UTC; a fixed one for None."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else EPOCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What a writer is given: articles in reading order and what the book as a whole says of itself.

    `name` is the stem of the file name, `title` what a reader sees. Nothing here comes from the clock.
    """

    name: str
    title: str
    language: str
    articles: Articles
    variant: str = "original"
    creator: str | None = None
    publisher: str | None = None
    rights: str | None = None
    description: str | None = None
    part: tuple[int, int] | None = None
    """This volume's number and the number of volumes in its set, when one run makes several."""
    series: str | None = None
    """The name of the set: the pages of an issue, the issues of a month, the months of a year, or all of a run."""
    previous: Neighbour | None = None
    """The volume before this one in the run, whose set may be another."""
    following: Neighbour | None = None
    """The volume after this one."""
    identifier: str = field(default="")
    """`urn:uuid:…`, made from the articles' ids and the language when not given."""

    def __post_init__(self) -> None:
        """Make the identifier from what is in the volume: the same articles give the same one anywhere."""
        if not self.identifier:
            ids = (article.id for article in self.articles)
            object.__setattr__(self, "identifier", identifier(self.language, self.variant, ids))

    def modified(self) -> datetime.datetime:
        """The newest date of the articles, in UTC; a fixed day when none has one. Never the clock's time."""
        return start_of_day(max((a.date for a in self.articles if a.date), default=None))
