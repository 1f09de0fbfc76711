"""The figures that the documentation tells are those that are reached."""

import re
from pathlib import Path

import pytest

from bench import accuracy
from docs.generate import tables

NEAR = 0.005
"""What weights learnt anew may cost before the table is to be made again."""


@pytest.mark.parametrize("truth", [*accuracy.READING, accuracy.ASKED])
def test_the_documentation_promises_no_more_than_reading_reaches(truth: str, shared: Path) -> None:
    told, reached = tables.figures()["reading"][truth], accuracy.reading(shared, truth)
    assert {name: (told[name], reached[name]) for name in told if told[name] > reached[name] + NEAR} == {}, (
        "make accuracy"
    )


@pytest.mark.parametrize("text", accuracy.TEXTS)
def test_the_documentation_promises_no_more_than_variants_reach(text: str, shared: Path) -> None:
    told, reached = tables.figures()["variant"][text], accuracy.variant(shared, text)
    assert told["characters"] == reached["characters"]
    assert told["opencc"] == reached["opencc"]
    assert told["newsconvert"] >= reached["newsconvert"], "make accuracy"


def test_the_page_tells_of_all_pages_that_weights_had_not_seen() -> None:
    measured = tables.unseen()
    assert set(measured) == set(tables.UNSEEN)
    for what, named in tables.UNSEEN.items():
        assert set(measured[what]) == set(named)
        for language in ("en", "zh"):
            assert f"{measured[what]['mix']['article']:.3f}" in tables.accuracy(language, what)


def test_the_rows_are_named_after_as_many_pages_and_articles_as_were_read() -> None:
    for truth, name in tables.READING.items():
        numbers = {int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", name)} - {1998}
        row = tables.figures()["reading"][truth]
        assert numbers <= {row["pages"], row["articles"]}
