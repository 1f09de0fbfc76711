"""A fork of this process that does a part of its work at the same time: what is loaded here is loaded there too."""

import contextlib
import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, BinaryIO, NoReturn, Self, cast

WATCH = "ends this process with its parent"
"""The name of threads that only wait for the end of the parent: they hold no lock that a fork could miss."""


def is_safe() -> bool:
    """Whether this process can be forked: on Linux, where no other thread can hold a lock.

    Elsewhere the libraries of the system may have threads of their own.
    """
    others = (thread for thread in threading.enumerate() if thread is not threading.main_thread())
    return sys.platform == "linux" and all(thread.name == WATCH for thread in others)


def processors() -> int:
    """How many processors this process may use, as far as others of its run leave them to it."""
    try:
        there = len(os.sched_getaffinity(0))
    except AttributeError:
        there = os.cpu_count() or 1
    return min(there, _share) if _share else there


_share = 0


@contextlib.contextmanager
def allotted(count: int) -> Iterator[None]:
    """So many processors, for as long as others of the run are at work on the rest; 0 is all there are."""
    global _share
    before, _share = _share, count
    try:
        yield
    finally:
        _share = before


def is_worth_it() -> bool:
    """Whether a fork is safe and has a processor to itself."""
    return processors() > 1 and is_safe()


ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals by which a user, or the end of the terminal, ends a run."""
OF_TERMINAL = tuple(each for each in ENDING if each is not signal.SIGTERM)
"""Those that a terminal sends to all processes of a run."""


@contextlib.contextmanager
def uninterrupted(signals: Iterable[signal.Signals] = ENDING) -> Iterator[None]:
    """Let signals wait that end the run: what they raise is lost where it comes while a process is forked.

    Threads that are begun meanwhile never get them, nor processes that these start.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_to_parent() -> None:
    """In a process that has just begun: leave Ctrl-C and the terminal's end to the parent, and end when told to."""
    for left in ENDING:
        signal.signal(left, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


class Numbers:
    """Numbers that are each given out once among a process and its forks, in order."""

    MOST = 1024
    """How many there may be: what is in a pipe of the least size, four bytes each."""

    def __init__(self, numbers: Iterable[int]) -> None:
        """Put them into a pipe, from which any of the processes can take the next."""
        self._pipe, into = os.pipe()
        os.write(into, b"".join(number.to_bytes(4) for number in numbers))
        os.close(into)

    def __iter__(self) -> Iterator[int]:
        """Those that nobody has taken yet."""
        try:
            while taken := os.read(self._pipe, 4):
                yield int.from_bytes(taken)
        finally:
            self.close()

    def close(self) -> None:
        """Take no more."""
        pipe, self._pipe = self._pipe, -1
        if pipe >= 0:
            os.close(pipe)


class Fork:
    """A process that does what it is given beside this one, and ends with it, however that ends.

    What is sent to it and what it sends back are pickled. Where it dies, `send` raises OSError and `receive` EOFError;
    one that the system has no room for is as if it had died at once.
    """

    def __init__(self, work: Callable[["Fork"], None]) -> None:
        """Start it; `work` runs there, with its own end of the line."""
        self._owner, self._process, self._life = os.getpid(), 0, -1
        questions, answers, life = os.pipe(), os.pipe(), os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        here = True
        with uninterrupted(), contextlib.suppress(OSError):
            self._process = os.fork()
            here = self._process != 0
            if not here:
                leave_to_parent()
        incoming, outgoing = (answers[0], questions[1]) if here else (questions[0], answers[1])
        for handle in (questions[0], answers[1], life[0]) if here else (questions[1], answers[0], life[1]):
            os.close(handle)
        self._incoming = cast(BinaryIO, os.fdopen(incoming, "rb"))
        self._outgoing = cast(BinaryIO, os.fdopen(outgoing, "wb"))
        self._life = life[1] if here else life[0]
        if not here:
            self._work(work)

    def _work(self, work: Callable[["Fork"], None]) -> NoReturn:
        """In the fork: work, and end without what a program does at its end."""
        code = 1
        try:
            leave_to_parent()  # again, where the parent itself holds signals back
            threading.Thread(target=self._end_with_parent, name=WATCH, daemon=True).start()
            work(self)
            code = 0
        finally:
            os._exit(code)

    def _end_with_parent(self) -> None:
        os.read(self._life, 1)  # nothing is ever written: it returns when the other end is closed
        os._exit(1)

    @property
    def is_mine(self) -> bool:
        """Whether this process started it: a fork of this process can't talk to it."""
        return self._owner == os.getpid()

    def send(self, value: Any) -> None:
        """Send a value to the other side."""
        pickle.dump(value, self._outgoing, pickle.HIGHEST_PROTOCOL)
        self._outgoing.flush()

    def receive(self) -> Any:
        """The next value from the other side; raises EOFError when there is none, or only the beginning of one."""
        try:
            return pickle.load(self._incoming)
        except pickle.UnpicklingError as error:
            raise EOFError(str(error)) from error

    def has_answered(self) -> bool:
        """Whether there is something to receive, or never will be."""
        line = select.poll()  # `select` itself takes no handle from 1,024 on
        line.register(self._incoming, select.POLLIN)
        return bool(line.poll(0))

    def end(self) -> None:
        """End it at once, whatever it does."""
        if not self.is_mine or self._life < 0:
            return
        process, self._process = self._process, 0
        life, self._life = self._life, -1
        with contextlib.suppress(OSError):
            if process:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
            while os.read(self._incoming.fileno(), 1 << 16):
                pass  # until forks of its own have ended, too
        os.close(life)
        for file in (self._incoming, self._outgoing):
            with contextlib.suppress(OSError):
                file.close()

    def __del__(self) -> None:
        """End it when nobody can ask for its work any more."""
        self.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()
