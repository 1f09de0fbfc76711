"""One page of a run: what it is called, where its bytes are, and how they are got."""

import hashlib
import os
import re
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from convert.batch import remote
from convert.errors import BadInputError, MissingInputError
from convert.files import at_once
from convert.reader import PageFile
from convert.reader.fixes import ENDING

LARGEST = 64 * 2**20
"""Bytes of the largest page that is read, a thousand times a printed one: more is no page, and may be a bomb."""


LONGEST = 120
"""Bytes of a volume's longest short name: a file's also says the run's, script and format, and 255 are the most."""


class Page(Struct, frozen=True):
    """A page that can be read anywhere: in this process, in another, on another machine that sees the same files."""

    path: str
    """As records and errors show it; inside an archive, the archive's path and the member's."""
    below: str = ""
    """The path below the folder or archive in which it was found."""
    archive: str | None = None
    member: str | None = None
    """The name in a zip, as it stands there."""
    entry: int | None = None
    """The place in the zip's directory: several members may have one name."""
    span: tuple[int, int] | None = None
    """Offset and length in a tar that isn't compressed."""
    data: bytes | None = None
    """The bytes themselves, from a compressed tar, which can be read only once and in order."""

    fixed: bool | None = None
    """Whether a fix file is beside the page; None where that is to be looked up."""
    version: str = ""
    """Of an archive at a URL: a text that changes with it."""

    @property
    def label(self) -> str:
        """A short name for files made of this page alone: the path below the input, without its ending."""
        path = self.below or os.path.basename(self.path)
        return short(as_name(os.path.splitext(path)[0].replace(os.sep, "-").replace("/", "-")))

    @property
    def is_object(self) -> bool:
        """Whether it is an object of its own at a URL, not in an archive there."""
        return remote.is_url(self.path) and self.archive is None and self.data is None

    def read(self, base: str = "") -> bytes:
        """The page's bytes, relative paths taken from `base`; raises MissingInputError or BadInputError."""
        if self.data is not None:
            return self.data
        try:
            return self._archived(base) if self.archive else self._plain(base)
        except OSError as error:
            problem = (error.strerror or str(error)).lower()
            raise MissingInputError(self.path, problem, "check the name and your permission") from error

    def load(self, base: str = "") -> PageFile:
        """The page as the reader takes it, with the fix file beside it, if there is one; raises as `read` does."""
        return PageFile(self.path, self.read(base), fixes=self._fixes(base))

    def _fixes(self, base: str) -> bytes | None:
        """The bytes of the fix file of a page that is a file or a member of a zip."""
        beside = replace(self, path=self.path + ENDING, member=f"{self.member}{ENDING}", entry=None, data=None)
        if self.archive:
            from convert.batch import archives

            there = self.member is not None and archives.has_member(
                _at(base, self.archive), str(beside.member), self.version
            )
        elif remote.is_url(self.path):
            there = remote.exists(beside.path) if self.fixed is None else self.fixed
        else:
            there = self.data is None and os.path.exists(os.path.join(base, beside.path))
        return beside.read(base) if there else None

    def _plain(self, base: str) -> bytes:
        if remote.is_url(self.path):
            data = remote.read(self.path)
            if len(data) > LARGEST:
                raise too_large(self.path)
            return data
        with open(os.path.join(base, self.path), "rb", opener=at_once) as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > LARGEST else file.read(LARGEST + 1)  # a device has no size and no end
            if size > LARGEST or len(data) > LARGEST:
                raise too_large(self.path)
            return data

    def _archived(self, base: str) -> bytes:
        from convert.batch import archives

        archive = _at(base, str(self.archive))
        if self.span:
            return archives.read_span(archive, *self.span)
        return archives.read_member(archive, self)


def _at(base: str, path: str) -> str:
    return path if remote.is_url(path) else os.path.join(base, path)


def piped(stream: BinaryIO) -> Page:
    """The page that comes through a pipe; raises BadInputError for more bytes than a page has.

    It has no name that says what it is: web pages and article records are told by how they begin.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large("stdin")
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return Page("stdin.html", data=data)
    return Page("stdin.jsonl" if start.startswith(b"{") else "stdin", data=data)


_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|\ud800-\udfff]')


def as_name(text: str) -> str:
    """The text with what no file name can have on some system replaced by a low line."""
    return _UNFIT.sub("_", text).strip(". ")


def short(name: str, most: int = LONGEST) -> str:
    """The name, where it is longer than so many bytes as much of it as fits."""
    return name if len(_bytes(name)) <= most else told_apart(name, name, most)


def told_apart(name: str, whole: str, most: int) -> str:
    """As much of a name as fits into so many bytes, with a digest of the whole that it stands for."""
    digest = hashlib.sha256(_bytes(whole)).hexdigest()[:8]
    return f"{_bytes(name)[: most - 9].decode(errors='ignore')}-{digest}"


def _bytes(name: str) -> bytes:
    """A name in UTF-8, whatever the system's locale: the same bytes everywhere."""
    return name.encode("utf-8", "surrogateescape")


def too_large(path: str) -> BadInputError:
    """The error for a page beyond the limit."""
    return BadInputError(path, f"larger than {LARGEST >> 20} MiB", "no newspaper page is; leave it out or cut it")
