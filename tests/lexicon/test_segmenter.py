"""The segmenter: the same words whether they are cut here or by rjieba, which is loaded for much text only."""

import subprocess
import sys
from pathlib import Path

import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.lexicon import words
from convert.lexicon.segmenter import LITTLE, Quick, Segmenter, _rjieba, newer_words
from convert.lexicon.words import TOTAL

SEEDS = Path(__file__).parents[2] / "seeds"
QUICK = Quick()


def test_the_seed_pages_are_cut_as_rjieba_cuts_them() -> None:
    for page in sorted(SEEDS.glob("*.txt")):
        text = page.read_text("utf-8")
        assert QUICK.cut(text) == _rjieba()(text, False)


@settings(max_examples=500)
@given(
    st.text(
        st.sampled_from(
            "中华人民共和国务院里发后台人工智能云计算〇々𠀀龘aXT恤B超1９+#&._%-é \r\n\t\x00\x85\u3000，。“①"
        ),
        max_size=24,
    )
)
def test_any_text_is_cut_as_rjieba_cuts_it(text: str) -> None:
    assert QUICK.cut(text) == _rjieba()(text, False)


def test_a_lone_surrogate_is_refused_however_little_the_text() -> None:
    with pytest.raises(UnicodeEncodeError):
        Segmenter().cut("里\ud800")


def test_newer_words_have_the_counts_that_rjieba_suggests() -> None:
    fresh = rjieba.Jieba()
    assert {word: fresh.add_word(word, None, "n") for word in newer_words()} == newer_words()


def test_the_words_are_counted_together() -> None:
    assert sum(words()._counts) == TOTAL


def test_words_of_a_text_that_is_asked_for_again_are_nobody_elses() -> None:
    segmenter = Segmenter()
    segmenter.cut("新征程上").clear()
    assert segmenter.cut("新征程上") == ["新征程", "上"]


@pytest.mark.parametrize(("length", "loaded"), [(LITTLE, False), (LITTLE + 1, True)])
def test_rjieba_is_loaded_for_much_text_only(length: int, loaded: bool) -> None:
    program = (
        f"import sys; from convert.lexicon import segment; segment('里' * {length}); print('rjieba' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip() == str(loaded)


def test_rjieba_is_loaded_at_once_where_much_is_expected() -> None:
    program = "import sys; from convert.lexicon import *; expect_much(); segment('里'); print('rjieba' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "True"
