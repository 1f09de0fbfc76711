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

_RECORD = "{urn:newsconvert:records}record"


def _read(file: BinaryIO, name: str, *, member: str) -> Iterator[Article]:
    try:
        with zipfile.ZipFile(file) as book:
            if member not in book.namelist():
                cure = "convert it from its pages or records; a book that another program saved has lost them"
                raise BadInputError(name, "no article records in it", cure)
            with book.open(member) as records:
                for _, node in etree.iterparse(records, tag=_RECORD, huge_tree=True, resolve_entities=False):
                    yield record.from_dict(from_json(node.text or "", name), name)
                    node.clear()
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, NotImplementedError) as error:
        raise BadInputError(name, f"damaged ({error})", "make the book anew") from error


read_epub = partial(_read, member="META-INF/newsconvert.xml")
read_docx = partial(_read, member="customXml/newsconvert.xml")
