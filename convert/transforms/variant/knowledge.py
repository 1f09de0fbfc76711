"""What is known of a whole document before any of it is converted: who is in it, which places, in what script it is."""

from collections.abc import Iterable

from msgspec import Struct, field

from convert.model import Article
from convert.transforms.variant import people, places
from convert.transforms.variant.evidence import Evidence, from_bylines, look_for_names, stretches
from convert.transforms.variant.findings import Findings
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.script import Tally, tally

ASPECT = "着"
"""Text that has it keeps 著 for what is written: 看着名著."""


class DocumentKnowledge(Struct):
    """The evidence of a document; that of its parts, merged in any order, is that of the whole. It can be pickled."""

    evidence: Evidence = field(default_factory=Evidence)
    hamlets: set[str] = field(default_factory=set)
    script: Tally = field(default_factory=Tally)
    has_aspect: bool = False
    """Whether it has 着, so that its 著 is what is written; asked on the way to Simplified."""
    _names: frozenset[str] | None = None
    _certain: frozenset[str] = frozenset()

    def merge(self, other: "DocumentKnowledge") -> None:
        """Take in what is known of another part of the document."""
        self.evidence.add(other.evidence)
        self.hamlets |= other.hamlets
        self.script.add(other.script)
        self.has_aspect |= other.has_aspect
        self._names = None

    def read(self, text: str) -> None:
        """Learn from one text of the document."""
        self._names = None
        here = tally(text)
        self.script.add(here)
        self.has_aspect = self.has_aspect or ASPECT in text
        if here.is_traditional:
            return
        for stretch in stretches(text):
            look_for_names(Passage(stretch, []), self.evidence)
        if places.AFTER_HAMLET_NAME.search(text):
            self.hamlets.update(places.hamlets(Passage(text, [])))

    def read_article(self, article: Article) -> None:
        """Learn from an article: its byline's people and all its texts."""
        self.evidence.sure |= from_bylines(person.name for person in article.people)
        for text in texts(article):
            self.read(text)
        self._names = None

    def findings(self) -> Findings:
        """What is to be kept of it."""
        parts = (self.names, self.certain, self.evidence.full(), self.hamlets)
        names, certain, full, hamlets = (tuple(sorted(part)) for part in parts)
        return Findings(
            names, certain, full, hamlets, (self.script.traditional, self.script.simplified), self.has_aspect
        )

    @property
    def names(self) -> frozenset[str]:
        """The names of people in the document."""
        if self._names is None:
            self._names = self.evidence.names()
            self._certain = self.evidence.certain()
        return self._names

    @property
    def certain(self) -> frozenset[str]:
        """Those of the names that there is no doubt about."""
        return self._certain if self.names else frozenset()


def survey(articles: Iterable[Article]) -> DocumentKnowledge:
    """What is known of the document that the articles make up, for whatever variant."""
    knowledge = DocumentKnowledge()
    for article in articles:
        knowledge.read_article(article)
    return knowledge


def of_findings(found: Findings, elsewhere: Iterable[str] = ()) -> DocumentKnowledge:
    """The knowledge that was kept, with names and places of the other parts.

    A name of two characters from elsewhere isn't certain here: a word may run into it (生于海边).
    """
    others = frozenset(elsewhere)
    places = {name for name in others if name.endswith("里")}
    people_there = others - places
    return DocumentKnowledge(
        hamlets={*found.hamlets, *places},
        script=Tally(*found.script),
        has_aspect=found.has_aspect,
        _names=people_there.union(found.names),
        _certain=frozenset(found.certain).union(name for name in people_there if len(name) > 2),
    )


def occurring(names: frozenset[str], text: str) -> frozenset[str]:
    """Those of the names that are in the text."""
    special = people.special(names)
    found: set[str] = set()
    for match in special.finditer(text):
        at = match.start()
        for length in (2, 3, 4):
            found.update(text[start : start + length] for start in range(max(0, at - length + 1), at + 1))
    return names & found


def union(parts: Iterable[DocumentKnowledge]) -> DocumentKnowledge:
    """What is known of the document that the parts make up."""
    whole = DocumentKnowledge()
    for part in parts:
        whole.merge(part)
    return whole


def texts(article: Article) -> Iterable[str]:
    """The texts of an article that a variant converts, in the order in which they are read; names apart."""
    for text in (
        article.section,
        article.kicker,
        article.headline,
        article.subheadline,
        article.byline,
        article.dateline,
    ):
        if text:
            yield text
    for block in article.body:
        yield block.text
