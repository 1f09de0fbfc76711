"""What stands under which heading, in which order, with how many."""

import datetime

import pytest

from convert.model import Article, Kind, Person, Role
from tests.articles import article
from tests.writers.docx.documents import opened, texts, volume, written

DAY1, DAY2 = datetime.date(2024, 5, 1), datetime.date(2024, 5, 2)
BAI, GAO = Person("白莹", Role.REPORTER), Person("高铭", Role.PHOTOGRAPHER)
ARTICLES = (
    article(1, date=DAY2, page=1, section="工会", people=(BAI,)),
    article(2, date=DAY1, page=2, section=None, people=(GAO, BAI), kind=Kind.PHOTO),
    article(3, date=DAY1, page=1, section="要闻", people=(), kind=Kind.COMMENTARY),
    article(4, date=None, page=None, section="工会", people=(BAI, BAI)),
)


def headings(articles: tuple[Article, ...] = ARTICLES, **options: object) -> list[str]:
    return texts(opened(written(volume(articles), **options)), "Heading 1")


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (
            "date",
            [
                "2024年5月1日　第1版（1篇）",
                "2024年5月1日　第2版（1篇）",
                "2024年5月2日　第1版（1篇）",
                "日期不详（1篇）",
            ],
        ),
        ("section", ["工会（2篇）", "要闻（1篇）", "未标栏目（1篇）"]),
        ("kind", ["新闻（2篇）", "图片（1篇）", "评论（1篇）"]),
        ("person", ["白莹（3篇）", "高铭（1篇）", "未署名（1篇）"]),
        ("none", ["报道（4篇）"]),
    ],
)
def test_headings_come_in_order_with_counts(by: str, found: list[str]) -> None:
    assert headings(group_by=by) == found


def test_a_heading_says_only_what_differs() -> None:
    one_day = (article(1, page=1), article(2, page=2))
    assert headings(one_day) == ["第1版（1篇）", "第2版（1篇）"]
    two_papers = (article(1, page=1), article(2, paper="工人日报", page=1))
    assert headings(two_papers) == ["劳动午报　第1版（1篇）", "工人日报　第1版（1篇）"]
    assert headings((article(1, date=None, page=None),)) == ["报道（1篇）"]


def test_every_article_stands_once_and_is_referred_to_under_its_other_people() -> None:
    document = opened(written(volume(ARTICLES), group_by="person"))
    assert len(texts(document, "Heading 2")) == len(ARTICLES)
    (line,) = texts(document, "Reference Line")
    assert line.startswith("台北工会参观康复医院（之2）　见第")


def test_headings_follow_the_script_of_the_volume() -> None:
    hant = volume(ARTICLES, language="zh-Hant-TW")
    assert texts(opened(written(hant, group_by="kind")), "Heading 1")[0] == "新聞（2篇）"
