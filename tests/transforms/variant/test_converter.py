"""The converter as the rest of the program uses it."""

import pickle

import pytest

from convert.errors import BadOptionError, UnknownNameError
from convert.model import Block, BlockType, Note
from convert.transforms.variant import VARIANTS, Converter, VariantOptions
from tests.articles import article


def test_the_variants_are_named_in_order_with_their_languages() -> None:
    assert {name: spec.language for name, spec in VARIANTS.items()} == {
        "original": "zh-Hans",
        "tw": "zh-Hant-TW",
        "hk": "zh-Hant-HK",
        "t": "zh-Hant",
        "twp": "zh-Hant-TW",
        "cn": "zh-Hans",
    }


def test_an_unknown_variant_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="twp, cn"):
        Converter("mo")


def test_options_can_be_pickled_and_refuse_what_is_no_choice() -> None:
    options = VariantOptions(quotes="keep")
    assert pickle.loads(pickle.dumps(options)) == options
    with pytest.raises(BadOptionError, match="maybe"):
        VariantOptions(quotes="maybe")  # type: ignore[arg-type]


def test_the_original_is_the_same_object() -> None:
    articles = (article(),)
    assert Converter("original").articles(articles) is articles


@pytest.mark.parametrize("name", ["tw", "hk", "t", "twp", "cn"])
def test_a_converted_article_carries_the_variants_language(name: str) -> None:
    got = next(iter(Converter(name).articles((article(),))))
    assert got.language == VARIANTS[name].language


def test_every_text_is_converted_and_notes_quote_the_page_as_printed() -> None:
    made = article(
        paper="劳动午报",
        section="体育",
        kicker="会议",
        subheadline="发展",
        dateline="新华社广州1月1日电",
        notes=(Note("repeat", "left out", 3, "头发"),),
    )
    got = next(iter(Converter("tw").articles((made,))))
    assert (got.paper, got.section, got.kicker, got.subheadline) == ("勞動午報", "體育", "會議", "發展")
    assert got.dateline == "新華社廣州1月1日電"
    assert got.body[0].text == "「這裡的頭髮由志願者理，」余翠平說，「大家都很滿意。」"
    assert got.notes == made.notes
    assert (got.id, got.source) == (made.id, made.source)


def test_converted_articles_can_be_gone_through_again_and_have_a_length() -> None:
    got = Converter("hk").articles((article(1), article(2)))
    assert len(got) == 2
    assert list(got) == list(got)


def test_traditional_text_is_left_as_it_is() -> None:
    text = "乾隆皇后後來在後宮裡面，隻身發現頭髮，台灣的鐘錶行。"
    for name in ("tw", "hk", "t", "twp"):
        assert Converter(name).text(text) == text


def test_a_title_that_tells_no_script_follows_its_article() -> None:
    made = article(headline="皇后里面", byline=None, people=(), body=(Block(BlockType.PARAGRAPH, "這裡是臺灣。"),))
    assert next(iter(Converter("tw").articles((made,)))).headline == "皇后里面"


def test_a_simplified_text_that_quotes_a_traditional_character_is_converted() -> None:
    assert Converter("tw").text("王丙乾说，这里发现问题") == "王丙乾說，這裡發現問題"


def test_simplified_editions_come_back_from_every_region() -> None:
    text = "“这里的头发由志愿者理，”他说，着重卫生，台灣".replace("灣", "湾")
    for name in ("tw", "hk", "t"):
        assert Converter("cn").text(Converter(name).text(text)) == text


def test_simplified_text_is_left_as_it_is_in_a_simplified_edition() -> None:
    assert Converter("cn").text("瞭望乾坤，著名的后来发现「这个」") == "瞭望乾坤，著名的后来发现“这个”"


def test_taiwans_words_come_with_a_note_for_each() -> None:
    made = article(
        headline="软件项目", body=(Block(BlockType.PARAGRAPH, "这个软件项目的信息。"),), byline=None, people=()
    )
    got = next(iter(Converter("twp").articles((made,))))
    assert got.headline == "軟體專案"
    assert got.body[0].text == "這個軟體專案的資訊。"
    messages = [note.message for note in got.notes]
    assert "軟件 is printed as 軟體 (2 times)" in messages
    assert {note.code for note in got.notes} == {"taiwan-wording"}


def test_taiwans_words_are_not_put_in_across_the_end_of_a_word() -> None:
    assert Converter("twp").text("少数组织的士兵") == "少數組織的士兵"


def test_one_form_of_a_word_comes_out_throughout() -> None:
    got = Converter("tw").text("了解。更加了解。深刻了解到。他了解台湾。")
    assert got.count("瞭解") + got.count("了解") == 4
    assert got.count("瞭解") in (0, 4)


def test_a_regions_preference_holds_in_compounds() -> None:
    assert Converter("tw").text("计划经济和生产计划") == "計畫經濟和生產計畫"
    assert Converter("hk").text("计划经济和生产计划") == "計劃經濟和生產計劃"
