"""A browser, and pages to review that have doubtful places, several kinds and hostile text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Program

DAY = """深入学习贯彻党的二十大精神 奋力开拓首都工会工作新局面

区总工会开展夏送清凉活动

本报讯（记者 白莹）7月31日下午，区总工会走进工地，为一线职工送去清凉。活动现场，工会干部把绿豆汤和毛巾送到职工手里，

职工们连声道谢。

大家都很满意

据了解，活动将持续到八月底，覆盖全区二十个工地。工人诗社也在同一天成立，首批社员三十人，诗社的活动室设在文化宫二楼。

亲子活动感受公交发展历程

近日，北京公交集团公司工会举办了亲子活动，职工和孩子们一起参观了公交车博物馆，感受公交发展历程。

本报记者 盛丽 通讯员 李响 摄影报道

■工代会走笔

当工会插上互联网的翅膀

□辛望

5月5日的北京会议中心，彩旗招展，代表们陆续走进会场，互联网成了大家谈论最多的话题。
"""
HOSTILE = """</script><script>document.title="broken"</script><img src=x onerror=alert(1)>

本报讯（记者 马超）<b>粗体</b>&amp;“引号”，昨天，工人诗社在文化宫成立，首批三十人，𠮷野家的师傅也来了，大家一起读诗。
"""


def write_pages(folder: Path) -> Path:
    """Write the two pages into a new folder."""
    folder.mkdir()
    (folder / "a.txt").write_text(DAY, "utf-8")
    (folder / "b.txt").write_text(HOSTILE, "utf-8")
    return folder


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in English that fails the test when the page breaks a rule of its own or asks for something elsewhere."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: wrong.append(f"asked for {request.url}"))
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two pages."""
    return write_pages(tmp_path / "pages")


@pytest.fixture(scope="session")
def made(newsconvert: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review page of the two pages, made once: their bytes are the same in every test."""
    folder = tmp_path_factory.mktemp("review")
    write_pages(folder / "pages")
    done = newsconvert("review", folder / "pages", "-o", folder / "review.html")
    assert done.returncode == 0, done.stderr.decode()
    return folder / "review.html"


@pytest.fixture
def reviewed(made: Path, tab: Page) -> Page:
    """The review page of the two pages, open in the tab."""
    tab.goto(made.as_uri())
    tab.wait_for_selector(".line")
    return tab
