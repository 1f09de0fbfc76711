"""What the setting of a page makes certain, whatever the weights say."""

from convert.model import Kind
from convert.reader.titles import Titles
from tests.reader.pages import BODY, LEAD, MORE, articles, labels, texts

WIRE = "据新华社东京1月24日电 （记者钱铮）受强寒潮影响，日本多地24日遭遇强降雪，交通运输受到严重影响，数百个航班取消。"
LETTER = "解放路菜市场旁边的公厕锁了大半年，门上贴着“维修”的纸条，却不见有人来修，附近居民和来买菜的人都很不方便。"


def titles(*lines: str) -> list[Titles]:
    """The titles of the page's articles."""
    return [Titles(found.kicker, found.headline, found.subheadline) for found in articles(*lines)]


def test_a_known_name_over_the_first_title_is_the_pages_banner() -> None:
    (found,) = articles("国际新闻", "日本多地遭遇强降雪", "数百航班取消 新干线停运", WIRE)
    assert (found.section, found.headline, found.subheadline) == (
        "国际新闻",
        "日本多地遭遇强降雪",
        "数百航班取消 新干线停运",
    )


def test_a_columns_name_set_with_spaces_is_known_too() -> None:
    (found,) = articles("副 刊", "春到茶山", "王德福", BODY, MORE)
    assert (found.section, found.headline, found.byline) == ("副 刊", "春到茶山", "王德福")


def test_short_lines_between_a_title_and_its_lead_are_title_lines_whatever_they_look_like() -> None:
    assert labels("体坛速递", "短道速滑世界杯", "中国队再添一金", LEAD)[1:3] == ["title", "title-more"]


def test_a_line_that_ends_with_a_colon_over_a_title_is_its_kicker() -> None:
    page = ("工会办实事", LEAD, MORE, "台大教授：", "缺工潮恐持續十年", "少子化衝擊 製造業首當其衝", WIRE)
    assert titles(*page)[1] == Titles("台大教授：", "缺工潮恐持續十年", "少子化衝擊 製造業首當其衝")


def test_a_place_over_a_title_is_its_kicker() -> None:
    page = ("区县工会", "工会办实事", LEAD, MORE, "丰台", "流动服务车开进园区", WIRE)
    assert titles(*page)[1] == Titles("丰台", "流动服务车开进园区", None)


def test_a_line_under_a_place_that_heads_an_article_is_its_headline() -> None:
    brief = "俄罗斯中央选举委员会2日宣布，2024年总统选举候选人登记工作结束，共4名候选人。"
    (found,) = titles("俄罗斯", "总统选举候选人登记工作结束", brief)
    assert found == Titles("俄罗斯", "总统选举候选人登记工作结束", None)


def test_a_bracket_that_says_whose_wire_all_briefs_are_from_is_no_text() -> None:
    (found,) = articles("工会办实事", BODY, MORE, "（均据新华社电）")
    assert (found.dateline, texts(found)) == ("（均据新华社电）", [BODY, MORE])


def test_a_line_over_the_greeting_of_a_letter_is_the_letters_title() -> None:
    page = ("路灯不亮 行人摸黑", "编辑同志：", LETTER, "城南新村居民 周建国", "公厕何时能开门", "记者同志：", LETTER)
    assert [found.headline for found in titles(*page)] == ["路灯不亮 行人摸黑", "公厕何时能开门"]


def test_corrections_and_lost_papers_stand_by_themselves() -> None:
    for name in ("更正", "遗失声明"):
        found = titles("工会办实事", LEAD, MORE, name, "王小明遗失身份证，号码110101198001010011，声明作废。")
        assert [each.headline for each in found] == ["工会办实事", name]


def test_a_bracket_that_counts_poems_stands_under_their_title_and_over_their_author() -> None:
    verses = ("弧光一闪照天开，", "铁骨钢筋次第来。", "莫道此身无彩笔，", "万千广厦笔中裁。")
    first = ("高塔上的人", "罗 鸣", "你把身体", "悬在风里", "悬在城市最高的", "问号里")
    poems = articles(*first, "咏焊工", "（外一首）", "陈大为", *verses)
    assert [(found.headline, found.subheadline, found.byline) for found in poems] == [
        ("高塔上的人", None, "罗 鸣"),
        ("咏焊工", "（外一首）", "陈大为"),
    ]


def test_a_signed_poem_is_no_commentary() -> None:
    (found,) = articles("车间里的光", "□ 林 峰", "午夜的车间", "灯光比星星更亮", "机床低声哼唱", "像母亲的摇篮曲")
    assert (found.kind, found.byline) == (Kind.NEWS, "□ 林 峰")


def test_names_behind_the_last_full_stop_sign_the_article() -> None:
    (found,) = articles("流动服务车开进园区", BODY, f"{MORE} 孙艳 王小明")
    assert texts(found) == [BODY, MORE]
    assert (found.byline, [person.name for person in found.people]) == ("孙艳 王小明", ["孙艳", "王小明"])


def test_words_behind_the_last_full_stop_are_text() -> None:
    (found,) = articles("流动服务车开进园区", BODY, f"{MORE} 欢迎 参加")
    assert (texts(found)[-1], found.byline) == (f"{MORE} 欢迎 参加", None)


def test_what_begins_with_a_label_in_brackets_goes_on_with_nothing() -> None:
    part = "【案情】小李2020年3月入职某公司，公司要求其签署《自愿放弃缴纳社会保险承诺书》，后来小李提出解除合同。"
    (found,) = articles("职工维权", "案例一", "被迫“自愿”放弃社保，补偿金该不该给", part, BODY)
    assert part in texts(found)
    assert found.byline is None


TOLD = "春天是养肝的好时节，不少人一到春天就开始喝各种“养肝茶”，殊不知其中有些做法反而会伤肝。"
NEXT = "近期流感活动水平仍处于高位，市民外出请佩戴口罩，勤洗手，多通风，出现症状应及时就医。"


def test_a_short_first_line_with_the_folio_under_it_is_the_pages_banner() -> None:
    (found,) = articles("健康周刊", "2025年3月12日 星期三", "本版编辑 王慧", "春季养肝，别踩这些坑", TOLD)
    assert (found.section, found.headline) == ("健康周刊", "春季养肝，别踩这些坑")


def test_a_day_and_a_part_of_the_paper_beside_the_folio_are_furniture() -> None:
    page = ("理工大学报", "第 1286 期", "2024 年 10 月 15 日", "春运特刊 3", "我校召开评估动员大会", LEAD)
    assert labels(*page) == ["furniture"] * 4 + ["title", "paragraph"]


def test_an_author_told_with_school_or_works_is_a_byline() -> None:
    (found,) = articles("第一次包饺子", "广州市华阳小学三（1）班 何子轩", TOLD, NEXT)
    assert (found.headline, found.byline) == ("第一次包饺子", "广州市华阳小学三（1）班 何子轩")
    (found,) = articles("戈壁滩上的一夜", "[甘肃]马步升", TOLD, NEXT)
    assert (found.headline, found.byline) == ("戈壁滩上的一夜", "[甘肃]马步升")


def test_a_line_over_such_an_author_begins_a_poem() -> None:
    poem = ("秋夜", "机电学院 高远", "月光落在操场的跑道上", "一圈，又一圈", "像不肯睡去的少年")
    found = articles("工会办实事", LEAD, MORE, *poem)[1]
    assert (found.headline, found.byline, texts(found)) == ("秋夜", "机电学院 高远", list(poem[2:]))


def test_a_list_of_people_with_their_works_names_no_author() -> None:
    found = labels("安全之星", "炼油一部 王磊", "热电分厂 李雪峰", "储运车间 张玉梅", TOLD)
    assert "byline" not in found


def test_the_name_of_a_notice_begins_an_article() -> None:
    page = ("停水通知", TOLD, "市自来水有限公司", "4月17日", "拍卖公告", NEXT, "电话：13800000000", "寻人启事", TOLD)
    assert [found.headline for found in titles(*page)] == ["停水通知", "拍卖公告", "寻人启事"]


def test_a_closing_formula_is_no_notice() -> None:
    assert labels("关于停水的公告", TOLD, "特此公告", "市自来水有限公司")[2] == "short"


def test_what_follows_a_signature_or_a_source_has_a_title() -> None:
    page = ("养生", TOLD + "（陈静）", "健康提示", "流感高发期请做好防护", NEXT, "（摘自《生命时报》）", "说茶", TOLD)
    assert titles(*page)[1:] == [Titles(None, "流感高发期请做好防护", None), Titles(None, "说茶", None)]


def test_who_took_a_picture_signs_no_text() -> None:
    found = labels("工会办实事", LEAD, "连日来，职工们冒雪清理道岔积雪。 （原瑞伦摄）", "车站一日", TOLD)
    assert found[3] != "title-more"


def test_the_first_title_of_a_translated_story_stands_in_its_stack() -> None:
    page = (
        "工会办实事",
        LEAD,
        MORE,
        "美媒：人工智能改变白领工作",
        "美国《华尔街日报》5月16日文章",
        "原题：白领的“工业革命”",
        TOLD,
    )
    assert labels(*page)[3:6] == ["title", "title-more", "title-more"]


def test_a_lead_that_ends_with_the_title_of_its_story_is_a_line_by_itself() -> None:
    page = ("【法新社巴黎5月18日电】题：欧洲为何重新拥抱夜间火车", "在廉价航空盛行多年之后，夜间火车正悄然重返欧洲。")
    assert labels("外国媒体看世界", *page)[2] == "paragraph"


def test_the_rows_of_a_schedule_are_no_titles() -> None:
    rows = ("18:00 摩洛哥 对 克罗地亚（F组）", "21:00 德国 对 日本（E组）", "23:00 法国 对 澳洲（D组）")
    found = labels("工会办实事", LEAD, MORE, "今日赛程", *rows, "球评", "一场胜利背后的体系", "■梁启明", TOLD)
    assert found[5:7] == ["short", "short"]
    assert found[4] in ("short", "opening")
    assert found[7] in ("title", "section")


def test_a_few_characters_over_a_title_name_its_column() -> None:
    found = articles("工会办实事", LEAD, MORE, "以案释法", "遗嘱没有日期有效吗", LEAD)[1]
    assert (found.section, found.headline) == ("以案释法", "遗嘱没有日期有效吗")


def test_a_caption_with_its_credit_ends_there() -> None:
    page = (
        "归途",
        "2月3日，在成都东站，一名旅客怀抱孩子走向站台。 胡志强 摄",
        "守护",
        "2月1日，职工冒雪清理道岔积雪。 原瑞伦 摄",
    )
    assert "continues" not in labels(*page)


def test_the_price_of_a_book_is_not_the_newspapers() -> None:
    page = ("沉默的车间", "作者：罗秋生", "出版社：工人出版社", "定价：58.00元", TOLD)
    assert "furniture" not in labels(*page)


def test_a_name_with_place_and_calling_in_brackets_is_a_byline() -> None:
    (found,) = articles(
        "請還給行人一條安全的路",
        "楊淑惠（新北市／教師）",
        "日前行經縣民大道，騎樓被機車占滿，行人只能走上車道，險象環生。",
    )
    assert found.byline == "楊淑惠（新北市／教師）"


def test_whom_to_call_ends_a_notice() -> None:
    page = ("谁捡到我的助听器？", TOLD, "联系人：孙老伯", "捐旧书 换绿植", NEXT)
    assert [found.headline for found in titles(*page)] == ["谁捡到我的助听器？", "捐旧书 换绿植"]


def test_bulleted_briefs_under_any_name_for_briefs_are_articles() -> None:
    page = (
        "工会办实事",
        LEAD,
        MORE,
        "财税短波",
        "◆自8月起，纳税人可通过手机开具电子发票。（孙维）",
        "◆县税务局走访退役军人创业户。（周宁）",
    )
    assert labels(*page)[3:] == ["section", "opening", "opening"]


def test_a_column_of_four_characters_over_the_headline_of_a_question_is_no_headline() -> None:
    asked = ("问：我是一名个体工商户，季度销售额未超过45万元，免征增值税后还需要申报吗？", "答：" + NEXT)
    found = articles("工会办实事", LEAD, BODY, MORE, "读者问答", "小规模纳税人免税，还需要申报吗？", *asked)[1]
    assert (found.section, found.headline) == ("读者问答", "小规模纳税人免税，还需要申报吗？")


def test_a_line_over_a_first_question_is_a_title() -> None:
    asked = ("问：申请需要什么条件？", "答：" + NEXT, "问：在哪里申请？", "答：" + TOLD)
    assert [found.headline for found in titles("工会办实事", LEAD, MORE, "金融知识问答", *asked)][1:] == [
        "金融知识问答"
    ]


def test_the_bare_number_of_a_page_is_furniture_over_its_folio() -> None:
    assert labels("4", "副刊", "2010年6月11日 星期五", "母亲的针线笸箩", TOLD)[0] == "furniture"


def test_a_crosshead_alone_in_a_news_story_is_the_next_ones_title() -> None:
    page = ("区总工会开展送清凉活动", LEAD, BODY, MORE, "复工人员可以通过公交通勤", NEXT, TOLD)
    assert len(articles(*page)) == 2


def test_a_crosshead_over_what_goes_on_with_the_story_stays_one() -> None:
    lead = (
        "本报讯（记者 白莹）7月31日下午，区总工会走进工地，为一线职工送去清凉。活动现场，工会干部把毛巾送到职工手里，"
    )
    rest = "据了解，活动将持续到八月底，覆盖全区二十个工地。"
    page = ("区总工会开展夏送清凉活动", lead, "职工们连声道谢。", "大家都很满意", rest, "工人诗社成立", LEAD)
    assert labels(*page)[3] == "crosshead"


def test_the_title_over_a_pictures_text_and_its_credit_is_no_crosshead() -> None:
    caption = (
        "9月22日，第四届混凝土修补工技能竞赛举行，选手手持抹刀，在规定时间内修复蜂窝、麻面等缺陷。图为选手在检查表面。"
    )
    page = ("工会办实事", LEAD, BODY, MORE, "赛场绣功夫", caption, "图片由受访单位提供", "简讯", "●" + BODY)
    assert "赛场绣功夫" in [found.headline for found in articles(*page)]


def test_no_crosshead_stands_right_under_a_banner() -> None:
    page = ("工会办实事", LEAD, MORE, "简讯", "一周工会动态", "●" + BODY, "●" + MORE)
    assert labels(*page)[4] == "title"


def test_a_slogan_at_the_head_of_the_page_is_its_banner() -> None:
    (found,) = articles("凝心聚力促发展 服务职工在行动", "老厂房里长出工匠街", LEAD, MORE)
    assert (found.section, found.headline) == ("凝心聚力促发展 服务职工在行动", "老厂房里长出工匠街")


def test_each_lead_in_a_row_of_briefs_begins_one() -> None:
    briefs = [
        f"新华社北京一月六日电 外交部发言人{day}日在记者招待会上宣布，应邀进行正式友好访问。" for day in (1, 2, 3)
    ]
    assert len(articles("工会办实事", LEAD, MORE, "简讯", *briefs)) == 4


def test_a_line_over_a_lead_is_a_title_whatever_stands_above() -> None:
    page = ("区总工会开展送清凉活动", LEAD, BODY, MORE, "让如常生活回归，让经济恢复重振", LEAD)
    assert [found.headline for found in titles(*page)] == ["区总工会开展送清凉活动", "让如常生活回归，让经济恢复重振"]


def test_a_name_between_a_title_and_its_text_signs_it() -> None:
    (found,) = articles("国商银行倒闭风波", "钟行", TOLD, NEXT)
    assert found.byline == "钟行"


def test_the_first_line_of_a_series_of_one_form_is_a_crosshead() -> None:
    page = (
        "各地工会服务一线见闻",
        "凤台县：把图书角搬上公交车",
        BODY,
        "泽州港区：海员体检不用下船",
        MORE,
        "白石街道：商场里的妈妈小屋",
        NEXT,
    )
    assert labels("工会办实事", LEAD, "基层动态", *page)[4] == "crosshead"


def test_a_short_line_over_a_table_is_its_title() -> None:
    table = ("品种 批发价 环比", "大白菜 1.86 -3.1%", "西红柿 6.20 +5.4%", "猪肉 36.50 -2.2%")
    found = articles("工会办实事", LEAD, BODY, MORE, "农产品价格行情", *table)
    assert found[-1].headline == "农产品价格行情"


def test_a_label_in_its_marks_is_a_banner() -> None:
    assert (
        articles("工会办实事", LEAD, MORE, "【职工诗笺】", "焊花写给夜班的信", "□鲁小舟", TOLD)[1].section == "职工诗笺"
    )


def test_a_question_over_the_title_of_news_is_in_its_stack() -> None:
    page = ("工会办实事", LEAD, BODY, MORE, "职工食堂开门办，味道谁说了算？", "化纤工会把菜单交给职工", LEAD)
    assert titles(*page)[1].headline in ("职工食堂开门办，味道谁说了算？", "化纤工会把菜单交给职工")
    assert labels(*page)[4] == "title"


def test_a_line_over_a_greeting_is_the_title_of_a_letter() -> None:
    letter = (
        "一封家书",
        "妈妈：",
        "您好！离家已经三个月了，车间里的师傅们对我都很好，您不用惦记我。",
        "儿子：小军",
        "4月2日",
    )
    assert articles("工会办实事", LEAD, BODY, MORE, *letter)[-1].headline == "一封家书"


def test_the_banner_stands_over_the_title_of_a_short_piece_too() -> None:
    page = ("企业文化", "2019年4月12日 星期五 编辑：周萍", "我的师傅", "二车间 刘小兵", TOLD, NEXT)
    (found,) = articles(*page)
    assert (found.section, found.headline, found.byline) == ("企业文化", "我的师傅", "二车间 刘小兵")


def test_a_crosshead_that_nothing_follows_breaks_no_reader() -> None:
    assert labels("区总工会开展送清凉活动", LEAD, BODY, MORE, NEXT, "大家都很满意")[-1] in ("short", "crosshead")
