"""Inputs and output folders that are URLs (`s3://…`, `gs://…`, `memory://…`); an object is written by one put."""

import contextlib
import functools
import io
import json
import os
import shutil
import socket
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from convert.errors import BusyError, CannotWriteError, MissingInputError, MissingPartError

HEARTBEAT = 20
"""Seconds between two signs of life of a run in its lock."""
DEAD = 90
"""Seconds without one after which a run is taken for dead."""
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


@dataclass(frozen=True)
class RemoteFolder:
    """A folder of an object store: no renaming, an object is there whole or not at all."""

    root: str

    def show(self, name: str) -> str:
        """A file's address."""
        return f"{self.root.rstrip('/')}/{name}"

    def _at(self, name: str) -> tuple[Any, str]:
        found, path = system(self.root)
        return found, f"{path.rstrip('/')}/{name}"

    def open(self, name: str) -> BinaryIO:
        """A file of the folder for reading; raises FileNotFoundError."""
        found, path = self._at(name)
        return io.BytesIO(found.cat_file(path))

    def read(self, name: str) -> bytes | None:
        """A file's bytes, or None where there is none."""
        found, path = self._at(name)
        try:
            return cast(bytes, found.cat_file(path))
        except FileNotFoundError:
            return None

    def digest(self, name: str) -> str | None:
        """A file's SHA-256, or None where there is none; the store is read for it."""
        from convert.batch.store import digest_of

        found, path = self._at(name)
        try:
            with found.open(path, "rb") as file:
                return digest_of(file)
        except FileNotFoundError:
            return None

    def exists(self, name: str) -> bool:
        """Whether the file is there."""
        found, path = self._at(name)
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
                with contextlib.suppress(NotImplementedError, FileExistsError):
                    found.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
                _put(found, path, cast(BinaryIO, file))
            except Exception as error:
                raise CannotWriteError(self.show(name), _line(error), "check the address and your rights") from error

    def put(self, name: str, data: bytes) -> None:
        """Write a whole file."""
        with self.writing(name) as file:
            file.write(data)

    def remove(self, name: str) -> None:
        """Take a file away; one that isn't there is no error."""
        found, path = self._at(name)
        with contextlib.suppress(FileNotFoundError):
            found.rm_file(path)

    def names(self, folder: str) -> list[str]:
        """The files of a folder inside; sorted."""
        found, path = self._at(folder)
        found.invalidate_cache()
        try:
            there = found.ls(path, detail=True)
        except FileNotFoundError:
            return []
        return sorted(str(each["name"]).rsplit("/", 1)[-1] for each in there if each["type"] == "file")

    def sweep(self) -> int:
        """Nothing: what isn't whole was never there."""
        return 0

    @contextlib.contextmanager
    def locked(self) -> Iterator[bool]:
        """Hold the folder for one run by an object that says so anew every few seconds; the value says that a run died.

        An object store has no locks: two runs started in the same second may both begin. That costs time, not truth,
        since both would write the same bytes. Raises BusyError when another run is alive.
        """
        from convert.batch.store import PRIVATE

        lock = f"{PRIVATE}/lock"
        died = self._refuse_the_living(lock)
        over = threading.Event()
        held = {"process": os.getpid(), "host": socket.gethostname(), "token": uuid.uuid4().hex}

        def live() -> None:
            while True:
                with contextlib.suppress(CannotWriteError):
                    self.put(lock, json.dumps({**held, "alive": time.time()}).encode())
                if over.wait(HEARTBEAT):
                    return

        self.put(lock, json.dumps({**held, "alive": time.time()}).encode())
        heart = threading.Thread(target=live, daemon=True)
        heart.start()
        try:
            yield died
        finally:
            over.set()
            heart.join()
            self.remove(lock)

    def _refuse_the_living(self, lock: str) -> bool:
        data = self.read(lock)
        if not data:
            return False
        try:
            holder: dict[str, Any] = json.loads(data)
            age = time.time() - float(holder["alive"])
            here = holder["host"] == socket.gethostname()
        except (ValueError, KeyError, TypeError):
            return True
        if age > DEAD or (here and not _lives(int(holder["process"]))):
            return True
        raise BusyError(
            f"{self.root}: another run is working here (process {holder['process']} on {holder['host']}, "
            f"alive {age:.0f} s ago); wait for it to end"
        )


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


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()
