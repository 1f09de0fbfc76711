"""One program run and measured: time on the wall, CPU time and peak memory of it and all processes it starts."""

import contextlib
import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run took; `failed` says why there is no figure."""

    wall: float = 0.0
    """Seconds."""
    cpu: float = 0.0
    """Seconds, user and system, of all its processes."""
    largest: float = 0.0
    """MiB: the peak of its largest process."""
    together: float = 0.0
    """MiB: the peak of the sum over its processes; pages that these share are counted once for each."""
    failed: str = ""


def measure(command: Sequence[str], *, environment: Mapping[str, str] | None = None, limit: float = 600) -> Measured:
    """Run a command and wait for it and all its descendants; it is ended after `limit` seconds."""
    _adopt()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}
    )
    peaks = _Peaks(process.pid)
    try:
        _, said = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        peaks.end()
        for descendant in reversed(peaks.seen):
            with contextlib.suppress(ProcessLookupError):
                os.kill(descendant, 9)
        process.communicate()
        return Measured(failed=f"not done in {limit:.0f} s")
    wall = time.monotonic() - started
    peaks.end()
    _reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode:
        return Measured(failed=f"exit {process.returncode}: {said.decode(errors='replace').strip()[-200:]}")
    return Measured(wall, cpu, peaks.largest, peaks.together)


def _adopt() -> None:
    """Become the parent of descendants whose own parent ends first, so that their CPU time is counted here (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def _reap() -> None:
    """Wait for the descendants that are left."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


class _Peaks(threading.Thread):
    """Looks at the memory of a process and its descendants until told to end."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.largest = self.together = 0.0
        self.seen = [process]
        self._root = process
        self._over = threading.Event()
        self.start()

    def run(self) -> None:
        """Look, wait, look again."""
        while not self._over.wait(EVERY):
            there = _family(self._root)
            self.seen = there or self.seen
            now = [_peak(process) for process in there]
            self.largest = max([self.largest, *(peak for peak, _ in now)])
            self.together = max(self.together, sum(current for _, current in now))

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def _family(process: int) -> list[int]:
    found = [process]
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            for child in task.read_text().split():
                found += _family(int(child))
    return found


def _peak(process: int) -> tuple[float, float]:
    """Peak and present memory of a process, in MiB; zero when it has ended."""
    with contextlib.suppress(OSError):
        told = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
        return tuple(int(told.get(name, "0 kB").split()[0]) / 1024 for name in ("VmHWM", "VmRSS"))  # type: ignore[return-value]
    return 0.0, 0.0
