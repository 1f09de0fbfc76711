"""Who does the work on many machines: the workers of a Dask scheduler, or of one started here for the run.

Workers need this program, and the pages and the output folder under the same paths (a shared file system, or URLs).
Dask runs a task at least once; that results are there exactly once is the receipts' doing.
"""

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

from convert.batch.workers import WINDOW, Killed, LocalPool
from convert.errors import BadOptionError, MissingPartError

Task = TypeVar("Task")
Result = TypeVar("Result")

PATIENCE = 20
"""Seconds to wait for the scheduler."""


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, address: str) -> None:
        """`tcp://HOST:PORT` or `local:N`; raises BadOptionError, or MissingPartError when Dask isn't installed."""
        local, _, count = address.partition(":")
        if local == "local" and not (count.isascii() and count.isdigit() and int(count) > 0):
            raise BadOptionError(f"--cluster {address}: give the number of workers, as in local:4")
        if "://" not in address and local != "local":
            raise BadOptionError(f"--cluster {address}: give a scheduler's address, as in tcp://host:8786, or local:4")
        try:
            import distributed
        except ImportError as error:
            raise MissingPartError(
                "--cluster needs Dask; install it with: pip install 'newsconvert[cluster]'"
            ) from error
        self._dask: Any = distributed
        self._address = address
        self._count = int(count) if local == "local" else 0
        self._open = contextlib.ExitStack()
        self._client: Any = None

    def __enter__(self) -> Self:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            self._client = self._open.enter_context(self._dask.Client(self._place(), timeout=PATIENCE))
        except (OSError, TimeoutError) as error:
            self._open.close()
            raise MissingPartError(f"no Dask scheduler answers at {self._address}; start one or check it") from error
        return self

    def _place(self) -> Any:
        if not self._count:
            return self._address
        return self._open.enter_context(
            self._dask.LocalCluster(
                n_workers=self._count,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                death_timeout=60,
            )
        )

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Killed]]:
        """Hand tasks out a few ahead of the workers there are at the moment; let go of each as soon as it is done."""
        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        done = self._dask.as_completed()
        while self._fill(function, waiting, running, done):
            future = next(done)
            if future.status in ("pending", "lost"):
                done.add(future)  # its worker died before the result was fetched: the scheduler has it made anew
                continue
            task = running.pop(future)
            if future.status == "finished":
                yield task, future.result()
            elif isinstance(error := self._failure(future), self._dask.KilledWorker):
                yield task, _alone(function, task)
            else:
                raise error
            future.release()

    def _fill(
        self, function: Callable[[Task], Result], waiting: Iterator[Task], running: dict[Any, Task], done: Any
    ) -> int:
        """Hand out tasks; returns how many are out."""
        threads = sum(self._client.nthreads().values())
        while len(running) < max(threads, 1) * (1 + WINDOW):
            task = next(waiting, None)
            if task is None:
                break
            future = self._client.submit(function, task, pure=False)
            running[future] = task
            done.add(future)
        return len(running)

    def _failure(self, future: Any) -> BaseException:
        """Why there is no result: what the function raised, or that the scheduler is gone."""
        if future.status == "error":
            error: BaseException = future.exception()
            if isinstance(error, ModuleNotFoundError):
                return MissingPartError(f"the workers at {self._address} lack a module ({error}); install newsconvert")
            return error
        return MissingPartError(f"lost the scheduler at {self._address}; the same command goes on from here")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()


def _alone(function: Callable[[Task], Result], task: Task) -> Result | Killed:
    """The task again on this machine, with nothing beside it.

    Dask blames every task that was given to a worker which died, those too that had only been waiting there behind
    the one that killed it.
    """
    with LocalPool(1) as near:
        ((_, result),) = near.run(function, [task])
    return result
