"""Work beside this process: its answers come back, and its death is noticed, not suffered."""

import contextlib
import errno
import os
import pickle
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from convert import beside
from convert.batch.workers import LocalPool, Pair
from convert.errors import WorkerKilledError

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only"),
    pytest.mark.usefixtures("room_for_a_fork"),
]


def lives(process: int) -> bool:
    """Whether a process is there and not only waited for."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False


def refuse() -> int:
    """What the system does where a container has no room for another process."""
    raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")


def test_a_fork_that_the_system_refuses_is_as_one_that_died(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", refuse)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with beside.Fork(lambda line: line.send("never")) as fork:
        assert fork.has_answered()
        with pytest.raises(EOFError):
            fork.receive()
        with pytest.raises(BrokenPipeError):
            fork.send("a question")
    assert len(list(Path("/proc/self/fd").iterdir())) <= before
    assert list(Pair().run(str, [1, 2, 3])) == [(1, "1"), (2, "2"), (3, "3")]


def test_a_pool_that_the_system_refuses_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", refuse)
    wanted = r"no worker can be started \(resource temporarily unavailable\); ask for fewer with -j"
    with pytest.raises(WorkerKilledError, match=wanted), LocalPool(2) as pool:
        list(pool.run(str, [1, 2, 3]))


def test_a_fork_answers_what_it_is_asked() -> None:
    def double(line: beside.Fork) -> None:
        while True:
            line.send(2 * line.receive())

    with beside.Fork(double) as fork:
        for number in range(3):
            fork.send(number)
            assert fork.receive() == 2 * number


def test_a_fork_that_dies_is_noticed_by_who_asks() -> None:
    with beside.Fork(lambda _: os.kill(os.getpid(), signal.SIGKILL)) as fork, pytest.raises((EOFError, OSError)):
        fork.receive()


def test_a_fork_that_dies_while_it_answers_is_noticed_like_any_other() -> None:
    def answer_half(line: beside.Fork) -> None:
        answer = pickle.dumps("长" * 100_000, pickle.HIGHEST_PROTOCOL)
        line._outgoing.write(answer[: len(answer) // 2])
        line._outgoing.flush()
        os.kill(os.getpid(), signal.SIGKILL)

    with beside.Fork(answer_half) as fork, pytest.raises(EOFError):
        fork.receive()


def test_a_process_with_many_open_files_sees_whether_a_fork_has_answered() -> None:
    import resource  # not where the module can only be passed over

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(2048, before[1]), before[1]))
    with contextlib.ExitStack() as opened:
        opened.callback(resource.setrlimit, resource.RLIMIT_NOFILE, before)
        for _ in range(1024):
            opened.enter_context(Path(os.devnull).open("rb"))
        fork = opened.enter_context(beside.Fork(lambda line: line.send(line.receive())))
        assert not fork.has_answered()
        fork.send("asked")
        while not fork.has_answered():
            time.sleep(0.01)
        assert fork.receive() == "asked"


def test_a_fork_ends_with_its_parent() -> None:
    def sleep(line: beside.Fork) -> None:
        line.send(os.getpid())
        time.sleep(60)

    def parent(line: beside.Fork) -> None:
        child = beside.Fork(sleep)
        line.send(child.receive())
        os.kill(os.getpid(), signal.SIGKILL)

    with beside.Fork(parent) as fork:
        grandchild = fork.receive()
    patience = time.monotonic() + 10
    while lives(grandchild):
        assert time.monotonic() < patience
        time.sleep(0.01)


def test_a_process_with_threads_of_others_is_not_forked() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    safe = beside.is_safe()
    over.set()
    thread.join()
    assert not safe
    assert beside.is_safe()


def test_a_pair_does_every_task_once_and_both_take_part() -> None:
    def work(number: int) -> tuple[int, int]:
        time.sleep(0.01)
        return number, os.getpid()

    done = list(Pair().run(work, range(20)))
    assert sorted(task for task, _ in done) == list(range(20))
    assert all(result[0] == task for task, result in done if isinstance(result, tuple))
    assert len({result[1] for _, result in done if isinstance(result, tuple)}) == 2


def test_what_a_dead_half_of_a_pair_leaves_undone_is_done() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        time.sleep(0.005)
        if os.getpid() != here and number == 15:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert sorted(task for task, _ in Pair().run(work, range(20))) == list(range(20))


def test_an_error_in_either_half_of_a_pair_is_raised() -> None:
    def work(number: int) -> int:
        if number == 15:
            raise ValueError("this one can't be done")
        return number

    with pytest.raises(ValueError, match="this one"):
        list(Pair().run(work, range(20)))


def test_ctrl_c_while_a_process_is_forked_is_not_lost() -> None:
    def forked() -> None:
        with beside.uninterrupted():
            signal.raise_signal(signal.SIGINT)  # to this thread: others, left by other tests, hold nothing back
            reached.append("the end of the fork")

    reached: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        forked()
    assert reached


def test_a_fork_can_be_told_to_end_though_it_was_begun_uninterrupted() -> None:
    with (
        beside.uninterrupted(),
        beside.Fork(lambda line: line.send(signal.pthread_sigmask(signal.SIG_BLOCK, ()))) as fork,
    ):
        assert not set(beside.ENDING) & fork.receive()
