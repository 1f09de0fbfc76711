"""What the words of a short line and the lines around it tell."""

import pytest

from convert import profiles
from convert.reader.columns import LONGEST_COLUMN, may_be_section, names_column
from convert.reader.decoding import Decoded
from convert.reader.features import features
from convert.reader.lines import split
from convert.reader.sights import see

TEXT = "中午时分，职工们在食堂门口排起了队，厨师长把刚出锅的面条端上来，热气飘到走廊的尽头，大家边吃边说今天的活儿。"


def facts(*lines: str, at: int) -> set[str]:
    """The facts about a line of a page."""
    page = see(split(Decoded("\n\n".join(lines), "utf-8")).lines, profiles.load())
    return set(features(page, at))


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("京城“网络”热（附图片２张）", "picture-bracket"),
        ("古茶楼情新韵（图片）", "picture-bracket"),
        ("黄土地上的蒲公英（外一首）", "genre-bracket"),
        ("迎虎年（书法）", "genre-bracket"),
        ("戊寅春梦（方成画）", "credit-bracket"),
        ("走出黄土地（套色木刻）（曹美）", "credit-bracket"),
        ("“谁砸了交警的牌子，就脱谁的警服”", "style-quoted"),
        ("《疲惫的人》梁晓声《十月》", "style-book"),
        ("1华东电脑24．82", None),
        ("省委书记的菜单", None),
        ("“送子观音”——记医院院长", None),
    ],
)
def test_brackets_and_quotation_marks_say_what_a_line_is(line: str, fact: str | None) -> None:
    of_marks = {"picture-bracket", "genre-bracket", "credit-bracket", "style-quoted", "style-book"}
    assert facts(TEXT, line, TEXT, at=1) & of_marks == ({fact} if fact else set())


def test_a_line_in_a_list_of_pictures_is_known_by_the_word_that_opens_it() -> None:
    assert "under-pictures" in facts(TEXT, "图片：", "戊寅春梦（方成画）", TEXT, at=2)
    assert "under-pictures" not in facts(TEXT, "戊寅春梦（方成画）", TEXT, at=1)


def test_the_wishes_of_a_letter_have_its_day_below() -> None:
    assert "day-below" in facts(TEXT, "祝叔叔阿姨们", "平平安安 出入顺遂", "邵雨禾", "12月3日", at=1)
    assert "day-below" not in facts(TEXT, "祝叔叔阿姨们", TEXT, "12月3日", at=1)


def test_crossheads_of_one_family_have_the_same_marks() -> None:
    quoted = ("“向改革要警力”", TEXT, "“谁砸牌子，就脱谁的警服”", TEXT)
    assert "kin-below-quoted-style" in facts(TEXT, *quoted, at=1)
    assert "kin-above-other-style" in facts(TEXT, "向改革要警力", TEXT, *quoted[2:], at=3)


NAMING = {"column-like", "column-word", "dotted", "letter-spaced", "addressed", "actor", "begins-place"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("职工文苑", {"column-like"}),
        ("健康讲堂", {"column-word"}),
        ("楚州·老味道", {"dotted"}),
        ("柜台｜内外", {"dotted"}),
        ("班 组 晒 台", {"letter-spaced"}),
        ("何 澄", set()),
        ("市民 冉大爷", {"addressed"}),
        ("读者 柳女士", {"addressed"}),
        ("他为邻居修了三十年自行车从不收钱的冉师傅", set()),
        ("望湖街道工会开办职工夜校", {"actor"}),
        ("北京今天迎来入冬第一场雪", {"begins-place"}),
        ("临江县城又添一座小公园", {"actor", "begins-place"}),
        ("一碗面里的学问真不少", set()),
        ("三十年前的那一场大雪和后来的故事", set()),
    ],
)
def test_words_say_whether_a_line_names_a_column_or_a_person_or_tells_what_somebody_did(
    line: str, told: set[str]
) -> None:
    assert facts(TEXT, line, TEXT, at=1) & NAMING == told


@pytest.mark.parametrize("line", ["职工文苑", "健康讲堂", "楚州·老味道", "班 组 晒 台", "代表委员访谈"])
def test_a_column_is_known_by_its_last_word_its_dot_or_its_spaces(line: str) -> None:
    assert names_column(line)


@pytest.mark.parametrize(
    "line", ["何 澄", "沿江大桥今天通车", "区总工会慰问环卫职工", "楚州·", "他把一辈子的积蓄都换成了文苑"]
)
def test_names_headlines_and_what_is_longer_name_no_column(line: str) -> None:
    assert not names_column(line)


NOODLES = "师傅们说，食堂的面条是厨师长凌晨四点起来和面手擀的，走廊里排队的职工都爱就着一碟小菜吃，边吃边聊当天的活儿。"
PIER = "老渡船靠岸时鸣笛三声，船工把缆绳套上铁桩，对岸的灯一盏一盏亮起来，江面上再没有人等着过河。"


def matter(*lines: str, at: int) -> dict[str, int]:
    """How much the text below a line has of the text above it, and of a title above."""
    found = [fact for fact in facts(*lines, at=at) if fact.startswith(("kindred", "headed")) and "&" not in fact]
    return {fact.rstrip("-0123456789"): int(fact.lstrip("abcdefghijklmnopqrstuvwxyz")) for fact in found}


def test_the_text_below_a_line_that_may_part_a_story_is_compared_with_the_text_and_the_titles_above() -> None:
    same = matter("厨师长的一碗面条", TEXT, "凌晨四点的灯光", NOODLES, at=2)
    other = matter("厨师长的一碗面条", TEXT, "凌晨四点的灯光", PIER, at=2)
    assert same["kindred"] > other["kindred"]
    assert same["headed"] > other["headed"]
    assert matter(TEXT, "凌晨四点的灯光", PIER, at=1)["headed"] == -1


def test_a_line_that_can_part_no_story_is_not_compared() -> None:
    assert matter(TEXT[:-1], "凌晨四点的灯光", NOODLES, at=1) == {}
    assert matter(TEXT, "凌晨四点的灯光", "本报讯（记者 田禾）" + NOODLES, at=1) == {}
    assert matter(TEXT, "凌晨四点的灯光", "炊烟升起", NOODLES, at=1) == {}
    assert matter(TEXT, "灯光", NOODLES, at=1) == {}
    assert matter(TEXT, "凌晨四点的灯光", at=1) == {}


def section(*lines: str, at: int) -> bool:
    """Whether a line of a page may be a banner or column."""
    return may_be_section(see(split(Decoded("\n\n".join(lines), "utf-8")).lines, profiles.load()).sights[at], at)


def test_what_is_short_or_heads_the_page_may_be_a_banner() -> None:
    assert section("望湖街道工会开办职工夜校的经过", TEXT, at=0)
    assert section(TEXT, TEXT, "凌晨四点的灯光", TEXT, at=2)
    assert section(TEXT, TEXT, "南货北卖·码头人家味道", TEXT, at=2)
    assert section(TEXT, TEXT, "国际新闻", TEXT, at=2)


def test_a_sentence_a_closing_formula_and_what_is_longer_are_no_banner() -> None:
    assert not section("食堂开门了。", TEXT, at=0)
    assert not section(TEXT, TEXT, "特此公告", TEXT, at=2)
    assert not section(TEXT, TEXT, "食堂开门了。", TEXT, at=2)
    assert not section(TEXT, TEXT, "望" * (LONGEST_COLUMN + 1), TEXT, at=2)
