"""The review page as a person uses it: opened, filtered, corrected, saved, and the pages converted again."""

import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from convert.reader.fixes import Fix, FixLabel, load
from convert.transforms.variant.engine import opencc
from tests.conftest import Program
from tests.review.conftest import DAY, HOSTILE

pytestmark = pytest.mark.system


def labels(tab: Page) -> dict[str, str]:
    """The label of each line of the first page."""
    rows = tab.locator('.sheet[data-page="0"] .line').evaluate_all(
        "all => all.map(x => [x.dataset.key, x.dataset.label])"
    )
    return {key.removesuffix(":0"): label for key, label in rows}


def downloaded(tab: Page) -> tuple[str, bytes]:
    """Save all corrections; the name and the bytes of the file that is downloaded."""
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save all").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_printed_lines_stand_beside_the_article_as_read(reviewed: Page) -> None:
    card = reviewed.locator(".card").first
    expect(card.locator(".printed .line").first).to_contain_text("深入学习贯彻党的二十大精神")
    expect(card.locator(".read .section")).to_have_text("深入学习贯彻党的二十大精神 奋力开拓首都工会工作新局面")
    expect(card.locator("h3")).to_have_text("区总工会开展夏送清凉活动")
    expect(card.locator(".byline")).to_have_text("本报讯（记者 白莹）")
    joined = card.locator(".block.paragraph").first
    expect(joined).to_have_text(
        "7月31日下午，区总工会走进工地，为一线职工送去清凉。活动现场，工会干部把绿豆汤和毛巾送到职工手里，职工们连声道谢。"
    )
    expect(joined.get_by_role("img", name="line 7 joined here")).to_be_visible()


def test_a_credit_over_two_lines_is_shown_as_the_record_has_it(newsconvert: Program, tab: Page, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(DAY.replace("盛丽 通讯员 李响", "盛丽\n通讯员 李响"), "utf-8")
    newsconvert("review", tmp_path / "c.txt", "-o", tmp_path / "c.html")
    tab.goto((tmp_path / "c.html").as_uri())
    expect(tab.locator(".block.credit")).to_have_text("本报记者 盛丽 通讯员 李响 摄影报道")


def test_text_of_pages_is_never_markup(reviewed: Page) -> None:
    assert reviewed.title() == "Page review · newsconvert"
    hostile = reviewed.locator('.sheet[data-page="1"]')
    expect(hostile.locator(".line .text").first).to_have_text(HOSTILE.splitlines()[0])
    expect(hostile.locator(".read").last).to_contain_text("<b>粗体</b>&amp;“引号”")
    assert reviewed.locator("img, .sheet b:not(.people b)").count() == 0


def test_the_page_forbids_itself_the_network(reviewed: Page) -> None:
    policy = reviewed.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy


def test_filters_show_kinds_doubts_pages_and_text(reviewed: Page) -> None:
    cards = reviewed.locator(".card:visible")
    everything = cards.count()
    reviewed.get_by_role("checkbox", name="News").uncheck()
    assert 0 < cards.count() < everything
    assert set(cards.evaluate_all("all => all.map(x => x.dataset.kind)")) <= {
        "photo",
        "commentary",
        "other",
        "continuation",
    }
    reviewed.get_by_role("checkbox", name="News").check()
    reviewed.get_by_role("combobox", name="Page").select_option(label="b.txt")
    expect(reviewed.locator('.sheet[data-page="0"]')).to_be_hidden()
    reviewed.get_by_role("combobox", name="Page").select_option(label="All pages")
    reviewed.get_by_role("searchbox").fill("𠮷野家")
    expect(reviewed.locator('.sheet[data-page="0"]')).to_be_hidden()
    expect(cards).to_have_count(1)
    reviewed.get_by_role("searchbox").fill("没有这些字")
    expect(reviewed.get_by_text("No article passes these filters.")).to_be_visible()


def test_doubtful_only_leaves_the_articles_with_doubtful_places(
    newsconvert: Program, tab: Page, tmp_path: Path
) -> None:
    page = tmp_path / "c.txt"
    page.write_text(DAY.replace("据了解，活动将持续到八月底", "的情况表明，活动将持续到八月底"), "utf-8")
    rows = [json.loads(row) for row in newsconvert("parse", page).stdout.splitlines()]
    doubtful = sum(
        any(note["code"] in ("uncertain-join", "ends-in-mid-sentence") for note in row["notes"]) for row in rows
    )
    newsconvert("review", page, "-o", tmp_path / "review.html")
    tab.goto((tmp_path / "review.html").as_uri())
    tab.get_by_label("Doubtful only").check()
    marked = tab.locator(".card:visible").count()
    assert marked >= doubtful
    assert marked == tab.locator(".card:visible:has(.line[data-doubt])").count()


def test_a_doubtful_line_that_is_right_as_read_is_doubtful_no_more(
    newsconvert: Program, tab: Page, tmp_path: Path
) -> None:
    page = tmp_path / "cut.txt"
    page.write_text(
        "工人诗社成立\n\n本报讯（记者 马超）昨天，工人诗社在文化宫成立，首批社员三十人，大家一起读诗，读到了很晚才\n",
        "utf-8",
    )
    newsconvert("review", page, "-o", tmp_path / "review.html")
    tab.goto((tmp_path / "review.html").as_uri())
    expect(tab.locator(".line[data-doubt]")).to_have_count(1)
    tab.keyboard.press("n")
    tab.keyboard.press("y")
    expect(tab.locator(".line[data-doubt]")).to_have_count(0)
    name, data = downloaded(tab)
    (tmp_path / name).write_bytes(data)
    newsconvert("review", page, "-o", tmp_path / "review.html")
    tab.goto((tmp_path / "review.html").as_uri())
    expect(tab.locator("#counts")).to_contain_text("0 doubtful")
    expect(tab.locator(".line[data-doubt]")).to_have_count(0)


def test_a_label_set_by_key_is_saved_as_a_fix_file_that_parse_and_build_obey(
    newsconvert: Program, reviewed: Page, pages: Path, tmp_path: Path
) -> None:
    reviewed.locator('.line[data-key="9:0"]').click()
    reviewed.keyboard.press("8")
    expect(reviewed.locator(".card").first.locator("h4")).to_have_text("大家都很满意")
    expect(reviewed.locator("#counts")).to_contain_text("1 correction")
    reviewed.locator('.line[data-key="11:0"]').click()
    reviewed.keyboard.press("a")
    name, data = downloaded(reviewed)
    assert name == "a.txt.fix.toml"
    assert load(data, name).fixes == (Fix(9, 0, FixLabel.CROSSHEAD), Fix(11, 0, None, True))
    assert [row["text"] for row in tomllib.loads(data.decode())["line"]] == [
        "大家都很满意",
        "据了解，活动将持续到八月底，覆盖",
    ]
    before = newsconvert("parse", pages).stdout.count(b"\n")
    (pages / name).write_bytes(data)
    assert newsconvert("parse", pages).stdout.count(b"\n") == before + 1
    built = newsconvert("build", pages, "-o", tmp_path / "out", "-t", "epub", "--name", "book")
    assert built.returncode == 0, built.stderr.decode()
    with zipfile.ZipFile(tmp_path / "out" / "book.epub") as book:
        text = "".join(book.read(entry).decode() for entry in book.namelist() if entry.endswith("html"))
    assert any(f"{tag}" in text for tag in (">大家都很满意</h2>", ">大家都很满意</h3>", ">大家都很满意</h4>"))


def test_the_page_made_again_shows_the_corrections_as_read(
    newsconvert: Program, reviewed: Page, pages: Path, tmp_path: Path
) -> None:
    reviewed.locator('.line[data-key="11:0"]').click()
    reviewed.get_by_role("button", name="New article from here").click()
    preview = reviewed.locator(".sheet").first.locator(".read h3").all_text_contents()
    name, data = downloaded(reviewed)
    (pages / name).write_bytes(data)
    assert newsconvert("review", pages, "-o", tmp_path / "again.html").returncode == 0
    reviewed.goto((tmp_path / "again.html").as_uri())
    assert reviewed.locator(".sheet").first.locator(".read h3").all_text_contents() == preview
    assert reviewed.locator(".sheet").first.locator(".line[data-fixed]").count() == 1
    assert "Preview" not in reviewed.locator(".sheet").first.inner_text()


def test_a_line_is_cut_inside_with_the_keyboard_alone(reviewed: Page) -> None:
    reviewed.locator('.line[data-key="11:0"]').click()
    reviewed.keyboard.press("c")
    text = DAY.splitlines()[10]
    reviewed.keyboard.press("Control+Home")
    for _ in range(text.index("工人诗社")):
        reviewed.keyboard.press("ArrowRight")
    expect(reviewed.locator("#cut-preview")).to_contain_text("二十个工地。│工人诗社也在同一")
    reviewed.get_by_role("button", name="Cut here").click()
    piece = reviewed.locator(f'.line[data-key="11:{text.index("工人诗社")}"]')
    expect(piece).to_be_focused()
    reviewed.keyboard.press("3")
    expect(reviewed.locator(".read h3").nth(1)).to_contain_text("工人诗社也在同一天成立")
    _, data = downloaded(reviewed)
    assert load(data, "x").fixes == (Fix(11, text.index("工人诗社"), FixLabel.HEADLINE),)


def test_a_cut_counts_characters_beyond_the_basic_plane_as_one(reviewed: Page) -> None:
    text = HOSTILE.splitlines()[2]
    reviewed.locator('.sheet[data-page="1"] .line').nth(1).click()
    reviewed.keyboard.press("c")
    reviewed.locator("#cut-text").evaluate(
        "(field) => { const at = field.value.indexOf('大家一起'); field.setSelectionRange(at, at); }"
    )
    reviewed.keyboard.press("Shift")
    reviewed.get_by_role("button", name="Cut here").click()
    _, data = downloaded(reviewed)
    assert load(data, "x").fixes[0].at == text.index("大家一起")


def test_articles_are_joined_and_undo_takes_it_back(reviewed: Page) -> None:
    headlines = reviewed.locator('.sheet[data-page="0"] .read h3').all_text_contents()
    reviewed.locator('.line[data-key="13:0"]').click()
    reviewed.keyboard.press("m")
    assert len(reviewed.locator('.sheet[data-page="0"] .read h3').all_text_contents()) == len(headlines) - 1
    reviewed.keyboard.press("z")
    assert reviewed.locator('.sheet[data-page="0"] .read h3').all_text_contents() == headlines
    expect(reviewed.get_by_role("button", name="Save all")).to_be_disabled()


def test_kind_and_people_of_an_article_are_corrected_and_parse_obeys(
    newsconvert: Program, reviewed: Page, pages: Path
) -> None:
    reviewed.locator('.line[data-key="17:0"]').click()
    reviewed.keyboard.press("e")
    dialog = reviewed.get_by_role("dialog", name="Kind and people of the article")
    expect(dialog.get_by_label("Name", exact=True)).to_have_count(2)
    dialog.get_by_label("Kind", exact=True).select_option("news")
    dialog.get_by_role("button", name="Remove this person").nth(1).click()
    dialog.get_by_role("button", name="Add a person").click()
    dialog.get_by_label("Name", exact=True).nth(1).fill("张三丰")
    dialog.get_by_role("button", name="Done").click()
    expect(dialog.get_by_role("alert")).to_have_text("“张三丰” is not printed on this page.")
    expect(dialog.get_by_label("Name", exact=True).nth(1)).to_be_focused()
    dialog.get_by_label("Name", exact=True).nth(1).fill("辛望")
    dialog.get_by_label("Role", exact=True).nth(1).select_option("editor")
    reviewed.keyboard.press("Enter")
    expect(reviewed.locator('.line[data-key="17:0"]')).to_be_focused()
    card = reviewed.locator(".card", has=reviewed.locator('.line[data-key="17:0"]'))
    expect(card.locator(".people")).to_contain_text("辛望editor")
    expect(card).to_have_attribute("data-kind", "news")
    expect(card.get_by_role("note")).to_contain_text("Preview")
    name, data = downloaded(reviewed)
    (pages / name).write_bytes(data)
    rows = [json.loads(row) for row in newsconvert("parse", pages / "a.txt").stdout.splitlines()]
    (photo,) = (row for row in rows if row["headline"] == "亲子活动感受公交发展历程")
    assert photo["kind"] == "news"
    assert photo["people"] == [{"name": "盛丽", "role": "reporter"}, {"name": "辛望", "role": "editor"}]


def test_what_was_said_of_an_article_can_be_taken_back(reviewed: Page) -> None:
    card = reviewed.locator(".card").first
    kind = card.get_attribute("data-kind")
    card.get_by_role("button", name="Kind and people").click()
    reviewed.get_by_label("Kind", exact=True).select_option("commentary")
    reviewed.get_by_role("button", name="Done").click()
    expect(card).to_have_attribute("data-kind", "commentary")
    card.get_by_role("button", name="Kind and people").click()
    reviewed.get_by_role("button", name="As the reader has it").click()
    expect(card).to_have_attribute("data-kind", str(kind))
    expect(reviewed.get_by_role("button", name="Save all")).to_be_disabled()


def test_a_correction_in_the_file_is_plainly_a_preview(reviewed: Page) -> None:
    reviewed.locator('.line[data-key="9:0"]').click()
    reviewed.keyboard.press("8")
    expect(reviewed.locator(".card").first.get_by_role("note")).to_have_text(
        "Preview: roughly put together; the page has to be read again to be sure."
    )


def test_a_page_in_an_archive_says_where_its_fix_file_goes(newsconvert: Program, tab: Page, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "day.zip", "w") as archive:
        archive.writestr("a.txt", DAY)
    newsconvert("review", tmp_path / "day.zip", "-o", tmp_path / "review.html")
    tab.goto((tmp_path / "review.html").as_uri())
    expect(tab.get_by_role("note")).to_contain_text("This page is in an archive")
    tab.locator('.line[data-key="9:0"]').click()
    tab.keyboard.press("8")
    downloaded(tab)
    expect(tab.get_by_role("status")).to_have_text("Downloaded a.txt.fix.toml: put it beside the page in the archive")


def test_corrections_that_were_not_saved_are_back_after_a_reload(reviewed: Page) -> None:
    reviewed.on("dialog", lambda dialog: dialog.accept())
    reviewed.locator('.line[data-key="9:0"]').click()
    reviewed.keyboard.press("8")
    reviewed.reload()
    expect(reviewed.locator('.line[data-key="9:0"]')).to_have_attribute("data-label", "crosshead")
    expect(reviewed.locator("#counts")).to_contain_text("1 unsaved")


def test_the_keyboard_reaches_every_line_and_leaves_fields_alone(reviewed: Page) -> None:
    reviewed.keyboard.press("j")
    for _ in range(4):
        reviewed.keyboard.press("ArrowDown")
    expect(reviewed.locator('.line[data-key="9:0"]')).to_be_focused()
    reviewed.keyboard.press("]")
    expect(reviewed.locator('.sheet[data-page="1"] .line').first).to_be_focused()
    reviewed.keyboard.press("/")
    reviewed.keyboard.type("3x")
    expect(reviewed.get_by_role("searchbox")).to_have_value("3x")
    assert reviewed.locator(".line[data-fixed]").count() == 0


def test_the_page_speaks_the_language_of_its_reader(browser: Browser, reviewed: Page) -> None:
    with browser.new_context(locale="zh-CN") as context:
        page = context.new_page()
        page.goto(reviewed.url)
        expect(page.locator("h1")).to_contain_text("版面审读")
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        page.get_by_role("combobox", name="语言").select_option("English")
        expect(page.locator("h1")).to_contain_text("Page review")
        page.reload()
        expect(page.locator("h1")).to_contain_text("Page review")


def test_no_text_is_missing_in_either_language(reviewed: Page) -> None:
    for chosen in ("简体中文", "繁體中文", "English"):
        reviewed.locator("#language").select_option(chosen)
        reviewed.locator(".line").first.click()
        shown = reviewed.locator("body").inner_text() + " ".join(
            reviewed.locator("[aria-label]").evaluate_all("all => all.map(x => x.getAttribute('aria-label'))")
        )
        for name in (
            "kind.",
            "labels.",
            "role.",
            "{n}",
            "{name}",
            "undefined",
            "doubtfulOnly",
            "nextDoubt",
            "setLabel",
        ):
            assert name not in shown


@pytest.mark.parametrize("locale", ["zh-TW", "zh-HK", "zh-Hant"])
def test_a_reader_of_traditional_chinese_sees_no_simplified_word(
    browser: Browser, newsconvert: Program, tmp_path: Path, locale: str
) -> None:
    page = tmp_path / "a.txt"
    page.write_text("區總工會開展活動\n\n本報訊（記者 白瑩）昨日，區總工會走進工地，\n\n為職工送去清涼。\n", "utf-8")
    newsconvert("review", page, "-o", tmp_path / "review.html")
    with browser.new_context(locale=locale) as context:
        tab = context.new_page()
        tab.goto((tmp_path / "review.html").as_uri())
        assert tab.locator("html").get_attribute("lang") == "zh-Hant"
        expect(tab.locator("h1")).to_contain_text("版面審讀")
        seen = ""
        for line in tab.locator(".line").all():
            line.click()
            seen += tab.evaluate(WORDS_OF_THE_PAGE)
        for key in ("e", "?"):
            tab.keyboard.press(key)
            seen += tab.evaluate(WORDS_OF_THE_PAGE)
            tab.keyboard.press("Escape")
    words = seen.replace("简体中文", "")
    assert {one for one, other in zip(words, opencc("s2t")(words), strict=True) if one != other} == set()


WORDS_OF_THE_PAGE = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: at } = walker.currentNode;
    const named = 'h2, #page, [lang="zh"], [lang="en"]';
    if (!at.checkVisibility() || at.closest(`script, noscript, kbd, ${named}`)) continue;
    found.push(data);
  }
  for (const at of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (at.closest('[lang="en"], #language')) continue;
    found.push(...['aria-label', 'title', 'placeholder'].map((name) => at.getAttribute(name) ?? ''));
  }
  return found.join('\\n');
}"""
"""Everything that is said and is neither text of a page, nor a file name, nor a key."""
FOREIGN = re.compile(r"[A-Za-z]{2,}")
TERMS = {"fix", "toml", "parse", "build"}


def test_every_word_of_the_chinese_page_is_chinese(newsconvert: Program, browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(DAY + "\n深入学习贯彻党的二十大精神\n\n（下转第3版）\n\n责编 周平\n\n\x07错\n", "utf-8")
    newsconvert("review", page, "-o", tmp_path / "review.html")
    with browser.new_context(locale="zh-CN") as context:
        tab = context.new_page()
        tab.goto((tmp_path / "review.html").as_uri())
        seen = set(tab.evaluate(WORDS_OF_THE_PAGE).split("\n"))
        for line in tab.locator(".line").all():
            line.click()
            seen |= set(tab.evaluate(WORDS_OF_THE_PAGE).split("\n"))
        tab.keyboard.press("8")
        tab.keyboard.press("e")
        seen |= set(tab.evaluate(WORDS_OF_THE_PAGE).split("\n"))
        tab.keyboard.press("Escape")
        tab.keyboard.press("?")
        seen |= set(tab.evaluate(WORDS_OF_THE_PAGE).split("\n"))
    assert any("行形是“消息头”" in words for words in seen)
    assert {word for words in seen for word in FOREIGN.findall(words)} <= TERMS


CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast_enough(browser: Browser, reviewed: Page, scheme: str) -> None:
    with browser.new_context(locale="en", color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(reviewed.url)
        page.locator('.line[data-key="9:0"]').click()
        page.keyboard.press("8")
        assert page.evaluate(CONTRAST) == []
        page.keyboard.press("e")
        assert page.evaluate(CONTRAST) == []
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize(("locale", "width"), [("en", 1280), ("zh-CN", 390)])
def test_axe_finds_nothing_to_object_to(browser: Browser, reviewed: Page, locale: str, width: int) -> None:
    with browser.new_context(locale=locale, viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(reviewed.url)
        page.locator('.line[data-key="9:0"]').click()
        page.keyboard.press("8")
        for key in ("e", "Escape", "c", "Escape", "?"):
            page.keyboard.press(key)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()


def test_the_toggle_goes_against_the_system(browser: Browser, reviewed: Page) -> None:
    def dark(page: Page) -> bool:
        return bool(page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 20, 23)")

    with browser.new_context(locale="en", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(reviewed.url)
        assert dark(page)
        page.get_by_role("button", name="Light or dark").click()
        assert not dark(page)


def test_on_a_phone_nothing_is_wider_than_the_screen_and_both_views_are_there(browser: Browser, reviewed: Page) -> None:
    with browser.new_context(locale="zh-CN", viewport={"width": 360, "height": 740}, has_touch=True) as context:
        page = context.new_page()
        page.goto(reviewed.url)
        page.locator('.line[data-key="5:0"]').tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        expect(page.locator(".read").first).to_be_hidden()
        page.get_by_role("button", name="读成的稿件").tap()
        expect(page.locator(".read").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_every_control_has_a_name_and_every_page_a_heading(reviewed: Page) -> None:
    reviewed.locator(".line").first.click()
    nameless = reviewed.locator("button, input, select, textarea").evaluate_all(
        "all => all.filter(x => x.checkVisibility() && !(x.getAttribute('aria-label') || x.innerText"
        " || x.labels?.[0]?.textContent.trim() || x.getAttribute('aria-labelledby'))).map(x => x.outerHTML)"
    )
    assert nameless == []
    assert reviewed.locator("h2:visible").count() == 2
    assert reviewed.get_by_role("toolbar").count() == 2
    assert reviewed.locator('.line[tabindex="0"]').count() == 1


def test_stale_corrections_are_said_to_be_stale(newsconvert: Program, tab: Page, pages: Path, tmp_path: Path) -> None:
    (pages / "a.txt.fix.toml").write_text(
        f'schema = "newsconvert.fix/1"\nsha256 = "{"0" * 64}"\n[[line]]\nnumber = 9\nlabel = "headline"\n', "utf-8"
    )
    newsconvert("review", pages, "-o", tmp_path / "review.html")
    tab.goto((tmp_path / "review.html").as_uri())
    expect(tab.get_by_role("note")).to_contain_text("made for another state of this page")
    assert labels(tab)["9"] != "headline"


def test_a_strange_file_name_comes_through_whole(newsconvert: Program, tab: Page, tmp_path: Path) -> None:
    name = 'a "quoted" \\ 版\u0085 name.txt'
    (tmp_path / name).write_text(DAY, "utf-8")
    assert newsconvert("review", tmp_path / name, "-o", tmp_path / "review.html").returncode == 0
    tab.goto((tmp_path / "review.html").as_uri())
    tab.locator('.line[data-key="9:0"]').click()
    tab.keyboard.press("8")
    _, data = downloaded(tab)
    assert tomllib.loads(data.decode())["page"] == name


def open_pages(newsconvert: Program, tab: Page, folder: Path, count: int) -> None:
    """Open the review of so many pages, each told by the number in its headline."""
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"工地{number}昨日开工\n\n{HOSTILE}", "utf-8")
    assert newsconvert("review", folder, "-o", folder / "review.html").returncode == 0
    tab.goto((folder / "review.html").as_uri())
    tab.wait_for_selector(".line")


def test_three_hundred_pages_are_there_at_once_and_drawn_when_they_come_near(
    newsconvert: Program, tab: Page, tmp_path: Path
) -> None:
    open_pages(newsconvert, tab, tmp_path, 300)
    assert tab.evaluate("performance.now()") < 10_000
    assert tab.locator(".sheet").count() == 300
    assert tab.locator(".sheet[data-drawn]").count() < 20
    tab.locator("#chart .column").nth(250).click()
    expect(tab.locator('.sheet[data-page="250"] .line').first).to_be_focused()
    assert tab.locator(".sheet[data-drawn]").count() < 40
    tab.get_by_role("searchbox").fill("工地77昨日")
    expect(tab.locator(".sheet:visible")).to_have_count(1)


def test_the_next_doubtful_place_stays_in_view_while_what_is_above_gets_its_height(reviewed: Page) -> None:
    reviewed.evaluate("""() => {
        document.documentElement.style.overflowAnchor = "none";
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
        document.querySelector(".sheet").style.paddingTop = "4000px";
    }""")
    expect(reviewed.locator(".line[aria-current]")).to_be_focused()
    expect(reviewed.locator(".line[aria-current]")).to_be_in_viewport()
    reviewed.mouse.wheel(0, -3000)
    expect(reviewed.locator(".line[aria-current]")).not_to_be_in_viewport()


def test_on_paper_both_sides_stand_beside_each_other_on_every_page_and_no_button_does(
    newsconvert: Program, tab: Page, tmp_path: Path
) -> None:
    open_pages(newsconvert, tab, tmp_path, 60)
    assert tab.locator(".sheet[data-drawn]").count() < 60
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 720, "height": 1000})  # as wide as paper
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator(".sheet[data-drawn]").count() == 60
    assert tab.locator("button:visible").count() == 0
    printed, read = (tab.locator(f'.sheet[data-page="59"] {part}').first for part in (".line", "[data-run]"))
    left, right = printed.bounding_box(), read.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
