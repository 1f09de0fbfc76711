"""The formats that other programs load: ninjs, the corpus layout, Parquet."""

import datetime
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from convert import writers
from convert.errors import BadOptionError
from convert.model import Article, Block, BlockType, Note, Volume
from tests.articles import article, articles
from tests.writers import ninjs_rules
from tests.writers.test_readable import volume


def lines(name: str, book: Volume) -> list[dict[str, Any]]:
    """What the format's writer makes of it, a JSON object a line."""
    out = io.BytesIO()
    writers.make(name, {}).write(book, out)
    return [json.loads(line) for line in out.getvalue().decode().split("\n") if line]


NINJS = jsonschema.Draft202012Validator(
    ninjs_rules.SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def test_the_rules_of_ninjs_refuse_what_is_wrong() -> None:
    assert not NINJS.is_valid({})
    assert not NINJS.is_valid({"uri": "no uri at all"})
    assert not NINJS.is_valid({"uri": "urn:x:1", "contentCreated": "2024-02-01"})
    assert not NINJS.is_valid({"uri": "urn:x:1", "kicker": "…"})
    assert not NINJS.is_valid({"uri": "urn:x:1", "associations": [{"uri": "urn:x:2"}]})
    right = {"uri": "urn:x:2", "name": "2", "associations": [{"uri": "urn:x:3", "name": "3"}]}
    wrong = {"uri": "urn:x:2", "name": "2", "associations": [{"uri": "urn:x:3", "name": "3", "page": 3}]}
    assert NINJS.is_valid({"uri": "urn:x:1", "associations": [right]})
    assert not NINJS.is_valid({"uri": "urn:x:1", "associations": [wrong]})


@given(articles)
def test_any_article_makes_a_valid_ninjs_item(one: Article) -> None:
    NINJS.validate(lines("ninjs", volume(one))[0])


def test_a_ninjs_item_says_what_the_article_says() -> None:
    picture = (Block(BlockType.CAPTION, "图为现场。"), Block(BlockType.CREDIT, "曹立栋 摄"))
    one = article(
        kicker="肩题", section="要闻", dateline="新华社北京１月１日电", body=(*article().body, *picture),
        continues_on=4, notes=(Note("repeat", "一段重复"),),
    )  # fmt: skip
    [item] = lines("ninjs", volume(one, rights="CC BY 4.0"))
    NINJS.validate(item)
    assert item["headlines"][0] == {"role": "kicker", "contentType": "text/plain", "value": "肩题"}
    assert item["bodies"][0]["value"] == one.text
    assert item["bodies"][1]["value"].count("<p>") == 2
    assert item["people"][0] == {"name": "余翠平", "rel": "reporter"}
    assert item["contentCreated"] == "2024-02-01T00:00:00+08:00"
    assert {"role": "continuesOnPage", "value": "4"} in item["altIds"]
    assert item["associations"][0]["descriptions"][0]["value"] == "图为现场。"
    assert item["associations"][0]["by"] == "曹立栋 摄"
    assert (item["usageTerms"], item["edNote"]) == ("CC BY 4.0", "一段重复")


def test_each_edition_of_an_article_is_a_ninjs_item_of_its_own() -> None:
    items = lines("ninjs", volume(article(), article(language="zh-Hant-TW"), article(2)))
    assert len({item["uri"] for item in items}) == 3


def test_a_corpus_row_has_the_fields_that_corpus_tools_look_for() -> None:
    [row] = lines("corpus", volume(article()))
    assert list(row) == ["id", "text", "source", "created", "metadata"]
    assert (row["source"], row["created"]) == ("劳动午报", "2024-02-01")
    assert row["metadata"]["people"][1] == {"name": "白霖", "role": "correspondent"}
    assert lines("corpus", volume(article(paper=None, date=None)))[0]["source"] == "v"


def test_the_corpus_loads_in_hugging_face_datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    from datasets import Dataset

    paths = {name: tmp_path / f"v.{name}" for name in ("corpus", "parquet")}
    for name, path in paths.items():
        with path.open("wb") as out:
            writers.make(name, {}).write(volume(article(), article(2, paper=None, date=None)), out)
    loaded = Dataset.from_json(str(paths["corpus"]), cache_dir=str(tmp_path / "j"))
    columns = Dataset.from_parquet(str(paths["parquet"]), cache_dir=str(tmp_path / "p"))
    assert loaded.column_names == columns.column_names == ["id", "text", "source", "created", "metadata"]
    assert loaded["text"] == columns["text"] == [article().text, article(2).text]
    assert columns[0]["created"] == datetime.date(2024, 2, 1)
    assert columns[1]["created"] is None


def test_the_corpus_loads_in_datatrove_with_its_provenance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    from datatrove.pipeline.readers import JsonlReader

    one = article(2, paper=None, date=None)
    with (tmp_path / "v.corpus.jsonl").open("wb") as out:
        writers.make("corpus", {}).write(volume(article(), one), out)
    first, second = JsonlReader(str(tmp_path), glob_pattern="*.corpus.jsonl")()
    assert (first.id, first.text) == (article().id, article().text)
    assert (first.metadata["source"], first.metadata["created"]) == ("劳动午报", "2024-02-01")
    assert [place["lines"] for place in second.metadata["provenance"]] == [list(s.lines) for s in one.source]


def test_no_field_of_the_metadata_has_the_name_of_one_on_top() -> None:
    [row] = lines("corpus", volume(article()))
    assert set(row["metadata"]).isdisjoint(row)


def test_parquet_has_the_same_columns_with_their_types(tmp_path: Path) -> None:
    path = tmp_path / "v.parquet"
    with path.open("wb") as out:
        writers.make("parquet", {"group": "2"}).write(volume(*(article(n) for n in range(1, 6))), out)
    table = pq.read_table(path)
    assert table.num_rows == 5
    assert str(table.schema.field("created").type) == "date32[day]"
    assert table["metadata"][4].as_py()["provenance"][0]["lines"] == [50, 58]
    assert pq.ParquetFile(path).num_row_groups == 3


def test_a_row_group_of_nothing_is_refused() -> None:
    with pytest.raises(BadOptionError, match="row group"):
        writers.make("parquet", {"group": "0"})
