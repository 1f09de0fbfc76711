"""Articles made in code, for tests that need some; and strategies that make any."""

import datetime
from typing import Any

from hypothesis import strategies as st

from convert.model import Article, Block, BlockType, Kind, Note, Person, Role, Source


def article(number: int = 1, **fields: Any) -> Article:
    """A small news article, whole; `fields` take the place of its own."""
    usual: dict[str, Any] = {
        "id": f"0123456789abcdef-{number}",
        "kind": Kind.NEWS,
        "language": "zh-Hans",
        "paper": "劳动午报",
        "date": datetime.date(2024, 2, 1),
        "page": 3,
        "headline": f"台北工会参观康复医院（之{number}）",
        "byline": "本报讯（记者 余翠平 通讯员 白霖）",
        "people": (Person("余翠平", Role.REPORTER), Person("白霖", Role.CORRESPONDENT)),
        "body": (
            Block(BlockType.PARAGRAPH, "“这里的头发由志愿者理，”余翠平说，“大家都很满意。”"),
            Block(BlockType.CROSSHEAD, "从点滴做起"),
            Block(BlockType.PARAGRAPH, "职工们表示，要把工作做得更好，2024年再上新台阶。"),
        ),
        "source": (Source("pages/a.txt", "0" * 64, (number * 10, number * 10 + 8)),),
    }
    return Article(**{**usual, **fields})


_texts = st.text(st.characters(codec=None), min_size=1, max_size=60)
_maybe = st.none() | _texts

articles = st.builds(
    Article,
    id=_texts,
    kind=st.sampled_from(Kind),
    language=st.just("zh-Hans"),
    paper=_maybe,
    date=st.none() | st.dates(datetime.date(1872, 4, 30), datetime.date(2100, 1, 1)),
    page=st.none() | st.integers(1, 200),
    section=_maybe,
    kicker=_maybe,
    headline=_maybe,
    subheadline=_maybe,
    byline=_maybe,
    people=st.lists(st.builds(Person, _texts, st.sampled_from(Role)), max_size=3).map(tuple),
    dateline=_maybe,
    continued_from=st.none() | st.integers(1, 99),
    continues_on=st.none() | st.integers(1, 99),
    body=st.lists(st.builds(Block, st.sampled_from(BlockType), _texts), max_size=6).map(tuple),
    source=st.lists(
        st.builds(Source, _texts, _texts, st.tuples(st.integers(1, 99), st.integers(1, 99))), max_size=2
    ).map(tuple),
    notes=st.lists(st.builds(Note, _texts, _texts, st.none() | st.integers(1, 99), _maybe), max_size=2).map(tuple),
)
"""Any article at all, hostile text included: control characters, lone surrogates, private use, what not."""
