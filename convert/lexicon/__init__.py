"""Language data that readers and transforms share: a word list with frequencies, a segmenter, surnames.

The words are those of jieba's dictionary (MIT, see `licences/jieba.txt`), kept as a MARISA trie that is mapped into
memory and not read: opening it takes a fraction of a millisecond, a look-up less than a microsecond.
"""

from convert.lexicon.segmenter import LITTLE, expect_much, segment
from convert.lexicon.words import PartOfSpeech, WordList, words

__all__ = ["LITTLE", "PartOfSpeech", "WordList", "expect_much", "segment", "words"]
