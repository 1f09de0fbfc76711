"""Where the text of a line went is found again in the article that was read."""

from pathlib import Path

import pytest

from convert.reader import PageFile, ReadingOptions, read_page
from convert.review.placement import placed
from convert.review.sheets import sheet
from tests.conftest import ROOT
from tests.review.conftest import DAY


def stretches(text: str) -> list[list[tuple[str, str]]]:
    """For each line its stretches: text and field."""
    reading = read_page(PageFile("page.txt", text.encode()))
    found = []
    for number, article in enumerate(reading.articles, 1):
        lines = [line for line in reading.trace if line.article == number]
        for line, places in zip(lines, placed(article, lines), strict=True):
            found.append([(line.text[place.start : place.end], place.field) for place in places])
    return found


def test_a_lead_is_told_from_the_paragraph_it_opens() -> None:
    page = "工人诗社成立\n\n本报讯（记者 马超）昨天，工人诗社在文化宫成立，首批社员三十人。\n"
    assert stretches(page) == [
        [("工人诗社成立", "headline")],
        [("本报讯（记者 马超）", "byline"), ("昨天，工人诗社在文化宫成立，首批社员三十人。", "paragraph")],
    ]


def test_marks_that_were_taken_off_are_in_no_field() -> None:
    assert [("■", "mark"), ("工代会走笔", "section")] in stretches(DAY)


@pytest.mark.parametrize("page", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda page: page.stem[:3])
def test_every_character_of_an_article_is_found_on_its_lines(page: "object") -> None:
    reading = read_page(PageFile(str(page), page.read_bytes()))  # type: ignore[attr-defined]
    for number, article in enumerate(reading.articles, 1):
        lines = [line for line in reading.trace if line.article == number]
        found: dict[str, str] = {}
        for line, places in zip(lines, placed(article, lines), strict=True):
            for place in places:
                found[place.field] = found.get(place.field, "") + line.text[place.start : place.end]
        for name in ("section", "kicker", "headline", "subheadline", "byline"):
            assert "".join(found.get(name, "").split()) == "".join((getattr(article, name) or "").split())
        body = "".join(block.text for block in article.body if block.type == "paragraph")
        assert "".join(found.get("paragraph", "").split()) == "".join(body.split())


def test_placing_the_lines_of_a_long_page_takes_time_in_proportion_to_it() -> None:
    import time

    def seconds(lines: int) -> float:
        rows = [f"第{n}行说的是工会的事，职工们都来了，大家一起读诗，读到很晚才散去。" for n in range(lines)]
        page = PageFile("long.txt", "\n\n".join(["工人诗社成立", *rows]).encode())
        reading = read_page(page)
        start = time.process_time()
        for number, article in enumerate(reading.articles, 1):
            list(placed(article, [line for line in reading.trace if line.article == number]))
        return time.process_time() - start

    few, many = (min(seconds(lines) for _ in range(3)) for lines in (1000, 4000))
    assert many < 12 * max(few, 0.01)


def test_the_sheet_of_a_page_names_every_line_once() -> None:
    made = sheet(PageFile("page.txt", DAY.encode()), ReadingOptions(), frozenset())
    numbers = [line["n"] for line in made.data["lines"]]
    assert numbers == [n for n, line in enumerate(DAY.splitlines(), 1) if line.strip()]
    assert made.index["articles"][0][0] == "news"


def test_no_line_is_doubtful_between_a_label_and_itself(shared: Path) -> None:
    near = []
    for path in sorted((shared / "dev" / "day" / "pages").glob("*.txt"))[:40]:
        made = sheet(PageFile(path.name, path.read_bytes()), ReadingOptions(), frozenset())
        near += [(line["label"], line["near"]) for line in made.data["lines"] if "near" in line]
    assert near
    assert [pair for pair in near if pair[0] == pair[1]] == []
