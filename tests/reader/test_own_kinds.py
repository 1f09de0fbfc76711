"""Pages of kinds that no newspaper of the known pages prints: a county's weekly, a factory's paper, letters, briefs."""

from convert.model import Article
from convert.reader import PageFile, read_page


def read(*lines: str) -> tuple[Article, ...]:
    """The articles of a page of these lines, each parted by a blank one."""
    return read_page(PageFile("page.txt", "\n\n".join(lines).encode())).articles


SUPPLY = "县供销社近日组织技术员下乡指导春耕，发放技术资料三千余份。"
SCHOOL = "城关镇中心小学举行开学典礼，三百名新生入学。"
LIBRARY = "县图书馆延长开放时间，每晚开放到九时。"


def test_briefs_under_the_name_of_their_column_are_articles_of_their_own_without_a_headline() -> None:
    found = read("简讯", SUPPLY, SCHOOL, LIBRARY)
    assert [article.text for article in found] == [SUPPLY, SCHOOL, LIBRARY]
    assert [article.headline for article in found] == [None, None, None]
    assert found[0].section == "简讯"


def test_of_briefs_with_marks_each_mark_begins_one() -> None:
    found = read("简讯", "▲" + SUPPLY, "▲" + SCHOOL, "新生中有二十人来自山区。", "▲" + LIBRARY)
    assert [len(article.body) for article in found] == [1, 2, 1]


def test_the_name_of_a_newspaper_over_its_folio_is_no_headline() -> None:
    page = read_page(
        PageFile(
            "page.txt",
            "北方轴承报\n第三版：车间新貌\n\n热处理车间连续百日无废品\n\n本报讯 热处理车间全体职工围绕质量攻关，"
            "一百天没有出现一件废品，创造了建厂以来的最好水平。".encode(),
        )
    )
    assert [article.headline for article in page.articles] == ["热处理车间连续百日无废品"]
    assert (page.facts.paper, page.facts.page) == ("北方轴承报", 3)


def test_who_sent_a_letter_stands_under_it_and_is_no_headline() -> None:
    first, second = read(
        "感谢好司机",
        "本月3日晚上，我乘坐52路公交车时把装有证件和3000元现金的背包遗忘在座位上，司机捡到后想方设法与我取得联系，"
        "并分文不少地送还给我。借贵报一角，表达我的谢意！",
        "市民 陈国庆",
        "公园晨练音响能否调小些",
        "近来，人民公园里跳广场舞的队伍越来越多，各队的音响一个比一个响。住在公园附近的上夜班的职工早晨根本无法休息。",
        "（刘志刚）",
    )
    assert (first.headline, first.body[-1].text) == ("感谢好司机", "市民 陈国庆")
    assert second.headline == "公园晨练音响能否调小些"


def test_students_report_for_their_paper_as_reporters_do() -> None:
    (article,) = read(
        "我校举行第三十二届田径运动会",
        "学生记者 方晓 林一帆",
        "5月9日至10日，我校第三十二届田径运动会在东校区体育场举行。来自18个学院的1600余名运动员参加了42个项目的角逐。",
    )
    assert [person.name for person in article.people] == ["方晓", "林一帆"]


def test_after_a_comma_the_sentence_goes_on_however_short_the_strip() -> None:
    (article,) = read(
        "全国总工会赴东城调研",
        "本报讯（记者 白莹）昨天，全国总工会调研组来到东城区，实地察看基层工会的工作情况。",
        "在实地调研和听取汇报后，",
        "调研组对东城区总工会各方面工作给予肯定，希望东城区总工会总结经验，努力推动工会工作再上新台阶，更好服务职工群众。",
    )
    assert article.body[1].text.startswith("在实地调研和听取汇报后，调研组对")


def test_characters_of_private_use_stay_and_leave_a_note_with_their_line() -> None:
    (article,) = read("职工\ue123子的故事", "本报讯（记者 白莹）昨天，大家听他讲了许多从前的故事，听得十分入神。")
    assert article.headline == "职工\ue123子的故事"
    assert [(note.code, note.line, note.text) for note in article.notes] == [("private-use", 1, "\ue123")]


def test_a_line_with_a_heading_mark_heads_something_even_among_lines_of_verse() -> None:
    first, second = read(
        "## 秋天的田野", "秋风吹过田野", "稻子低下了头", "我听见镰刀的声音", "## 车间的灯", "夜深了", "像一颗颗"
    )
    assert (first.headline, second.headline) == ("秋天的田野", "车间的灯")


def test_a_heading_mark_makes_a_headline_of_a_line_as_long_as_a_paragraph() -> None:
    title = "关于进一步做好全市职工生活服务和权益保障工作的若干意见" * 7
    (found,) = read("## " + title, "本报讯（记者 王勇）昨日，市总工会召开工作会议，总结去年工作，部署今年任务。")
    assert found.headline == title
