"""The record is a contract: its names, its order, and that nothing is lost on the way there and back."""

import dataclasses
import json

import pytest
from hypothesis import given

from convert import record
from convert.errors import BadInputError
from convert.model import Article
from tests.articles import article, articles


@given(articles)
def test_an_article_comes_back_as_it_went(any_article: Article) -> None:
    assert record.decode(record.encode(any_article)) == any_article


@given(articles)
def test_a_record_is_one_line_of_json_in_utf_8(any_article: Article) -> None:
    line = record.encode(any_article)
    assert b"\n" not in line
    json.loads(line.decode("utf-8"))


@given(articles)
def test_a_record_without_its_text_says_all_else(any_article: Article) -> None:
    line = record.encode(any_article)
    values = json.loads(line)
    del values["text"]
    found = json.loads(record.without_text(line))
    assert (found, list(found)) == (values, list(values))


@given(articles)
def test_the_head_of_a_record_says_what_the_article_says(any_article: Article) -> None:
    head = record.decode_head(record.encode(any_article))
    told = (head.id, head.language, head.paper, head.date)
    assert told == (any_article.id, any_article.language, any_article.paper, any_article.date)


def test_a_text_that_looks_like_the_end_of_the_head_is_not_taken_for_it() -> None:
    made = article(paper='日报","page":9}', id='\\","page":')
    head = record.decode_head(record.encode(made))
    assert (head.id, head.paper, head.date) == (made.id, made.paper, made.date)


def test_the_field_names_and_their_order_are_the_contract() -> None:
    names = list(json.loads(record.encode(article())))
    assert names == ["schema", *record.FIELDS]
    assert set(record.FIELDS) == {field.name for field in dataclasses.fields(Article)} | {"text"}


def test_text_is_paragraphs_and_crossheads_joined_by_a_blank_line() -> None:
    made = article()
    assert json.loads(record.encode(made))["text"] == "\n\n".join(block.text for block in made.body)


def test_what_is_unknown_is_null_or_an_empty_list() -> None:
    bare = json.loads(record.encode(article(paper=None, kicker=None, people=(), notes=())))
    assert bare["paper"] is None
    assert bare["kicker"] is None
    assert bare["people"] == []


def test_fields_that_a_later_version_added_are_passed_over() -> None:
    value = json.loads(record.encode(article())) | {"weather": "晴"}
    assert record.decode(json.dumps(value)) == article()


@pytest.mark.parametrize(
    "line",
    ['{"schema": "newsconvert.article/2"}', "{}", "[]", "not json", '{"schema": "newsconvert.article/1"}', "\ufeff"],
)
def test_what_is_no_record_of_this_schema_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(BadInputError, match=r"records\.jsonl:1: ") as refused:
        list(record.decode_lines([line.encode()], "records.jsonl"))
    assert "\n" not in str(refused.value)


def test_a_whole_record_of_another_schema_is_refused() -> None:
    line = record.encode(article()).replace(b"newsconvert.article/1", b"newsconvert.article/2", 1)
    with pytest.raises(BadInputError, match=r"schema is 'newsconvert\.article/2', not "):
        record.decode(line)


def test_blank_lines_between_records_are_passed_over() -> None:
    lines = [record.encode(article(1)) + b"\n", b"\n", record.encode(article(2))]
    assert [a.id for a in record.decode_lines(lines, "x")] == [article(1).id, article(2).id]
