"""What can't be done is said before the first page is read: a typo must not cost the hours of an archive."""

from collections.abc import Callable
from pathlib import Path

import pytest

from convert.batch.pages import LONGEST, Page
from tests.conftest import Program

MakePages = Callable[..., Path]

TYPOS = {
    "--variant hongkong": (2, "no variant called 'hongkong'"),
    "--to ebup": (2, "no format called 'ebup'"),
    "--terms missing.txt": (66, "missing.txt"),
    "--to epub --css missing.css": (66, "missing.css"),
    "--to epub --css bad.css": (65, "bad.css: @import"),
    "--to epub --cover missing.png": (66, "missing.png"),
    "--to epub --cover bad.css": (65, "bad.css: not a picture"),
    "--to docx --reference missing.docx": (66, "missing.docx"),
    "--to docx --reference bad.css": (65, "bad.css: not a Word document"),
    "--to epub -O cover=missing.png": (66, "missing.png"),
    "--meta missing.csv": (66, "missing.csv"),
    "--meta bad.csv": (65, "bad.csv: no column 'file'"),
    "--profile unknown": (2, "no profile called 'unknown'"),
    "--encoding utf-9": (2, "utf-9"),
    "--to docx --columns 3": (2, "format 'docx': columns: '3' is none of 1, 2"),
    "--to docx --group-by colour": (2, "group-by: 'colour' is none of auto, date, section, person, kind, none"),
    "--to docx --digest most": (2, "most"),
    "--to epub -O writing=diagonal": (2, "writing: 'diagonal' is none of horizontal, vertical"),
    "--to epub -O pages=3": (2, "no format asked for has an option 'pages'"),
    "--where colour=red": (2, "no field called 'colour'"),
    "--sort colour": (2, "no field to sort by called 'colour'"),
    "--grep (": (2, "'(' is no regular expression"),
    "--name a/b": (2, "not a file name"),
    f"--name {'长' * 40}": (2, "longer than 100 bytes"),
    "--split week": (2, "--split week"),
    "--report .": (73, "is a folder"),
    "--report bad.css/report.json": (73, "nothing can be written into"),
}


@pytest.mark.parametrize("typed", TYPOS)
def test_a_typo_is_found_before_anything_is_read(
    typed: str, make_pages: MakePages, newsconvert: Program, tmp_path: Path
) -> None:
    make_pages(tmp_path / "in", 2)
    (tmp_path / "bad.css").write_text("@import url(x.css);")
    (tmp_path / "bad.csv").write_text("page,paper\n1,x\n")
    if "--to" not in typed:
        typed += " --to jsonl"
    run = newsconvert("build", "in", "-o", "out", *typed.split(), cwd=tmp_path)
    code, said = TYPOS[typed.removesuffix(" --to jsonl")]
    assert (run.returncode, said in run.stderr.decode()) == (code, True), run.stderr.decode()
    assert run.stderr.count(b"\n") == 1
    assert not list(tmp_path.glob("out/.newsconvert/parts/*"))


def test_a_long_name_of_a_page_is_cut_for_its_volume_and_stays_its_own() -> None:
    labels = {Page("x", f"{'很长的路径/' * 30}{name}.txt").label for name in ("甲", "乙")}
    assert len(labels) == 2
    assert max(len(label.encode()) for label in labels) <= LONGEST
