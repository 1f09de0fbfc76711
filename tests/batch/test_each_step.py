"""Each thing that a run asks of the system, refused once: nothing is torn, and the next run ends as any other."""

import errno
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from convert.batch.job import Job
from convert.batch.run import run
from convert.errors import CannotWriteError
from tests.batch.conftest import everything

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class Fault:
    """The one call that is refused, and which it was."""

    at: int
    number: int
    """The system's own, as in `errno.EIO`."""
    calls: int = 0
    struck: str = ""

    def strike(self, name: str, real: Callable[..., Any], *given: Any, **more: Any) -> Any:
        """The call, or what stands in its place."""
        if name == "open" and not given[1] & WRITING:
            return real(*given, **more)
        self.calls += 1
        if self.calls - 1 != self.at:
            return real(*given, **more)
        self.struck = name
        raise OSError(self.number, os.strerror(self.number), *(str(each) for each in given[:1] if name != "fsync"))


@contextmanager
def struck(fault: Fault) -> Iterator[None]:
    """The fault, lying in wait while the block lasts."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("open", "mkdir", "fsync", "chmod", "replace", "unlink"):
            real = getattr(os, name)
            patch.setattr(
                os, name, lambda *given, name=name, real=real, **more: fault.strike(name, real, *given, **more)
            )
        yield


def test_whatever_the_system_refuses_once_the_next_run_ends_with_the_same_bytes(
    make_pages: Callable[..., Path], tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 1)
    job = Job(paths=[str(pages)], folder="", name="in", formats=["jsonl"], workers=1)
    run(replace(job, folder=tmp_path / "undisturbed"))
    undisturbed = everything(tmp_path / "undisturbed")
    names: set[str] = set()
    for at in itertools.count():
        fault, out = Fault(at, (errno.EIO, errno.ENOSPC)[at % 2]), tmp_path / f"out{at}"
        with struck(fault), suppress(CannotWriteError):
            run(replace(job, folder=out))
        if not fault.struck:
            break
        names.add(fault.struck)
        left = {name: digest for name, digest in everything(out).items() if "/" not in name}
        assert left.items() <= undisturbed.items(), f"{fault} left something torn"
        run(replace(job, folder=out))
        assert everything(out) == undisturbed, fault
    assert names == {"open", "mkdir", "fsync", "chmod", "replace"}, "a run deletes nothing when all goes well"
