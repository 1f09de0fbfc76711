"""Profiles: what differs between newspapers, as data, and how one is proposed."""

import tomllib
from pathlib import Path

import pytest

from convert import profiles
from convert.errors import BadInputError, MissingInputError, UnknownNameError
from convert.lexicon.traditional import simplified
from convert.reader import ReadingOptions, read_page
from convert.reader.survey import proposal, survey
from tests.reader.pages import BODY, LEAD, MORE, page, texts

TITLE = "公交保修分公司工会慰问雨中值守职工"


def own(tmp_path: Path, text: str) -> ReadingOptions:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    return ReadingOptions(profile=profiles.find(str(file)))


def test_there_is_a_general_profile_and_one_of_the_seeds_paper() -> None:
    assert {"general", "laodong-wubao"} <= set(profiles.names())


@pytest.mark.parametrize("name", profiles.names())
def test_names_of_columns_are_in_the_characters_in_which_they_are_looked_up(name: str) -> None:
    assert [column for column in profiles.load(name).section_names if simplified(column) != column] == []


def test_a_newspapers_profile_has_what_the_general_one_has() -> None:
    assert profiles.load("laodong-wubao").sections > profiles.load("general").sections


def test_a_column_of_the_users_own_is_a_section(tmp_path: Path) -> None:
    options = own(tmp_path, 'sections = ["胡同口"]')
    (_, second) = read_page(page(TITLE, LEAD, BODY, "胡同口", "老街坊办起小书屋", MORE, BODY), options).articles
    assert (second.section, second.headline) == ("胡同口", "老街坊办起小书屋")


def test_a_lead_of_the_users_own_is_taken_off(tmp_path: Path) -> None:
    options = own(tmp_path, 'leads = ["午报快讯"]')
    (article,) = read_page(page(TITLE, "午报快讯（记者 白莹）" + LEAD[10:], BODY), options).articles
    assert article.byline == "午报快讯（记者 白莹）"
    assert texts(article)[0] == LEAD[10:]


def test_furniture_of_the_users_own_is_in_no_article(tmp_path: Path) -> None:
    options = own(tmp_path, 'furniture = ["欢迎关注本报公众号"]')
    reading = read_page(page(TITLE, LEAD, BODY, "欢迎关注本报公众号"), options)
    assert reading.trace[-1].label == "furniture"
    assert "公众号" not in reading.articles[0].text


def test_the_name_of_the_paper_is_a_fact_of_its_pages(tmp_path: Path) -> None:
    assert read_page(page(TITLE, LEAD), own(tmp_path, 'paper = "午报"')).facts.paper == "午报"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sections = 3", "'sections' is not a list"),
        ("secions = []", "unknown field 'secions'"),
        ("x = ", "not a profile"),
    ],
)
def test_a_profile_that_cannot_be_used_is_an_error_of_its_file(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(BadInputError, match=problem):
        own(tmp_path, text)


def test_a_profile_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"no\.toml"):
        profiles.find(str(tmp_path / "no.toml"))


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(UnknownNameError, match="there are: general, laodong-wubao"):
        profiles.find("times")


def test_a_proposal_has_what_recurs_with_its_counts(tmp_path: Path) -> None:
    banner, story = (
        "凝心聚力开新局 同舟共济谱新篇",
        "近日，东城区总工会开展全民阅读活动，辖区企业的二十余名职工参加了活动。",
    )
    pages = [
        page(
            "第03版:工会",
            banner,
            f"{name}工会慰问雨中值守职工",
            LEAD,
            BODY,
            "■工会论坛",
            f"莫让{name}代替了办理",
            "□辛望",
            story,
            f"{name}职工踊跃报名参加{name}技能培训班",
            "扫码关注本报视频号",
        )
        for name in ("公交", "地铁", "环卫")
    ]
    text = proposal(survey(pages))
    proposed = tomllib.loads(text)
    assert proposed["sections"] == [banner, "工会论坛"]
    assert proposed["leads"] == ["本报讯"]
    assert proposed["furniture"] == []  # that of every paper needs no entry, other lines are for a person to judge
    assert '# "扫码关注本报视频号",  # 3' in text
    assert "(1 recur here and need no entry)" in text
    assert '"工会论坛",  # 3' in text
    (tmp_path / "proposed.toml").write_text(text, "utf-8")
    assert profiles.find(str(tmp_path / "proposed.toml")).sections >= {banner, "工会论坛"}


def test_a_proposal_names_a_paper_only_when_most_pages_are_of_it() -> None:
    of_two = [page(f"{paper} 2024年2月1日 星期四", TITLE, LEAD, BODY) for paper in ("劳动午报", "工人日报")]
    assert "paper" not in tomllib.loads(proposal(survey(of_two)))
    assert tomllib.loads(proposal(survey(of_two[:1])))["paper"] == "劳动午报"


def test_a_story_on_two_pages_is_no_furniture() -> None:
    text = proposal(survey([page("第03版:工会", TITLE, LEAD, BODY), page("第04版:工会", TITLE, LEAD, BODY)]))
    assert TITLE not in text


def test_a_column_in_traditional_characters_is_known_on_a_traditional_page(tmp_path: Path) -> None:
    lead = "【本報訊】昨日下午，政府宣佈將會撥款協助災民重建家園，並且會在各區設立服務中心，為有需要的市民提供支援。"
    more = "有關部門表示，今次的工作由社會福利署負責，預計本月底完成，市民可以致電查詢，亦可以到各區辦事處登記。"
    options = own(tmp_path, 'opinion = ["維園論壇"]')
    (article,) = read_page(page("維園論壇", "重建家園不能只靠撥款", "□王小明", lead[5:], more), options).articles
    assert (article.section, article.kind) == ("維園論壇", "commentary")
