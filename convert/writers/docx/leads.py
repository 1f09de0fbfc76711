"""What a digest shows of an article: its lead, or its first sentences."""

import re
from collections.abc import Iterator

from convert.errors import BadOptionError
from convert.model import Article, Block, BlockType

_SENTENCE = re.compile("[^。！？!?…]*(?:[。！？!?]+|…+)[”’」』）)】》〉\"']*|[^。！？!?…]+$", re.DOTALL)
"""A sentence: to its closing mark and the quotes and brackets closed after it, or to the end of the paragraph."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, each whole; joined they are the paragraph."""
    return (match[0] for match in _SENTENCE.finditer(text) if match[0])


def measure(digest: str) -> int:
    """How many sentences an entry of a digest has; 0 is the lead paragraph.

    Raises BadOptionError for what is neither 'lead' nor a number above 0.
    """
    if digest == "lead":
        return 0
    if digest.isascii() and digest.isdigit() and int(digest) > 0:
        return int(digest)
    raise BadOptionError(f"digest '{digest}': 'lead' or a number of sentences, 1 or more")


def excerpt(article: Article, count: int) -> tuple[Block, ...]:
    """The first paragraph (`count` 0), or the first sentences in the paragraphs they stand in.

    An article of captions alone gives its first caption.
    """
    paragraphs = [b for b in article.body if b.type is BlockType.PARAGRAPH]
    if not paragraphs:
        paragraphs = [b for b in article.body if b.type is not BlockType.CREDIT][:1]
    if not count:
        return tuple(paragraphs[:1])
    taken: list[Block] = []
    for block in paragraphs:
        found = list(sentences(block.text))[:count]
        taken.append(Block(block.type, "".join(found)))
        count -= len(found)
        if count <= 0:
            break
    return tuple(taken)
