"""OpenCC: that it is OpenCC, and what it can't carry."""

import subprocess
import sys
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.errors import MissingPartError
from convert.transforms.variant import Converter, engine

TW = Converter("tw")


def test_importing_the_variants_loads_neither_opencc_nor_the_segmenter() -> None:
    code = (
        "import sys, convert.transforms.variant as v; list(v.VARIANTS); v.VariantOptions();"
        "print([m for m in ('opencc', 'rjieba', 'marisa_trie') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"


def test_a_module_of_the_same_name_is_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    other = types.ModuleType("opencc")
    other.__file__ = "/elsewhere/opencc/__init__.py"
    monkeypatch.setitem(sys.modules, "opencc", other)
    with pytest.raises(MissingPartError, match=r"/elsewhere/.*opencc-python-reimplemented"):
        Converter("tw")


def test_a_missing_module_is_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(MissingPartError, match="pip install"):
        Converter("hk")
    assert Converter("original").text("发") == "发"


@pytest.mark.parametrize(
    "odd", ["\x00", chr(0xD800), chr(0xDFFF), "\ue000", "\ufffc", "\ufdd0", "\ufdd1", "\U0010ffff"]
)
def test_odd_characters_go_through_unharmed(odd: str) -> None:
    assert TW.text(f"{odd}汉{odd}字{odd}头发里{odd}") == f"{odd}漢{odd}字{odd}頭髮裡{odd}"


@given(st.text(st.characters(codec=None), max_size=40), st.sampled_from(["tw", "hk", "t"]))
def test_any_text_keeps_its_length_and_its_lines(text: str, name: str) -> None:
    got = Converter(name).text(text)
    assert len(got) == len(text)
    assert got.count("\n") == text.count("\n")


@given(st.lists(st.text("汉字头发里于余只干\x00\ud800", min_size=1, max_size=8), max_size=6))
def test_nul_and_surrogates_stay_at_their_places(pieces: list[str]) -> None:
    text = "".join(pieces)
    got = TW.text(text)
    assert [c if c in "\x00\ud800" else "" for c in got] == [c if c in "\x00\ud800" else "" for c in text]


def test_the_version_is_the_one_that_the_output_was_made_with() -> None:
    assert engine.version() == "1.4.2"
