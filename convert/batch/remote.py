"""Inputs and output folders that are URLs (`s3://…`, `gs://…`, `memory://…`); an object is written by one put."""

import contextlib
import functools
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, cast

from msgspec import Struct

from convert.errors import CannotWriteError, MissingInputError, MissingPartError, NewsconvertError
from convert.files import Synced

AT_ONCE = 32 * 2**20
"""Bytes up to which an object is written from memory."""


def is_url(path: str) -> bool:
    """Whether the path names a place that fsspec knows rather than a file here."""
    return "://" in path


def is_private(path: str) -> bool:
    """Whether only this process can see the place."""
    return path.startswith("memory://")


@functools.lru_cache(maxsize=16)
def system(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path on it; raises MissingPartError with what is to be installed."""
    try:
        import fsspec
    except ImportError as error:
        raise MissingPartError("URLs need fsspec; install it with: pip install 'newsconvert[remote]'") from error
    try:
        found, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise MissingPartError(f"{url}: {error}") from error
    return found, str(path)


def exists(url: str) -> bool:
    """Whether there is an object; one that can't be asked for is none."""
    found, path = system(url)
    try:
        return bool(found.exists(path))
    except Exception:  # each store's library has errors of its own
        return False


def read(url: str) -> bytes:
    """The bytes of an object; raises MissingInputError."""
    found, path = system(url)
    try:
        return cast(bytes, found.cat_file(path))
    except FileNotFoundError as error:
        raise MissingInputError(url) from error
    except Exception as error:  # each store's library has errors of its own
        raise MissingInputError(url, _line(error), "check the address and your credentials") from error


def read_many(urls: Sequence[str], most: int) -> dict[str, bytes]:
    """The bytes of those objects that can be had and are of so many bytes at most.

    They are fetched together where the store can: each alone is a round trip. That a range is asked for spares some
    stores the question how large the object is.
    """
    if not urls:
        return {}
    found, _ = system(urls[0])
    paths = [found._strip_protocol(url) for url in urls]
    try:
        got = found.cat_ranges(paths, [0] * len(paths), [most + 1] * len(paths), on_error="return")
    except Exception:  # each is asked for alone then, and says what is wrong
        return {}
    return {
        url: content
        for url, content in zip(urls, got, strict=True)
        if isinstance(content, bytes) and len(content) <= most
    }


def open_object(url: str) -> BinaryIO:
    """An object opened for reading anywhere in it; raises MissingInputError."""
    found, path = system(url)
    try:
        return cast(BinaryIO, found.open(path, "rb"))
    except Exception as error:  # each store's library has errors of its own
        raise MissingInputError(url, _line(error), "check the address and your credentials") from error


def read_span(url: str, offset: int, length: int) -> bytes:
    """Some bytes of an object; raises MissingInputError."""
    found, path = system(url)
    try:
        return cast(bytes, found.cat_file(path, start=offset, end=offset + length))
    except Exception as error:  # each store's library has errors of its own
        raise MissingInputError(url, _line(error), "check the address and your credentials") from error


def facts(url: str) -> tuple[int, str]:
    """An object's size in bytes, and a text that changes with its content; raises MissingInputError."""
    found, path = system(url)
    try:
        told = found.info(path)
    except Exception as error:  # each store's library has errors of its own
        raise MissingInputError(url, _line(error), "check the address and your credentials") from error
    marks = (told.get(name) for name in ("ETag", "etag", "md5Hash", "LastModified", "mtime", "updated", "created"))
    return int(told["size"]), " ".join(str(mark) for mark in marks if mark)


def objects(url: str) -> list[str] | None:
    """The paths below a folder, parted by slashes, sorted; None when the URL is of a single object.

    Raises MissingInputError when there is neither.
    """
    found, path = system(url)
    try:
        found.invalidate_cache()
        if found.isfile(path):
            return None
        below = [str(name) for name in found.find(path)]
    except Exception as error:
        raise MissingInputError(url, _line(error), "check the address and your credentials") from error
    if not below:
        raise MissingInputError(url, "nothing there", "check the address")
    root = path.rstrip("/") + "/"
    return sorted(name.removeprefix(root) for name in below)


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


class RemoteFolder(Struct, frozen=True, dict=True):
    """A folder of an object store: no renaming, an object is there whole or not at all."""

    root: str

    def show(self, name: str) -> str:
        """A file's address."""
        return f"{self.root.rstrip('/')}/{name}"

    def _at(self, name: str) -> tuple[Any, str]:
        found, path = system(self.root)
        return found, f"{path.rstrip('/')}/{name}"

    @contextlib.contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        """Tell what the store refuses; that an object isn't there is for the caller to judge."""
        try:
            yield
        except (FileNotFoundError, NewsconvertError):
            raise
        except Exception as error:  # each store's library has errors of its own
            raise CannotWriteError(self.show(name), _line(error), "check the address and your rights") from error

    @contextlib.contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A file that a run has made, for reading; raises MissingInputError where somebody has taken it away."""
        from convert.batch.store import gone

        data = self.read(name)
        if data is None:
            raise gone(self.show(name))
        yield io.BytesIO(data)

    def read(self, name: str) -> bytes | None:
        """A file's bytes, or None where there is none."""
        found, path = self._at(name)
        try:
            with self._telling(name):
                return cast(bytes, found.cat_file(path))
        except FileNotFoundError:
            return None

    def digest(self, name: str) -> str | None:
        """A file's SHA-256, or None where there is none; the store is read for it."""
        from convert.batch.store import digest_of

        found, path = self._at(name)
        try:
            with self._telling(name), found.open(path, "rb") as file:
                return digest_of(file)
        except FileNotFoundError:
            return None

    def exists(self, name: str) -> bool:
        """Whether the file is there."""
        found, path = self._at(name)
        with self._telling(name):
            return bool(found.exists(path))

    @contextlib.contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A seekable file that becomes the object, by one put, when the block ends well; raises CannotWriteError."""
        with tempfile.SpooledTemporaryFile(max_size=AT_ONCE) as file:
            yield cast(BinaryIO, file)
            file.flush()
            file.seek(0)
            found, path = self._at(name)
            try:
                with self._telling(name):
                    with contextlib.suppress(NotImplementedError, FileExistsError):
                        found.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
                    _put(found, path, cast(BinaryIO, file))
            except FileNotFoundError as error:  # a bucket that isn't there
                raise CannotWriteError(self.show(name), _line(error), "check the address and your rights") from error

    def put(self, name: str, data: bytes, synced: Synced = Synced.NAME) -> None:  # noqa: ARG002
        """Write a whole file; an object that is there is there for certain, whatever is asked."""
        with self.writing(name) as file:
            file.write(data)

    def create(self, name: str, data: bytes) -> bool:
        """Write a file only where there is none; False where there is one, or the store can't make sure."""
        found, path = self._at(name)
        try:
            with contextlib.suppress(NotImplementedError, FileExistsError):
                found.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            found.pipe_file(path, data, mode="create")
        except Exception:  # each store's library has errors of its own; the object there tells more
            return False
        return True

    def remove(self, name: str) -> None:
        """Take a file away; one that isn't there is no error."""
        found, path = self._at(name)
        with contextlib.suppress(FileNotFoundError), self._telling(name):
            found.rm_file(path)

    def names(self, folder: str) -> list[str]:
        """The files of a folder inside; sorted."""
        found, path = self._at(folder)
        found.invalidate_cache()
        try:
            with self._telling(folder):
                there = found.ls(path, detail=True)
        except FileNotFoundError:
            return []
        return sorted(str(each["name"]).rsplit("/", 1)[-1] for each in there if each["type"] == "file")

    def sweep(self) -> int:
        """Nothing: what isn't whole was never there."""
        return 0

    def locked(self) -> contextlib.AbstractContextManager[bool]:
        """Hold the folder for one run; the value says whether a run died here. Raises BusyError."""
        from convert.batch.remote_lock import held
        from convert.batch.store import PRIVATE

        return held(self, f"{PRIVATE}/lock")


def _put(found: Any, path: str, file: BinaryIO) -> None:
    """One put: of bytes, or of a file where there are many."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size <= AT_ONCE:
        found.pipe_file(path, file.read())
        return
    with tempfile.NamedTemporaryFile() as whole:
        shutil.copyfileobj(file, whole)
        whole.flush()
        found.put_file(whole.name, path)
