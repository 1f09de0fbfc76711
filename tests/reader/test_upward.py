"""Vertical headlines that were read from their end to their start."""

import pytest

from convert.reader.upward import reads_upward
from tests.reader.pages import BODY, LEAD, articles


@pytest.mark.parametrize("line", ["災成患蚊埔大", "災 成 患 蚊 埔 大", "抗 反 長 家", "恐惊民居雨暴"])
def test_a_line_that_makes_words_only_backward_is_known(line: str) -> None:
    assert reads_upward(line)
    assert not reads_upward(line[::-1])


@pytest.mark.parametrize(
    "line",
    [
        "莲子粒大色白",
        "吕志贵王立成",
        "年近五十的王君生",
        "栗战书说",
        "山高坡陡",
        "俄白吉哈",
        "ABCDEFG",
        "职工",
        "职工技能大赛昨天在京开幕",
    ],
)
def test_a_line_that_may_stand_as_it_is_is_left_alone(line: str) -> None:
    assert not reads_upward(line)


def test_a_headline_read_upward_has_a_note_and_keeps_its_text() -> None:
    (article,) = articles("災成患蚊埔大", LEAD, BODY)
    assert article.headline == "災成患蚊埔大"
    assert [(note.line, note.text) for note in article.notes if note.code == "reads-upward"] == [(1, "災成患蚊埔大")]
