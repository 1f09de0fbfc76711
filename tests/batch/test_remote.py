"""Inputs and outputs that are URLs, on a store in memory and on one that acts as object stores do."""

import json
import tarfile
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from convert.batch import remote_lock
from convert.batch.job import Job
from convert.batch.remote import RemoteFolder
from convert.batch.run import Summary, run
from convert.errors import BadOptionError, BusyError, MissingPartError
from convert.reader.fixes import ENDING
from tests.batch.conftest import everything
from tests.batch.object_store import Objects
from tests.conftest import Program

MakePages = Callable[..., Path]


@pytest.fixture
def memory() -> Iterator[str]:
    """An empty store in memory."""
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield "memory://archive"
    store.store.clear()


def upload(pages: Path, url: str) -> None:
    store, path = fsspec.core.url_to_fs(url)
    for page in sorted(pages.glob("*.txt")):
        store.pipe_file(f"{path}/in/{page.name}", page.read_bytes())


def build(url: str, **how: object) -> Summary:
    return run(Job(**{"paths": [f"{url}/in"], "folder": f"{url}/out", "name": "all", "formats": ["jsonl"], **how}))  # type: ignore[arg-type]


def contents(url: str) -> dict[str, bytes]:
    store, path = fsspec.core.url_to_fs(f"{url}/out")
    store.invalidate_cache()
    return {name.removeprefix(path + "/"): store.cat_file(name) for name in store.find(path)}


def test_a_run_on_urls_makes_what_a_run_on_folders_makes(make_pages: MakePages, memory: str, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 50)
    upload(pages, memory)
    build(memory)
    run(Job(paths=[pages], folder=tmp_path / "out", name="all", formats=["jsonl"], workers=1))
    there = contents(memory)
    here = everything(tmp_path / "out")
    where = str(tmp_path).encode(), memory.encode()
    assert there["all.jsonl"].replace(where[1], where[0]) == (tmp_path / "out" / "all.jsonl").read_bytes()
    assert {name.split("/")[1] for name in there if "/" in name} == {name.split("/")[1] for name in here if "/" in name}
    assert not any(name.endswith("lock") for name in there)


def test_a_finished_run_on_urls_does_nothing_and_a_lost_file_is_made_again(
    make_pages: MakePages, memory: str, tmp_path: Path
) -> None:
    upload(make_pages(tmp_path / "in", 5), memory)
    build(memory)
    before = contents(memory)
    assert build(memory).made == 0
    fsspec.filesystem("memory").rm("/archive/out/all.jsonl")
    assert build(memory).made == 1
    assert contents(memory) == before


def sign(alive: float, host: str = "elsewhere", process: int = 1) -> bytes:
    return json.dumps({"process": process, "host": host, "alive": alive, "token": "other"}).encode()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks that wait for no one: the seconds of a run on machines far away, made short."""
    for name, seconds in (("HEARTBEAT", 0.05), ("SILENCE", 0.4), ("LOOK", 0.01), ("SETTLE", 0.1)):
        monkeypatch.setattr(remote_lock, name, seconds)


def test_a_run_alive_at_the_url_is_respected(make_pages: MakePages, memory: str, tmp_path: Path) -> None:
    upload(make_pages(tmp_path / "in", 2), memory)
    RemoteFolder(f"{memory}/out").put(".newsconvert/lock", sign(time.time() - 5))
    with pytest.raises(BusyError, match="process 1 on elsewhere"):
        build(memory)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("late", [500, -5000, 10**6])
def test_a_silent_lock_is_a_dead_runs_whatever_its_clock_said(
    late: float, make_pages: MakePages, memory: str, tmp_path: Path
) -> None:
    upload(make_pages(tmp_path / "in", 2), memory)
    folder = RemoteFolder(f"{memory}/out")
    folder.put(".newsconvert/lock", sign(time.time() - late))
    assert build(memory).made == 1
    assert folder.read(".newsconvert/lock") is None


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("late", [500, -5000])
def test_a_lock_that_changes_is_a_living_runs_whatever_its_clock_says(
    late: float, make_pages: MakePages, memory: str, tmp_path: Path
) -> None:
    upload(make_pages(tmp_path / "in", 2), memory)
    folder = RemoteFolder(f"{memory}/out")
    folder.put(".newsconvert/lock", sign(time.time() - late))
    later = threading.Timer(0.1, folder.put, (".newsconvert/lock", sign(time.time() - late + 20)))
    later.start()
    with pytest.raises(BusyError, match="process 1 on elsewhere"):
        build(memory)
    later.join()
    assert folder.read(".newsconvert/lock") is not None


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("conditional", [True, False])
def test_of_runs_that_begin_at_once_one_goes_on(
    conditional: bool, memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_at_a_time, create = threading.Lock(), RemoteFolder.create

    def make_sure(folder: RemoteFolder, name: str, data: bytes) -> bool:
        with one_at_a_time:
            return conditional and create(folder, name, data)

    monkeypatch.setattr(RemoteFolder, "create", make_sure)
    monkeypatch.setattr("socket.gethostname", lambda: threading.current_thread().name)
    monkeypatch.setattr(remote_lock, "HEARTBEAT", 60)
    monkeypatch.setattr(remote_lock, "SETTLE", 1)
    folder, gate, end, said = RemoteFolder(f"{memory}/out"), threading.Barrier(4), threading.Event(), []

    def begin() -> None:
        gate.wait()
        try:
            with folder.locked():
                said.append("began")
                end.wait(60)
        except BusyError:
            said.append("refused")
        if len(said) == 4:
            end.set()

    runs = [threading.Thread(target=begin) for _ in range(4)]
    for each in runs:
        each.start()
    deadline = time.monotonic() + 60
    while len(said) < 4 and time.monotonic() < deadline:
        time.sleep(0.01)
    end.set()
    for each in runs:
        each.join()
    assert sorted(said) == ["began", "refused", "refused", "refused"]


@pytest.mark.usefixtures("impatient")
def test_a_run_whose_lock_another_has_taken_stops_and_leaves_the_lock(memory: str) -> None:
    folder = RemoteFolder(f"{memory}/out")

    def work() -> None:
        with folder.locked():
            folder.put(".newsconvert/lock", sign(time.time()))
            time.sleep(60)

    with pytest.raises(BusyError, match="another run has taken over"):
        work()
    assert json.loads(folder.read(".newsconvert/lock") or b"")["token"] == "other"


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_an_archive_at_a_url_gives_what_it_gives_here(
    kind: str, make_pages: MakePages, memory: str, tmp_path: Path
) -> None:
    archive = packed(make_pages(tmp_path / "in", 40), kind)
    fsspec.filesystem("memory").pipe_file(f"/archive/in.{kind}", archive.read_bytes())
    there = run(Job(paths=[f"{memory}/in.{kind}"], folder=tmp_path / "there", name="all", formats=["jsonl"]))
    run(Job(paths=[archive], folder=tmp_path / "here", name="all", formats=["jsonl"]))
    assert (there.pages, there.failures) == (40, ())
    made = (tmp_path / "there" / "all.jsonl").read_bytes()
    assert made.replace(memory.encode(), str(tmp_path).encode()) == (tmp_path / "here" / "all.jsonl").read_bytes()


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_a_damaged_archive_at_a_url_is_named(kind: str, memory: str, tmp_path: Path) -> None:
    fsspec.filesystem("memory").pipe_file(f"/archive/in.{kind}", b"PK no archive")
    summary = run(Job(paths=[f"{memory}/in.{kind}"], folder=tmp_path / "out", name="all", formats=["jsonl"]))
    assert [failure.path for failure in summary.failures] == [f"{memory}/in.{kind}"]
    assert "damaged or no archive" in summary.failures[0].message


def test_a_fix_file_at_a_url_is_seen_beside_its_page(make_pages: MakePages, memory: str, tmp_path: Path) -> None:
    upload(make_pages(tmp_path / "in", 2), memory)
    fsspec.filesystem("memory").pipe_file(f"/archive/in/0001.txt{ENDING}", b"no fixes")
    summary = build(memory)
    assert [failure.path for failure in summary.failures] == [f"{memory}/in/0001.txt"]


def packed(pages: Path, kind: str) -> Path:
    archive = pages.with_name(f"in.{kind}")
    if kind == "zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as into:
            for page in sorted(pages.iterdir()):
                into.write(page, page.name)
    else:
        with tarfile.open(archive, "w:gz" if kind == "tar.gz" else "w") as into_tar:
            for page in sorted(pages.iterdir()):
                into_tar.add(page, page.name)
    return archive


def test_workers_cannot_share_a_store_in_memory(memory: str) -> None:
    with pytest.raises(BadOptionError, match="one process only"):
        build(memory, workers=2)


def test_a_store_without_its_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError, match="nosuch"):
        run(Job(paths=[tmp_path], folder="nosuch://bucket/out", name="all", formats=["jsonl"]))


def test_an_address_where_nothing_is_is_a_failure_of_its_own(
    make_pages: MakePages, memory: str, tmp_path: Path
) -> None:
    upload(make_pages(tmp_path / "in", 2), memory)
    summary = run(Job(paths=[f"{memory}/in", f"{memory}/none"], folder=f"{memory}/out", name="x", formats=["jsonl"]))
    assert [failure.path for failure in summary.failures] == [f"{memory}/none"]
    assert summary.pages == 2


@pytest.fixture
def bucket() -> Iterator[Objects]:
    """A store that speaks S3."""
    store = Objects()
    yield store
    store.shutdown()
    store.server_close()


def credentials(store: Objects) -> dict[str, Any]:
    """What s3fs is told by its environment."""
    return {
        "AWS_ENDPOINT_URL": store.address,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "eu-central-1",
    }


def test_workers_share_a_bucket(bucket: Objects, make_pages: MakePages, newsconvert: Program, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 150)
    for page in pages.glob("*.txt"):
        bucket.objects[f"/papers/in/{page.name}"] = page.read_bytes()
    told = credentials(bucket)
    command = ("build", "s3://papers/in", "-o", "s3://papers/out", "--to", "jsonl", "--to", "csv", "-j2")
    run = newsconvert(*command, **told)
    assert run.returncode == 0, run.stderr.decode()
    here = newsconvert("build", pages, "-o", tmp_path / "out", "--to", "jsonl", "-q")
    assert here.returncode == 0
    made = (tmp_path / "out" / "in.jsonl").read_bytes()
    assert bucket.objects["/papers/out/in.jsonl"].replace(b"s3://papers", str(tmp_path).encode()) == made
    assert "/papers/out/.newsconvert/lock" not in bucket.objects
    asked = Counter(line.split()[0] for line in bucket.asked if "/in/" in line)
    assert asked["GET"] == 150, "a page costs one request; that it has no fix file is known from the listing"
    assert asked["HEAD"] == 0, [line for line in bucket.asked if "HEAD" in line and "/in/" in line][:5]
    before = dict(bucket.objects)
    del bucket.objects["/papers/out/in.csv"]
    assert newsconvert(*command, **told).returncode == 0
    assert bucket.objects == before


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_workers_share_an_archive_in_a_bucket(
    kind: str, bucket: Objects, make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    bucket.objects[f"/papers/in.{kind}"] = packed(make_pages(tmp_path / "in", 150), kind).read_bytes()
    run = newsconvert(
        "build", f"s3://papers/in.{kind}", "-o", tmp_path / "out", "--to", "jsonl", "-j2", **credentials(bucket)
    )
    assert (run.returncode, b"150 pages read" in run.stderr) == (0, True), run.stderr.decode()


@pytest.mark.parametrize("conditional", [True, False])
def test_a_store_makes_sure_that_a_lock_is_new_or_says_that_it_cant(conditional: bool, bucket: Objects) -> None:
    bucket.conditional = conditional
    options = {"key": "key", "secret": "secret", "endpoint_url": bucket.address, "skip_instance_cache": True}
    store = fsspec.filesystem("s3", **options)
    if conditional:
        store.pipe_file("papers/lock", b"1", mode="create")
    with pytest.raises(Exception, match=r"."):
        store.pipe_file("papers/lock", b"2", mode="create")
    assert bucket.objects.get("/papers/lock") == (b"1" if conditional else None)


def test_a_bucket_that_takes_no_more_is_one_line(
    bucket: Objects, make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 100)
    bucket.room = 50_000
    told = credentials(bucket)
    run = newsconvert("build", pages, "-o", "s3://papers/out", "--to", "jsonl", "-j1", **told)
    assert run.returncode == 73, run.stderr.decode()
    assert run.stderr.count(b"\n") == 1
    assert b"newsconvert: s3://papers/out/.newsconvert/" in run.stderr
    bucket.room = None
    run = newsconvert("build", pages, "-o", "s3://papers/out", "--to", "jsonl", "-j1", **told)
    assert run.returncode == 0, run.stderr.decode()
