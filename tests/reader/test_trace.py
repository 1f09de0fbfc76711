"""The trace: every line with its label, the rule, and why, in words."""

from importlib import resources

from convert.reader import read_page
from convert.reader.glossary import explain
from tests.reader.pages import BODY, LEAD, MORE, page

TITLE = "公交保修分公司工会慰问雨中值守职工"


def test_every_fact_that_has_a_weight_has_its_meaning() -> None:
    table = resources.files("convert.reader").joinpath("weights.tsv").read_text("utf-8")
    facts = {row.split("\t")[0] for row in table.splitlines() if not row.startswith("#")}
    assert [fact for fact in facts if not fact.endswith(">") and explain(fact) == fact] == []


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
