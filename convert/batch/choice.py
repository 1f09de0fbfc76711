"""Which of a run's articles its volumes get, where the user has chosen: found out once for all its files."""

from array import array
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from convert.batch.volumes import StoredArticles
from convert.transforms.selection import LeftOut, Selection, select


class ChoiceTask(Struct, frozen=True):
    """Articles to choose from, and how."""

    articles: StoredArticles
    asked: Mapping[str, Any]
    """The fields of the selection, which is made anew where the work is done: what it has read can't travel."""


class Choice(Struct, frozen=True):
    """The places of the articles chosen, in the order in which they are to stand, and what was left out."""

    places: "array[int]"
    left_out: tuple[LeftOut, ...]


def choose(task: ChoiceTask) -> Choice:
    """Choose among the articles as they were printed: a variant has the same ones, whatever its script."""
    places = {head.id: place for place, head in enumerate(task.articles.heads())}
    selected = select(task.articles, Selection(**task.asked))
    return Choice(array("Q", (places[article.id] for article in selected.articles)), selected.left_out)
