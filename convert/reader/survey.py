"""What a folder of pages has in common: banners, column labels, leads and furniture, as a profile to start from."""

import json
import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from convert.reader import PageFile, ReadingOptions, read_page, recurring_lines
from convert.reader.drafts import LABEL_MARKS
from convert.reader.path import Label
from convert.reader.shapes import Shape, shape_of

_LEAD = re.compile(
    r"[【〔（(]?[^\W\d_]{1,8}?(?:[讯訊电電]|消息)[】〕）)]?(?=[（(\s]|(?<=[】〕])|(?:[^\W\d_]{0,3}记者|[^\W\d_]{0,3}記者))"
)
FEW = 2
"""What stands on fewer pages is no habit."""
LONGEST = 40
"""Characters of the longest line that may be a paper's own furniture or column."""
_IN_STORIES = frozenset(
    {Label.TITLE, Label.SUBTITLE, Label.SHORT, Label.CROSSHEAD, Label.PARAGRAPH, Label.OPENING, Label.CONTINUES}
)
"""Labels under which a line of furniture is hidden that the program doesn't know."""


class Survey(Struct):
    """How many pages have each line, label and lead. `recurring` are lines in stories that other pages have too."""

    pages: int = 0
    banners: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    leads: Counter[str] = field(default_factory=Counter)
    furniture: Counter[str] = field(default_factory=Counter)
    recurring: Counter[str] = field(default_factory=Counter)
    above: dict[str, set[str]] = field(default_factory=dict)
    """What stands above the recurring lines: a line of a story that is on two pages has the same there."""
    papers: Counter[str] = field(default_factory=Counter)

    def add(self, page: PageFile, options: ReadingOptions, recurring: frozenset[str]) -> None:
        """Count what a page has; each line once a page."""
        reading = read_page(page, options, recurring)
        self.pages += 1
        if reading.facts.paper:
            self.papers[reading.facts.paper] += 1
        seen: dict[str, Counter[str]] = {}
        above = ""
        for line in reading.trace:
            if line.label == Label.FURNITURE:
                seen.setdefault(line.text, self.furniture)
            elif line.label == Label.SECTION:
                bucket = self.banners if line.text in recurring else self.labels
                seen.setdefault(line.text.strip(LABEL_MARKS), bucket)
            elif line.label in (Label.PARAGRAPH, Label.OPENING) and (lead := _LEAD.match(line.text)):
                seen.setdefault(lead[0], self.leads)
            elif line.label == Label.TITLE and shape_of(line.text) is Shape.LABEL:
                seen.setdefault(line.text.strip(LABEL_MARKS), self.labels)
            elif line.label in _IN_STORIES and len(line.text) <= LONGEST and shape_of(line.text) in _UNTOLD:
                seen.setdefault(line.text, self.recurring)
                self.above.setdefault(line.text, set()).add(above)
            above = above if line.label == Label.FURNITURE else line.text
        for text, bucket in seen.items():
            bucket[text] += 1


_UNTOLD = (Shape.PLAIN, Shape.CONTACT)
"""Shapes of lines that don't say by themselves what they are."""


def survey(pages: Iterable[PageFile], options: ReadingOptions | None = None) -> Survey:
    """Count over all pages; raises BadInputError for one that can't be read."""
    chosen = options or ReadingOptions()
    batch = list(pages)
    recurring = recurring_lines(batch, chosen)
    found = Survey()
    for page in batch:
        found.add(page, chosen, recurring)
    return found


def proposal(found: Survey) -> str:
    """The survey as a profile in TOML, each entry with its count of pages."""
    parts = [f"# Proposed from {found.pages} pages; the numbers say on how many of them an entry stands."]
    parts += _paper(found.papers)
    parts.append(_list("sections", found.banners + found.labels, "running banners and column labels"))
    parts.append("opinion = []  # move here the sections that carry signed commentary")
    parts.append(_list("leads", found.leads, "what opens a report, before the bracket with its reporter"))
    known = sum(count >= FEW for count in found.furniture.values())
    meaning = (
        "whole lines that belong to no article, besides those that every paper has"
        f" ({known} recur here and need no entry).\n"
        "# These stand in stories of several pages: take the # off those that are furniture, move names of columns to sections"
    )
    own = Counter({text: count for text, count in found.recurring.items() if len(found.above[text]) > 1})
    parts.append(_list("furniture", own, meaning, aside=True))
    return "\n\n".join(parts) + "\n"


def _paper(papers: Counter[str]) -> list[str]:
    """The paper that most pages name, or a remark that they are of several."""
    if not papers:
        return []
    name, count = papers.most_common(1)[0]
    if 2 * count > papers.total():
        return [f"paper = {_quoted(name)}"]
    told = ", ".join(f"{each} {many}" for each, many in sorted(papers.items(), key=lambda row: (-row[1], row[0])))
    return [f"# These pages are of several papers, for which one profile can't speak: {told}"]


def _list(name: str, counts: Counter[str], meaning: str, aside: bool = False) -> str:
    """A list of what recurs, the commonest first; each row put aside as a comment when that is asked."""
    kept = [(text, count) for text, count in counts.most_common() if count >= FEW]
    mark = "# " if aside else ""
    rows = "".join(
        f"  {mark}{_quoted(text)},  # {count}\n" for text, count in sorted(kept, key=lambda row: (-row[1], row[0]))
    )
    return f"# {meaning}\n{name} = [\n{rows}]"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)
