"""Makes the word list's data files from jieba's dictionary: `python -m convert.lexicon.build dict.txt`.

`words.marisa` gives each word a number. `words.counts` has by this number the counts, four bytes each with the lowest
first, as the trie has its own numbers, and behind them the parts of speech, a byte each.

The dictionary is `jieba/dict.txt` of the source distribution of jieba 0.42.1 on PyPI: word, count and part of speech
in three columns. Run it again only to take a new dictionary; the data files are part of the project.
"""

import sys
from pathlib import Path

from convert.lexicon.segmenter import newer_words
from convert.lexicon.words import HERE, TOTAL, PartOfSpeech

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


def build(dictionary: Path, folder: Path) -> int:
    """Write the files into a folder; returns the number of words.

    Raises ValueError when their counts aren't `TOTAL` together.
    """
    import marisa_trie

    rows = [line.split(" ") for line in dictionary.read_text("utf-8").splitlines()]
    records = {word: (int(count), part_of_speech(tag)) for word, count, tag in rows}
    records = dict.fromkeys(newer_words(), (NEWER_COUNT, PartOfSpeech.NOUN)) | records
    total = sum(count for count, _ in records.values())
    if total != TOTAL:
        raise ValueError(f"the words are counted {total} times: write that into convert/lexicon/words.py")
    trie = marisa_trie.Trie(records, num_tries=1)  # the quickest to ask
    trie.save(str(folder / "words.marisa"))
    numbered = [records[trie.restore_key(number)] for number in range(len(trie))]
    counts = b"".join(count.to_bytes(4, "little") for count, _ in numbered)
    (folder / "words.counts").write_bytes(counts + bytes(sort for _, sort in numbered))
    return len(records)


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), HERE), "words")
