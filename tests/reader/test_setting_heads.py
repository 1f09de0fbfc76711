"""What heads a story and what only looks so: places, poems, questions, institutions, slogans, names, crossheads."""

import pytest

from convert.reader.setting.authors import lower_people, raise_authors
from convert.reader.setting.banners import lower_institutions, raise_slogan
from convert.reader.setting.crossheads import SURE_CROSSHEAD, lower_book_data, lower_turns, raise_crossheads
from convert.reader.setting.stacks import (
    raise_clauses,
    raise_first_titles,
    raise_over_greetings,
    raise_over_jumps,
    raise_places,
    raise_questions,
    raise_signed_poems,
)
from tests.reader.pages import BODY, LEAD, MORE, articles, labels, ruled

TITLE = "食堂推出小份菜"
RUSSIA = "俄罗斯联邦统计局1日公布的数据显示，去年该国谷物产量比上一年增长百分之四，出口量居历史第二位。"
FRANCE = "法国巴黎地铁十四号线延长段3日投入运营，全线无人驾驶，从市区到南部机场只需二十多分钟。"
BRAZIL = "巴西圣保罗州政府4日宣布，将在沿海城市增设八处雨量监测站，以便更早发出山洪预警。"
STORY = (f"paragraph {LEAD}", f"paragraph {BODY}")


def test_places_under_a_banner_each_head_a_brief() -> None:
    found = articles("国际短讯", "俄罗斯", RUSSIA, "法国", FRANCE, "巴西", BRAZIL)
    assert [each.headline for each in found] == ["俄罗斯", "法国", "巴西"]
    rows = (
        "short 俄罗斯",
        f"paragraph {RUSSIA}",
        "crosshead 法国",
        f"paragraph {FRANCE}",
        "short 巴西",
        f"paragraph {BRAZIL}",
    )
    assert ruled(raise_places, "section 环球视野", *rows)[1::2] == ["title"] * 3


def test_places_part_a_report_that_has_its_own_title() -> None:
    rows = ("crosshead 俄罗斯", f"paragraph {RUSSIA}", "crosshead 法国", f"paragraph {FRANCE}")
    report = ("section 环球视野", "title 各国怎样应对暴雨洪灾", f"paragraph {BODY}")
    assert ruled(raise_places, *report, *rows)[3::2] == ["crosshead"] * 2


def test_a_place_alone_heads_no_brief() -> None:
    rows = (
        "section 环球视野",
        "short 俄罗斯",
        f"paragraph {RUSSIA}",
        "title 法国巴黎地铁延长线开通",
        f"paragraph {FRANCE}",
    )
    assert ruled(raise_places, *rows)[1] == "short"


FURNACE = ("炉火照亮了半个夜晚", "铁水流进模子里", "像一条回家的河", "我们站在风口", "等它慢慢安静")
SCAFFOLD = ("比城市醒得更早", "一片云停在吊钩旁", "像一件忘记收走的衣裳", "谁也没有说话")


def verses(*lines: str) -> list[str]:
    """The labels of lines that were all weighed as verses, once another poem is looked for among them."""
    return ruled(raise_signed_poems, *(f"short {line}" for line in lines))


@pytest.mark.parametrize("name", ["鲁小舟", "何 澄"])
def test_a_name_under_a_line_between_verses_begins_another_poem(name: str) -> None:
    assert verses(*FURNACE, "脚手架", name, *SCAFFOLD)[5:7] == ["title", "byline"]
    found = articles("炉前", "林 峰", *FURNACE, "脚手架", name, *SCAFFOLD)
    assert [(each.headline, each.byline) for each in found] == [("炉前", "林 峰"), ("脚手架", name)]


def test_verses_without_a_name_are_one_poem() -> None:
    assert set(verses(*FURNACE, *SCAFFOLD)) == {"short"}


def test_names_one_under_the_other_are_verses_or_a_list() -> None:
    assert set(verses(*FURNACE, "夜班名单", "鲁小舟", "何广林", "王小明", *SCAFFOLD)) == {"short"}


def test_a_name_under_a_finished_verse_begins_nothing() -> None:
    assert set(verses(*FURNACE, "他们都叫他师傅。", "鲁小舟", *SCAFFOLD)) == {"short"}


ANSWER = "答：带上身份证和解除劳动关系证明，到参保地的窗口填一张表即可。"


def test_a_line_over_a_first_question_is_a_title_where_an_answer_is_marked() -> None:
    rows = ("short 失业金怎么领", "short 问：申领要带什么？", f"paragraph {ANSWER}")
    assert ruled(raise_first_titles, f"paragraph {MORE}", *rows)[1] == "title"


def test_a_verse_over_one_that_asks_is_no_title() -> None:
    asked = ("short 机床低声哼唱", "short 问：谁还没有睡", "short 像母亲的摇篮曲")
    assert ruled(raise_first_titles, "short 灯光比星星更亮", *asked)[1] == "short"
    poem = ("车间里的光", "□ 林 峰", "灯光比星星更亮", "机床低声哼唱", "问：谁还没有睡", "像母亲的摇篮曲")
    assert labels(*poem)[2:] == ["short"] * 4


def test_a_line_over_a_later_question_is_no_title() -> None:
    rows = ("short 还有人想知道", "short 问：多久能够到账，可不可以委托家里人来代办？", f"paragraph {MORE}")
    assert ruled(raise_first_titles, f"paragraph {MORE}", *rows)[1] == "title"
    assert ruled(raise_first_titles, f"paragraph {ANSWER}", *rows)[1] == "short"


def over_news(line: str, label: str = "short", above: str = MORE) -> list[str]:
    """The labels of a line between a text and a title of news, and of that title."""
    return ruled(raise_questions, f"paragraph {above}", f"{label} {line}", f"title {TITLE}", *STORY)[1:3]


@pytest.mark.parametrize("line", ["一碗面里的学问真不少", "谁来管管剩饭剩菜？", "望湖街道想出新办法"])
def test_a_line_between_a_text_and_a_title_of_news_is_in_its_stack(line: str) -> None:
    assert over_news(line) == ["title", "title-more"]


@pytest.mark.parametrize("line", ["健康讲堂", "代表委员访谈", "职工文苑", "楚州·人家", "班 组 晒 台"])
def test_the_name_of_a_column_between_a_text_and_a_title_of_news_is_its_banner(line: str) -> None:
    assert over_news(line) == ["section", "title"]


@pytest.mark.parametrize(
    "line", ["何广林", "柳青 田禾", "市民 冉大爷", "望湖街道主任 柳如松", "他说：", "已经用了三年，"]
)
def test_who_signs_a_text_is_not_in_the_stack_below(line: str) -> None:
    assert over_news(line) == ["short", "title"]


def test_a_line_under_a_text_that_goes_on_is_not_in_the_stack_below() -> None:
    assert over_news("一碗面里的学问真不少", above=MORE[:-6]) == ["short", "title"]


def test_a_line_over_a_title_without_news_below_it_may_end_the_text_above() -> None:
    rows = (f"paragraph {MORE}", "short 一碗面里的学问真不少", f"title {TITLE}", f"paragraph {BODY}")
    assert ruled(raise_questions, *rows)[1] == "short"


LETTER = "paragraph 您好！您反映的楼道灯问题我们已经转给物业公司，维修师傅这两天就会上门，请您放心。"


def test_a_line_over_a_greeting_is_the_title_of_a_letter() -> None:
    assert (
        ruled(raise_over_greetings, f"paragraph {MORE}", "short 写给山里的孩子", "short 孩子们：", LETTER)[1] == "title"
    )


@pytest.mark.parametrize(
    ("line", "greeting"), [("市民 冉大爷", "先生："), ("楚州 冉建国", "冉建国同志："), ("老人再三叮嘱，", "孩子们：")]
)
def test_who_is_greeted_or_wrote_the_letter_above_is_no_title(line: str, greeting: str) -> None:
    assert ruled(raise_over_greetings, f"paragraph {MORE}", f"short {line}", f"short {greeting}", LETTER)[1] == "short"


def headed(name: str, label: str = "title") -> list[str]:
    """The labels of a line that was weighed as a banner, and of the title below it."""
    return ruled(lower_institutions, f"paragraph {MORE}", f"section {name}", f"{label} {TITLE}", *STORY)[1:3]


@pytest.mark.parametrize("name", ["后勤集团", "市第二医院", "临江港务局", "丰台", "望湖街道办事处图书馆"])
def test_an_institution_or_place_over_a_headline_is_its_kicker(name: str) -> None:
    assert headed(name) == ["title", "title-more"]


@pytest.mark.parametrize("name", ["健康讲堂", "楚州·人家", "■后勤集团", "国际新闻", "凡人小事"])
def test_the_name_of_a_column_over_a_headline_is_its_banner(name: str) -> None:
    assert headed(name) == ["section", "title"]


def test_an_institution_over_text_is_no_kicker() -> None:
    assert ruled(lower_institutions, f"paragraph {MORE}", "section 后勤集团", *STORY)[1] == "section"


@pytest.mark.parametrize(
    "slogan", ["学习贯彻党的二十大精神", "喜迎建厂六十周年 奋进新征程", "凝心聚力谱写港城发展新篇章"]
)
def test_a_slogan_at_the_head_of_a_page_is_a_banner_over_a_title_and_over_another_banner(slogan: str) -> None:
    for below in ("title 宣讲走进生产一线", "section 【职工讲堂】"):
        assert ruled(raise_slogan, f"title {slogan}", below, *STORY)[0] == "section"
    assert ruled(raise_slogan, f"title {slogan}", "title-more 宣讲走进生产一线", *STORY)[:2] == ["section", "title"]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("学习贯彻劳模精神", "title-more ——市总工会召开座谈会"),
        ("学习贯彻劳模精神，我们怎么做", "title-more 宣讲走进生产一线"),
        ("他们把服务站搬到了集市上", "title-more 宣讲走进生产一线"),
    ],
)
def test_a_headline_that_begins_as_slogans_do_stays_one(title: str, below: str) -> None:
    assert ruled(raise_slogan, f"title {title}", below, *STORY)[:2] == ["title", "title-more"]


PEOPLE = ("炼油一部 王磊", "热电分厂 李雪峰", "储运车间 张玉梅")


@pytest.mark.parametrize("label", ["title", "title-more", "byline", "crosshead"])
def test_people_with_where_they_belong_one_under_the_other_are_a_list(label: str) -> None:
    rows = ruled(lower_people, "title 五月安全之星", *(f"{label} {person}" for person in PEOPLE), *STORY)
    assert rows[:4] == ["title", "short", "short", "short"]


def test_two_authors_of_one_text_are_no_list() -> None:
    rows = ("title 食堂怎样更聪明", "byline 机电学院 高远", "byline 信息学院 何澄", *STORY)
    assert ruled(lower_people, *rows)[1:3] == ["byline", "byline"]


def test_titles_of_two_words_one_under_the_other_are_no_people() -> None:
    rows = ("title 服务站 进集市", "title-more 查电费 不跑腿", "title-more 办更名 几分钟", *STORY)
    assert ruled(lower_people, *rows)[:3] == ["title", "title-more", "title-more"]


def parting(line: str) -> str:
    """What a line is that was weighed as the one crosshead of a story of news."""
    rows = ("title 区总工会开展送清凉活动", *STORY, f"crosshead {line}", f"paragraph {RUSSIA}")
    return ruled(raise_crossheads, *rows)[3]


def test_a_crosshead_alone_in_news_is_a_title() -> None:
    assert parting("望湖街道开办职工食堂") == "title"
    assert parting("一荤两素，只要十块") == "title"


def test_a_strip_that_a_column_end_has_cut_is_no_title() -> None:
    assert parting("活动共走访一线职工3200") == "crosshead"
    assert parting("望湖街道的食堂也开到了工地上，师傅们") == "crosshead"


COOL = ("区总工会开展送清凉活动", LEAD, BODY)


def test_a_figure_goes_on_with_what_it_counts() -> None:
    for cut in (
        ("走访慰问一线职工1200", "余人，送出防暑用品一千五百多份。"),
        ("活动经费共计35", "万元，全部用于一线。"),
    ):
        assert labels(*COOL, *cut, MORE)[3] in ("paragraph", "continues")


def test_who_says_something_goes_on_with_what_is_said() -> None:
    said = "说，一荤两素只要十块钱，师傅们不用再走两站路去吃午饭。"
    assert labels(*COOL, "食堂厨师长何广林", said, MORE)[3:5] == ["paragraph", "continues"]


def test_a_title_over_words_that_begin_as_what_is_counted_or_said_stays_one() -> None:
    told = "说起退休，何广林总是笑，四十年的夜班他没有落下一回，工友们都叫他老班长。"
    assert labels(*COOL, "何广林的最后一班岗", told, MORE)[3] in ("title", "crosshead")
    young = "年轻的时候，何广林在矿上挖煤，一年到头下井三百天，工友们都叫他拼命三郎。"
    assert labels(*COOL, "我们的1976", young, MORE)[3] in ("title", "crosshead")


def test_a_headline_that_is_parted_at_a_comma_is_two_title_lines() -> None:
    rows = ("title 职工书屋里的“深夜食堂”", "paragraph 一座24小时不打烊的书屋，", "title 点亮三班倒职工的夜", *STORY)
    assert ruled(raise_clauses, *rows)[:3] == ["title", "title-more", "title-more"]


def test_a_strip_of_text_that_ends_with_a_comma_over_a_title_is_no_title_line() -> None:
    rows = (f"paragraph {LEAD}", "paragraph 在采访结束的时候，", "title 全市职工篮球赛开赛", *STORY)
    assert ruled(raise_clauses, *rows)[1:3] == ["paragraph", "title"]


def test_a_poet_told_with_a_place_between_verses_begins_another_poem() -> None:
    verses = ("short 有时他也停下来", "short 看远处的村庄", "short 炊烟那么细", "short 像母亲手里的线")
    below = ("short 升井的人", "short 先看见那盏灯")
    assert ruled(raise_authors, *verses, "short 井口的灯", "short 冯矿生（安徽）", *below)[4:6] == ["title", "byline"]


def test_a_name_between_a_headline_and_a_story_from_another_page_is_its_byline() -> None:
    rows = (f"paragraph {BODY}", "short 记我的导师", "short 吴晋之", f"paragraph （上接三版）{BODY}")
    assert ruled(raise_over_jumps, *rows)[1:3] == ["title", "byline"]


def test_a_sure_crosshead_in_news_stands() -> None:
    rows = [f"paragraph {LEAD}", "crosshead 巡查记录倒填日期", f"paragraph {FRANCE}"]
    assert ruled(raise_crossheads, f"title {TITLE}", *rows)[2] == "title"
    assert ruled(raise_crossheads, f"title {TITLE}", *rows, margin=SURE_CROSSHEAD)[2] == "crosshead"


def test_who_speaks_again_and_again_is_no_crosshead() -> None:
    talk = (
        "short 商报：怎么解释？",
        f"paragraph 郭尚仁：{BODY}",
        "crosshead 商报：那为什么不停下来？",
        f"paragraph {BODY}",
    )
    assert ruled(lower_turns, *talk, "short 商报：以后呢？")[2] == "short"
    assert ruled(lower_turns, *talk)[2] == "crosshead"


def test_a_book_with_its_publisher_under_a_review_is_no_title() -> None:
    rows = (f"paragraph {BODY}", "title 《慢变量》 顾海若 著 大江出版社2021年5月版", "title-more 诗人的朗诵会", *STORY)
    assert ruled(lower_book_data, *rows)[1:3] == ["short", "title"]
    assert ruled(lower_book_data, rows[0], "title 《慢变量》走红之后", *STORY)[1] == "title"
