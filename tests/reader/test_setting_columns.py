"""Columns and the pieces under them: what is a column's name, where a row of short pieces is no story."""

import pytest

from convert.reader.columns import surely_names_column
from convert.reader.setting.apart import lower_captions
from convert.reader.setting.banners import lower_institutions, raise_named_columns
from convert.reader.setting.briefs import part_briefs, raise_titles_of_pieces
from convert.reader.setting.crossheads import lower_book_data
from convert.reader.setting.stacks import raise_over_tables
from tests.reader.pages import BODY, LEAD, articles, labels, ruled

MARKET = "江州菜市场今天起延长营业到晚上九点，方便下班晚的职工买菜，摊主们分成早晚两班。"
FERRY = "临江渡口的最后一班渡船昨晚停运，摆渡三十一年的船工们在码头上合影留念，沿江大桥今天起全线通车。"
CHESS = "应市象棋协会邀请，象棋大师将于本月下旬来江州举行一对二十车轮战，有意参战的市民可到市体委报名。"
TRACK = "市中学生田径赛昨天结束，海门中学姚峰以十四米三二改写男子三级跳远纪录，女子四百米接力也破了纪录。"


@pytest.mark.parametrize("name", ["文化园地", "追踪·反馈", "产业工人队伍建设改革进行时", "安全生产在行动"])
def test_columns_and_campaigns_are_told_by_what_they_are_called(name: str) -> None:
    assert surely_names_column(name)
    rows = (f"title {name}", "title-more 沿江大桥今天通车", f"paragraph {LEAD}")
    assert ruled(raise_named_columns, *rows)[:2] == ["section", "title"]


@pytest.mark.parametrize(
    "line", ["职工在行动中成长", "聚焦主责主业 写好服务答卷", "聚焦全国人大代表", "沿江大桥今天通车", "故 乡 的 云"]
)
def test_headlines_are_no_columns_names(line: str) -> None:
    assert not surely_names_column(line)
    rows = (f"title {line}", "title-more 一座桥和它的三代船工", f"paragraph {LEAD}")
    assert ruled(raise_named_columns, *rows)[:2] == ["title", "title-more"]


def test_what_a_newspaper_focuses_on_is_a_banner_over_a_stack_of_its_own() -> None:
    stack = ("title-more 一边关小井 一边建新园", "title-more 澜阳钢城“腾笼”记", f"paragraph {LEAD}")
    assert ruled(raise_named_columns, "title 聚焦供给侧结构性改革", *stack)[:3] == ["section", "title", "title-more"]
    assert ruled(raise_named_columns, "title 聚焦全国人大代表", stack[0], stack[2])[:2] == ["title", "title-more"]


def test_a_columns_name_over_a_subheadline_with_a_dash_is_the_headline() -> None:
    rows = ("title 母亲的故事", "title-more ——记渡口船工姚水生", f"paragraph {LEAD}")
    assert ruled(raise_named_columns, *rows)[:2] == ["title", "title-more"]


def test_a_row_of_pieces_each_with_a_headline_is_no_story_with_crossheads() -> None:
    rows = (
        "title 市中学生田径赛破两项纪录",
        f"paragraph {TRACK}",
        "crosshead 象棋大师月底来江州",
        f"paragraph {CHESS}",
    )
    assert ruled(raise_titles_of_pieces, *rows)[2] == "title"
    ended = (*rows, "crosshead 临江渡口渡船停运", f"paragraph {FERRY}", "title 区总工会慰问职工", f"paragraph {LEAD}")
    assert ruled(raise_titles_of_pieces, *ended)[2::2] == ["title", "title", "title"]


def test_crossheads_of_a_story_stay_when_its_title_names_what_is_below_them() -> None:
    rows = ("title 临江渡口停运之后", f"paragraph {CHESS}", "crosshead 临江渡口渡船停运", f"paragraph {FERRY}")
    assert ruled(raise_titles_of_pieces, *rows)[2] == "crosshead"


def test_a_story_with_several_paragraphs_under_a_crosshead_is_no_row_of_pieces() -> None:
    rows = (
        "title 市中学生田径赛破两项纪录",
        f"paragraph {TRACK}",
        "crosshead 象棋大师月底来江州",
        f"paragraph {CHESS}",
    )
    assert ruled(raise_titles_of_pieces, *rows, f"paragraph {BODY}")[2] == "crosshead"


@pytest.mark.parametrize("column", ["市场快递", "文化消息", "资讯速递", "文讯"])
def test_each_paragraph_under_more_names_of_columns_is_a_brief(column: str) -> None:
    rows = (f"section {column}", f"opening {MARKET}", f"paragraph {FERRY}", f"paragraph {CHESS}")
    assert ruled(part_briefs, *rows)[1:] == ["opening"] * 3


def test_a_lead_that_stands_only_in_the_first_brief_leads_the_whole_column() -> None:
    rows = ("section 简讯", f"opening {LEAD}", f"paragraph {FERRY}", f"paragraph {CHESS}")
    assert ruled(part_briefs, *rows)[1:] == ["opening"] * 3


def test_a_paragraph_that_refers_back_is_no_brief_of_its_own() -> None:
    rows = ("section 简讯", f"opening {LEAD}", f"paragraph 据了解，{FERRY}")
    assert ruled(part_briefs, *rows)[2] == "paragraph"


def test_the_weather_at_the_foot_belongs_to_the_page() -> None:
    forecast = "江州天气　今晚到明天白天多云转阵雨，偏南风２～３级，气温２３℃～３１℃。"
    assert labels("沿江大桥今天通车", LEAD, BODY, forecast)[-1] == "furniture"
    assert labels("沿江大桥今天通车", LEAD, BODY, "天气与出行", forecast)[-1] != "furniture"
    assert labels("沿江大桥今天通车", LEAD, BODY, "今天的天气晴好，职工们一早就来到会场。")[-1] == "paragraph"


def test_who_is_pointed_out_in_a_picture_stands_in_its_caption() -> None:
    (found,) = articles("沿江大桥今天通车", LEAD, "钟伯安（中）在工作室为徒弟讲解研点分布。", BODY)
    assert [block.type for block in found.body] == ["paragraph", "caption", "paragraph"]


PRICES = ("short 高丽菜　16.5　12.8　9.0　-1.2", "short 大陆妹　31.0　24.9　18.0　-2.3")
RATES = ("short 美元　1.3521", "short 令吉　0.3347")
MORE_TEXT = f"paragraph {FERRY}"


@pytest.mark.parametrize("rows", [("short 品名　上價　中價　下價　漲跌", *PRICES), PRICES, RATES])
def test_a_line_over_a_table_is_its_title(rows: tuple[str, ...]) -> None:
    for above in (MORE_TEXT, "byline 圖與文／記者賴冠廷", "credit 王彪 摄"):
        found = ruled(raise_over_tables, MORE_TEXT, above, "short 昨日果菜批發行情（元／公斤）", *rows)
        assert found[2] == "title"
        assert "title" not in found[3:]


@pytest.mark.parametrize("line", ["品名　上價　中價　下價", "勝投：宋建霖（11勝5敗）", "黄瓜　1.85"])
def test_the_names_of_columns_and_more_rows_are_no_titles(line: str) -> None:
    assert ruled(raise_over_tables, MORE_TEXT, f"short {line}", *PRICES)[1] == "short"


def test_a_short_line_over_one_row_has_no_table_below_it() -> None:
    assert ruled(raise_over_tables, MORE_TEXT, "short 令吉汇率回稳", RATES[0], MORE_TEXT)[1] == "short"


def test_what_a_picture_shows_is_its_caption_and_no_title() -> None:
    rows = (MORE_TEXT, "title 同学们给粉笔头称重", "credit 学校供图", "title 沿江大桥今天通车", MORE_TEXT)
    assert ruled(lower_captions, *rows)[1] == "short"
    (found,) = articles("沿江大桥今天通车", LEAD, FERRY, "卢长顺在车厢里向记者讲述当时的情形", "王彪 摄")
    assert [block.type for block in found.body][-2:] == ["caption", "credit"]


def test_a_title_over_a_credit_and_the_text_of_its_picture_stays() -> None:
    rows = (MORE_TEXT, "title 同学们给粉笔头称重", "credit 学校供图", f"paragraph {TRACK}")
    assert ruled(lower_captions, *rows)[1] == "title"


@pytest.mark.parametrize("title", ["晨曲", "春到梯田（水彩画）", "《老渡口的新邻居》"])
def test_the_title_of_a_picture_that_stands_by_itself_stays(title: str) -> None:
    assert ruled(lower_captions, MORE_TEXT, f"title {title}", "credit 王彪 摄")[1] == "title"


def test_briefs_under_a_column_that_is_set_as_a_name() -> None:
    rows = (MORE_TEXT, "byline 简 讯", f"paragraph {MARKET}", f"paragraph {CHESS}", f"paragraph {TRACK}")
    assert ruled(part_briefs, *rows)[1:] == ["section", "opening", "opening", "opening"]


def test_where_figures_are_from_is_no_title() -> None:
    rows = (*PRICES, "title 资料来源／溪湖果菜市场", "title-more 清境民宿污水排溪", f"paragraph {LEAD}")
    assert ruled(lower_book_data, *rows)[2:4] == ["short", "title"]


@pytest.mark.parametrize(
    "head",
    [
        ("第三版", "江 城 晚 报", "一九八四年九月十四日 星期五"),
        ("2018年5月24日", "星期四"),
        ("2012年3月29日　星期四", "责编／葛红　版式／毛宇", "河洛日报"),
        ("第12846号 1987年6月18日 星期四", "兰州地区天气预报：今天白天到夜间，多云转阴，最高气温23度。"),
    ],
)
def test_what_stands_at_the_head_of_a_page_is_furniture(head: tuple[str, ...]) -> None:
    assert labels(*head, "沿江大桥今天通车", LEAD, BODY) == ["furniture"] * len(head) + [
        "title",
        "paragraph",
        "paragraph",
    ]


def test_a_lawyer_who_signs_an_answer_is_no_furniture_there() -> None:
    page = ("口头辞职后又反悔，怎么办", LEAD, BODY, "本报法律顾问 詹国华律师", "沿江大桥今天通车", LEAD, BODY, BODY)
    assert labels(*page)[3] != "furniture"


@pytest.mark.parametrize("label", ["交流站", "百里矿区", "科技下乡"])
def test_a_label_that_ends_as_places_do_and_names_none_is_no_kicker(label: str) -> None:
    assert ruled(lower_institutions, f"section {label}", "title 组屋走廊的鞋子", MORE_TEXT)[0] == "section"


def test_an_institution_over_a_title_is_its_kicker() -> None:
    assert ruled(lower_institutions, "section 虎头岭站", "title 组屋走廊的鞋子", MORE_TEXT)[0] == "title"


def test_a_picture_with_its_text_and_no_title_is_a_photo_story() -> None:
    picture = "8月14日，青年志愿者在望湖社区的空地上教孩子们辨认昆虫，孩子们举着放大镜趴在草丛边，看得入了迷。"
    found = articles("沿江大桥今天通车", LEAD, FERRY, picture, "周牧野 摄", "区总工会慰问环卫职工", LEAD)
    assert [(each.headline, each.kind) for each in found][1] == (None, "photo")


def test_a_story_that_counts_what_follows_has_crossheads() -> None:
    rows = (
        "title 市总工会护航高温作业",
        "paragraph 连日来高温不断，市总工会推出三项举措，保障户外职工的安全和健康。",
        "crosshead 象棋大师月底来江州",
        f"paragraph {CHESS}",
    )
    assert ruled(raise_titles_of_pieces, *rows)[2] == "crosshead"
    assert ruled(raise_titles_of_pieces, rows[0], "byline 本报记者 王芳", *rows[1:])[3] == "crosshead"


def test_a_table_inside_a_story_is_part_of_it() -> None:
    rows = (MORE_TEXT, "short 城镇居民收入构成", *RATES, MORE_TEXT)
    assert ruled(raise_over_tables, *rows)[1] == "short"


@pytest.mark.parametrize(
    "line",
    [
        "今天晴，气温只有五度，风里却有了青草的味道，我知道，春天来了。",
        "据市气象台预报，今明两天以晴天为主，气温38℃，南风，请市民做好防暑准备。",
        "明天，多云转晴，最高气温37℃，工会提醒企业调整作业时间。",
    ],
)
def test_what_a_story_says_of_the_weather_is_its_text(line: str) -> None:
    assert labels("沿江大桥今天通车", LEAD, BODY, line)[-1] != "furniture"


@pytest.mark.parametrize("line", ["法律援助热线：12348", "职工维权热线：12351"])
def test_anybodys_hotline_at_the_foot_is_the_articles(line: str) -> None:
    assert labels("沿江大桥今天通车", LEAD, BODY, line)[-1] != "furniture"
