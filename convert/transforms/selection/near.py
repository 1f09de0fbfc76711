"""Articles that are the same: one story in two editions, or the same text with a few words changed.

A text is the set of its clauses, what stands between two marks; an edit touches only the clause it is in. Two texts
are the same when at least `SAME` of the clauses that either has are in both. Candidates are found by the smallest
hashes of their clauses (Broder 1997, min-wise sketches), so the work grows with the number of articles only.
"""

import re
import zlib
from array import array

from convert.model import Article, BlockType

SAME = 0.8
"""The share of clauses in common (Jaccard) from which on two texts are the same."""
_CLAUSE = re.compile(r"[^\s，。；：、？！,.;:?!“”‘’「」『』（）()《》〈〉【】〔〕…—·]+")
_SKETCH = 8
"""How many of a text's smallest hashes lead to it: at `SAME` two texts share one of them all but surely."""
_CROWD = 32
"""How many texts one hash leads to at most: a clause that stands everywhere tells nothing."""
_SHORT = 12
"""A text of fewer clauses is the same only when every clause is."""


class Seen:
    """The texts met so far."""

    def __init__(self) -> None:
        """Nothing is met yet."""
        self._ids: list[str] = []
        self._clauses: list[array[int]] = []
        self._leads: dict[int, list[int]] = {}

    def same(self, article: Article) -> str | None:
        """The id of an earlier article that is the same; else None, and this one is remembered."""
        hashes = _hashes(article)
        if not hashes:
            return None
        lead = sorted(hashes)[:_SKETCH]
        candidates = sorted({other for key in lead for other in self._leads.get(key, ())})
        for other in candidates:
            if _alike(hashes, self._clauses[other]):
                return self._ids[other]
        self._remember(article.id, hashes, lead)
        return None

    def _remember(self, identifier: str, hashes: set[int], lead: list[int]) -> None:
        number = len(self._ids)
        self._ids.append(identifier)
        self._clauses.append(array("I", sorted(hashes)))
        for key in lead:
            crowd = self._leads.setdefault(key, [])
            if len(crowd) < _CROWD:
                crowd.append(number)


def _hashes(article: Article) -> set[int]:
    """The clauses of the text, as hashes; of an article without paragraphs, of its title and captions."""
    text = article.text
    if not text:
        parts = (article.kicker, article.headline, article.subheadline)
        captions = (b.text for b in article.body if b.type is not BlockType.CREDIT)
        text = "\n".join(part for part in (*parts, *captions) if part)
    return {zlib.crc32(clause.encode("utf-8", "surrogatepass")) for clause in _CLAUSE.findall(text)}


def _alike(one: set[int], other: "array[int]") -> bool:
    common = len(one.intersection(other))
    union = len(one) + len(other) - common
    if union < _SHORT:
        return common == union
    return common >= SAME * union
