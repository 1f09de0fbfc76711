"""Lines, columns and pages worked out without laying a document out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.writers.docx.pagination import Flow, Metrics

BODY = Metrics(em=240, line=400, first_line=480)
HEAD = Metrics(em=320, line=520, before=440, keep_next=True)
WIDTH = 37 * 240
HEIGHT = 34 * 400


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("甲" * 35, 1),
        ("甲" * 36, 2),
        ("甲" * 35 + "。", 1),
        ("甲" * 35 + "）", 2),
        ("甲" * 34 + "（乙", 2),
        ("甲" * 72, 2),
        ("甲" * 73, 3),
        ("1" * 70, 1),
        ("甲\n乙", 2),
        ("甲\r\n乙", 2),
        ("甲" * 30 + "newspaper", 1),
        ("甲" * 33 + "newspaper", 2),
    ],
)
def test_a_paragraph_takes_as_many_lines_as_word_gives_it(text: str, lines: int) -> None:
    assert BODY.lines(text, WIDTH) == lines


def test_lines_with_an_opening_bracket_at_their_end_are_broken_before_it() -> None:
    assert BODY.lines("甲" * 34 + "（" + "乙" * 37, WIDTH) == 3


@given(st.text(st.sampled_from("甲。（“”a1 …，"), max_size=300), st.integers(1, 40))
def test_lines_are_counted_for_any_text_in_any_width(text: str, ems: int) -> None:
    assert 1 <= Metrics(em=240, line=400).lines(text, ems * 240) <= len(text) + 1


def test_a_page_holds_its_lines_and_no_more() -> None:
    flow = Flow(HEIGHT)
    assert [flow.place([(BODY, 1)]) for _ in range(35)] == [1] * 34 + [2]


def test_a_head_goes_to_the_page_of_its_text() -> None:
    flow = Flow(HEIGHT)
    flow.place([(BODY, 31)])
    assert flow.place([(HEAD, 1), (BODY, 9)]) == 2


def test_a_paragraph_of_three_lines_is_not_parted() -> None:
    flow = Flow(HEIGHT)
    flow.place([(BODY, 32)])
    assert flow.place([(BODY, 3)]) == 2


def test_text_in_two_columns_takes_half_the_height() -> None:
    flow = Flow(HEIGHT)
    flow.place_over_columns([(HEAD, 1)], [(BODY, 20), (BODY, 20)], 2)
    assert flow.room() == HEIGHT - 440 - 520 - 20 * 400


def test_a_head_that_would_be_left_without_text_under_it_begins_a_page() -> None:
    flow = Flow(HEIGHT)
    flow.place([(BODY, 30)])
    assert flow.place_over_columns([(HEAD, 1)], [(BODY, 20)], 2) == (2, True)
    flow = Flow(HEIGHT)
    flow.place([(BODY, 33)])
    assert flow.place_over_columns([(HEAD, 1)], [(BODY, 20)], 2) == (2, False)


@given(
    st.lists(st.tuples(st.sampled_from([BODY, HEAD, Metrics(em=900, line=90000)]), st.integers(1, 200)), max_size=30),
    st.sampled_from([1, 2]),
)
def test_pages_only_go_up(blocks: list[tuple[Metrics, int]], columns: int) -> None:
    flow = Flow(HEIGHT)
    before = 1
    for block in blocks:
        page = flow.place([block]) if columns == 1 else flow.place_over_columns([(HEAD, 1)], [block], columns)[0]
        assert page >= before
        before = page


def test_a_rule_is_no_space_that_the_next_paragraph_s_counts_against() -> None:
    flow = Flow(HEIGHT)
    flow.place([(Metrics(em=240, line=400, ruled=100), 1), (Metrics(em=240, line=400, before=440), 1)])
    assert flow.room() == HEIGHT - 400 - 100 - 440 - 400
