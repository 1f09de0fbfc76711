"""Web pages saved as one file by a browser (MHTML: `.mht`, `.mhtml`) → articles: the page itself, without its pictures.

RFC 2557: a MIME message whose first HTML part is the page, and the others its frames.
"""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import BinaryIO

from convert.errors import BadInputError
from convert.model import Article
from convert.reader.formats import html
from convert.reader.formats.origin import Origin


def read(file: BinaryIO, name: str) -> Iterator[Article]:
    """The articles of the first part that has any: the page, or of a page of frames the frame that holds the text."""
    whole = file.read()
    refused = BadInputError(name, "no web page in it", "save it from the browser once more")
    for part in filter(_is_page, message_from_bytes(whole).walk()):
        data = part.get_payload(decode=True)
        try:
            sent = part.get_content_charset()
            articles = list(html.articles_in(data if isinstance(data, bytes) else b"", Origin(name, whole), sent))
        except BadInputError as error:
            refused = error
        else:
            yield from articles
            return
    raise refused


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")
