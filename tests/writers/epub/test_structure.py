"""How a book is put together: reading order, contents, page list, landmarks, NCX, links between articles."""

import datetime
import re

import pytest

from convert.errors import BadInputError
from convert.model import Kind, Note, Source
from convert.writers.epub import Epub
from tests.writers.epub.volumes import OPS, XHTML, Opened, article, by_class, day_articles, text_of, volume, written

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


def _outline(element: object) -> list[object]:
    """A list's labels, each followed by the list under it."""
    found: list[object] = []
    for item in element.find(f"{XHTML}ol"):  # type: ignore[attr-defined]
        found.append(text_of(item[0]))
        if len(item) > 1:
            found.append(_outline(item))
    return found


def test_articles_are_grouped_by_day_and_page() -> None:
    days = _outline(Opened.of(day_articles()).nav("toc"))
    assert days[:2] == [
        "2023年8月1日\u3000星期二",
        ["第1版", [f"1日1版 第{n}条新闻" for n in (1, 2, 3)], "第2版", [f"1日2版 第{n}条新闻" for n in (1, 2, 3)]],
    ]
    assert days[2] == "2023年8月2日\u3000星期三"


def test_the_contents_end_with_the_index_and_the_imprint() -> None:
    book = Opened.of(day_articles())
    assert _outline(book.nav("toc"))[-2:] == ["署名索引", "关于本书"]
    points = next(iter(book.tree("toc.ncx").iter(f"{NCX}navMap")))
    assert [point.find(f"{NCX}content").get("src") for point in points][-2:] == ["people.xhtml", "imprint.xhtml"]


def test_one_day_is_grouped_by_page_alone() -> None:
    assert _outline(Opened.of(day_articles()[:6]).nav("toc"))[0] == "第1版"


def test_articles_without_a_day_or_page_are_grouped_by_section() -> None:
    articles = [
        article("甲", section="要闻"),
        article("乙", section="要闻"),
        article("丙"),
        article("丁", section="副刊"),
    ]
    assert _outline(Opened.of(articles).nav("toc"))[:5] == ["要闻", ["甲", "乙"], "丙", "副刊", ["丁"]]


def test_spine_contents_and_ncx_agree() -> None:
    book = Opened.of(day_articles())
    chapters = [file for file in book.spine if file.startswith("a")]
    linked = [a.get("href") for a in book.nav("toc").iter(f"{XHTML}a")]
    assert list(dict.fromkeys(file for file in linked if file.startswith("a"))) == chapters
    points = [c.get("src") for c in book.tree("toc.ncx").find(f"{NCX}navMap").iter(f"{NCX}content")]
    assert points == linked


def test_each_newspaper_page_is_in_the_page_list_and_marked_where_it_begins() -> None:
    book = Opened.of(day_articles())
    listed = {a.get("href"): a.text for a in book.nav("page-list").iter(f"{XHTML}a")}
    assert list(listed.values()) == [f"2023年8月{day}日 第{page}版" for day in (1, 2) for page in (1, 2)]
    for href, label in listed.items():
        file, _, anchor = href.partition("#")
        mark = next(e for e in book.tree(file).iter() if e.get("id") == anchor)
        assert (mark.get("role"), mark.get(f"{OPS}type"), mark.get("aria-label")) == (
            "doc-pagebreak",
            "pagebreak",
            label,
        )
    assert len(list(book.tree("toc.ncx").iter(f"{NCX}pageTarget"))) == 4


def test_landmarks_lead_to_contents_text_index_and_imprint() -> None:
    links = {a.get(f"{OPS}type"): a.get("href") for a in Opened.of(day_articles()).nav("landmarks").iter(f"{XHTML}a")}
    assert links["toc"] == "nav.xhtml"
    assert links["bodymatter"] == "d0001.xhtml"
    assert links["index"] == "people.xhtml"
    assert links["imprint"] == "imprint.xhtml"


def test_each_chapter_leads_to_its_neighbours() -> None:
    book = Opened.of([article("甲"), article("乙"), article("丙")])
    targets = [[a.get("href") for a in by_class(chapter, "turn")[0].iter(f"{XHTML}a")] for chapter in book.chapters]
    assert targets == [
        ["nav.xhtml", "a00002.xhtml"],
        ["a00001.xhtml", "nav.xhtml", "a00003.xhtml"],
        ["a00002.xhtml", "nav.xhtml"],
    ]


def test_two_halves_of_an_article_lead_to_each_other() -> None:
    day = datetime.date(2023, 8, 1)
    halves = [
        article("上半", paper="报", date=day, page=1, continues_on=3),
        article("别的", paper="报", date=day, page=3),
        article("下半", paper="报", date=day, page=3, continued_from=1),
    ]
    first, _, last = Opened.of(halves).chapters
    assert [(text_of(j), j[0].get("href")) for j in by_class(first, "jump")] == [("（下转第3版）", "a00003.xhtml")]
    assert [(text_of(j), j[0].get("href")) for j in by_class(last, "jump")] == [("（上接第1版）", "a00001.xhtml")]


def test_halves_that_could_be_others_lead_to_the_page() -> None:
    starts = [article(name, page=1, continues_on=3) for name in "甲乙"]
    chapters = Opened.of([*starts, article("丙", page=3, continued_from=1)]).chapters
    assert [by_class(c, "jump")[0][0].get("href") for c in chapters] == [
        "a00003.xhtml#page2",
        "a00003.xhtml#page2",
        "a00001.xhtml#page1",
    ]


def test_two_pairs_of_halves_on_the_same_two_pages_lead_to_the_pages() -> None:
    starts = [article(name, page=1, continues_on=3) for name in "甲乙"]
    ends = [article(name, page=3, continued_from=1) for name in "丙丁"]
    chapters = Opened.of([*starts, *ends]).chapters
    assert {by_class(c, "jump")[0][0].get("href") for c in chapters} == {"a00003.xhtml#page2", "a00001.xhtml#page1"}


def test_a_joined_article_leads_to_the_page_where_its_second_half_was_printed() -> None:
    places = [Source(f"{page}.txt", "0" * 64, (1, 9)) for page in (1, 3)]
    joined = article("全文", page=1, source=tuple(places))
    beside = article("别的", page=3, source=(places[1],))
    first = Opened.of([joined, beside]).chapters[0]
    assert [(text_of(j), j[0].get("href")) for j in by_class(first, "jump")] == [
        ("（上文后半原刊第3版，已接排）", "a00002.xhtml#page2")
    ]
    alone = Opened.of([joined]).chapters[0]
    assert [text_of(j) for j in by_class(alone, "jump")] == ["（上文后半原刊3.txt，已接排）"]


def test_a_volume_without_articles_is_refused() -> None:
    with pytest.raises(BadInputError, match="no article"):
        written(volume([]))


def test_the_options_are_the_fields() -> None:
    assert Epub().index is True
    assert "people.xhtml" not in Opened.of(day_articles(), {"index": False}).spine


def test_no_rule_of_the_style_sheet_is_for_nothing() -> None:
    photo = article(
        "照片", "说明。", "credit:白莹 摄", kind=Kind.PHOTO, notes=(Note("repeat", "重复"),), dateline="新华社电"
    )
    long = article("温家宝在贵州农村考察时指出动员全社会力量")
    articles = [*day_articles(), photo, long, article(None, page=9, continued_from=8)]
    books = [Opened.of(articles, {"writing": way, "remarks": True}) for way in ("horizontal", "vertical")]
    used = {
        name
        for book in books
        for file in book.spine
        for element in book.tree(file).iter()
        for name in (element.get("class") or "").split()
    }
    ruled = {name for book in books for name in re.findall(r"^[^{;]*\.([a-z]+)", book.text("style.css"), re.MULTILINE)}
    assert ruled
    assert ruled <= used


def test_a_paper_whose_name_can_t_be_seen_is_no_paper() -> None:
    assert "<dc:source" not in Opened.of([article(paper=" \u3000")]).text("content.opf")
