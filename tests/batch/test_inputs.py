"""What a run reads: files, folders, archives and lists, in an order that no machine changes, and nothing hostile."""

import contextlib
import io
import os
import random
import subprocess
import tarfile
import threading
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from convert.batch.folders import natural
from convert.batch.inputs import Failure, expand, listed
from convert.batch.pages import LARGEST, Page
from convert.errors import BadInputError, MissingInputError, NewsconvertError
from tests.batch.conftest import ARMED, wait_for
from tests.conftest import Program

MakePages = Callable[..., Path]


def names(*paths: Path | str, patterns: tuple[str, ...] = ("*.txt",)) -> list[str]:
    """The pages found, by what stands below the input."""
    found = list(expand(paths, patterns))
    assert all(isinstance(each, Page) for each in found), found
    return [each.below or each.path for each in found if isinstance(each, Page)]


def failure(*paths: Path | str) -> NewsconvertError:
    """The one thing that went wrong."""
    (error,) = [each.error for each in expand(paths) if isinstance(each, Failure)]
    return error


def test_numbers_in_names_sort_by_their_value() -> None:
    assert sorted(["p10", "p9", "p1", "a"], key=natural) == ["a", "p1", "p9", "p10"]


def test_a_folder_gives_its_pages_and_those_of_folders_inside(tmp_path: Path) -> None:
    for name in ("b/10.txt", "b/9.txt", "a.txt", "c/d/1.TXT", ".hidden/x.txt", "b/.y.txt", "b/notes.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a.txt", "b/9.txt", "b/10.txt", "c/d/1.TXT"]
    assert names(tmp_path, patterns=("*.md",)) == ["b/notes.md"]
    assert names(tmp_path, patterns=("b/*.txt", "a.*")) == ["a.txt", "b/9.txt", "b/10.txt"]


def test_links_that_go_in_circles_are_not_walked(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("x")
    (tmp_path / "round").symlink_to(tmp_path)
    assert names(tmp_path) == ["1.txt"]


def test_links_to_folders_elsewhere_are_followed_and_none_is_read_twice(tmp_path: Path) -> None:
    for name in ("in/a/1.txt", "elsewhere/2.txt", "elsewhere/deep/3.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    for link, target in (("b", "elsewhere"), ("c", "elsewhere/deep"), ("d", "in/a"), ("e", "."), ("f", "in")):
        (tmp_path / "in" / link).symlink_to(tmp_path / target)
    (tmp_path / "elsewhere" / "back").symlink_to(tmp_path / "in")
    assert names(tmp_path / "in") == ["a/1.txt", "b/2.txt", "b/deep/3.txt"]


def test_links_to_nothing_and_to_themselves_are_failures_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "none.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    found = list(expand([tmp_path]))
    assert [each.path for each in found if isinstance(each, Page)] == [f"{tmp_path}/1.txt"]
    told = [str(each.error) for each in found if isinstance(each, Failure)]
    assert told == [f"{tmp_path}/{n}.txt: a link to nothing; mend it or take it away" for n in ("gone", "round")]


def test_a_folder_that_cant_be_looked_into_stops_no_other(
    make_pages: MakePages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pages(tmp_path / "a" / "secret", 1)
    make_pages(tmp_path / "a" / "open", 1)
    look = os.scandir

    def scandir(path: str) -> object:
        if "secret" in path:
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)  # root may look into any folder
    found = list(expand([tmp_path / "a"]))
    assert [each.path for each in found if isinstance(each, Page)] == [f"{tmp_path}/a/open/0000.txt"]
    told = [str(each.error) for each in found if isinstance(each, Failure)]
    assert told == [f"{tmp_path}/a/secret: permission denied; check your permission"]


def test_a_page_that_is_named_twice_is_read_once(make_pages: MakePages, tmp_path: Path) -> None:
    a = make_pages(tmp_path / "a", 3)
    make_pages(a / "inner", 1)
    assert names(a, a, f"{a}/") == ["0000.txt", "0001.txt", "0002.txt", "inner/0000.txt"]
    assert names(a / "0001.txt", a) == [f"{a}/0001.txt", "0000.txt", "0002.txt", "inner/0000.txt"]
    assert names(a / "inner", tmp_path, a) == ["0000.txt", "0000.txt", "0001.txt", "0002.txt"]
    assert names(a / "inner", a) == ["0000.txt", "0000.txt", "0001.txt", "0002.txt"]
    assert names(a, a / "0001.txt", a / "inner") == ["0000.txt", "0002.txt", f"{a}/0001.txt", "0000.txt"]


def test_what_a_run_has_made_is_no_page(make_pages: MakePages, newsconvert: Program, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 2)
    (pages / "0000.txt").write_text("读坏了\n一段。\n", encoding="utf-8")
    for out in (pages, pages / "out"):
        for _ in range(2):
            run = newsconvert("build", pages, "-o", out, "--to", "txt", "--split", "page", PYTHONPATH=ARMED)
            assert b"1 pages read" in run.stderr, run.stderr.decode()
    assert (pages / "failed").is_dir()
    assert (pages / "out" / "failed").is_dir()


def test_a_pipe_that_nobody_writes_into_is_empty_and_one_that_somebody_does_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert Page(str(tmp_path / "pipe")).read() == b""
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(b"page" * 50_000,))
    writer.start()
    wait_for(lambda: _waits_to_open(writer))
    assert Page(str(tmp_path / "pipe")).read() == b"page" * 50_000
    writer.join()


def _waits_to_open(thread: threading.Thread) -> bool:
    """Whether a thread sleeps in the system, as one does that opens a pipe at whose other end is nobody."""
    return Path(f"/proc/self/task/{thread.native_id}/stat").read_text().rsplit(") ", 1)[1][0] == "S"


def test_pipes_and_devices_in_a_folder_are_no_pages_and_links_to_them_neither(
    make_pages: MakePages, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 1)
    os.mkfifo(pages / "pipe.txt")
    (pages / "link.txt").symlink_to("pipe.txt")
    (pages / "device.txt").symlink_to("/dev/zero")
    assert names(pages) == ["0000.txt"]


def test_a_device_without_an_end_is_no_page() -> None:
    with pytest.raises(BadInputError, match="larger than 64 MiB"):
        Page("/dev/zero").read()


def test_an_input_without_pages_and_one_that_is_missing_are_failures(tmp_path: Path) -> None:
    assert isinstance(failure(tmp_path), BadInputError)
    assert isinstance(failure(tmp_path / "none"), MissingInputError)


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "tar.xz", "tar.bz2", "tgz"])
def test_an_archive_is_read_like_the_folder_it_was_made_of(ending: str, make_pages: MakePages, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 12)
    archive = tmp_path / f"all.{ending}"
    if ending == "zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for page in sorted(pages.iterdir(), reverse=True):
                packed.write(page, f"paper/{page.name}")
    else:
        kind = {"tgz": "gz", "tar": ""}.get(ending, ending.removeprefix("tar."))
        with tarfile.open(archive, f"w:{kind}") as packed_tar:  # type: ignore[call-overload]
            for page in sorted(pages.iterdir()):
                packed_tar.add(page, f"paper/{page.name}")
    found = [each for each in expand([archive]) if isinstance(each, Page)]
    assert [page.read() for page in found] == [page.read_bytes() for page in sorted(pages.iterdir())]
    assert found[0].path == f"{archive}/paper/0000.txt"
    before = sorted(tmp_path.iterdir())
    assert sorted(tmp_path.iterdir()) == before


def test_an_archive_gives_the_same_records_as_its_folder(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 150)
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as packed:
        for page in sorted(pages.iterdir()):
            packed.write(page, page.name)
    for source, jobs in (("in", "-j1"), ("in.zip", "-j2")):
        run = newsconvert("build", source, "-o", f"out-{source}", "--to", "jsonl", "--name", "all", jobs, cwd=tmp_path)
        assert run.returncode == 0, run.stderr.decode()
    records = [(tmp_path / f"out-{source}" / "all.jsonl").read_bytes() for source in ("in", "in.zip")]
    assert records[1].replace(b'"in.zip/', b'"in/') == records[0]


def test_workers_that_are_forked_read_one_archive_at_the_same_time(
    make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    pages = make_pages(tmp_path / "in", 300)
    archive = tmp_path / "in.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for page in sorted(pages.iterdir()):
            packed.write(page, page.name)
    run = newsconvert("build", archive, "-o", tmp_path / "out", "--to", "jsonl", "-j2")
    assert (run.returncode, b"300 pages read" in run.stderr) == (0, True), run.stderr.decode()


def tar_of(path: Path, members: dict[str, bytes]) -> Path:
    """A tar, packed as its name says."""
    kind = path.suffix.removeprefix(".tar").removeprefix(".t").removeprefix(".")
    with tarfile.open(path, f"w:{kind}") as packed:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_pages_of_their_own(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "added-to.zip", "w") as packed:
        for text in (b"old", b"new"):
            packed.writestr("page.txt", text)
    found = [each for each in expand([tmp_path / "added-to.zip"]) if isinstance(each, Page)]
    assert [page.read() for page in found] == [b"old", b"new"]


@pytest.mark.parametrize("ending", ["tar", "tgz"])
def test_a_member_too_large_stops_no_other(ending: str, tmp_path: Path) -> None:
    lots = os.urandom(2**20) * (LARGEST // 2**20 + 1)
    archive = tar_of(tmp_path / f"all.{ending}", {"a.txt": b"a", "large.txt": lots, "c.txt": b"c"})
    first, failed, last = expand([archive])
    assert [page.read() for page in (first, last) if isinstance(page, Page)] == [b"a", b"c"]
    assert isinstance(failed, Failure)
    assert (failed.path, "larger than" in str(failed.error)) == (f"{archive}/large.txt", True)


@pytest.mark.parametrize("ending", ["tar", "tar.gz"])
def test_a_page_with_holes_in_a_tar_is_read_whole(ending: str, tmp_path: Path) -> None:
    whole = b"a page" + bytes(200_000) + b"with a hole"
    with (tmp_path / "page.txt").open("wb") as page:
        page.write(b"a page")
        page.seek(200_000, os.SEEK_CUR)
        page.write(b"with a hole")
    packing = "-czSf" if ending.endswith("gz") else "-cSf"
    subprocess.run(["tar", packing, f"all.{ending}", "page.txt"], cwd=tmp_path, check=True)
    (found,) = [each for each in expand([tmp_path / f"all.{ending}"]) if isinstance(each, Page)]
    assert found.read() == whole


CHINESE = ("人民日报/2024年1月2日第1版.txt", "誠信/二.txt")
"""Names of which one has, in GBK, a character that ends in a backslash's byte."""


@pytest.mark.parametrize(
    ("encoding", "meant"),
    [("gbk", CHINESE), ("utf-8", CHINESE), ("big5", ("聯合報/2024年1月2日第1版.txt", "許功/二.txt"))],
)
def test_names_in_a_zip_are_read_as_their_maker_meant_them(
    encoding: str, meant: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as old, zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        old.setattr(zipfile.ZipInfo, "_encodeFilenameFlags", lambda member: (member.filename.encode(encoding), 0))
        for name in meant:
            packed.writestr(name, name)
    found = [each for each in expand([tmp_path / "all.zip"]) if isinstance(each, Page)]
    assert sorted(page.below for page in found) == sorted(meant)
    assert [page.read().decode() for page in found] == [page.below for page in found]


def test_names_in_a_tar_are_read_as_their_maker_meant_them(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "all.tar", "w", format=tarfile.GNU_FORMAT, encoding="gbk") as packed:
        packed.addfile(tarfile.TarInfo(CHINESE[0]))
    assert names(tmp_path / "all.tar") == [CHINESE[0]]


def test_an_encrypted_member_is_told_as_one(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.writestr("a.txt", "secret")
        packed.writestr("b.txt", "open")
    raw = bytearray((tmp_path / "all.zip").read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "all.zip").write_bytes(raw)
    first, last = [each for each in expand([tmp_path / "all.zip"]) if isinstance(each, Page)]
    assert last.read() == b"open"
    with pytest.raises(BadInputError, match=r"all\.zip/a\.txt: encrypted; "):
        first.read()


def _archives() -> Iterator[tuple[str, bytes]]:
    """Small archives of every kind, whole."""
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", packing) as packed:
            for number in range(3):
                packed.writestr(f"{number}/页.txt", os.urandom(200).hex())
        yield "zip", file.getvalue()
    for kind in ("", "gz", "bz2", "xz"):
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode=f"w:{kind}") as packed_tar:  # type: ignore[call-overload]
            for number in range(3):
                member = tarfile.TarInfo(f"{'长' * 60}/{number}.txt")
                member.size = 400
                packed_tar.addfile(member, io.BytesIO(os.urandom(200).hex().encode()))
        yield f"tar.{kind}".rstrip("."), file.getvalue()


def test_however_an_archive_is_damaged_it_is_told_and_breaks_nothing(tmp_path: Path) -> None:
    dice = random.Random(7)
    whole = list(_archives())
    for _ in range(600):
        ending, data = dice.choice(whole)
        damaged = bytearray(data[: dice.choice([len(data), dice.randrange(len(data))])])
        for _ in range(dice.choice([1, 3, 30])):
            place = dice.choice([dice.randrange(len(data)), dice.randrange(100), len(data) - dice.randrange(1, 400)])
            damaged[place : place + 1] = [dice.randrange(256)]
        archive = tmp_path / f"damaged.{ending}"
        archive.write_bytes(damaged)
        os.utime(archive, ns=(0, dice.randrange(2**60)))
        for found in expand([archive]):
            with contextlib.suppress(NewsconvertError):
                found.load() if isinstance(found, Page) else None


@pytest.mark.parametrize("name", ["../up.txt", "/etc/page.txt", "a/../../up.txt", "..\\up.txt", "C:/up.txt"])
@pytest.mark.parametrize("kind", ["zip", "tar", "tgz"])
def test_an_archive_that_climbs_out_is_refused(name: str, kind: str, tmp_path: Path) -> None:
    archive = tmp_path / f"bad.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr(name, "x")
    else:
        with tarfile.open(archive, "w:gz" if kind == "tgz" else "w") as packed_tar:
            packed_tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    assert "climbs out" in str(failure(archive))


def test_links_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "links.tar", "w") as packed:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            link = tarfile.TarInfo(f"{kind!r}.txt")
            link.type, link.linkname = kind, "/etc/passwd"
            packed.addfile(link)
    assert "no *.txt file in it" in str(failure(tmp_path / "links.tar"))


@pytest.mark.parametrize("kind", ["zip", "tgz"])
def test_a_bomb_is_refused_without_unpacking_it(kind: str, tmp_path: Path) -> None:
    archive = tmp_path / f"bomb.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("bomb.txt", bytes(50 * 2**20))
    else:
        with tarfile.open(archive, "w:gz") as packed_tar:
            for number in range(3):
                bomb = tarfile.TarInfo(f"bomb{number}.txt")
                bomb.size = 30 * 2**20
                packed_tar.addfile(bomb, io.BytesIO(bytes(bomb.size)))
    assert "hostile archive" in str(failure(archive))


def test_a_member_that_lies_about_its_size_is_a_failure_of_its_own(tmp_path: Path) -> None:
    archive = tmp_path / "lie.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("page.txt", os.urandom(3000).hex())
    raw = bytearray(archive.read_bytes())
    entry = raw.index(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    archive.write_bytes(bytes(raw))
    (page,) = [each for each in expand([archive]) if isinstance(each, Page)]
    with pytest.raises(BadInputError):
        page.read()


@pytest.mark.parametrize("name", ["torn.zip", "torn.tar", "torn.tar.gz"])
def test_a_torn_archive_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 or not")
    assert "damaged or no archive" in str(failure(tmp_path / name))


def test_a_page_larger_than_any_page_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(BadInputError, match="larger than 64 MiB"):
        Page(str(tmp_path / "huge.txt")).read()


def test_lists_are_by_line_or_by_nul() -> None:
    assert listed(b"a b.txt\r\n\nc.txt") == ["a b.txt", "c.txt"]
    assert listed(b"a\nb.txt\0-c.txt\0", separator=b"\0") == ["a\nb.txt", "-c.txt"]


def test_a_list_on_stdin_names_the_inputs(make_pages: MakePages, newsconvert: Program, tmp_path: Path) -> None:
    make_pages(tmp_path / "in", 3)
    for arguments, stdin in (
        (["-"], b"in/0002.txt\nin/0000.txt\n"),
        (["--files0-from", "-"], b"in/0002.txt\0in/0000.txt\0"),
    ):
        out = tmp_path / arguments[0].strip("-")
        run = newsconvert("build", *arguments, "-o", out, "--to", "jsonl", "-q", stdin=stdin, cwd=tmp_path)
        assert (run.returncode, run.stderr) == (0, b"")
        text = (out / "pages.jsonl").read_text("utf-8")
        assert text.index("in/0002.txt") < text.index("in/0000.txt")
        assert "in/0001.txt" not in text


def test_names_that_are_no_text_are_read_and_told(make_pages: MakePages, newsconvert: Program, tmp_path: Path) -> None:
    pages = make_pages(tmp_path / "in", 1)
    odd = os.fsencode(pages) + b"/-odd \xff\n.txt"
    with open(odd, "wb") as file:  # noqa: PTH123 (a path that no text can name)
        file.write("第二篇报道的标题\n\n内容是另外一些。\n".encode())
    for _ in range(2):
        run = newsconvert("build", "in", "-o", "out", "--to", "jsonl", "--split", "page", "-q", cwd=tmp_path)
        assert (run.returncode, run.stderr) == (0, b"")
    assert len(list((tmp_path / "out").glob("*.jsonl"))) == 2


def test_no_input_at_all_is_a_usage_error(newsconvert: Program, tmp_path: Path) -> None:
    run = newsconvert("build", "-", "-o", tmp_path / "out")
    assert (run.returncode, run.stderr) == (2, b"newsconvert: no input; name pages, folders or archives\n")


@pytest.mark.parametrize("ending", ["tar", "tar.gz"])
def test_an_archive_of_many_members_takes_no_more_memory_than_one_of_few(ending: str, tmp_path: Path) -> None:
    packed = tmp_path / f"many.{ending}"
    with tarfile.open(packed, "w:gz" if ending == "tar.gz" else "w") as archive:
        for number in range(4000):
            member = tarfile.TarInfo(f"{number:05}.txt")
            member.size = 6
            archive.addfile(member, io.BytesIO("工会".encode()))
    pages = iter(expand([packed]))
    next(pages)
    tracemalloc.start()
    assert sum(1 for _ in pages) == 3999
    kept, _ = tracemalloc.get_traced_memory()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (kept, peak) < (200_000, 600_000)
