"""Nothing lost, nothing made up: every character of a page that is not white space ends in exactly one place."""

import contextlib
import random
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from convert.errors import BadInputError
from convert.model import Article, Note
from convert.reader import PageFile, Reading, ReadingOptions, read_page, read_pages
from tests.reader.pages import BODY, LEAD, MORE

PIECES = st.sampled_from(
    [
        LEAD,
        BODY,
        MORE,
        "■工会论坛",
        "【本報訊】昨日有市民",
        "（上接第2版）",
        "(上接第1版)各级工会坚持以职工为中心，各项工作取得了显著的成效。",
        BODY + "（下转第5版）",
        "会议强调，要落实各项措施{相關新聞見p04}",
        "【■工会■论坛】",
        "（下转第三版）",
        "□辛望",
        "本报记者 曹立栋 摄",
        "（桂望国曹冬蓉）",
        "第03版:工会",
        "2024年2月1日 星期四",
        "## 科大讯飞工会从点滴细节关爱职工",
        "职工食堂“开门办”，味道谁说了算？",
        "一、作品要求",
        "新华社北京１月１２日电（记者杨青）",
        "简讯",
        "……",
        "⾼⽀⾧",
        "\x00\x07",
        "\u200b",
        "\ud800",
        "甚 麼 是 學 以 致 用",
        "●",
        "##",
        "（",
        "）",
    ]
)
FORMS = [
    row.split("\t")[0].replace("＿", "\u3000")
    for name in (
        "leads.tsv",
        "bylines.tsv",
        "closings.tsv",
        "authors.tsv",
        "no_bylines.tsv",
        "jumps.tsv",
        "furniture.tsv",
        "no_leads.tsv",
    )
    for row in (Path(__file__).with_name(name)).read_text("utf-8").splitlines()
    if not row.startswith("#")
]
"""All forms of leads, bylines, closing brackets, jumps and furniture that there are cases of."""
FORMED = st.builds(
    lambda before, story, after: before + story + after,
    st.sampled_from(["", *FORMS]),
    st.sampled_from(["", BODY, MORE, "工会", "》", "："]),
    st.sampled_from(["", *FORMS]),
)
DIRT = st.text(
    "\x00\x07\x0b\x0c\x1c\x85\xa0\xad\u2028\u200b\u200d\ufeff\ufffd\ue000\uf0b7\U000f0000\ud800⾼︵ #　（）“”",
    max_size=6,
)
PAGES = st.lists(
    st.one_of(PIECES, FORMED, DIRT, st.text(max_size=40), st.just("\n"), st.just("\n\n\n")), max_size=24
).map("\n".join)


def solid(text: str) -> Counter[str]:
    """The characters of a text that are not white space."""
    return Counter(char for char in text if not char.isspace())


def placed(reading: Reading) -> Counter[str]:
    """The characters of all fields, notes and marks of a page that hold text of the page."""
    found: Counter[str] = Counter()
    for article in reading.articles:
        found += fields(article)
    for line in reading.trace:
        found += solid("".join(line.marks))
    found += solid(kept(reading.notes))
    return found


ABOUT = {
    "private-use",
    "lost-characters",
    "reads-upward",
    "uncertain-join",
    "starts-in-mid-sentence",
    "ends-in-mid-sentence",
    "unmatched-jump",
    "mended-characters",
}
"""Notes that quote text which has its place elsewhere."""


def fields(article: Article) -> Counter[str]:
    """The characters of an article's fields and of the notes that keep text."""
    texts: Iterable[str | None] = (
        article.section,
        article.kicker,
        article.headline,
        article.subheadline,
        article.byline,
        article.dateline,
        *(block.text for block in article.body),
        kept(article.notes),
    )
    return solid("".join(text or "" for text in texts))


def kept(notes: Iterable[Note]) -> str:
    """The text that notes keep: of the page's own characters, escapes undone."""
    return "".join(
        raw(note.text or "") if note.code in ("illegal-character", "undecodable-bytes") else note.text or ""
        for note in notes
        if note.code not in ABOUT
    )


def mended(text: str, reading: Reading) -> Counter[str]:
    """The characters of the page with the changes that its trace shows."""
    found = solid(text.removeprefix("\ufeff"))
    for line in reading.trace:
        for before, after in line.changes:
            if after:
                found = found - solid(before) + solid(after)
    return found


def raw(escaped: str) -> str:
    """What an escape stands for."""
    return re.sub(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})", lambda m: chr(int(m[1] or m[2], 16)), escaped)


def check(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if not data.strip():
        return
    page = PageFile("page.txt", data)
    reading = read_page(page)
    if reading.encoding != "utf-8":  # a few bytes with a NUL may be text of another encoding as well
        reading = read_page(page, ReadingOptions(encoding="utf-8"))
    assert placed(reading) == mended(text, reading)


@settings(max_examples=150, deadline=None)
@given(PAGES)
@example("\n\x00")
@example("a\x00")
def test_random_pages_keep_every_character(text: str) -> None:
    check(text)


def mangle(text: str, dice: random.Random) -> str:
    """The page with lines cut, doubled, swapped, merged and sprinkled with marks."""
    lines = text.split("\n")
    for _ in range(dice.randint(1, 12)):
        n = dice.randrange(len(lines))
        match dice.randrange(6):
            case 0:
                lines.insert(n, lines[n])
            case 1:
                at = dice.randint(0, len(lines[n]))
                lines[n : n + 1] = [lines[n][:at], "", lines[n][at:]]
            case 2:
                lines[n : n + 2] = ["".join(lines[n : n + 2])]
            case 3:
                lines[n] = lines[n][::-1]
            case 4:
                lines[n] = dice.choice("（）■□“”##●—\u200b⾼\x01") + lines[n]
            case 5:
                del lines[n]
                lines = lines or [""]
    return "\n".join(lines)


def pages_of(shared: Path) -> list[Path]:
    return sorted(shared.glob("dev/*/pages/*.txt")) + sorted(shared.glob("seeds/*.txt"))


def test_all_development_pages_keep_every_character(shared: Path) -> None:
    for path in pages_of(shared):
        check(path.read_text("utf-8"))


def test_mangled_pages_keep_every_character(shared: Path) -> None:
    for n, path in enumerate(pages_of(shared)):
        check(mangle(path.read_text("utf-8"), random.Random(n)))


def test_joined_halves_keep_every_character(shared: Path) -> None:
    files = [PageFile(str(path), path.read_bytes()) for path in sorted(shared.glob("seeds/*.txt"))]
    texts = Counter[str]()
    for file in files:
        texts += solid(file.data.decode("utf-8"))
    marks = Counter[str]()
    for file in files:
        for line in read_page(file).trace:
            marks += solid("".join(line.marks))
    assert sum((fields(article) for article in read_pages(files)), Counter[str]()) + marks == texts


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=200))
def test_bytes_of_any_kind_are_read_or_refused_by_name(data: bytes) -> None:
    with contextlib.suppress(BadInputError):
        read_page(PageFile("page.txt", data))
