"""What holds for any Simplified page: the length stays, and the page can be had back."""

from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.transforms.variant import Converter, VariantOptions
from convert.transforms.variant.tables import ambiguous, scripts

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


@pytest.mark.parametrize(("name", "at_most"), [("tw", 15), ("hk", 4), ("t", 4)])
def test_every_development_page_comes_back_and_keeps_its_length(shared: Path, name: str, at_most: int) -> None:
    """What doesn't come back OpenCC reads another way: 限於單個 has 於單 in it, a name, 湊合著 has 合著."""
    converter = Converter(name, VariantOptions(quotes="keep"))
    back = opencc.OpenCC(BACK[name])
    traditional = scripts().traditional | {"著", "藉", "乾"}
    lost = []
    for text in texts(shared):
        got = converter.text(text)
        assert len(got) == len(text)
        for before, after in zip(text.split("\n"), got.split("\n"), strict=True):
            if "\x00" not in before and traditional.isdisjoint(before):
                lost += [was for was, is_now in zip(before, back.convert(after), strict=True) if was != is_now]
    assert len(lost) <= at_most, lost


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
