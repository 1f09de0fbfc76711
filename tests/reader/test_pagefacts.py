"""A page's paper, date and number, from its furniture, its file name, a table or the user."""

import datetime
from pathlib import Path

import pytest

from convert.errors import BadInputError, BadOptionError, MissingInputError
from convert.reader import PageFacts, ReadingOptions, read_page
from convert.reader.numerals import number
from convert.reader.pagefacts import checked_pattern, from_furniture, from_name, iso_date, read_table
from tests.reader.pages import BODY, LEAD, page

DAY = datetime.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (["第03版:工会", "2024年2月1日 星期四"], PageFacts(None, DAY, 3)),
        (["劳动午报 2024年2月1日 星期四"], PageFacts("劳动午报", DAY, None)),
        (["二〇二四年二月一日 星期四", "第十二版"], PageFacts(None, DAY, 12)),
        (["２０２４年２月１日 星期四"], PageFacts(None, DAY, None)),
        (["A4版·综合"], PageFacts(None, None, 4)),
        (["责编 周平"], PageFacts()),
        (["2024年13月45日 星期四"], PageFacts()),
    ],
)
def test_what_furniture_says(lines: list[str], facts: PageFacts) -> None:
    assert from_furniture(lines) == facts


@pytest.mark.parametrize(
    ("stem", "facts"),
    [
        ("2024-02-01_02", PageFacts(None, DAY, 2)),
        ("day_2024-02-01_12", PageFacts(None, DAY, 12)),
        ("20240201-03", PageFacts(None, DAY, 3)),
        ("劳动午报_20240201_第05版", PageFacts("劳动午报", DAY, 5)),
        ("2024_02_01", PageFacts(None, DAY, None)),
        ("劳动午报 2024年2月1日 第3版", PageFacts("劳动午报", DAY, 3)),
        ("劳动午报20240201第03版：工会", PageFacts("劳动午报", DAY, 3)),
        ("劳动午报_03版_2024-02-01", PageFacts("劳动午报", DAY, 3)),
        ("rmrb2024020104", PageFacts(None, DAY, 4)),
        ("2024-2-1-3", PageFacts(None, DAY, 3)),
        ("A03_20240201", PageFacts(None, DAY, 3)),
        ("nw.D110000renmrb_20240201_2-04", PageFacts(None, DAY, 4)),
        ("聯合報_2024-02-01_A04", PageFacts("聯合報", DAY, 4)),
        ("2024-02-01_00", PageFacts(None, DAY, None)),
        ("000_404f4b5e5babe3ac", PageFacts()),
        ("mix_5_000", PageFacts()),
        ("2024-13-01_02", PageFacts()),
    ],
)
def test_what_a_file_name_says(stem: str, facts: PageFacts) -> None:
    assert from_name(stem) == facts


def test_a_pattern_of_the_users_own() -> None:
    assert from_name("wb.p07.240201", r"\.p(?P<page>\d+)\.") == PageFacts(None, None, 7)


def test_a_pattern_without_a_known_group_is_refused() -> None:
    with pytest.raises(BadOptionError, match="named group"):
        checked_pattern(r"(\d+)")


def test_a_pattern_that_is_no_regular_expression_is_refused() -> None:
    with pytest.raises(BadOptionError, match="no regular expression"):
        checked_pattern("(?P<date>")


def test_the_furniture_tells_more_than_the_file_name() -> None:
    reading = read_page(page("第03版:工会", "一个很好的标题在这里", LEAD, BODY, path="2024-02-01_09.txt"))
    assert reading.facts == PageFacts(None, DAY, 3)
    assert (reading.articles[0].date, reading.articles[0].page) == (DAY, 3)


def test_the_users_word_tells_more_than_the_page_and_the_table_most() -> None:
    file = page("第03版:工会", "2023年1月1日 星期日", "一个很好的标题在这里", LEAD, BODY, path="a.txt")
    told = ReadingOptions(paper="劳动午报", date=DAY)
    assert read_page(file, told).facts == PageFacts("劳动午报", DAY, 3)
    listed = ReadingOptions(paper="劳动午报", meta={"a.txt": PageFacts("北京日报", None, 7)})
    assert read_page(file, listed).facts == PageFacts("北京日报", datetime.date(2023, 1, 1), 7)


def test_a_table_is_read_with_its_columns_in_any_order(tmp_path: Path) -> None:
    table = tmp_path / "pages.csv"
    table.write_text("\ufeffpage,file,date,paper\n3,a.txt,2024-02-01,劳动午报\n,b.txt,,\n", "utf-8")
    assert read_table(table) == {"a.txt": PageFacts("劳动午报", DAY, 3), "b.txt": PageFacts()}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("file,date\na.txt,gestern\n", ":2: 'gestern' is no date"),
        ("name\na.txt\n", "no column 'file'"),
        ("file,page\na,x\n", "'x' is no page"),
    ],
)
def test_a_table_that_cannot_be_used_is_an_error_with_its_row(tmp_path: Path, text: str, problem: str) -> None:
    table = tmp_path / "pages.csv"
    table.write_text(text, "utf-8")
    with pytest.raises(BadInputError, match=problem):
        read_table(table)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"no\.csv"):
        read_table(tmp_path / "no.csv")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("０２", 2),
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十一", 21),
        ("一百零三", 103),
        ("〇三", 3),
        ("①", 1),
        ("⑳", 20),
        ("㉑", None),
        ("²", None),
        ("x", None),
    ],
)
def test_page_numbers_in_all_figures(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "date"),
    [("2024-02-01", DAY), ("20240201", DAY), ("2024.2.1", DAY), ("2024-02.01", None), ("2024-02-30", None), ("", None)],
)
def test_dates_are_read_strictly(text: str, date: datetime.date | None) -> None:
    assert iso_date(text) == date
