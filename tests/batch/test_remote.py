"""Inputs and outputs that are URLs, on a store in memory and on one that acts as object stores do."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from convert.batch.job import Job
from convert.batch.remote import RemoteFolder
from convert.batch.run import Summary, run
from convert.errors import BadOptionError, BusyError, MissingPartError
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


def test_a_live_run_at_the_url_is_respected_and_a_dead_one_is_not(
    make_pages: MakePages, memory: str, tmp_path: Path
) -> None:
    upload(make_pages(tmp_path / "in", 2), memory)
    lock = RemoteFolder(f"{memory}/out")
    lock.put(".newsconvert/lock", json.dumps({"process": 1, "host": "elsewhere", "alive": time.time() - 5}).encode())
    with pytest.raises(BusyError, match="process 1 on elsewhere"):
        build(memory)
    lock.put(".newsconvert/lock", json.dumps({"process": 1, "host": "elsewhere", "alive": time.time() - 500}).encode())
    build(memory)


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
    before = dict(bucket.objects)
    del bucket.objects["/papers/out/in.csv"]
    assert newsconvert(*command, **told).returncode == 0
    assert bucket.objects == before


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
