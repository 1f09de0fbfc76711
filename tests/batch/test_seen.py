"""What a user sees of a run: nothing when quiet, lines while it works, a report, a rehearsal that writes nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from convert.batch.run import Progress
from convert.cli import progress
from tests.conftest import Program

MakePages = Callable[..., Path]


def test_a_quiet_run_says_nothing_and_reports_in_a_file(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 4)
    (pages / "0003.txt").write_bytes(b"")
    report = tmp_path / "report.json"
    run = newsconvert("build", pages, "-o", tmp_path / "out", "--to", "jsonl", "-q", "--report", report)
    assert run.returncode == 1
    assert run.stderr.count(b"\n") == 1
    told = json.loads(report.read_bytes())
    assert (told["pages"], told["made"]) == (3, 1)
    assert [(f["path"], f["exit_code"]) for f in told["failures"]] == [(f"{pages}/0003.txt", 65)]
    assert told["files"][0]["bytes"] == (tmp_path / "out" / "in.jsonl").stat().st_size
    (pages / "0003.txt").unlink()
    run = newsconvert("build", pages, "-o", tmp_path / "out", "--to", "jsonl", "-q")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


def test_a_rehearsal_tells_and_writes_nothing(make_pages: MakePages, newsconvert: Program, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 3)
    out = tmp_path / "out"
    run = newsconvert("build", pages, "-o", out, "--to", "jsonl", "--dry-run")
    assert run.stdout.decode().splitlines() == ["read 3 of 3 pages", f"make {out}/in.jsonl"]
    assert not out.exists()
    assert newsconvert("build", pages, "-o", out, "--to", "jsonl", "-q").returncode == 0
    (out / "in.csv").write_text("mine")
    run = newsconvert("build", pages, "-o", out, "--to", "jsonl", "--to", "csv", "--dry-run")
    assert run.stdout.decode().splitlines() == [
        "read 0 of 3 pages",
        f"keep {out}/in.jsonl",
        f"in the way {out}/in.csv",
    ]


def test_without_a_terminal_a_long_run_says_a_line_every_few_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    monkeypatch.delenv("NEWSCONVERT_PROGRESS")
    with progress.Shown(quiet=False) as shown:
        for done in range(0, 1001, 50):
            shown(Progress("reading", done, 2000, done // 500))
            clock[0] += 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "reading: 250 of 2,000 pages, 50 a second, 35 s left"
    assert said[-1] == "reading: 1,000 of 2,000 pages, 50 a second, 20 s left, 2 failed"
    assert len(said) == 4


def test_a_short_run_shows_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.Shown(quiet=False) as shown:
        shown(Progress("reading", 5, 5, 0))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("told", "lines"), [("0", 0), ("2.5", 6)])
def test_the_environment_says_how_often_a_line_is_wanted(
    told: str, lines: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    monkeypatch.setenv("NEWSCONVERT_PROGRESS", told)
    with progress.Shown(quiet=False) as shown:
        for done in range(20):
            shown(Progress("reading", done, 20, 0))
            clock[0] += 1
    assert len(capsys.readouterr().err.splitlines()) == lines


def test_an_environment_that_says_nonsense_is_refused(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 1)
    run = newsconvert("build", pages, "-o", tmp_path / "out", "--to", "jsonl", NEWSCONVERT_PROGRESS="often")
    assert (run.returncode, run.stderr.count(b"\n")) == (2, 1)
    assert b"NEWSCONVERT_PROGRESS=often: give a number of seconds" in run.stderr
