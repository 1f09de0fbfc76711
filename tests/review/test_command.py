"""`newsconvert review` as a shell citizen, and the file it makes."""

import re
from pathlib import Path

import pytest

from convert.reader import PageFile, ReadingOptions
from convert.review.html import document, is_ours
from convert.review.sheets import sheet
from tests.conftest import Program


def test_the_file_is_the_same_each_time_and_says_how_much_is_in_it(
    newsconvert: Program, pages: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "one.html", tmp_path / "two.html"
    made = newsconvert("review", pages, "-o", first)
    assert made.stdout == b""
    assert b"one.html: 2 pages" in made.stderr
    assert newsconvert("review", pages, "-o", second, "--quiet").stderr == b""
    assert first.read_bytes() == second.read_bytes()
    assert newsconvert("review", pages, "-o", "-").stdout == first.read_bytes()


def test_a_strangers_file_is_replaced_only_when_forced(newsconvert: Program, pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    out.write_text("mine", "utf-8")
    refused = newsconvert("review", pages, "-o", out)
    assert refused.returncode == 73
    assert b"--force" in refused.stderr
    assert out.read_text("utf-8") == "mine"
    assert newsconvert("review", pages, "-o", out, "--force").returncode == 0
    assert is_ours(out)
    assert newsconvert("review", pages, "-o", out).returncode == 0


def test_what_cannot_be_read_is_named_and_the_rest_is_reviewed(
    newsconvert: Program, pages: Path, tmp_path: Path
) -> None:
    (pages / "b.txt").write_bytes(b"")
    out = tmp_path / "review.html"
    made = newsconvert("review", pages, tmp_path / "none.txt", "-o", out)
    assert made.returncode == 1
    assert b"b.txt: the file is empty" in made.stderr
    assert b"none.txt" in made.stderr
    assert out.read_bytes().count(b'id="page-') == 1
    assert newsconvert("review", tmp_path / "none.txt", "-o", tmp_path / "no.html").returncode == 66
    assert not (tmp_path / "no.html").exists()


def test_a_page_named_twice_is_reviewed_once(newsconvert: Program, pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    newsconvert("review", pages, pages / "a.txt", pages / ".." / "pages" / "a.txt", "-o", out)
    assert out.read_bytes().count(b'id="page-') == 2


@pytest.mark.parametrize("arguments", [[], ["--serve", "-o", "x.html"]])
def test_one_of_file_and_server_is_to_be_named(newsconvert: Program, pages: Path, arguments: list[str]) -> None:
    refused = newsconvert("review", pages, *arguments)
    assert refused.returncode == 2
    assert b"either -o FILE.html or --serve" in refused.stderr


def test_no_text_of_a_page_can_end_its_script_element() -> None:
    hostile = "</script><!--<script>\u2028]]> \ud800 &lt;/script&gt;"
    page = PageFile(
        f"{hostile}.txt", f"{hostile}\n\n本报讯（记者 马超）昨天，{hostile}。\n".encode("utf-8", "surrogatepass")
    )
    made = document([sheet(page, ReadingOptions(), frozenset())])
    made.encode("utf-8")
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', made, re.DOTALL)
    assert len(blocks) == 2
    assert not any("<" in block or ">" in block for block in blocks)
    assert made.count("<script") == 3
