"""The package: styles, fonts, languages, properties, links, and what Word's accessibility checker asks."""

import datetime
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from convert.model import Volume
from tests.articles import article
from tests.writers.docx.documents import W, contents, opened, part, style, texts, volume, written

FORMS: list[dict[str, Any]] = [
    {},
    {"digest": "lead"},
    {"digest": "2", "annex": True, "group_by": "person"},
    {"columns": 2},
    {"digest": "lead", "annex": True, "columns": 2},
    {"front": "letterhead", "group_by": "kind"},
    {"front": "none", "contents": False},
]


def full(language: str = "zh-Hans", **fields: Any) -> Volume:
    made = [
        article(
            n,
            page=1 + n % 3,
            kicker="市总工会召开会议" if n % 2 else None,
            subheadline="副题",
            dateline="新华社北京1日电",
        )
        for n in range(12)
    ]
    return volume(made, language=language, **fields)


@pytest.fixture(params=range(len(FORMS)), ids=lambda n: "-".join(map(str, FORMS[n].values())) or "full")
def data(request: pytest.FixtureRequest) -> bytes:
    return written(full(), **FORMS[request.param])


def test_headings_never_skip_a_level(data: bytes) -> None:
    outlines = {"Heading 1": 1, "Heading 2": 2, "Heading 3": 3, "Crosshead": 3}
    before = 0
    for paragraph in opened(data).paragraphs:
        level = outlines.get(style(paragraph))
        own = paragraph._p.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            level = int(own.get(f"{W}val")) + 1
        if level:
            assert level <= before + 1
            before = level


def test_no_paragraph_is_empty(data: bytes) -> None:
    assert all(p.text.strip() for p in opened(data).paragraphs)


def test_every_link_and_page_reference_leads_to_one_bookmark(data: bytes) -> None:
    root = part(data)
    names = [b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")]
    numbers = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) == len(set(numbers))
    assert all(len(name) <= 40 for name in names)
    assert sorted(numbers) == sorted(b.get(f"{W}id") for b in root.iter(f"{W}bookmarkEnd"))
    anchors = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]
    references = re.findall(r"PAGEREF (\S+)", "".join(i.text for i in root.iter(f"{W}instrText")))
    assert set(anchors) == set(references) <= set(names)


def test_fields_are_closed_and_none_asks_before_it_opens(data: bytes) -> None:
    kinds = [f.get(f"{W}fldCharType") for f in part(data).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    for name in ("word/document.xml", "word/settings.xml", "word/footer1.xml"):
        assert b"dirty" not in zipfile.ZipFile(io.BytesIO(data)).read(name)
        assert not list(part(data, name).iter(f"{W}updateFields"))


def test_every_style_that_is_used_is_there(data: bytes) -> None:
    there = {s.get(f"{W}styleId") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footer1.xml", "word/header1.xml"):
        root = part(data, name)
        used = {s.get(f"{W}val") for tag in ("pStyle", "rStyle") for s in root.iter(f"{W}{tag}")}
        assert used <= there


def test_the_table_of_contents_lists_every_headline_with_a_page(data: bytes) -> None:
    if not contents(data):
        assert b"TOC" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
        return
    headlines = texts(opened(data), "Heading 2")
    labels = [label for label, _, _ in contents(data)]
    assert {h for h in headlines if h.startswith("台北")} <= set(labels)
    pages = [int(page) for _, _, page in contents(data)]
    assert pages == sorted(pages)
    assert pages[0] >= 1


def test_the_footer_says_page_of_pages_and_the_header_the_volume(data: bytes) -> None:
    fields = [i.text.strip() for i in part(data, "word/footer1.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "工会工作摘报" in "".join(part(data, "word/header1.xml").itertext())


def test_one_section_has_header_and_footer_and_the_rest_goes_on(data: bytes) -> None:
    found = list(part(data).iter(f"{W}sectPr"))
    named = [s for s in found if s.find(f"{W}footerReference") is not None]
    assert named == found[:1]
    assert all(s.find(f"{W}type").get(f"{W}val") == "continuous" for s in found[1:])


def test_the_same_volume_gives_the_same_bytes_whatever_clock_and_time_zone(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.writers.docx.test_package import full; "
        "from tests.writers.docx.documents import written; "
        "open(sys.argv[1], 'wb').write(written(full(), digest='2', annex=True))"
    )
    made = []
    for zone, seed in (("UTC", "1"), ("Asia/Shanghai", "2")):
        path = tmp_path / seed
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True)
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_nothing_is_left_of_the_template() -> None:
    data = written(full(), records=False)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [n for n in names if "thumbnail" in n or "customXml" in n or "Effects" in n or "theme" in n]
    core = opened(data).core_properties
    assert "python-docx" not in f"{core.author}{core.comments}{core.title}{core.last_modified_by}"
    settings = part(data, "word/settings.xml")
    modes = [s.get(f"{W}val") for s in settings.iter(f"{W}compatSetting") if s.get(f"{W}name") == "compatibilityMode"]
    assert modes == ["15"]


def test_records_are_enclosed_in_whole_articles_and_not_in_what_is_sent_out() -> None:
    def encloses(data: bytes) -> bool:
        return "customXml/newsconvert.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()

    assert encloses(written(full()))
    assert encloses(written(full(), digest="lead", records=True))
    assert not encloses(written(full(), digest="lead"))
    assert not encloses(written(full(), digest="lead", annex=True))
    assert not encloses(written(full(), records=False))


def test_properties_say_what_the_volume_is() -> None:
    core = opened(written(full(creator="总编室", description="说明", publisher="某社"))).core_properties
    assert (core.title, core.author, core.comments, core.language) == ("工会工作摘报", "总编室", "说明", "zh-Hans")
    assert core.subject == "劳动午报 · 2024年2月1日"
    assert core.keywords == "劳动午报"
    assert core.identifier.startswith("urn:uuid:")
    assert core.modified.replace(tzinfo=None) == datetime.datetime(2024, 2, 1)


@pytest.mark.parametrize(
    ("language", "tag", "song", "hei", "contents_title"),
    [
        ("zh-Hans", "zh-CN", "宋体", "黑体", "目录"),
        ("zh-Hant-TW", "zh-TW", "新細明體", "微軟正黑體", "目錄"),
        ("zh-Hant-HK", "zh-HK", "新細明體", "微軟正黑體", "目錄"),
        ("zh-Hant", "zh-TW", "新細明體", "微軟正黑體", "目錄"),
    ],
)
def test_fonts_and_language_follow_the_variant(
    language: str, tag: str, song: str, hei: str, contents_title: str
) -> None:
    data = written(full(language))
    styles = part(data, "word/styles.xml")
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}rFonts").get(f"{W}eastAsia") == song
    assert defaults.find(f"{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert defaults.find(f"{W}lang").get(f"{W}eastAsia") == tag
    heading = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Heading2")
    assert heading.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == hei
    assert part(data, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}eastAsia") == tag
    assert opened(data).core_properties.language == language
    assert contents_title in "".join(part(data).itertext())


@pytest.mark.parametrize(
    ("language", "word"), [("zh-Hans", "报道"), ("zh-Hant-TW", "報導"), ("zh-Hant-HK", "報道"), ("zh-Hant", "報道")]
)
def test_what_a_document_says_itself_is_said_as_its_region_does(language: str, word: str) -> None:
    alone = volume([article(date=None, page=None, language=language)], language=language)
    assert contents(written(alone))[0][0] == f"{word}（1篇）"


def test_the_styles_can_be_restyled_by_the_newsrooms_names() -> None:
    found = set()
    for one in part(written(full()), "word/styles.xml").iter(f"{W}style"):
        for tag in ("name", "aliases"):
            element = one.find(f"{W}{tag}")
            if element is not None:
                found.add(element.get(f"{W}val"))
    assert {"Headline", "Kicker", "Subheadline", "Byline", "Body Text", "caption", "Credit", "Crosshead"} <= found


def test_the_table_of_contents_can_be_made_anew_from_headings_and_their_outline_levels() -> None:
    instructions = [e.text.strip() for e in part(written(full())).iter(f"{W}instrText")]
    assert instructions[0] == 'TOC \\o "1-2" \\h \\z \\u'


def test_heads_stay_whole_and_with_the_text_below_them() -> None:
    styles = {s.get(f"{W}styleId"): s for s in part(written(full()), "word/styles.xml").iter(f"{W}style")}
    for name in ("Heading1", "Heading2", "Kicker", "Subheadline", "Byline", "Crosshead"):
        for property_ in ("keepNext", "keepLines"):
            assert styles[name].find(f"{W}pPr/{W}{property_}") is not None, name


def test_body_text_is_indented_by_two_characters_in_its_style() -> None:
    styles = part(written(full()), "word/styles.xml")
    body = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "BodyText")
    assert body.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"


def test_every_colour_of_text_stands_out_from_the_paper() -> None:
    def luminance(color: str) -> float:
        parts = [int(color[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    colors = {c.get(f"{W}val") for c in part(written(full()), "word/styles.xml").iter(f"{W}rPr/{W}color")}
    colors = {c.get(f"{W}val") for c in part(written(full()), "word/styles.xml").iter(f"{W}color")} | colors
    assert colors
    for color in colors:
        assert 1.05 / (luminance(color) + 0.05) >= 4.5, color


def test_headlines_stand_across_both_columns() -> None:
    root = part(written(full(), columns=2))
    columns = 1
    sections = []
    for paragraph in root.iter(f"{W}p"):
        sections.append(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        ends = paragraph.find(f"{W}pPr/{W}sectPr")
        if ends is None:
            continue
        columns = int(ends.find(f"{W}cols").get(f"{W}num", "1"))
        headed = "Heading2" in sections
        text = "BodyText" in sections
        assert (columns == 2) == text
        assert not (headed and text)
        sections = []


def test_a_volume_without_articles_is_a_document_still() -> None:
    data = written(volume([]))
    assert opened(data).core_properties.title == "工会工作摘报"
    assert not contents(data)


def test_a_part_of_several_is_named_on_the_title_page() -> None:
    assert "第2册　共3册" in texts(opened(written(full(part=(2, 3)))), "Title Note")
