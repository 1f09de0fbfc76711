"""A citizen of the shell: streams, exit codes, pipes, names, locale, colours, completion, start-up."""

import json
import os
import pty
import re
import resource
import select
import shlex
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from convert import record, writers
from convert.cli import app
from tests.articles import article
from tests.conftest import Program

PROGRAM = Path(sys.executable).with_name("newsconvert")
PAGE = "北京市总工会召开座谈会\n\n本报讯（记者 白莹）8月1日，市总工会召开座谈会，部署下半年的工作。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of one article."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A file of two records."""
    path = tmp_path / "two.jsonl"
    path.write_bytes(b"".join(record.encode_lines([article(), article(2)])))
    return path


def shell(command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What bash makes of a command line; `newsconvert` is the installed one."""
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=cwd, env=os.environ | {"PATH": path} | environment, capture_output=True, timeout=600, check=False,
    )  # fmt: skip


# --- streams


def test_data_is_on_stdout_and_words_are_on_stderr(page: Path, newsconvert: Program) -> None:
    parsed = newsconvert("parse", page, page.with_name("none.txt"))
    assert [json.loads(line)["headline"] for line in parsed.stdout.splitlines()] == ["北京市总工会召开座谈会"]
    assert b"none.txt: no such file" in parsed.stderr
    built = newsconvert("build", page, "-o", page.parent / "out", "--to", "txt")
    assert built.stdout == b""
    assert b"page.txt" in built.stderr


def test_a_dash_is_stdin_and_stdout(records: Path, newsconvert: Program) -> None:
    through = newsconvert("write", "-", "--to", "jsonl", "-o", "-", stdin=records.read_bytes())
    assert through.stdout == records.read_bytes()
    listed = newsconvert("build", "-", "-o", records.parent / "out", "--to", "txt", stdin=os.fsencode(records) + b"\n")
    assert listed.returncode == 0, listed.stderr


def test_a_page_is_read_from_a_pipe_as_from_its_file(root: Path) -> None:
    page = next((root / "seeds").glob("003*.txt"))
    piped = shell(f"cat '{page}' | newsconvert parse -", root)
    named = shell(f"newsconvert parse '{page}'", root)
    assert piped.stdout.replace(b'"path":"stdin"', b"") == named.stdout.replace(f'"path":"{page}"'.encode(), b"")
    traced = shell(f"newsconvert trace - < '{page}'", root)
    assert traced.stdout == shell(f"newsconvert trace '{page}'", root).stdout
    assert shell(f"newsconvert parse '{page}' | newsconvert parse -", root).stdout == named.stdout
    web = "<!DOCTYPE html><h1>读报会开到车间</h1><p>近日，河口镇工会在文化宫举办读报会，五十名职工一起读报。</p>"
    assert json.loads(shell(f"echo '{web}' | newsconvert parse -", root).stdout)["headline"] == "读报会开到车间"
    empty = shell("newsconvert parse - < /dev/null", root)
    assert (empty.returncode, empty.stderr.startswith(b"newsconvert: stdin: the file is empty")) == (65, True)
    elsewhere = shell("newsconvert profile - < /dev/null", root)
    assert (elsewhere.returncode, b"-: stdin is not read here" in elsewhere.stderr) == (66, True)


def test_several_formats_and_variants_are_named_with_commas(page: Path, newsconvert: Program, tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = newsconvert("build", page, "-o", out, "--to", "jsonl,txt", "--to", "txt", "--variant", "tw, original")
    assert made.returncode == 0, made.stderr.decode()
    stem = page.stem
    assert {each.name for each in out.glob("[!.]*.*")} == {
        f"{stem}{end}" for end in (".jsonl", ".txt", ".tw.jsonl", ".tw.txt")
    }


def test_a_book_can_go_to_a_pipe(records: Path, tmp_path: Path) -> None:
    made = shell(f"newsconvert write {records} --to epub -o - | cat > book.epub", tmp_path)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "book.epub").read_bytes()[:4] == b"PK\x03\x04"


@pytest.mark.parametrize("command", ["parse pages", "write big.jsonl --to txt -o -", "formats", "--help", "config"])
def test_a_reader_that_goes_away_is_no_error_worth_a_word(command: str, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(60):
        (tmp_path / f"pages/{number}.txt").write_text(PAGE + "正文一段。" * 3000, "utf-8")
    (tmp_path / "big.jsonl").write_bytes(b"".join(record.encode_lines(article(n) for n in range(3000))))
    ended = shell(f"newsconvert {command} | head -c 1 >/dev/null", tmp_path)
    assert ended.stderr == b""
    assert ended.returncode in (0, 1, 141)


def test_a_pipe_that_closes_ends_the_program_with_its_signals_number(tmp_path: Path) -> None:
    (tmp_path / "big.jsonl").write_bytes(b"".join(record.encode_lines(article(n) for n in range(3000))))
    ended = shell("newsconvert write big.jsonl --to txt -o - | true", tmp_path)
    assert (ended.returncode, ended.stderr) == (141, b"")


# --- exit codes


def test_exit_codes_tell_what_happened(page: Path, records: Path, newsconvert: Program, tmp_path: Path) -> None:
    empty, missing, out = tmp_path / "empty.txt", tmp_path / "missing.txt", tmp_path / "out.txt"
    empty.touch()
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{}\n")
    unwritable = tmp_path / "file"
    unwritable.touch()
    expected: dict[int, list[str | Path]] = {
        0: ["parse", page],
        1: ["parse", page, missing],
        2: ["parse"],
        65: ["write", broken, "--to", "txt", "-o", out],
        66: ["write", missing, "--to", "txt", "-o", out],
        73: ["write", records, "--to", "txt", "-o", unwritable / "x.txt"],
    }
    assert {code: newsconvert(*command).returncode for code, command in expected.items()} == {c: c for c in expected}
    assert newsconvert("parse", empty).returncode == 65
    assert newsconvert("parse", missing).returncode == 66


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_its_code_and_leaves_nothing_half_written(
    sent: signal.Signals, code: int, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(150):
        (pages / f"{number}.txt").write_text((PAGE + "\n") * 60, "utf-8")
    out = tmp_path / "out"
    running = subprocess.Popen([PROGRAM, "build", pages, "-o", out, "-j", "1"], stdout=-3, stderr=subprocess.PIPE)
    while not out.exists():
        assert running.poll() is None, "it ended before it wrote anything"
        time.sleep(0.005)
    running.send_signal(sent)
    _, said = running.communicate(timeout=300)
    assert running.returncode == code, said
    assert b"Traceback" not in said
    assert [path.name for path in out.iterdir() if path.is_file() and not path.name.startswith(".")] == []


# --- words


def test_quiet_says_nothing_when_all_goes_well(page: Path, records: Path, newsconvert: Program) -> None:
    out = page.parent / "out"
    commands: list[list[str | Path]] = [
        ["build", page, "-o", out, "--to", "txt", "-q"],
        ["write", records, "--to", "txt", "-o", out / "w.txt", "-q"],
    ]
    for command in commands:
        done = newsconvert(*command)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_verbose_names_every_note_as_compilers_do(tmp_path: Path, newsconvert: Program) -> None:
    path = tmp_path / "p.txt"
    strip = "了系统宣讲和深入阐释。提纲挈领的分析、深入浅出的语言使干部职工加深了对党的二十大精神的理解和把握。"
    path.write_text(f"{PAGE}\n{strip}\n\n{strip}\n", "utf-8")
    said = newsconvert("parse", path, "--verbose").stderr.decode()
    assert f"{path}:7: repeat: " in said
    assert newsconvert("parse", path).stderr == b""


def test_reports_are_json_for_programs(newsconvert: Program, page: Path) -> None:
    formats = json.loads(newsconvert("formats", "--json").stdout)
    options = formats["write"]["csv"]["options"]
    assert {name: (option["value"], option["default"]) for name, option in options.items()} == {
        "bom": ("true|false", "true"), "guard": ("true|false", "true"),
    }  # fmt: skip
    assert "md" in formats["read"]
    settings = json.loads(newsconvert("config", "--json").stdout)
    assert settings["write"]["variant"]["value"] == "original"
    built = newsconvert("build", page, "-o", page.parent / "out", "--to", "txt", "--report", "-", "-q")
    assert json.loads(built.stdout)["files"][0]["name"] == "page.txt"
    again = newsconvert("build", page, "-o", page.parent / "out", "--to", "txt", "--json")
    assert (json.loads(again.stdout)["made"], again.stderr) == (0, b"")
    lines = [json.loads(line) for line in newsconvert("trace", page, "--json").stdout.splitlines()]
    assert [line["label"] for line in lines] == ["title", "paragraph"]


def test_verbose_names_every_file_of_a_large_run_and_how_long_it_took(newsconvert: Program, page: Path) -> None:
    for number in range(45):
        (page.parent / f"page{number}.txt").write_bytes(page.read_bytes() + b"%d\n" % number)
    where = ("build", page.parent, "--glob", "page*.txt", "-o", page.parent / "out")
    shown, more = (
        newsconvert(*where, "--to", "txt", "--split", "page", *extra).stderr.decode() for extra in ((), ("--verbose",))
    )
    assert "more files" in shown
    assert shown.count(".txt") < 45 <= more.count(".txt")
    assert re.search(r"reading \d+\.\d s", more)


def on_a_terminal(command: list[str | Path], **environment: str) -> bytes:
    """What a program writes on a terminal of 80 columns, both streams."""
    ours, theirs = pty.openpty()
    settings = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "CI")}
    running = subprocess.Popen(
        list(map(str, command)), stdin=theirs, stdout=theirs, stderr=theirs,
        env=settings | {"TERM": "xterm-256color", "COLUMNS": "80"} | environment,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    running.wait(60)
    os.close(ours)
    return shown


COLOURS = (b"\x1b[3", b"\x1b[1;3", b"\x1b[9", b"\x1b[38", b"\x1b[48", b"\x1b[4")


def test_no_color_is_obeyed_on_a_terminal(page: Path) -> None:
    for number, command in enumerate([["--help"], ["build", str(page), "-o", str(page.parent / "out"), "--to", "txt"]]):
        shown = on_a_terminal([PROGRAM, *command], NO_COLOR="1")
        assert shown, number
        assert not any(colour in shown for colour in COLOURS), shown


def test_in_a_pipe_there_is_no_escape_sequence(page: Path, newsconvert: Program) -> None:
    build: list[str | Path] = ["build", page, "-o", page.parent / "out", "--to", "txt"]
    for command in (["--help"], build, ["formats"]):
        done = newsconvert(*command)
        assert b"\x1b" not in done.stdout + done.stderr


def test_it_never_asks(records: Path, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("mine")
    ended = shell(f"newsconvert write {records} --to txt -o there.txt </dev/null", tmp_path)
    assert ended.returncode == 73
    ended = shell("newsconvert parse </dev/null", tmp_path)
    assert ended.returncode == 2


# --- names


NAMES = ["two words.txt", "line\nfeed.txt", "-dash.txt", "--to", "引号\"'.txt", "%s $HOME.txt", "caf\udce9.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_any_file_name_is_just_a_name(name: str, tmp_path: Path, newsconvert: Program) -> None:
    (tmp_path / name).write_text(PAGE, "utf-8")
    parsed = newsconvert("parse", "--", name, cwd=tmp_path)
    assert parsed.returncode == 0, parsed.stderr
    assert json.loads(parsed.stdout)["source"][0]["path"] == name
    built = newsconvert("build", "-o", "out dir", "--to", "epub", "--to", "md", "--", name, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert len(list((tmp_path / "out dir").glob("*.[em]*"))) == 2


def test_names_that_end_with_nul_are_read_from_a_list(tmp_path: Path) -> None:
    (tmp_path / "line\nfeed.txt").write_text(PAGE, "utf-8")
    made = shell("find . -name '*.txt' -print0 | newsconvert build --files0-from - -o out --name v --to txt", tmp_path)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "out/v.txt").exists()


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_utf8_comes_out_whatever_the_locale(locale: str, page: Path, newsconvert: Program) -> None:
    chinese = page.rename(page.with_name("版面.txt"))
    parsed = newsconvert("parse", chinese, LC_ALL=locale, PYTHONIOENCODING="", LANG=locale)
    assert parsed.returncode == 0, parsed.stderr
    assert json.loads(parsed.stdout.decode("utf-8"))["headline"] == "北京市总工会召开座谈会"
    assert "版面.没有".encode() in newsconvert("parse", chinese.with_name("版面.没有"), LC_ALL=locale).stderr


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("bild", "no command called 'bild'; there are: build, parse"),
        ("write two.jsonl --to pdf -o x", "no format called 'pdf'; there are: corpus, csv, docx"),
        ("write two.jsonl --to txt --variant klingon -o x", "no variant called 'klingon'; there are: "),
        ("write two.jsonl --to txt -O colour=red -o x", "no format asked for has an option 'colour'; there are: "),
        ("write two.jsonl --to txt -O indent=perhaps -o x", "format 'txt': "),
        ("write two.jsonl --to txt --where colour=red -o x", "no field called 'colour'; there are: "),
        ("config bild", "no command called 'bild'; there are: "),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(command: str, says: str, records: Path) -> None:
    refused = shell(f"newsconvert {command}", records.parent)
    assert refused.returncode == 2
    assert refused.stdout == b""
    [line] = refused.stderr.decode().splitlines()
    assert line.startswith("newsconvert: ")
    assert says in line
    assert not (records.parent / "x").exists()


# --- nobody's file is lost


def test_a_file_that_is_there_is_replaced_only_with_force(records: Path, newsconvert: Program) -> None:
    target = records.parent / "book.txt"
    target.write_text("mine")
    command: list[str | Path] = ["write", records, "--to", "txt", "-o", target]
    refused = newsconvert(*command)
    assert refused.returncode == 73
    assert b"--force" in refused.stderr
    assert target.read_text() == "mine"
    assert newsconvert(*command, "--force").returncode == 0
    assert "台北工会" in target.read_text("utf-8")


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_variant_replaces_no_file_without_force(option: str, page: Path, newsconvert: Program) -> None:
    there = page.with_name("there.jsonl")
    there.write_text("mine")
    command: list[str | Path] = ["variant", "--to", "tw", page, option, there]
    assert newsconvert(*command).returncode == 73
    assert there.read_text() == "mine"
    assert newsconvert(*command, "--force").returncode == 0
    assert there.read_text("utf-8") != "mine"


def test_build_replaces_its_own_files_but_no_strangers(page: Path, newsconvert: Program) -> None:
    out = page.parent / "out"
    out.mkdir()
    (out / "page.txt").write_text("mine")
    command: list[str | Path] = ["build", page, "-o", out, "--to", "txt"]
    assert newsconvert(*command).returncode == 73
    assert (out / "page.txt").read_text() == "mine"
    assert newsconvert(*command, "--force").returncode == 0
    assert newsconvert(*command, "--title", "another").returncode == 0


def test_a_file_has_the_permissions_that_the_umask_leaves(records: Path) -> None:
    made = shell("umask 027; newsconvert write two.jsonl --to txt -o x.txt", records.parent)
    assert made.returncode == 0
    assert stat.S_IMODE((records.parent / "x.txt").stat().st_mode) == 0o640


# --- the program as others find it


def test_the_version_is_one_line(newsconvert: Program) -> None:
    shown = newsconvert("--version")
    assert shown.stdout.decode().split()[0] == "newsconvert"
    assert shown.stdout.count(b"\n") == 1


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_there_is_completion_for_each_shell(name: str, newsconvert: Program) -> None:
    script = newsconvert(_NEWSCONVERT_COMPLETE=f"source_{name}")
    assert script.returncode == 0
    assert b"_NEWSCONVERT_COMPLETE" in script.stdout
    if name == "bash":
        subprocess.run(["bash", "-n"], input=script.stdout, check=True)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("newsconvert wr", "write"),
        ("newsconvert write --outp", "--output"),
        ("newsconvert write --to nin", "ninjs"),
        ("newsconvert build --to epub,nin", "epub,ninjs"),
        ("newsconvert formats nin", "ninjs"),
    ],
)
def test_commands_options_and_formats_are_completed(typed: str, offered: str, newsconvert: Program) -> None:
    words = shlex.split(typed)
    answer = newsconvert(_NEWSCONVERT_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(len(words) - 1))
    assert offered in answer.stdout.decode().split(), answer.stderr


def typed_into(command: list[str], first: str, keys: str, wanted: str, environment: dict[str, str]) -> str:
    """What an interactive shell shows after `first` is entered and some keys are pressed, until `wanted` is shown."""
    child, terminal = pty.fork()
    if not child:
        os.execvpe(command[0], command, environment)
    end = time.monotonic() + 60
    os.write(terminal, f"{first}; echo rea''dy\n".encode())
    for awaited, pressed in (("\nready", keys), (wanted, "")):
        shown = ""
        while awaited not in shown.replace("\r", "") and time.monotonic() < end:
            if select.select([terminal], [], [], 1)[0]:
                shown += os.read(terminal, 65536).decode(errors="replace")
        os.write(terminal, pressed.encode())
    os.close(terminal)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return shown


@pytest.mark.system
@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_a_shell_completes_what_is_typed(
    name: str, newsconvert: Program, need_program: Callable[..., str], tmp_path: Path
) -> None:
    shell = need_program(name)
    script = tmp_path / "completion"
    script.write_bytes(newsconvert(_NEWSCONVERT_COMPLETE=f"source_{name}").stdout)
    start = {"bash": ["--norc", "-i"], "zsh": ["-f", "-i"]}[name]
    first = {"bash": f". {script}", "zsh": f"autoload -Uz compinit; compinit -u -D; . {script}"}[name]
    environment = os.environ | {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "TERM": "dumb", "HOME": str(tmp_path)}
    shown = typed_into([shell, *start], first, "newsconvert write --to nin\t", "--to ninjs ", environment)
    assert "newsconvert write --to ninjs " in shown


@pytest.mark.system
def test_fish_completes_what_is_typed(newsconvert: Program, need_program: Callable[..., str], tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_bytes(newsconvert(_NEWSCONVERT_COMPLETE="source_fish").stdout)
    environment = os.environ | {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    asked = f"source {script}; complete -C 'newsconvert write --to nin'"
    shown = subprocess.run(
        [need_program("fish"), "-N", "-c", asked], env=environment, capture_output=True, check=True, timeout=60
    )
    assert shown.stdout.split() == [b"ninjs"]


def test_help_is_there_before_one_notices(need_quiet: Callable[[], float]) -> None:
    assert need_quiet() < 0.15


@pytest.fixture
def need_quiet() -> Callable[[], float]:
    """CPU seconds of `newsconvert --help`, the best of several: other programs' load is not ours."""

    def measure() -> float:
        best = 9.0
        for _ in range(7):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([PROGRAM, "--help"], stdout=subprocess.DEVNULL, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            best = min(best, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
        return best

    return measure


def test_a_slip_in_a_name_is_answered_with_the_name_that_was_meant(newsconvert: Program, tmp_path: Path) -> None:
    assert newsconvert("buidl").stderr.decode().endswith("; did you mean 'build'?\n")
    refused = newsconvert("build", tmp_path, "-o", tmp_path / "out", "--to", "epbu").stderr.decode()
    assert refused.endswith("; did you mean 'epub'?\n")


def test_the_shell_completes_scripts_and_profiles(newsconvert: Program) -> None:
    def completed(words: str) -> list[str]:
        place = str(words.count(" "))
        done = newsconvert(_NEWSCONVERT_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=place)
        return done.stdout.decode().split()

    assert completed("newsconvert build --variant t") == ["tw", "t", "twp"]
    assert "laodong-wubao" in completed("newsconvert parse --profile ")


def test_a_folder_is_not_traced_and_a_run_that_wrote_nothing_shows_no_table(
    newsconvert: Program, tmp_path: Path
) -> None:
    assert b"is a folder; name one page of it" in newsconvert("trace", tmp_path).stderr
    assert b"bytes" not in newsconvert("build", tmp_path / "none", "-o", tmp_path / "out").stderr


# --- what stdout and -o may be

FULL = Path("/dev/full")
FULL_DISK = pytest.mark.skipif(not FULL.is_char_device(), reason="no /dev/full here")


def to_full_disk(program: list[str]) -> subprocess.CompletedProcess[bytes]:
    """A command whose stdout is a disk without room."""
    with FULL.open("wb") as full:
        return subprocess.run(program, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)


@FULL_DISK
@pytest.mark.parametrize(
    "arguments",
    [["parse", "{page}"], ["trace", "{page}"], ["variant", "--to", "tw", "{page}"], ["review", "{page}", "-o", "-"],
     ["profile", "{page}"], ["config"], ["formats"], ["--help"], ["--version"]],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_full_disk_under_stdout_is_one_line_and_73(arguments: list[str], page: Path) -> None:
    ended = to_full_disk([str(PROGRAM), *(each.format(page=page) for each in arguments)])
    assert ended.returncode == 73
    assert ended.stderr == b"newsconvert: stdout: no space left on device; make room there\n"


def test_what_is_no_file_is_written_into_and_stays(newsconvert: Program, tmp_path: Path, records: Path) -> None:
    assert newsconvert("write", records, "--to", "epub", "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert newsconvert("write", records, "--to", "jsonl", "-o", pipe).returncode == 0
        assert reader.communicate()[0] == records.read_bytes()
    assert pipe.is_fifo()


@FULL_DISK
def test_what_was_made_is_said_before_a_report_that_has_no_room(
    newsconvert: Program, tmp_path: Path, page: Path
) -> None:
    ended = newsconvert("build", page, "-o", tmp_path, "--to", "jsonl", "--report", FULL)
    assert ended.returncode == 73
    said = ended.stderr.decode().splitlines()
    assert said[0].startswith("1 pages read")
    assert said[-1] == "newsconvert: /dev/full: no space left on device; make room there"


def test_want_of_memory_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def starve() -> None:
        raise MemoryError

    monkeypatch.setattr(writers, "formats", starve)
    with pytest.raises(SystemExit) as ended:
        app(["formats"])
    told = "newsconvert: memory is short; ask for fewer workers with -j, or make smaller volumes with --split\n"
    assert (ended.value.code, capsys.readouterr().err) == (71, told)


@FULL_DISK
def test_a_device_without_room_is_named(newsconvert: Program, records: Path) -> None:
    ended = newsconvert("write", records, "--to", "epub", "-o", FULL)
    assert ended.returncode == 73
    assert ended.stderr == b"newsconvert: /dev/full: no space left on device; make room there\n"
    assert FULL.is_char_device()


def test_a_link_stays_and_the_file_that_it_leads_to_is_made(
    newsconvert: Program, tmp_path: Path, records: Path
) -> None:
    (tmp_path / "link.md").symlink_to("real.md")
    assert newsconvert("write", records, "--to", "md", "-o", tmp_path / "link.md").returncode == 0
    assert (tmp_path / "link.md").is_symlink()
    assert "---" in (tmp_path / "real.md").read_text("utf-8")


def test_a_stdout_that_is_closed_is_no_traceback(page: Path) -> None:
    ended = subprocess.run(["sh", "-c", f"'{PROGRAM}' parse '{page}' >&-"], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
