"""Reading takes time in proportion to the page, however long its lines are."""

import time

import pytest

from convert.reader import PageFile, read_page
from convert.reader.people import signed
from convert.reader.shapes import shape_of
from tests.reader.pages import BODY, LEAD, MORE

STORY = "\n\n".join(("公交保修分公司工会慰问雨中值守职工", LEAD, BODY[:31], BODY[31:], MORE))


def seconds(text: str) -> float:
    """Processor time to read a page."""
    page = PageFile("page.txt", text.encode())
    start = time.process_time()
    read_page(page)
    return time.process_time() - start


def test_ten_times_the_page_takes_about_ten_times_as_long() -> None:
    seconds(STORY)
    assert seconds("\n\n\n\n".join([STORY] * 800)) < 25 * max(seconds("\n\n\n\n".join([STORY] * 80)), 0.02)


@pytest.mark.parametrize(
    "piece", ["字", "（", "“", "1", "字 ", "（记者 ", "(上接第2版)", "记者丁子、", "。", "——", "1、"]
)
def test_a_line_of_a_million_bytes_is_read_at_once(piece: str) -> None:
    line = piece * (1_000_000 // len(piece.encode()))
    page = f"标题在这里好\n\n{line}\n\n本报讯（记者 白莹）{line}\n\n{BODY}（下转第3版）{line}"
    assert seconds(page) < 20  # in proportion to the square of its length it would be minutes


@pytest.mark.parametrize(
    "piece", ["摄 ", "图 ", "文图", "文/", "记者 文/", "摄影 图片 ", "供图、", "编辑 ", "编辑 王 "]
)
def test_a_line_of_what_people_do_for_a_story_is_taken_apart_at_once(piece: str) -> None:
    start = time.process_time()
    signed((piece * 120)[:120])
    shape_of((piece * 90)[:90])
    assert time.process_time() - start < 0.3  # if each word could be tried as two things, it would take years
