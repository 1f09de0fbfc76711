"""A digest of chosen articles, as a user types it."""

import datetime
import io
import json
from pathlib import Path

import docx
import pytest

from convert import record
from tests.articles import article
from tests.conftest import Program

DAY = datetime.date(2024, 5, 1)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    made = [article(n, page=1 + n % 2, section="工会" if n < 4 else "要闻", date=DAY) for n in range(6)]
    path.write_bytes(b"".join(record.encode_lines(made)))
    return path


def test_a_digest_of_one_section_by_page(records: Path, tmp_path: Path, newsconvert: Program) -> None:
    out = tmp_path / "digest.docx"
    done = newsconvert(
        "write", records, "--to", "docx", "-o", out, "--digest", "lead", "--annex", "--group-by", "date",
        "--where", "section=工会", "--title", "工会摘报", "-O", "front=none",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert "left out by where section=工会: 2" in done.stderr.decode()
    headings = [p.text for p in docx.Document(str(out)).paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["第1版（2篇）", "第2版（2篇）", "附：全文"]


def test_the_same_choice_can_be_made_of_records(records: Path, newsconvert: Program) -> None:
    done = newsconvert("write", records, "--to", "jsonl", "-o", "-", "--sort", "-page", "--limit", "2", "-v", "之1")
    assert [json.loads(line)["id"][-1] for line in done.stdout.splitlines()] == ["3", "5"]


@pytest.mark.parametrize(
    "options", [("--digest", "none"), ("--annex",), ("--columns", "3"), ("--group-by", "colour"), ("--where", "x=1")]
)
def test_an_option_that_says_nothing_is_one_line_and_exit_code_2(
    options: tuple[str, ...], records: Path, tmp_path: Path, newsconvert: Program
) -> None:
    done = newsconvert("write", records, "--to", "docx", "-o", tmp_path / "out.docx", *options)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert not (tmp_path / "out.docx").exists()


def test_a_digest_goes_to_stdout_too(records: Path, newsconvert: Program) -> None:
    done = newsconvert("write", records, "--to", "docx", "-o", "-", "--digest", "1")
    assert len(docx.Document(io.BytesIO(done.stdout)).paragraphs) > 6
