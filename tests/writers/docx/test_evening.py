"""Headlines of several lines are made even by a narrower paragraph."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from convert.writers.docx.evening import indents
from convert.writers.docx.pagination import Metrics
from tests.articles import article
from tests.writers.docx.documents import opened, volume, written

HEADLINE = Metrics(em=320, line=520, align="center")
WIDTH = 8880


def _room(text: str, metrics: Metrics = HEADLINE) -> float:
    """What is left of a line, in characters."""
    given_up = sum(int(value) for value in re.findall(r'w:(?:left|right)="(\d+)"', indents(text, metrics, WIDTH)))
    return (WIDTH - given_up) / metrics.em


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("勉励广大职工发挥工人阶级主力军作用，为企业改革发展建功立业", "勉励广大职工发挥工人阶级主力军作用，"),
        ("以工会数字化转型为新引擎新动力 大力推进数字工会、智慧工会建设", "以工会数字化转型为新引擎新动力"),
        ("忠诚的共产主义战士久经考验的无产阶级革命家刘澜涛同志逝世", "忠诚的共产主义战士久经考验的"),
        ("温家宝在贵州农村考察时指出动员全社会力量打好扶贫攻坚战前进", "温家宝在贵州农村考察时指出动员"),
    ],
)
def test_two_lines_end_at_a_pause_or_a_word(text: str, first: str) -> None:
    assert int(_room(text)) == len(first)


def test_one_line_is_left_alone_and_so_are_an_office_s_own_indents() -> None:
    assert indents("北京市总工会召开军转干部座谈会", HEADLINE, WIDTH) == ""
    assert indents("字" * 40, replace(HEADLINE, indent=200), WIDTH) == ""
    assert indents("字" * 40, replace(HEADLINE, align="right"), WIDTH) == ""


def test_a_headline_at_the_left_keeps_its_edge() -> None:
    assert re.fullmatch(r'<w:ind w:right="\d+"/>', indents("字" * 29, replace(HEADLINE, align="left"), WIDTH))


@given(st.text(st.sampled_from("字国，，A1（）“”——：\n\r"), max_size=120))
def test_no_headline_takes_more_lines_than_before(text: str) -> None:
    assert HEADLINE.lines(text, round(_room(text) * HEADLINE.em)) == HEADLINE.lines(text, WIDTH)


def test_a_document_s_long_headlines_have_it_and_its_short_ones_not() -> None:
    long, short = "勉励广大职工发挥工人阶级主力军作用，为企业改革发展建功立业", "工会送清凉"
    document = opened(written(volume([article(1, headline=long), article(2, headline=short)])))
    indented = {p.text: p.paragraph_format.left_indent for p in document.paragraphs}
    assert indented[long]
    assert indented[short] is None
