"""What the words of a short line and the lines around it tell."""

import pytest

from convert import profiles
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
