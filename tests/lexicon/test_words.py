"""The word list, the segmenter and the surnames."""

import pytest

from convert.lexicon import PartOfSpeech, segment, words
from convert.lexicon.surnames import COMMON, COMPOUND, SINGLE


def test_a_word_is_known_and_a_chance_pair_of_characters_is_not() -> None:
    assert "社区" in words()
    assert "区社" not in words()


def test_a_common_word_is_more_probable_than_a_rare_one_and_than_its_unknown_like() -> None:
    assert words().log_probability("中国") > words().log_probability("征程") > words().log_probability("程征")


def test_the_better_join_of_two_lines_has_the_higher_probability() -> None:
    joined, apart = words().text_log_probability("人民政府"), words().text_log_probability("府人民政")
    assert joined > apart


@pytest.mark.parametrize(
    ("word", "sort"),
    [("海淀", PartOfSpeech.PLACE), ("推进", PartOfSpeech.VERB), ("李明", None), ("两个", PartOfSpeech.NUMERAL)],
)
def test_a_word_has_its_commonest_part_of_speech(word: str, sort: PartOfSpeech | None) -> None:
    assert words().part_of_speech(word) == sort


def test_beginnings_come_shortest_first() -> None:
    assert words().beginnings("中国人民银行的") == ["中", "中国", "中国人民银行"]


def test_a_text_with_a_nul_is_no_word() -> None:
    assert words().part_of_speech("里\x00") is None
    assert words().log_probability("里\x00里") == -60


def test_the_words_of_a_text_joined_are_the_text() -> None:
    text = "新征程上的机关系统，\n\ue000负责人参加\u3000A1"
    assert "".join(segment(text)) == text
    assert "机关" in segment(text)


@pytest.mark.parametrize(
    "text", ["动员全社会力量打好扶贫攻坚战", "外交部发言人谈明年外交工作", "国务院侨办发表新年贺词", "𠮷A1\x00，"]
)
def test_a_headline_is_cut_as_the_segmenter_cuts_it_but_for_what_is_no_chinese(text: str) -> None:
    assert "".join(words().cut(text)) == text
    if text.isalpha():
        assert words().cut(text) == segment(text)


def test_surnames_are_single_characters_or_listed_as_compound() -> None:
    assert {len(name) for name in SINGLE} == {1}
    assert COMMON <= SINGLE
    assert "欧阳" in COMPOUND
    assert all(len(name) >= 2 for name in COMPOUND)
