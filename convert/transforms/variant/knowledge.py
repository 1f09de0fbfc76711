"""What is known of a whole document before any of it is converted: who is in it, which places, in what script it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from convert.model import Article
from convert.transforms.variant import people, places
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.script import Tally, tally


@dataclass(slots=True)
class DocumentKnowledge:
    """The evidence of a document; that of its parts, merged in any order, is that of the whole. It can be pickled."""

    evidence: people.Evidence = field(default_factory=people.Evidence)
    hamlets: set[str] = field(default_factory=set)
    script: Tally = field(default_factory=Tally)
    has_aspect: bool = False
    """Whether it has 着, so that its 著 is what is written; asked only on the way to Simplified."""
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
        if here.is_traditional:
            return
        for stretch in people.stretches(text):
            people.survey(Passage(stretch, []), self.evidence)
        if places.AFTER_HAMLET_NAME.search(text):
            self.hamlets.update(places.hamlets(Passage(text, [])))

    def read_article(self, article: Article) -> None:
        """Learn from an article: its byline's people and all its texts."""
        self.evidence.sure |= people.from_bylines(person.name for person in article.people)
        for text in texts(article):
            self.read(text)
        self._names = None

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
