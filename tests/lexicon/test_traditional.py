"""One vocabulary for pages in both scripts."""

import opencc

from convert.lexicon.traditional import _PAIRS, simplified


def test_every_pair_is_what_opencc_says_or_a_variant_of_it() -> None:
    converter = opencc.OpenCC("t2s")
    of_old_variants = {"衞", "鈄", "緱", "羋", "蕢"}
    assert {char for char, form in _PAIRS.items() if converter.convert(char) != form} <= of_old_variants


def test_a_page_of_taipei_is_read_with_the_words_of_beijing() -> None:
    assert simplified("台北、紐約、華盛頓的臺商著名甚麼") == "台北、纽约、华盛顿的台商著名甚么"


def test_a_text_keeps_its_length_and_a_simplified_one_stays_as_it_is() -> None:
    text = "记者在会上看到，各级工会组织积极行动"
    assert simplified(text) is text
    assert len(simplified("記者" * 50)) == 100
