"""Articles → a volume: what is looked at for it, and what is loaded."""

import subprocess
import sys
from collections.abc import Iterator

from convert.batch.volumes import NIL, BookOptions, volume
from convert.model import Article
from tests.articles import article


class Counted(tuple[Article, ...]):
    """Articles that count how often they are gone through."""

    passes = 0

    def __iter__(self) -> Iterator[Article]:
        self.passes += 1
        return super().__iter__()


def test_for_a_file_of_nothing_but_articles_no_more_than_the_first_is_looked_at() -> None:
    articles = Counted([article(1), article(2)])
    book = volume(articles, "v", "original", BookOptions(), articles_only=True)
    assert (book.identifier, book.title, book.language) == (NIL, "v", "zh-Hans")
    assert articles.passes == 1
    assert volume(articles, "v", "original", BookOptions()).identifier != NIL


def test_a_volume_in_another_script_of_which_nothing_is_said_loads_no_conversion() -> None:
    code = """
import sys
from convert.batch.volumes import BookOptions, volume
volume((), "v", "tw", BookOptions(about={"title": None}))
assert not {"convert.transforms.variant.converter", "opencc"} & set(sys.modules)
volume((), "v", "tw", BookOptions(about={"title": "工会"}))
assert {"convert.transforms.variant.converter", "opencc"} <= set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
