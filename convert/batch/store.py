"""The folder a run writes to: files put there whole or not at all, found again, swept, and locked for one run."""

import contextlib
import hashlib
import json
import os
import socket
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from msgspec import Struct

from convert.batch import remote
from convert.errors import BusyError, CannotWriteError, MissingInputError
from convert.files import BUFFER, TEMPORARY, Synced, at_once, refused, written_aside

PRIVATE = ".newsconvert"
"""The folder inside the output folder that holds parts, receipts and the manifest."""

FAILED = "failed"
"""The folder inside the output folder that holds copies of pages that broke the reader."""


class Store(Protocol):
    """Where a run writes: a folder here (`Folder`), or one of an object store (`convert.batch.remote`).

    `name` is a path below it, parted by slashes. It can be pickled, and works in any process. What the system refuses,
    reading included, is a CannotWriteError: a run can't go on in such a folder.
    """

    @property
    def root(self) -> str: ...
    def show(self, name: str) -> str: ...
    def open(self, name: str) -> contextlib.AbstractContextManager[BinaryIO]: ...
    def read(self, name: str) -> bytes | None: ...
    def digest(self, name: str) -> str | None: ...
    def exists(self, name: str) -> bool: ...
    def writing(self, name: str) -> contextlib.AbstractContextManager[BinaryIO]: ...
    def put(self, name: str, data: bytes, synced: Synced = Synced.NAME) -> None: ...
    def remove(self, name: str) -> None: ...
    def names(self, folder: str) -> list[str]: ...
    def sweep(self) -> int: ...
    def locked(self) -> contextlib.AbstractContextManager[bool]: ...


class Folder(Struct, frozen=True, dict=True):
    """A folder on this machine, or on one that all workers see under the same path."""

    root: str

    def show(self, name: str) -> str:
        """A file's path as a user would write it."""
        return os.path.join(self.root, name)

    @contextlib.contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        """Tell what the system refuses; that a file isn't there is for the caller to judge."""
        try:
            yield
        except FileNotFoundError:
            raise
        except OSError as error:
            raise refused(self.show(name), error) from error

    @contextlib.contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A file that a run has made, for reading; raises MissingInputError where somebody has taken it away."""
        try:
            with self._telling(name), open(self.show(name), "rb", BUFFER) as file:
                yield file
        except FileNotFoundError as error:
            raise gone(self.show(name)) from error

    def read(self, name: str) -> bytes | None:
        """A file's bytes, or None where there is none."""
        try:
            with self._telling(name):
                return Path(self.show(name)).read_bytes()
        except FileNotFoundError:
            return None

    def digest(self, name: str) -> str | None:
        """A file's SHA-256, or None where there is none; raises CannotWriteError for what is no file."""
        path = self.show(name)
        try:
            with self._telling(name), open(path, "rb", opener=at_once) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise CannotWriteError(path, "there already, and no file", "move it away")
                return digest_of(file)
        except FileNotFoundError:
            return None

    def exists(self, name: str) -> bool:
        """Whether the file is there."""
        return os.path.lexists(self.show(name))

    @contextlib.contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A seekable file that gets its name when the block ends well; raises CannotWriteError."""
        with written_aside(Path(self.show(name))) as file:
            yield file

    def put(self, name: str, data: bytes, synced: Synced = Synced.NAME) -> None:
        """Write a whole file."""
        with written_aside(Path(self.show(name)), synced) as file:
            file.write(data)

    def remove(self, name: str) -> None:
        """Take a file away; one that isn't there is no error."""
        with contextlib.suppress(FileNotFoundError), self._telling(name):
            os.unlink(self.show(name))

    def names(self, folder: str) -> list[str]:
        """The files of a folder inside, without those that are still being written; sorted."""
        with (
            contextlib.suppress(FileNotFoundError),
            self._telling(folder),
            contextlib.suppress(NotADirectoryError),
            os.scandir(self.show(folder)) as entries,
        ):
            return sorted(e.name for e in entries if not e.name.startswith(TEMPORARY) and e.is_file())
        return []

    def sweep(self) -> int:
        """Delete what an interrupted run left half written; only for who holds the lock. Returns how many files.

        What can't be looked at or deleted stays: the run itself will tell what is wrong with the folder.
        """
        swept = 0
        inside, kept = Path(self.root, PRIVATE), Path(self.root, FAILED)
        with contextlib.suppress(OSError):
            inner = (p for p in inside.glob("*") if p.is_dir())
            for folder in (Path(self.root), inside, *inner, kept, *kept.rglob("*/")):
                for leftover in folder.glob(f"{TEMPORARY}*"):
                    if leftover.is_file():
                        leftover.unlink()
                        swept += 1
        return swept

    @contextlib.contextmanager
    def locked(self) -> Iterator[bool]:
        """Hold the folder for one run; the value says whether the run before this one died.

        The lock is the system's and ends with the process, however that ends. Raises BusyError when another run has
        it, CannotWriteError when the folder can't be made.
        """
        path = Path(self.root, PRIVATE, "lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("a+b", buffering=0)
        except OSError as error:
            raise refused(self.root, error) from error
        with file:
            try:
                free = _lock(file.fileno())
            except OSError as error:  # some file systems over a network
                problem = f"its file system has no locks ({(error.strerror or str(error)).lower()})"
                raise CannotWriteError(self.root, problem, "choose a folder on another") from error
            if not free:
                raise BusyError(f"{self.root}: another run is working here ({_holder(path)}); wait for it to end")
            _held.add(file.fileno())
            try:
                died = self._sign(file)
                yield died
            finally:
                _held.discard(file.fileno())
                with contextlib.suppress(OSError):
                    file.truncate(0)

    def _sign(self, lock: FileIO) -> bool:
        """Write into the lock who holds it; returns whether a run that died has left its name there."""
        try:
            lock.seek(0)
            died = bool(lock.read().strip())
            lock.truncate(0)
            lock.write(json.dumps({"process": os.getpid(), "host": socket.gethostname()}).encode())
        except OSError as error:
            raise refused(self.root, error) from error
        return died


def store_at(place: str) -> Store:
    """The store for a path or a URL."""
    if remote.is_url(place) and not place.startswith("file://"):
        return remote.RemoteFolder(place)
    return Folder(place.removeprefix("file://"))


def clear(store: Store, beginning: str) -> None:
    """Take away the files in the private folder whose names begin so: what a run keeps there only while it lasts."""
    for name in store.names(PRIVATE):
        if name.startswith(beginning):
            store.remove(f"{PRIVATE}/{name}")


def gone(path: str) -> MissingInputError:
    """The error for what a run has made and doesn't find any more."""
    return MissingInputError(path, "gone since it was made", "run the same command again")


def digest_of(file: BinaryIO) -> str:
    """The SHA-256 of what is left to read of a file."""
    digest = hashlib.sha256()
    while chunk := file.read(BUFFER):
        digest.update(chunk)
    return digest.hexdigest()


def _holder(path: Path) -> str:
    try:
        holder: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return f"process {holder['process']} on {holder['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it doesn't say which"


_held: set[int] = set()
"""The locks that this process holds."""


def _leave_locks() -> None:
    """In a forked worker: close its copies of the locks, so that they end with the process that took them."""
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_locks)


def _lock(handle: int) -> bool:
    """Take the system's lock on an open file; False when another process has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
