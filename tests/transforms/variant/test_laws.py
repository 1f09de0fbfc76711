"""What holds for any Simplified page: the length stays, and the page can be had back."""

import re
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.transforms.variant import Converter, VariantOptions
from convert.transforms.variant.tables import ambiguous, scripts

KEEP = VariantOptions(quotes="keep")
BACK = {"tw": "tw2s", "hk": "hk2s", "t": "t2s"}


def texts(shared: Path) -> list[str]:
    found = []
    for folder in ("seeds", "dev/day/pages", "dev/mix/pages"):
        for path in sorted((shared / folder).glob("*.txt")):
            data = path.read_bytes()
            try:
                found.append(data.decode("utf-8"))
            except UnicodeDecodeError:
                continue
    return found


ONE_WAY = {
    "t": ("王丙乾", "郭振乾", "钟繇", "限于单个", "往返于单调", "藉以窥知"),
    "hk": ("王丙乾", "郭振乾", "钟繇", "限于单个", "往返于单调", "藉以窥知"),
    "tw": (
        *("王丙乾", "郭振乾", "钟繇", "限于单个", "往返于单调", "藉以窥知", "鲶鱼"),
        *("论著", "编著", "专著", "新著", "卓著", "馨著", "执著", "知著", "高成著的《", "菡子著《"),
        *("背着书包", "凑合着快点", "融合着周恩来"),
    ),
}
"""Words of the development pages whose right Traditional form OpenCC's way back reads otherwise and no other is:
a name's 乾 and 鍾, 於 before 單 (於單 is a name), a printed 藉, 鯰, and 著, which Taiwan prints for 着 too."""


@pytest.mark.parametrize("name", ONE_WAY)
def test_every_development_page_comes_back_and_keeps_its_length(shared: Path, name: str) -> None:
    """By our own way back all of it, by OpenCC's all but the words of ONE_WAY."""
    converter, own = Converter(name, KEEP), Converter("cn", KEEP)
    opencc_back, one_way = opencc.OpenCC(BACK[name]), re.compile("|".join(ONE_WAY[name]))
    lost = []
    for text in texts(shared):
        got = converter.text(text)
        assert len(got) == len(text)
        assert own.text(got) == text
        for before, after in zip(text.split("\n"), got.split("\n"), strict=True):
            if "\x00" not in before:
                lost += lost_by(before, opencc_back.convert(after), one_way)
    assert lost == []


def lost_by(before: str, back: str, one_way: re.Pattern[str]) -> list[str]:
    """Where `back` isn't what was printed, outside the words that are known for it."""
    known = {at for match in one_way.finditer(before) for at in range(*match.span())}
    pairs = enumerate(zip(before, back, strict=True))
    return [before[max(0, at - 4) : at + 4] for at, (was, now) in pairs if was != now and at not in known]


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in ONE_WAY.items() for word in words])
def test_a_word_that_is_said_not_to_come_back_by_opencc_does_not_but_does_by_us(name: str, word: str) -> None:
    there = Converter(name, KEEP).text(word)
    assert opencc.OpenCC(BACK[name]).convert(there) != word
    assert Converter("cn", KEEP).text(there) == word


@given(
    st.text(st.sampled_from("".join(ambiguous()) + "的是人们我，。这说"), max_size=24),
    st.sampled_from(["tw", "hk", "t"]),
)
def test_any_run_of_ambiguous_characters_comes_back_character_by_character(text: str, name: str) -> None:
    got = Converter(name).text(text)
    known = scripts()
    for before, after in zip(text, got, strict=True):
        same = known.reverse[name].get(after, after) == before
        assert same or after == before or (after, before) in known.in_phrases or before not in known.simplified
