"""Page text → articles: a chain of pure stages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from convert.model import Article, Block, BlockType, Kind, Source


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page as it came: its path as displayed, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How pages are read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page gave."""

    articles: tuple[Article, ...]


def read_page(page: PageFile, options: ReadingOptions, recurring: frozenset[str] = frozenset()) -> Reading:
    """The page as one article, a paragraph a line."""
    lines = page.data.decode("utf-8").split("\n")
    digest = sha256(page.data).hexdigest()
    body = tuple(Block(BlockType.PARAGRAPH, line) for line in lines if line.strip() and line not in recurring)
    source = Source(page.path, digest, (1, len(lines)))
    return Reading((Article(id=f"{digest[:16]}-1", kind=Kind.OTHER, language="zh-Hans", body=body, source=(source,)),))


def recurring_lines(pages: Iterable[PageFile], options: ReadingOptions) -> frozenset[str]:
    """Lines that recur over the batch."""
    return frozenset()


def join_continuations(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, halves joined."""
    return tuple(articles)
