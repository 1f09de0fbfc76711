"""Pages of newspapers that set and flatten their pages in other ways, made up for these tests."""

import datetime
from pathlib import Path

import opencc

from convert.model import Article
from convert.reader import PageFile, Reading, read_page

NATIONAL = """人民日报2024年01月13日 星期六
第01版：要闻

坚持以人民为中心的发展思想
扎实推进共同富裕
——写在全国两会召开之际

本报记者 徐 隽 张 璁

“报告指出，现代化是全体人民共同富裕的现代化。”连日来，代表委员围绕这一话题展开热烈讨论，大家一致认为，要在发展中改善民生。
从东部沿海到西部边陲，从繁华都市到偏远山村，共同富裕的脚步从未停歇。过去一年，居民人均可支配收入实际增长百分之六点一。
抓产业，夯实共同富裕的物质基础
在浙江省安吉县，一片叶子富了一方百姓。当地把白茶产业作为主导产业来抓，带动三万多农户增收。
（下转第三版）

国务院办公厅印发《关于加强养老服务的意见》

新华社北京1月12日电  （记者王优玲、董瑞丰）国务院办公厅日前印发《关于加强养老服务的意见》，提出了二十六条举措。
《意见》提出，到2025年，养老服务网络基本健全，养老机构护理型床位占比不断提高。

本版责编：张帅祯 钟 秋 唐中科
《 人民日报 》（ 2024年01月13日   第 01 版）
"""

HONG_KONG = """A4  要聞

大埔蚊患成災 居民叫苦連天
議員促食環署加強滅蚊

【大公報訊】記者張三報道：大埔多個屋苑近日蚊患嚴重，有居民表示家中小孩被叮咬至全身紅腫，要求政府盡快處理。

有居民說：「每晚都睡不好，蚊滋擾得實在太厲
害，希望政府做點事。」

{相關新聞見p04}

公屋輪候時間創新高

〔本報綜合報導〕房屋署最新數字顯示，一般申請者平均輪候時間增至六年一個月，創下廿三年新高。
"""

EVENING = """北京晚报 2019年3月8日 星期五 责编 王五 美编 李四 校对 赵六
08
本市新闻

地铁12号线年内开工三座车站
建成后将缓解北三环交通压力

晨报讯（首席记者 王薇）昨天，记者从市重大项目办获悉，地铁12号线今年将新开工三座车站，目前，前期管线改移工作正在推进。

12号线全长29.6公里，共设21座车站，其中换乘车站达15座。建成以后，将有效缓解北三环沿线的交通压
力，并为中关村、望京等地区的市民出行提供便利。
J256

“三八”节里送花忙

昨天，朝阳区一家花店里，店员正忙着为顾客打包鲜花。随着“三八”国际妇女节的到来，鲜花销量较平时增长了三成。

本报记者 王海欣 摄 J222
"""


STORY = (
    "昨天上午，全市职工技能大赛在工人体育馆开幕，来自各区的三百多名选手参加比赛。"
    "市总工会负责人出席并致辞，希望选手赛出水平。"
)
MORE = (
    "据介绍，本次大赛设置十个工种，历时三个月，优胜者将被授予技术能手称号。"
    "主办方还为选手安排了技术交流活动，促进共同提高。"
)
ISLAND = (
    "台北市政府昨天宣布，自下月起全面調整公車票價，預估每年將增加三億元營收，並改善駕駛員待遇。"
    "交通局長表示，新制上路後將持續檢討。"
)
PEOPLE_SAY = (
    "市議員則質疑，票價調漲時機不當，恐加重民眾負擔，要求市府提出配套措施。"
    "多名民眾受訪時表示，希望班次能夠增加，減少候車時間。"
)

UNION = f"""3 工人日报 2024年2月1日 星期四
责任编辑：周平 美编：李红 电话：（010）84111234 E-mail:abc@def.com

让新就业形态劳动者有“家”的感觉
——某市工会服务快递员小记

本报记者 王彪 本报通讯员 李小明

{STORY}

{MORE}

某地一季度发放稳岗返还资金三亿元

本报北京1月31日电（工人日报—中工网记者王小虎 通讯员赵大川）{MORE}

{STORY}
"""

SOUTHERN = f"""南方都市报 2012年5月6日 星期日
A08 广州·城事

职工技能大赛昨天开幕
三百选手同场竞技

南都讯 记者王彪 通讯员李小明 {STORY}

{MORE}

采写：南都记者 王彪 实习生 赵大川

工会送清凉进工地

文/图 羊城晚报记者 周一山 通讯员 穗工宣

{MORE}

{STORY}
"""

TAIWAN = f"""中華民國113年2月1日　星期四
A4　生活新聞

公車票價下月調漲
議員批時機不當

〔記者王小明、陳大文／台北報導〕{ISLAND}

{PEOPLE_SAY}

（記者王小明攝）

捷運新線明通車
首月免費搭乘

記者李大同／高雄報導

{ISLAND}

{PEOPLE_SAY}

（圖／新北市政府提供）
"""

WIRED = f"""明報 2024-02-01 A2 要聞

公車票價下月調漲　議員批時機不當

【明報專訊】{ISLAND}

{PEOPLE_SAY}

明報記者 王小明

相關新聞刊A4
"""


def reading(text: str, path: str = "page.txt") -> Reading:
    return read_page(PageFile(path, text.encode()))


def titles(article: Article) -> tuple[str | None, str | None, str | None]:
    return article.kicker, article.headline, article.subheadline


def test_a_national_dailys_page_without_blank_lines_between_paragraphs() -> None:
    found = reading(NATIONAL)
    first, second = found.articles
    assert titles(first) == ("坚持以人民为中心的发展思想", "扎实推进共同富裕", "——写在全国两会召开之际")
    assert [person.name for person in first.people] == ["徐隽", "张璁"]
    assert first.body[0].text.endswith("改善民生。")
    assert first.continues_on == 3
    assert second.dateline == "新华社北京1月12日电"
    assert (found.facts.paper, found.facts.date, found.facts.page) == ("人民日报", datetime.date(2024, 1, 13), 1)


def test_a_hong_kong_page_with_its_leads_quotes_and_hints() -> None:
    first, second = reading(HONG_KONG).articles
    assert titles(first) == (None, "大埔蚊患成災 居民叫苦連天", "議員促食環署加強滅蚊")
    assert [person.name for person in first.people] == ["張三"]
    assert first.body[-1].text == "有居民說：「每晚都睡不好，蚊滋擾得實在太厲害，希望政府做點事。」"
    assert second.byline == "〔本報綜合報導〕"
    assert {first.language, first.page} == {"zh-Hant", 4}


def test_an_evening_papers_page_with_codes_and_a_lead_of_its_own() -> None:
    found = reading(EVENING)
    first, second = found.articles
    assert (first.section, first.headline) == ("本市新闻", "地铁12号线年内开工三座车站")
    assert first.byline == "晨报讯（首席记者 王薇）"
    assert first.body[-1].text.endswith("交通压力，并为中关村、望京等地区的市民出行提供便利。")
    assert second.kind == "photo"
    assert [person.name for person in second.people] == ["王海欣"]
    assert (found.facts.paper, found.facts.page) == ("北京晚报", 8)


def test_a_footer_between_two_halves_of_a_paragraph_parts_nothing() -> None:
    text = EVENING.replace("交通压\n力", "交通压\n\n第08版：本市新闻\n\n力")
    assert reading(text).articles[0].body[-1].text.endswith("交通压力，并为中关村、望京等地区的市民出行提供便利。")


def test_the_script_makes_no_difference_to_what_a_line_is(root: Path) -> None:
    converter = opencc.OpenCC("s2t")
    for path in sorted((root / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        table = {ord(char): converter.convert(char) for char in set(text)} | {ord("“"): "「", ord("”"): "」"}
        before, after = reading(text), reading(text.translate(table))
        assert [line.label for line in after.trace] == [line.label for line in before.trace]
        assert [[p.name for p in a.people] for a in after.articles] == [
            [p.name.translate(table) for p in a.people] for a in before.articles
        ]
        assert {a.language for a in after.articles} == {"zh-Hant"}


def named(article: Article) -> list[tuple[str, str]]:
    return [(person.name, str(person.role)) for person in article.people]


def test_a_national_union_papers_page_with_its_correspondents_and_contacts() -> None:
    found = reading(UNION)
    first, second = found.articles
    assert titles(first) == (None, "让新就业形态劳动者有“家”的感觉", "——某市工会服务快递员小记")
    assert named(first) == [("王彪", "reporter"), ("李小明", "correspondent")]
    assert second.dateline == "本报北京1月31日电"
    assert named(second) == [("王小虎", "reporter"), ("赵大川", "correspondent")]
    assert (found.facts.paper, found.facts.date, found.facts.page) == ("工人日报", datetime.date(2024, 2, 1), 3)


def test_a_southern_papers_page_with_writers_named_at_the_head_and_at_the_end() -> None:
    found = reading(SOUTHERN)
    first, second = found.articles
    assert first.byline == "南都讯 记者王彪 通讯员李小明\n采写：南都记者 王彪 实习生 赵大川"
    assert named(first) == [("王彪", "reporter"), ("李小明", "correspondent"), ("赵大川", "intern_reporter")]
    assert [block.text for block in first.body] == [STORY, MORE]
    assert named(second) == [("周一山", "reporter"), ("穗工宣", "correspondent")]
    assert (found.facts.date, found.facts.page) == (datetime.date(2012, 5, 6), 8)


def test_a_page_of_taiwan_with_its_years_leads_and_credits() -> None:
    found = reading(TAIWAN)
    first, second = found.articles
    assert named(first) == [("王小明", "reporter"), ("陳大文", "reporter"), ("王小明", "photographer")]
    assert named(second) == [("李大同", "reporter")]
    assert [str(block.type) for block in second.body] == ["paragraph", "paragraph", "credit"]
    assert (found.facts.date, found.facts.page) == (datetime.date(2024, 2, 1), 4)


def test_a_reporter_who_signs_at_the_end_is_no_photographer() -> None:
    (article,) = reading(WIRED).articles
    assert article.byline == "【明報專訊】\n明報記者 王小明"
    assert named(article) == [("王小明", "reporter")]
    assert [str(block.type) for block in article.body] == ["paragraph", "paragraph"]
