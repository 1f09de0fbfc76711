"""How a file gets to its place: written aside, synced, renamed, so that a crash leaves the old file or none."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import threading
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import BinaryIO, cast

from convert.errors import CannotWriteError

TEMPORARY = ".newsconvert-"
"""What the name of a file that is still being written begins with; a leftover of a crash may be deleted."""

FULL = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
"""What the system says when there is no room for what is written."""


BUFFER = 1 << 18
"""Bytes that are read and written at once. Python's own 8,192 are two articles: to pass on an archive's records is
mostly the system's calls then, and takes twice the time."""


class Synced(Enum):
    """What of a file is on the disk for certain when it has its name."""

    NAME = "name"
    """Its content and its name: for what can't be made again, or is trusted as it is."""
    CONTENT = "content"
    """Its content, if its name is: for what is looked for, and made again where it isn't found."""
    NOTHING = "nothing"
    """For what is looked at before it is used, and made again where it is damaged."""


@contextlib.contextmanager
def written_aside(path: Path, synced: Synced = Synced.NAME) -> Iterator[BinaryIO]:
    """A seekable binary file that becomes `path` when the block ends well, and vanishes when it doesn't.

    Folders that are missing are made. A link stays, and the file that it leads to is replaced; a device or a named pipe
    is written into. Raises CannotWriteError for what the system refuses.
    """
    aside: Path | None = None
    try:
        if _is_special(path):
            with _written_into(path) as out:
                yield out
            return
        if path.is_symlink():
            path = Path(os.path.realpath(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=path.suffix, dir=path.parent)
        aside = Path(name)
        with os.fdopen(handle, "w+b", BUFFER) as file:
            yield file
            file.flush()
            if synced is not Synced.NOTHING:
                os.fsync(file.fileno())
        aside.chmod(0o666 & ~_umask())
        aside.replace(path)
        aside = None
        if synced is Synced.NAME:
            _sync_folder(path.parent)
    except OSError as error:
        if error.errno is None:
            raise
        raise refused(str(path), error) from error
    finally:
        if aside is not None:
            with contextlib.suppress(OSError):
                aside.unlink()


def refused(path: str, error: OSError) -> CannotWriteError:
    """What the system refuses to do with an output, as the error that a user is told."""
    if error.errno == errno.ENOENT and error.filename is None:
        return _homeless()
    cures = dict.fromkeys(FULL, "make room there") | {errno.EISDIR: "move it away"}
    cure = cures.get(error.errno or 0, "check the folder")
    return CannotWriteError(path, (error.strerror or str(error)).lower(), cure)


def _homeless() -> CannotWriteError:
    """What it is that isn't there where the system names no file: the working folder, or one for temporary files."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return CannotWriteError(".", "the working folder is gone", "change to one that is there")
    return CannotWriteError("TMPDIR", "no folder for temporary files can be written", "name one that can")


def at_once(path: str, flags: int) -> int:
    """Open a file, for `opener`; a named pipe, too, without waiting for who writes into it, and none may ever."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    return handle


def kind(path: Path) -> int:
    """What is there, as in `stat.S_IFREG`; 0 for nothing, and for what can't be looked at.

    `Path.is_file()` and its like raise what the system says of a name that is too long, or of a closed folder.
    """
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError):
        return 0


def _is_special(path: Path) -> bool:
    """Whether there is something that is neither a file nor a folder: replacing `/dev/null` would be a disaster."""
    return kind(path) not in (0, stat.S_IFREG, stat.S_IFDIR)


@contextlib.contextmanager
def _written_into(path: Path) -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as aside:
        yield cast(BinaryIO, aside)
        aside.seek(0)
        with path.open("wb") as out:
            shutil.copyfileobj(aside, out)


_asking = threading.Lock()


def _umask() -> int:
    """The process's umask, which can only be read by setting it: of two threads that do at once, one would keep it."""
    with _asking:
        mask = os.umask(0o022)
        os.umask(mask)
        return mask


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself last; systems that can't open a folder go without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
