"""The trace: every line with its label, the rule, and why, in words."""

import ast
import re
from importlib import resources
from pathlib import Path

import pytest

from convert.reader import PageFile, read_page
from convert.reader.corrected import CORRECTED
from convert.reader.glossary import Language, explain, explain_label, explain_note, explain_rule
from convert.reader.notes import NoteCode
from convert.reader.path import Label
from convert.reader.shapes import Shape
from tests.reader.pages import BODY, LEAD, MORE, page

TITLE = "公交保修分公司工会慰问雨中值守职工"


def facts() -> set[str]:
    """The facts that have a weight."""
    table = resources.files("convert.reader").joinpath("weights.tsv").read_text("utf-8")
    named = {row.split("\t")[0] for row in table.splitlines() if not row.startswith("#")}
    return {fact for fact in named if not fact.endswith(">")}


def rules() -> set[str]:
    """The rules that the reader's program text names, and one of each shape."""
    source = Path(str(resources.files("convert.reader")))
    trace, corrected = (ast.parse((source / f"{name}.py").read_text("utf-8")) for name in ("trace", "corrected"))
    settings = [ast.parse(each.read_text("utf-8")) for each in sorted((source / "setting").glob("*.py"))]
    (ruling,) = (node for node in ast.walk(trace) if isinstance(node, ast.FunctionDef) and node.name == "_rule")
    given: list[ast.AST] = [node for node in ast.walk(ruling) if isinstance(node, ast.Return)]
    calls = [node for each in settings for node in ast.walk(each) if isinstance(node, ast.Call)]
    given += [node.args[1] for node in calls if isinstance(node.func, ast.Name) and node.func.id == "sure"]
    found = {c.value for node in given for c in ast.walk(node) if isinstance(c, ast.Constant) and len(str(c.value)) > 6}
    assert CORRECTED in {node.value for node in ast.walk(corrected) if isinstance(node, ast.Constant)}
    return {CORRECTED, *(f"shape {shape}" for shape in Shape), *map(str, found)}


LATIN = re.compile("[A-Za-z]")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_fact_that_has_a_weight_has_its_meaning(language: Language) -> None:
    assert [fact for fact in facts() if explain(fact, language) == fact] == []
    assert [fact for fact in facts() if re.search(r"[{}&]", explain(fact, language))] == []


def test_no_reason_lacks_its_chinese() -> None:
    words = [explain(fact, "zh") for fact in facts()]
    words += [explain_rule(rule, "zh") for rule in rules()]
    words += [explain_note(code, "zh") for code in NoteCode] + [explain_label(label, "zh") for label in Label]
    assert [each for each in words if LATIN.search(each)] == []
    assert "weighed" in rules()
    assert "between a title and its story" in rules()


def test_reasons_in_chinese_say_what_the_english_say() -> None:
    assert explain("text-endsx&long9", "zh") == "上文以文字结尾，末条 32–40 字"
    assert explain("makes-common-word", "zh") == "接起来成一个常见的词"
    assert explain("long40", "zh") == "全行 超过 110 字"
    assert explain("kin-above-lead", "zh") == "上面最近的一个这样的行领起的是消息头"
    assert explain_rule("shape lead", "zh") == "行形是“消息头”"


def test_a_join_says_why() -> None:
    trace = read_page(page(TITLE, LEAD, BODY[:31], BODY[31:], MORE)).trace
    assert trace[3].label == "continues"
    assert any(explain(fact).startswith("the text above is") for fact in trace[3].because)


def test_a_cut_says_why_and_against_what() -> None:
    trace = read_page(page(TITLE, LEAD, BODY, "绿都锦绣农林工会倡导职工多读书", "本报讯（记者 马超）" + MORE)).trace
    assert (trace[3].label, trace[3].rival is not None, len(trace[3].because) > 0) == ("title", True, True)


def test_a_line_with_one_possible_label_names_its_rule_alone() -> None:
    trace = read_page(page(TITLE, "(上接第2版)", BODY)).trace
    assert (trace[1].rule, trace[1].because, trace[1].rival) == ("shape jump", (), None)


def test_a_repeat_says_that_it_is_one() -> None:
    trace = read_page(page(TITLE, LEAD, BODY[:31], BODY[31:], BODY[30:], MORE)).trace
    assert (trace[4].label, trace[4].rule) == ("repeat", "repeats a line above")


def test_every_line_of_the_page_is_in_the_trace_once_and_in_order() -> None:
    trace = read_page(page("第03版:工会", TITLE, LEAD, BODY, "责编 周平")).trace
    assert [line.line for line in trace] == [1, 3, 5, 7, 9]


def test_what_was_cleaned_is_told_of_lines_that_a_hard_wrap_had_parted_too() -> None:
    wrapped = "\n".join(["眼下正是冬小麦播种的关键时期，各地抢抓晴好天气组织农机"] * 9 + ["\uf0b7昼夜作业。"])
    (line,) = read_page(PageFile("page.txt", wrapped.encode())).trace
    assert line.changes == (("\uf0b7", "•"),)


def test_what_was_cleaned_on_another_line_is_not_told_of_a_wrapped_one() -> None:
    line = "眼下正是冬小麦播种的关键时期，各地抢抓晴好天气组织农机"
    wrapped = "\n".join([line] * 9 + ["昼夜作业。", "", "\uf0b7据了解，播种进度快于去年同期。"])
    trace = read_page(PageFile("page.txt", wrapped.encode())).trace
    assert [told.changes for told in trace] == [(), (("\uf0b7", "•"),)]
