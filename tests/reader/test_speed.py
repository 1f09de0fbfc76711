"""Reading takes time in proportion to the page, however long its lines are."""

import time
from collections.abc import Sequence

import pytest

from convert import profiles
from convert.reader import PageFile, read_page
from convert.reader.decoding import Decoded
from convert.reader.folioparts import parts_of
from convert.reader.leads import take_closing
from convert.reader.lines import split
from convert.reader.path import Decision, Label
from convert.reader.people import people_in, signed
from convert.reader.setting import RULES, Rule
from convert.reader.setting.apart import part_pictures, part_words_to_readers
from convert.reader.setting.briefs import part_briefs, raise_small_heads, raise_titles_of_pieces
from convert.reader.setting.crossheads import lower_series, lower_turns, raise_crossheads
from convert.reader.setting.endings import lower_senders
from convert.reader.shapes import shape_of
from convert.reader.sights import see
from tests.reader.pages import BODY, LEAD, MORE

STORY = "\n\n".join(("公交保修分公司工会慰问雨中值守职工", LEAD, BODY[:31], BODY[31:], MORE))


WHENCE = ("湖北", "营养师 ", "市工会", "司马 ", "王 ", "摘自《字》 ", "小 渔、", "字")


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
    "piece",
    [
        "摄 ",
        "图 ",
        "文图",
        "文/",
        "记者 文/",
        "摄影 图片 ",
        "供图、",
        "编辑 ",
        "编辑 王 ",
        "画 ",
        "王 勇摄",
        "司马 ",
        "主讲：",
    ],
)
def test_a_line_of_what_people_do_for_a_story_is_taken_apart_at_once(piece: str) -> None:
    start = time.process_time()
    signed((piece * 120)[:120])
    shape_of((piece * 90)[:90])
    assert time.process_time() - start < 0.3  # if each word could be tried as two things, it would take years


@pytest.mark.parametrize("piece", WHENCE)
def test_a_closing_bracket_and_a_byline_of_any_length_are_taken_apart_at_once(piece: str) -> None:
    start = time.process_time()
    take_closing(f"{STORY}（{(piece * 160)[:160]}）")
    people_in(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "piece", ["编辑 王", "编辑 ", "电话:1", "0 ", "(0/", "市主办、", "一二", "本报地址:", "字", "字 ", "a@b."]
)
def test_a_line_like_furniture_is_taken_apart_at_once(piece: str) -> None:
    parts_of("2024年2月1日 星期四", whole=True)
    start = time.process_time()
    parts_of((piece * 90)[:90])
    parts_of((piece * 90)[:90], whole=True)
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize("name", ["泽州", "泽州港区", "校园简讯", "公交保修分公司工会慰问雨中值守职工"])
def test_a_page_of_many_short_lines_each_over_a_paragraph_is_read_at_once(name: str) -> None:
    count = 1_000_000 // len(f"{name}{BODY}00000\n\n\n\n".encode())
    assert seconds("\n\n".join(f"{name}\n\n{BODY[:20]}{n}{BODY[20:]}" for n in range(count))) < 4


SERIES = "泽州港区：海员体检不用下船"
TITLE, MORE_TITLE, CROSSHEAD, SHORT = Label.TITLE, Label.SUBTITLE, Label.CROSSHEAD, Label.SHORT
PARAGRAPH, CONTINUES, CREDIT = Label.PARAGRAPH, Label.CONTINUES, Label.CREDIT


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        (lower_series, [(TITLE, SERIES), (MORE_TITLE, SERIES)]),
        (lower_series, [(TITLE, SERIES), (MORE_TITLE, SERIES), (PARAGRAPH, BODY)]),
        (raise_crossheads, [(CROSSHEAD, "舵轮进了陈列室"), (PARAGRAPH, BODY)]),
        (raise_crossheads, [(CROSSHEAD, "舵轮进了陈列室"), (SHORT, "舵轮"), (PARAGRAPH, BODY)]),
        (part_pictures, [(CONTINUES, BODY)]),
        (part_pictures, [(CONTINUES, BODY), (CREDIT, "李明 摄")]),
        (part_briefs, [(SHORT, "校园简讯"), (PARAGRAPH, BODY)]),
        (part_briefs, [(SHORT, "校园简讯"), (PARAGRAPH, BODY), (SHORT, "舵轮")]),
        (raise_small_heads, [(Label.SECTION, "港城新闻"), (SHORT, "舵轮进了陈列室"), (PARAGRAPH, BODY)]),
        (
            raise_titles_of_pieces,
            [(TITLE, "舵轮进了陈列室"), (PARAGRAPH, BODY), (CROSSHEAD, "舵轮"), (PARAGRAPH, BODY)],
        ),
        (raise_titles_of_pieces, [(CROSSHEAD, "舵轮进了陈列室"), (PARAGRAPH, BODY)]),
        (lower_turns, [(CROSSHEAD, "商报：那为什么不停下来？"), (PARAGRAPH, BODY)]),
        (lower_senders, [(PARAGRAPH, BODY), (TITLE, "湖南 龙开明等17人")]),
        (part_words_to_readers, [(PARAGRAPH, BODY), (CREDIT, "李明 摄")]),
    ],
)
def test_a_rule_looks_at_each_line_a_few_times_only(rule: Rule, rows: Sequence[tuple[Label, str]]) -> None:
    count = 12_000 // len(rows)
    rows = [(label, text.replace(BODY, f"第{n}条{BODY}")) for n in range(count) for label, text in rows]
    rows.append((PARAGRAPH, BODY))
    page = see(list(split(Decoded("\n\n".join(text for _, text in rows), "utf-8")).lines), profiles.load())
    decisions = [Decision(label, 1.0, None) for label, _ in rows]
    places = [i for i, (label, _) in enumerate(rows) if label in RULES[rule]]
    start = time.process_time()
    rule(page, decisions, places)
    assert time.process_time() - start < 0.6  # from each line to the end of the page it would be several seconds


def test_a_page_whose_lines_are_all_full_is_put_together_at_once() -> None:
    assert seconds("19:30 新闻联播\n" * 60_000) < 1  # line after line it would be seven
