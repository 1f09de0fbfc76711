"""The figures reached on pages whose articles are known, held as floors."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from convert import record
from convert.reader import PageFile, read_pages

FLOORS = {
    "gold/seeds": {
        "start": 1.0, "extent": 1.0, "block": 1.0, "article": 1.0, "title": 1.0, "headline": 1.0, "section": 1.0,
        "people": 1.0, "photo": 1.0,
    },
    "dev/mix/truth": {
        "start": 0.995, "extent": 0.982, "block": 0.999, "article": 0.986, "title": 0.996, "headline": 0.991,
        "section": 0.995, "people": 0.999, "photo": 0.985,
    },
    "dev/day/truth": {"start": 0.982, "extent": 0.963, "block": 0.995},
}  # fmt: skip
PAGES = {"gold/seeds": "seeds", "dev/mix/truth": "dev/mix/pages", "dev/day/truth": "dev/day/pages"}


@pytest.mark.parametrize("truth", FLOORS)
def test_the_figures_do_not_fall(truth: str, shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / PAGES[truth]).glob("*.txt"))
    articles = read_pages([PageFile(str(file), file.read_bytes()) for file in files], join=False)
    records = tmp_path / "records.jsonl"
    records.write_bytes(b"".join(record.encode_lines(articles)))
    score = subprocess.run(
        [sys.executable, shared / "tools/score.py", shared / truth, records, "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    figures = json.loads(score.stdout)
    assert {name: figures[name] for name, floor in FLOORS[truth].items() if figures[name] < floor} == {}
