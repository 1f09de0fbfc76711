"""Pages inside zip and tar archives, read without unpacking to disk and guarded against hostile archives."""

import functools
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from convert.batch import remote
from convert.batch.pages import LARGEST, Page, too_large
from convert.errors import BadInputError

TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
BOMB_RATIO = 200
"""Text packs about 3:1, repeated text 20:1; what claims to be this many times its packed size is a bomb."""
BOMB_SIZE = 2**20
"""Bytes below which a member's ratio doesn't matter."""


def is_archive(path: str) -> bool:
    """Whether the name says that the file is an archive."""
    return path.lower().endswith((".zip", *TAR_ENDINGS))


def pages(path: str, wanted: Callable[[str], bool]) -> Iterator[Page]:
    """The wanted members of an archive as pages; raises BadInputError for one that is damaged, hostile or not one."""
    try:
        if path.lower().endswith(".zip"):
            yield from _zip_pages(path, wanted)
        else:
            yield from _tar_pages(path, wanted)
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError) as error:
        raise BadInputError(path, f"damaged or no archive ({error})", "check the file") from error
    except OSError as error:
        raise BadInputError(path, (error.strerror or str(error)).lower(), "check the file") from error


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _checked(archive: str, name: str) -> str:
    """The member's name; raises BadInputError for one that climbs out of the archive."""
    plain = name.replace("\\", "/").removeprefix("./")
    if plain.startswith("/") or ".." in plain.split("/") or plain[1:2] == ":":
        raise BadInputError(archive, f"hostile archive: its member '{name}' climbs out of it", "don't trust the file")
    return plain


def _zip_pages(path: str, wanted: Callable[[str], bool]) -> Iterator[Page]:
    from convert.batch.folders import natural

    size, version = _facts(path)
    members = [m for m in _zip(path, version).infolist() if not m.is_dir()]
    total = sum(m.file_size for m in members)
    if total > max(BOMB_SIZE, BOMB_RATIO * size):
        raise BadInputError(path, f"hostile archive: it claims to hold {total:,} bytes", "don't trust the file")
    for member in sorted(members, key=lambda m: (natural(m.filename), m.filename)):
        name = _checked(path, member.filename)
        if wanted(name) and not _is_hidden(name):
            told = version if remote.is_url(path) else ""
            yield Page(f"{path}/{name}", name, archive=path, member=member.filename, version=told)


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


def _open(path: str) -> BinaryIO:
    return remote.open_object(path) if remote.is_url(path) else open(path, "rb")


def has_member(archive: str, member: str, version: str = "") -> bool:
    """Whether a zip has a member of that name; of one at a URL the version is known."""
    return member in _zip(archive, version or _facts(archive)[1]).NameToInfo


def read_member(archive: str, member: str, path: str, version: str = "") -> bytes:
    """A zip's member, never more of it than a page can have; raises BadInputError."""
    try:
        opened = _zip(archive, version or _facts(archive)[1])
        info = opened.getinfo(member)
        if info.file_size > BOMB_SIZE and info.file_size > BOMB_RATIO * max(info.compress_size, 1):
            raise BadInputError(path, "hostile archive: this member unpacks without end", "don't trust the file")
        with opened.open(info) as file:
            data = file.read(LARGEST + 1)
    except KeyError as error:
        raise BadInputError(path, "no longer in the archive", "leave the archive alone while it is read") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadInputError(path, f"can't be unpacked ({error})", "check the archive") from error
    if len(data) > LARGEST:
        raise too_large(path)
    return data


def _tar_pages(path: str, wanted: Callable[[str], bool]) -> Iterator[Page]:
    """Members in the archive's order; a plain tar's are read later by offset, a compressed one's here and now."""
    packed = not path.lower().endswith(".tar")
    size, _ = _facts(path)
    with _open(path) as file, tarfile.open(path, "r|*" if packed else "r:", fileobj=file) as archive:
        for member in _members(archive):
            if packed and member.offset_data > max(BOMB_SIZE, BOMB_RATIO * size):
                raise BadInputError(path, "hostile archive: it unpacks without end", "don't trust the file")
            name = _checked(path, member.name)
            if not member.isreg() or not wanted(name) or _is_hidden(name):
                continue
            if member.size > LARGEST:
                raise too_large(f"{path}/{name}")
            if packed:
                content = archive.extractfile(member)
                yield Page(f"{path}/{name}", name, data=content.read() if content else b"", fixed=False)
            else:
                yield Page(f"{path}/{name}", name, archive=path, span=(member.offset_data, member.size))


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
