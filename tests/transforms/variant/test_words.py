"""Words before greed: OpenCC's entries don't cross the ends of words."""

import pytest

from convert.transforms.variant import Converter, forms, people
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.tables import preferences

CONVERTER = Converter("tw")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("全国机关系统干部", "全國機關系統幹部"),
        ("开启新征程", "開啟新征程"),
        ("负责人参加了会议", "負責人參加了會議"),
        ("他展示了如何制造", "他展示瞭如何製造".replace("瞭", "了")),
        ("后来宫本先生发现", "後來宮本先生發現"),
        ("不料碰上台风尾巴", "不料碰上颱風尾巴"),
        ("嘴巴里都是血", "嘴巴裡都是血"),
        ("一把小卷尺", "一把小捲尺"),
        ("被发明出来", "被發明出來"),
        ("参与制造", "參與製造"),
    ],
)
def test_an_entry_that_crosses_the_end_of_a_word_is_not_followed(source: str, target: str) -> None:
    assert CONVERTER.text(source) == target


@pytest.mark.parametrize(("source", "target"), [("其实是只母狼", "其實是隻母狼"), ("一干学妹", "一干學妹")])
def test_an_entry_of_whole_words_is_followed(source: str, target: str) -> None:
    assert CONVERTER.text(source) == target


def test_a_preference_holds_where_a_match_of_it_runs_across_the_end_of_a_word() -> None:
    text = "".join(f"{word}{word[0]}{word[-1]}。{word[:1]}{word}" for word in preferences("tw"))
    passage = Passage(text, [])
    out = list(passage.masked)
    forms._prefer(passage, out, "tw", None)
    by_words = list(passage.masked)
    for number, word in enumerate(passage.words):
        for offset, (form, _) in forms._wanted("tw", word).items():
            by_words[passage.starts[number] + offset] = form
    for match in forms._preferred("tw").finditer(text):
        if passage.word_at(match.start()) != passage.word_at(match.end() - 1) and passage.has_words(*match.span()):
            for offset, (form, _) in forms._wanted("tw", match[0]).items():
                by_words[match.start() + offset] = form
    assert out == by_words


def test_a_preference_of_two_words_holds_where_they_are_whole() -> None:
    assert CONVERTER.text("加强控烟工作") == "加強控菸工作"


def test_no_name_with_a_form_of_its_own_is_looked_for_without_failing() -> None:
    assert list(people.occurrences(Passage("余光里", []), frozenset({"小明"}), set())) == []
