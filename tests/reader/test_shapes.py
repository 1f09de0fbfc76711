"""Every row of the table of shapes, on its own examples of yes and no, through the whole table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.reader.shapes import TABLE, Row, Shape, shape_of


@pytest.mark.parametrize(("shape", "line"), [(row.shape, line) for row in TABLE for line in row.yes])
def test_a_row_takes_its_examples_of_yes_whatever_rows_stand_above_it(shape: Shape, line: str) -> None:
    assert shape_of(line) is shape


@pytest.mark.parametrize(("shape", "line"), [(row.shape, line) for row in TABLE for line in row.no])
def test_a_row_refuses_its_examples_of_no(shape: Shape, line: str) -> None:
    assert shape_of(line) is not shape


def test_every_row_has_examples_of_both() -> None:
    assert all(row.yes and row.no and all(row.yes) and all(row.no) for row in TABLE)


@pytest.mark.parametrize("row", [row for row in TABLE if row.begins], ids=lambda row: row.shape)
@settings(max_examples=50)
@given(data=st.data())
def test_all_that_a_row_takes_begins_as_the_row_says(row: Row, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rf"\A(?:{row.expression})"))
    assert line[0] in row.begins or line[0].isspace()
