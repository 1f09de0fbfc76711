"""A user's own words."""

from pathlib import Path

import pytest

from convert.errors import BadInputError, MissingInputError
from convert.transforms.variant import Converter, Term, VariantOptions, read_terms


def converter(*terms: tuple[str, str]) -> Converter:
    return Converter("tw", VariantOptions(terms=tuple(Term(*term) for term in terms)))


def test_a_term_goes_before_everything_else() -> None:
    assert converter(("头发", "頭发"), ("余翠平", "餘翠平")).text("头发和发现，余翠平记者") == "頭发和發現，餘翠平記者"


def test_a_term_may_be_longer_or_shorter_than_its_word() -> None:
    assert converter(("软件", "軟體程式"), ("互联网", "網")).text("软件在互联网里") == "軟體程式在網裡"


def test_the_longer_term_goes_first() -> None:
    assert converter(("干", "X"), ("干部", "干部")).text("干部干活") == "干部X活"


def test_terms_hold_in_simplified_editions_too() -> None:
    assert Converter("cn", VariantOptions(terms=(Term("後來", "後來"),))).text("後來的頭髮") == "後來的头发"


def test_a_file_has_two_columns_or_one(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("\ufeff# mine\n软件\t軟體\n\n里斯本\n", "utf-8")
    assert read_terms(path) == (Term("软件", "軟體"), Term("里斯本", "里斯本"))


@pytest.mark.parametrize("content", ["a\tb\tc\n", "\tb\n", "软件\t軟體\n软件\t軟件\n"])
def test_a_line_of_another_shape_is_refused_with_its_number(tmp_path: Path, content: str) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(BadInputError, match=r"terms\.tsv:\d"):
        read_terms(path)


def test_a_missing_file_and_one_that_is_no_text_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="none"):
        read_terms(tmp_path / "none")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInputError, match="UTF-8"):
        read_terms(tmp_path / "bytes")
