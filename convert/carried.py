"""What a readable format carries of a record beside its visible text, and the record made of both again.

A person may edit the visible text, so headline and body are taken from there when a file is read back; only where a
markup language can't hold the body's characters is the body carried too.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from convert import record
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType

UNTITLED = "（无题）"
"""What stands where an article without a headline needs a heading."""

_UNHOLDABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""What markup languages drop, replace or refuse; a line feed has a sign of its own in each."""

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def carried(article: Article) -> dict[str, Any]:
    """The record without `text`, and without `body` where the visible text holds it."""
    values = record.to_dict(article)
    del values["text"]
    if all(map(_can_be_shown, article.body)):
        del values["body"]
    return values


def _can_be_shown(block: Block) -> bool:
    """Whether a markup language shows the block so that the same block can be read back."""
    broken_heading = block.type is BlockType.CROSSHEAD and block.text != one_line(block.text)
    return bool(block.text.strip()) and not broken_heading and not _UNHOLDABLE.search(block.text)


def as_json(value: Any) -> str:
    """JSON in one line that is also YAML, and that may stand in an HTML script element: `<` is escaped."""
    return escaped(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


def escaped(text: str) -> str:
    """JSON whose strings have no character left that a file of markup or YAML can't hold as it is."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(text: str, name: str) -> dict[str, Any]:
    """The values that were carried; raises BadInputError, with the file's name, when they are broken."""
    try:
        values = json.loads(text)
    except ValueError as error:
        raise BadInputError(name, f"the record in it is broken ({error})", "make the file anew") from error
    if not isinstance(values, dict):
        raise BadInputError(name, "the record in it is no object", "make the file anew")
    return values


def restored(values: dict[str, Any], headline: str | None, body: Sequence[Block], name: str) -> Article:
    """The article of what was carried and of the headline and body that are visible.

    A headline is never given to an article that had none: what stands there is a sign for that.
    """
    recorded = values.get("headline")
    if headline and recorded and not _UNHOLDABLE.search(recorded) and one_line(headline) != one_line(recorded):
        values = {**values, "headline": headline}
    seen = [{"type": block.type.value, "text": block.text} for block in body]
    return record.from_dict({"body": seen, **values}, name)


def one_line(text: str) -> str:
    """A headline as a heading shows it: every run of white space one space, none at its ends."""
    return " ".join(text.split())
