"""Who does the work on this machine: this process, or a pool whose workers may die without taking the run along."""

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from types import TracebackType
from typing import Protocol, Self, TypeVar

from convert import beside, lexicon
from convert.errors import WorkerKilledError

Task = TypeVar("Task")
Result = TypeVar("Result")

WINDOW = 2
"""Tasks a worker that are handed out ahead: enough to keep it busy, few enough to redo when it dies."""
TRIES = 2
"""Times that a task may kill a worker that does nothing else before it is held guilty."""


class Killed:
    """Stands for the result of a task that killed its worker, alone and repeatedly."""


class Workers(Protocol):
    """Runs a function on tasks; results come as they are ready, in any order.

    Function, tasks and results can be pickled. What the function raises is raised here and ends the run; a task
    that kills its worker gives `Killed`.
    """

    def run(
        self, function: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result | Killed]]: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Inline:
    """Does the work in this process: for few pages nothing starts faster."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Killed]]:
        """One after the other, in order."""
        for task in tasks:
            yield task, function(task)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


class Pair(Inline):
    """This process and a fork of it share the tasks: for few pages, and only where forking is worth it."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Killed]]:
        """Each begins with half of the tasks."""
        return self.share(function, list(tasks), ())

    def share(
        self, function: Callable[[Task], Result], own: Sequence[Task], others: Sequence[Task]
    ) -> Iterator[tuple[Task, Result]]:
        """The fork begins with what is for others; who is done goes on with what hasn't been begun.

        What a fork that dies leaves undone is done here.
        """
        given = [*own, *others]
        if not 1 < len(given) <= beside.Numbers.MOST or not beside.is_worth_it():
            yield from ((task, function(task)) for task in given)
            return
        border = len(own) if own and others else len(given) // 2
        first, second = beside.Numbers(range(border)), beside.Numbers(range(border, len(given)))
        done: set[int] = set()

        def help_out(line: beside.Fork) -> None:
            for number in chain(second, first):
                line.send((number, function(given[number])))
            line.send(None)

        with beside.Fork(help_out) as fork:
            for number in chain(first, second):
                done.add(number)
                yield given[number], function(given[number])
            with contextlib.suppress(EOFError, OSError):
                while (helped := fork.receive()) is not None:
                    done.add(helped[0])
                    yield given[helped[0]], helped[1]
        for number in sorted({*range(len(given))} - done):
            yield given[number], function(given[number])


class LocalPool:
    """Worker processes on this machine."""

    def __init__(self, count: int) -> None:
        """`count` workers, started when the first task comes."""
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Killed]]:
        """Hand tasks out a few ahead; those of a pool that breaks are done again, each with a worker of its own."""
        waiting = iter(tasks)
        running: dict[Future[Result], Task] = {}
        suspects: list[Task] = []
        while True:
            if not suspects:
                suspects = self._fill(function, waiting, running)
            if not running:
                if not suspects:
                    return
                self._stop()
                for task in suspects:
                    yield task, self._alone(function, task)
                suspects = []
                self._stop()
                continue
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                try:
                    result = future.result()
                except BrokenProcessPool:
                    suspects.append(task)
                else:
                    yield task, result

    def _fill(
        self, function: Callable[[Task], Result], waiting: Iterator[Task], running: dict[Future[Result], Task]
    ) -> list[Task]:
        """Hand out tasks up to the window; returns the one that a pool just broken didn't take."""
        while len(running) < self._count * (1 + WINDOW):
            task = next(waiting, None)
            if task is None:
                break
            try:
                future = self._handed(function, task)
            except BrokenProcessPool:
                return [task]
            running[future] = task
        return []

    def _alone(self, function: Callable[[Task], Result], task: Task) -> Result | Killed:
        for _ in range(TRIES):
            try:
                return self._handed(function, task, 1).result()
            except BrokenProcessPool:
                self._stop()
        return Killed()

    def _handed(self, function: Callable[[Task], Result], task: Task, count: int = 0) -> Future[Result]:
        """The task, handed out; raises WorkerKilledError where the system starts no worker, as in a full container."""
        try:
            with beside.uninterrupted():  # the first task starts the workers
                return self._started(count).submit(function, task)
        except BrokenProcessPool:
            raise
        except (OSError, RuntimeError) as error:  # for want of a process, and of a thread
            problem = (getattr(error, "strerror", None) or str(error)).lower()
            raise WorkerKilledError(
                f"no worker can be started ({problem}); ask for fewer with -j, or raise the limit of processes"
            ) from error

    def _started(self, count: int = 0) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(count or self._count, mp_context=_context(), initializer=_begin)
        return self._pool

    def _stop(self) -> None:
        """End the workers at once, stopped ones too: what they write is written aside, so nothing torn is left.

        Only this pool's: a cluster started for the run has its workers among the children of this process.
        """
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        for process in list((pool._processes or {}).values()):
            process.kill()
        pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._stop()
        elif self._pool is not None:
            self._pool.shutdown()


def _context() -> multiprocessing.context.BaseContext:
    """How workers start: forked from this process, from a small server that has the program loaded, or afresh.

    A fork has all that is loaded and is at work 0.2 s sooner than what the server forks.
    """
    if beside.is_safe():
        return multiprocessing.get_context("fork")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["convert.batch.parts", "convert.batch.assembly"])
    return context


def _begin() -> None:
    """In a new worker: leave signals to the parent, don't outlive it, and expect much text."""
    lexicon.expect_much()
    beside.leave_to_parent()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), name=beside.WATCH, daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    with contextlib.suppress(Exception):
        parent.join()
    os._exit(1)
