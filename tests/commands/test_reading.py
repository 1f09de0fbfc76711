"""parse, trace and profile, as a user types them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.reader.pages import BODY, LEAD, MORE

TITLE = "公交保修分公司工会慰问雨中值守职工"


def run(*arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """The program with these arguments, ending with this exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "convert", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    texts = {
        "2024-02-01_01.txt": (TITLE, LEAD, BODY + "（下转第3版）"),
        "2024-02-01_03.txt": (TITLE, "（上接第1版）", MORE),
    }
    for name, lines in texts.items():
        (folder / name).write_text("\n\n".join(lines), "utf-8")
    return folder


def test_parse_writes_a_record_a_line_and_joins_halves(pages: Path) -> None:
    records = [json.loads(line) for line in run("parse", pages).stdout.splitlines()]
    assert [(r["headline"], len(r["source"]), r["date"]) for r in records] == [(TITLE, 2, "2024-02-01")]


def test_parse_keeps_halves_apart_when_asked(pages: Path) -> None:
    records = [json.loads(line) for line in run("parse", "--no-join", pages).stdout.splitlines()]
    assert [(r["continues_on"], r["continued_from"]) for r in records] == [(3, None), (None, 1)]


def test_parse_names_what_it_cannot_read_and_goes_on(pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    done = run("parse", pages, code=1)
    assert done.stderr.startswith(f"newsconvert: {pages / 'empty.txt'}: the file is empty; ")
    assert len(done.stdout.splitlines()) == 1


def test_parse_of_nothing_that_can_be_read_ends_with_that_files_code(tmp_path: Path) -> None:
    assert "no such file" in run("parse", tmp_path / "missing.txt", code=66).stderr
    (tmp_path / "empty.txt").write_bytes(b"\n")
    run("parse", tmp_path / "empty.txt", code=65)


def test_parse_takes_facts_from_the_user(pages: Path, tmp_path: Path) -> None:
    table = tmp_path / "pages.csv"
    table.write_text("file,page\n2024-02-01_01.txt,9\n", "utf-8")
    done = run("parse", "--no-join", "--paper", "午报", "--date", "2024-03-01", "--meta", table, pages)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["paper"], r["date"], r["page"]) for r in found] == [("午报", "2024-03-01", 9), ("午报", "2024-03-01", 3)]


def test_parse_refuses_a_pattern_that_tells_nothing(pages: Path) -> None:
    assert "named group" in run("parse", "--name-pattern", "x", pages, code=2).stderr


def test_trace_shows_every_line_with_label_and_rule(pages: Path) -> None:
    shown = run("trace", pages / "2024-02-01_03.txt").stdout
    assert [row.split()[:2] for row in shown.splitlines()[::2]] == [["1", "title"], ["3", "jump"], ["5", "paragraph"]]
    assert "shape jump" in shown


def test_trace_for_tools_is_json_with_the_whole_text(pages: Path) -> None:
    lines = [json.loads(line) for line in run("trace", "--json", pages / "2024-02-01_01.txt").stdout.splitlines()]
    assert [line["label"] for line in lines] == ["title", "paragraph", "paragraph"]
    assert lines[1]["text"] == LEAD
    assert lines[2]["marks"] == ["（下转第3版）"]
    assert all(line["because"] for line in lines)


def test_trace_of_a_missing_page_names_it(tmp_path: Path) -> None:
    assert "no such file" in run("trace", tmp_path / "no.txt", code=66).stderr


def test_profile_proposes_what_can_be_used_at_once(pages: Path, tmp_path: Path) -> None:
    proposed = tmp_path / "own.toml"
    proposed.write_text(run("profile", pages).stdout, "utf-8")
    assert run("parse", "--profile", proposed, pages).stdout == run("parse", pages).stdout


def test_an_unknown_profile_is_answered_with_the_names_there_are(pages: Path) -> None:
    assert "there are: general" in run("parse", "--profile", "times", pages, code=2).stderr


def test_a_trace_in_chinese_says_labels_and_reasons_in_chinese() -> None:
    page = next((ROOT / "seeds").glob("003_*.txt"))
    out = run("trace", page, "--lang", "zh").stdout
    assert "  标题        全国总工会赴东城调研" in out
    assert "按上下文权衡：" in out
    assert not re.search(r"weighed|shape|the line", out)
    second = run("trace", page, "--lang", "zh", "--json").stdout.splitlines()[1]
    assert "行形是“普通文字”" in json.loads(second)["in_words"]
