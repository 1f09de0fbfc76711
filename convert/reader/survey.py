"""What a folder of pages has in common: banners, column labels, leads and furniture, as a profile to start from."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from convert.reader import PageFile, ReadingOptions, read_page, recurring_lines
from convert.reader.drafts import LABEL_MARKS
from convert.reader.path import Label
from convert.reader.shapes import Shape, shape_of

_LEAD = re.compile(
    r"[【〔（(]?[^\W\d_]{1,8}?(?:[讯訊电電]|消息)[】〕）)]?(?=[（(\s]|(?<=[】〕])|(?:[^\W\d_]{0,3}记者|[^\W\d_]{0,3}記者))"
)
FEW = 2
"""What stands on fewer pages is no habit."""


@dataclass(slots=True)
class Survey:
    """How many pages have each line, label and lead."""

    pages: int = 0
    banners: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    leads: Counter[str] = field(default_factory=Counter)
    furniture: Counter[str] = field(default_factory=Counter)
    papers: Counter[str] = field(default_factory=Counter)

    def add(self, page: PageFile, options: ReadingOptions, recurring: frozenset[str]) -> None:
        """Count what a page has; each line once a page."""
        reading = read_page(page, options, recurring)
        self.pages += 1
        if reading.facts.paper:
            self.papers[reading.facts.paper] += 1
        seen: dict[str, Counter[str]] = {}
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
        for text, bucket in seen.items():
            bucket[text] += 1


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
    papers = found.papers.most_common(1)
    parts = [f"# Proposed from {found.pages} pages; the numbers say on how many of them an entry stands."]
    if papers:
        parts.append(f"paper = {_quoted(papers[0][0])}")
    parts.append(_list("sections", found.banners + found.labels, "running banners and column labels"))
    parts.append("opinion = []  # move here the sections that carry signed commentary")
    parts.append(_list("leads", found.leads, "what opens a report, before the bracket with its reporter"))
    parts.append(_list("furniture", found.furniture, "whole lines that belong to no article"))
    return "\n\n".join(parts) + "\n"


def _list(name: str, counts: Counter[str], meaning: str) -> str:
    kept = [(text, count) for text, count in counts.most_common() if count >= FEW]
    rows = "".join(
        f"  {_quoted(text)},  # {count}\n" for text, count in sorted(kept, key=lambda row: (-row[1], row[0]))
    )
    return f"# {meaning}\n{name} = [\n{rows}]"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)
