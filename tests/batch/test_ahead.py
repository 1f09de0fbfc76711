"""What a process does that was begun ahead is what this one would have done, and its death costs time only."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from convert import beside, writers
from convert.batch import ahead
from convert.batch.ahead import Ahead
from convert.batch.conversion import Conversion, converted
from convert.batch.job import Job
from convert.batch.receipts import Records
from convert.batch.run import Progress, run
from convert.cli.batch_flags import RunFlags
from convert.cli.build import _ahead
from convert.cli.variant_flags import VariantFlags
from convert.errors import CannotWriteError
from tests.batch.conftest import everything

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only"),
    pytest.mark.usefixtures("room_for_a_fork"),
]

FORMATS = ("epub", "docx", "jsonl")


def die() -> None:
    """End this process as the system does when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def made(pages: Path, folder: Path, helper: Ahead | None, **asked: Any) -> dict[str, str]:
    """What a run of three formats leaves."""
    run(Job(paths=[str(pages)], folder=folder, name="book", formats=FORMATS, **asked), ahead=helper)
    return everything(folder)


def test_files_written_by_a_process_begun_ahead_are_the_same(make_pages: Callable[..., Path], tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 12)
    alone = made(pages, tmp_path / "alone", None, workers=1)
    helper = Ahead(partial(writers.prepare, FORMATS), converts=False)
    assert made(pages, tmp_path / "helped", helper) == alone
    assert not helper._fork.is_mine or helper._fork._process == 0, "it is ended with the run"


def test_the_process_begun_ahead_writes_the_files(
    make_pages: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = Ahead(partial(writers.prepare, FORMATS), converts=False)
    monkeypatch.setattr("convert.batch.assembly.make_file", lambda _: pytest.fail("this process wrote one"))
    pages = make_pages(tmp_path / "in", 3)
    assert len([name for name in made(pages, tmp_path / "out", helper) if "/" not in name]) == 3


@pytest.mark.parametrize("variants", [("original",), ("original", "tw")])
def test_a_process_begun_ahead_that_dies_costs_time_only(
    make_pages: Callable[..., Path], tmp_path: Path, variants: tuple[str, ...]
) -> None:
    pages = make_pages(tmp_path / "in", 3)
    alone = made(pages, tmp_path / "alone", None, variants=variants)
    helper = Ahead(die, converts=len(variants) > 1)
    assert made(pages, tmp_path / "out", helper, variants=variants) == alone


def converted_when(there: str, task: Conversion) -> Records:
    """Convert, but not before a file is there."""
    deadline = time.monotonic() + 60
    while not Path(task.store.root, there).exists():
        assert time.monotonic() < deadline, "the file waits for the conversion"
        time.sleep(0.01)
    return converted(task)


def converted_late(task: Conversion) -> Records:
    """Convert, but not before the book is there of the script before."""
    return converted_when({"tw": "book.epub", "hk": "book.tw.epub"}[task.variant], task)


def converted_last(task: Conversion) -> Records:
    """Convert, but not before the last page's volumes are there of the script before."""
    return converted_when({"tw": "book-b.jsonl", "hk": "book-b.tw.jsonl"}[task.variant], task)


def test_the_files_of_one_script_are_written_while_the_next_is_converted(
    make_pages: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = make_pages(tmp_path / "in", 3)
    alone = made(pages, tmp_path / "alone", None, variants=("tw", "hk", "original"))
    helper = ahead.begin([str(pages)], ("tw", "hk"), {}, FORMATS)
    monkeypatch.setattr("convert.batch.parts.converted", converted_late)
    assert made(pages, tmp_path / "out", helper, variants=("tw", "hk", "original")) == alone


def test_progress_goes_on_where_scripts_are_converted_one_after_the_other(
    make_pages: Callable[..., Path], tmp_path: Path
) -> None:
    pages, variants = make_pages(tmp_path / "in", 40), ("original", "tw", "hk")
    seen: list[Progress] = []
    helper = ahead.begin([str(pages)], variants, {}, FORMATS)
    run(Job(paths=[pages], folder=tmp_path / "out", name="book", variants=variants), seen.append, helper)
    assert [(told.done, told.total) for told in seen if told.stage == "converting"] == [(20, 40), (40, 40)]
    writing = [told.done for told in seen if told.stage == "writing"]
    assert writing == sorted(writing)
    assert writing[-1] == 9


def test_files_written_early_have_the_names_that_they_have_among_all(
    make_pages: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = make_pages(tmp_path / "in", 3)
    for number, name in enumerate(("a", "a.tw", "b")):  # `a.tw` would be the `tw` edition of `a`
        (pages / f"{number:04}.txt").rename(pages / f"{name}.txt")
    asked: dict[str, Any] = {"variants": ("original", "tw", "hk"), "split": "page"}
    alone = made(pages, tmp_path / "alone", None, **asked)
    helper = ahead.begin([str(pages)], asked["variants"], {}, FORMATS)
    monkeypatch.setattr("convert.batch.parts.converted", converted_last)
    assert made(pages, tmp_path / "out", helper, **asked) == alone


def test_what_is_in_the_way_of_a_file_written_early_is_refused_and_stays(
    make_pages: Callable[..., Path], tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 3)
    theirs = tmp_path / "out" / "book-0001.docx"
    theirs.parent.mkdir()
    theirs.write_text("somebody else's")
    helper = ahead.begin([str(pages)], ("original", "tw"), {}, FORMATS)
    with pytest.raises(CannotWriteError, match=r"book-0001\.docx: there already"):
        made(pages, tmp_path / "out", helper, variants=("original", "tw"), split="2")
    assert theirs.read_text() == "somebody else's"


def test_what_the_process_begun_ahead_may_not_write_is_refused(make_pages: Callable[..., Path], tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 3)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "book-0001.epub").write_text("somebody else's")
    helper = Ahead(partial(writers.prepare, FORMATS), converts=False)
    with pytest.raises(CannotWriteError, match=r"book-0001\.epub: there already"):
        made(pages, tmp_path / "out", helper, split="2")


def test_a_process_is_begun_for_variants_or_else_for_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    for variants, converts in ((("original", "tw"), True), (("original",), False)):
        helper = ahead.begin([], variants, {}, ("epub",))
        assert helper is not None
        assert helper.converts is converts
        helper.end()
    monkeypatch.setattr(beside, "processors", lambda: 1)
    assert ahead.begin([], ("tw",), {}, ("epub",)) is None


def test_no_process_is_begun_for_what_a_pool_does(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[int | None, str]] = []
    for jobs in (None, 1, 2):
        for variant in ("original", "tw"):
            monkeypatch.setattr(ahead, "begin", lambda *_, asked=(jobs, variant): begun.append(asked))
            _ahead((), (variant,), FORMATS, RunFlags(jobs=jobs), VariantFlags())
    assert begun == [(None, "original"), (None, "tw"), (2, "original")]


def test_no_process_is_begun_for_more_pages_than_one_process_reads(
    make_pages: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "FEW", 2)
    many = [str(make_pages(tmp_path / "a" / "b", 2)), str(make_pages(tmp_path / "c", 1))]
    assert ahead.begin(many, ("tw",), {}, FORMATS) is None
    helper = ahead.begin(many[:1], ("tw",), {}, FORMATS)
    assert helper is not None
    helper.end()


@pytest.mark.parametrize(
    ("paths", "little"), [(["book"], True), (["few", "book"], False), (["none"], False), ([], False)]
)
def test_little_text_is_told_by_the_sizes_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], little: bool
) -> None:
    for folder, size in (("few", ahead.LITTLE), ("book", 100)):
        (tmp_path / folder / "01").mkdir(parents=True)
        (tmp_path / folder / "01" / "page.txt").write_bytes(b"-" * size)
    monkeypatch.chdir(tmp_path)
    assert ahead._are_little(paths) is little


def test_the_process_warms_up_on_the_beginning_of_the_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FORETASTE", 10)
    for name, data in (("1", "一二三四\n五六七八".encode()), ("2", b"\xff\xfe\xb0"), ("3", b"abcdef\nghijkl\n" * 9)):
        (tmp_path / name).write_bytes(data)
    assert list(ahead._foretaste([str(tmp_path / name) for name in "123"])) == ["一二三四", "五六七八", "ab"]


def test_a_pipe_is_left_to_who_reads_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert list(ahead._foretaste([str(tmp_path / "pipe"), str(tmp_path / "none")])) == []


def test_warming_up_ends_with_the_first_question() -> None:
    def load() -> Iterator[int]:
        yield from iter(int, 1)  # for ever

    helper = Ahead(load, converts=True)
    try:
        assert helper.done(abs, [-1]) == [1]
    finally:
        helper.end()
