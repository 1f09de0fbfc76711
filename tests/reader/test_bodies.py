"""Rows of a draft made into blocks: which joins are doubtful."""

import pytest

from convert.reader.bodies import SURE_JOIN, near_join


@pytest.mark.parametrize(
    ("above", "below", "doubtful"),
    [
        ("版面大气，信息及时，资", "料详实，互动感强", False),
        ("云计算、物联网、人", "工智能等手段推进", False),
        ("帮助企业找到了短板", "利用好各类资源", True),
        ("", "利用好各类资源", True),
    ],
)
def test_a_join_that_a_cut_came_near_is_doubtful_unless_it_makes_a_word(above: str, below: str, doubtful: bool) -> None:
    assert near_join(SURE_JOIN - 0.5, above, below) is doubtful
    assert not near_join(SURE_JOIN, above, below)
