"""The way back: Traditional text of any region in Simplified characters; it also undoes this program's own editions.

Character by character the tables lead back; OpenCC's phrases (乾隆, 慰藉) go before them where the text reads as well
with them: 限於單個 has the name 於單 in it. What no table knows is which of two characters a form of one region
stood for: Taiwan prints 著 for 着 (of 看着) too, and a person's name keeps its 乾. Of 执著 and 执着, two ways to write
one word, it has the older, which newspapers of the mainland print.
"""

import functools
from collections.abc import Mapping

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.knowledge import ASPECT
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.people import HONORIFICS, ROLES
from convert.transforms.variant.tables import scripts, vocabulary

REACH = 6
"""How many characters on each side two readings are compared over."""
OF_WORKS = vocabulary("works")
"""Words of one character before 著: 新著, 合著."""


def simplified(text: str, has_aspect: bool) -> str:
    """The text in Simplified characters, as long as before.

    `has_aspect` says that the document has 着, so that its 著 is none.
    """
    out, phrases = list(text.translate(_characters())), _by_phrases(text)
    for at, (careful, greedy) in enumerate(zip(out, phrases, strict=True)):
        form = careful
        if careful == "著":
            form = careful if has_aspect or _is_of_works(out, at) else ASPECT
        elif careful != greedy != _by_itself(text[at]) and _gain(out, at, greedy) >= 0:
            form = greedy
        if text[at] == "乾" != form and _ends_name(out, at):
            form = "乾"
        out[at] = form
    return "".join(out)


@functools.cache
def _characters() -> Mapping[int, str]:
    """What every form is by itself, those of the regions too; where they differ the standard's goes first."""
    reverse = scripts().reverse
    table = {**reverse["hk"], **reverse["tw"], **reverse["t"]}
    table.pop("著", None)
    return str.maketrans(table)


@functools.cache
def _left_over() -> Mapping[int, str]:
    """Hong Kong's forms that OpenCC's way from Taiwan leaves."""
    reverse = scripts().reverse
    return str.maketrans({form: back for form, back in reverse["hk"].items() if form not in reverse["t"]})


def _by_phrases(text: str) -> str:
    return opencc("tw2s")(text).translate(_left_over())


@functools.lru_cache(maxsize=1 << 12)
def _by_itself(character: str) -> str:
    return _by_phrases(character)


def _around(plain: list[str], at: int, form: str) -> tuple[str, str]:
    """The surroundings of a place, as they are and with another form in it."""
    first, last = max(0, at - REACH), at + REACH + 1
    before, after = "".join(plain[first:at]), "".join(plain[at + 1 : last])
    return f"{before}{plain[at]}{after}", f"{before}{form}{after}"


def _gain(plain: list[str], at: int, form: str) -> float:
    """By how much likelier words the text falls into with another form there: 扭转乾坤 gains, 限於单个 loses."""
    here, other = map(words().text_log_probability, _around(plain, at, form))
    return other - here


def _is_of_works(plain: list[str], at: int) -> bool:
    """Whether the 著 at `at` is what is written, where it may be 着 too: 名著, 菡子著《重逢》."""
    if _gain(plain, at, ASPECT) <= 0:
        return True
    passage, here = Passage(_around(plain, at, ASPECT)[1], []), min(at, REACH)
    number = passage.word_at(here)
    word, before = passage.words[number], passage.word(number - 1)
    titled = "".join(plain[at + 1 : at + 3]).startswith(("《", "的《"))
    titled = titled and words().part_of_speech(before) != PartOfSpeech.VERB
    return word[:-1] in OF_WORKS or (len(word) == 1 and (titled or before in OF_WORKS))


def _ends_name(plain: list[str], at: int) -> bool:
    """Whether the 干 that 乾 became ends a name of three characters after a role, a title or a stop: 委员长王丙乾."""
    first = max(0, at - 2 * REACH)
    passage = Passage("".join(plain[first : at + REACH]), [])
    number = passage.word_at(at - first)
    if number < 2 or [len(word) for word in passage.words[number - 2 : number + 1]] != [1, 1, 1]:
        return False
    family, before = passage.words[number - 2], passage.word(number - 3)
    known = before in ROLES or before in HONORIFICS or before.endswith("长")
    return family in COMMON and (known or not before or not before[-1].isalnum())
