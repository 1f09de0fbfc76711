"""A person's corrections are obeyed by the reader, and nothing is lost with them."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.errors import BadInputError
from convert.model import Article
from convert.reader import PageFile, Reading, fixes, read_page
from convert.reader.fixes import Fixes
from convert.reader.path import LABELS, Label

PAGE = """\
本报讯（记者 白莹）7月31日下午，北京市总工会召开会议，部署下半年的重点工作，各区总工会负责人参加会议。

北京市总工会召开军转干部座谈会

8月1日，在建军节之际，市总工会组织召开军转干部座谈会，深入开展学习，与会者结合工作实际

作了交流发言，会议要求做好接收安置工作，注重赋能培养，发挥军转干部的优势。

会议由市总工会党组副书记主持。
""".encode()


def reading(labels: dict[int, Label], data: bytes = PAGE) -> Reading:
    """The page read with corrections."""
    return read_page(PageFile("p.txt", data, fixes=Fixes("p.txt.fix.toml", sha256(data).hexdigest(), labels)))


def blocks(article: Article) -> list[str]:
    return [block.text for block in article.body]


def test_without_corrections_the_break_is_joined() -> None:
    assert any("工作实际作了交流" in text for article in reading({}).articles for text in blocks(article))


def test_a_cut_begins_a_paragraph_and_a_join_ends_it() -> None:
    [*_, last] = reading({7: Label.PARAGRAPH, 9: Label.CONTINUES}).articles
    texts = blocks(last)
    assert texts[-2].endswith("工作实际")
    assert texts[-1].startswith("作了交流")
    assert texts[-1].endswith("优势。会议由市总工会党组副书记主持。")


def test_a_title_begins_an_article() -> None:
    found = reading({9: Label.TITLE}).articles
    assert found[-1].headline == "会议由市总工会党组副书记主持。"


def test_the_trace_says_that_a_person_did_it() -> None:
    rules = {line.line: line.rule for line in reading({9: Label.CREDIT}).trace}
    assert rules[9] == "corrected by hand"
    assert rules[3] != "corrected by hand"


def test_a_corrected_line_is_not_doubtful_and_has_its_label_whatever_its_shape() -> None:
    for label in LABELS:
        [line] = [line for line in reading({3: label}).trace if line.line == 3]
        assert (line.label, line.rival) == (label, None)


def test_corrections_of_another_page_are_refused() -> None:
    stale = Fixes("p.txt.fix.toml", "0" * 64, {3: Label.TITLE})
    with pytest.raises(BadInputError, match=r"p\.txt\.fix\.toml: the page has changed"):
        read_page(PageFile("p.txt", PAGE, fixes=stale))


def test_a_correction_of_a_blank_line_is_refused() -> None:
    with pytest.raises(BadInputError, match="no text on line 2"):
        reading({2: Label.TITLE})


@given(st.dictionaries(st.integers(1, 999), st.sampled_from(LABELS), max_size=9), st.text(max_size=40))
def test_a_fix_file_says_what_was_corrected(labels: dict[int, Label], text: str) -> None:
    data = fixes.render(labels, "a" * 64, dict.fromkeys(labels, text))
    assert fixes.parse(data, "x") == Fixes("x", "a" * 64, labels)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("line = 3", r"\[\[line\]\]"),
        ("[[line]]\nnumber = 0\nlabel = 'title'", "no line number"),
        ("[[line]]\nnumber = 4\nlabel = 'headline'", "no label called 'headline'; there are: section, title"),
        ("[[line", "not TOML"),
    ],
)
def test_a_fix_file_that_is_wrong_is_named_with_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        fixes.parse(text.encode(), "p.txt.fix.toml")


def test_corrections_stand_beside_their_page(tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    assert fixes.beside(str(page)) is None
    (tmp_path / "p.txt.fix.toml").write_bytes(fixes.render({3: Label.TITLE}, "b" * 64, {}))
    found = fixes.beside(str(page))
    assert found
    assert found.labels == {3: Label.TITLE}


SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))


def printed(text: str) -> Counter[str]:
    """The characters that are not white space."""
    return Counter("".join(text.split()))


def kept(read: Reading) -> Counter[str]:
    """All characters of fields, of notes that hold what is in no field, and of the marks that were taken off."""
    total: Counter[str] = Counter()
    for article in read.articles:
        fields = (
            article.section,
            article.kicker,
            article.headline,
            article.subheadline,
            article.byline,
            article.dateline,
        )
        for text in [*filter(None, fields), *blocks(article)]:
            total += printed(text)
        for note in article.notes:
            total += printed(note.text or "")
    for line in read.trace:
        for mark in line.marks:
            total += printed(mark)
    return total


@settings(max_examples=40)
@given(data=st.data(), seed=st.sampled_from(SEEDS))
def test_no_character_is_lost_whatever_is_corrected(data: st.DataObject, seed: Path) -> None:
    page = seed.read_bytes()
    numbers = [line.line for line in read_page(PageFile("p.txt", page)).trace]
    labels = data.draw(st.dictionaries(st.sampled_from(numbers), st.sampled_from(LABELS), max_size=8))
    read = reading(labels, page)
    missing = printed(page.decode()) - kept(read)
    assert set(missing) <= set("（上接下转第版）()1234567890１２３４５６７８９０"), (
        labels
    )  # jumps are page numbers in the record
