"""Where headlines pause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.writers.pauses import phrases, pieces


@pytest.mark.parametrize(
    ("headline", "parts"),
    [
        ("以转型为新引擎 大力推进建设", ["以转型为新引擎", "大力推进建设"]),
        ("在十五大精神指引下胜利前进——元旦献辞", ["在十五大精神指引下胜利前进", "——元旦献辞"]),
        ("星河——读《永恒———昨天和今天》", ["星河", "——读《永恒", "———昨天和今天》"]),
        ("宁夏：农业产业化铺筑致富路", ["宁夏：", "农业产业化铺筑致富路"]),
        ("他问：“是吗？！”真的", ["他问：", "“是吗？！”", "真的"]),
        ("优秀退伍兵盛云龙（附图片１张）", ["优秀退伍兵盛云龙", "（附图片１张）"]),
        ("增长5.2% 12月31日达到", ["增长5.2%", "12月31日达到"]),
        ("Trade Unions Meet 工会开会", ["Trade Unions Meet", "工会开会"]),
        ("记一次座谈会\n第二行", ["记一次座谈会", "第二行"]),
    ],
)
def test_a_headline_pauses_at_a_space_a_dash_a_mark_and_before_a_last_remark(headline: str, parts: list[str]) -> None:
    assert [phrase for phrase, _ in phrases(headline)] == parts


@pytest.mark.parametrize(
    "headline",
    [
        "——记劳模张三",
        "发展——",
        "北京队3：2上海队",
        "网易（北京）工会成立",
        "“——”",
        "（上）",
        "甲、乙、丙",
        "iPhone 15 Pro发布",
    ],
)
def test_a_headline_without_a_pause_is_one_phrase(headline: str) -> None:
    assert phrases(headline) == [(headline, "")]


@given(st.text(st.sampled_from("字A1 　\n—：，？”“（）《》")))
def test_the_phrases_and_the_spaces_between_them_are_the_headline(headline: str) -> None:
    assert "".join(phrase + space for phrase, space in phrases(headline)) == headline


@given(st.text(st.sampled_from("字A1 —：，？”“（）《》")))
def test_no_phrase_begins_with_a_closing_mark_that_another_left_behind(headline: str) -> None:
    for (_, space), (phrase, _) in zip(phrases(headline), phrases(headline)[1:], strict=False):
        assert space or phrase[:1] not in tuple("：，？”》）")


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("外交部发言人谈明年外交工作重点", "外交部|发言人|谈|明年|外交|工作|重点"),
        ("第19届CIIE参展企业3400余家", "第19届|CIIE|参展|企业|3400余家"),
        ("“县级工会”的专项工作", "“县级|工会”的|专项|工作"),
        ("贵州、云南等地", "贵州、|云南等地"),
        ("工作推進會的會議", "工作|推進會的|會議"),
        ("𠮷野家", "𠮷|野|家"),
    ],
)
def test_a_line_may_end_between_words_but_not_before_a_particle_nor_after_a_preposition(
    phrase: str, parts: str
) -> None:
    assert "|".join(pieces(phrase)) == parts


@given(st.text(max_size=40))
def test_the_pieces_are_the_phrase(phrase: str) -> None:
    assert "".join(pieces(phrase)) == phrase
