"""The converter: a document surveyed, then its articles or lines converted one by one, memory flat."""

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from msgspec import Struct

from convert.model import Article, Articles, Block, Person
from convert.transforms.variant import forms, quotes, terms, wording
from convert.transforms.variant.decisions import Note, decide
from convert.transforms.variant.engine import check
from convert.transforms.variant.knowledge import DocumentKnowledge, survey
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.report import Report
from convert.transforms.variant.script import Tally, tally
from convert.transforms.variant.simplified import simplified
from convert.transforms.variant.specs import Term, VariantOptions, variant

REGION = {"tw": "tw", "hk": "hk", "t": "t", "twp": "tw"}
"""Variant → region whose forms it has."""


class Converter:
    """Converts a document into one variant; it can be used for any number of documents."""

    def __init__(self, name: str, options: VariantOptions | None = None) -> None:
        """`name` is one of VARIANTS.

        Raises UnknownNameError for another, MissingPartError when OpenCC is missing or isn't OpenCC.
        """
        self.spec = variant(name)
        self.options = options or VariantOptions()
        if name != "original":
            check()

    def survey(self, articles: Iterable[Article]) -> DocumentKnowledge:
        """What is known of the document that the articles make up; parts of it can be surveyed apart and merged."""
        return DocumentKnowledge() if self.spec.name == "original" else survey(articles)

    def survey_lines(self, lines: Iterable[str]) -> DocumentKnowledge:
        """What is known of the document that the lines make up."""
        knowledge = DocumentKnowledge()
        if self.spec.name != "original":
            for line in lines:
                knowledge.read(line)
        return knowledge

    def article(self, article: Article, knowledge: DocumentKnowledge, report: Report | None = None) -> Article:
        """The article in the variant's script and language; `report` hears of every ambiguous character.

        Every text is converted but the notes, which quote the page as it was printed.
        """
        if self.spec.name == "original":
            return article
        script = _script_of(article, knowledge)
        run = _Run(self, knowledge, script, report, article.id)
        quiet = _Run(self, knowledge, script, None, article.id)  # a report needs a newspaper's name not once an article
        return replace(
            article,
            language=self.spec.language,
            paper=quiet.part("paper", article.paper),
            section=run.part("section", article.section),
            kicker=run.part("kicker", article.kicker),
            headline=run.part("headline", article.headline),
            subheadline=run.part("subheadline", article.subheadline),
            byline=run.part("byline", article.byline),
            people=tuple(Person(run.part("people", person.name) or "", person.role) for person in article.people),
            dateline=run.part("dateline", article.dateline),
            body=tuple(
                Block(block.type, run.part(f"body {number}", block.text) or "")
                for number, block in enumerate(article.body, 1)
            ),
            notes=article.notes + wording.notes(run.wordings),
        )

    def articles(self, articles: Articles, knowledge: DocumentKnowledge | None = None) -> Articles:
        """The document in the variant's script, converted as it is read, never held as a whole.

        Without `knowledge` of it, it is gone through once before.
        """
        if self.spec.name == "original":
            return articles
        return ConvertedArticles(self, articles, knowledge)

    def lines(self, lines: Iterable[str], knowledge: DocumentKnowledge, report: Report | None = None) -> Iterator[str]:
        """The lines of plain text in the variant's script, one for one."""
        run = _Run(self, knowledge, knowledge.script, report, "line")
        for number, line in enumerate(lines, 1):
            yield line if self.spec.name == "original" else run.part(str(number), line) or line

    def report(self) -> Report:
        """An empty report for this variant, to be given to what converts."""
        return Report(REGION.get(self.spec.name, "t"))

    def text(self, text: str) -> str:
        """A whole text in the variant's script, line for line."""
        pieces = text.split("\n")
        return "\n".join(self.lines(pieces, self.survey_lines(pieces)))


class ConvertedArticles(Struct, frozen=True, eq=False, dict=True):
    """The articles of a document in a variant's script, converted anew on each pass."""

    converter: Converter
    source: Articles
    known: DocumentKnowledge | None = None

    @functools.cached_property
    def knowledge(self) -> DocumentKnowledge:
        """What is known of the document: what was told, or else from one pass over it."""
        return self.known or self.converter.survey(self.source)

    def __iter__(self) -> Iterator[Article]:
        """The articles in order, each converted when it is asked for."""
        knowledge = self.knowledge  # before the pass begins: to know it may take one over the same file
        for article in self.source:
            yield self.converter.article(article, knowledge)

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.source)


class _Run:
    """The conversion of one article, or of one stretch of lines: quotation marks left open, changes of wording."""

    def __init__(
        self, converter: Converter, knowledge: DocumentKnowledge, script: Tally, report: Report | None, where: str
    ) -> None:
        self.name_of_variant = converter.spec.name
        self.options = converter.options
        self.knowledge = knowledge
        self.script = script
        self.report = report
        self.where = where
        self.marks = quotes.QuoteMarks()
        self.wordings: wording.Wordings = {}

    def part(self, name: str, text: str | None) -> str | None:
        """A part of what is converted in the variant's script, its quotation marks too; None stays None."""
        if not text:
            return text
        if self.report:
            self.report.where = f"{self.where} {name}"
        if self.name_of_variant == "cn":
            converted = self._simplified(text)
            return quotes.mainland(converted) if self.options.quotes == "convert" else converted
        converted = self._traditional(text)
        return self.marks.convert(converted) if self.options.quotes == "convert" else converted

    def _simplified(self, text: str) -> str:
        if self._script(text).is_simplified:
            return text
        return _with_terms(self.options.terms, text, lambda piece: simplified(piece, self.knowledge.has_aspect))

    def _traditional(self, text: str) -> str:
        if self._script(text).is_traditional:
            return text
        own = list(terms.occurrences(self.options.terms, text))
        passage = Passage(text, own)
        choices: list[Choice] = []
        converted = self._regional(passage, choices.append if self.report else None)
        if not (own or self.report or self.name_of_variant == "twp"):
            return converted
        out = list(converted)
        if self.name_of_variant == "twp":
            out = wording.taiwan(passage, out, self.wordings)
        if self.report:
            self.report.add(passage, out, choices, own)
        return _splice(out, own)

    def _regional(self, passage: Passage, note: Note | None) -> str:
        standard = decide(passage, self.knowledge, note)
        return forms.regional(passage, standard, REGION[self.name_of_variant], note)

    def _script(self, text: str) -> Tally:
        """The script of the text; where it doesn't tell, that of the article or document."""
        here = tally(text)
        return here if here.is_traditional or here.is_simplified else self.script


def _script_of(article: Article, knowledge: DocumentKnowledge) -> Tally:
    whole = Tally()
    for block in article.body:
        whole.add(tally(block.text))
    return whole if whole.is_traditional or whole.is_simplified else knowledge.script


def _splice(out: list[str], own: list[tuple[int, int, str]]) -> str:
    """The converted characters with the user's own words in their places; they may be longer or shorter."""
    for start, end, target in own:
        out[start:end] = [target, *[""] * (end - start - 1)]
    return "".join(out)


def _with_terms(own: tuple[Term, ...], text: str, convert: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for start, end, target in terms.occurrences(own, text):
        pieces += [convert(text[at:start]), target]
        at = end
    return "".join([*pieces, convert(text[at:])])
