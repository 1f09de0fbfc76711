"""Who does the work on many machines: the workers of a Dask scheduler, or of one started here for the run.

Workers need this program, and the pages and the output folder under the same paths (a shared file system, or URLs).
Dask runs a task at least once; that results are there exactly once is the receipts' doing.
"""

import contextlib
import functools
import logging
import pickle
import signal
import socket
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from multiprocessing import resource_tracker
from types import TracebackType
from typing import Any, Self, TypeVar

from convert import beside
from convert.batch import keys
from convert.batch.store import PRIVATE, Store, clear
from convert.batch.workers import WINDOW, Killed, LocalPool
from convert.errors import BadOptionError, MissingPartError, NewsconvertError, WorkerKilledError
from convert.files import Synced

Task = TypeVar("Task")
Result = TypeVar("Result")

PATIENCE = 20
"""Seconds to wait for the scheduler."""
SETTINGS = {
    "distributed.admin.large-graph-warning-threshold": "1 GiB",  # a bundle of a packed archive brings its pages
    "distributed.deploy.lost-worker-timeout": "1 hour",  # after which a worker that starts again would be given up
}
"""Where Dask's own settings would not do."""
LOOK = 5.0
"""Seconds between two looks for workers while there is nothing to do but wait."""
LONELY = 900.0
"""Seconds to wait for a first worker, and for others when all have gone: a cluster may have to grow first."""
SIGHT = "sight-"
"""What the name of a private file begins with: while a run lasts, its workers know the output folder by it."""


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, address: str, store: Store) -> None:
        """`tcp://HOST:PORT` or `local:N`, whose workers are to see the store.

        Raises BadOptionError, or MissingPartError when Dask isn't installed.
        """
        local, _, count = address.partition(":")
        if local == "local" and not (count.isascii() and count.isdigit() and int(count) > 0):
            raise BadOptionError(f"--cluster {address}: give the number of workers, as in local:4")
        if "://" not in address and local != "local":
            raise BadOptionError(f"--cluster {address}: give a scheduler's address, as in tcp://host:8786, or local:4")
        try:
            import dask
            import distributed
        except ImportError as error:
            raise MissingPartError(
                "--cluster needs Dask; install it with: pip install 'newsconvert[cluster]'"
            ) from error
        dask.config.set(SETTINGS)
        self._dask: Any = distributed
        self._address = address
        self._store = store
        self._sight = f"{PRIVATE}/{SIGHT}{uuid.uuid4().hex}"
        self._count = int(count) if local == "local" else 0
        self._open = contextlib.ExitStack()
        self._client: Any = None

    def __enter__(self) -> Self:
        _hush()
        try:
            self._client = self._open.enter_context(self._dask.Client(self._place(), timeout=PATIENCE))
        except (OSError, TimeoutError) as error:
            self._open.close()
            raise MissingPartError(f"no Dask scheduler answers at {self._address}; start one or check it") from error
        except BaseException:
            self._open.close()
            raise
        clear(self._store, SIGHT)  # those of runs that died
        self._open.callback(clear, self._store, SIGHT)
        self._store.put(self._sight, b"", Synced.CONTENT)
        return self

    def _place(self) -> Any:
        if not self._count:
            return self._address
        try:
            local = self._own()
        except RuntimeError as error:  # all that Dask says of a worker that dies before it is there
            raise WorkerKilledError(
                f"--cluster {self._address}: a worker was killed as it began, perhaps for want of memory; "
                "start fewer, or run the same command again"
            ) from error
        return self._open.enter_context(local)

    def _own(self) -> Any:
        """A scheduler and workers on this machine, for this run."""
        resource_tracker.ensure_running()  # begun with the first worker, it would let signals through to all of them
        with beside.uninterrupted(beside.OF_TERMINAL):  # this process sees to its workers
            return self._dask.LocalCluster(
                n_workers=self._count,
                threads_per_worker=1,
                dashboard_address=":0",  # its usual port may be taken, which Dask would say
                silence_logs=logging.CRITICAL,
                death_timeout=60,
                preload=[__name__],
            )

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Killed]]:
        """Hand tasks out a few ahead of the workers there are at the moment; let go of each as soon as it is done."""
        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        done = self._dask.as_completed()
        function = functools.partial(checked, function, self._store, self._sight, keys.code())
        while self._fill(function, waiting, running, done):
            future = self._next(done)
            if future.status in ("pending", "lost"):
                done.add(future)  # its worker died before the result was fetched: the scheduler has it made anew
                continue
            task = running.pop(future)
            if future.status == "finished":
                with self._connected():
                    result = future.result()
                yield task, result
            elif isinstance(error := self._failure(future), self._dask.KilledWorker):
                yield task, _alone(function, task)
            else:
                raise error
            future.release()

    def _fill(
        self, function: Callable[[Task], Result], waiting: Iterator[Task], running: dict[Any, Task], done: Any
    ) -> int:
        """Hand out tasks; returns how many are out."""
        most = max(self._threads(), 1) * (1 + WINDOW)
        while len(running) < most:
            task = next(waiting, None)
            if task is None:
                break
            with self._connected():
                future = self._client.submit(pickle.loads, pickle.dumps(Errand(function, task)), pure=False)
            running[future] = task
            done.add(future)
        return len(running)

    def _next(self, done: Any) -> Any:
        """The next future that is done; raises MissingPartError when there has been no worker for too long."""
        seen = asked = time.monotonic()
        while not done.has_ready():
            with done.thread_condition:
                done.thread_condition.wait(0.1)
            now = time.monotonic()
            if now - asked < LOOK:
                continue
            asked = now
            seen = now if self._threads() else seen
            if now - seen > LONELY:
                raise MissingPartError(f"no worker has come to {self._address}; start some and run the same command")
        return next(done)

    def _threads(self) -> int:
        """How many tasks the workers can do at a time; 0 where the scheduler is gone, of which its tasks tell."""
        try:
            return sum(self._client.nthreads().values())
        except OSError:
            return 0

    @contextlib.contextmanager
    def _connected(self) -> Iterator[None]:
        """Tell of a scheduler that is gone: Dask raises errors of many kinds then, according to what it was doing."""
        try:
            yield
        except Exception as error:
            if self._client.status == "running" and not isinstance(error, OSError | CancelledError):
                raise
            raise self._lost() from error

    def _lost(self) -> MissingPartError:
        return MissingPartError(f"lost the scheduler at {self._address}; the same command goes on from here")

    def _failure(self, future: Any) -> BaseException:
        """Why there is no result: what the function raised, or that the scheduler is gone."""
        if future.status != "error":
            return self._lost()
        error: BaseException = future.exception()
        if isinstance(error, ModuleNotFoundError):
            return MissingPartError(f"the workers at {self._address} lack a module ({error}); install newsconvert")
        if not isinstance(error, NewsconvertError | self._dask.KilledWorker):
            self._compare_programs()  # another version's may not even understand what it is to do
        return error

    def _compare_programs(self) -> None:
        """Raise MissingPartError where a worker has another version of the program."""
        for code in self._client.run(keys.code, on_error="ignore").values():
            keys.check(code)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # interrupted as it ends its own workers, Dask would wait ten seconds for them when the program ends
        with beside.uninterrupted(beside.OF_TERMINAL if self._count else ()):
            self._open.close()


class Errand:
    """A task on its way to a worker, where unpickling it does it: `pickle.loads` is all that a worker is asked to call.

    One without this program, or with another version, would not understand anything else, and end without a word.
    """

    def __init__(self, function: Callable[[Task], Any], task: Task) -> None:
        """Both can be pickled."""
        self._errand = function, (task,)

    def __reduce__(self) -> tuple[Any, ...]:
        """What is done where it is unpickled."""
        return self._errand


def dask_setup(_worker: Any) -> None:
    """In a worker of a cluster that was started for the run, as it begins: leave Ctrl-C to who started it.

    The name is Dask's. Where the system can hold signals back, they have been since before its process was begun.
    """
    for each in beside.OF_TERMINAL:
        signal.signal(each, signal.SIG_IGN)


def _hush() -> None:
    """Leave it to this program to say what goes wrong: Dask gives each of its loggers a level and a handler."""
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.split(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def checked(function: Callable[[Task], Result], store: Store, sight: str, code: str, task: Task) -> Result:
    """What the function gives for the task, on a worker that has the run's program and sees its output folder.

    Raises MissingPartError on another one: what it made would lie where nobody looks for it.
    """
    keys.check(code)
    if not store.exists(sight):
        raise MissingPartError(
            f"{store.root}: the worker on {socket.gethostname()} doesn't see this folder; "
            "mount it there under the same path, or name a URL"
        )
    return function(task)


def _alone(function: Callable[[Task], Result], task: Task) -> Result | Killed:
    """The task again on this machine, with nothing beside it.

    Dask blames every task that was given to a worker which died, those too that had only been waiting there behind
    the one that killed it.
    """
    with LocalPool(1) as near:
        ((_, result),) = near.run(function, [task])
    return result
