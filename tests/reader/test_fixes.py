"""Fix files: read strictly, obeyed by the reader, visible when they are stale, and nothing lost through them."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.errors import BadInputError
from convert.model import Article, BlockType, Kind, Person, Role
from convert.reader import PageFile, Reading, read_page
from convert.reader.fixes import ENDING, Fix, Fixes, FixLabel, load
from tests.conftest import ROOT, Program
from tests.reader import test_conservation as conservation

PAGE = """区总工会开展夏送清凉活动

本报讯（记者 白莹）7月31日下午，区总工会走进工地，为一线职工送去清凉。活动现场，工会干部把绿豆汤和毛巾送到职工手里，

职工们连声道谢。

大家都很满意

据了解，活动将持续到八月底，覆盖全区二十个工地。

工人诗社成立

本报讯（记者 马超）昨天，工人诗社在文化宫成立，首批社员三十人。
"""


def fix_file(page: bytes, *fixes: dict[str, Any], sha256: str | None = None) -> bytes:
    """A fix file for a page's bytes; each fix as the keys of its table."""
    rows = ['schema = "newsconvert.fix/1"', f'sha256 = "{sha256 or hashlib.sha256(page).hexdigest()}"']
    for fix in fixes:
        rows += ["", "[[line]]", *(f"{key} = {_toml(value)}" for key, value in fix.items())]
    return "\n".join(rows).encode()


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_toml(each)}' for key, each in value.items())}}}"
    return str(value) if isinstance(value, int) else f'"{value}"'


def read(*fixes: dict[str, Any], page: str = PAGE) -> Reading:
    """The page read with these fixes."""
    data = page.encode("utf-8", "surrogatepass")
    return read_page(PageFile("page.txt", data, fixes=fix_file(data, *fixes)))


def blocks(article: Article) -> list[tuple[str, str]]:
    """Type and first characters of an article's blocks."""
    return [(str(block.type), block.text[:6]) for block in article.body]


def test_a_line_said_to_be_a_crosshead_is_one() -> None:
    assert BlockType.CROSSHEAD not in {b.type for b in read({"number": 7, "label": "paragraph"}).articles[0].body}
    article = read({"number": 7, "label": "crosshead"}).articles[0]
    assert ("crosshead", "大家都很满意") in blocks(article)


def test_a_paragraph_is_cut_where_a_line_is_said_to_begin_one() -> None:
    assert "职工们连声道谢。" in [b.text for b in read({"number": 5, "label": "paragraph"}).articles[0].body]


def test_a_paragraph_is_joined_where_a_line_is_said_to_go_on_and_no_doubt_is_noted() -> None:
    article = read({"number": 7, "label": "continues"}, {"number": 5, "label": "continues"}).articles[0]
    assert article.body[0].text.endswith("送到职工手里，职工们连声道谢。大家都很满意")
    assert not [note for note in article.notes if note.line in (5, 7)]


def test_an_article_starts_where_a_person_says_so() -> None:
    first, second, _ = read({"number": 9, "starts": True}).articles
    assert second.source[0].lines == (9, 9)
    assert "据了解" not in first.text


def test_articles_are_joined_and_the_second_headline_stays_in_the_text() -> None:
    (article,) = read({"number": 11, "starts": False}).articles
    assert "工人诗社成立" in article.text
    assert "首批社员三十人" in article.text


def test_a_headline_below_text_starts_an_article() -> None:
    articles = read({"number": 7, "label": "headline"}).articles
    assert [a.headline for a in articles] == ["区总工会开展夏送清凉活动", "大家都很满意", "工人诗社成立"]


def test_kicker_headline_and_subheadline_of_a_stack_are_as_said() -> None:
    page = "一场活动\n\n夏送清凉\n\n走进工地\n\n本报讯（记者 白莹）昨天，活动开始了，职工们连声道谢，现场十分热闹。\n"
    said = [{"number": n, "label": label} for n, label in ((1, "headline"), (3, "subheadline"), (5, "subheadline"))]
    (article,) = read(*said, page=page).articles
    assert (article.kicker, article.headline, article.subheadline) == (None, "一场活动", "夏送清凉\n走进工地")
    said = [{"number": n, "label": label} for n, label in ((1, "kicker"), (3, "kicker"), (5, "headline"))]
    (article,) = read(*said, page=page).articles
    assert (article.kicker, article.headline, article.subheadline) == ("一场活动\n夏送清凉", "走进工地", None)


def test_furniture_is_in_no_article_and_a_repeat_is_kept_in_a_note() -> None:
    reading = read({"number": 7, "label": "furniture"}, {"number": 9, "label": "repeat"})
    assert all("大家都很满意" not in str(article) for article in reading.articles)
    kept = [note.text for article in reading.articles for note in article.notes if note.code == "repeat"]
    assert kept == ["据了解，活动将持续到八月底，覆盖全区二十个工地。"]


def test_a_line_is_cut_inside_and_its_pieces_have_their_own_labels() -> None:
    at = PAGE.splitlines()[2].index("活动现场")
    reading = read({"number": 3, "at": at, "label": "paragraph"}, {"number": 5, "label": "continues"})
    first, second = reading.articles[0].body[:2]
    assert first.text == "7月31日下午，区总工会走进工地，为一线职工送去清凉。"
    assert second.text.startswith("活动现场")
    assert second.text.endswith("职工们连声道谢。")
    assert [(line.line, line.at) for line in reading.trace[1:3]] == [(3, 0), (3, at)]


WHO = [{"name": "马超", "role": "author"}, {"name": "白莹", "role": "photographer"}]


def test_each_piece_of_a_line_that_is_cut_is_weighed_by_its_own_text() -> None:
    line = "深入学习贯彻党的二十大精神 奋力开拓首都工会工作新局面"
    page = f"{line}\n\n本报讯（记者 白莹）7月31日下午，推进会召开。\n"
    reading = read({"number": 1, "label": "section", "at": len(line) - 1}, page=page)
    (article,) = reading.articles
    assert article.section is not None
    assert article.section.endswith("面")


def test_kind_and_people_of_an_article_are_as_said_on_its_first_line() -> None:
    first, second = read({"number": 11, "kind": "commentary", "people": WHO}).articles
    assert (str(second.kind), [(p.name, str(p.role)) for p in second.people]) == (
        "commentary",
        [("马超", "author"), ("白莹", "photographer")],
    )
    assert first == read().articles[0]


def test_what_is_said_of_an_article_on_any_of_its_lines_holds_and_changes_no_line() -> None:
    reading = read({"number": 7, "people": []})
    assert reading.articles[0].people == ()
    assert [line.rule for line in reading.trace] == [line.rule for line in read().trace]
    assert reading.articles[0].body == read().articles[0].body


def test_of_two_lines_of_an_article_that_name_its_kind_the_first_is_heard() -> None:
    reading = read({"number": 1, "kind": "other"}, {"number": 5, "kind": "photo"}, {"number": 7, "people": []})
    assert str(reading.articles[0].kind) == "other"
    assert reading.articles[0].people == ()
    assert [(note.code, note.line) for note in reading.notes] == [("unused-fix", 5)]


def test_a_person_whose_name_the_page_does_not_print_is_left_out_and_that_is_noted() -> None:
    reading = read({"number": 1, "people": [{"name": "李四光", "role": "author"}, *WHO]})
    assert [person.name for person in reading.articles[0].people] == ["马超", "白莹"]
    assert [(note.code, note.line, note.text) for note in reading.notes] == [("unused-fix", 1, None)]


def test_a_name_that_is_printed_with_a_space_or_over_two_lines_stands_on_the_page() -> None:
    page = PAGE.replace("马超", "马 超").replace("职工们连声道谢。", "文/欧阳\n\n海")
    who = [{"name": "马超", "role": "author"}, {"name": "欧阳海", "role": "author"}]
    reading = read({"number": 1, "people": who}, page=page)
    assert [person.name for person in reading.articles[0].people] == ["马超", "欧阳海"]


def test_kind_and_people_said_of_furniture_find_no_hold() -> None:
    reading = read({"number": 7, "label": "furniture", "kind": "photo"})
    assert [(note.code, note.line) for note in reading.notes] == [("unused-fix", 7)]


def test_the_caption_of_an_article_said_to_be_a_photo_story_is_its_paragraph() -> None:
    page = "工人诗社成立\n\n图为诗社成员在文化宫二楼朗读自己的诗作。\n"
    said = {"number": 3, "label": "caption"}
    assert [str(b.type) for b in read(said, page=page).articles[0].body] == ["caption"]
    (article,) = read(said, {"number": 1, "kind": "photo"}, page=page).articles
    assert [str(b.type) for b in article.body] == ["paragraph"]


def test_the_trace_says_which_lines_a_person_corrected() -> None:
    corrected = [line.line for line in read({"number": 7, "label": "crosshead"}).trace if "fix file" in line.rule]
    assert corrected == [7]


def test_fixes_for_another_state_of_the_page_are_not_applied_and_that_is_noted() -> None:
    data = PAGE.encode()
    stale = fix_file(data, {"number": 7, "label": "headline"}, sha256="0" * 64)
    reading = read_page(PageFile("page.txt", data, fixes=stale))
    plain = read_page(PageFile("page.txt", data))
    assert [a.headline for a in reading.articles] == [a.headline for a in plain.articles]
    assert [note.code for note in reading.notes] == ["stale-fix"]
    assert "stale-fix" in [note.code for note in reading.articles[0].notes]


@pytest.mark.parametrize("fix", [{"number": 2, "label": "headline"}, {"number": 99, "starts": True}])
def test_a_fix_for_a_line_that_is_not_there_is_noted(fix: dict[str, Any]) -> None:
    assert [(note.code, note.line) for note in read(fix).notes] == [("unused-fix", fix["number"])]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"schema = ", "no TOML"),
        (b"\xff\xfe", "no TOML"),
        (b'schema = "newsconvert.fix/2"', "schema is"),
        (b'schema = "newsconvert.fix/1"', "sha256 of the page is missing"),
        (fix_file(b"", {"number": 1, "label": "head"}), "no label called 'head'; there are: section"),
        (fix_file(b"", {"number": 0, "label": "headline"}), "number counts from 1"),
        (fix_file(b"", {"number": True, "label": "headline"}), "number is to be of type int"),
        (fix_file(b"", {"number": 1, "lable": "headline"}), "no key called 'lable'"),
        (fix_file(b"", {"number": 1, "at": 4, "starts": True}), "a cut needs a label"),
        (fix_file(b"", {"number": 1}), "say label, starts, kind or people"),
        (fix_file(b"", {"number": 1, "at": 4, "kind": "photo"}), "a cut needs a label"),
        (fix_file(b"", {"number": 1, "kind": "story"}), "no kind called 'story'; there are: news, photo"),
        (fix_file(b"", {"number": 1, "people": ["白莹"]}), "write a person as {name ="),
        (fix_file(b"", {"number": 1, "people": [{"name": "白莹"}]}), "a person has a name and a role"),
        (
            fix_file(b"", {"number": 1, "people": [{"name": "白莹", "role": "poet"}]}),
            "no role called 'poet'; there are",
        ),
        (fix_file(b"", {"number": 1, "people": [{"name": " ", "role": "author"}]}), "a person has a name and a role"),
        (fix_file(b"", *2 * [{"number": 1, "label": "headline"}]), "line 1 at 0 is named twice"),
        (b'schema = "newsconvert.fix/1"\nsha256 = "0"\nline = [3]', "line is no table"),
    ],
)
def test_a_malformed_fix_file_is_an_error_that_says_what_is_wrong(data: bytes, problem: str) -> None:
    with pytest.raises(BadInputError, match=problem) as caught:
        load(data, "page.txt.fix.toml")
    assert str(caught.value).startswith("page.txt.fix.toml: ")


def test_a_fix_file_is_read_whole() -> None:
    who = [{"name": "白莹", "role": "reporter"}]
    about = {"number": 9, "starts": False, "kind": "other", "people": who}
    data = fix_file(b"x", about, {"number": 2, "at": 5, "label": "caption", "text": "图"})
    sha256 = hashlib.sha256(b"x").hexdigest()
    person = Person("白莹", Role.REPORTER)
    fixes = (Fix(2, 5, FixLabel.CAPTION), Fix(9, 0, None, False, Kind.OTHER, (person,)))
    assert load(data, "x") == Fixes(sha256, fixes)


def test_parse_and_trace_obey_the_fix_file_beside_the_page(newsconvert: Program, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    before = newsconvert("parse", page).stdout
    page.with_name("page.txt" + ENDING).write_bytes(fix_file(page.read_bytes(), {"number": 7, "label": "headline"}))
    after = newsconvert("parse", page)
    assert after.stdout.count(b"\n") == before.count(b"\n") + 1
    assert b"corrected by a fix file" in newsconvert("trace", page).stdout
    page.write_text(PAGE + "\n", "utf-8")
    assert newsconvert("parse", page).stdout.count(b"\n") == before.count(b"\n")
    assert "has changed since its fix file" in newsconvert("trace", page).stderr.decode()


def test_a_malformed_fix_file_fails_its_page_and_no_other(newsconvert: Program, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, "utf-8")
    (tmp_path / "a.txt.fix.toml").write_text("nonsense", "utf-8")
    read = newsconvert("parse", tmp_path)
    assert read.returncode == 1
    assert b"a.txt.fix.toml: no TOML" in read.stderr
    assert read.stdout.count(b'"headline":"') == 2


_PAGES = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))] + [PAGE]
_ANY = conservation.PAGES.filter(lambda page: bool(page.strip()) and not set(page) & {"\0", "\ud800"})
"""Any page that is text in UTF-8: what becomes of other bytes is no matter of fixes."""
_FIXES = st.lists(
    st.fixed_dictionaries(
        {"number": st.integers(1, 90), "label": st.sampled_from([str(label) for label in FixLabel])},
        optional={
            "at": st.integers(0, 80),
            "starts": st.booleans(),
            "kind": st.sampled_from([str(kind) for kind in Kind]),
            "people": st.lists(
                st.fixed_dictionaries(
                    {
                        "name": st.sampled_from(["白莹", "马超", "盛丽", "不在版上"]),
                        "role": st.sampled_from([str(role) for role in Role]),
                    }
                ),
                max_size=3,
            ),
        },
    ),
    max_size=12,
    unique_by=lambda fix: (fix["number"], fix.get("at", 0)),
)


@given(st.sampled_from(_PAGES) | _ANY, _FIXES)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_and_nothing_made_up_whatever_a_person_says(page: str, said: list[dict[str, Any]]) -> None:
    reading = read(*said, page=page)
    assert conservation.placed(reading) == conservation.mended(page, reading)
    solid = "".join(page.split())
    for article in reading.articles:
        first, last = article.source[0].lines
        assert 1 <= first <= last
        assert all(person.name in solid for person in article.people if person.name == "不在版上")


@given(st.sampled_from(_PAGES) | _ANY, _FIXES)
@settings(max_examples=60, deadline=None)
def test_fixes_cut_lines_and_leave_their_text_as_it_is(page: str, said: list[dict[str, Any]]) -> None:
    def text(reading: Reading) -> str:
        return "".join("".join(line.text.split()) for line in reading.trace)

    assert text(read(*said, page=page)) == text(read(page=page))


def test_the_fix_file_that_the_documentation_shows_is_one() -> None:
    shown = (ROOT / "docs" / "review.md").read_text("utf-8").split("```toml\n")[1].split("```")[0]
    assert load(shown.encode(), "docs/review.md").fixes == (
        Fix(12, 0, FixLabel.CROSSHEAD),
        Fix(15, 34, FixLabel.HEADLINE, kind=Kind.PHOTO, people=(Person("盛丽", Role.REPORTER),)),
        Fix(21, starts=False),
    )
