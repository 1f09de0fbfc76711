"""Settings: written down once, shown with their origin, overruled by the command line."""

import json
import tomllib
from pathlib import Path

import pytest

from convert import record
from convert.cli import COMMANDS
from tests.articles import article
from tests.conftest import Program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a file of records."""
    (tmp_path / "two.jsonl").write_bytes(b"".join(record.encode_lines([article(), article(2)])))
    return tmp_path


def settings(folder: Path, text: str, name: str = "newsconvert.toml") -> None:
    (folder / name).write_text(text, "utf-8")


def test_a_file_in_the_working_folder_sets_options(folder: Path, newsconvert: Program) -> None:
    settings(folder, 'creator = "档案馆"\n[write]\nto = "md"\noutput = "-"\n')
    done = newsconvert("write", "two.jsonl", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert 'creator: "档案馆"' in done.stdout.decode()


def test_the_command_line_wins(folder: Path, newsconvert: Program) -> None:
    settings(folder, '[write]\nto = "md"\noutput = "-"\nquiet = true\n')
    assert newsconvert("write", "two.jsonl", "--to", "csv", cwd=folder).stdout.startswith(b"\xef\xbb\xbfid,")


def test_a_commands_table_wins_over_the_top_of_the_file(folder: Path, newsconvert: Program) -> None:
    settings(folder, 'to = "csv"\noutput = "-"\n[write]\nto = "txt"\n')
    assert newsconvert("write", "two.jsonl", cwd=folder).stdout.startswith("台北工会".encode())


def test_another_file_is_named_with_config(folder: Path, newsconvert: Program) -> None:
    settings(folder, '[write]\nto = "md"\n')
    settings(folder, '[write]\nto = "txt"\noutput = "-"\n', "other.toml")
    done = newsconvert("write", "two.jsonl", "--config", "other.toml", cwd=folder)
    assert done.stdout.startswith("台北工会".encode())
    assert newsconvert("write", "two.jsonl", "--config", "none.toml", cwd=folder).returncode == 66


def test_options_that_take_several_numbers_and_switches_are_set(folder: Path, newsconvert: Program) -> None:
    (folder / "p.txt").write_text("标题在此\n\n正文一段，说了几句话，然后结束了。\n", "utf-8")
    settings(folder, '[build]\noutput = "out"\nto = ["txt", "md"]\nquiet = true\njobs = 1\nname = "v"\n')
    done = newsconvert("build", "p.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in (folder / "out").glob("v.*")) == ["v.md", "v.txt"]
    settings(folder, '[build]\noutput = "out2"\nto = "txt"\nname = "v"\n')
    newsconvert("build", "p.txt", cwd=folder)
    assert sorted(path.name for path in (folder / "out2").glob("v.*")) == ["v.txt"]


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("[write]\noutptu = '-'\n", 2, "no option of 'write' in newsconvert.toml called 'outptu'; there are: "),
        ("[write\n", 65, "newsconvert.toml: not TOML"),
        ("[write]\nto = ['md', 'csv']\n", 65, "to: one value is wanted"),
        ("[write]\noutptu = '-'\n", 2, "; did you mean 'output'?"),
        ("[write]\ncolumns = 'two'\n", 2, "newsconvert.toml: columns = 'two': "),
        ("[write]\nquiet = 'perhaps'\n", 2, "newsconvert.toml: quiet = 'perhaps': true or false is wanted"),
        ("tilte = 'x'\n", 2, "no option in newsconvert.toml called 'tilte'; there are: "),
        ("[wirte]\nquiet = true\n", 2, "no command for the table [wirte] of newsconvert.toml called 'wirte'"),
    ],
)
def test_a_setting_that_cannot_be_is_named(text: str, code: int, says: str, folder: Path, newsconvert: Program) -> None:
    settings(folder, text)
    refused = newsconvert("write", "two.jsonl", "--to", "txt", "-o", "-", cwd=folder)
    assert refused.returncode == code
    assert says in refused.stderr.decode()
    assert refused.stdout == b""


def test_config_shows_what_is_in_force_and_where_it_comes_from(folder: Path, newsconvert: Program) -> None:
    settings(folder, 'publisher = "档案馆"\n[write]\nto = "md"\n')
    shown = newsconvert("config", "write", cwd=folder).stdout.decode()
    assert 'to = "md"  # from newsconvert.toml' in shown
    assert '# variant = "original"' in shown
    assert tomllib.loads(shown) == {"write": {"to": "md", "publisher": "档案馆"}}
    values = json.loads(newsconvert("config", "--json", cwd=folder).stdout)
    assert values["write"]["publisher"]["from"] == "newsconvert.toml"
    assert values["build"]["publisher"]["value"] == "档案馆"
    assert values["write"]["title"]["from"] is None
    assert set(values) == set(COMMANDS)


def test_a_table_named_after_no_command_is_shown_by_config(folder: Path, newsconvert: Program) -> None:
    settings(folder, "[bild]\nto = 'md'\n")
    refused = newsconvert("config", cwd=folder)
    assert refused.returncode == 2
    assert "[bild] of newsconvert.toml" in refused.stderr.decode()


def test_what_config_shows_is_a_settings_file(folder: Path, newsconvert: Program) -> None:
    settings(folder, '[write]\nto = "md"\noutput = "-"\n')
    shown = newsconvert("config", cwd=folder).stdout
    before = newsconvert("write", "two.jsonl", cwd=folder).stdout
    (folder / "newsconvert.toml").write_bytes(shown)
    assert newsconvert("write", "two.jsonl", cwd=folder).stdout == before


def test_what_config_shows_can_stand_in_the_file_whatever_the_option_is_called_inside(
    folder: Path, newsconvert: Program
) -> None:
    (folder / "p.txt").write_text("标题在此\n\n正文一段，说了几句话，然后结束了。\n", "utf-8")
    settings(folder, "[trace]\njson = true\n[review]\nopen = false\n[parse]\nname_pattern = 'x'\n")
    assert json.loads(newsconvert("trace", "p.txt", cwd=folder).stdout.splitlines()[0])["text"] == "标题在此"
    shown = tomllib.loads(newsconvert("config", cwd=folder).stdout.decode())
    assert shown == {
        **{name: {} for name in shown},
        "trace": {"json": True},
        "review": {"open": False},
        "parse": {"name-pattern": "x"},
    }


def test_a_setting_that_only_another_command_has_may_stand_at_the_top(folder: Path, newsconvert: Program) -> None:
    settings(folder, 'jobs = 2\ntitle = "集"\n')
    assert newsconvert("formats", cwd=folder).returncode == 0
