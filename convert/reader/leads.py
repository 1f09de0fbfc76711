"""The lead that opens an article's first paragraph, and the brackets that close its last: what is not the story.

A lead is a dateline (`新华社北京1月12日电`) or the name of the paper's own news (`本报讯`), then who reports, in brackets
or not; or who reports alone. What stands in brackets is believed by what it holds.
"""

import functools
import re

from msgspec import Struct
from msgspec.structs import replace

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON, surname_length
from convert.lexicon.traditional import simplified
from convert.model import Person, Role
from convert.reader.names import HAN, are_names, signature_at
from convert.reader.patterns import made
from convert.reader.people import POST, are_places, people_in, signed, told_by_whence, without_whence

_PAPER = rf"{HAN}{{0,6}}(?:日报|晚报|时报|早报|晨报|商报|快报|都市报|青年报|工人报|劳动报|法制报|法治报|农民报|[报刊])"
_AGENCY = (
    "新华社|中新社|中新网|中央社|人民网|新华网|央视网|中国网|(?:香港)?中通社|法新(?:社)?|路透(?:社)?|美联(?:社)?|合众(?:国际)?社|共同社|时事社|韩联社|朝中社|"
    "塔斯社|俄新社|国际文传电讯社|德新社|安莎社|埃菲社|彭博(?:社)?|越通社|拉美社"
)
_DAY = r"(?:[0-9０-９〇零一二三四五六七八九十]{1,3}月)?\s*[0-9０-９〇零一二三四五六七八九十廿卅]{1,4}日"
_PLACE = rf"(?:{HAN}|[、·\-－— \u3000]){{0,60}}?"
_NO_THING = "(?!脑(?![科瘫膜卒梗])|视(?![频察障力])|话(?![剧题])|影(?!响)|台(?![湾北中南东胞资])|梯(?!次))"
"""What follows the 电 of a dateline makes no thing of it: 1月12日电脑失窃, but 1月12日电台湾居民."""
_SENT = rf"(?:综合外?电|专?电{_NO_THING}|讯(?![息号])|消息)"
_WIRE = (
    rf"(?:据|综合)?(?:(?:{_AGENCY}|本报|本刊){_PLACE}\s*{_DAY}\s*(?:{HAN}{{2,4}})?{_SENT}"
    rf"|{_PAPER}(?:{HAN}|[、·]){{0,12}}?\s*{_DAY}\s*{_SENT})"
)
_UNDATED = rf"(?:据|综合)?(?:{_AGENCY}|[、]){{1,3}}{HAN}{{0,6}}?电"
_DATELINE = rf"(?:{_WIRE}|{_UNDATED}(?=[\s，：（]))(?:\s*[：，])?"
_SENT_FROM = rf"(?:据|综合)(?:{_AGENCY})(?P<place>{HAN}{{2,6}}?)?(?:电{_NO_THING}|讯(?![息号]))"
_SENT_BY_WIRE = re.compile(r"电[\s，：（]|日\s*\S{0,4}[电讯消]")
"""What every dateline has, and few other beginnings: only there the longer pattern need be tried."""
_HINTS = re.compile(
    "社】|社〕|社）|讯|訊|电|電|记者|記者|报道|报导|報道|報導|消息|专稿|專稿|特派|特稿|专访|專訪|编译|編譯|连线|連線|评论员|評論員"
)
"""Of which every lead has one: few stories have any, and of those that have none no more is asked.

Said without sets, so that the search skips to the first characters of these words.
"""
_OWN = r"(?:本报|本刊)(?:综合|特约|独家)?"
_NO_WORD = "(?<![通资简短快喜电音书影])讯(?![员息问号飞])"
_NEWS = (
    rf"据?{_OWN}(?P<place>{HAN}{{2,4}})?(?:{_NO_WORD}|专电|专讯|专稿)|据?{_OWN}(?:消息|综合报[道导])(?=[\s，：])"
    rf"|(?:{_PAPER}|南都|{HAN}{{1,4}}[社网])(?:讯|消息)(?=\s*[（(]?\s*{POST})"
)
_BOXED_NEWS = rf"(?:本报|综合|{_AGENCY}|{_PAPER}|(?P<place>{HAN}{{2,4}})|(?P<dated>{HAN}{{2,4}})\s?{_DAY})?(?:电讯|[专特]?讯|消息)"
_BOXED_REPORT = (
    rf"(?:(?:综合|本报|{_PAPER}|即时|特约|驻)(?:{HAN}|[、\s])*|{HAN}{{2,10}}(?:、{HAN}{{2,4}})*/{HAN}*?)"
    rf"(?:[0-9]{{1,2}}日)?{HAN}{{0,6}}(?:报[道导]|外电|专访|特稿|连线)"
)
_BOXED_WIRE = rf"{_AGENCY}|{_WIRE}|{_UNDATED}|{HAN}{{2,6}}社{_PLACE}(?:{_DAY})?\s*{_SENT}"
_WIRED_REPORT = rf"(?:{_AGENCY}){_PLACE}{_DAY}{HAN}{{0,6}}报[道导]"
_POSTED = rf"(?:文[、/]?图?\s*/?\s*|(?:编译|采访|撰文)[/：]?\s*)?{POST}"
_NAMES_FROM = rf"(?:编译|采访|撰文)[/：]?\s*(?={HAN}{{2}})|{_POSTED}"
_OF_PAPER = rf"^{_PAPER}\s*/\s*"
_CLOSED_BY = {"【": "】", "〔": "〕", "（": "）", "(": "）", "［": "］"}
_TOLD = re.compile(r"(?:摄影|综合|专题|现场)?(?:报[道导]|采写)\s*[：，]|报[道导](?=[ \u3000])")
_TOLD_LED = re.compile(rf"{_TOLD.pattern}|报[道导](?={HAN})")
_FROM = rf"[^。，！？；（）【】\s][^。，！？；（）【】/]{{1,30}}/{HAN}{{1,10}}(?:报[道导]|专访|特稿|连线)(?=\s|：)：?"
_NOBODY = frozenset(
    [
        "综合",
        "连载",
        "节选",
        "全文",
        "全文完",
        "摘要",
        "摘编",
        "未完",
        "待续",
        "续完",
        "完",
        "左图",
        "右图",
        "上图",
        "下图",
        "图文",
        "原载",
        "转载",
        "特稿",
        "来源",
        "来信",
        "来稿",
        "连线",
        "项目",
        "时评",
    ]
)
"""What stands alone in brackets and begins as a name does."""
_GAP = re.compile(r"[ \u3000]{2,}|\u3000")
_ON = "从在自就向获对走来到看与和说了的于已正将曾为被把"
"""Characters before which a name is part of the sentence: 记者 王彪 从市总工会获悉."""
_PLAIN = str.maketrans("／╱∕｜|:﹕[］]［)", "/////：：〔〕〕〔）")
_MANY_FORMS = re.compile("[" + re.escape("".join(map(chr, _PLAIN))) + "]")
LONGEST = 220
"""Characters at the start of a paragraph in which its lead ends."""
TOLD = 24
"""Characters at the start of a paragraph that tell its script: when none is Traditional, the rest needn't be asked."""


class Lead(Struct, frozen=True):
    """What stood before an article's first word."""

    dateline: str | None
    byline: str | None
    people: tuple[Person, ...]
    rest: str


def take_lead(text: str, house: frozenset[str] = frozenset()) -> Lead:
    """Divide a first paragraph into its lead and the story; without a lead all of it is story.

    `house` are the words that open the reports of this newspaper alone.
    """
    if not house and not _HINTS.search(text, 0, LONGEST_BOX):
        return Lead(None, None, (), text)
    plain = text[:LONGEST] if simplified(text[:TOLD]) == text[:TOLD] else simplified(text[:LONGEST])
    plain = plain.translate(_PLAIN) if _MANY_FORMS.search(plain) else plain
    wired = made(_DATELINE).match(plain) if _SENT_BY_WIRE.search(plain, 0, LONGEST_BOX) else None
    wired = wired or (_undated_wire(plain) if plain[:1] == "据" else None)
    start = wired.end() if wired else 0
    opened = start
    if not wired:
        opened = _after_news(plain, house) or _after_box(plain)
    end = _after_reporters(plain, opened, led=opened > 0)
    end += end > 0 and plain[end : end + 1] == "："
    if not end or end >= len(text):
        return Lead(None, None, (), text)
    byline = text[start:end].strip() or None
    dateline = text[:start].strip() or None
    rest = text[end:].lstrip()
    if byline and not dateline and _is_wire(simplified(byline)):
        return Lead(byline, None, (), rest)
    return Lead(dateline, byline, _reporters(byline), rest)


def _undated_wire(plain: str) -> re.Match[str] | None:
    """An agency and perhaps a place without a day, 据新华社里斯本电, which runs on into the story."""
    found = made(_SENT_FROM).match(plain)
    return found if found and _at_place(found) else None


def is_lead(text: str, house: frozenset[str] = frozenset()) -> Lead | None:
    """The lead that is all of a line: the story comes below it."""
    if len(text) > LONGEST_BOX or text[-1:] in "。！？”’」":
        return None
    lead = take_lead(f"{text}{_STORY}", house)
    return replace(lead, rest="") if lead.rest == _STORY.strip() else None


_STORY = "\u3000\ue000"
"""Stands for the story below a lead."""


def has_lead(text: str) -> bool:
    """Whether a paragraph opens with a lead."""
    return len(take_lead(text).rest) < len(text)


@functools.cache
def _house_leads(words: frozenset[str]) -> re.Pattern[str]:
    """The pattern of the leads that only one newspaper prints."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))


def _after_news(plain: str, house: frozenset[str]) -> int:
    """Where `本报讯` and the like end; 0 when none stands there. A place in it must be one: no `本报上海通讯`."""
    own = _house_leads(house).match(plain) if house else None
    news = own or made(_NEWS).match(plain)
    return news.end() if news and (own or _at_place(news)) else 0


def _at_place(news: re.Match[str]) -> bool:
    """Whether what stands in the place of a place may be one: a known one, a name that is spelt by its sound, which the
    word list takes for a person's, or no word at all."""
    place = news["place"]
    return place is None or are_places(place) or words().part_of_speech(place) in (None, PartOfSpeech.PERSON)


def _may_be_place(dated: str | None) -> bool:
    """Whether what stands before a day may be a place, of which the word list has few outside the country: 和丰20日讯."""
    return dated is None or are_places(dated) or (len(dated) <= LONGEST_PLACE and words().count(dated) < KNOWN)


LONGEST_PLACE, KNOWN = 3, 500
"""Characters of the longest of these places, and how often the list has seen a word that surely is none: 工会."""


def _box(plain: str, at: int) -> tuple[str, int] | None:
    """What stands in the bracket at a place, and where the bracket ends."""
    closer = _CLOSED_BY.get(plain[at : at + 1])
    end = plain.find(closer, at, at + LONGEST_BOX) if closer else -1
    inner = plain[at + 1 : end]
    return (inner.strip(), end + 1) if end > 0 and _FLAT.isdisjoint(inner) else None


LONGEST_BOX = 140
"""Characters of the longest bracket that names the reporters."""
_FLAT = frozenset("。！？（(【〔")
"""What a bracket that opens a report has none of."""


def _after_box(plain: str) -> int:
    """Where a bracket ends that opens the report and says that it is one; 0 when there is none."""
    boxed = _box(plain, 0)
    if boxed is None:
        return 0
    inner, end = boxed
    news = made(_BOXED_NEWS).fullmatch(inner)
    told = (
        (news and _at_place(news) and _may_be_place(news["dated"]))
        or made(_BOXED_REPORT).fullmatch(inner)
        or made(_WIRED_REPORT).fullmatch(inner)
    )
    return end if told or made(_BOXED_WIRE).fullmatch(inner) or _names_reporters(inner) else 0


def _is_wire(byline: str) -> bool:
    """Whether a bracket is the dateline of an agency, which names nobody."""
    inner = byline[1:-1].strip()
    return byline[0] in "【〔（(" and bool(made(_BOXED_WIRE).fullmatch(inner)) and not made(POST).search(inner)


@functools.lru_cache(maxsize=512)
def _names_reporters(inner: str) -> bool:
    """Whether a bracket begins with a post and names somebody; kept for a while, as `_reporters` are."""
    inner = made(_OF_PAPER).sub("", inner)
    if not made(_POSTED).match(inner):
        return False
    people = signed(inner, Role.REPORTER).people
    return any(surname_length(person.name) or person.name not in words() for person in people)


def _after_reporters(plain: str, at: int, led: bool) -> int:
    """Where the names of the reporters end that stand at a place, `at` when there are none there."""
    start = at
    while plain[start : start + 1].isspace():
        start += 1
    boxed = _box(plain, start) if not led or plain[start : start + 1] in "（(〔" else None
    if boxed and (_names_reporters(boxed[0]) or (led and are_names(boxed[0]) and boxed[0] not in _NOBODY)):
        return boxed[1]
    return _after_told(plain, start, led) or _after_run_in(plain, start, led) or (at if led else 0)


def _after_told(plain: str, start: int, led: bool) -> int:
    """The end of `记者王彪 通讯员李明报道：` or `記者王小明／台北報導　`, behind `本报讯` without a mark too; 0 when nothing
    like it stands there."""
    placed = made(_FROM).match(plain, start)
    if placed and signed(placed[0].partition("/")[0], Role.REPORTER).whole:
        return placed.end()
    if not made(_POSTED).match(plain, start):
        return 0
    told = (_TOLD_LED if led else _TOLD).search(plain, start, start + LONGEST_BOX)
    if not told or re.search(r"[。！？《“「，]", plain[start : told.start()]):
        return 0
    return told.end() if _by_names(plain[start : told.start()]) else 0


def _after_run_in(plain: str, start: int, led: bool) -> int:
    """The end of `本报记者 王彪 通讯员 李明　`, names set apart from the story by a gap; 0 when they aren't there."""
    if not made(_POSTED).match(plain, start):
        return 0
    end, at, posts = 0, start, 0
    for run in re.finditer(r"(\S+?)([ \u3000、]+|(?<=[（(])|$)", plain[start : start + LONGEST_BOX]):
        token = run[1]
        post = made(_POSTED).match(token)
        posts += bool(post)
        name = token[post.end() :] if post else token
        if not post and not are_names(name):
            break
        if name and not are_names(name):
            break
        at = start + run.end()
        if name:
            end = at
    if made(_POSTED).match(plain, end):
        return 0  # somebody is named there who can't be told: the names don't end here
    apart = led or posts > 1 or (end and _GAP.search(plain[end - 2 : end]))
    return end if end and apart and plain[end : end + 1] not in _ON else 0


def _by_names(byline: str) -> bool:
    """Whether every post in a lead is followed by a surname."""
    posts = list(made(POST).finditer(byline))
    return bool(posts) and all(surname_length(byline[post.end() :].lstrip("：: \u3000")) for post in posts)


@functools.lru_cache(maxsize=512)
def _reporters(byline: str | None) -> tuple[Person, ...]:
    """The people of a lead; the places that some print among the names are no people.

    They are kept for a while: a newspaper's few reporters sign page after page.
    """
    if not byline:
        return ()
    plain = simplified(byline).translate(_PLAIN)
    start = made(_NAMES_FROM).search(plain)
    if start:
        return people_in(byline[start.start() :], Role.REPORTER)
    boxed = _box(plain, 0) or _box(plain, max(plain.find("（"), 0))
    inner = boxed[0] if boxed else plain
    before = inner.partition("/")[0]
    return people_in(byline[plain.find(before) :][: len(before)]) if are_names(before) else ()


class Closing(Struct, frozen=True):
    """A bracket at an article's end: taken out of the text, with the people it names."""

    text: str
    people: tuple[Person, ...]
    dateline: bool = False


_LONGEST_CLOSING = 180
_LAST_BRACKET = re.compile(r"[（(〔]([^（）()〔〕]{1,160})[）)〕]\s*(?P<mark>[01][0-9]{6})?\s*$")
"""A bracket at the end, with the day that Taiwan's agency sets behind its editors: `（編輯：李錫璋）1130312`."""
_WIRE_ONLY = rf"(?:(?:以上|本栏|本版)?(?:均|皆))?(?:{_WIRE}|(?:据|综合)?(?:{_AGENCY}){HAN}{{0,6}}电)"
_WIRE_NAMES = rf"(?P<wire>{_WIRE}|(?:{_AGENCY}|本报)[^。]{{0,80}}?电)[\s\u3000]*(?P<names>.*{POST}.*)"
_SAYS_WHO = (
    r"(?:本文)?作者(?:系|为|是|单位)|(?:推荐|供稿|整理|编译|采写|报送|来稿)$|^(?:责任编辑|责编|编辑|策划|执笔|摘自|原载|转自|据|来源：|综合外?电)"
    rf"|^(?:本报)?(?:综合)?(?:记者|通讯员|评论员)|^(?:本报|本刊)综合(?:报[道导])?$|^(?:据|综合)?(?:(?:{_AGENCY})[、\s]?)+$|^{HAN}{{2,3}}\s?[摘荐]$"
)
_AUTHORED = r"(?:作者|撰稿人?|撰文|执笔人?|整理|编译|翻译|译者?|采写|口述|文(?=[：/\s]))"
_SIGNED = rf"(?:本文)?{_AUTHORED}\s*[：/]?\s*(?P<names>[^，,；;]{{2,60}})(?:[，,；;].*)?"
"""An author by name, perhaps with what he or she is: `作者：李小河，系市总工会干部`."""
_INTRODUCED = rf"(?P<names>{HAN}[^，,；;。]{{1,40}}?)\s*(?:[，,；;]?\s*(?:本文)?作者(?:系|为|是|单位).*|/{HAN}{{2,6}}报[道导]|[\s/]+(?:整理|编译|翻译|译|供稿|撰文|执笔|文))"
"""An author by name, and behind it what he or she is or did: `李小河 作者系市总工会干部`, `李小河 整理`."""


def take_closing(text: str) -> tuple[str, Closing | None]:
    """Divide a last paragraph into the story and a closing bracket that says who wrote, sent or edited it."""
    tail = text[-_LONGEST_CLOSING:]
    match = _LAST_BRACKET.search(tail)
    if not match:
        return _take_names(text)
    inner = match[1].strip()
    before = text[: len(text) - len(tail) + match.start()].rstrip()
    if before and before[-1] not in "。！？!?”’』」…）)" and not made(_SAYS_WHO).search(simplified(inner)):
        return text, None
    closing = _closing(match[0].rstrip(), inner) or _pen_names(match[0].rstrip(), inner, before)
    return (before, closing) if closing and (match["mark"] is None or closing.people) else (text, None)


def _take_names(text: str) -> tuple[str, Closing | None]:
    """Divide a last paragraph into the story and the names that stand behind it without a bracket."""
    at = signature_at(text)
    if at:
        return text[:at].rstrip(), Closing(text[at:], people_in(text[at:], Role.AUTHOR))
    tail = max(len(text) - _LONGEST_SOURCE, 0)
    attributed = made(_ATTRIBUTED).search(text, tail) if "—" in text[tail:] or "－" in text[tail:] else None
    if not attributed or not are_names(simplified(attributed["names"])):
        return text, None
    people = people_in(attributed["names"], Role.AUTHOR)
    return text[: attributed.start()].rstrip(), Closing(attributed[0].strip(), people)


_LONGEST_SOURCE = 48
_ATTRIBUTED = (
    rf"(?<=[。！？”’」』])\s*[—－]{{1,4}}\s*(?:(?:摘自|選自|选自|原載|原载|轉自|转自|据|據)\s*《[^《》]{{2,20}}》|《[^《》]{{1,16}}[报報网網刊]》)"
    rf"[ \u3000]*(?P<names>{HAN}[^，。：；！？《》（）]{{1,14}})$"
)
"""Where a text was taken from and who wrote it, behind the last sentence: `——《城市晨报》 白小川`."""


def _closing(printed: str, inner: str) -> Closing | None:
    """The bracket as a closing, None when it belongs to the text."""
    plain = simplified(inner).translate(_PLAIN)
    if made(_WIRE_ONLY).fullmatch(plain):
        return Closing(printed, (), dateline=True)
    wired = made(_WIRE_NAMES).fullmatch(plain)
    if wired:
        return Closing(printed, people_in(inner[wired.start("names") :], Role.REPORTER))
    if plain in _NOBODY:
        return None
    if are_names(plain) and not _is_remark(plain):
        runs = plain.split()
        named = without_whence(runs) == runs or told_by_whence(plain)  # 学生 begins as a name does
        return Closing(printed, people_in(inner, Role.AUTHOR)) if named else None
    found = signed(plain)
    if found.whole and found.people and not found.pictured and (found.posted or found.tasked):
        return Closing(printed, people_in(inner, Role.AUTHOR))
    told = made(_SIGNED).fullmatch(plain) or made(_INTRODUCED).fullmatch(plain)
    if told and are_names(told["names"]):
        return Closing(printed, people_in(inner[slice(*told.span("names"))], Role.AUTHOR))
    source = made(_TAKEN_FROM).match(plain)
    if source:
        rest = plain[source.end() :].strip()
        found = signed(rest)
        named = are_names(rest) or (found.whole and found.tasked and not found.pictured)
        return Closing(printed, people_in(inner[source.end() :], Role.AUTHOR) if named else ())
    if made(_SAYS_WHO).search(plain):
        posted = re.match(rf"(?:责任编辑|责编|编辑|{POST})", plain)
        return Closing(printed, people_in(inner) if posted else ())
    if told_by_whence(plain):
        return Closing(printed, people_in(inner, Role.AUTHOR))
    return None


_TAKEN_FROM = r"(?:摘自|选自|原载|转自|据)\s*《[^《》]{1,30}》"
"""Where a text was taken from, behind which its author may stand."""


def _pen_names(printed: str, inner: str, before: str) -> Closing | None:
    """The bracket as the pen names of who wrote it, which stand right behind a sentence and are no words."""
    plain = simplified(inner)
    if len(plain) > _LONGEST_PEN or before[-1:] not in _ENDS or without_whence(plain.split()) != plain.split():
        return None
    solid = made(_LETTER_SPACED).sub(r"\1\2", plain)
    if not all(_is_pen_name(name, solid != plain) for name in re.split(r"[ \u3000、]+", solid)):
        return None
    names = "".join(inner.split()) if solid != plain and " " not in solid else inner
    return Closing(printed, tuple(Person(name, Role.AUTHOR) for name in re.split(r"[ \u3000、]+", names)))


def _is_remark(plain: str) -> bool:
    """Whether what begins with a rare surname is a remark or a place: 图略, 全文, 湛江."""
    solid = "".join(plain.split())
    if len(solid) > 3 or solid[0] in COMMON:
        return False
    place = solid == plain and words().part_of_speech(solid) is PartOfSpeech.PLACE
    return place or not _NO_PEN.isdisjoint(solid)


_LONGEST_PEN = 9
_ENDS = "。！？!?”’』」…"
_LETTER_SPACED = rf"(?<!{HAN})({HAN})[ \u3000]{{1,2}}({HAN})(?!{HAN})"
_NO_PEN = frozenset(
    "摄绘图表略见附注续完待删改选摘编译音版期页载首篇章节回集号按讯之的了是在有无未不均皆亦约各每全末终止笑哭声怒题上下左右答问即其另同第报社网台刊电"
)
"""Characters of what papers set in brackets besides names: （图略）, （有删节）, （全文另发）."""
_RARE = 130
"""How often the word list has seen the commonest river after which a writer may be called: 赣江, no 长江 and no city."""


def _is_pen_name(name: str, spaced: bool) -> bool:
    """Whether two or three characters behind a sentence are a pen name: 小渔, 豫法, 穗工宣; no word, no remark."""
    if not made(rf"{HAN}{{2,3}}").fullmatch(name) or name in _NOBODY or not _NO_PEN.isdisjoint(name):
        return False
    if are_names(name) and not _is_remark(name):
        return True
    known = words()
    sort = known.part_of_speech(name)
    if sort is None:
        return len(known.cut(name)) == len(name)
    if sort is PartOfSpeech.PLACE:
        return name[-1] in "江河水川" and known.count(name) < _RARE
    return sort is PartOfSpeech.PERSON and (spaced or len(name) == 2)
