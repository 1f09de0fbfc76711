"""A file is whole or not there."""

import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest

from convert.errors import CannotWriteError
from convert.files import Synced, refused, written_aside


def test_a_file_appears_with_all_that_was_written(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "book.epub"
    with written_aside(target) as out:
        out.write(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_is_on_the_disk_before_it_takes_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, real = tmp_path / "book.epub", os.fsync
    synced: list[tuple[bool, bool]] = []

    def fsync(handle: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(handle).st_mode), target.exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with written_aside(target) as out:
        out.write(b"x")
    assert synced == [(False, False), (True, True)]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "book.epub"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), written_aside(target) as out:
        out.write(b"half" * (1 // 0))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWriteError, match=r"file/book\.epub: "), written_aside(tmp_path / "file" / "book.epub"):
        pass


def test_a_new_file_has_the_rights_the_user_gives_new_files(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        with written_aside(tmp_path / "book.epub") as out:
            out.write(b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "book.epub").stat().st_mode) == 0o640


@pytest.mark.parametrize(("synced", "times"), [(Synced.NAME, 2), (Synced.CONTENT, 1), (Synced.NOTHING, 0)])
def test_what_is_to_last_is_synced_before_it_is_told_of(
    synced: Synced, times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    monkeypatch.setattr(os, "fsync", calls.append)
    with written_aside(tmp_path / "part", synced) as out:
        out.write(b"whole")
    assert len(calls) == times
    assert (tmp_path / "part").read_bytes() == b"whole"


def test_that_there_is_no_room_for_temporary_files_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    with (
        pytest.raises(CannotWriteError, match=r"TMPDIR: no folder for temporary files can be written; name one"),
        written_aside(tmp_path / "book.epub"),
    ):
        tempfile.mkstemp()


def test_that_the_working_folder_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(FileNotFoundError) as caught:
        Path.cwd()
    assert str(refused("stdout", caught.value)) == ".: the working folder is gone; change to one that is there"
