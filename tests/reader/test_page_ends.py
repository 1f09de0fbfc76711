"""What is furniture only at the head or foot of a page: elsewhere it is a title, a crosshead or part of an article."""

import datetime

import pytest

from convert.reader import read_page
from tests.reader.pages import BODY, LEAD, MORE, labels, page

STORY = ("公交保修分公司慰问值守职工", LEAD, BODY, MORE)
FOLIO = "2017.05.19 星期五 责编 | 宫商 版式 | 石榴 校对 | 甄真"


def furniture(*lines: str) -> list[bool]:
    """Which of a page's lines are its furniture."""
    return [label == "furniture" for label in labels(*lines)]


@pytest.mark.parametrize(
    "head",
    [
        ("江城晚报", "07 读者", FOLIO),
        ("江州工人报", "江州市总工会主办　国内统一刊号ＣＮ３７—００７２"),
        ("2009年4月29日　星期三　今日八版", "江州工人报", "江州市总工会主办　国内统一刊号ＣＮ３７—００７２"),
        ("劳动时讯", "2023年4月18日 星期二 第9127号（今日8版）"),
        ("B3 晚晴·副刊", "2005年12月9日 星期五"),
        ("2024年5月6日 星期一", "要闻 3"),
        ("2024年5月6日 星期一", "3 要闻"),
        ("2024年5月6日", "星期一", "第3版"),
        ("2024年5月6日 星期一", "农历甲辰年三月廿八", "江州市总工会主办"),
        ("2024年5月6日 星期一 晴 12℃～20℃",),
        ("2024年5月6日 综合新闻",),
        ("第３版", "Ｂ３　亚运特刊"),
        ("责任编辑：周平", "社会新闻 2024年5月6日"),
    ],
)
def test_at_the_head_a_part_of_the_paper_with_a_page_or_day_is_furniture(head: tuple[str, ...]) -> None:
    found = furniture(*head, *STORY)
    assert all(found[: len(head)])
    assert not any(found[len(head) :])


@pytest.mark.parametrize(
    "line",
    [
        "07 读者",
        "2023年度人物",
        "10 大新闻",
        "春天的喜报",
        "G20 杭州峰会",
        "C919 首飞成功",
        "周三 下雪",
        "设计：中国方案",
        "统筹：城乡发展",
        "全国总工会主办 职工书法大赛",
        "第12期 职工夜校",
        "多云转晴",
        "好消息",
    ],
)
@pytest.mark.parametrize("head", [(), (FOLIO, "公交保修分公司慰问值守职工", LEAD)])
def test_a_title_is_none_at_the_head_or_below(line: str, head: tuple[str, ...]) -> None:
    found = furniture(*head, line, *STORY[1:])
    assert not any(found[1 if head else 0 :])


@pytest.mark.parametrize(
    "line",
    ["G20 杭州峰会", "10 大新闻", "C919 首飞成功", "春天的喜报", "设计：中国方案", "全国总工会主办 职工书法大赛"],
)
def test_a_title_right_under_the_folio_is_none(line: str) -> None:
    assert furniture(FOLIO, line, *STORY[1:]) == [True, False, False, False, False]


@pytest.mark.parametrize(
    "foot",
    [
        ("欢迎来稿　电子信箱：ｆａｚｈｉ＠ｅｘａｍｐｌｅ．ｃｏｍ．ｃｎ",),
        ("图片邮箱：gyzk2018@example.com 联系电话：0577-88091234",),
        ("地址：东江市学府路18号 邮编：361021 电话：0592-2182112 投稿：xiaobao@example.cn",),
        ("欢迎投稿 邮箱：a@example.com", "版权所有 未经许可不得转载"),
        ("内部资料 免费交流",),
    ],
)
def test_at_the_foot_how_to_write_to_the_newspaper_is_furniture(foot: tuple[str, ...]) -> None:
    assert furniture(*STORY, *foot) == [False] * len(STORY) + [True] * len(foot)
    assert not furniture(*STORY, foot[0], "职工书屋下周开放", LEAD, BODY, MORE)[len(STORY)]


@pytest.mark.parametrize(
    "line",
    [
        "联系电话：0577-88091234",
        "地址：东江市学府路18号 电话：0592-2182112",
        "邮箱：yingzhan@example.com",
        "王小明 2024年2月1日",
        "2024年2月1日",
        "欢迎来稿",
    ],
)
def test_a_contact_or_day_at_the_foot_is_the_articles(line: str) -> None:
    assert not any(furniture(*STORY, line))


def test_what_stands_at_the_head_tells_the_pages_facts_in_figures_of_either_width() -> None:
    for head in (("江城晚报", "07 读者", FOLIO), ("江城晚报", "０７　读者", "２０１７．０５．１９　星期五")):
        facts = read_page(page(*head, *STORY)).facts
        assert (facts.paper, facts.date, facts.page) == ("江城晚报", datetime.date(2017, 5, 19), 7)
    titled = read_page(page("劳动时讯", "２０２３年４月１８日　星期二　第９１２７号", *STORY)).facts
    assert (titled.paper, titled.date) == ("劳动时讯", datetime.date(2023, 4, 18))
