"""The report of ambiguous characters."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest

from convert.cli import language
from convert.transforms.variant import VARIANTS, Converter, Term, VariantOptions, report_page
from convert.transforms.variant.report import DOUBT, Report, json_lines
from convert.transforms.variant.report_page import page, rows

TEXT = ["记者 余翠平说，50余人里有只狗。", "他于后里发现头发。", "于是到了。"]


def reported(options: VariantOptions | None = None, lines: list[str] = TEXT) -> Report:
    converter = Converter("tw", options)
    report = converter.report()
    list(converter.lines(lines, converter.survey_lines(lines), report))
    return report


def test_an_entry_says_where_what_which_others_and_who_chose() -> None:
    entry = next(entry for entry in reported().entries if entry.rule == "person")
    assert (entry.where, entry.at, entry.before, entry.source, entry.chosen) == ("line 1", 3, "记者 ", "余", "余")
    assert entry.after.startswith("翠平说")
    assert entry.alternatives == "餘"
    assert entry.reason == "余翠平"
    assert (entry.word, entry.converted, entry.in_word) == (" 余翠", " 余翠", 1)


def test_every_ambiguous_character_is_listed_once() -> None:
    places = [(entry.where, entry.at) for entry in reported().entries]
    assert len(places) == len(set(places))
    assert {("line 1", 3), ("line 1", 10), ("line 2", 1), ("line 2", 2), ("line 2", 4), ("line 2", 7)} <= set(places)


def test_the_most_doubtful_come_first() -> None:
    doubts = [entry.doubt for entry in reported().sorted()]
    assert doubts == sorted(doubts, reverse=True)
    assert doubts[0] > doubts[-1]


def test_a_users_own_word_is_not_in_doubt() -> None:
    entries = reported(VariantOptions(terms=(Term("后里", "后里"),))).entries
    assert {entry.rule for entry in entries if entry.where == "line 2" and entry.at in (2, 3)} == {"term"}


def test_an_entry_has_the_word_as_it_came_out_so_that_it_can_become_a_term() -> None:
    entry = next(entry for entry in reported().entries if entry.source == "发" and entry.where == "line 2")
    assert (entry.word, entry.converted, entry.in_word) in [("发现", "發現", 0), ("头发", "頭髮", 1)]


def test_json_lines_hold_any_text() -> None:
    entries = reported(lines=["里\ud800后\x00干"]).entries
    lines = list(json_lines(entries))
    assert len(lines) == len(entries) >= 2
    for line in lines:
        assert json.loads(line)["source"] in "里后干"


def test_the_page_is_sound_and_asks_nothing_of_the_network() -> None:
    entries = reported(lines=[*TEXT, "<b>里&\x00\ud800后</b>"]).sorted()
    text = "".join(page(entries, VARIANTS["tw"], "a<b>.txt"))
    text.encode("utf-8")
    assert "{{" not in text
    assert not re.search(r"(src|href)=.?(https?:)?//", text)
    tree = lxml.html.document_fromstring(text)
    assert tree.findtext(".//h1") == "a<b>.txt"
    found = tree.findall(".//tbody/tr")
    assert len(found) == len(rows(entries))
    assert all(row.findall(".//button") for row in found)


def test_places_in_doubt_are_gathered_only_with_the_same_neighbours() -> None:
    entries = reported(lines=["鲁谷街", "开谷仓，鲁谷街"]).sorted()
    assert [len(row.entries) for row in rows(entries) if row.first.source == "谷" and row.first.doubt > 0.5] in (
        [2],
        [],
    )


def test_every_word_of_the_page_can_be_said_in_chinese() -> None:
    said = language.tables()["said"]
    assert set(report_page.words()) - set(said) == set()
    assert {spec.description for spec in VARIANTS.values()} - set(said) == set()


def test_the_page_speaks_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    text = "".join(page(reported().sorted(), VARIANTS["tw"], "x", language.say, "zh"))
    assert '<html lang="zh">' in text
    assert "个有歧义的字" in text
    assert "ambiguous" not in text


def test_the_page_opens_with_what_is_doubtful_and_shows_more_of_it() -> None:
    certain, doubtful = ["着手发展。"] * 9, ["他云一二。"] * 9
    text = "".join(page(reported(lines=[*certain, *doubtful]).sorted(), VARIANTS["tw"], "x"))
    assert 'id="doubtful" checked' in text
    rows_shown = {row.get("data-doubt"): len(row.findall(".//mark")) for row in lxml.html.fromstring(text).iter("tr")}
    assert rows_shown["0.7"] == report_page.SHOWN
    assert rows_shown["0.1"] == report_page.SHOWN_OF_CERTAIN


def test_every_kind_of_rule_has_a_name_for_the_reader() -> None:
    assert set(report_page.KINDS) == set(DOUBT)


@pytest.mark.system
def test_a_click_on_another_form_makes_a_term_and_a_second_click_takes_it_back(
    need_program: Callable[..., str], tmp_path: Path
) -> None:
    text = "".join(page(reported(lines=["头发在鲁谷街"]).sorted(), VARIANTS["tw"], "x"))
    clicks = (
        "for (const button of document.querySelectorAll('tbody button')) button.click();"
        "document.querySelector('tr[data-word=\u5934\u53d1] button').click();"
        "document.title = JSON.stringify(document.getElementById('list').value);"
    )
    path = tmp_path / "report.html"
    path.write_text(text.replace("</body>", f"<script>{clicks}</script></body>"), "utf-8")
    browser = need_program("chromium", "chromium-browser", "google-chrome")
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom")
    done = subprocess.run([browser, *options, path.as_uri()], capture_output=True, check=True, timeout=600)
    assert '<title>"鲁谷街\\t魯穀街\\n"</title>' in done.stdout.decode()
