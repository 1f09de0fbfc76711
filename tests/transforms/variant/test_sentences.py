"""Sentences of every part of a newspaper in Taiwan's forms: made Simplified, then Traditional again."""

from pathlib import Path

import opencc
import pytest

from convert.transforms.variant import Converter, VariantOptions

SENTENCES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
    if line[:1] not in ("", "#")
]
TW, HK, CN = (Converter(name, VariantOptions(quotes="keep")) for name in ("tw", "hk", "cn"))
TW2T, T2HK = opencc.OpenCC("tw2t"), opencc.OpenCC("t2hk")
IN_HONG_KONG = str.maketrans("桿盡參佈痠僱着週羣啓峯牀麪嫺豔恆", "杆儘蔘布酸雇著周群啟峰床麵嫻艷恒")
"""Where Hong Kong prefers another form than OpenCC's tables give for Taiwan's, or tells two apart."""


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_out_as_taiwan_prints_it(sentence: str) -> None:
    simplified = CN.text(sentence)
    assert TW.text(simplified) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_out_the_same_for_hong_kong_but_for_the_forms(sentence: str) -> None:
    simplified = CN.text(sentence)
    wanted = T2HK.convert(TW2T.convert(sentence)).replace("計畫", "計劃")
    got = HK.text(simplified)
    assert got.translate(IN_HONG_KONG) == wanted.translate(IN_HONG_KONG)


def test_hong_kong_tells_what_is_written_from_the_aspect_and_taiwan_does_not() -> None:
    assert HK.text("他看着名著，司马迁著《史记》") == "他看着名著，司馬遷著《史記》"
    assert TW.text("他看着名著，司马迁著《史记》") == "他看著名著，司馬遷著《史記》"


@pytest.mark.parametrize(
    "text",
    [
        "他看着名著，融合着新意，菡子著《重逢》，新著《怎样读书》，标志着经典著作",
        "委员长王丙乾、萧乾和乾隆扭转乾坤，把毛巾晒干",
        "不再限于单个企业，往返于单调的路，借助他人，慰藉，狼藉",
        "钟繇和钟馗，瞭望塔，答复与复杂",
    ],
)
def test_an_edition_of_taiwan_leads_back_to_what_was_printed(text: str) -> None:
    assert CN.text(TW.text(text)) == text
    assert CN.text(HK.text(text)) == text
