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
IN_HONG_KONG = str.maketrans("桿盡參佈痠僱", "杆儘蔘布酸雇")
"""Where Hong Kong prefers another form than OpenCC's table of Hong Kong's forms gives for Taiwan's."""


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_out_as_taiwan_prints_it(sentence: str) -> None:
    simplified = CN.text(sentence)
    assert TW.text(simplified) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_out_the_same_for_hong_kong_but_for_the_forms(sentence: str) -> None:
    simplified = CN.text(sentence)
    wanted = T2HK.convert(TW2T.convert(sentence))
    got = HK.text(simplified)
    assert got.translate(IN_HONG_KONG) == wanted.translate(IN_HONG_KONG)
