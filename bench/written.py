"""Pages written to learn from and to be measured on, of kinds that the development pages don't have.

    python -m bench.written FOLDER OUT

writes each page of a folder (`*.page`) as text and truth, `OUT/pages/*.txt` and `OUT/truth/*.json`, as
`bench.learn_weights` and `bench.held_out` read them. `bench/written/learnt` is what the weights are learnt from beside
the development pages, `bench/written/asked` what they have never seen.

A page is written article by article, an item a line, the sort of item and a space before its text:

    === KIND    an article begins: news, photo, commentary, continuation or other
    S K H U     section, kicker, headline, subheadline; several of one sort are lines of one field
    B           a byline on a line of its own
    L           what opens the next paragraph and is no body: `本报讯（记者 王芳）`
    T           a paragraph, whole
    E           what closes the last paragraph and is no body: `（李小明）`
    X C G       crosshead; caption of a picture in the story; credit
    P           people: `王芳/reporter; 李大为/correspondent`
    Jf N, Jt N  a jump before the next paragraph from page N, one behind the last to page N
    F           furniture, which belongs to no article
    #           a remark

Paragraphs are cut as column ends cut them, at places that the page's name decides.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from convert.reader.drafts import LABEL_MARKS

FOLDER = Path(__file__).with_name("written")
LEARNT, ASKED = FOLDER / "learnt", FOLDER / "asked"
KINDS = ("news", "photo", "commentary", "continuation", "other")
_ITEM = re.compile(r"(?P<sort>J[ft] (?P<page>\d+)|[SKHUBLTEXCGPF]) (?P<text>.+)")
_FIELDS = {"S": "section", "K": "kicker", "H": "headline", "U": "subheadline"}
_BLOCKS = {"T": "paragraph", "X": "crosshead", "C": "caption"}
LEAST, REST = 30, 12
"""Characters of the shortest strip that a column end leaves above it and below it."""
_MARKS = "，。、；：！？”’）》」』"

Json = dict[str, Any]


class _Page:
    """A page in the making."""

    def __init__(self, name: str) -> None:
        self.lines: list[str] = []
        self.articles: list[Json] = []
        self._dice = random.Random(name)
        self._paragraph = ""
        self._opening = ""

    def begin(self, kind: str) -> None:
        """Begin an article; raises ValueError for an unknown kind, or when the article above has no end."""
        if kind not in KINDS:
            raise ValueError(f"'{kind}' is no kind of article: {', '.join(KINDS)}")
        self.end()
        fields = dict.fromkeys(_FIELDS.values())
        self.articles.append(
            {"lines": [], "start_options": [], "kind": kind, **fields, "people": [], "body": []}
            | {"continued_from": None, "continues_on": None}
        )

    def put(self, sort: str, page: str | None, text: str) -> None:
        """Put an item on the page; raises ValueError for one that has no article or paragraph to belong to."""
        if sort == "F":
            self.close()
            self._line(text)
            return
        if not self.articles:
            raise ValueError("an article begins with ===")
        article = self.articles[-1]
        if sort == "P":
            article["people"] += [_person(told) for told in re.split("[;；]", text) if told.strip()]
        elif page is not None:
            article["continued_from" if sort[1] == "f" else "continues_on"] = int(page)
            if sort[1] == "f":
                self.close()
                self._opening += text
            else:
                self._behind(text)
        elif sort == "E":
            self._behind(text)
        else:
            self._printed(article, sort, text)

    def _behind(self, text: str) -> None:
        if not self._paragraph:
            raise ValueError("no paragraph stands above")
        self._paragraph += text

    def _printed(self, article: Json, sort: str, text: str) -> None:
        """A title line, a byline, a lead or a block."""
        self.close()
        if sort == "L":
            self._opening += text
            return
        if sort in _BLOCKS:
            article["body"].append({"type": _BLOCKS[sort], "text": text})
        if sort == "T":
            self._paragraph, self._opening = self._opening + text, ""
            return
        number = self._line(text)
        if sort in _FIELDS:
            field, said = _FIELDS[sort], text.strip(LABEL_MARKS) if sort == "S" else text
            article[field] = said if article[field] is None else f"{article[field]}\n{said}"
        (article["start_options"] if sort == "S" else article["lines"]).append(number)

    def close(self) -> None:
        """Print the open paragraph."""
        if self._paragraph:
            self.articles[-1]["lines"] += [self._line(strip) for strip in cut(self._paragraph, self._dice)]
            self._paragraph = ""

    def end(self) -> None:
        """End the last article; raises ValueError when it opens a paragraph that isn't there, or has no line."""
        self.close()
        if self._opening:
            raise ValueError(f"no paragraph stands below '{self._opening}'")
        if self.articles and not self.articles[-1]["lines"]:
            raise ValueError("the article above has no line but its section")

    def _line(self, text: str) -> int:
        self.lines.append(text)
        return 2 * len(self.lines) - 1

    def truth(self, name: str) -> Json:
        """The truth of the page."""
        for article in self.articles:
            first, last = min(article["lines"]), max(article["lines"])
            titles = [
                line for key in ("kicker", "headline", "subheadline") for line in (article[key] or "").split("\n")
            ]
            article["lines"] = [first, last]
            article["start_options"] = [first, *article["start_options"]]
            article["headline_options"] = [line for line in titles if line] or [None]
        return {"page": f"{name}.txt", "written": True, "articles": self.articles}


def _person(told: str) -> Json:
    """A person of an article; raises ValueError when the name or the role is missing."""
    name, _, role = (part.strip() for part in told.partition("/"))
    if not name or not role or "/" in role:
        raise ValueError(f"'{told.strip()}' is no name/role")
    return {"name": name, "role": role}


def cut(paragraph: str, dice: random.Random) -> Iterator[str]:
    """The strips of a paragraph: the longer it is, the likelier a column ends in it."""
    rest = paragraph
    while len(rest) > 70 and dice.random() < min(0.75, len(rest) / 300):
        at = dice.randint(LEAST, len(rest) - REST)
        while at < len(rest) - 5 and rest[at - 1] in "。！？”；：":
            at += 1
        at += rest[at] in _MARKS
        yield rest[:at]
        rest = rest[at:]
    yield rest


def read(text: str, name: str) -> tuple[str, Json]:
    """The page that is written in a text, a blank line between its lines, and its truth.

    Raises ValueError with the page's name and the line that is no item, or at which an article ends too early.
    """
    page, number = _Page(name), 0
    try:
        for line in text.splitlines():
            number += 1
            _item(page, line.strip())
        page.end()
    except ValueError as error:
        raise ValueError(f"{name}, line {number}: {error}") from error
    return "\n\n".join(page.lines) + "\n", page.truth(name)


def _item(page: _Page, line: str) -> None:
    """Put what a line of the text says on the page; raises ValueError when it is no item."""
    item = _ITEM.fullmatch(line)
    if line.startswith("==="):
        page.begin(line.strip("= "))
    elif item:
        page.put(item["sort"], item["page"], item["text"].strip())
    elif line and not line.startswith("#"):
        raise ValueError("no such item")


def write(files: Sequence[Path], out: Path) -> Path:
    """Write pages as a folder to learn from or to measure on."""
    for kind in ("pages", "truth"):
        (out / kind).mkdir(parents=True, exist_ok=True)
    for file in files:
        text, truth = read(file.read_text("utf-8"), file.stem)
        (out / "pages" / truth["page"]).write_text(text, "utf-8")
        (out / "truth" / f"{file.stem}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
    return out


def main() -> None:
    """Write the pages of the folder given."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("out", type=Path)
    given = asked.parse_args()
    files = sorted(given.folder.glob("*.page"))
    write(files, given.out)
    print(f"{len(files)} pages")


if __name__ == "__main__":
    main()
