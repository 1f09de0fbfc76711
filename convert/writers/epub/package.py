"""The package: manifest, spine, metadata and container, made with ebooklib. Content comes in as finished bytes.

ebooklib writes the container and the frame of the OPF; it is kept from everything that would change text (its HTML
classes parse and print again) or depend on the clock (identifiers, dates of zip members), and from keeping an object
and two XML elements for each of ten thousand chapters: the lines of manifest and spine are streamed into its frame.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from ebooklib import epub
from lxml import etree
from msgspec import Struct

from convert.writers.epub.typesetting import attribute
from convert.writers.zipped import Packed, Zip

XHTML = "application/xhtml+xml"
"""The media type of a page of the book."""
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FIRST = datetime(1000, 1, 1, tzinfo=UTC)


class Item(Struct):
    """A file of the book, whose content is made when it is written: at once, piece by piece, or deflated already."""

    uid: str
    file: str
    media_type: str
    render: Callable[[], bytes | Packed | Iterator[bytes]]
    properties: tuple[str, ...] = ()
    spine: bool = False
    """Whether it has its place in the reading order."""


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """ebooklib's writer with the package's language, and with items that are gone through as often as needed."""

    def __init__(self, book: epub.EpubBook, items: list[Iterable[Item]], modified: datetime) -> None:
        super().__init__(None, book, {"mtime": modified})
        self._items = items

    def _each(self) -> Iterator[Item]:
        for items in self._items:
            yield from items

    def _write_opf_file(self, root: "etree._Element") -> None:
        """The package document, with the items in the places that ebooklib leaves for them."""
        root.set(f"{_XML}lang", self.book.language)
        del root.attrib["prefix"]  # ebooklib declares `rendition`, which EPUB reserves anyway
        for name in ("manifest", "spine"):
            root.find(name).append(etree.Comment(name))
        frame = etree.tostring(root, pretty_print=True, encoding="utf-8", xml_declaration=True)
        before, _, rest = frame.partition(b"<!--manifest-->")
        between, _, after = rest.partition(b"<!--spine-->")
        with self.out.stream(f"{self.book.FOLDER_NAME}/content.opf") as opf:
            opf.write(before)
            opf.writelines(_manifest_line(item) for item in self._each())
            opf.write(between)
            opf.writelines(f'\n    <itemref idref="{item.uid}"/>'.encode() for item in self._each() if item.spine)
            opf.write(after)

    def _write_items(self) -> None:
        for item in self._each():
            name = f"{self.book.FOLDER_NAME}/{item.file}"
            content = item.render()
            if isinstance(content, bytes | Packed):
                self.out.add(name, content)
                continue
            with self.out.stream(name) as file:
                file.writelines(content)

    def write_into(self, out: Zip) -> None:
        """Write all files of the book."""
        self.out = out
        out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        self._write_container()
        self._write_opf()
        self._write_items()


def _manifest_line(item: Item) -> bytes:
    properties = f' properties="{" ".join(item.properties)}"' if item.properties else ""
    href = attribute(item.file)
    return f'\n    <item href="{href}" id="{item.uid}" media-type="{item.media_type}"{properties}/>'.encode()


class Package:
    """A book under construction: files in reading order, and what the package document says of them."""

    def __init__(self, identifier: str, title: str, language: str, vertical: bool) -> None:
        self._items: list[Iterable[Item]] = []
        self._book = epub.EpubBook()
        self._book.metadata.clear()  # ebooklib's own generator and random identifier
        self._book.set_identifier(identifier)
        self._book.set_title(title)
        self._book.set_language(language)
        if vertical:
            self._book.set_direction("rtl")
            self.legacy("primary-writing-mode", "vertical-rl")  # what Kindle goes by

    def describe(self, name: str, value: str, **attributes: str) -> None:
        """A Dublin Core element."""
        self._book.add_metadata("DC", name, value, attributes)

    def property(self, name: str, value: str, **attributes: str) -> None:
        """A `meta` element with a property of EPUB 3."""
        self._book.add_metadata(None, "meta", value, {"property": name, **attributes})

    def legacy(self, name: str, value: str) -> None:
        """A `meta` element of EPUB 2."""
        self._book.add_metadata(None, "meta", "", {"name": name, "content": value})

    def add(self, *items: Item) -> None:
        """Files, in their order."""
        self._items.append(items)

    def add_many(self, items: Iterable[Item]) -> None:
        """Files that are made anew on each of three passes, so that none need be kept."""
        self._items.append(items)

    def guide(self, kind: str, title: str, file: str) -> None:
        """A reference in EPUB 2's guide."""
        self._book.guide.append({"type": kind, "title": title, "href": file})

    def write(self, out: Zip, modified: datetime) -> None:
        """Render and write everything into `out`; years below 1000 can't be told in a package and count as 1000."""
        _Writer(self._book, self._items, max(modified, _FIRST)).write_into(out)
