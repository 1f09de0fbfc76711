"""What a volume says of itself comes from its articles, never from the clock or the machine."""

import datetime

from convert.model import EPOCH, Volume
from tests.articles import article


def volume(*numbers: int, language: str = "zh-Hans") -> Volume:
    return Volume(name="x", title="X", language=language, articles=tuple(article(n) for n in numbers))


def test_the_same_articles_give_the_same_identifier() -> None:
    assert volume(1, 2).identifier == volume(1, 2).identifier
    assert volume(1, 2).identifier.startswith("urn:uuid:")


def test_other_articles_or_another_script_give_another_identifier() -> None:
    assert len({volume(1).identifier, volume(2).identifier, volume(1, language="zh-Hant-TW").identifier}) == 3


def test_a_volume_was_last_changed_on_the_newest_date_of_its_articles() -> None:
    old, new = article(1, date=datetime.date(1998, 1, 1)), article(2, date=datetime.date(1998, 1, 5))
    made = Volume(name="x", title="X", language="zh-Hans", articles=(new, old))
    assert made.modified() == datetime.datetime(1998, 1, 5, tzinfo=datetime.UTC)


def test_a_volume_without_dates_has_a_fixed_one() -> None:
    assert Volume(name="x", title="X", language="zh-Hans", articles=(article(date=None),)).modified() == EPOCH
