"""The runs of a bundle take little memory and say all that they were given."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.batch.receipts import Run
from convert.batch.runs import Runs

texts = st.none() | st.text(max_size=3)
runs = st.builds(Run, st.integers(0, 127), st.integers(1, 10**6), texts, texts, st.none() | st.integers(-5, 2**70))


@given(st.lists(runs, max_size=9))
def test_runs_come_back_as_they_went(given_runs: list[Run]) -> None:
    packed = Runs(given_runs)
    assert list(packed) == given_runs
    assert list(pickle.loads(pickle.dumps(packed))) == given_runs
    assert [packed[place] for place in range(len(packed))] == given_runs
    assert packed[1:] == given_runs[1:]
    assert packed.articles() == sum(run.articles for run in given_runs)


def test_there_is_no_run_behind_the_last() -> None:
    with pytest.raises(IndexError):
        Runs([Run(0, 1, None, None)])[1]


def test_a_page_more_takes_a_few_bytes() -> None:
    day = [Run(page, 6, "新闻日报", "2024-03-05", page % 8) for page in range(128)]
    assert len(pickle.dumps(Runs(day))) < 128 * 25
