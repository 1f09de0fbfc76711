"""Pages made for tests, and short ways to read them."""

from convert import profiles
from convert.model import Article
from convert.reader import PageFile, ReadingOptions, read_page, read_pages
from convert.reader.decoding import Decoded
from convert.reader.lines import split
from convert.reader.path import Decision, Label
from convert.reader.setting import RULES, Rule
from convert.reader.sights import see

DEFAULTS = ReadingOptions()


def page(*lines: str, path: str = "page.txt", encoding: str = "utf-8") -> PageFile:
    """A page with a blank line between its lines."""
    return PageFile(path, "\n\n".join(lines).encode(encoding))


def articles(*lines: str, options: ReadingOptions = DEFAULTS) -> tuple[Article, ...]:
    """The articles of a page with these lines."""
    return read_page(page(*lines), options).articles


def labels(*lines: str) -> list[str]:
    """The labels of the page's lines."""
    return [line.label for line in read_page(page(*lines)).trace]


def texts(article: Article) -> list[str]:
    """The texts of an article's paragraphs and crossheads."""
    return [block.text for block in article.body if block.type in ("paragraph", "crosshead")]


def together(*pages: PageFile, join: bool = True) -> list[Article]:
    """The articles of pages read in one batch."""
    return read_pages(pages, join=join)


def ruled(rule: Rule, *rows: str, margin: float = 1.0) -> list[str]:
    """The labels of lines after a rule, which are weighed as told: `title 沿江大桥今天通车`."""
    weighed, lines = zip(*(row.split(" ", 1) for row in rows), strict=True)
    seen = see(split(Decoded("\n\n".join(lines), "utf-8")).lines, profiles.load())
    assert len(seen.sights) == len(rows), "one of the lines is furniture"
    decisions = [Decision(Label(label), margin, Label.REPEAT) for label in weighed]
    rule(seen, decisions, [i for i, label in enumerate(weighed) if label in RULES[rule]])
    return [str(decision.label) for decision in decisions]


LEAD = "本报讯（记者 白莹）7月31日下午，工作推进会召开，会议部署了下半年各项重点工作，有关负责人参加会议并讲话。"
BODY = "会上，有关部门负责人汇报了工作进展，与会人员围绕服务职工群众、提升工作水平等内容进行了深入交流和讨论。"
MORE = "下一步，各单位将继续加强组织领导，细化任务分工，落实工作责任，确保各项任务按时保质完成，不断提升服务水平。"
