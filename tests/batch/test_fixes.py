"""A fix file is part of its page: one that comes, changes or goes is a change of the input."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Program
from tests.reader.test_fixes import PAGE, fix_file


def headlines(folder: Path) -> list[str | None]:
    """The headlines of the records of a build."""
    return [json.loads(row)["headline"] for row in (folder / "book.jsonl").read_text("utf-8").splitlines()]


def test_a_run_taken_up_again_sees_that_a_fix_file_came_changed_and_went(newsconvert: Program, tmp_path: Path) -> None:
    page, out = tmp_path / "pages" / "a.txt", tmp_path / "out"
    page.parent.mkdir()
    page.write_text(PAGE, "utf-8")
    fixes = page.with_name("a.txt.fix.toml")

    def build() -> list[str | None]:
        done = newsconvert("build", page.parent, "-o", out, "-t", "jsonl", "--name", "book")
        assert done.returncode == 0, done.stderr.decode()
        return headlines(out)

    plain = build()
    fixes.write_bytes(fix_file(page.read_bytes(), {"number": 7, "label": "headline"}))
    assert build() == [plain[0], "大家都很满意", plain[1]]
    fixes.write_bytes(fix_file(page.read_bytes(), {"number": 7, "label": "section"}))
    assert build() == [plain[0], None, plain[1]]
    fixes.unlink()
    assert build() == plain


@pytest.mark.parametrize("kind", ["zip"])
def test_fix_files_in_an_archive_hold_for_the_pages_in_it(newsconvert: Program, tmp_path: Path, kind: str) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, "utf-8")
    (pages / "a.txt.fix.toml").write_bytes(fix_file(PAGE.encode(), {"number": 7, "label": "headline"}))
    archive = shutil.make_archive(str(tmp_path / "pages"), kind, pages)
    assert newsconvert("parse", archive).stdout.count(b"\n") == 3
