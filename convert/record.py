"""Article ⇄ the JSON record `newsconvert.article/1`, one a line.

The field names and their order are a contract; a reader of records refuses another schema number.
"""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

import msgspec

from convert.errors import BadInputError
from convert.model import Article

SCHEMA = "newsconvert.article/1"

FIELDS = (
    "id", "kind", "language", "paper", "date", "page", "section", "kicker", "headline", "subheadline", "byline",
    "people", "dateline", "continued_from", "continues_on", "body", "text", "source", "notes",
)  # fmt: skip

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Article)


class _Schema(msgspec.Struct):
    """What is looked at before a record is trusted."""

    schema: str | None = None


_schema_decoder = msgspec.json.Decoder(_Schema)


class Head(msgspec.Struct):
    """What a volume needs to know of all its articles: five times cheaper to decode than the whole record."""

    id: str = ""
    language: str = ""
    paper: str | None = None
    date: datetime.date | None = None


_head_decoder = msgspec.json.Decoder(Head)
_AFTER_HEAD = b',"page":'
"""What follows the head in a record that `encode` made; in a text, quotation marks have a backslash before them."""

_Textless = msgspec.defstruct("_Textless", [(name, msgspec.Raw) for name in ("schema", *FIELDS) if name != "text"])
_textless_decoder = msgspec.json.Decoder(_Textless)


def without_text(line: bytes) -> bytes:
    """A record that `encode` made without its text, which is made of the body; all else is left as it is."""
    try:
        return _encoder.encode(_textless_decoder.decode(line))
    except msgspec.DecodeError:  # a lone surrogate's escape
        values = json.loads(line)
        del values["text"]
        return json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def decode_head(line: bytes, where: str = "record") -> Head | Article:
    """The head of a record that `encode` made; raises BadInputError like `decode`.

    The rest isn't looked at: a volume of an archive asks for the heads of all its articles before it begins.
    """
    end = line.find(_AFTER_HEAD)
    try:
        return _head_decoder.decode(line[:end] + b"}" if end > 0 else line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return decode(line, where)


def to_dict(article: Article) -> dict[str, Any]:
    """The record as built-in types, in the contract's field order."""
    return {"schema": SCHEMA, **{name: msgspec.to_builtins(getattr(article, name)) for name in FIELDS}}


def from_dict(values: Mapping[str, Any], where: str = "record") -> Article:
    """The article of a record given as built-in types, the other way round; raises BadInputError like `decode`."""
    if values.get("schema") != SCHEMA:
        raise BadInputError(where, f"schema is {values.get('schema')!r}, not '{SCHEMA}'", "make the records anew")
    try:
        return msgspec.convert(values, Article)
    except msgspec.ValidationError as error:
        raise BadInputError(where, f"not an article record ({error})", "see 'newsconvert parse'") from error


def encode(article: Article) -> bytes:
    """One record as UTF-8 JSON without a line feed.

    A lone surrogate, which UTF-8 can't hold, is written as its JSON escape, so that nothing is lost.
    """
    record: dict[str, Any] = {"schema": SCHEMA}
    for name in FIELDS:
        record[name] = getattr(article, name)
    try:
        return _encoder.encode(record)
    except UnicodeEncodeError:
        return json.dumps(to_dict(article), ensure_ascii=True, separators=(",", ":")).encode("ascii")


def decode(line: bytes | str, where: str = "record") -> Article:
    """The article of one record; `where` names it in an error.

    Raises BadInputError when the line is no record of this schema.
    """
    try:
        head = _schema_decoder.decode(line)
        if head.schema != SCHEMA:
            raise BadInputError(where, f"schema is {head.schema!r}, not '{SCHEMA}'", "make the records anew")
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        try:  # a lone surrogate's escape: valid JSON that msgspec refuses
            value = json.loads(line)
            if isinstance(value, dict) and value.get("schema") == SCHEMA:
                return msgspec.convert(value, Article)
        except (ValueError, msgspec.ValidationError):
            pass
        raise BadInputError(where, f"not an article record ({error})", "see 'newsconvert parse'") from error


@runtime_checkable
class Recorded(Protocol):
    """Articles that are kept as records: who wants these needn't decode and encode them."""

    def lines(self) -> Iterator[bytes]:
        """The records as `encode_lines` would give them."""


def encode_lines(articles: Iterable[Article]) -> Iterator[bytes]:
    """One line a record, each with its line feed."""
    if isinstance(articles, Recorded):
        yield from articles.lines()
        return
    for article in articles:
        yield encode(article) + b"\n"


def decode_lines(lines: Iterable[bytes], where: str) -> Iterator[Article]:
    """The articles of a file of records, blank lines skipped; errors name `where` and the line's number."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield decode(line, f"{where}:{number}")
