"""Whole runs: the same bytes whoever does the work, and only what has changed is done again."""

import errno
import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from convert import writers
from convert.batch.job import Job
from convert.batch.rehearsal import rehearse
from convert.batch.run import Progress, Summary, run
from convert.errors import BadOptionError, BusyError, CannotWriteError, MissingInputError
from convert.reader import ReadingOptions
from convert.transforms.selection import Selection
from tests.batch.conftest import everything

MakePages = Callable[..., Path]


def build(pages: Path, out: Path, **how: object) -> Summary:
    return run(Job(**{"paths": [pages], "folder": out, "name": "all", "formats": ["jsonl"], "workers": 1, **how}))  # type: ignore[arg-type]


def test_any_number_of_workers_gives_the_same_bytes(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 300)
    build(pages, tmp_path / "one", workers=1)
    build(pages, tmp_path / "three", workers=3)
    assert everything(tmp_path / "one") == everything(tmp_path / "three")
    assert len((tmp_path / "one" / "all.jsonl").read_bytes().splitlines()) >= 300


@pytest.mark.parametrize("split", ["7", "page", "issue", "month"])
def test_volumes_of_a_split_run_are_the_single_volume_cut(split: str, make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 40)
    build(pages, tmp_path / "whole")
    build(pages, tmp_path / "split", split=split)
    volumes = sorted((tmp_path / "split").glob("*.jsonl"))
    assert b"".join(v.read_bytes() for v in volumes) == (tmp_path / "whole" / "all.jsonl").read_bytes()
    assert len(volumes) == {"7": 6, "page": 40}.get(split, 1)


def test_a_finished_run_started_again_does_nothing(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 100)
    build(pages, tmp_path / "out", split="10")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*") if p.is_file() and p.name != "lock"}
    again = build(pages, tmp_path / "out", split="10")
    assert again.made == 0
    assert {p: p.stat().st_mtime_ns for p in before} == before


def test_a_changed_page_redoes_only_its_volume(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 100)
    build(pages, tmp_path / "out", split="page")
    (pages / "0042.txt").write_text("改过的一版\n内容也换了。\n", encoding="utf-8")
    assert build(pages, tmp_path / "out", split="page").made == 1
    build(pages, tmp_path / "fresh", split="page")
    assert everything(tmp_path / "out").keys() == everything(tmp_path / "fresh").keys()
    assert (tmp_path / "out" / "all-0042.jsonl").read_bytes() == (tmp_path / "fresh" / "all-0042.jsonl").read_bytes()


def test_pages_of_one_name_in_two_folders_have_volumes_of_their_own(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in" / "monday", 2)
    make_pages(tmp_path / "in" / "tuesday", 2)
    (pages.parent / "tuesday" / "0001.txt").write_text("另一天\n另一版的一段话。\n", encoding="utf-8")
    build(pages.parent, tmp_path / "out", split="page")
    names = {path.name for path in (tmp_path / "out").glob("*.jsonl")}
    assert names == {f"all-{day}-000{n}.jsonl" for day in ("monday", "tuesday") for n in (0, 1)}


def test_chosen_articles_alone_come_in_the_order_asked_for(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 150)
    chosen = Selection(grep=("工程1[0-9]2标段",), sort="-headline")
    summary = build(pages, tmp_path / "one", selection=chosen)
    heads = [json.loads(line)["headline"] for line in (tmp_path / "one" / "all.jsonl").read_bytes().splitlines()]
    assert heads == [f"石门大桥工程1{n}2标段昨日完工" for n in (4, 3, 2, 1, 0)]
    assert summary.left_out[0].articles == 145
    build(pages, tmp_path / "two", selection=chosen, workers=2, split="2")
    split = b"".join(path.read_bytes() for path in sorted((tmp_path / "two").glob("all-*.jsonl")))
    assert split == (tmp_path / "one" / "all.jsonl").read_bytes()


def test_a_lost_part_and_a_lost_volume_are_made_again(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 10)
    build(pages, tmp_path / "out")
    before = everything(tmp_path / "out")
    (tmp_path / "out" / "all.jsonl").unlink()
    next((tmp_path / "out" / ".newsconvert" / "parts").iterdir()).write_bytes(b"torn")
    assert build(pages, tmp_path / "out").made == 1
    assert everything(tmp_path / "out") == before


def test_the_same_bytes_twice_keep_ids_apart_wherever_they_stand(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 200)
    for name in ("0001.txt", "0150.txt"):
        (pages / f"9{name}").write_bytes((pages / name).read_bytes())
    build(pages, tmp_path / "out")
    lines = (tmp_path / "out" / "all.jsonl").read_bytes().splitlines()
    assert sum(b"/90150.txt" in line for line in lines) == sum(b"/0150.txt" in line for line in lines) >= 1
    assert len({line.split(b'"id":"')[1].split(b'"')[0] for line in lines}) == len(lines)
    (tmp_path / "out" / "all.jsonl").unlink()
    before = everything(tmp_path / "out" / ".newsconvert")
    build(pages, tmp_path / "out")
    assert everything(tmp_path / "out" / ".newsconvert") == before


def test_a_strangers_file_is_not_replaced_without_force(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 3)
    target = tmp_path / "out" / "all.jsonl"
    target.parent.mkdir()
    target.write_text("mine")
    with pytest.raises(CannotWriteError, match="not made by a run"):
        build(pages, tmp_path / "out")
    assert target.read_text() == "mine"
    build(pages, tmp_path / "out", force=True)
    assert target.read_text() != "mine"
    target.write_text("edited since")
    with pytest.raises(CannotWriteError, match="changed since"):
        build(pages, tmp_path / "out")


def test_a_file_of_a_run_of_another_name_is_not_replaced_without_force(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path / "in", 3), tmp_path / "out"
    build(pages, out, variants=["tw"])
    with pytest.raises(CannotWriteError, match=r"all\.tw\.jsonl: there already, made by the run 'all'"):
        build(pages, out, name="all.tw")
    build(pages, out, name="all.tw", force=True)


def test_no_volume_takes_the_name_of_another(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path / "in", 1), tmp_path / "out"
    for name, text in (("a.txt", "第一篇"), ("a.tw.txt", "第二篇"), ("A.TW.txt", "第三篇")):
        (pages / name).write_text(f"{text}报道的标题\n\n内容是{text}。\n", encoding="utf-8")
    how = {"variants": ["original", "tw"], "split": "page"}
    summary = build(pages, out, **how)
    assert len({made.name.lower() for made in summary.written}) == 8
    assert sum((out / made.name).read_bytes().count(b"\n") for made in summary.written) == 2 * summary.articles
    assert build(pages, out, **how).made == 0


def test_a_newspapers_long_name_is_cut_for_its_volumes(make_pages: MakePages, tmp_path: Path) -> None:
    reading = ReadingOptions(paper="长" * 100)
    (made,) = build(make_pages(tmp_path / "in", 1), tmp_path / "out", split="issue", reading=reading).written
    assert made.articles == 1


@pytest.mark.parametrize("what", ["folder", "pipe", "loop"])
@pytest.mark.parametrize("split", [None, "9"])
def test_something_in_the_way_that_is_no_file_is_told(
    what: str, split: str | None, make_pages: MakePages, tmp_path: Path
) -> None:
    place = tmp_path / "out" / ("all.jsonl" if split is None else "all-0001.jsonl")
    place.parent.mkdir()
    make: dict[str, Callable[[], None]] = {
        "folder": place.mkdir, "pipe": lambda: os.mkfifo(place), "loop": lambda: place.symlink_to(place.name)
    }  # fmt: skip
    make[what]()
    cure = "check the folder" if what == "loop" else "move it away"
    with pytest.raises(CannotWriteError, match=f"{place.name}.*; {cure}"):
        build(make_pages(tmp_path / "in", 1), tmp_path / "out", split=split)


def test_formats_whose_files_would_have_one_name_are_not_made_together(
    make_pages: MakePages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writers.find("txt"), "extension", "MD")
    pages = make_pages(tmp_path / "in", 1)
    with pytest.raises(BadOptionError, match="'md' and 'txt'"):
        build(pages, tmp_path / "out", formats=["md", "txt"])
    assert build(pages, tmp_path / "out", formats=["txt", "txt"]).written


def test_what_the_folder_refuses_to_give_back_is_told(
    make_pages: MakePages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, out = make_pages(tmp_path / "in", 3), tmp_path / "out"
    real: Any = io.open
    build(pages, out, variants=["tw"])

    for kind in ("bundles", "parts", "files", "manifests", "all.tw.jsonl"):

        def broken(file: object, *how: Any, kind: str = kind, **more: Any) -> Any:
            if kind in str(file):
                raise OSError(errno.EIO, "Input/output error", str(file))
            return real(file, *how, **more)

        monkeypatch.setattr("builtins.open", broken)
        monkeypatch.setattr("io.open", broken)
        with pytest.raises(CannotWriteError, match=f"{kind}.*: input/output error; check the folder"):
            build(pages, out, variants=["tw"])
        monkeypatch.undo()


def test_parts_that_somebody_takes_away_meanwhile_are_told_and_made_again(
    make_pages: MakePages, tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path / "in", 3), tmp_path / "out"

    def thief(progress: Progress) -> None:
        if progress.stage == "writing":
            shutil.rmtree(out / ".newsconvert" / "parts", ignore_errors=True)

    job = Job(paths=[pages], folder=out, name="all", formats=["jsonl"], workers=1)
    with pytest.raises(MissingInputError, match="gone since it was made; run the same command again"):
        run(job, thief)
    assert run(job).made == 1


def test_pages_that_come_while_others_are_read_disturb_no_copy(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path / "in", 300), tmp_path / "out"
    (pages / "0290.txt").write_bytes((pages / "0100.txt").read_bytes())

    def neighbour(progress: Progress) -> None:
        if progress.done == 300:
            make_pages(tmp_path / "in" / "0", 100, first=1000)  # bundles of their own before all others

    job = Job(paths=[pages], folder=out, name="all", formats=["jsonl"], workers=1)
    summary = run(job, neighbour)
    records = [json.loads(line) for line in (out / "all.jsonl").read_text("utf-8").splitlines()]
    assert (summary.pages, len({record["id"] for record in records})) == (300, len(records))
    assert {record["source"][0]["path"] for record in records} == {f"{pages}/{n:04}.txt" for n in range(300)}


def test_copies_whose_neighbours_go_while_they_are_read_are_told(make_pages: MakePages, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path / "in", 300), tmp_path / "out"
    (pages / "0290.txt").write_bytes((pages / "0100.txt").read_bytes())

    def thief(progress: Progress) -> None:
        if progress.done == 300:
            (pages / "0299.txt").unlink(missing_ok=True)

    job = Job(paths=[pages], folder=out, name="all", formats=["jsonl"], workers=1)
    with pytest.raises(MissingInputError, match="pages came or went while they were read; run the same command again"):
        run(job, thief)
    assert run(job).pages == 299


def test_parts_left_by_a_run_killed_at_its_very_end_are_taken_away_by_the_next(
    make_pages: MakePages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, out = make_pages(tmp_path / "in", 3), tmp_path / "out"
    build(pages, out)
    (pages / "0009.txt").write_bytes((pages / "0000.txt").read_bytes()[:300])

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("convert.batch.store.Folder.remove", killed)
    with pytest.raises(KeyboardInterrupt):
        build(pages, out)
    monkeypatch.undo()
    build(pages, out)
    assert len(list((out / ".newsconvert" / "parts").iterdir())) == 1


def test_volumes_of_an_earlier_split_are_named_and_removed_only_when_asked(
    make_pages: MakePages, tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path / "in", 6), tmp_path / "out"
    build(pages, out, split="2", formats=["jsonl", "txt"])
    build(pages, out, split="2", name="other")
    (out / "all-0002.jsonl").write_text("changed by hand")
    (out / "all-0004.jsonl").write_text("a stranger's")
    assert build(pages, out).earlier.left == tuple(f"all-000{n}.jsonl" for n in (1, 2, 3))
    told = rehearse(Job(paths=[pages], folder=out, name="all", formats=["jsonl"], prune=True))
    assert ("remove", f"{out}/all-0003.jsonl") in {(fate, name) for name, fate in told.files or ()}
    earlier = build(pages, out, prune=True).earlier
    assert (earlier.removed, earlier.left) == (("all-0001.jsonl", "all-0003.jsonl"), ("all-0002.jsonl",))
    there = {path.name for path in out.iterdir() if path.is_file()}
    assert there == {
        "all.jsonl", "all-0002.jsonl", "all-0004.jsonl", *(f"all-000{n}.txt" for n in (1, 2, 3)),
        *(f"other-000{n}.jsonl" for n in (1, 2, 3)),
    }  # fmt: skip


def test_nothing_is_removed_while_an_input_is_missing(make_pages: MakePages, tmp_path: Path) -> None:
    here, there, out = make_pages(tmp_path / "here", 2), make_pages(tmp_path / "there", 2, first=2), tmp_path / "out"
    paths = [here, there]
    run(Job(paths=paths, folder=out, name="all", formats=["jsonl"], split="page"))
    there.rename(tmp_path / "elsewhere")
    job = Job(paths=paths, folder=out, name="all", formats=["jsonl"], split="page", prune=True)
    assert (run(job).earlier.removed, len(list(out.glob("*.jsonl")))) == ((), 4)
    there.mkdir()  # as a disk that isn't mounted
    assert (run(job).earlier.removed, len(list(out.glob("*.jsonl")))) == ((), 4)
    assert len(run(replace(job, paths=[here])).earlier.removed) == 2


def test_a_second_run_in_the_folder_is_refused(make_pages: MakePages, tmp_path: Path) -> None:
    from convert.batch.store import Folder

    pages = make_pages(tmp_path / "in", 3)
    with Folder(str(tmp_path / "out")).locked(), pytest.raises(BusyError, match="another run is working here"):
        build(pages, tmp_path / "out")
    build(pages, tmp_path / "out")


def test_a_folder_that_cant_be_locked_is_refused(
    make_pages: MakePages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", flock)
    with pytest.raises(CannotWriteError, match=r"has no locks \(no locks available\)"):
        build(make_pages(tmp_path / "in", 1), tmp_path / "out")


def test_pages_that_fail_are_told_and_stop_nothing(make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 3)
    summary = run(Job(paths=[pages, tmp_path / "none"], folder=tmp_path / "out", name="all", formats=["jsonl"]))
    assert [failure.exit_code for failure in summary.failures] == [66]
    assert summary.pages == 3


@pytest.mark.parametrize("split", ["0", "-1", "week", "1.5", ""])
def test_a_split_that_is_none_is_refused(split: str, tmp_path: Path) -> None:
    with pytest.raises(BadOptionError):
        build(tmp_path, tmp_path / "out", split=split)
