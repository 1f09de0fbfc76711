"""Runs on a Dask cluster: a real scheduler and real worker processes on this machine."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.batch.conftest import ARMED, everything, wait_for
from tests.conftest import Program

MakePages = Callable[..., Path]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, make_pages: MakePages) -> Path:
    """Two hundred pages, one of which kills whoever reads it."""
    pages = make_pages(tmp_path_factory.mktemp("archive") / "in", 200)
    (pages / "0111.txt").write_text("杀死读者\n一段话。\n", encoding="utf-8")
    return pages


@pytest.fixture(scope="module")
def undisturbed(archive: Path, tmp_path_factory: pytest.TempPathFactory, newsconvert: Program) -> dict[str, str]:
    """What two workers on this machine leave."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert newsconvert("build", archive, "-o", out, "--to", "jsonl", "-j2", PYTHONPATH=ARMED).returncode == 1
    return everything(out)


@contextlib.contextmanager
def running(*command: object, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A Dask program while the block lasts."""
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + str(command[0]), *map(str, command[1:])],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": ARMED} | environment,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(params=[3])
def scheduler(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a scheduler with two workers, each with a nanny that starts it again when it dies.

    The parameter is how many deaths of workers the scheduler forgives the tasks that were on them; 3 is Dask's own.
    """
    forgiven = str(request.param)
    where = tmp_path / "scheduler.json"
    with contextlib.ExitStack() as all_of_it:
        all_of_it.enter_context(
            running(
                "dask_scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", where,
                DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=forgiven,
            )
        )  # fmt: skip
        wait_for(lambda: where.exists() and where.read_text().endswith("}"))
        address = json.loads(where.read_text())["address"]
        for number in range(2):
            all_of_it.enter_context(
                running(
                    "dask_worker", address, "--nthreads", 1, "--death-timeout", 180, "--no-dashboard",
                    "--local-directory", tmp_path / f"worker{number}", "--name", number, SECONDS_A_PAGE="0.03",
                )
            )  # fmt: skip
        yield str(address)


def test_a_cluster_gives_the_bytes_of_one_machine_though_a_worker_is_killed(
    scheduler: str, archive: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [str(Path(sys.executable).with_name("newsconvert")), "build", str(archive), "-o", str(out)]
    run = subprocess.Popen(
        [*command, "--to", "jsonl", "--cluster", scheduler],
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": ARMED},
    )
    wait_for(lambda: list(out.glob(".newsconvert/parts/*.jsonl")) or run.poll() is not None)
    os.kill(_a_worker(tmp_path), signal.SIGKILL)
    _, said = run.communicate(timeout=300)
    assert run.returncode == 1, said.decode()
    assert "0111.txt: it kills the process that reads it" in said.decode()
    assert everything(out) == undisturbed


@pytest.mark.parametrize("scheduler", [0], indirect=True)
def test_pages_that_waited_on_a_worker_that_died_are_not_blamed(
    scheduler: str, make_pages: MakePages, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path / "in", 300), tmp_path / "out"
    run = start(pages, "-o", out, "--to", "jsonl", "--cluster", scheduler)
    wait_for(lambda: list(out.glob(".newsconvert/parts/*.jsonl")) or run.poll() is not None)
    os.kill(_a_worker(tmp_path), signal.SIGKILL)
    _, said = run.communicate(timeout=300)
    assert run.returncode == 0, said.decode()
    assert "300 pages read" in said.decode()


def _a_worker(tmp_path: Path) -> int:
    """The process of a worker, which its nanny has started: known by the folder it works in."""
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (entry / "cmdline").read_bytes()
            parent = int((entry / "stat").read_text().rsplit(") ", 1)[1].split()[1])
            nanny = Path(f"/proc/{parent}/cmdline").read_bytes()
            if b"spawn_main" in command and str(tmp_path).encode() in nanny and b"dask_worker" in nanny:
                return int(entry.name)
    raise AssertionError("no worker process")


def test_a_cluster_can_be_started_for_the_run_alone(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 40)
    here = newsconvert("build", pages, "-o", tmp_path / "here", "--to", "jsonl", "-q")
    there = newsconvert("build", pages, "-o", tmp_path / "there", "--to", "jsonl", "-q", "--cluster", "local:2")
    assert (here.returncode, there.returncode, there.stderr) == (0, 0, b"")
    assert everything(tmp_path / "here") == everything(tmp_path / "there")


@pytest.mark.parametrize("address", ["local:", "local:0", "local:x", "8786", "host:8786"])
def test_an_address_that_is_none_is_refused(address: str, newsconvert: Program, tmp_path: Path) -> None:
    run = newsconvert("build", tmp_path, "-o", tmp_path / "out", "--cluster", address)
    assert run.returncode == 2
    assert b"as in " in run.stderr


def test_without_dask_the_command_that_installs_it_is_named(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    (tmp_path / "hidden" / "distributed").mkdir(parents=True)
    (tmp_path / "hidden" / "distributed" / "__init__.py").write_text("raise ImportError('hidden')")
    pages = make_pages(tmp_path / "in", 1)
    hidden = str(tmp_path / "hidden")
    run = newsconvert("build", pages, "-o", tmp_path / "out", "--cluster", "local:1", PYTHONPATH=hidden)
    assert run.returncode == 69
    assert b"pip install 'newsconvert[cluster]'" in run.stderr


def test_a_scheduler_that_doesnt_answer_is_one_line(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 1)
    run = newsconvert("build", pages, "-o", tmp_path / "out", "--cluster", "tcp://127.0.0.1:9")
    assert run.returncode == 69
    assert run.stderr.startswith(b"newsconvert: no Dask scheduler answers at tcp://127.0.0.1:9")
    assert run.stderr.count(b"\n") == 1
