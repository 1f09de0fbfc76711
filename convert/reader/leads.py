"""The lead that opens an article's first paragraph, and the brackets that close its last: what is not the story."""

import functools
import re
from dataclasses import dataclass

from convert.lexicon import words
from convert.lexicon.surnames import surname_length
from convert.lexicon.traditional import simplified
from convert.model import Person, Role
from convert.reader.names import HAN, RUN, SPACED_NAME, are_names
from convert.reader.people import people_in
from convert.reader.shapes import POST

_POST = re.compile(POST)
_AGENCY = r"(?:本报|本報|本刊|新华社|新華社|中新社|中央社|中新网|香港中通社|中通社|人民网|新华网)"
_DAY = r"(?:[0-9０-９〇零一二三四五六七八九十]{1,3}月)?\s*[0-9０-９〇零一二三四五六七八九十]{1,3}日"
_PLACE = rf"(?:{HAN}|[、 \u3000·]){{0,60}}?"
_WIRE = rf"[据據]?{_AGENCY}{_PLACE}\s*{_DAY}\s*(?:电|電|讯|訊|消息)"
_NAMES = (
    rf"(?:{SPACED_NAME}(?:[\s、，]+(?:{POST}[:：\s]*)?{SPACED_NAME}){{0,11}}|{RUN}(?:[\s、，]+(?:{POST})?{RUN}){{0,7}})"
)
_REPORTS = rf"(?:(?:{_AGENCY}|中央人民广播电台|中央电视台|{HAN}{{2,8}}?)?{POST}\s*{_NAMES}[、，]?){{1,4}}\s*(?:摄影)?(?:报道|报导|報道|報導)\s*[：:，]"
_BRACKET = rf"[（(〔【]\s*(?:{_AGENCY}|{HAN}{{2,12}}?[\s、]?)?{POST}[^（）()〔〕【】。！？]{{1,120}}[）)〕】]"

_DATELINE = re.compile(rf"(?P<dateline>{_WIRE})\s*(?P<byline>{_BRACKET}|{_REPORTS})?\s*[：:]?")
_NEWS = re.compile(
    rf"(?P<byline>[据據]?(?:本报|本報|本刊|{HAN}{{1,6}}[报報](?=[讯訊]\s*[（(]{POST}))(?:综合)?(?:讯|訊|消息)\s*(?:{_BRACKET}|{_REPORTS})?)\s*"
)
_BOXED = (
    rf"(?P<byline>【(?:本报|本報|本刊)?(?:{HAN}{{0,6}})?(?:讯|訊|消息)】\s*(?:{_BRACKET}|{_REPORTS})?|〔本[报報]{HAN}{{2,8}}(?:报道|报导|報道|報導)〕"
    rf"|〔{POST}[^〔〕]{{1,30}}(?:报道|报导|報道|報導)〕|[（(]{_AGENCY}{POST}[^（）()]{{2,40}}[電电][）)]|【本報{POST}[^【】]{{1,30}}】"
    rf"|【(?:{_AGENCY}|{HAN}{{2,6}}社){HAN}{{0,6}}[ \u3000]*{_DAY}\s*[電电]】|【特[讯訊]】|【專訊】|【专讯】)\s*"
)
_BARE = rf"(?P<byline>{_BRACKET})\s*"


@functools.cache
def _bracketed() -> tuple[re.Pattern[str], ...]:
    """The patterns of leads that stand in brackets: they take 4 ms to make, and few papers have them."""
    return re.compile(_BOXED), re.compile(_BARE)


@dataclass(frozen=True, slots=True)
class Lead:
    """What stood before an article's first word."""

    dateline: str | None
    byline: str | None
    people: tuple[Person, ...]
    rest: str


@functools.cache
def _house_leads(words: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """The pattern of the leads that only one newspaper prints."""
    if not words:
        return ()
    named = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return (re.compile(rf"(?P<byline>(?:{named})\s*(?:{_BRACKET}|{_REPORTS})?)\s*"),)


def take_lead(text: str, house: frozenset[str] = frozenset()) -> Lead:
    """Divide a first paragraph into its lead and the story; without a lead all of it is story.

    `house` are the words that open the reports of this newspaper alone.
    """
    plain = simplified(text[:LONGEST])
    boxed = _bracketed() if plain[:1] in "【〔（(" else ()
    for pattern in (_DATELINE, _NEWS, *boxed, *_house_leads(house)):
        match = pattern.match(plain)
        if match and match.end() < len(text):
            return _lead(text, match)
    return Lead(None, None, (), text)


LONGEST = 1000
"""Characters at the start of a paragraph in which its lead ends."""


def _lead(text: str, match: re.Match[str]) -> Lead:
    """The parts of a lead; a report by somebody whose name has no surname is story, not lead."""
    start, end = (match.start("byline"), match.end()) if match["byline"] else (match.end(), match.end())
    dateline = None
    if "dateline" in match.re.groupindex:
        dateline = text[match.start("dateline") : match.end("dateline")]
    byline = text[start:end].rstrip() or None
    if byline and _BOXED_WIRE.fullmatch(byline):
        return Lead(byline, None, (), text[end:])
    if byline and _TELLS.search(simplified(byline)) and not _by_names(byline):
        house = _HOUSE_ONLY.match(byline)
        end = start + (house.end() if house else 0)
        byline = house[0].strip() if house else None
    return Lead(dateline, byline, _reporters(byline), text[end:])


_BOXED_WIRE = re.compile(r"【[^【】]*[電电]】")
_TELLS = re.compile(r"(?:报道|报导|報道|報導)\s*[：:，]$")
_HOUSE_ONLY = re.compile(r"[据據]?(?:本报|本報|本刊)(?:综合)?(?:讯|訊|消息)\s*|【[^】]*】\s*")


def _by_names(byline: str) -> bool:
    """Whether every post in a lead is followed by a surname."""
    posts = list(_POST.finditer(byline))
    return bool(posts) and all(surname_length(byline[post.end() :].lstrip("：: \u3000")) for post in posts)


@functools.lru_cache(maxsize=512)
def _reporters(byline: str | None) -> tuple[Person, ...]:
    """The people of a lead; the places that some print among the names are no people.

    They are kept for a while: a newspaper's few reporters sign page after page.
    """
    start = _POST.search(byline) if byline else None
    if not byline or not start:
        return ()
    names = _AFTER_SLASH.sub(" ", byline[start.start() :])
    names = _PLACE_APART.sub(_without_place_apart, names)
    return people_in(_WITH_PLACE.sub(_without_place, names), Role.REPORTER)


_AFTER_SLASH = re.compile(rf"[／/]\s*{HAN}{{2,6}}(?:报道|报导|報道|報導)?")
_PLACE_APART = re.compile(rf"([^ \u3000])[ \u3000]({HAN}{{2,4}})(?=[报報][道导導][）)〕】]$)")


def _without_place_apart(match: re.Match[str]) -> str:
    """The names of `（記者 白瑩、馬超 廣州報道）`: the last is a place when it is a word and has no surname, or when only it
    stands behind a space and not a `、`."""
    plain = simplified(match[2])
    listed = "、" in match.string[: match.start()]
    return match[1] if plain in words() and (listed or not surname_length(plain)) else match[0]


_WITH_PLACE = re.compile(rf"({HAN}{{4,16}}?)\s*(?:{_DAY}\s*[電电]|報導)")


def _without_place(match: re.Match[str]) -> str:
    """The name of `記者劉世怡台北27日電` or `記者劉世怡台北報導`: what is left is a place when it is a word."""
    run = match[1]
    post = _POST.match(run)
    at = post.end() if post else 0
    for given in (2, 1):
        end = at + surname_length(run, at) + given
        if surname_length(run, at) and len(run) - end > 1 and run[end:] in words():  # the 北 of 台北 is a word, too
            return run[:end]
    return run


@dataclass(frozen=True, slots=True)
class Closing:
    """A bracket at an article's end: taken out of the text, with the people it names."""

    text: str
    people: tuple[Person, ...]
    dateline: bool = False


_LONGEST_CLOSING = 180
_LAST_BRACKET = re.compile(r"[（(〔]([^（）()〔〕]{1,160})[）)〕]\s*$")
_WIRE_ONLY = re.compile(rf"{_WIRE}")
_WIRE_NAMES = re.compile(rf"(?P<wire>{_WIRE}|{_AGENCY}[^。]{{0,80}}?[电電])[\s\u3000]*(?P<names>.*{POST}.*)")
_SAYS_WHO = re.compile(
    r"(?:本文)?作者(?:系|为|为|是|单位)|(?:推荐|供稿|整理|报送|来稿)$|^(?:责任编辑|责编|编辑|策划|执笔|摘自|原载|转自|据)|^(?:本报)?(?:综合)?(?:记者|通讯员|評論員)"
)

_SIGNED = re.compile(
    r"(?:本文)?(?:作者|撰稿人?|撰文|文(?=[:：/／\s]))\s*[:：/／]?\s*(?P<names>[^，,；;]{2,60})(?:[，,；;].*)?"
)
"""An author by name, perhaps with what he or she is: `作者：李小河，系市总工会干部`."""


def take_closing(text: str) -> tuple[str, Closing | None]:
    """Divide a last paragraph into the story and a closing bracket that says who wrote, sent or edited it."""
    tail = text[-_LONGEST_CLOSING:]
    match = _LAST_BRACKET.search(tail)
    if not match:
        return text, None
    inner = match[1].strip()
    before = text[: len(text) - len(tail) + match.start()].rstrip()
    if before and before[-1] not in "。！？!?”’』」…）)" and not _SAYS_WHO.search(simplified(inner)):
        return text, None
    closing = _closing(match[0].rstrip(), inner)
    return (before, closing) if closing else (text, None)


def _closing(printed: str, inner: str) -> Closing | None:
    plain = simplified(inner)
    if _WIRE_ONLY.fullmatch(plain):
        return Closing(printed, (), dateline=True)
    wired = _WIRE_NAMES.fullmatch(plain)
    if wired:
        return Closing(printed, people_in(inner[wired.start("names") :], Role.REPORTER))
    if are_names(plain):
        return Closing(printed, people_in(inner, Role.AUTHOR))
    signed = _SIGNED.fullmatch(plain)
    if signed and are_names(signed["names"]):
        return Closing(printed, people_in(inner[slice(*signed.span("names"))], Role.AUTHOR))
    if _SAYS_WHO.search(plain):
        posted = re.match(rf"(?:责任编辑|责编|编辑|{POST})", plain)
        return Closing(printed, people_in(inner) if posted else ())
    return None
