"""Quotation marks of the region."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.model import Block, BlockType
from convert.transforms.variant import Converter, VariantOptions
from convert.transforms.variant.quotes import QuoteMarks
from tests.articles import article


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“好”", "「好」"),
        ("“他说‘好’”", "「他说『好』」"),
        ("‘好’", "「好」"),
        ("“甲‘乙“丙”丁’戊”", "「甲『乙「丙」丁』戊」"),
        ("it’s “it’s”", "it’s 「it’s」"),
        ("the ’90s", "the ’90s"),
        ("没有开头”", "没有开头」"),
        ('"直"', '"直"'),
    ],
)
def test_marks_nest_as_the_region_nests_them(source: str, target: str) -> None:
    assert QuoteMarks().convert(source) == target


def test_a_speech_of_several_paragraphs_opens_each_and_closes_the_last() -> None:
    marks = QuoteMarks()
    assert [marks.convert(text) for text in ("“一。", "“二‘三’。", "“四。”", "“五”")] == [
        "「一。",
        "「二『三』。",
        "「四。」",
        "「五」",
    ]


def test_a_quotation_goes_on_over_paragraphs_that_have_no_mark() -> None:
    marks = QuoteMarks()
    assert [marks.convert(text) for text in ("“一", "二", "三’四”")][2].endswith("」")


def test_an_article_nests_across_its_blocks_and_the_next_one_starts_anew() -> None:
    body = (Block(BlockType.PARAGRAPH, "“未完"), Block(BlockType.PARAGRAPH, "‘里’完”"))
    made = [article(1, body=body), article(2, headline="‘新’", body=())]
    got = list(Converter("t").articles(tuple(made)))
    assert [block.text for block in got[0].body] == ["「未完", "『裏』完」"]
    assert got[1].headline == "「新」"


def test_marks_are_kept_when_asked() -> None:
    assert Converter("tw", VariantOptions(quotes="keep")).text("“发‘现’”") == "“發‘現’”"


@given(st.text("“”‘’aZ9汉\n", max_size=40))
def test_the_length_stays_and_nothing_but_marks_changes(text: str) -> None:
    got = QuoteMarks().convert(text)
    assert len(got) == len(text)
    assert all(new == old or (old in "“”‘’" and new in "「」『』") for old, new in zip(text, got, strict=True))


def test_letters_left_out_on_both_sides_of_one_are_no_quotation() -> None:
    assert QuoteMarks().convert("听rock ‘n’ roll，选‘A’或‘B’") == "听rock ‘n’ roll，选「A」或「B」"


def test_a_mark_that_was_never_closed_does_not_turn_the_next_paragraph_inside_out() -> None:
    marks = QuoteMarks()
    assert [marks.convert(text) for text in ("他喊：“救命！", "记者说：“好。”", "“又一段。”")] == [
        "他喊：「救命！",
        "记者说：「好。」",
        "「又一段。」",
    ]
