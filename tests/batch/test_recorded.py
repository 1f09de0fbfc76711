"""Articles that come from a file of records, and those that are kept as one."""

from collections.abc import Iterator
from pathlib import Path

from convert import record
from convert.batch.recorded import made_once, records_of
from convert.model import Article
from convert.transforms.variant import Converter, VariantOptions
from tests.articles import article


class Counted:
    """Articles that count how often one is made."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.made = 0

    def __iter__(self) -> Iterator[Article]:
        for number in range(1, self.count + 1):
            self.made += 1
            yield article(number)

    def __len__(self) -> int:
        return self.count


def test_articles_that_are_dear_to_make_are_made_once_and_read_as_often_as_asked() -> None:
    dear = Counted(3)
    with made_once(dear) as kept:
        assert [list(kept) for _ in range(3)] == [[article(n) for n in (1, 2, 3)]] * 3
        assert len(kept) == 3
    assert dear.made == 3


def test_no_articles_are_kept_as_none() -> None:
    with made_once(()) as kept:
        assert len(kept) == 0


def test_the_first_pass_over_a_variant_of_a_file_of_records_gives_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"".join(record.encode_lines([article(n) for n in range(1, 4)])))
    with records_of(path) as articles:
        converted = Converter("tw", VariantOptions()).articles(articles)
        assert [a.language for a in converted] == ["zh-Hant-TW"] * 3
