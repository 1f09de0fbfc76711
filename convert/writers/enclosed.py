"""Article records inside of a book that is a zip, so that the book can be read back without loss.

`convert.reader.formats.enclosed` is the other side. The member stands beside the book's own parts: an e-book's
META-INF may hold files that reading systems don't know (EPUB OCF 3.3, §4.2.3), and a Word document parts that nothing
refers to; Word drops them when it saves the document, and with them records that would no longer say what it says.
"""

from convert import record
from convert.carried import as_json
from convert.model import Articles
from convert.writers.zipped import Zip

_LEVEL = 3
"""Records deflate to nearly the same size at higher levels, in twice the time."""


def enclose(articles: Articles, book: Zip, member: str) -> None:
    """Write the records into the book, as an XML file of that name."""
    with book.stream(member, level=_LEVEL, large=len(articles) > 100_000) as stream:
        stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<records xmlns="urn:newsconvert:records">\n')
        for article in articles:
            values = record.to_dict(article)
            del values["text"]  # made of the body
            text = as_json(values).replace("&", "\\u0026").replace(">", "\\u003e")
            stream.write(f"<record>{text}</record>\n".encode())
        stream.write(b"</records>\n")
