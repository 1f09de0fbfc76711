"""Labels are weighed exactly: groups of facts tell what their facts tell one by one."""

import pytest

from convert.profiles import load
from convert.reader.decoding import Decoded
from convert.reader.features import features
from convert.reader.lines import split
from convert.reader.path import LABELS, UNIT, candidates, emissions, table, weights
from convert.reader.sights import Page, see
from tests.reader.pages import BODY, LEAD, MORE


@pytest.fixture(scope="module")
def page() -> Page:
    """A page with lines of many sorts."""
    text = "\n\n".join(
        (
            "公交保修分公司工会慰问雨中值守职工",
            "——记一线职工",
            LEAD,
            BODY[:31],
            BODY[31:],
            "本报记者 王明",
            "小标题",
            MORE,
        )
    )
    return see(split(Decoded(text, "utf-8")).lines, load())


def test_a_lines_weight_is_the_sum_of_what_its_facts_tell(page: Page) -> None:
    facts = weights().facts
    for i in range(len(page.sights)):
        told = [sum(facts.get(fact, {}).get(label, 0) for fact in features(page, i)) for label in range(len(LABELS))]
        weighed = emissions(page, i, weights().scales)
        assert [weight - weighed[0] for weight in weighed] == [weight - told[0] for weight in told]


def test_a_weight_is_kept_to_its_last_digit() -> None:
    rows = "".join(f"fact{n}\ttitle\t{n / 100:.2f}\n" for n in range(-999, 1000))
    assert all(table(rows).facts[f"fact{n}"] == {1: n} for n in range(-999, 1000))
    assert UNIT == 100


def test_labels_against_which_all_facts_tell_do_not_disturb_the_others() -> None:
    scales = table("a\ttitle\t-9.99\na\tsection\t-9.99\nb\ttitle\t0.01\n").scales
    assert scales["a", "b"] == scales[("a",)] + scales[("b",)]
    assert scales["a", "a"] == 2 * scales[("a",)]
    assert scales[("no such fact",)] == 0


def test_each_line_can_have_a_label(page: Page) -> None:
    assert all(candidates(page, i) for i in range(len(page.sights)))
