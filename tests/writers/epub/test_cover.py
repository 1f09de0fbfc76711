"""The cover that is drawn: what it says, and that any text can stand on it."""

import datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from convert.writers.epub.cover import HEIGHT, WIDTH, CoverText, drawn
from convert.writers.epub.lettering import MISSING, Lettering, balanced
from tests.writers.epub.volumes import XHTML, Opened, article, day_articles


def _said(book: Opened) -> str:
    return str(next(book.tree("cover.xhtml").iter(f"{XHTML}img")).get("alt"))


def test_the_days_of_a_title_are_said_once() -> None:
    articles = [article(paper=None, date=datetime.date(1998, 1, 2), page=2)]
    for title in ("日报 1998-01-02", "日报 1998-01", "日报 1998-01-02 第2版"):
        assert _said(Opened.of(articles, title=title)) == "封面：日报。1998年1月2日\u3000第2版。第2版 工会送清凉"


def test_days_in_a_title_that_are_not_the_volumes_stay() -> None:
    articles = [article(paper=None, date=datetime.date(1998, 1, 2), page=2)]
    assert _said(Opened.of(articles, title="摘报 1998-01-03")).startswith("封面：摘报 1998-01-03。1998年1月2日")


def test_it_names_the_paper_the_days_and_the_first_headlines() -> None:
    said = _said(Opened.of(day_articles(), title="劳动午报 2023-08-01–2023-08-02"))
    assert said.startswith("封面：劳动午报。2023年8月1日—2日。8月1日 1日1版 第1条新闻；8月1日 1日2版 第1条新闻；")


def test_a_title_of_the_user_s_stands_over_the_paper_s_name() -> None:
    assert _said(Opened.of(day_articles(), title="工会年鉴")).startswith(
        "封面：工会年鉴。劳动午报\u30002023年8月1日—2日。"
    )


def test_articles_without_a_headline_are_not_on_it() -> None:
    assert "无题" not in _said(Opened.of([article(None, "正文"), article("标题")]))


def _picture(text: CoverText, vertical: bool) -> Image.Image:
    return Image.open(BytesIO(drawn(text, vertical))).convert("L")


@pytest.mark.parametrize("vertical", [False, True])
def test_it_is_a_picture_with_the_title_in_large_letters(vertical: bool) -> None:
    blank = _picture(CoverText("", "", (), False), vertical)
    titled = _picture(CoverText("劳动午报", "", (), False), vertical)
    assert titled.size == (WIDTH, HEIGHT)
    inked = sum(a != b for a, b in zip(blank.tobytes(), titled.tobytes(), strict=True))
    assert inked > WIDTH * HEIGHT / 50


def _ink(text: str, vertical: bool) -> tuple[int, int, int, int]:
    """The box of ink of one line that begins at (100, 100) in letters of 100 pixels."""
    image = Image.new("L", (600, 600), 0)
    letters = Lettering(100, False)
    put, draw = (letters.draw_vertical if vertical else letters.draw), ImageDraw.Draw(image)
    at = [100.0, 100.0]
    at[vertical] -= letters.hang(text)
    put(draw, at[0], at[1], text)
    box = image.getbbox()
    assert box
    return box


@pytest.mark.parametrize("vertical", [False, True])
def test_the_halves_of_a_dash_join(vertical: bool) -> None:
    image = Image.new("L", (400, 400), 0)
    letters = Lettering(100, False)
    (letters.draw_vertical if vertical else letters.draw)(ImageDraw.Draw(image), 50, 50, "——")
    box = image.getbbox()
    assert box
    middle = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
    line = image.crop(
        (middle[0], box[1], middle[0] + 1, box[3]) if vertical else (box[0], middle[1], box[2], middle[1] + 1)
    )
    assert min(line.tobytes()[4:-4]) > 100


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("mark", ["（", "《", "“"])
def test_a_line_that_begins_with_an_opening_mark_begins_level_with_the_others(mark: str, vertical: bool) -> None:
    assert abs(_ink(f"{mark}国", vertical)[vertical] - _ink("国国", vertical)[vertical]) < 20


@pytest.mark.parametrize("vertical", [False, True])
def test_nothing_is_drawn_over_the_edge(vertical: bool) -> None:
    long = "很长很长的标题 " * 15
    text = CoverText(long[:60], long, tuple((f"第{n}版", long) for n in range(6)), False)
    picture = _picture(text, vertical)
    edges = [
        picture.crop(box)
        for box in (
            (0, 0, WIDTH, 40),
            (0, 0, 40, HEIGHT),
            (WIDTH - 40, 0, WIDTH, HEIGHT),
            (0, HEIGHT - 40, WIDTH, HEIGHT),
        )
    ]
    assert [edge.getextrema() for edge in edges] == [(243, 243)] * 4


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.characters(codec=None), max_size=60),
    st.text(st.sampled_from("字…—“”（） AB"), max_size=120),
    st.booleans(),
)
def test_any_text_can_be_drawn(title: str, headline: str, vertical: bool) -> None:
    assert drawn(CoverText(title, title, (("第1版", headline), ("", title)), vertical), vertical).startswith(b"\x89PNG")


def test_the_two_scripts_have_their_own_forms() -> None:
    simplified, traditional = (drawn(CoverText("骨", "", (), script), False) for script in (False, True))
    assert simplified != traditional


def test_a_character_that_no_font_has_is_shown_as_missing_type() -> None:
    assert drawn(CoverText("\U0002a6a5", "", (), False), False) == drawn(CoverText(MISSING, "", (), False), False)


def test_lines_are_balanced_and_break_at_a_pause_or_a_dash() -> None:
    length = Lettering(80, False).length
    assert balanced("以工会转型为新引擎 大力推进智慧工会建设", 1000, length, 3) == [
        "以工会转型为新引擎",
        "大力推进智慧工会建设",
    ]
    assert balanced("迈向充满希望的新世纪——一九九八年新年讲话", 1000, length, 3) == [
        "迈向充满希望的新世纪",
        "——一九九八年新年讲话",
    ]


def test_lines_are_not_made_equal_at_the_cost_of_a_phrase() -> None:
    length = Lettering(80, False).length
    headline = "迈向充满希望的新世纪——一九九八年新年讲话（附图片1张）"
    assert balanced(headline, 1008, length, 3) == ["迈向充满希望的新世纪", "——一九九八年新年讲话", "（附图片1张）"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    lines = balanced(
        "一二三四五六七八九十，一二三四五六七八九十“一二三四五六七八九十”一二", 800, Lettering(80, False).length, 9
    )
    assert not any(line[0] in "，”" for line in lines)
    assert not any(line[-1] == "“" for line in lines)
