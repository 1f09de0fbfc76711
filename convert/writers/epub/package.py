"""The package: manifest, spine, metadata and zip, made with ebooklib. Content comes in as finished bytes.

ebooklib writes the container and the OPF; it is kept from everything that would change text (its HTML classes parse
and print again) or depend on the clock (identifiers, dates of zip members).
"""

import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, BinaryIO

from ebooklib import epub
from lxml import etree

_XML = "{http://www.w3.org/XML/1998/namespace}"
_LEVEL = 4  # half a percent longer than zlib's usual 6 on pages of this length, and a tenth quicker
_FIRST = datetime(1000, 1, 1, tzinfo=UTC)


class Item(epub.EpubItem):  # type: ignore[misc]
    """A file of the book whose bytes are made when it is written."""

    def __init__(
        self, uid: str, file: str, media_type: str, render: Callable[[], bytes], properties: tuple[str, ...] = ()
    ) -> None:
        super().__init__(uid=uid, file_name=file, media_type=media_type)
        self.render = render
        self.properties = properties

    def get_content(self, default: bytes | None = None) -> bytes:  # noqa: ARG002 - ebooklib's signature
        """Render it."""
        return self.render()


class _Zip(zipfile.ZipFile):
    """A zip in which nothing depends on the clock or the system, and whose members are written in one go each.

    `zipfile` writes a member's header twice, seeking back for the sizes, which costs as much as the deflating of a
    short article; here the member is whole before it is written.
    """

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,  # noqa: ARG002 - the base class's signature
    ) -> None:
        """As the base class, dated with the day on which zip's calendar begins."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        content: bytes = data.encode() if isinstance(data, str) else data
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.create_system = 3
        info.external_attr = 0o644 << 16
        info.compress_type = zipfile.ZIP_DEFLATED if compress_type is None else compress_type
        packed = content if compress_type == zipfile.ZIP_STORED else zlib.compress(content, _LEVEL, wbits=-15)
        info.file_size, info.compress_size, info.CRC = len(content), len(packed), zlib.crc32(content)
        self._append(info, packed)

    def _append(self, info: zipfile.ZipInfo, packed: bytes) -> None:
        """Write a member behind the last one and enter it in the directory, which `close` writes."""
        assert self.fp is not None
        header = info.FileHeader()
        info.header_offset = self.start_dir
        self.fp.write(header)
        self.fp.write(packed)
        self.start_dir += len(header) + len(packed)
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self._didModify = True


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """ebooklib's writer with the package's language, and a zip that is the same on every run."""

    def _write_opf_file(self, root: "etree._Element") -> None:
        root.set(f"{_XML}lang", self.book.language)
        del root.attrib["prefix"]  # ebooklib declares `rendition`, which EPUB reserves anyway
        super()._write_opf_file(root)

    def write(self) -> None:
        """Write all to `file_name`, which is a file that is open."""
        with _Zip(self.file_name, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()


class Package:
    """A book under construction: files in reading order, and what the package document says of them."""

    def __init__(self, identifier: str, title: str, language: str, vertical: bool) -> None:
        self._book = epub.EpubBook()
        self._book.metadata.clear()  # ebooklib's own generator and random identifier
        self._book.set_identifier(identifier)
        self._book.set_title(title)
        self._book.set_language(language)
        if vertical:
            self._book.set_direction("rtl")

    def describe(self, name: str, value: str, **attributes: str) -> None:
        """A Dublin Core element."""
        self._book.add_metadata("DC", name, value, attributes)

    def property(self, name: str, value: str, **attributes: str) -> None:
        """A `meta` element with a property of EPUB 3."""
        self._book.add_metadata(None, "meta", value, {"property": name, **attributes})

    def legacy(self, name: str, value: str) -> None:
        """A `meta` element of EPUB 2."""
        self._book.add_metadata(None, "meta", "", {"name": name, "content": value})

    def add(self, item: Item, spine: bool = False) -> None:
        """A file; with `spine` it takes its place in the reading order."""
        self._book.add_item(item)
        if spine:
            self._book.spine.append(item)

    def guide(self, kind: str, title: str, file: str) -> None:
        """A reference in EPUB 2's guide."""
        self._book.guide.append({"type": kind, "title": title, "href": file})

    def write(self, out: BinaryIO, modified: datetime) -> None:
        """Render and zip everything into `out`; years below 1000 can't be told in a package and count as 1000."""
        _Writer(out, self._book, {"mtime": max(modified, _FIRST)}).write()
