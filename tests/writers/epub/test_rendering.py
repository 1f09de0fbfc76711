"""How chapters look in a browser: what can be measured of typography, colours and direction."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame

from convert.model import Person, Role
from tests.writers.epub.volumes import article, day_articles, volume, written

pytestmark = pytest.mark.system

LONG = "https://example.com/" + "very-long-path/" * 20
EXTREME = article(
    "AVERYLONGLATINWORD" * 5 + " 停顿之后的后半句标题",
    LONG,
    f"crosshead:{LONG}",
    f"caption:{LONG}",
    f"credit:{LONG}",
    section=LONG,
    kicker=LONG,
    subheadline=LONG,
    byline=LONG,
    people=(Person(LONG, Role.AUTHOR),),
)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A book of each direction, unpacked."""
    made = {}
    for writing in ("horizontal", "vertical"):
        made[writing] = tmp_path_factory.mktemp(writing)
        data = written(volume([*day_articles(), EXTREME]), writing=writing)
        zipfile.ZipFile(BytesIO(data)).extractall(made[writing])
    return made


def _opened(browser: Browser, folder: Path, file: str, width: int, height: int) -> Frame:
    """A file shown in a frame of that size, as reading systems do; a page of its own would start scrolled."""
    harness = folder / f"harness-{width}.html"
    harness.write_text(
        '<!DOCTYPE html><meta name="color-scheme" content="light dark"><body style="margin:0">'
        f'<iframe style="border:0;display:block" width="{width}" height="{height}" src="EPUB/{file}"></iframe>'
    )
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(harness.as_uri())
    frame = page.frames[1]
    frame.wait_for_load_state("load")
    return frame


# One of each sort of page, and an article of extremes.
FILES = ["cover.xhtml", "nav.xhtml", "d0001.xhtml", "a00001.xhtml", "a00013.xhtml", "people.xhtml", "imprint.xhtml"]

AXES = "(e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight])(document.documentElement)"


def test_no_page_is_wider_than_a_small_phone(browser: Browser, books: dict[str, Path]) -> None:
    for file in FILES:
        frame = _opened(browser, books["horizontal"], file, 320, 568)
        assert frame.evaluate(AXES)[0] <= 0, file
        frame.page.close()


def test_no_vertical_line_is_longer_than_the_page_is_high(browser: Browser, books: dict[str, Path]) -> None:
    for file in FILES:
        frame = _opened(browser, books["vertical"], file, 568, 320)
        assert frame.evaluate(AXES)[1] <= 0, file
        frame.page.close()


# Where the first characters of a paragraph's first and second line stand, in ems of the paragraph.
FIRST_LINES = """() => {
  const p = document.querySelector('.article > p'), text = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  const em = parseFloat(getComputedStyle(p).fontSize), lines = [];
  for (let node; (node = text.nextNode()); ) for (let i = 0; i < node.length; i++) {
    const range = new Range(); range.setStart(node, i); range.setEnd(node, i + 1);
    const box = range.getBoundingClientRect();
    const [along, across] = VERTICAL ? [box.top, -box.right] : [box.left, box.top];
    if (!lines.length || across > lines.at(-1)[1] + em) lines.push([along, across]);
  }
  return [(lines[0][0] - lines[1][0]) / em, lines.length];
}"""


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_paragraphs_begin_two_ems_in(browser: Browser, books: dict[str, Path], writing: str) -> None:
    size = (320, 568) if writing == "horizontal" else (568, 320)
    frame = _opened(browser, books[writing], "a00001.xhtml", *size)
    indent, lines = frame.evaluate(FIRST_LINES.replace("VERTICAL", str(writing == "vertical").lower()))
    assert lines >= 2
    assert indent == pytest.approx(2, abs=0.51)  # an opening quotation mark may give up its empty half
    assert frame.evaluate("getComputedStyle(document.querySelector('.article > p')).lineBreak") == "strict"
    frame.page.close()


# The lowest contrast of any text with what is behind it, after WCAG 2.2's formula.
CONTRAST = """() => {
  const probe = document.body.appendChild(document.createElement('div'));
  const rgb = css => { probe.style.color = css;
    const c = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number); return c.length > 3 && !c[3] ? null : c; };
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  let lowest = 21, seen = 0;
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !element.checkVisibility()) continue;
    let back = null;
    for (let e = element; e && !back; e = e.parentElement) back = rgb(getComputedStyle(e).backgroundColor);
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(back || rgb('Canvas'))].sort((x, y) => y - x);
    lowest = Math.min(lowest, (a + 0.05) / (b + 0.05)); seen++;
  }
  return [lowest, seen];
}"""


# What reading systems put on a page besides: nothing, night, sepia.
THEMES = ("", "html { background: #000; color: #ddd }", "html { background: #f4ecd8; color: #5b4636 }")


@pytest.mark.parametrize("file", FILES[1:])
def test_all_text_can_be_read_by_day_and_night_and_in_a_reader_s_colours(
    browser: Browser, books: dict[str, Path], file: str
) -> None:
    frame = _opened(browser, books["horizontal"], file, 600, 800)
    for theme in THEMES:
        if theme:
            frame.add_style_tag(content=theme)
        for scheme in ("light", "dark"):
            frame.page.emulate_media(color_scheme=scheme)
            contrast, seen = frame.evaluate(CONTRAST)
            assert seen > 3
            assert contrast >= 4.5, (theme, scheme)
    frame.page.close()


def test_vertical_lines_run_from_top_to_bottom_and_right_to_left(browser: Browser, books: dict[str, Path]) -> None:
    frame = _opened(browser, books["vertical"], "a00001.xhtml", 900, 600)
    boxes = frame.evaluate("[...document.querySelectorAll('.article > p, h1')].map(e => e.getBoundingClientRect())")
    assert all(box["height"] > box["width"] for box in boxes)
    assert [box["right"] for box in boxes] == sorted((box["right"] for box in boxes), reverse=True)
    frame.page.close()


def test_two_figures_stand_upright_in_the_space_of_one_character(browser: Browser, books: dict[str, Path]) -> None:
    frame = _opened(browser, books["vertical"], "a00001.xhtml", 900, 600)
    sizes = frame.evaluate(
        "[...document.querySelectorAll('.article > p .tcy')].map(e => [e.getBoundingClientRect().height,"
        " parseFloat(getComputedStyle(e).fontSize)])"
    )
    assert sizes
    assert all(height <= 1.35 * em for height, em in sizes)
    frame.page.close()


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize(("width", "height"), [(390, 700), (900, 600)])
def test_the_cover_stands_whole_in_the_middle_of_the_page(
    browser: Browser, books: dict[str, Path], writing: str, width: int, height: int
) -> None:
    frame = _opened(browser, books[writing], "cover.xhtml", width, height)
    box = frame.evaluate("document.querySelector('img').getBoundingClientRect()")
    assert abs((box["left"] + box["right"]) / 2 - width / 2) < width / 50
    assert min(box["left"], box["top"], width - box["right"], height - box["bottom"]) >= 0
    assert frame.evaluate(AXES) == [0, 0]
    frame.page.close()


def test_an_apostrophe_takes_no_more_room_in_a_vertical_line_than_in_a_horizontal_one(
    browser: Browser, tmp_path: Path
) -> None:
    lengths = []
    for writing, side in (("horizontal", "width"), ("vertical", "height")):
        data = written(volume([article("标题", "他说That’s all。")]), writing=writing)
        zipfile.ZipFile(BytesIO(data)).extractall(tmp_path / writing)
        frame = _opened(browser, tmp_path / writing, "a00001.xhtml", 600, 600)
        lengths.append(frame.evaluate(f"document.querySelector('[lang=en]').getBoundingClientRect().{side}"))
        frame.page.close()
    assert lengths[1] <= lengths[0] * 1.05


def test_the_phrases_of_a_headline_stay_whole(browser: Browser, tmp_path: Path) -> None:
    data = written(volume([article("以工会转型为新引擎 大力推进智慧工会建设 切实把教育成果转化")]))
    zipfile.ZipFile(BytesIO(data)).extractall(tmp_path)
    frame = _opened(browser, tmp_path, "a00001.xhtml", 360, 640)
    lines = frame.evaluate(
        "[...document.querySelectorAll('.phrase')].map(e => { const r = new Range(); r.selectNodeContents(e);"
        " return new Set([...r.getClientRects()].map(b => b.top)).size })"
    )
    assert lines == [1, 1, 1]
    frame.page.close()


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_of_a_headline_ends_inside_a_word(browser: Browser, tmp_path: Path, width: int) -> None:
    data = written(volume([article("温家宝在贵州农村考察时指出动员全社会力量打好扶贫攻坚战")]))
    zipfile.ZipFile(BytesIO(data)).extractall(tmp_path)
    frame = _opened(browser, tmp_path, "a00001.xhtml", width, 640)
    lines = frame.evaluate(
        "(() => { const lines = new Map(), walk = document.createTreeWalker(document.querySelector('h1'), 4);"
        " for (let node; (node = walk.nextNode()); ) for (let i = 0; i < node.length; i++) { const r = new Range();"
        " r.setStart(node, i); r.setEnd(node, i + 1); const y = Math.round(r.getBoundingClientRect().top);"
        " lines.set(y, (lines.get(y) || '') + node.data[i]); } return [...lines.values()] })()"
    )
    assert len(lines) > 1
    words = ["温家宝", "在贵州", "农村", "考察时", "指出", "动员", "全社会", "力量", "打好", "扶贫", "攻坚战"]
    ends = {"".join(words[: n + 1]) for n in range(len(words))}
    assert {"".join(lines[: n + 1]) for n in range(len(lines))} <= ends
    frame.page.close()


def test_each_script_has_typefaces_with_its_own_forms(browser: Browser, tmp_path: Path) -> None:
    for language, faces in (("zh-Hans", "SC"), ("zh-Hant-TW", "TC"), ("zh-Hant-HK", "TC")):
        text = article("标题", language=language, kicker="肩题", byline="记者 白莹")
        zipfile.ZipFile(BytesIO(written(volume([text], language=language)))).extractall(tmp_path / language)
        frame = _opened(browser, tmp_path / language, "a00001.xhtml", 360, 640)
        named = frame.evaluate(
            "['h1', '.kicker', '.signed', '.byline'].map(s => getComputedStyle(document.querySelector(s)).fontFamily)"
        )
        assert all(faces in families.split(",")[0] for families in named), (language, named)
        frame.page.close()


def test_a_volume_of_several_days_shows_the_days_only(browser: Browser, books: dict[str, Path]) -> None:
    frame = _opened(browser, books["horizontal"], "nav.xhtml", 600, 800)
    shown = frame.evaluate(
        "[...document.querySelectorAll('nav a')].filter(a => a.checkVisibility()).map(a => a.innerText)"
    )
    assert shown[:2] == ["2023年8月1日\u3000星期二", "2023年8月2日\u3000星期三"]
    assert shown[-2:] == ["署名索引", "关于本书"]
    assert len(shown) == 6
    frame.page.close()
