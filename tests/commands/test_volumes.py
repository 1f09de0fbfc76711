"""A run that makes several volumes, as a user types it: what each says of itself and of the others."""

import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from tests.batch.conftest import page_text
from tests.conftest import Program
from tests.writers.epub.volumes import DC, XHTML, Opened, text_of

DAYS = ("1997-12-31", "1998-01-01", "1998-01-02", "1998-02-01")


def add_pages(folder: Path, *days: str) -> Path:
    """Two pages for each day of a newspaper."""
    folder.mkdir(exist_ok=True)
    for day in days:
        for page in (1, 2):
            name = f"劳动午报_{day}_{page:02}.txt"
            (folder / name).write_text(page_text(int(day.replace("-", "")) * 10 + page), encoding="utf-8")
    return folder


def imprint(book: Opened) -> dict[str, str]:
    """The terms of the imprint and what stands under them."""
    rows = [[text_of(cell) for cell in row] for row in book.tree("imprint.xhtml").iter(f"{XHTML}div")]
    return dict(rows)


def cover(book: Opened) -> str:
    return str(next(book.tree("cover.xhtml").iter(f"{XHTML}img")).get("alt"))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return add_pages(tmp_path / "pages", *DAYS)


@pytest.mark.parametrize(
    ("split", "name", "title", "series", "part", "before", "after"),
    [
        ("month", "x-劳动午报-1998-01", "劳动午报 1998-01", "劳动午报 1998", (1, 2), "1997-12", "1998-02"),
        ("issue", "x-劳动午报-1998-01-02", "劳动午报 1998-01-02", "劳动午报 1998-01", (2, 2),
         "1998-01-01", "1998-02-01"),
        ("page", "x-劳动午报_1998-01-01_02", "劳动午报 1998-01-01 第2版", "劳动午报 1998-01-01", (2, 2),
         "1998-01-01 第1版", "1998-01-02 第1版"),
        ("3", "x-0002", "劳动午报 1998-01-01–1998-01-02", "x", (2, 3), "1997-12-31–1998-01-01（第1册）",
         "1998-02-01（第3册）"),
    ],
)  # fmt: skip
def test_a_volume_says_which_it_is_of_how_many_and_which_come_before_and_after(
    split: str, name: str, title: str, series: str, part: tuple[int, int], before: str, after: str,
    pages: Path, tmp_path: Path, newsconvert: Program,
) -> None:  # fmt: skip
    kinds = [word for kind in ("epub", "docx", "html") for word in ("--to", kind)]
    done = newsconvert("build", pages, "-o", tmp_path / "out", "--name", "x", *kinds, "--split", split, "-q")
    assert done.returncode == 0, done.stderr.decode()

    which, before, after = f"第{part[0]}册，共{part[1]}册", f"劳动午报 {before}", f"劳动午报 {after}"
    book = Opened((tmp_path / "out" / f"{name}.epub").read_bytes())
    assert book.package.find(f".//{DC}title").text == f"{title}（{which}）"
    assert book.meta("belongs-to-collection") == [series]
    assert book.meta("group-position") == [str(part[0])]
    assert [e.text for e in book.package.iter(f"{DC}relation")] == [f"上一册：{before}", f"下一册：{after}"]
    assert which in cover(book)
    facts = imprint(book)
    assert (facts["书名"], facts["全套"]) == (title, f"{series}\u3000{which}")
    assert (facts["上一册"], facts["下一册"]) == (before, after)

    document = docx.Document(str(tmp_path / "out" / f"{name}.docx"))
    front = [p.text for p in document.paragraphs if p.style and p.style.name in ("Title", "Title Note")]
    said = [f"上一册：{before}", f"下一册：{after}"]
    assert front[0] == ("劳动午报 第2版" if split == "page" else "劳动午报")  # its days stand below, in words
    assert document.core_properties.title == title
    assert set(said) <= set(front)
    assert which.replace("，", "　") in front
    assert document.core_properties.category == series
    assert which.replace("，", "　") in document.core_properties.subject
    assert document.core_properties.comments.splitlines() == said

    page = (tmp_path / "out" / f"{name}.html").read_text("utf-8")
    assert all(words in page for words in (which, *said))


def test_front_matter_says_which_volume_it_is(pages: Path, tmp_path: Path, newsconvert: Program) -> None:
    newsconvert("build", pages, "-o", tmp_path, "--name", "x", "--to", "md", "--split", "3", "-q")
    assert (
        'series: "x"\nvolume: 2\nvolumes: 3\nprevious: "劳动午报 1997-12-31–1998-01-01 (1)"\n'
        'next: "劳动午报 1998-02-01 (3)"\n'
    ) in (tmp_path / "x-0002.md").read_text("utf-8")


def test_a_volume_says_which_days_and_pages_it_covers(pages: Path, tmp_path: Path, newsconvert: Program) -> None:
    newsconvert("build", pages, "-o", tmp_path, "--name", "x", "--to", "epub", "--split", "3", "-q")
    book = Opened((tmp_path / "x-0002.epub").read_bytes())
    assert imprint(book)["起讫"] == "1998年1月1日 第2版 — 1998年1月2日 第2版"
    assert book.meta("dcterms:temporal") == ["1998-01-01/1998-01-02"]


def test_the_title_given_is_every_volume_s_with_what_tells_it_apart(
    pages: Path, tmp_path: Path, newsconvert: Program
) -> None:
    newsconvert(
        "build", pages, "-o", tmp_path, "--name", "x", "--to", "epub", "--split", "month", "--title", "摘报", "-q"
    )
    book = Opened((tmp_path / "x-劳动午报-1998-01.epub").read_bytes())
    assert (imprint(book)["书名"], imprint(book)["上一册"]) == ("摘报 1998-01", "摘报 1997-12")


def test_volumes_without_dates_are_counted_too(tmp_path: Path, newsconvert: Program) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"p{number}.txt").write_text(page_text(number), encoding="utf-8")
    newsconvert("build", folder, "-o", tmp_path, "--name", "x", "--to", "epub", "--split", "page", "-q")
    facts = imprint(Opened((tmp_path / "x-p1.epub").read_bytes()))
    assert (facts["全套"], facts["上一册"], facts["下一册"]) == ("x\u3000第2册，共3册", "x-p0", "x-p2")


def test_the_neighbour_is_the_same_newspaper_s(tmp_path: Path, newsconvert: Program) -> None:
    pages = tmp_path / "pages"
    for day in DAYS:
        (pages / day).mkdir(parents=True)
        for number, paper in enumerate(("劳动午报", "晚报")):
            text = page_text(int(day.replace("-", "")) * 10 + number)
            (pages / day / f"{paper}_{day}_01.txt").write_text(text, encoding="utf-8")
    newsconvert("build", pages, "-o", tmp_path, "--name", "x", "--to", "epub", "--split", "month", "-q")
    facts = imprint(Opened((tmp_path / "x-晚报-1998-01.epub").read_bytes()))
    assert (facts["全套"], facts["上一册"], facts["下一册"]) == (
        "晚报 1998\u3000第1册，共2册", "晚报 1997-12", "晚报 1998-02",
    )  # fmt: skip


def test_a_month_more_makes_anew_only_the_year_s_books(pages: Path, tmp_path: Path, newsconvert: Program) -> None:
    command = ("build", pages, "-o", tmp_path / "out", "--name", "x", "--to", "epub", "--to", "jsonl",
               "--split", "month", "-q")  # fmt: skip
    newsconvert(*command)
    before = {path.name: path.stat().st_ino for path in (tmp_path / "out").glob("x-*")}
    add_pages(pages, "1998-03-01")
    newsconvert(*command)
    kept = {name for name, inode in before.items() if (tmp_path / "out" / name).stat().st_ino == inode}
    assert set(before) - kept == {"x-劳动午报-1998-01.epub", "x-劳动午报-1998-02.epub"}
    book = Opened((tmp_path / "out" / "x-劳动午报-1998-02.epub").read_bytes())
    assert imprint(book)["下一册"] == "劳动午报 1998-03"
    newsconvert("build", pages, "-o", tmp_path / "fresh", "--name", "x", "--to", "epub", "--split", "month", "-q")
    for path in (tmp_path / "fresh").glob("*.epub"):
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes()


def test_any_number_of_workers_labels_volumes_the_same(pages: Path, tmp_path: Path, newsconvert: Program) -> None:
    for workers in ("1", "3"):
        newsconvert("build", pages, "-o", tmp_path / workers, "--name", "x", "--split", "issue", "-q", "-j", workers)
    made = sorted(path.name for path in (tmp_path / "1").glob("x-*"))
    assert len(made) == 12
    for name in made:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes()


def test_a_digest_s_letterhead_names_the_neighbours(pages: Path, tmp_path: Path, newsconvert: Program) -> None:
    newsconvert(
        "build", pages, "-o", tmp_path, "--name", "x", "--to", "docx", "--digest", "lead", "--split", "month",
        "--variant", "tw", "-q",
    )  # fmt: skip
    path = tmp_path / "x-劳动午报-1998-01.tw.docx"
    document = docx.Document(str(path))
    assert "第1冊　共2冊\t\t1998年1月1日—2日" in [p.text for p in document.paragraphs]
    assert "上一冊：勞動午報 1997-12　下一冊：勞動午報 1998-02" in [p.text for p in document.paragraphs]
    with zipfile.ZipFile(path) as package:
        etree.fromstring(package.read("word/document.xml"))


def test_volumes_of_a_traditional_edition_are_called_in_its_script(
    pages: Path, tmp_path: Path, newsconvert: Program
) -> None:
    done = newsconvert(
        "build",
        pages,
        "-o",
        tmp_path / "out",
        "--name",
        "x",
        "--to",
        "epub",
        "--variant",
        "tw",
        "--split",
        "month",
        "-q",
    )
    assert done.returncode == 0, done.stderr.decode()
    book = Opened((tmp_path / "out" / "x-劳动午报-1998-01.tw.epub").read_bytes())
    assert book.package.find(f".//{DC}title").text.startswith("勞動午報 1998-01")
    assert book.meta("belongs-to-collection") == ["勞動午報 1998"]
    assert [e.text[4:] for e in book.package.iter(f"{DC}relation")] == ["勞動午報 1997-12", "勞動午報 1998-02"]
    assert "劳" not in cover(book) + "".join(imprint(book))


def test_what_a_user_says_of_a_book_is_in_the_edition_s_script_but_for_who_made_it(
    tmp_path: Path, newsconvert: Program
) -> None:
    pages = add_pages(tmp_path / "pages", DAYS[0])
    said = ("--title", "工会新闻摘报", "--publisher", "市总工会宣传部", "--rights", "版权归本报", "--creator", "于丽")
    formats = ("--to", "epub", "--to", "docx")
    both = ("--variant", "original", "--variant", "tw")
    done = newsconvert("build", pages, "-o", tmp_path, "--name", "x", *formats, *both, *said, "-q")
    assert done.returncode == 0, done.stderr.decode()
    told = {}
    for name in ("x", "x.tw"):
        book = Opened((tmp_path / f"{name}.epub").read_bytes())
        told[name] = [book.package.find(f".//{DC}{term}").text for term in ("title", "publisher", "rights", "creator")]
    assert told["x"] == ["工会新闻摘报", "市总工会宣传部", "版权归本报", "于丽"]
    assert told["x.tw"] == ["工會新聞摘報", "市總工會宣傳部", "版權歸本報", "于丽"]
    assert docx.Document(str(tmp_path / "x.tw.docx")).paragraphs[0].text == "工會新聞摘報"


def test_a_title_given_in_the_edition_s_script_stays_as_given(tmp_path: Path, newsconvert: Program) -> None:
    pages = add_pages(tmp_path / "pages", DAYS[0])
    given = ("--title", "台灣工會的里程", "--variant", "tw", "--to", "epub")
    assert newsconvert("build", pages, "-o", tmp_path, "--name", "x", *given, "-q").returncode == 0
    assert Opened((tmp_path / "x.tw.epub").read_bytes()).package.find(f".//{DC}title").text == "台灣工會的里程"
