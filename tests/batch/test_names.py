"""What is known of people in one part of a run is known in all of it, and only what that changes is done again."""

import pickle
from collections.abc import Callable
from pathlib import Path

from convert.batch.job import Job
from convert.batch.known import Known
from convert.batch.run import run
from convert.batch.store import store_at
from tests.batch.conftest import page_text

MakePages = Callable[..., Path]
NAMED = "老人学会理发\n\n本报讯（记者 于晓东）昨日，老人学会了理发，大家都来看。\n"
PLAIN = "老人学会理发\n\n本报讯　昨日下午，老人谢谢于晓东热心帮忙，大家都来看他。\n"


def build(pages: Path, out: Path, **how: object) -> bytes:
    run(Job(**{"paths": [pages], "folder": out, "name": "all", "formats": ["jsonl"], "variants": ("tw",), **how}))  # type: ignore[arg-type]
    return (out / "all.tw.jsonl").read_bytes()


def parts(out: Path) -> dict[str, int]:
    """The converted parts of a run: name → when each was written."""
    return {path.name: path.stat().st_mtime_ns for path in (out / ".newsconvert" / "parts").glob("*.tw.jsonl")}


def two_bundles(make_pages: MakePages, folder: Path) -> Path:
    """Two issues so large that each is read by itself; the byline is in the first, the bare name in the second."""
    make_pages(folder / "1", 70)
    make_pages(folder / "2", 70, 100)
    (folder / "1" / "0000.txt").write_text(NAMED, "utf-8")
    (folder / "2" / "0100.txt").write_text(PLAIN, "utf-8")
    return folder


def test_a_byline_of_one_bundle_tells_the_name_in_another(make_pages: MakePages, tmp_path: Path) -> None:
    made = build(two_bundles(make_pages, tmp_path / "in"), tmp_path / "out", workers=1).decode()
    assert len(parts(tmp_path / "out")) == 2
    assert made.count("于曉東") >= 3
    assert "於曉東" not in made


def test_any_number_of_workers_knows_the_same_names(make_pages: MakePages, tmp_path: Path) -> None:
    pages = two_bundles(make_pages, tmp_path / "in")
    one = build(pages, tmp_path / "one", workers=1)
    assert build(pages, tmp_path / "two", workers=2) == one


def test_a_page_that_changes_no_name_redoes_its_own_bundle_only(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = two_bundles(make_pages, tmp_path / "in"), tmp_path / "out"
    build(pages, out, workers=1)
    before = parts(out)
    (pages / "1" / "0033.txt").write_text(page_text(999), "utf-8")
    made = build(pages, out, workers=1)
    assert sum(parts(out)[name] != before[name] for name in before) == 1
    assert made == build(pages, tmp_path / "fresh", workers=1)
    assert build(pages, out, workers=1) == made


def test_a_name_that_comes_or_goes_redoes_the_bundles_that_have_it(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = two_bundles(make_pages, tmp_path / "in"), tmp_path / "out"
    build(pages, out, workers=1)
    (pages / "1" / "0000.txt").write_text(page_text(998), "utf-8")
    made = build(pages, out, workers=1)
    assert "於曉東" in made.decode()
    assert made == build(pages, tmp_path / "fresh", workers=1)
    (pages / "1" / "0000.txt").write_text(NAMED, "utf-8")
    assert "於曉東" not in build(pages, out, workers=1).decode()


def test_a_run_for_the_original_alone_can_be_asked_for_a_variant_later(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = two_bundles(make_pages, tmp_path / "in"), tmp_path / "out"
    run(Job(paths=[pages], folder=out, name="all", formats=["jsonl"], workers=1))
    assert build(pages, out, workers=1) == build(pages, tmp_path / "fresh", workers=1)


def test_the_names_of_a_run_go_to_each_worker_once(tmp_path: Path) -> None:
    known = Known(store_at(str(tmp_path)), (f"姓名{number}" for number in range(50_000)))
    known.keep()
    sent = pickle.dumps(known)
    assert len(sent) < 500
    got = pickle.loads(sent)
    assert (got.names, got.fingerprint) == (known.names, known.fingerprint)
    assert pickle.loads(sent) is got, "a worker reads them once"
    known.forget()
    assert not list(tmp_path.rglob("*.json"))


def test_a_run_leaves_no_list_of_names_behind(make_pages: MakePages, tmp_path: Path) -> None:
    build(two_bundles(make_pages, tmp_path / "in"), tmp_path / "out", workers=2)
    assert not list((tmp_path / "out" / ".newsconvert").glob("names*"))
