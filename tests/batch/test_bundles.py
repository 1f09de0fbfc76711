"""Which pages are read together depends on their names and order, and on nothing else."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from convert.batch.bundles import LEAST, MOST, bundles
from convert.batch.pages import Page

names = st.lists(
    st.builds(
        "{}/{}{:04}.txt".format,
        st.sampled_from("abc"),
        st.sampled_from(["", "2024-01-01_", "2024-01-02_"]),
        st.integers(0, 9999),
    ),
    max_size=600,
    unique=True,
).map(sorted)


def _sizes(paths: list[str]) -> list[list[str]]:
    return [[page.path for page in bundle.pages] for bundle in bundles(map(Page, paths))]


@given(names)
def test_every_page_is_in_one_bundle_in_its_order(paths: list[str]) -> None:
    assert list(chain.from_iterable(_sizes(paths))) == paths


@given(names)
def test_no_bundle_is_larger_than_the_limit(paths: list[str]) -> None:
    assert all(len(bundle) <= MOST for bundle in _sizes(paths))


def test_an_issue_is_never_cut() -> None:
    days = [f"2024-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]
    paths = [f"paper/{day}_{page:02}.txt" for day in days for page in range(1, 9)]
    cut = _sizes(paths)
    assert len(cut) > 3
    for day in days:
        assert sum(any(day in path for path in bundle) for bundle in cut) == 1


def test_an_undated_folder_that_fits_stays_together() -> None:
    assert len(_sizes([f"x/{n}.txt" for n in range(MOST)])) == 1


def test_a_page_that_comes_moves_only_the_borders_beside_it() -> None:
    paths = [f"x/{n:05}.txt" for n in range(5000)]
    before = {tuple(b) for b in _sizes(paths)}
    after = {tuple(b) for b in _sizes(sorted([*paths, "x/02500a.txt"]))}
    assert len(before) > 5000 / MOST
    assert len(after - before) <= 3


def test_the_folder_a_bundle_stands_in_doesnt_move_its_borders() -> None:
    here = _sizes([f"x/{n:05}.txt" for n in range(1000)])
    there = _sizes([f"/far/away/x/{n:05}.txt" for n in range(1000)])
    assert [len(b) for b in here] == [len(b) for b in there]
    assert min(len(b) for b in here[:-1]) >= LEAST
