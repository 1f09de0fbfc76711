"""Runs that are killed, stopped, starved and raced: nothing torn, nothing lost, the same bytes in the end."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from convert.batch.failed import place_of
from convert.batch.job import Job
from convert.batch.run import run
from tests.batch.conftest import ARMED, children, everything, wait_for
from tests.conftest import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills processes and mounts file systems as Linux does")

MakePages = Callable[..., Path]


def leftovers(folder: Path) -> list[Path]:
    """Files that were being written when their writer died."""
    return list(folder.rglob(".newsconvert-*"))


def files_in(folder: Path) -> int:
    """How many files a run has written so far, those that are being written too, the lock not counted."""
    return sum(len(files) for _, _, files in os.walk(folder)) - (folder / ".newsconvert" / "lock").exists()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, make_pages: MakePages) -> Path:
    """Two hundred pages."""
    return make_pages(tmp_path_factory.mktemp("archive") / "in", 200)


@pytest.fixture(scope="module")
def undisturbed(archive: Path, tmp_path_factory: pytest.TempPathFactory, newsconvert: Program) -> dict[str, str]:
    """What a run that nobody disturbs leaves."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert (
        newsconvert("build", archive, "-o", out, "--to", "jsonl", "--to", "csv", "--split", "90", "-j1").returncode == 0
    )
    return everything(out)


def test_a_run_killed_twenty_times_at_any_moment_ends_with_the_same_bytes(
    make_pages: MakePages, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 150)
    job = Job(paths=[str(pages)], folder="", name="in", formats=["jsonl", "csv"], split="30", workers=1)
    run(replace(job, folder=tmp_path / "undisturbed"))
    undisturbed = everything(tmp_path / "undisturbed")
    dice = random.Random(7)
    killed = 0
    for again in range(20):
        out, workers = tmp_path / f"out{again}", dice.choice(["-j1", "-j2"])
        victim = start(
            pages, "-o", out, "--to", "jsonl", "--to", "csv", "--split", "30", "-q", workers, SECONDS_A_PAGE="0.002"
        )
        written = dice.randrange(len(undisturbed) - 2)
        while victim.poll() is None and files_in(out) < written:
            pass  # the moment is one of the run's own, whatever the load of the machine
        time.sleep(dice.choice([0, 0, dice.uniform(0, 0.2)]))
        victim.kill()
        victim.communicate()
        killed += victim.returncode == -signal.SIGKILL
        run(replace(job, folder=out))
        assert everything(out) == undisturbed
        assert not leftovers(out)
    assert killed >= 10


def test_workers_end_with_a_killed_parent(
    archive: Path, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    victim = start(archive, "-o", tmp_path / "out", "--to", "jsonl", "-j2", SECONDS_A_PAGE="0.2")
    wait_for(lambda: len(children(victim.pid)) >= 2)
    workers = children(victim.pid)
    victim.kill()
    wait_for(lambda: not any(_lives(worker) for worker in workers))


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False


def test_killed_workers_are_replaced_and_their_pages_redone(
    archive: Path, undisturbed: dict[str, str], start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = (archive, "-o", out, "--to", "jsonl", "--to", "csv", "--split", "90", "-q", "-j2")
    run = start(*command, SECONDS_A_PAGE="0.02")
    for _ in range(2):
        wait_for(lambda: children(run.pid))
        time.sleep(0.4)
        os.kill(children(run.pid)[-1], signal.SIGKILL)
        time.sleep(0.4)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 0, said.decode()
    assert everything(out) == undisturbed


def test_pages_that_kill_their_reader_are_found_and_the_rest_is_done(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 150)
    out = tmp_path / "out"
    poison = {"0017.txt", "0018.txt", "0140.txt"}
    for name in poison:
        (pages / name).write_text("一篇好文章\n杀死读者的一版，没有别的。\n", encoding="utf-8")
        (pages / name).write_bytes((pages / name).read_bytes() + name.encode())
    run = newsconvert("build", pages, "-o", out, "--to", "jsonl", "-j2", PYTHONPATH=ARMED)
    assert run.returncode == 1
    said = run.stderr.decode()
    assert all(f"{name}: it kills the process that reads it" in said for name in poison)
    lines = (out / "in.jsonl").read_text("utf-8").splitlines()
    assert sum(any(f"/{n:04}.txt" in line for line in lines) for n in range(150)) == 147
    kept = out / "failed" / pages.relative_to("/")
    assert {path.name for path in kept.glob("*.txt") if ".reason" not in path.name} == poison
    assert "kills the process" in (kept / "0017.txt.reason.txt").read_text()
    again = newsconvert("build", pages, "-o", out, "--to", "jsonl", "-j2", PYTHONPATH=ARMED)
    assert (again.returncode, "0140.txt" in again.stderr.decode()) == (1, True)


def test_a_page_that_kills_its_converter_is_found_and_the_rest_is_done(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 10)
    (pages / "0004.txt").write_text("一篇好文章\n\n杀死译者的一版，没有别的。\n", encoding="utf-8")
    out = tmp_path / "out"
    run = newsconvert("build", pages, "-o", out, "--to", "jsonl", "--variant", "tw", "-j2", PYTHONPATH=ARMED)
    assert run.returncode == 1
    assert "0004.txt: it kills the process that reads it" in run.stderr.decode()
    lines = (out / "in.tw.jsonl").read_text("utf-8").splitlines()
    assert sum(any(f"/{n:04}.txt" in line for line in lines) for n in range(10)) == 9


def test_a_page_that_breaks_the_reader_is_kept_and_the_rest_is_done(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 3)
    (pages / "0001.txt").write_text("读坏了\n一段话。\n", encoding="utf-8")
    run = newsconvert("build", "in", "-o", "out", "--to", "jsonl", PYTHONPATH=ARMED, cwd=tmp_path)
    assert run.returncode == 1
    assert "ZeroDivisionError" in (tmp_path / "out" / "failed" / "in" / "0001.txt.reason.txt").read_text()
    assert "2 pages read" in run.stderr.decode()


def test_a_page_that_killed_a_run_without_workers_is_found_by_the_next(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 5)
    (pages / "0002.txt").write_text("杀死读者\n一段话。\n", encoding="utf-8")
    command = ("build", "in", "-o", "out", "--to", "jsonl")
    assert newsconvert(*command, PYTHONPATH=ARMED, cwd=tmp_path).returncode == -signal.SIGKILL
    assert newsconvert(*command, PYTHONPATH=ARMED, cwd=tmp_path).returncode == 1
    assert (tmp_path / "out" / "failed" / "in" / "0002.txt").exists()


def test_pages_that_killed_their_reader_are_tried_again_when_asked(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 5)
    (pages / "0002.txt").write_text("杀死读者\n一段话。\n", encoding="utf-8")
    command = ("build", "in", "-o", "out", "--to", "jsonl", "-j2")
    assert newsconvert(*command, PYTHONPATH=ARMED, cwd=tmp_path).returncode == 1
    assert newsconvert(*command, cwd=tmp_path).returncode == 1, "what is known isn't tried again unasked"
    assert (tmp_path / "out" / "failed" / "in" / "0002.txt.reason.txt").exists()
    again = newsconvert(*command, "--retry-failed", cwd=tmp_path)
    assert (again.returncode, b"5 pages read" in again.stderr) == (0, True)
    assert not list((tmp_path / "out" / "failed").rglob("*.txt")), "it breaks nothing any more"


def test_failed_pages_of_one_name_are_kept_apart_and_a_copy_somebody_works_on_stays(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    for day in ("monday", "tuesday"):
        make_pages(tmp_path / "in" / day, 2)
        (tmp_path / "in" / day / "0001.txt").write_text(f"读坏了\n{day}\n", encoding="utf-8")
    command = ("build", "in", "-o", "out", "--to", "jsonl")
    assert newsconvert(*command, PYTHONPATH=ARMED, cwd=tmp_path).returncode == 1
    for day in ("monday", "tuesday"):
        kept = tmp_path / "out" / "failed" / "in" / day / "0001.txt"
        assert kept.read_bytes() == (tmp_path / "in" / day / "0001.txt").read_bytes()
        assert f"in/{day}/0001.txt: " in (kept.parent / "0001.txt.reason.txt").read_text("utf-8")
    before = everything(tmp_path / "out")
    assert newsconvert(*command, PYTHONPATH=ARMED, cwd=tmp_path).returncode == 1
    assert everything(tmp_path / "out") == before
    kept.write_text("修好了的一版", encoding="utf-8")
    assert newsconvert(*command, "--retry-failed", cwd=tmp_path).returncode == 0
    assert {path.name for path in (tmp_path / "out" / "failed").rglob("*.txt")} == {"0001.txt", "0001.txt.reason.txt"}
    assert kept.read_text("utf-8") == "修好了的一版"


@pytest.mark.parametrize(
    ("one", "other"),
    [("a/b-c.txt", "a-b/c.txt"), ("a?.txt", "a_.txt"), ("../a.txt", "a.txt"), ("/a.txt", "../a.txt")],
)
def test_no_two_failed_pages_have_one_place_and_none_lies_outside(one: str, other: str) -> None:
    places = {place_of(one), place_of(other)}
    assert len(places) == 2
    assert all(place.startswith("failed/") and ".." not in place.split("/") for place in places)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("workers", ["-j1", "-j2"])
def test_a_stopped_run_leaves_nothing_torn_and_goes_on_later(
    sent: signal.Signals,
    code: int,
    workers: str,
    archive: Path,
    undisturbed: dict[str, str],
    start: Callable[..., subprocess.Popen[bytes]],
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    command = (archive, "-o", out, "--to", "jsonl", "--to", "csv", "--split", "90", workers)
    run = start(*command, SECONDS_A_PAGE="0.05")
    wait_for(lambda: list(out.glob(".newsconvert/parts/*.jsonl")))
    run.send_signal(sent)
    _, said = run.communicate(timeout=180)
    assert run.returncode == code
    assert said.decode().splitlines() == ["newsconvert: stopped; the same command goes on from here"]
    assert not leftovers(out)
    assert not (out / ".newsconvert" / "manifests").exists()
    again = start(*command)
    assert (again.communicate(timeout=300), again.returncode)[1] == 0
    assert everything(out) == undisturbed


def test_two_runs_in_one_folder_the_second_is_refused(
    archive: Path, start: Callable[..., subprocess.Popen[bytes]], newsconvert: Program, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    first = start(archive, "-o", out, "--to", "jsonl", "-j1", SECONDS_A_PAGE="1")
    wait_for(lambda: (out / ".newsconvert" / "lock").exists() and (out / ".newsconvert" / "lock").read_text())
    second = newsconvert("build", archive, "-o", out, "--to", "jsonl")
    assert second.returncode == 75
    assert f"another run is working here (process {first.pid} on " in second.stderr.decode()
    assert second.stderr.count(b"\n") == 1


@dataclass
class Disk:
    """A place that takes only so much, and how it is made to take more."""

    place: Path
    before: list[str]
    """The command that the program is started with."""
    problem: bytes

    def grow(self) -> None:
        """Take all there is."""
        if self.before:
            self.before.clear()
        else:
            subprocess.run(["mount", "-o", "remount,size=20m", str(self.place)], check=True)


def _is_mounted(place: Path) -> bool:
    """Whether a file system of 300 kB could be mounted: only root can, and not everywhere."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    return os.geteuid() == 0 and subprocess.run(mount, check=False, capture_output=True).returncode == 0


@pytest.fixture(params=["limit", "disk"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """Room that ends in mid-run: on a file system of its own, or by the system's limit of a file's size.

    Anybody can set that one; it stands for both where no file system can be mounted.
    """
    place = tmp_path / "disk"
    place.mkdir()
    if request.param == "disk" and _is_mounted(place):
        yield Disk(place, [], b"no space left on device")
        subprocess.run(["umount", "-l", str(place)], check=True)
    else:
        yield Disk(place, ["bash", "-c", 'ulimit -f 100; exec "$@"', "-"], b"file too large")


@pytest.mark.parametrize("workers", ["-j1", "-j2"])
def test_a_full_disk_is_one_line_and_nothing_torn(
    workers: str, small_disk: Disk, archive: Path, undisturbed: dict[str, str]
) -> None:
    out = small_disk.place / "out"
    program = Path(sys.executable).with_name("newsconvert")
    command = [
        str(program),
        "build",
        str(archive),
        "-o",
        str(out),
        "--to",
        "jsonl",
        "--to",
        "csv",
        "--split",
        "90",
        workers,
    ]
    run = subprocess.run([*small_disk.before, *command], capture_output=True, check=False)
    assert run.returncode == 73, run.stderr.decode()
    assert run.stderr.count(b"\n") == 1
    assert small_disk.problem in run.stderr
    assert not leftovers(out)
    for name, content in everything(out).items():
        assert content == undisturbed[name]
    small_disk.grow()
    assert subprocess.run([*small_disk.before, *command], capture_output=True, check=False).returncode == 0
    assert everything(out) == undisturbed


def test_a_folder_that_cant_be_written_is_one_line(make_pages: MakePages, newsconvert: Program, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 2)
    (tmp_path / "file").write_text("not a folder")
    run = newsconvert("build", pages, "-o", tmp_path / "file" / "out", "--to", "jsonl")
    assert run.returncode == 73
    assert run.stderr.decode().splitlines() == [f"newsconvert: {tmp_path}/file/out: not a directory; check the folder"]


def test_pages_that_vanish_while_others_are_read_are_named(
    make_pages: MakePages, start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 200)
    run = start(pages, "-o", tmp_path / "out", "--to", "jsonl", "-j1", SECONDS_A_PAGE="0.02")
    wait_for(lambda: list(tmp_path.glob("out/.newsconvert/parts/*.jsonl")))
    (pages / "0199.txt").unlink()
    _, said = run.communicate(timeout=300)
    assert run.returncode == 1
    assert f"newsconvert: {pages}/0199.txt: no such file or directory" in said.decode()
    assert "199 pages read" in said.decode()
