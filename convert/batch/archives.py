"""Pages inside zip and tar archives, read without unpacking to disk and guarded against hostile archives."""

import functools
import os
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from convert.batch import remote
from convert.batch.pages import LARGEST, Page, too_large
from convert.errors import BadInputError, NewsconvertError

TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
BOMB_RATIO = 200
"""Text packs about 3:1, repeated text 20:1; what claims to be this many times its packed size is a bomb."""
BOMB_SIZE = 2**20
"""Bytes below which a member's ratio doesn't matter."""


def is_archive(path: str) -> bool:
    """Whether the name says that the file is an archive."""
    return path.lower().endswith((".zip", *TAR_ENDINGS))


def pages(path: str, wanted: Callable[[str], bool]) -> Iterator[Page | BadInputError]:
    """The wanted members of an archive as pages, and errors for those that are none, each in its place.

    Raises BadInputError for an archive that is damaged, hostile or not one.
    """
    try:
        yield from _zip_pages(path, wanted) if path.lower().endswith(".zip") else _tar_pages(path, wanted)
    except NewsconvertError:
        raise
    except OSError as error:
        raise BadInputError(path, (error.strerror or str(error)).lower(), "check the file") from error
    except Exception as error:  # what unpacks a damaged archive may stumble over anything in it
        raise BadInputError(path, f"damaged or no archive ({error})", "check the file") from error


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _checked(archive: str, name: str) -> str:
    """The member's name; raises BadInputError for one that climbs out of the archive."""
    plain = name.replace("\\", "/")
    if plain.startswith("/") or ".." in plain.split("/") or re.match("[A-Za-z]:", plain):
        raise BadInputError(archive, f"hostile archive: its member '{name}' climbs out of it", "don't trust the file")
    return "/".join(part for part in plain.split("/") if part not in ("", "."))


def _zip_pages(path: str, wanted: Callable[[str], bool]) -> Iterator[Page]:
    """Members in natural order; of several with one name each is a page, as an archive that was added to has them."""
    from convert.batch.folders import natural

    size, version = _facts(path)
    members = _zip(path, version).infolist()
    total = sum(m.file_size for m in members)
    if total > max(BOMB_SIZE, BOMB_RATIO * size):
        raise BadInputError(path, f"hostile archive: it claims to hold {total:,} bytes", "don't trust the file")
    names = _zip_names(members)
    told = version if remote.is_url(path) else ""
    for place in sorted(range(len(members)), key=lambda place: (natural(names[place]), names[place], place)):
        name = _checked(path, names[place])
        if not members[place].is_dir() and wanted(name) and not _is_hidden(name):
            member = members[place].filename
            yield Page(f"{path}/{name}", name, archive=path, member=member, entry=place, version=told)


UTF8_NAME = 0x800
"""The flag of a member whose name is in UTF-8; the others' are in whatever the packing machine used."""
ENCRYPTED = 0x1


def _zip_names(members: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names as their makers meant them: Windows packs Chinese ones as GBK or Big5 without saying so."""
    names = [member.filename for member in members]
    unsaid = [n for n, member in enumerate(members) if not member.flag_bits & UTF8_NAME and not names[n].isascii()]
    for n, name in zip(unsaid, _as_meant([names[n].encode("cp437") for n in unsaid]), strict=True):
        names[n] = name or names[n]
    return names


def _as_meant(names: Sequence[bytes]) -> list[str | None]:
    """Names in an encoding that nobody has told, the same for all; None for one that isn't in the likeliest."""
    from convert.reader.decoding import decode

    try:
        encoding = decode(b"\n".join(names), "").encoding
    except BadInputError:
        return [None] * len(names)
    return [_decoded(name, encoding) for name in names]


def _decoded(name: bytes, encoding: str) -> str | None:
    try:
        return name.decode(encoding)
    except UnicodeDecodeError:
        return None


def _facts(path: str) -> tuple[int, str]:
    """An archive's size, and a text that changes with it."""
    if remote.is_url(path):
        return remote.facts(path)
    there = os.stat(path)
    return there.st_size, str(there.st_mtime_ns)


@functools.lru_cache(maxsize=2)
def _zip(path: str, _version: str) -> zipfile.ZipFile:
    """An open zip, kept, since reading its directory is the dearest part; `_version` tells a new one of that name."""
    return zipfile.ZipFile(remote.open_object(path) if remote.is_url(path) else path)


if hasattr(os, "register_at_fork"):  # a fork that read from this process's open file would move the place in it
    os.register_at_fork(after_in_child=_zip.cache_clear)


def _open(path: str) -> BinaryIO:
    return remote.open_object(path) if remote.is_url(path) else open(path, "rb")


def has_member(archive: str, member: str, version: str = "") -> bool:
    """Whether a zip has a member of that name; of one at a URL the version is known."""
    return member in _zip(archive, version or _facts(archive)[1]).NameToInfo


def read_member(archive: str, page: Page) -> bytes:
    """A page in a zip, never more of it than a page can have; raises BadInputError."""
    try:
        opened = _zip(archive, page.version or _facts(archive)[1])
        info = _info(opened, str(page.member), page.entry)
        _check(page.path, info)
        with opened.open(info) as file:
            data = file.read(LARGEST + 1)
    except (OSError, NewsconvertError):
        raise
    except KeyError as error:
        cure = "leave the archive alone while it is read"
        raise BadInputError(page.path, "no longer in the archive", cure) from error
    except Exception as error:  # what unpacks a damaged archive may stumble over anything in it
        raise BadInputError(page.path, f"can't be unpacked ({error})", "check the archive") from error
    if len(data) > LARGEST:
        raise too_large(page.path)
    return data


def _check(path: str, info: zipfile.ZipInfo) -> None:
    """Raise BadInputError for a member that isn't to be unpacked, as far as the archive's directory says."""
    if info.flag_bits & ENCRYPTED:
        raise BadInputError(path, "encrypted", "unpack the archive with its password first")
    if info.file_size > BOMB_SIZE and info.file_size > BOMB_RATIO * max(info.compress_size, 1):
        raise BadInputError(path, "hostile archive: this member unpacks without end", "don't trust the file")


def _info(opened: zipfile.ZipFile, member: str, entry: int | None) -> zipfile.ZipInfo:
    """The member of that name, at that place in the archive's directory; raises KeyError."""
    members = opened.infolist()
    if entry is not None and entry < len(members) and members[entry].filename == member:
        return members[entry]
    return opened.getinfo(member)


def _tar_pages(path: str, wanted: Callable[[str], bool]) -> Iterator[Page | BadInputError]:
    """Members in the archive's order; a plain tar's are read later by offset, a compressed one's here and now."""
    packed = not path.lower().endswith(".tar")
    size, _ = _facts(path)
    unpacked = 0
    with _open(path) as file, tarfile.open(path, "r|*" if packed else "r:", fileobj=file) as archive:
        for member in _members(archive):
            unpacked += member.size
            if max(unpacked, member.offset_data) > max(BOMB_SIZE, BOMB_RATIO * size):
                raise BadInputError(path, "hostile archive: it unpacks without end", "don't trust the file")
            name = _checked(path, _tar_name(member.name))
            if not member.isreg() or not wanted(name) or _is_hidden(name):
                continue
            whole = f"{path}/{name}"
            if member.size > LARGEST:
                yield too_large(whole)
            elif packed or member.issparse():  # a sparse one isn't there in one piece
                content = archive.extractfile(member)
                yield Page(whole, name, data=content.read() if content else b"", fixed=False)
            else:
                yield Page(whole, name, archive=path, span=(member.offset_data, member.size))


def _tar_name(name: str) -> str:
    """The name as its maker meant it: `tarfile` takes all for UTF-8, and holds what isn't in lone surrogates."""
    raw = name.encode("utf-8", "surrogateescape")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _as_meant([raw])[0] or name
    return name


def _members(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """The members, of which `tarfile` would keep an object each, half a kilobyte."""
    while (member := archive.next()) is not None:
        archive.members = []  # type: ignore[attr-defined]
        yield member


def read_span(archive: str, offset: int, length: int) -> bytes:
    """Bytes of a tar that isn't compressed."""
    if remote.is_url(archive):
        return remote.read_span(archive, offset, length)
    with open(archive, "rb") as file:
        file.seek(offset)
        return file.read(length)
