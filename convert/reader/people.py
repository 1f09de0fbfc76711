"""Bylines, leads, signatures and credits → who is named in them, and in which role.

A byline is read as a row of posts (`记者`), tasks (`文/`, `摄`) and the names between them. A post goes before its
names; a task stands before names when a slash or colon follows it, else behind those it is about.
"""

import functools
import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON, surname_length
from convert.lexicon.traditional import simplified
from convert.model import Person, Role
from convert.reader.names import HAN, all_likely, are_names, names_in, split_names


class Task(Enum):
    """What somebody did for a story, as far as it tells a role."""

    TEXT = "text"
    """Writing: a name has the role of its post, without one it is an author."""
    PICTURE = "picture"
    """Taking or drawing a picture: whatever the post, the role is photographer."""
    BOTH = "both"
    """Both of it: names keep their post's role, without one they are authors."""
    GIVEN = "given"
    """Handing in a picture, which offices do too, or a report of pictures: names keep their post's role."""


_WRITING = (
    "撰文|撰稿人?|(?:参与)?采写|(?:参与)?采访|文字|整理|整编|口述|讲述|主讲人?|(?:解答|答疑|解读)(?:专家|律师|法官|医生|人)?|"
    "编译|翻译|译者?|执笔人?|作者|策划|统筹|书法|篆刻|剪纸|木刻|[国版油]画|文|(?<![漫绘插])画"
)
_TAKING = "摄影|[翻拍]?摄|绘图|绘画|绘|手绘|漫画|插图|插画|制图|图表|编制|题图|图"
_BOTH = "摄影报[道导]|文并摄|文[图摄]|图[片]?文|供图|提供|供稿"
_ANY_TASK = rf"{_BOTH}|{_WRITING}|{_TAKING}"
_MEDIA = (
    "本报|本刊|本社|南都|新华社|中新社|中新网|中央社|中通社|人民日报|工人日报|光明日报|经济日报|科技日报|解放军报|法新社?|路透社?|美联社?|"
    "欧新社?|视觉中国|人民视觉|影像中国|光明图片|人民图片|东方IC|CFP|CNSPHOTO|IC"
)
_OUTLET = rf"{HAN}{{1,10}}[报社网台刊]"
OUTLETS = rf"(?:(?:{_MEDIA})|(?<![^\W\d_]){_OUTLET})(?:[·\-—－–/]{_OUTLET})*"
"""Newspapers before a post: 本报, 羊城晚报, 中青报·中青网."""
_RANK = rf"特派|特约|首席|资深|高级|主任|全媒体?|融媒体?|摄影|学生|校园|见习|实习|小|驻{HAN}{{1,6}}?"
_POST = rf"(?:(?:{OUTLETS})\s*)?(?P<rank>(?:{_RANK}){{0,3}})(?P<post>记者|特派员|通讯员|实习生|责任编辑|责编|编辑|核稿|评论员|撰稿人|作者)(?!站|协会|节|团|单位)"
POST = rf"(?:(?:{OUTLETS})\s*)?(?:{_RANK}){{0,3}}(?:记者|特派员|通讯员|实习生|编辑|评论员|撰稿人|特约作者)(?!站|协会|节|团|们|会)"
"""A post with its newspaper, as leads name it."""
_ROLES = {
    "记者": Role.REPORTER,
    "特派员": Role.REPORTER,
    "通讯员": Role.CORRESPONDENT,
    "实习生": Role.INTERN_REPORTER,
    "责任编辑": Role.EDITOR,
    "责编": Role.EDITOR,
    "编辑": Role.EDITOR,
    "核稿": Role.EDITOR,
}
_END = r"(?=$|[\s）)（(/、，：])"
_TOKEN = re.compile(
    rf"(?P<before>(?<![^\W\d_])(?:本版|本组|本期|封面)?(?:图片|照片)?(?:{_ANY_TASK})(?>\s?(?:[/、·和]\s?)?(?:{_ANY_TASK}))*\s*[/：]+(?!(?:{_ANY_TASK}){_END}))"
    rf"|(?P<source>(?:本版|本组|以上)?(?:图片|照片|配图|题图)(?:除署名外)?(?:均)?(?:由|来源|来自)：?)"
    rf"|{_POST}(?:[／/：]\s*)?"
    rf"|(?<![^\W\d_])(?P<alone>(?:本版|特约)?(?:{_ANY_TASK})(?:[/、·](?:{_ANY_TASK}))*){_END}"
    rf"|(?=[摄文供提翻漫插绘国版油画著制编整采])(?:(?<=[^\W\d_][^\W\d_])|(?<=[^\W\d_][ \u3000][^\W\d_])|(?<=[^\W\d_][ \u3000][ \u3000][^\W\d_]))"
    rf"(?P<behind>摄影报[道导]|文并摄|文[/、][图摄]|文(?:(?<=[ \u3000]文)|(?<=^{HAN}{{3}}文)|(?<=[ \u3000、，]{HAN}{{3}}文))[图摄]|供图|提供|供稿|摄影|翻?摄|漫画|[插绘国版油]画|绘|画|(?<![原名编论译专巨])著|制图|编译|整理|采写){_END}"
    rf"|(?P<photo>(?:特约)?摄影)(?={HAN}{{2}})"
    rf"|(?<![^\W\d_])(?P<writer>编译|撰文)(?={HAN}{{2}})"
    rf"|(?<![^\W\d_])编(?=[/：\s])(?P<edited>)"
    rf"|(?P<sent>发自\s*{HAN}{{2,8}})"
    rf"|(?P<told>(?:综合|专题|连线|特别|联合|现场|即时|独家)*(?:报[道导]|专?电|专?[讯稿]|专访|特稿)){_END}"
    rf"|(?P<media>(?:{_MEDIA})(?:供?稿|发|传真)?(?:(?![^\W\d_])|(?=供图|提供|资料|图片|照片)))"
)
_PLAIN = str.maketrans("／╱∕｜|:﹕", "/////：：")
_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")
_DATE = re.compile(
    r"(?:(?:[0-9０-９]{2,4}年)?[0-9０-９〇零一二三四五六七八九十廿]{1,3}月)?[0-9０-９〇零一二三四五六七八九十廿]{1,3}日\s*$"
)
_OFFICE = re.compile(
    r".*(?:[报社网刊府局厅署委部处科股院校厂站队组团会]|电视台|电台|图片|照片|视觉|传媒|影像|资料|集团|公司|大学|中学|小学|幼儿园|中心|银行|单位|街道|社区|"
    r"频道)"
)
_NOBODY = re.compile(
    r"(?:本版|以上|网上|网络|互联网|资料|传真|附)?(?:图片|照片|图)|取自.+|翻自.+|本版|受访者|网友|读者|市民|居民|村民|游客|家属|警方|民众|当事人|发"
)
_SOURCE = re.compile("(?:本(?:栏目?|版|报))?(?:稿件|文章)?来源")
"""Stands before the office that a text comes from."""
_MARKS = " \u3000□■◆◇○●◎▲☆★*＊"
_AROUND = "（）()【】〔〕［］[] \u3000□■◆◇○●◎▲☆★*＊"


class Signed(Struct, frozen=True):
    """A byline taken apart. `whole` says that it holds posts, tasks, offices and likely names and nothing else."""

    people: tuple[Person, ...]
    whole: bool
    posted: bool
    pictured: bool
    tasked: bool


def people_in(byline: str, default: Role = Role.AUTHOR) -> tuple[Person, ...]:
    """The people of a byline or credit in printed order; names without a post before them get the default role."""
    plain = simplified(byline)
    return _as_printed(signed(plain, default).people, plain, byline)


def credited(text: str) -> tuple[Person, ...]:
    """The people of a photograph's credit; an agency or office that gave it is none."""
    return people_in(text, Role.PHOTOGRAPHER)


def _as_printed(found: tuple[Person, ...], plain: str, printed: str) -> tuple[Person, ...]:
    """The people with their names in the script of the page; `plain` is the printed text in Simplified characters."""
    if plain == printed:
        return found
    named, at = list[Person](), 0
    for person in found:
        place = re.compile(r"\s*".join(map(re.escape, person.name))).search(plain, at)
        at = place.end() if place else at
        name = "".join(printed[place.start() : place.end()].split()) if place else person.name
        named.append(Person(name, person.role))
    return tuple(named)


def signed(text: str, default: Role = Role.AUTHOR) -> Signed:
    """Take a byline in Simplified characters apart."""
    return _taken_apart(_bare(text), default)


@functools.lru_cache(maxsize=1024)
def _taken_apart(bare: str, default: Role) -> Signed:
    """A byline without its brackets, taken apart.

    What was found is kept for a while: a line is asked for its shape, then for its people, and a newspaper's few
    reporters sign page after page.
    """
    work = _work_by(bare)
    if work:
        return Signed((Person(work, Role.AUTHOR),), whole=True, posted=False, pictured=False, tasked=True)
    reader = _Reader(default)
    reader.read(bare)
    people = tuple(dict.fromkeys(reader.people))
    return Signed(people, reader.whole, reader.posted, reader.pictured, reader.tasked)


def _work_by(bare: str) -> str | None:
    """The painter or writer of `郎静之作`; None for words that end alike: 安全工作."""
    found = _WORK.fullmatch(bare) if bare[-1:] == "作" else None
    if not found or not are_names(found[1]):
        return None
    name = "".join(found[1].split())
    known = words()
    sorts = [known.part_of_speech(word) for word in known.cut(f"{name}作") if len(word) > 1 and word != "之作"]
    return name if all(sort is PartOfSpeech.PERSON for sort in sorts) else None


_WORK = re.compile(rf"({HAN}{{2,3}}|{HAN}[ \u3000]{{1,2}}{HAN})[ \u3000]?作")


def _bare(text: str) -> str:
    """The byline without what stands around it; inner brackets opened when they hold a post or task, else left out."""
    text = text.translate(_PLAIN).strip(_MARKS)
    if "（" in text or "(" in text:
        text = _BRACKETS.sub(
            lambda match: f" {match[1]} " if match[0] == text or _TOKEN.search(match[1]) else " ", text
        )
    return text.strip(_AROUND)


class _Named(NamedTuple):
    """A name, the role that stands before it, and whether a post does."""

    name: str
    role: Role
    posted: bool


class _Reader:
    """Goes through the posts, tasks and names of a byline."""

    def __init__(self, default: Role) -> None:
        self.people: list[Person] = []
        self.whole = True
        self.posted = self.pictured = self.tasked = False
        self._default = self._role = default
        self._task: Task | None = None
        """The task that was told before the names that come."""
        self._by_post = False
        """Whether the role is that of a post."""
        self._unlikely = False
        """Whether something stands among the names that is none: an office, when a task of giving belongs to it."""
        self._open: list[_Named] = []
        """The names to which a task that is told behind them belongs."""

    def read(self, text: str) -> None:
        at = 0
        self.whole = not text.startswith("提供")  # who gave a picture stands before it: no 提供 优质服务
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup
            self._take_names(
                _without_outlet(text[at : match.start()]) if kind == "post" else text[at : match.start()],
                kind == "told",
            )
            at = match.end()
            if kind == "post":
                self._take_post(match)
            elif kind in _STANDING:
                self._stand_under(_STANDING[kind])
            elif kind in ("before", "source"):
                behind = self._open and self._task is None and _is_office(text[at:].strip())
                (self._close if behind else self._begin)(_task_of(match[0]))
            elif kind in ("alone", "behind"):
                self._take_task(match[0], last=not text[at:].strip(" ）)"))
            elif kind == "sent":
                self.tasked = True
            elif kind == "media":
                self.pictured = self.pictured or not self._open
        self._take_names(text[at:])
        self._close(None)

    def _stand_under(self, role: Role) -> None:
        self._role, self._by_post = role, True

    def _take_post(self, match: re.Match[str]) -> None:
        """The names that come have this post; who is named under a picture took it, whatever the post."""
        intern = "习" in match["rank"]
        role = Role.INTERN_REPORTER if intern else _ROLES.get(match["post"], Role.AUTHOR)
        self.posted = True
        self._stand_under(Role.PHOTOGRAPHER if self._task is Task.PICTURE else role)

    def _take_task(self, told: str, last: bool) -> None:
        """A task that stands alone is about the names before it, but for one in a row of tasks before their names."""
        task = _task_of(told)
        if self._open and (self._task is None or last) and (last or told != "摄影"):
            self._close(task)
        else:
            self._begin(task)

    def _begin(self, task: Task) -> None:
        """The names that come did this."""
        self._close(None)
        self._task = task
        self.tasked = True
        self.pictured = self.pictured or task in _PICTURED
        self._role = _ROLE_OF_TASK.get(task, self._default)

    def _close(self, task: Task | None) -> None:
        """The names so far are done with; `task` is told behind them."""
        self.pictured = self.pictured or task in _PICTURED
        self.tasked = self.tasked or task is not None
        strict = Task.GIVEN in (task, self._task)
        for named in self._open:
            likely = named.posted or _begins_as_name(named.name)
            if (strict and not likely) or _is_too_long(named):
                continue  # an office that gave a picture, or text
            told = task in _ROLE_OF_TASK and (task is Task.PICTURE or not named.posted)
            self.people.append(Person(named.name, _ROLE_OF_TASK[task] if task and told else named.role))
        self.whole = self.whole and (not self._unlikely or (strict and not self._by_post))
        self._open, self._unlikely = [], False
        self._task, self._role, self._by_post = None, self._default, False

    def _take_names(self, chunk: str, told: bool = False) -> None:
        """Take the names between two tokens; offices and places among them are nobody."""
        if not chunk or chunk.isspace():
            return
        single = None if told else _SINGLE_NAME.fullmatch(chunk)
        if single:
            self._open.append(_Named(single[1], self._role, self._by_post))
            return
        if told and "/" in chunk:
            chunk = _before_slash(chunk)
        runs = [run for run in _BETWEEN.split(_DATE.sub("", chunk)) if run and not _SOURCE.fullmatch(run)]
        runs = [_READER.sub("", run) for run in runs]
        if told:
            runs = _without_place(runs, self._by_post)
        offices = [run for run in runs if _is_office(run)]
        self.pictured = self.pictured or any(_NOBODY.fullmatch(office) for office in offices)
        rest = [run for run in runs if run not in offices] if offices else runs
        named = rest if told or self._by_post else without_whence(rest)
        self._unlikely = self._unlikely or (self._task is None and named != rest)
        text = " ".join(named)
        names = names_in(text)
        role = Role.REPORTER if told and not self._by_post else self._role
        self._open += [_Named(name, role, self._by_post) for name in names]
        self._unlikely = self._unlikely or (bool(text) and not self._may_name(names, text))

    def _may_name(self, names: list[str], text: str) -> bool:
        """Whether a text holds its names only; writers who are no reporters have pen names, too, of offices: 穗工宣."""
        reports = self._role in (Role.REPORTER, Role.INTERN_REPORTER)
        return all_likely(names, text) or (self._by_post and not reports and _pen_names(text))


_BETWEEN = re.compile(r"[\s、，/：]+")
_SINGLE_NAME = re.compile(rf"\s*([{''.join(sorted(COMMON))}]{HAN}{{1,2}})(?<!日)\s*")
"""What nearly always stands behind a post, and needs no further look: one name with a common surname."""
_READER = re.compile(rf"^(?:读者|市民|居民|村民|网友|听众|观众|游客)(?=[{''.join(sorted(COMMON))}]{HAN}{{1,2}}$)")
"""What a reader who took a picture is called right before the name: 市民王小明."""
_STANDING = {"photo": Role.PHOTOGRAPHER, "edited": Role.EDITOR, "writer": Role.AUTHOR}
"""The roles of what stands right before a name as a post does."""
_PICTURED = (Task.PICTURE, Task.GIVEN)
_ROLE_OF_TASK = {Task.TEXT: Role.AUTHOR, Task.BOTH: Role.AUTHOR, Task.PICTURE: Role.PHOTOGRAPHER}
"""The role of those who have no post; under a picture of all."""


def _task_of(token: str) -> Task:
    """The task that a token tells."""
    if "供图" in token or "提供" in token or "由" in token or "来" in token or "报" in token:
        return Task.GIVEN
    writing, picture = re.search(_WRITING, token), re.search(_TAKING, token)
    if writing and picture:
        return Task.BOTH
    return Task.PICTURE if picture else Task.TEXT


def _is_too_long(named: _Named) -> bool:
    """Whether it can be nobody's name for its length: without a post more than four characters, with one more than seven."""
    return "·" not in named.name and "{" not in named.name and len(named.name) > (7 if named.posted else 4)


def _begins_as_name(name: str) -> bool:
    return "·" in name or surname_length(name) > 0


def _pen_names(text: str) -> bool:
    """Whether every name of a text is short and no word."""
    return all(2 <= len(name) <= 4 and name not in words() for name in text.split())


def _is_office(run: str) -> bool:
    """Whether a run of characters names a newspaper, an agency or an office, who are nobody's name."""
    if _NOBODY.fullmatch(run):
        return True
    return bool(_OFFICE.fullmatch(run)) and (len(run) > 3 or (len(run) > 2 and not surname_length(run)))


def _without_outlet(chunk: str) -> str:
    """What stands before a post without the newspaper right before it: `南都记者`."""
    solid = chunk.rstrip()
    last = solid.split()[-1] if solid == chunk and solid else ""
    return chunk[: len(chunk) - len(last)] if last and not _begins_as_name(last) else chunk


def _before_slash(chunk: str) -> str:
    """What stands before the slash of `王小明/台北`; all of it when more names follow there, set apart from the rest."""
    before, _, after = chunk.rpartition("/")
    return chunk if after[-1:].isspace() and are_names(after) and not is_place(after.strip()) else before


def _without_place(runs: Sequence[str], by_post: bool) -> list[str]:
    """The runs without the place from which or the way in which somebody reports: `王小明台北`, `王小明 台北`."""
    *before, last = runs or [""]
    if before and (are_places(last) or not _begins_as_name(last)):
        return before
    family = surname_length(last)
    for given in (2, 1):
        end = family + given
        if family and len(last) > end + 1 and is_place(last[end:]):
            return [*before, last[:end]]
    alone = len(last) in (2, 3) and last[0] in COMMON  # `黄俊贤 报道`, but not `台北 报道`
    return [*before, last] if last and (by_post or before or alone) else before


def told_by_whence(text: str, apart: bool = False) -> bool:
    """Whether a text is an author told with place, office or calling, and nothing else: `甘肃天水 张守业`.

    `apart` asks that the name be set apart from what it is told with.
    """
    runs = text.split()
    if apart and len(runs) < 2:
        return False
    kept = [run for run in without_whence(runs) if not _is_office(run)]
    if kept == runs or not 0 < len("".join(kept)) <= _LONGEST_TOLD:
        return False
    name = "".join(kept)
    sort = words().part_of_speech(name)
    no_word = sort is None or (sort is PartOfSpeech.PERSON and name[0] in COMMON)
    return no_word and not are_places(name) and not _NO_END.search(name) and are_names(" ".join(kept))


_LONGEST_TOLD = 8
"""Characters of the names that stand behind a place, office or calling."""
_NO_END = re.compile("[馆室所楼店园库厅房省市县区镇乡村组队处科部]$")
"""What ends the name of an office rather than a person's."""


def without_whence(runs: Sequence[str]) -> list[str]:
    """The runs of an author's line without the place, office or calling before the name: `营养师 佘丽君`."""
    if not runs:
        return []
    *before, last = runs
    kept = [run for run in before if not _is_whence(run)]
    return [*kept, *_behind_whence(last)]


def _is_whence(run: str) -> bool:
    """Whether a run of characters before a name is a place or a calling."""
    if len(run) < 2:
        return False
    if _PROVINCE.match(run) or _TOWN.fullmatch(run):
        return True
    if _CALLING.fullmatch(run):
        return len(run) > 3 or not surname_length(run) or run in words() or run[0] in "区市省县镇"
    return bool(_CITIES.fullmatch(run)) or ((run[0] not in COMMON or run[-1] == "州") and are_places(run))


def _behind_whence(run: str) -> list[str]:
    """The names that run on behind a place or an office: `江西玉山县李芳琴`; the run itself where nothing like it is."""
    if len(run) < _SHORTEST_WHENCE or len(run) > _LONGEST_WHENCE or not _HAN_ONLY.fullmatch(run) or _is_office(run):
        return [run]
    if all(name[0] in COMMON and len(name) < _SHORTEST_WHENCE for name in split_names(run)):
        return [run]
    told = _OFFICE_BEFORE.match(run) or _PROVINCE.match(run)
    for end in [told.end()] if told and len(run) - told.end() > 1 else []:
        names = _run_on(run[end:])
        if all(name[0] in COMMON and len(name) < _SHORTEST_WHENCE for name in names):
            return names
    for given in (3, 2):
        name, place = run[-given:], run[:-given]
        if name[0] in COMMON and len(place) > 1 and _is_whence_of(place):
            return [name]
    return [run]


def _run_on(names: str) -> list[str]:
    """The names that run on behind an office, two of three characters where they may be that."""
    even = len(names) == 6 and names[0] in COMMON and names[3] in COMMON
    return [names[:3], names[3:]] if even else split_names(names)


def _is_whence_of(place: str) -> bool:
    """Whether what runs on before a name is nothing but places, the first of them a known one."""
    first, *more = words().cut(place)
    return are_places(first) and len(first) > 1 and all(len(word) > 1 for word in more)


_SHORTEST_WHENCE = 4
_LONGEST_WHENCE = 30
"""Characters of the shortest and longest run of a place or office and the names behind it."""
_HAN_ONLY = re.compile(rf"{HAN}+")
_PROVINCE = re.compile(
    "(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|"
    "西藏|宁夏|新疆|香港|澳门|台北|新北|桃园|台中|台南|高雄)[省市]?"
)
_CITIES = re.compile(
    "石家庄|唐山|秦皇岛|保定|张家口|承德|阳泉|运城|吕梁|包头|通辽|大连|本溪|营口|盘锦|铁岭|通化|齐齐哈尔|南通|连云港|宿迁|嘉兴|"
    "金华|合肥|三明|龙岩|宁德|景德镇|新余|烟台|日照|开封|焦作|许昌|商丘|信阳|周口|孝感|邵阳|岳阳|常德|张家界|怀化|娄底|茂名|"
    "河源|清远|桂林|百色|海口|自贡|攀枝花|广元|遵义|曲靖|玉溪|昭通|宝鸡|商洛|天水|武威|酒泉|银川|克拉玛依|洛阳|沈阳|江门|江阴|"
    "成都|安阳|安庆|马鞍山|基隆|苗栗|彰化|南投|嘉义|花莲|金门|马祖|九龙|新界"
)
"""Cities that the word list has as other words, or that begin as names do."""
_TOWN = re.compile(
    rf"{HAN}{{2,16}}[省市县区州盟旗镇乡村矿]|{HAN}{{3,16}}[街屯庄湾]|{HAN}{{1,12}}(?:车间|工段|工区|班组|[分总]厂|年级|机关|学院)|{HAN}{{0,12}}[0-9０-９]{{2,4}}级{HAN}{{0,8}}"
)
_OFFICE_BEFORE = re.compile(
    rf"{HAN}{{2,26}}(?:[省市县区镇乡村局厅署委部处科院校厂站队府社]|室|工会|协会|公司|集团|大学|中学|小学|幼儿园|中心|银行|街道|社区|车间)"
)
_CALLING = re.compile(
    r"\w*(?:主席|主任|经理|书记|政委|[厂校院局所队站处科部会社班组团店连排营舰艇]长|总编|[工导药厨律]?师|[官警]|[职社会党雇学队官委议导]员|教练|教授|博士|硕士|研究生|本科生|大夫|护士|"
    "医生|专家|学者|作家|诗人|画家|书法家|评论家|读者|听众|观众|市民|居民|村民|网友|职工|工人|农民|学生|同学|家长|司机|战士|干部|代表|嘉宾|志愿者|爱好者)"
)
"""What somebody is, as it stands before a name."""


def is_place(text: str) -> bool:
    """Whether a text is one word, or nothing but places."""
    return text in words() or are_places(text)


def are_places(text: str) -> bool:
    """Whether a text is made of nothing but names of places."""
    place, known = PartOfSpeech.PLACE, words()
    return text in _NEWER_PLACES or all(known.part_of_speech(word) is place for word in known.cut(text))


_NEWER_PLACES = ("高雄", "新北")
"""Cities that the word list lacks."""
