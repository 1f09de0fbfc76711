"""EPUB and Word files that this program wrote → articles: the records that are enclosed in them.

`convert.writers.enclosed` is the other side.
"""

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from lxml import etree

from convert import record
from convert.carried import from_json
from convert.errors import BadInputError
from convert.model import Article

BOMB_RATIO = 200
"""Records pack 4:1, a text that repeats itself 20:1; what claims to be so many times its packed size is a bomb."""
BOMB_SIZE = 2**20
"""Bytes below which that doesn't matter."""
_RECORD = "{urn:newsconvert:records}record"


def _read(file: BinaryIO, name: str, *, member: str) -> Iterator[Article]:
    try:
        with zipfile.ZipFile(file) as book:
            if member not in book.namelist():
                cure = "convert it from its pages or records; a book that another program saved has lost them"
                raise BadInputError(name, "no article records in it", cure)
            about = book.getinfo(member)
            if about.file_size > max(BOMB_SIZE, BOMB_RATIO * about.compress_size):
                raise BadInputError(name, f"it claims to hold {about.file_size:,} bytes", "don't trust the file")
            with book.open(member) as records:
                for _, node in etree.iterparse(records, tag=_RECORD, huge_tree=True, resolve_entities=False):
                    yield record.from_dict(from_json(node.text or "", name), name)
                    node.clear()
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, NotImplementedError) as error:
        raise BadInputError(name, f"damaged ({error})", "make the book anew") from error


read_epub = partial(_read, member="META-INF/newsconvert.xml")
read_docx = partial(_read, member="customXml/newsconvert.xml")
