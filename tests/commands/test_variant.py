"""`newsconvert variant` as a user types it."""

import json
from pathlib import Path

from convert import record
from tests.articles import article
from tests.conftest import Program


def test_a_pipe_comes_out_line_for_line(newsconvert: Program) -> None:
    done = newsconvert("variant", "--to", "tw", stdin="“头发”\r\n\n里面".encode())
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == "「頭髮」\r\n\n裡面"


def test_names_further_down_a_file_count_for_its_beginning(newsconvert: Program, tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("泽于走了。\n我跟泽于去。\n泽于，你看。\n泽于的伞。\n", "utf-8")
    done = newsconvert("variant", "--to", "hk", path)
    assert done.stdout.decode().splitlines()[0] == "澤于走了。"
    assert newsconvert("variant", "--to", "hk", "-", stdin=path.read_bytes()).stdout == done.stdout


def test_bytes_that_are_no_text_nul_and_private_characters_go_through(newsconvert: Program) -> None:
    odd = "汉\x00".encode() + b"\xff" + "\ue000发".encode()
    assert newsconvert("variant", "-t", "t", stdin=odd).stdout == "漢\x00".encode() + b"\xff" + "\ue000發".encode()


def test_a_file_in_gb18030_and_one_in_utf_16_are_read(newsconvert: Program, tmp_path: Path) -> None:
    text = "工会干部到社区理发，职工们说这里的服务很好。\n" * 20
    for encoding in ("gb18030", "utf-16"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        done = newsconvert("variant", "--to", "tw", path)
        assert done.stdout.decode().startswith("工會幹部到社區理髮，職工們說這裡的服務很好。\n"), done.stderr.decode()
        assert done.stdout.count(b"\n") == 20


def test_records_come_out_as_records(newsconvert: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(record.encode_lines([article()])))
    done = newsconvert("variant", "--to", "tw", path)
    (got,) = record.decode_lines(done.stdout.splitlines(keepends=True), "stdout")
    assert got.language == "zh-Hant-TW"
    assert got.people[0].name == "余翠平"


def test_own_words_quotes_and_both_reports(newsconvert: Program, tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text("头发\t頭发\n", "utf-8")
    for ending in ("jsonl", "html"):
        report = tmp_path / f"report.{ending}"
        done = newsconvert(
            "variant", "-t", "tw", "--quotes", "keep", "--terms", tmp_path / "terms.tsv", "--report", report,
            stdin="“头发里”".encode(),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout.decode() == "“頭发裡”"
    first = json.loads((tmp_path / "report.jsonl").read_text("utf-8").splitlines()[0])
    assert first["source"] == "里"
    assert first["alternatives"]
    assert "<mark>里</mark>" in (tmp_path / "report.html").read_text("utf-8")


def test_a_choice_that_quotes_does_not_have_is_a_usage_error(newsconvert: Program) -> None:
    done = newsconvert("variant", "--to", "tw", "--quotes", "both")
    assert done.returncode == 2
    assert b"keep" in done.stderr


def test_quotes_and_own_words_reach_a_book(newsconvert: Program, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(record.encode_lines([article()])))
    (tmp_path / "terms.tsv").write_text("头发\t頭发\n", "utf-8")
    done = newsconvert(
        "write", tmp_path / "a.jsonl", "--to", "jsonl", "-o", "-", "--variant", "tw", "--quotes", "keep",
        "--terms", tmp_path / "terms.tsv",
    )  # fmt: skip
    (got,) = record.decode_lines(done.stdout.splitlines(keepends=True), "stdout")
    assert got.body[0].text == "“這裡的頭发由志願者理，”余翠平說，“大家都很滿意。”"


def test_output_goes_to_a_file_when_asked(newsconvert: Program, tmp_path: Path) -> None:
    done = newsconvert("variant", "-t", "cn", "-o", tmp_path / "out.txt", stdin="頭髮".encode())
    assert done.stdout == b""
    assert (tmp_path / "out.txt").read_text("utf-8") == "头发"


def test_an_unknown_script_a_missing_file_and_a_wrong_ending_are_one_line_each(newsconvert: Program) -> None:
    for arguments, code, words in (
        (("--to", "mo"), 2, "twp"),
        (("--to", "tw", "none.txt"), 66, "none.txt"),
        (("--to", "tw", "--report", "r.pdf"), 2, ".html"),
    ):
        done = newsconvert("variant", *arguments)
        assert done.returncode == code
        assert words in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
        assert done.stdout == b""
