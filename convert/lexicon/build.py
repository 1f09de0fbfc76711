"""Makes the word list's data file from jieba's dictionary: `python -m convert.lexicon.build dict.txt words.marisa`.

The dictionary is `jieba/dict.txt` of the source distribution of jieba 0.42.1 on PyPI: word, count and part of speech
in three columns. Run it again only to take a new dictionary; the data file is part of the project.
"""

import sys
from pathlib import Path

from convert.lexicon.segmenter import newer_words
from convert.lexicon.words import TOTAL, PartOfSpeech

TAGS = {
    "nr": PartOfSpeech.PERSON,
    "ns": PartOfSpeech.PLACE,
    "nt": PartOfSpeech.ORGANISATION,
    "n": PartOfSpeech.NOUN,
    "v": PartOfSpeech.VERB,
    "a": PartOfSpeech.ADJECTIVE,
    "d": PartOfSpeech.ADVERB,
    "m": PartOfSpeech.NUMERAL,
    "q": PartOfSpeech.MEASURE,
    "r": PartOfSpeech.PRONOUN,
    "i": PartOfSpeech.IDIOM,
    "l": PartOfSpeech.IDIOM,
    "u": PartOfSpeech.PARTICLE,
    "y": PartOfSpeech.PARTICLE,
}
"""The beginnings of jieba's tags (those of the 1998 People's Daily corpus); the longest that fits counts."""

NEWER_COUNT = 20
"""The count given to a word that the dictionary is too old for: that of a word which is neither common nor rare."""


def part_of_speech(tag: str) -> PartOfSpeech:
    """The part of speech of one of jieba's tags."""
    return TAGS.get(tag[:2]) or TAGS.get(tag[:1]) or PartOfSpeech.OTHER


def build(dictionary: Path, target: Path) -> int:
    """Write the trie; returns the number of words. Raises ValueError when their counts aren't `TOTAL` together."""
    import marisa_trie

    rows = [line.split(" ") for line in dictionary.read_text("utf-8").splitlines()]
    records = {word: (int(count), int(part_of_speech(tag))) for word, count, tag in rows}
    records = {word: (NEWER_COUNT, int(PartOfSpeech.NOUN)) for word in newer_words()} | records
    total = sum(count for count, _ in records.values())
    if total != TOTAL:
        raise ValueError(f"the words are counted {total} times: write that into convert/lexicon/words.py")
    marisa_trie.RecordTrie("<IB", records.items()).save(str(target))
    return len(records)


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), Path(sys.argv[2])), "words")
