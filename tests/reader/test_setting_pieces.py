"""Where a piece ends and the next begins: words to readers, pictures, lists of contents, briefs, senders of letters."""

import pytest

from convert.reader.setting.apart import (
    join_after_pictures,
    lower_labels,
    part_contents,
    part_pictures,
    part_words_to_readers,
)
from convert.reader.setting.briefs import part_briefs, raise_small_heads
from convert.reader.setting.endings import lower_senders, names_sender, raise_notices
from convert.reader.setting.stacks import raise_over_jumps
from tests.reader.pages import BODY, LEAD, MORE, articles, labels, ruled, texts

TITLE = "沿江大桥今天通车"
FERRY = (
    "本报讯（记者 田禾）临江渡口的最后一班渡船昨晚停运，摆渡三十一年的船工们在码头上合影留念，沿江大桥今天起全线通车。"
)
CREW = "渡口管理站站长说，船工们将转岗到沿江大桥养护队，老渡船拆下的舵轮会留在码头的陈列室里。"
INSECTS = "8月14日，青年志愿者在望湖社区的空地上教孩子们辨认昆虫，孩子们举着放大镜趴在草丛边，看得入了迷。"
CROSSING = "3月9日，渡口的船工们在码头上合影留念，身后是停运的老渡船和即将通车的沿江大桥。"
CALL = "本栏目欢迎读者来稿，讲述您身边的手艺人，来稿请寄本报副刊部，邮编100011，一经采用即付稿酬，请附姓名和地址。"
LAMP = "我家住在六楼，楼道里的声控灯坏了三个多月，晚上上下楼只能摸着墙走，给物业打过几次电话，至今没有人来修。"
SIGN = "公交站牌换了新的，可字印得太小，老年人站在跟前也看不清楚，盼望有关部门能在站牌上印一行大字。"
AID = "望湖街道近日组织三十名楼栋长学习急救知识，医护人员手把手教大家做心肺复苏。"
POWER = "县供电公司把服务站搬到集市上，赶集的村民当场就能查电费、办更名，很受欢迎。"
GRAIN = "市第二粮库夏粮收购全面展开，每天有两百多辆车排队入库，职工轮班吃饭不停机。"


def test_what_the_newspaper_tells_its_readers_is_no_paragraph_of_the_story_above() -> None:
    assert [texts(found) for found in articles(TITLE, FERRY, CREW, CALL)][1:] == [[CALL]]
    above = (f"title {TITLE}", f"paragraph {FERRY}", f"paragraph {CREW}")
    below = ("title 区总工会慰问环卫职工", f"paragraph {LEAD}")
    for word in (
        CALL,
        "读者朋友如有线索，请拨打本报热线，记者将上门了解情况并在本版反映。",
        "版权所有，未经本报书面许可，不得转载、摘编本版文字和图片。",
        "更正：本报3月4日二版《老渡口的新邻居》一文中，“摆渡二十一年”应为“摆渡三十一年”，谨向读者致歉。",
        "本报3月4日二版《老渡口的新邻居》一文中船工姓名有误，应为“姚水生”，特此更正，并向读者致歉。",
    ):
        assert ruled(part_words_to_readers, *above, f"paragraph {word}", *below)[3] == "opening"


def test_what_people_in_a_story_tell_readers_goes_on_with_it() -> None:
    told = "站长说，欢迎读者来信讲一讲渡口的故事，来信请寄码头陈列室，他们会一封一封地贴在墙上。"
    assert len(articles(TITLE, FERRY, told, CREW, BODY)) == 1
    corrected = "更正了航道图上的两处水深以后，渡口的夜班船才重新开了起来，这件事站里的老人都还记得清清楚楚。"
    assert len(articles(TITLE, FERRY, CREW, corrected)) == 1


def test_a_word_to_readers_that_no_sentence_ends_above_goes_on_with_it() -> None:
    rows = (f"title {TITLE}", f"paragraph {CREW[:-9]}", f"continues {CALL}")
    assert ruled(part_words_to_readers, *rows)[2] == "continues"


def test_a_picture_with_its_text_that_has_nothing_of_the_story_above_stands_by_itself() -> None:
    page = (TITLE, FERRY, CREW, INSECTS, "周牧野 摄", "区总工会慰问环卫职工", LEAD)
    assert [texts(found) for found in articles(*page)] == [
        [FERRY.split("）")[1], CREW],
        [INSECTS],
        [LEAD.split("）")[1]],
    ]


def test_a_picture_of_the_story_above_stays_in_it() -> None:
    page = (TITLE, FERRY, CREW, CROSSING, "周牧野 摄", "区总工会慰问环卫职工", LEAD)
    assert len(articles(*page)) == 2


def test_a_picture_that_the_story_goes_on_below_stays_in_it() -> None:
    rows = (f"title {TITLE}", f"paragraph {FERRY}", f"paragraph {INSECTS}", "credit 周牧野 摄")
    assert ruled(part_pictures, *rows, f"paragraph {CREW}")[2] == "paragraph"
    assert ruled(part_pictures, *rows)[2] == "opening"


def test_a_picture_that_refers_to_the_story_above_stays_in_it() -> None:
    rows = (f"title {TITLE}", f"paragraph {FERRY}", f"paragraph 活动现场，{INSECTS}", "credit 周牧野 摄")
    assert ruled(part_pictures, *rows)[2] == "paragraph"


def test_a_paragraph_under_a_picture_goes_on_with_the_story_over_it_when_it_tells_of_the_same() -> None:
    rows = (f"title {TITLE}", f"paragraph {FERRY}", f"paragraph {CREW}", "credit 周牧野 摄")
    assert ruled(join_after_pictures, *rows, f"opening {CROSSING}")[4] == "paragraph"
    assert ruled(join_after_pictures, *rows, f"opening {INSECTS}")[4] == "opening"


CONTENTS = ("老旧小区加装电梯怎么分摊 2版", "夜校开班第一课教什么 B3版", "04版 县城图书馆延长开放到晚上九点")


def test_the_entries_of_a_list_of_contents_are_one_piece_below_its_name() -> None:
    found = articles(TITLE, FERRY, CREW, "今日导读", *CONTENTS)[1]
    assert (found.section, found.headline, texts(found)) == ("今日导读", None, list(CONTENTS))


def test_the_first_title_below_a_list_of_contents_begins_a_story() -> None:
    found = articles("今日导读", *CONTENTS, TITLE, FERRY)
    assert [(each.section, each.headline) for each in found] == [("今日导读", None), (None, TITLE)]


def test_title_lines_under_any_other_column_are_no_entries() -> None:
    rows = ("title 老旧小区加装电梯怎么分摊 2版", "title-more 夜校开班第一课教什么 3版", f"paragraph {LEAD}")
    assert ruled(part_contents, "section 工会动态", *rows)[1:] == ["title", "title-more", "paragraph"]
    assert ruled(part_contents, "section 本版导读", *rows)[1:] == ["opening", "paragraph", "paragraph"]


def test_who_wrote_a_letter_is_no_title_and_the_line_below_is_one() -> None:
    page = ("楼道灯何时亮", LAMP, "市民 冉大爷", "站牌上的字能否大些", SIGN)
    assert [found.headline for found in articles(*page)] == ["楼道灯何时亮", "站牌上的字能否大些"]
    rows = (
        "title 楼道灯何时亮",
        f"paragraph {LAMP}",
        "title 城北区 王太太",
        "title-more 站牌上的字能否大些",
        f"paragraph {SIGN}",
    )
    assert ruled(lower_senders, *rows)[2:4] == ["short", "title"]


def test_who_answers_with_an_institution_wrote_the_text() -> None:
    rows = (
        "title 骨折后怎样补钙",
        f"paragraph {SIGN}",
        "title 市第二医院骨科 程远",
        "title-more 站牌上的字",
        f"paragraph {SIGN}",
    )
    assert ruled(lower_senders, *rows)[2:4] == ["byline", "title"]


def test_an_institution_signs_its_answer_to_a_letter_and_heads_news_elsewhere() -> None:
    answer = "接到贵报转来的读者来信后，我们当天派人到现场查看，声控灯已全部更换，感谢读者的监督。"
    rows = ("title 望湖物业服务有限公司", "title-more 站牌上的字", f"paragraph {SIGN}")
    assert ruled(lower_senders, f"paragraph {answer}", *rows)[1:3] == ["short", "title"]
    assert ruled(lower_senders, f"paragraph {CREW}", *rows)[1:3] == ["title", "title-more"]


def test_a_title_that_ends_as_people_are_called_stays_one() -> None:
    assert ruled(lower_senders, f"paragraph {LAMP}", "title 寻找那位热心大叔", f"paragraph {LEAD}")[1] == "title"
    assert ruled(lower_senders, f"paragraph {LAMP}", "title 怀念王老师", f"paragraph {SIGN}")[1] == "title"
    assert (
        ruled(lower_senders, f"paragraph {LAMP}", "title 刘老师", "byline □ 林 峰", f"paragraph {SIGN}")[1] == "title"
    )


def test_a_person_in_the_midst_of_a_sentence_sent_nothing() -> None:
    assert ruled(lower_senders, f"paragraph {LAMP[:-1]}", "title 市民 冉大爷", f"paragraph {SIGN}")[1] == "title"


@pytest.mark.parametrize(
    "line",
    ["市民 冉大爷", "市民冉大爷", "台中市北区 王太太", "老张师傅", "欧阳女士", "读者 柳青", "望湖街道 居民 何 澄"],
)
def test_a_courtesy_a_calling_or_a_reader_names_a_sender(line: str) -> None:
    assert names_sender(line)


@pytest.mark.parametrize(
    "line", ["怀念王老师", "热心大叔", "老师傅", "我的老师", "读者 来信选登", "大桥连起两岸人家", "先生"]
)
def test_other_lines_name_none(line: str) -> None:
    assert not names_sender(line)


OVER = ("工会办实事", LEAD, MORE)


def over_briefs(name: str, *briefs: str) -> list[str]:
    """The labels of briefs that were weighed as paragraphs of one piece under the name of a column."""
    return ruled(
        part_briefs, f"section {name}", f"opening {briefs[0]}", *(f"paragraph {brief}" for brief in briefs[1:])
    )


def test_briefs_that_are_signed_are_articles_under_any_column() -> None:
    assert over_briefs("各地掠影", f"{AID}（柳 青）", f"{POWER}（何广林）", GRAIN)[1:] == ["opening"] * 3
    assert len(articles(*OVER, "各地掠影", f"{AID}（柳 青）", f"{POWER}（何广林）", f"{GRAIN}（田禾）")) == 4


def test_paragraphs_of_which_one_is_signed_are_one_piece() -> None:
    assert over_briefs("各地掠影", AID, POWER, f"{GRAIN}（田禾）")[1:] == ["opening", "paragraph", "paragraph"]


def test_a_list_of_pictures_with_their_photographers_is_one_piece() -> None:
    assert over_briefs("各地掠影", f"1.{AID}（柳青）", f"2.{POWER}（田禾）")[2] == "paragraph"


@pytest.mark.parametrize("name", ["七彩生活", "·柜台内外·", "【四面八方】"])
def test_briefs_with_one_mark_under_a_column_are_articles(name: str) -> None:
    assert over_briefs(name, f"▲{AID}", f"▲{POWER}", f"▲{GRAIN}")[1:] == ["opening"] * 3


def test_briefs_with_their_places_in_brackets_are_articles() -> None:
    assert over_briefs("城乡集萃", f"【楚州】{AID}", f"【铜陵】{POWER}")[1:] == ["opening"] * 2


def test_the_parts_of_a_case_are_one_piece() -> None:
    assert over_briefs("维权课堂", f"【案情】{AID}", f"【说法】{POWER}")[2] == "paragraph"


def test_the_points_of_a_notice_or_of_advice_are_one_piece() -> None:
    points = ("●电焊工六名，持证上岗，月薪面议，包吃住。", "●叉车司机两名，能上夜班，有驾驶证者优先。")
    assert over_briefs("■招聘启事", *points)[2] == "paragraph"
    assert over_briefs("安全提示", *points)[2] == "paragraph"


def test_the_points_under_a_title_of_news_are_one_piece() -> None:
    rows = ("title 区总工会提出三条要求", f"paragraph ●{AID}", f"paragraph ●{POWER}")
    assert ruled(part_briefs, *rows)[1:] == ["paragraph"] * 2


def test_a_row_of_pieces_under_a_banner_that_share_no_matter_has_titles() -> None:
    heads = ("crosshead 服务站进集市", "crosshead 粮库里的夏天")
    rows = ("section 基层风采", "title 楼栋长学急救", f"paragraph {AID}", heads[0], f"paragraph {POWER}", heads[1])
    assert ruled(raise_small_heads, *rows, f"paragraph {GRAIN}")[3:6:2] == ["title", "title"]
    assert ruled(raise_small_heads, "title-more 基层风采", *rows[1:], f"paragraph {GRAIN}")[3] == "crosshead"


def test_the_parts_of_a_story_under_a_banner_have_crossheads() -> None:
    parts = (
        "望湖街道的楼栋长制度已经推行三年，全街道四百二十栋居民楼都有了楼栋长，居民有事先找楼栋长。",
        "楼栋长怎么选？望湖街道的办法是居民推荐、社区审核，楼栋长每年向居民述职一次，居民不满意就换人。",
        "如今望湖街道的楼栋长建起了微信群，居民在群里说一声，楼栋长当天就上门，居民楼里的事不出楼就办好。",
    )
    page = ("基层风采", "小楼栋里的大管家", parts[0], "居民推荐选出来", parts[1], "有事群里说一声", parts[2])
    assert labels(*page)[3:6:2] == ["crosshead", "crosshead"]
    rows = zip(("section", "title", "paragraph", "crosshead", "paragraph", "crosshead", "paragraph"), page, strict=True)
    assert ruled(raise_small_heads, *(f"{label} {line}" for label, line in rows))[3] == "crosshead"


def test_a_headline_is_printed_again_over_the_rest_of_a_story() -> None:
    rows = (f"paragraph {FERRY}", "short 渡口的最后一班", f"opening （上接第一版）{CREW}")
    assert ruled(raise_over_jumps, *rows)[1:] == ["title", "paragraph"]


def test_an_open_sentence_over_the_rest_of_a_story_is_no_headline() -> None:
    rows = (f"paragraph {FERRY[:-1]}", "short 渡口的最后一班", f"opening （上接第一版）{CREW}")
    assert ruled(raise_over_jumps, *rows)[1:] == ["short", "opening"]


def test_a_pictures_text_that_names_what_the_title_does_stays_with_its_story() -> None:
    crossing = CROSSING.replace("船工们", "选手们")
    rows = (f"title {TITLE}", f"paragraph {INSECTS}", f"paragraph {crossing}", "credit 本报记者 田禾 摄")
    assert ruled(part_pictures, *rows)[2] == "paragraph"


def test_a_label_over_the_story_that_goes_on_is_a_crosshead() -> None:
    rows = (f"title {TITLE}", f"paragraph {FERRY}", f"paragraph {CREW}")
    below = (
        "paragraph 沿江大桥养护队的第一批船工昨天报到，渡口管理站的老船工带着他们把大桥走了一遍，船工们说桥比渡船稳。"
    )
    lowered = ruled(lower_labels, *rows, "section 上门服务", below.replace("paragraph", "opening"))
    assert lowered[3:] == ["crosshead", "paragraph"]


def test_a_label_over_another_matter_stays_one() -> None:
    rows = (f"title {TITLE}", f"paragraph {FERRY}", f"paragraph {CREW}")
    assert ruled(lower_labels, *rows, "section 上门服务", f"opening {POWER}")[3:] == ["section", "opening"]


def test_a_notice_that_asks_for_contributions_is_whole() -> None:
    asked = "本栏目欢迎读者投稿，作品请注明姓名和地址。"
    rows = (
        "title “我的老物件”征文启事",
        f"paragraph {CREW}",
        f"paragraph {asked}",
        f"paragraph 来稿请寄本报副刊部，{SIGN}",
    )
    assert ruled(part_words_to_readers, *rows)[1:] == ["paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("sender", ["读者 小鱼", "市民 阿强"])
def test_a_reader_with_a_nickname_wrote_the_letter(sender: str) -> None:
    assert names_sender(sender)
    assert not names_sender("读者 心声")


def test_who_wrote_from_a_place_among_letters_is_no_title() -> None:
    rows = (
        f"paragraph {LAMP}",
        "title 山西襄垣县　杜来福",
        "title-more 站牌上的字能否大些",
        "short 编辑同志：",
        f"paragraph {SIGN}",
    )
    assert ruled(lower_senders, *rows)[1:3] == ["byline", "title"]
    assert ruled(lower_senders, *rows[:3], f"paragraph {SIGN}")[1] == "title"


def test_who_asks_under_a_question_and_over_its_answer_is_no_crosshead() -> None:
    rows = (
        "paragraph 请问厂里能单方面降补贴吗？请法律顾问答复。请问厂里能这样做吗？",
        "crosshead 某印染厂一群夜班工人",
        f"paragraph 答：{SIGN}",
    )
    assert ruled(lower_senders, *rows)[1] == "short"
    assert ruled(lower_senders, *rows[:2], f"paragraph {SIGN}")[1] == "crosshead"


def test_the_name_of_a_notice_that_is_set_as_a_name_is_its_title() -> None:
    court = "本院受理申请人的公示催告申请，现予公告，逾期则视为送达。"
    rows = (f"paragraph {court}", "title 安澜区人民法院", "byline 公 告", f"paragraph {court}")
    assert articles(TITLE, FERRY, CREW, "来稿须知", SIGN)[1].headline == "来稿须知"
    assert ruled(raise_notices, *rows[:1], "short 安澜区人民法院", *rows[2:])[2] == "title"
    assert ruled(lower_senders, *rows)[1] == "short"


def test_a_lost_paper_at_the_end_of_a_page_is_a_piece_of_its_own() -> None:
    lost = "遗失声明：青山机械厂工会委员会不慎遗失工会法人资格证书正本，声明作废。"
    assert ruled(part_words_to_readers, f"title {TITLE}", f"paragraph {CREW}", f"paragraph {lost}")[2] == "opening"


def test_a_picture_with_its_day_is_its_own_though_the_title_above_shares_a_word() -> None:
    rows = (
        "title 昆虫馆开门迎客",
        f"paragraph {FERRY}",
        f"paragraph {CREW}",
        f"paragraph {INSECTS}",
        "credit 周牧野 摄",
    )
    assert ruled(part_pictures, *rows)[3] == "opening"
    undated = INSECTS.removeprefix("8月14日，")
    assert ruled(part_pictures, *rows[:3], f"paragraph {undated}", rows[4])[3] == "paragraph"
