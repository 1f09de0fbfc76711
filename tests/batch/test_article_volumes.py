"""`--split article`: a file for each article, named after its page and its place on it."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT, Program


def test_each_article_has_a_file_named_after_its_place_on_the_page(newsconvert: Program, tmp_path: Path) -> None:
    made = newsconvert("build", ROOT / "seeds", "-o", tmp_path / "out", "--to", "jsonl", "--split", "article", "-q")
    assert (made.returncode, made.stderr) == (0, b"")
    files = sorted((tmp_path / "out").glob("*.jsonl"))
    records = [[json.loads(line) for line in file.read_bytes().splitlines()] for file in files]
    assert [len(each) for each in records] == [1] * 26
    for file, [record] in zip(files, records, strict=True):
        assert Path(record["source"][0]["path"]).stem in file.stem
        assert file.stem.endswith(record["id"][-4:])


def test_an_article_has_the_same_file_whichever_are_chosen_and_whoever_works(
    newsconvert: Program, tmp_path: Path
) -> None:
    common = ("build", ROOT / "seeds", "--to", "md", "--split", "article", "-q")
    newsconvert(*common, "-o", tmp_path / "all", "-j", "2")
    newsconvert(*common, "-o", tmp_path / "some", "-j", "1", "--where", "reporter=马超")
    chosen = {file.name: file.read_bytes() for file in (tmp_path / "some").glob("*.md")}
    assert len(chosen) >= 2
    assert chosen == {name: (tmp_path / "all" / name).read_bytes() for name in chosen}


def test_the_page_that_a_run_is_named_after_is_said_once(
    newsconvert: Program, make_pages: Callable[..., Path], tmp_path: Path
) -> None:
    pages = make_pages(tmp_path, 2)
    (pages / "0000-001.txt").write_bytes((pages / "0001.txt").read_bytes())
    inputs = [pages / name for name in ("0000.txt", "0001.txt", "0000-001.txt")]
    for split, wanted in (
        ("article", {"0000-001", "0000-0001-001", "0000-0000-001-001"}),
        ("page", {"0000", "0000-0001", "0000-0000-001"}),
    ):
        out = tmp_path / split
        assert newsconvert("build", *inputs, "-o", out, "--to", "txt", "--split", split, "-q").returncode == 0
        assert {path.stem for path in out.glob("*.txt")} == wanted
