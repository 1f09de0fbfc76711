"""Pages cut into articles, and what goes into which field."""

import pytest

from convert.reader import PageFile, read_page, read_pages, recurring_lines
from tests.reader.pages import BODY, LEAD, MORE, articles, labels, page, texts

OTHER = "本报讯（记者 马超）近日，东城区总工会开展全民阅读活动，辖区企业的二十余名职工参加，现场交流了读书心得。"
TITLE = "公交保修分公司工会慰问雨中值守职工"
SECOND = "绿都锦绣农林工会倡导职工多读书"


def test_a_title_begins_an_article() -> None:
    assert [a.headline for a in articles(TITLE, LEAD, BODY, SECOND, OTHER, MORE)] == [TITLE, SECOND]


def test_a_short_closing_sentence_is_body_text() -> None:
    (first, _) = articles(TITLE, LEAD, BODY, "成绩令人鼓舞，未来催人奋进。", SECOND, OTHER, MORE)
    assert texts(first)[-1] == "成绩令人鼓舞，未来催人奋进。"


def test_list_items_are_body_text() -> None:
    items = [
        "一是把关口前移到预算编制环节。所有项目都要附绩效目标表。",
        "二是对三类资金实行全程跟踪。审计组要见到本人见到物品。",
        "三是帮小微企业工会把账建起来。",
    ]
    (article,) = articles(TITLE, LEAD, *items)
    assert texts(article)[1:] == items


def test_numbered_crossheads_stay_inside_their_article() -> None:
    (article,) = articles(
        "关于做好小微企业工会工作的三点思考",
        "□澹台卫",
        BODY,
        "一、建会之后人在哪里",
        MORE,
        "二、活动之外事从何来",
        BODY[3:],
    )
    assert [b.text for b in article.body if b.type == "crosshead"] == ["一、建会之后人在哪里", "二、活动之外事从何来"]


def test_interview_turns_are_paragraphs() -> None:
    turns = [
        "记者：您指导过三百多场集体协商，近几年职工提得最多的诉求是什么？",
        "答：十年前职工开口先谈涨工资，现在差不多有一半的场次先谈休息。",
    ]
    (article,) = articles("劳动者休息权为什么需要说清楚", "本报记者 路遥知", BODY, *turns)
    assert texts(article)[1:] == turns


def test_a_letter_keeps_its_salutation_name_and_date() -> None:
    lines = [
        "清运三班的叔叔阿姨们：",
        "你们好！我是邵德海的女儿，现在在外地读大学二年级，上个星期爸爸打电话说漏了嘴。",
        "邵雨禾",
        "12月3日",
    ]
    (article,) = articles("“谢谢你们替我照看爸爸”", *lines)
    assert texts(article) == lines


def test_a_poem_keeps_its_lines() -> None:
    verse = ["面罩落下来", "世界只剩一粒米那么大", "我在米上走", "走得比潮水慢"]
    assert texts(articles("焊花写给夜班的信", "□鲁小舟", BODY, *verse, MORE)[0])[1:-1] == verse


def test_a_brief_without_a_title_after_another_is_an_article() -> None:
    found = articles("（上接第1版）" + BODY, MORE)
    assert [(a.kind, a.headline, a.continued_from) for a in found] == [("continuation", None, 1)]


def test_a_jump_glued_to_text_begins_an_article_under_another_ones_end() -> None:
    found = articles(TITLE, LEAD, BODY, "(上接第1版)" + MORE)
    assert [(a.headline, a.continued_from) for a in found] == [(TITLE, None), (None, 1)]
    assert texts(found[1]) == [MORE]


def test_a_jump_line_is_not_body_text() -> None:
    (article,) = articles(TITLE, "(上接第2版)", BODY, MORE)
    assert (article.kind, article.continued_from) == ("continuation", 2)
    assert texts(article) == [BODY, MORE]


@pytest.mark.parametrize(
    ("jump", "number"),
    [("（下转第三版）", 3), ("(下转第12版)", 12), ("（下转02版）", 2), ("（下转Ａ５版）", 5), ("【下轉第十一版】", 11)],
)
def test_a_jump_at_the_end_is_taken_out_of_the_text(jump: str, number: int) -> None:
    (article,) = articles(TITLE, LEAD, BODY + jump)
    assert article.continues_on == number
    assert texts(article)[-1] == BODY


def test_a_hint_at_another_page_is_no_continuation_and_no_text() -> None:
    reading = read_page(
        page(
            "災後重建工作展開",
            "【本報訊】昨日下午，政府宣佈將會撥款協助災民重建家園，並設立服務中心。",
            "{相關新聞見p04}",
        )
    )
    assert reading.articles[0].continues_on is None
    assert "p04" not in reading.articles[0].text
    assert reading.trace[-1].marks == ("{相關新聞見p04}",)


def test_a_paragraph_cut_at_a_column_end_is_one() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:31], BODY[31:], MORE)
    assert texts(article)[1:] == [BODY, MORE]


def test_a_paragraph_cut_twice_is_one() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:20], BODY[20:41], BODY[41:], MORE)
    assert texts(article)[1:] == [BODY, MORE]


def test_a_number_cut_in_two_is_one_number() -> None:
    text = "连日来，区总工会为辖区内的两家职工之家及33家暖心驿站累计配备了2000余件服务设施，受到好评。"
    at = text.index("00余")
    (article,) = articles(TITLE, LEAD, text[:at], text[at:], MORE)
    assert text in texts(article)


def test_a_lead_that_is_cut_is_still_a_lead() -> None:
    (article,) = articles(TITLE, LEAD[:20], LEAD[20:], BODY)
    assert article.byline == "本报讯（记者 白莹）"
    assert texts(article) == [LEAD[10:], BODY]


def test_a_credit_between_two_halves_of_a_paragraph_does_not_part_them() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:31], "本报记者 曹立栋 摄", BODY[31:], MORE)
    assert texts(article)[1:] == [BODY, MORE]
    assert [b.text for b in article.body if b.type == "credit"] == ["本报记者 曹立栋 摄"]


def test_paragraphs_that_end_are_not_joined() -> None:
    (article,) = articles(TITLE, LEAD, BODY, MORE)
    assert texts(article)[1:] == [BODY, MORE]


def test_a_strip_that_is_printed_twice_is_left_out_and_noted() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:31], BODY[31:], BODY[30:], MORE)
    assert texts(article)[1:] == [BODY, MORE]
    assert [(n.code, n.text, n.line) for n in article.notes if n.code == "repeat"] == [("repeat", BODY[30:], 9)]
    assert article.source[0].lines == (1, 11)


def test_lines_of_verse_that_come_twice_both_stay() -> None:
    (article,) = articles("夜班的歌", "□鲁小舟", BODY, "啊，我的炉火", "啊，我的炉火", "照亮了黎明", MORE)
    assert texts(article).count("啊，我的炉火") == 2


def test_an_article_that_starts_in_mid_sentence_says_so() -> None:
    (article, *_) = articles("，广大干部职工纷纷表示要继续努力工作。", MORE)
    assert "starts-in-mid-sentence" in {note.code for note in article.notes}


def test_an_article_that_stops_in_mid_sentence_says_so() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:40])
    assert "ends-in-mid-sentence" in {note.code for note in article.notes}


def test_a_label_is_the_section_without_its_mark() -> None:
    (article,) = articles("■工代会走笔", "当工会插上互联网的翅膀", "□辛望", BODY, MORE)
    assert (article.section, article.headline, article.byline) == ("工代会走笔", "当工会插上互联网的翅膀", "□辛望")
    assert article.kind == "commentary"
    assert article.source[0].lines == (3, 9)


def test_a_column_name_is_the_section() -> None:
    found = articles(TITLE, LEAD, BODY, "人物", "他把扳手交给了徒弟", "本报通讯员 慕容雪", MORE)
    assert (found[1].section, found[1].headline) == ("人物", "他把扳手交给了徒弟")


def test_what_a_picture_or_notice_without_a_title_is_called_is_its_headline() -> None:
    (article,) = articles("图片新闻", BODY + "（新华社记者彭张青摄）")
    assert (article.section, article.headline, article.kind) == (None, "图片新闻", "photo")
    assert [(a.section, a.headline) for a in articles("更正", BODY)] == [(None, "更正")]


def test_a_label_over_a_pictures_text_alone_is_its_headline() -> None:
    (found,) = articles("特殊家庭", BODY, "（新华社记者宋振平摄）")
    assert (found.section, found.headline, found.kind) == (None, "特殊家庭", "photo")


@pytest.mark.parametrize("label", ["■短评快递", "【百事帮】", "编后", "延伸阅读"])
def test_the_name_of_a_column_over_text_without_a_title_is_its_section(label: str) -> None:
    found = articles(TITLE, LEAD, MORE, label, BODY)[1]
    assert (found.section, found.headline, found.kind) == (label.strip("■【】"), None, "other")


def test_a_banner_of_several_pages_is_the_section_and_no_title() -> None:
    banner = "凝心聚力开新局 同舟共济谱新篇"
    pages = [page(banner, TITLE, LEAD, BODY, path="a.txt"), page(banner, SECOND, OTHER, MORE, path="b.txt")]
    assert recurring_lines(pages) == {banner}
    assert [(a.section, a.headline) for a in read_pages(pages)] == [(banner, TITLE), (banner, SECOND)]


def test_a_headline_that_heads_two_pages_is_no_banner() -> None:
    pages = [page(TITLE, SECOND, LEAD, BODY, path="a.txt"), page(TITLE, SECOND, LEAD, MORE, path="b.txt")]
    assert recurring_lines(pages) == frozenset()


def test_a_photo_story_has_a_paragraph_and_a_credit() -> None:
    (article,) = articles(
        "巧手剪出“劳动美”", "3月7日，在职工之家，来自超市的五十多名女职工跟随民间艺人学习剪纸，庆祝节日。", "王阿朵/摄"
    )
    assert article.kind == "photo"
    assert [b.type for b in article.body] == ["paragraph", "credit"]


def test_a_photo_inside_a_report_does_not_make_it_a_photo_story() -> None:
    assert articles(TITLE, LEAD, BODY, "本报记者 曹立栋 摄")[0].kind == "news"


def test_a_picture_text_inside_an_article_is_a_caption() -> None:
    (article,) = articles(TITLE, LEAD, BODY, "图为职工代表在会上发言。", "本报记者 曹立栋 摄", MORE)
    assert [b.type for b in article.body] == ["paragraph", "paragraph", "caption", "credit", "paragraph"]


def test_of_three_title_lines_the_middle_one_is_the_headline() -> None:
    (article,) = articles("从“人等船”到“船一靠就干”", "一本码头班组的效率账", "三年减少候工时间九万小时", LEAD, BODY)
    assert (article.kicker, article.headline, article.subheadline) == (
        "从“人等船”到“船一靠就干”", "一本码头班组的效率账", "三年减少候工时间九万小时",
    )  # fmt: skip


def test_a_mark_on_one_line_of_a_stack_is_on_the_headline() -> None:
    (article,) = articles("用心用情守护职工安全健康权益", "## 通州区总工会搭建职工健康保障平台", LEAD, BODY)
    assert (article.kicker, article.headline) == ("用心用情守护职工安全健康权益", "通州区总工会搭建职工健康保障平台")


def test_a_line_that_names_the_event_is_the_kicker() -> None:
    (article,) = articles("市总工会重点工作月调度会议召开", "切实把教育成果转化为工会工作实绩实效", LEAD, BODY)
    assert (article.kicker, article.headline) == (
        "市总工会重点工作月调度会议召开",
        "切实把教育成果转化为工会工作实绩实效",
    )


def test_a_line_after_a_dash_is_the_subheadline() -> None:
    (article,) = articles("友谊之旅 和平之旅", "——国际舆论高度评价国事访问", LEAD, BODY)
    assert (article.headline, article.subheadline) == ("友谊之旅 和平之旅", "——国际舆论高度评价国事访问")


def test_furniture_is_in_no_article() -> None:
    reading = read_page(
        page("第03版:工会", "2024年2月1日 星期四", TITLE, LEAD, BODY, "责编 周平 美编 李四光", "京ICP备05034568号")
    )
    (article,) = reading.articles
    assert article.source[0].lines == (5, 9)
    assert [line.label for line in reading.trace if line.label == "furniture"] == ["furniture"] * 4


def test_a_page_of_furniture_has_no_article() -> None:
    assert articles("第03版:工会", "2024年2月1日 星期四") == ()


def test_the_same_bytes_give_the_same_ids_at_any_path() -> None:
    first = read_page(page(TITLE, LEAD, SECOND, OTHER, path="/a/b.txt")).articles
    second = read_page(page(TITLE, LEAD, SECOND, OTHER, path="c.txt")).articles
    assert [a.id for a in first] == [a.id for a in second]


def test_a_second_copy_of_a_page_has_ids_of_its_own() -> None:
    file = page(TITLE, LEAD, SECOND, OTHER)
    ids = [a.id for a in read_pages([file, PageFile("copy.txt", file.data)])]
    assert len(set(ids)) == 4


def test_traditional_pages_are_cut_as_simplified_ones() -> None:
    found = articles(
        "災後重建工作展開",
        "【本報訊】昨日下午，政府宣佈將會撥款協助災民重建家園，並且會在各區設立服務中心，為有需要的市民提供支援。",
        "學童健康檢查計劃下月推行",
        "〔記者王小明／台北報導〕市府衛生局昨日表示，學童健康檢查計劃將於下月推行，預計有三萬名學童受惠，家長可上網登記。",
    )
    assert [a.headline for a in found] == ["災後重建工作展開", "學童健康檢查計劃下月推行"]
    assert [p.name for p in found[1].people] == ["王小明"]


def test_a_gap_of_three_lines_parts_articles() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n\n\n亲子活动感受公交发展历程\n\n{MORE}\n\n{BODY[5:]}"
    assert [a.headline for a in read_page(PageFile("p", text.encode())).articles] == [TITLE, "亲子活动感受公交发展历程"]


def test_labels_say_what_each_line_is() -> None:
    assert labels(TITLE, LEAD, BODY[:31], BODY[31:], "本报记者 曹立栋 摄") == [
        "title", "paragraph", "paragraph", "continues", "credit",
    ]  # fmt: skip


def test_rows_of_a_table_and_the_names_of_its_columns_are_paragraphs_of_their_own() -> None:
    (article,) = articles(
        "上周全市主要蔬菜批发价格小幅回落",
        LEAD,
        "品种 本周 上周 涨跌",
        "白菜 1.20 1.35 -11.1%",
        "菠菜 3.40 3.80 -10.5%",
        MORE,
    )
    assert article.headline == "上周全市主要蔬菜批发价格小幅回落"
    assert texts(article)[1:] == ["品种 本周 上周 涨跌", "白菜 1.20 1.35 -11.1%", "菠菜 3.40 3.80 -10.5%", MORE]


def test_a_crosshead_and_a_turn_of_an_interview_are_told_apart() -> None:
    told = labels(
        "技能人才的春天来了", "本报记者 张薇", LEAD, "巷子里的议事亭", BODY, "记者：您怎么看“八级工”制度？", MORE
    )
    assert told[3] == "crosshead"
    assert told[5] != "crosshead"


def test_stories_without_leads_are_parted_by_what_they_tell_of() -> None:
    wheat = "眼下正是冬小麦播种的关键时期，全省各地抢抓晴好天气，组织农机手昼夜作业，目前已播种面积超过六成。"
    experts = "农业农村厅派出专家组深入田间地头，指导农民科学选种、合理施肥，确保冬小麦种足种好。"
    library = "晚上九点，市图书馆三楼的自习区依然座无虚席。自上月开放夜场以来，这里每晚接待读者超过四百人。"
    found = articles(
        "冬小麦播种过半",
        wheat,
        experts,
        "图书馆夜场受欢迎",
        library,
        "馆方介绍，夜场将试行到年底，届时视情况决定是否延长。",
    )
    assert [article.headline for article in found] == ["冬小麦播种过半", "图书馆夜场受欢迎"]


def test_a_credit_that_ends_a_caption_is_a_block_of_its_own() -> None:
    (article,) = articles("职工技能大赛昨天开幕", LEAD, BODY, "图为选手在比赛中。 本报记者 钱二虎 摄")
    assert [(str(block.type), block.text) for block in article.body[-2:]] == [
        ("caption", "图为选手在比赛中。"),
        ("credit", "本报记者 钱二虎 摄"),
    ]
    assert [(person.name, str(person.role)) for person in article.people][-1] == ("钱二虎", "photographer")


def test_a_picture_inside_an_article_has_its_credit_taken_off_too() -> None:
    (article,) = articles("职工技能大赛昨天开幕", LEAD, "选手在比赛中焊接钢梁，火花四溅。（贾 琳摄）", MORE)
    assert [(b.type, b.text) for b in article.body[1:3]] == [
        ("paragraph", "选手在比赛中焊接钢梁，火花四溅。"),
        ("credit", "（贾 琳摄）"),
    ]
    assert [(p.name, p.role) for p in article.people][-1] == ("贾琳", "photographer")


def test_who_wrote_is_no_title_where_the_last_title_line_tells_it() -> None:
    (article,) = articles("■工会论坛", "厂务公开不能“公”而不“开”", "河滨化工集团工会主席　宗茂林", BODY + MORE, MORE)
    assert (article.headline, article.byline) == ("厂务公开不能“公”而不“开”", "河滨化工集团工会主席　宗茂林")
    assert [(p.name, p.role) for p in article.people] == [("宗茂林", "author")]


def test_who_drew_for_the_whole_page_is_credited_in_no_article() -> None:
    found = articles("职工技能大赛昨天开幕", LEAD, BODY, "本版插图：方可")
    assert all(person.name != "方可" for article in found for person in article.people)
    (article,) = articles("职工技能大赛昨天开幕", LEAD, BODY, "插图：方可")
    assert [person.name for person in article.people] == ["白莹", "方可"]


def test_the_agencys_day_goes_with_its_editors() -> None:
    (article,) = articles(
        "大甲媽祖遶境今夜起駕", "（中央社記者趙麗妍台中12日電）" + BODY, MORE + "（編輯：李錫璋）1130312"
    )
    assert article.byline is not None
    assert article.byline.endswith("（編輯：李錫璋）1130312")
    assert texts(article)[-1] == MORE
    assert ("李錫璋", "editor") in [(p.name, p.role) for p in article.people]
