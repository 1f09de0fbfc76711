"""The lock of an output folder in an object store: an object that says anew every few seconds that its run is alive.

An object store has no locks that end with their process, and its clock is not this machine's. So a run is alive whose
object changes, whatever the times say; where two begin at once, the one that wrote last goes on and the other stops.
"""

import _thread
import contextlib
import json
import os
import signal
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from typing import Any, Protocol

from convert.errors import BusyError

HEARTBEAT = 20.0
"""Seconds between two signs of life."""
SILENCE = 45.0
"""Seconds without one, by this machine's clock, after which a run is dead."""
LOOK = 1.0
"""Seconds between two looks for one."""
SETTLE = 2.0
"""Seconds after which two runs that begin at once have both written, and see whose object is there."""
DAY = 86_400.0
"""Seconds by which no two clocks differ: an older sign of life is none, and nobody waits for another."""


class Objects(Protocol):
    """The store of a folder, as far as a lock needs it."""

    @property
    def root(self) -> str: ...
    def read(self, name: str) -> bytes | None: ...
    def put(self, name: str, data: bytes) -> None: ...
    def create(self, name: str, data: bytes) -> bool: ...
    def remove(self, name: str) -> None: ...


@contextlib.contextmanager
def held(store: Objects, lock: str) -> Iterator[bool]:
    """Hold the lock while the block lasts; the value says whether a run died that had it.

    Raises BusyError when another run is alive, and in the block when another has taken over, as may be after this
    machine has slept.
    """
    token = uuid.uuid4().hex
    died = _take(store, lock, token)
    over, lost = threading.Event(), threading.Event()
    heart = threading.Thread(target=_beat, args=(store, lock, token, over, lost), daemon=True)
    heart.start()
    try:
        yield died
    except KeyboardInterrupt as stop:
        if lost.is_set():
            raise BusyError(f"{store.root}: another run has taken over here; this one stops") from stop
        raise
    finally:
        over.set()
        heart.join()
        with contextlib.suppress(Exception):  # a store that can't be had says so where it matters
            if _token(store.read(lock)) == token:
                store.remove(lock)


def _take(store: Objects, lock: str, token: str) -> bool:
    before = store.read(lock)
    if before is None and store.create(lock, _sign(token)):
        return False
    before = store.read(lock)
    if before is not None and not _is_dead(store, lock, before):
        raise BusyError(f"{store.root}: another run is working here ({_holder(before)}); wait for it to end")
    store.put(lock, _sign(token))
    time.sleep(SETTLE)
    if _token(now := store.read(lock)) != token:
        raise BusyError(f"{store.root}: another run has begun here just now ({_holder(now)}); wait for it to end")
    return before is not None


def _is_dead(store: Objects, lock: str, data: bytes) -> bool:
    """Whether the run that wrote this has ended: known of a process here, else seen by its silence."""
    holder = _content(data)
    if holder is None:
        return True
    if holder["host"] == socket.gethostname() and not _lives(int(holder["process"])):
        return True
    age = time.time() - float(holder["alive"])
    if age > DAY:
        return True
    end = time.monotonic() + (0 if 0 <= age <= 2 * HEARTBEAT else SILENCE)
    while time.monotonic() < end:
        time.sleep(LOOK)
        now = store.read(lock)
        if now is None:
            return True
        if now != data:
            return False
    return not 0 <= age <= 2 * HEARTBEAT


def _beat(store: Objects, lock: str, token: str, over: threading.Event, lost: threading.Event) -> None:
    """Say every few seconds that the run is alive; stop it when the lock is another's."""
    while not over.wait(HEARTBEAT):
        with contextlib.suppress(
            Exception
        ):  # each store's library has errors of its own; the next beat may get through
            there = store.read(lock)
            if there is not None and _token(there) != token:
                lost.set()
                _interrupt()
                return
            store.put(lock, _sign(token))


def _interrupt() -> None:
    """Wake the main thread, whatever it waits for."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:  # Windows
        _thread.interrupt_main()


def _sign(token: str) -> bytes:
    """A sign of life."""
    return json.dumps(
        {"process": os.getpid(), "host": socket.gethostname(), "token": token, "alive": time.time()}
    ).encode()


def _content(data: bytes | None) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = json.loads(data or b"")
        return content if {"process", "host", "alive"} <= content.keys() else None
    except (ValueError, AttributeError):
        return None


def _token(data: bytes | None) -> str | None:
    return (_content(data) or {}).get("token")


def _holder(data: bytes | None) -> str:
    content = _content(data)
    return f"process {content['process']} on {content['host']}" if content else "it doesn't say which"


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()
