"""Articles → fewer articles, in an order: what `--where`, `--grep`, `--sort`, `--dedupe` and `--limit` ask for."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from convert.errors import BadOptionError
from convert.model import Article, Articles
from convert.transforms.selection import order
from convert.transforms.selection.near import Seen
from convert.transforms.selection.order import Ordered, Shelf
from convert.transforms.selection.where import Condition, parse, pattern

DEDUPE = "dedupe"
LIMIT = "limit"


class Selection(Struct, frozen=True, dict=True):
    """What is asked of a run's articles; every condition and expression has to hold.

    Raises BadOptionError or UnknownNameError for what can't be asked.
    """

    where: tuple[str, ...] = ()
    """Conditions on fields (`convert.transforms.selection.where`)."""
    grep: tuple[str, ...] = ()
    """Regular expressions, each found in the text or a title."""
    exclude: tuple[str, ...] = ()
    """Regular expressions, none found in the text or a title."""
    sort: str | None = None
    """Fields parted by commas, a minus before one that goes down."""
    dedupe: bool = False
    """Leave out what is the same as an earlier article, in the order that `sort` gives."""
    limit: int | None = None
    """How many at most."""

    def __post_init__(self) -> None:
        """Read everything once, so that what is wrong is said before any work is done."""
        _ = self.conditions, self.wanted, self.unwanted, self.keys
        if self.limit is not None and self.limit < 1:
            raise BadOptionError(f"limit {self.limit}: 1 or more")

    @cached_property
    def conditions(self) -> list[Condition]:
        """The conditions read."""
        return [parse(text) for text in self.where]

    @cached_property
    def wanted(self) -> list[re.Pattern[str]]:
        """The expressions that have to be found."""
        return [pattern(text) for text in self.grep]

    @cached_property
    def unwanted(self) -> list[re.Pattern[str]]:
        """The expressions that must not be found."""
        return [pattern(text) for text in self.exclude]

    @cached_property
    def keys(self) -> list[tuple[order.Key, bool]]:
        """The sort keys, and whether each goes down."""
        return order.parse(self.sort) if self.sort else []

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return self != Selection()


class LeftOut(Struct, frozen=True):
    """Why articles were left out, in the words of the option, and how many."""

    reason: str
    articles: int


class Selected(Struct, frozen=True):
    """The articles that are left, and what was left out."""

    articles: Articles
    left_out: tuple[LeftOut, ...]
    same: tuple[tuple[str, str], ...] = ()
    """Of those left out as the same as another: the id, and the other's."""


class Sieve:
    """Says of one article after another whether it stays; keeps count of those that don't.

    For articles that come one at a time and are not sorted; `select` does the rest.
    """

    def __init__(self, selection: Selection) -> None:
        """Nothing has come yet."""
        self._selection = selection
        self._counts: Counter[str] = Counter()
        self._seen = Seen()
        self._kept = 0
        self.same: list[tuple[str, str]] = []

    @property
    def full(self) -> bool:
        """Whether the limit is reached: no other article stays."""
        return self._selection.limit is not None and self._kept >= self._selection.limit

    def keeps(self, article: Article) -> bool:
        """Whether the article stays."""
        return self.matches(article) and self.has_room(article)

    def matches(self, article: Article) -> bool:
        """Whether conditions and expressions hold."""
        reason = _objection(article, self._selection)
        if reason:
            self._counts[reason] += 1
        return not reason

    def has_room(self, article: Article) -> bool:
        """Whether the article is a new one and within the limit; to be asked in the final order."""
        if self._selection.dedupe and (other := self._seen.same(article)) is not None:
            self._counts[DEDUPE] += 1
            self.same.append((article.id, other))
            return False
        if self.full:
            self._counts[LIMIT] += 1
            return False
        self._kept += 1
        return True

    def left_out(self) -> tuple[LeftOut, ...]:
        """What was left out so far, by reason, in the order in which the reasons were asked."""
        selection = self._selection
        reasons = [f"where {text}" for text in selection.where]
        reasons += [f"grep {text}" for text in selection.grep]
        reasons += [f"exclude {text}" for text in selection.exclude]
        reasons += [DEDUPE, LIMIT]
        return tuple(LeftOut(r, self._counts[r]) for r in dict.fromkeys(reasons) if self._counts[r])


def select(articles: Articles, selection: Selection) -> Selected:
    """The articles asked for, in the order asked for, and what was left out.

    Memory stays flat: articles that are sorted wait in a temporary file, others are read anew on each pass.
    """
    if not selection:
        return Selected(articles, ())
    sieve = Sieve(selection)
    chosen = _sorted(articles, selection, sieve) if selection.keys else _kept(articles, sieve)
    return Selected(chosen, sieve.left_out(), tuple(sieve.same))


def _kept(articles: Articles, sieve: Sieve) -> "Kept":
    return Kept(articles, bytes(sieve.keeps(article) for article in articles))


def _sorted(articles: Articles, selection: Selection, sieve: Sieve) -> Ordered:
    keyed: list[list[tuple[bool, object]]] = []

    def matching() -> Iterator[Article]:
        for article in articles:
            if sieve.matches(article):
                keyed.append([key(article) for key, _ in selection.keys])
                yield article

    shelf = Shelf(matching())
    numbers = order.order(keyed, [down for _, down in selection.keys])
    return Ordered(shelf, [n for n in numbers if sieve.has_room(shelf[n])])


class Kept:
    """Those of some articles that stay, in their order."""

    def __init__(self, articles: Articles, stays: bytes) -> None:
        """`stays` has a byte an article, 1 for one that stays."""
        self._articles = articles
        self._stays = stays

    def __iter__(self) -> Iterator[Article]:
        """The articles from the first on."""
        return (article for article, stays in zip(self._articles, self._stays, strict=True) if stays)

    def __len__(self) -> int:
        """How many there are."""
        return self._stays.count(1)


def _objection(article: Article, selection: Selection) -> str | None:
    """The first reason for which an article is left out."""
    for condition in selection.conditions:
        if not condition.holds(article):
            return f"where {condition.text}"
    if not selection.wanted and not selection.unwanted:
        return None
    words = _words(article)
    for expression in selection.wanted:
        if not expression.search(words):
            return f"grep {expression.pattern}"
    for expression in selection.unwanted:
        if expression.search(words):
            return f"exclude {expression.pattern}"
    return None


def _words(article: Article) -> str:
    """Titles and text, a line each, captions and credits too."""
    titles = (article.section, article.kicker, article.headline, article.subheadline, article.byline, article.dateline)
    return "\n".join([*(t for t in titles if t), *(block.text for block in article.body)])
