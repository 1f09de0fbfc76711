"""Runs on a Dask cluster: a real scheduler and real worker processes on this machine."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from convert.batch import cluster
from convert.batch.store import Folder
from convert.errors import MissingPartError
from tests.batch.conftest import ARMED, everything, own_children, wait_for
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
def running(*command: object, folder: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A Dask program, in that working folder, while the block lasts."""
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + str(command[0]), *map(str, command[1:])],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": ARMED} | environment,
        start_new_session=True,
        cwd=folder,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def a_scheduler(where: Path, **environment: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler's address and process while the block lasts."""
    file = where / "scheduler.json"
    command = ("dask_scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", file)
    with running(*command, folder=where, **environment) as process:
        wait_for(lambda: file.exists() and file.read_text().endswith("}"))
        yield json.loads(file.read_text())["address"], process


def a_worker(
    address: str, where: Path, number: int = 0, **environment: str
) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    """A worker, with a nanny that starts it again when it dies."""
    return running(
        "dask_worker", address, "--nthreads", 1, "--death-timeout", 180, "--no-dashboard",
        "--local-directory", where / f"worker{number}", "--name", number, folder=where, **environment,
    )  # fmt: skip


@pytest.fixture(params=[3])
def scheduler(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a scheduler with two workers.

    The parameter is how many deaths of workers the scheduler forgives the tasks that were on them; 3 is Dask's own.
    """
    forgiven = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(request.param)}
    with contextlib.ExitStack() as all_of_it:
        address, _ = all_of_it.enter_context(a_scheduler(tmp_path, **forgiven))
        for number in range(2):
            all_of_it.enter_context(a_worker(address, tmp_path, number, SECONDS_A_PAGE="0.03"))
        yield address


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


def test_a_page_that_kills_its_reader_is_found_on_a_cluster_started_for_the_run(
    archive: Path, undisturbed: dict[str, str], newsconvert: Program, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = newsconvert("build", archive, "-o", out, "--to", "jsonl", "--cluster", "local:2", PYTHONPATH=ARMED)
    assert run.returncode == 1
    assert "0111.txt: it kills the process that reads it" in run.stderr.decode()
    assert everything(out) == undisturbed


def _beginning(run: int) -> list[int]:
    """The workers of a run's own cluster, from their first moment on."""
    found: list[int] = []
    for one in own_children(run):
        with contextlib.suppress(OSError):
            found += [one] if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes() else []
    return found


def _has_worker_begun(run: int, _out: Path) -> bool:
    return bool(_beginning(run))


def _has_read(_run: int, out: Path) -> bool:
    return bool(list(out.glob(".newsconvert/parts/*.jsonl")))


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("seen", [_has_worker_begun, _has_read])
def test_ctrl_c_ends_a_run_and_its_cluster(
    seen: Callable[[int, Path], bool], make_pages: MakePages, tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path / "in", 200), tmp_path / "out"
    command = [str(Path(sys.executable).with_name("newsconvert")), "build", str(pages), "-o", str(out), "--to", "jsonl"]
    run = subprocess.Popen(
        [*command, "--cluster", "local:2"],
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": ARMED, "SECONDS_A_PAGE": "0.1", "NEWSCONVERT_PROGRESS": "0"},
        start_new_session=True,
    )
    try:
        wait_for(lambda: seen(run.pid, out) or run.poll() is not None)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does
        _, said = run.communicate(timeout=300)
        assert (run.returncode, said) == (130, b"newsconvert: stopped; the same command goes on from here\n")
        with pytest.raises(ProcessLookupError):
            wait_for(lambda: os.killpg(run.pid, 0))
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_a_worker_that_is_killed_as_it_begins_is_one_line(
    make_pages: MakePages, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    run = start(make_pages(tmp_path / "in", 3), "-o", tmp_path / "out", "--to", "jsonl", "--cluster", "local:2")
    wait_for(lambda: _beginning(run.pid) or run.poll() is not None)
    os.kill(_beginning(run.pid)[0], signal.SIGKILL)
    _, said = run.communicate(timeout=300)
    assert (run.returncode, said.count(b"\n")) == (71, 1)
    assert b"--cluster local:2: a worker was killed as it began" in said


def test_a_scheduler_that_dies_ends_the_run_with_one_line_and_what_was_made_is_kept(
    make_pages: MakePages, start: Callable[..., subprocess.Popen[bytes]], newsconvert: Program, tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path / "in", 200), tmp_path / "out"
    with a_scheduler(tmp_path) as (address, process), a_worker(address, tmp_path, SECONDS_A_PAGE="0.05"):
        run = start(pages, "-o", out, "--to", "jsonl", "--cluster", address, NEWSCONVERT_PROGRESS="0")
        wait_for(lambda: list(out.glob(".newsconvert/parts/*.jsonl")) or run.poll() is not None)
        os.killpg(process.pid, signal.SIGKILL)
        _, said = run.communicate(timeout=300)
    assert run.returncode == 69, said.decode()
    assert said.decode() == f"newsconvert: lost the scheduler at {address}; the same command goes on from here\n"
    assert not list(out.rglob("sight-*"))
    assert newsconvert("build", pages, "-o", out, "--to", "jsonl").returncode == 0
    assert newsconvert("build", pages, "-o", tmp_path / "here", "--to", "jsonl").returncode == 0
    assert everything(out) == everything(tmp_path / "here")


def test_a_worker_that_comes_late_does_the_work(
    make_pages: MakePages, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 40)
    with a_scheduler(tmp_path) as (address, _):
        run = start(pages, "-o", tmp_path / "out", "--to", "jsonl", "--cluster", address)
        wait_for(lambda: list(tmp_path.glob("out/.newsconvert/sight-*")) or run.poll() is not None)
        with a_worker(address, tmp_path):
            _, said = run.communicate(timeout=300)
    assert (run.returncode, b"40 pages read" in said) == (0, True), said.decode()


def test_a_cluster_without_workers_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "LOOK", 0.1)
    monkeypatch.setattr(cluster, "LONELY", 1)
    with (
        a_scheduler(tmp_path) as (address, _),
        cluster.Cluster(address, Folder(str(tmp_path / "out"))) as workers,
        pytest.raises(MissingPartError, match=r"no worker has come to tcp://.*; start some and run the same command"),
    ):
        next(workers.run(str, [1]))


def test_a_folder_named_from_the_working_folder_is_the_same_for_workers(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    make_pages(tmp_path / "in", 40)
    with a_scheduler(tmp_path) as (address, _), a_worker(address, tmp_path):
        run = newsconvert("build", "in", "-o", "out", "--to", "jsonl", "--cluster", address, cwd=tmp_path)
    assert (run.returncode, (tmp_path / "out" / "in.jsonl").exists()) == (0, True), run.stderr.decode()


@pytest.mark.parametrize(
    ("unseen", "said"),
    [
        ("out", "out: the worker on {host} doesn't see this folder; mount it there under the same path, or name a URL"),
        ("in", "in/0000.txt: a worker can't read this page, which can be read here; mount its folder there"),
    ],
)
def test_a_worker_that_doesnt_see_a_folder_is_told_of(
    unseen: str, said: str, make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path / "in", 40), tmp_path / "out"
    with a_scheduler(tmp_path) as (address, _), a_worker(address, tmp_path, UNSEEN=str(tmp_path / unseen)):
        run = newsconvert("build", pages, "-o", out, "--to", "jsonl", "--cluster", address)
    assert run.returncode == 69
    assert run.stderr.decode().startswith(f"newsconvert: {tmp_path}/{said.format(host=socket.gethostname())}")
    assert run.stderr.count(b"\n") == 1


@pytest.mark.parametrize("other", ["changed", "without a name", "without a module", "none"])
def test_a_worker_with_another_version_or_none_is_told_of(
    other: str, root: Path, make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    program = tmp_path / "other" / "convert"
    shutil.copytree(root / "convert", program)
    match other:
        case "changed":
            (program / "model.py").write_bytes((program / "model.py").read_bytes() + b"# changed\n")
        case "without a name":
            part = program / "batch" / "parts.py"
            part.write_text(part.read_text("utf-8").replace("BundleTask", "BundleOrder"), encoding="utf-8")
            for module in ("poison", "failed", "job", "run"):
                (program / "batch" / f"{module}.py").unlink()
        case "without a module":
            (program / "batch" / "cluster.py").unlink()
        case "none":
            shutil.rmtree(program)
            program.mkdir()
            (program / "__init__.py").touch()
    pages = make_pages(tmp_path / "in", 40)
    with a_scheduler(tmp_path) as (address, _), a_worker(address, tmp_path, PYTHONPATH=str(program.parent)):
        run = newsconvert("build", pages, "-o", tmp_path / "out", "--to", "jsonl", "--cluster", address)
    assert run.returncode == 69
    told = "another version of newsconvert than this one" if "name" in other or "changed" in other else "lack a module"
    assert told in run.stderr.decode()
    assert run.stderr.count(b"\n") == 1


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
