"""The package: what it says of the book, and that the same articles give the same bytes anywhere."""

import hashlib
import os
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from convert.model import Person, Role, Volume
from convert.writers.epub import Epub, people
from tests.writers.epub.volumes import (
    DC,
    OPF,
    XHTML,
    XML,
    Opened,
    article,
    by_class,
    day_articles,
    text_of,
    volume,
    written,
)


def test_mimetype_comes_first_and_is_not_packed() -> None:
    first = zipfile.ZipFile(BytesIO(written(volume(day_articles())))).infolist()[0]
    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)


def test_every_member_is_whole() -> None:
    assert zipfile.ZipFile(BytesIO(written(volume(day_articles())))).testzip() is None


def test_the_package_says_what_is_known_of_the_volume() -> None:
    package = Opened.of(
        day_articles()[:6],
        creator="编者",
        publisher="出版者",
        rights="版权所有",
        description="说明",
        identifier="urn:x:1",
    ).package
    said = {e.tag.removeprefix(DC): e.text for e in package.iter() if str(e.tag).startswith(DC)}
    assert said == {
        "identifier": "urn:x:1",
        "title": "劳动午报",
        "language": "zh-Hans",
        "creator": "编者",
        "publisher": "出版者",
        "rights": "版权所有",
        "description": "说明",
        "date": "2023-08-01",
        "source": "劳动午报",
    }
    assert package.get("version") == "3.0"
    assert package.get(f"{XML}lang") == "zh-Hans"


def test_it_was_modified_on_the_newest_day_of_its_articles() -> None:
    assert Opened.of(day_articles()).meta("dcterms:modified") == ["2023-08-02T00:00:00Z"]
    assert Opened.of([article()]).meta("dcterms:modified") == ["2000-01-01T00:00:00Z"]


def test_the_cover_is_known_to_old_and_new_libraries() -> None:
    package = Opened.of(day_articles()).package
    item = next(i for i in package.iter(f"{OPF}item") if i.get("properties") == "cover-image")
    assert (item.get("href"), item.get("media-type")) == ("cover.png", "image/png")
    assert [m.get("content") for m in package.iter(f"{OPF}meta") if m.get("name") == "cover"] == [item.get("id")]


def test_a_vertical_book_turns_its_pages_to_the_right() -> None:
    for writing, direction in (("horizontal", None), ("vertical", "rtl")):
        book = Opened.of(day_articles(), {"writing": writing})
        assert next(book.package.iter(f"{OPF}spine")).get("page-progression-direction") == direction
        assert ("writing-mode: vertical-rl" in book.text("style.css")) is (writing == "vertical")


def test_a_volume_of_several_says_which_it_is() -> None:
    book = Opened.of(day_articles(), part=(2, 3), series="全年")
    assert book.package.find(f".//{DC}title").text == "劳动午报（第2册，共3册）"
    assert book.meta("belongs-to-collection") == ["全年"]
    assert book.meta("group-position") == ["2"]
    assert "全年\u3000第2册，共3册" in [text_of(e) for e in book.tree("imprint.xhtml").iter(f"{XHTML}dd")]
    assert "第2册，共3册" in next(book.tree("cover.xhtml").iter(f"{XHTML}img")).get("alt")


def test_the_imprint_says_what_was_converted_from_what() -> None:
    imprint = text_of(Opened.of(day_articles(), variant="tw", language="zh-Hant-TW").tree("imprint.xhtml"))
    for said in ("newsconvert", "文字已由原文轉為繁體中文（臺灣）", "2023-08-01_01.txt", "0" * 64, "收文12篇"):
        assert said in imprint


@pytest.mark.parametrize(
    ("language", "contents", "index"),
    [
        ("zh-Hans", "目录", "署名索引"),
        ("zh-Hant-TW", "目錄", "署名索引"),
        ("zh-Hant-HK", "目錄", "署名索引"),
        ("zh", "目录", "署名索引"),
    ],
)
def test_the_book_speaks_the_volume_s_script(language: str, contents: str, index: str) -> None:
    book = Opened.of(day_articles(), language=language)
    assert text_of(book.tree("nav.xhtml").find(f".//{XHTML}h1")) == contents
    assert text_of(book.tree("people.xhtml").find(f".//{XHTML}h1")) == index


SCRIPT = """
import hashlib, sys
from tests.writers.epub.volumes import day_articles, volume, written
sys.stdout.write(hashlib.sha256(written(volume(day_articles()), writing=sys.argv[1])).hexdigest())
"""


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_the_same_articles_give_the_same_bytes_in_another_process_time_zone_and_locale(
    writing: str, root: Path
) -> None:
    here = hashlib.sha256(written(volume(day_articles()), writing=writing)).hexdigest()
    environment = os.environ | {
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
    }
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, writing], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout == here


def test_the_clock_is_not_in_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(volume(day_articles()))
    monkeypatch.setattr(time, "time", lambda: 4e9)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(4e9))
    assert written(volume(day_articles())) == before


def test_a_failure_on_the_way_is_raised_and_not_swallowed() -> None:
    class Full(BytesIO):
        def write(self, _data: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        Epub().write(volume(day_articles()), Full())


def test_articles_are_gone_through_to_plan_to_render_and_to_enclose_them() -> None:
    passes = []

    class Counted:
        def __iter__(self) -> object:
            passes.append(1)
            return iter(day_articles())

        def __len__(self) -> int:
            return 12

    book = Volume(name="n", title="t", language="zh-Hans", articles=Counted(), identifier="urn:x:1")  # type: ignore[arg-type]
    Epub().write(book, BytesIO())
    assert len(passes) == 3


def test_people_are_indexed_by_sound_with_their_surname_s_reading() -> None:
    names = ["张三", "白莹", "单洪", "闫丽", "欧阳春", "Smith", "☃"]
    book = Opened.of([article("标题", people=tuple(Person(name, Role.REPORTER) for name in names))])
    section = book.tree("people.xhtml").find(f".//{XHTML}section")
    assert [text_of(e) for e in section.findall(f"{XHTML}h2")] == ["B", "O", "S", "Y", "Z", "＃"]
    assert [text_of(e) for e in by_class(section, "name")] == ["白莹", "欧阳春", "Smith", "单洪", "闫丽", "张三", "☃"]


def test_a_long_index_has_a_file_for_each_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["张三", "白莹", "白云", "单洪", "Smith"]
    of = [article("标题", people=tuple(Person(name, Role.REPORTER) for name in names))]
    assert "people01.xhtml" not in Opened.of(of).files
    monkeypatch.setattr(people, "MOST", 4)
    book = Opened.of(of)
    section = book.tree("people.xhtml").find(f".//{XHTML}section")
    links = {text_of(a): a.get("href") for a in section.iter(f"{XHTML}a")}
    assert list(links) == ["B\u3000白莹—白云", "S\u3000Smith—单洪", "Z\u3000张三"]
    start = book.spine.index("people.xhtml")
    assert book.spine[start:] == ["people.xhtml", *links.values(), "imprint.xhtml"]
    pages = [book.tree(file) for file in links.values()]
    assert [text_of(e) for page in pages for e in by_class(page, "name")] == ["白莹", "白云", "Smith", "单洪", "张三"]
    assert all(page.findall(f".//{XHTML}a")[-1].get("href") == "people.xhtml" for page in pages)


def test_people_of_a_traditional_edition_are_indexed_by_strokes() -> None:
    names = ["張三", "王五", "白瑩", "丁一"]
    of = article("標題", people=tuple(Person(name, Role.REPORTER) for name in names), language="zh-Hant-TW")
    section = Opened.of([of], language="zh-Hant-TW").tree("people.xhtml").find(f".//{XHTML}section")
    assert [text_of(e) for e in section.findall(f"{XHTML}h2")] == ["2畫", "4畫", "5畫", "11畫"]


def test_a_person_s_entry_leads_to_the_articles_with_what_was_done_in_each() -> None:
    section = Opened.of(day_articles()[:3]).tree("people.xhtml").find(f".//{XHTML}section")
    entry = next(e for e in by_class(section, "name") if e.text == "曹立栋").getparent()
    links = [(a.get("href"), text_of(a.getparent())) for a in entry.iter(f"{XHTML}a")]
    assert links == [(f"a0000{n}.xhtml", f"1日1版 第{n}条新闻 摄影") for n in (1, 2, 3)]
