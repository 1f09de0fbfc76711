"""Leads, bylines, credits, closing brackets and furniture in the forms that newspapers print, case by case."""

import re
from pathlib import Path

import pytest

from convert.lexicon.traditional import simplified
from convert.model import Person
from convert.reader import imprints, jumps
from convert.reader.leads import take_closing, take_lead
from convert.reader.pagefacts import from_furniture
from convert.reader.people import credited, people_in
from convert.reader.shapes import TABLE, Shape, shape_of
from convert.reader.sights import FURNITURE
from tests.reader.pages import articles, labels

STORY = "昨天上午，全市职工技能大赛在工人体育馆开幕，来自各区的选手参加。"


def cases(name: str) -> list[tuple[str, ...]]:
    """The rows of a case file beside this module; `＿` stands for an ideographic space."""
    rows = (Path(__file__).with_name(name)).read_text("utf-8").replace("＿", "\u3000").splitlines()
    return [tuple(row.split("\t")) for row in rows if not row.startswith("#")]


def told(people: tuple[Person, ...]) -> str:
    return ", ".join(f"{person.name} {person.role}" for person in people) or "-"


@pytest.mark.parametrize(("lead", "dateline", "byline", "people"), cases("leads.tsv"))
def test_a_lead_is_taken_whole_with_its_people(lead: str, dateline: str, byline: str, people: str) -> None:
    found = take_lead(lead + STORY)
    assert (found.dateline or "-", found.byline or "-", told(found.people)) == (dateline, byline, people)
    assert found.rest == STORY


@pytest.mark.parametrize("text", [row for (row,) in cases("no_leads.tsv")])
def test_a_sentence_that_begins_like_a_lead_stays_whole(text: str) -> None:
    found = take_lead(text)
    assert (found.dateline, found.byline, found.rest) == (None, None, text)


def test_a_wires_last_character_may_make_a_word_with_the_storys_first() -> None:
    found = take_lead("新华社北京1月12日电台湾同胞昨天来到工人体育馆。")
    assert (found.dateline, found.rest) == ("新华社北京1月12日电", "台湾同胞昨天来到工人体育馆。")


@pytest.mark.parametrize("line", ["记者走基层", "记者来了", "小记者 大世界", "漫画 社会", "提供 优质服务"])
def test_a_title_with_the_words_of_bylines_and_credits_is_neither(line: str) -> None:
    assert shape_of(line) is Shape.PLAIN


@pytest.mark.parametrize(("line", "shape", "people"), cases("bylines.tsv"))
def test_a_line_of_names_is_a_byline_or_a_credit_with_its_people(line: str, shape: str, people: str) -> None:
    found = shape_of(simplified(line))
    allowed = {"credit": {Shape.CREDIT}, "byline": {Shape.BYLINE, Shape.AUTHOR}}
    assert found in allowed.get(shape, allowed["credit"] | allowed["byline"])
    assert told(credited(line) if found is Shape.CREDIT else people_in(line)) == people


@pytest.mark.parametrize(("line", "people"), cases("authors.tsv"))
def test_an_author_is_named_without_place_office_or_calling(line: str, people: str) -> None:
    assert told(people_in(line)) == people


@pytest.mark.parametrize("line", [row for (row,) in cases("no_bylines.tsv")])
def test_a_line_that_looks_like_a_byline_is_none(line: str) -> None:
    assert shape_of(simplified(line)) not in {Shape.BYLINE, Shape.AUTHOR, Shape.CREDIT}


@pytest.mark.parametrize(("bracket", "says"), cases("closings.tsv"))
def test_a_closing_bracket_is_taken_when_it_says_who_or_whence(bracket: str, says: str) -> None:
    rest, closing = take_closing("职工们对此十分满意。" + bracket)
    if closing is None:
        assert says == "no"
        assert rest.endswith(bracket)
    else:
        assert ("dateline" if closing.dateline else told(closing.people)) == says
        assert rest == "职工们对此十分满意。"


def test_a_lead_on_a_line_of_its_own_is_taken_too() -> None:
    (article,) = articles(
        "职工技能大赛昨天开幕", "【本報訊】", STORY, "据介绍，本次大赛设置十个工种，历时三个月。" + STORY
    )
    assert article.byline == "【本報訊】"
    assert article.body[0].text == STORY


@pytest.mark.parametrize(("line", "paper", "date", "page"), cases("furniture.tsv"))
def test_a_line_of_furniture_is_known_with_what_it_says(line: str, paper: str, date: str, page: str) -> None:
    assert shape_of(simplified(line)) in FURNITURE
    facts = from_furniture([line])
    assert (facts.paper or "-", str(facts.date or "-"), str(facts.page or "-")) == (paper, date, page)


@pytest.mark.parametrize("line", [row for (row,) in cases("no_furniture.tsv")])
def test_a_line_that_looks_like_furniture_is_none(line: str) -> None:
    assert shape_of(line) not in FURNITURE


def test_no_imprint_is_lost_for_want_of_a_word_that_imprints_have(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [simplified(row[0]) for name in ("furniture.tsv", "no_furniture.tsv") for row in cases(name)]
    lines += [line for row in TABLE for line in (*row.yes, *row.no)]
    found = [line for line in lines if imprints.is_imprint(line) or shape_of(line) in FURNITURE]
    monkeypatch.setattr(imprints, "_WORDS", re.compile(""))
    assert [line for line in lines if imprints.is_imprint(line) and line not in found] == []


HEAD = ("江州晚报 2024年2月1日 星期四", "第3版")
STORIES = ("沿江大桥今天通车", f"本报讯（记者 白莹）{STORY}", "三家工厂评为先进", STORY)


@pytest.mark.parametrize("line", ["客服热线：95588", "江州市新华印刷厂", "维生素 B12", "1998年8月7日 星期五 九江"])
def test_a_line_that_others_have_too_is_text_amid_the_page(line: str) -> None:
    assert labels(*HEAD, *STORIES[:3], line, STORY)[5] != "furniture"


@pytest.mark.parametrize("line", ["广告热线：63523314", "A12 江河", "1998年8月7日 星期五 江河"])
def test_it_is_furniture_at_the_head_of_the_page(line: str) -> None:
    assert labels(HEAD[0], line, *STORIES)[1] == "furniture"


def test_the_newspapers_numbers_are_furniture_at_the_foot_of_the_page() -> None:
    assert labels(*HEAD, *STORIES, "读者热线：0731-84321111", "广告热线：63523314")[-2:] == ["furniture"] * 2


@pytest.mark.parametrize(("line", "label"), [("江州快报", True), ("春天的喜报", False), ("工作简报", False)])
def test_a_word_in_paper_between_furniture_is_a_newspaper_or_none(line: str, label: bool) -> None:
    assert (labels("第3版", line, "2024年2月1日 星期四", *STORIES)[1] == "furniture") is label


@pytest.mark.parametrize(("line", "page", "says"), cases("jumps.tsv"))
def test_a_jump_is_known_with_where_it_points(line: str, page: str, says: str) -> None:
    assert shape_of(simplified(line)) is Shape.JUMP
    jump = jumps.read(line)
    assert (str(jump.page or "-"), "from" if jump.back else "see" if jump.see else "to") == (page, says)
    if says != "from" and line[0] in "（(":
        assert jumps.take_end(STORY[:-1] + line)[0] == STORY[:-1]


@pytest.mark.parametrize(
    "line",
    [
        "上接第一次会议",
        "（下同）",
        "接一版传单",
        "转二版路口",
        "见四版画",
        "（详见附件）",
        "（一版）",
        "（见第四章）",
        "见习记者",
        "（转自人民网）",
    ],
)
def test_a_line_that_begins_like_a_jump_is_none(line: str) -> None:
    assert shape_of(line) is not Shape.JUMP


@pytest.mark.parametrize(
    ("text", "rest", "page"),
    [
        ("各级工会坚持以职工为中心，下转第3版", "各级工会坚持以职工为中心，", 3),
        ("各级工会坚持以职工为中心。▶下转A3", "各级工会坚持以职工为中心。", 3),
        ("各级工会坚持以职工为中心（下转第十二版", "各级工会坚持以职工为中心", 12),
    ],
)
def test_a_jump_without_its_brackets_is_taken_off_the_end(text: str, rest: str, page: int) -> None:
    found, jump = jumps.take_end(text)
    assert (found, jump.page if jump else None) == (rest, page)
