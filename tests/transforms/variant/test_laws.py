"""What holds for any Simplified page: the length stays, and the page can be had back."""

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


@pytest.mark.parametrize(("name", "by_opencc"), [("tw", 30), ("hk", 7), ("t", 7)])
def test_every_development_page_comes_back_and_keeps_its_length(shared: Path, name: str, by_opencc: int) -> None:
    """By our own way back all of it; OpenCC's way reads 限於單個 as 於單, a name, and 專著 as 专着."""
    converter, own = Converter(name, KEEP), Converter("cn", KEEP)
    opencc_back = opencc.OpenCC(BACK[name])
    lost, lost_by_opencc = [], 0
    for text in texts(shared):
        got = converter.text(text)
        assert len(got) == len(text)
        lost += [
            text[max(0, at - 1) : at + 1]
            for at, (was, now) in enumerate(zip(text, own.text(got), strict=True))
            if was != now
        ]
        pairs = zip(text.split("\n"), got.split("\n"), strict=True)
        lost_by_opencc += sum(
            was != now
            for before, after in pairs
            if "\x00" not in before
            for was, now in zip(before, opencc_back.convert(after), strict=True)
        )
    assert lost in ([], [IN_TWO_FORMS] * len(lost))
    assert len(lost) <= (4 if name == "tw" else 0)
    assert lost_by_opencc <= by_opencc


IN_TWO_FORMS = "执著"
"""Pages print 执著 and 执着; Taiwan's edition has 執著 for both, and comes back as 执着."""


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
