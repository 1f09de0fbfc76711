"""Shapes of line that say by themselves what a line is: one row a shape, each with its own examples of yes and no.

A shape is a fact about one line alone (a jump, a byline, a credit). What a line is in its place is decided from the
shapes, lengths and neighbours of all lines together (`convert.reader.path`).
"""

import functools
import re
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from convert.lexicon.surnames import COMMON, surname_length
from convert.reader.folioparts import LONGEST as LONGEST_FOLIO
from convert.reader.folios import read_folio
from convert.reader.imprints import is_imprint
from convert.reader.jumps import JUMP, JUMP_START, POINTERS
from convert.reader.leads import has_lead
from convert.reader.names import HAN, RUN, SPACED_NAME, are_names
from convert.reader.numerals import NUMBER
from convert.reader.people import signed

POST = (
    r"(?:本报|本報|本刊|新华社|新華社|中新社|中央社|人民日报|工人日报)?(?:特派|特约|特約|首席|驻[^\W\da-zA-Z_]{2,5}?)?"
    r"(?:见习|見習|实习|實習)?(?:全媒体|融媒体|摄影|攝影|学生|學生|校园|校園)?(?:记者|記者|通讯员|通訊員|评论员|評論員|撰稿人?|特约作者|实习生|編輯|编辑)"
)
"""A post as a byline names it: 本报记者, 特约通讯员, 见习记者."""

_FIGURE = r"[-+−－]?[0-9０-９][0-9０-９.,．:：]{0,11}[%％‰]?"
_SHOT = r"(?:摄影报道|攝影報道|摄影报导|攝影報導|摄影|攝影|摄|攝)"
_GIVEN = r"(?:供图|供圖|提供|制图|製圖|绘图|繪圖|漫画)"
_MEDIA = r"(?:本报|本報|新华社|新華社|中新社|中央社|人民图片|资料|資料|视觉中国|影像中国|传真|傳真)"


class Shape(StrEnum):
    """What a line's own form says."""

    JUMP = "jump"
    CREDIT = "credit"
    BYLINE = "byline"
    AUTHOR = "author"
    LABEL = "label"
    FOLIO = "folio"
    EDITORS = "editors"
    IMPRINT = "imprint"
    LEAD = "lead"
    JUMPED = "jumped"
    SIGNATURE = "signature"
    CAPTION = "caption"
    ITEM = "item"
    NUMBERED = "numbered"
    SALUTATION = "salutation"
    CONTACT = "contact"
    DAY = "day"
    ELLIPSIS = "ellipsis"
    ROW = "row"
    PLAIN = "plain"

    __hash__ = str.__hash__  # Enum's own is a Python function, which every look-up would call


class Row(Struct, frozen=True, dict=True):
    """A shape: the pattern of the whole line (or of its start), and lines that have it and that have it not."""

    shape: Shape
    expression: str
    """The pattern as it is written."""
    longest: int
    yes: tuple[str, ...]
    no: tuple[str, ...]
    starts: bool = False
    """Whether the pattern need only match the line's start."""
    check: Callable[[str], bool] | None = None
    """Asked as well when the pattern fits."""
    begins: str = ""
    """The characters that a line of this shape begins with, empty for any: others needn't be tried."""

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when the first line asks for it: all of them take 15 ms, and few pages have lines of every shape."""
        return re.compile(self.expression)


def _row(
    shape: Shape,
    longest: int,
    pattern: str,
    yes: str,
    no: str,
    starts: bool = False,
    check: Callable[[str], bool] | None = None,
    begins: str = "",
) -> Row:
    yeses, noes = tuple(yes.split("|")), tuple(no.split("|"))
    return Row(shape, pattern, longest, yeses, noes, starts, check, begins)


def _has_names(text: str) -> bool:
    """Whether the names of a byline or credit are likely ones where nothing but their surnames says so."""
    post = _POST.search(text)
    if post:
        after = text[post.end() : post.end() + 1]
        return not after or not _HAN.match(after) or surname_length(text, post.end()) > 0
    if text[0] in "（(〔【" or "/" in text or "／" in text or "：" in text or _ORDINARY.match(text):
        return True
    names = text.strip("□■◆◇○◎●▲☆★*＊ \u3000")
    return not _COLUMN.fullmatch(text) and are_names(_TAKEN.sub("", names))


_COLUMN = re.compile(rf"[^□\w]\s*(?![{''.join(sorted(COMMON))}]){HAN}[说谈议评论话语]")
"""The name of a column that begins as a name does: `■ 师说`."""


def _is_folio(text: str) -> bool:
    """Whether a line is made of a folio's parts and nothing else."""
    return read_folio(text) is not None


def _names_an_editor(text: str) -> bool:
    """Whether somebody is named after one of the posts: 统筹 城乡 发展 and 主编/读者 are titles."""
    return bool(_EDITED_BY.search(text)) or any(len(part) <= 4 and surname_length(part) for part in _PARTED.split(text))


_EDITED_BY = re.compile(r"(?:责编|编辑|美编|校对)\s*[:：/／]")
_PARTED = re.compile(r"[\s、|丨:：/／]+")


def _tells_figures(text: str) -> bool:
    """Whether a price or a number to call is told, where a line begins with the word for it: no 定价：谁说了算."""
    return not _WANTS_FIGURES.match(text) or bool(_TOLD_IN_FIGURES.search(text))


_WANTS_FIGURES = re.compile(
    r"(?:本报地址|报社地址)|(?:本报|本刊|每份)*(?:零售|每份|定价|全年定价|月价|广告|发行|邮发代号|(?:新闻|爆料|编辑)热线|热线电话|总编室|总机)"
)
_TOLD_IN_FIGURES = re.compile(r"[0-9０-９@]|[一二三四五六七八九十][元角]")


def _is_credit(text: str) -> bool:
    """Whether a line holds nothing but who took or gave a picture."""
    if _TELLS_DAY.search(_TAKEN_ON.sub("", text)):
        return False
    found = signed(text)
    return found.whole and found.pictured


def _is_byline(text: str) -> bool:
    """Whether a line holds nothing but posts, tasks and likely names."""
    if _TELLS_DAY.search(text) or not (_POSTED_OR_PARTED.search(text) or _DONE.search(text) or text[-1] == "作"):
        return False
    found = signed(text)
    return found.whole and bool(found.people)


_TAKEN_ON = re.compile(r"(?<=摄)\s*(?:[0-9]{2,4}年)?[0-9]{1,2}月[0-9]{1,2}日(?=[）)]?$)")
"""The day on which a picture was taken, as Taiwan's agency tells it."""
_TELLS_DAY = re.compile(r"[0-9]|日\s*[电讯]|：$")
_POSTED_OR_PARTED = re.compile(r"记者|通讯员|特派员|评论员|实习生|[/／╱|｜：:]")
_DONE = re.compile(r"[\s\u3000](?:编译|整理|采写|撰文|文)$")


def _signs(text: str) -> bool:
    """Whether the last word of a line begins as a name does."""
    return text.split()[-1][:1] in COMMON


def _is_dashed_signature(text: str) -> bool:
    """Whether what stands between dash and bracket are names, where it is no office."""
    names, bracket, _ = text.replace("(", "（").lstrip("—－ \u3000").partition("（")
    return not bracket or are_names(names)


_MORE = rf"(?:[\s、，/／]+(?:{POST}[:：\s]*)?{SPACED_NAME}){{0,11}}"
_LIST = rf"{SPACED_NAME}(?:[\s、]+{SPACED_NAME}){{0,11}}"
_POSTED = rf"{POST}(?:[:：\s]+{SPACED_NAME}|{RUN}){_MORE}"
_BARE = rf"{RUN}(?:[\s、]+{RUN}){{0,5}}|{HAN}[ \u3000]{{1,2}}{HAN}"
_OF_CREDIT = "摄攝供图圖漫发發绘照文"
"""Characters of which every credit has one: without any, none of the ways to print one need be tried."""
_EDITING = (
    r"(?:本版|本期|值班|执行|图片)?(?:责任)?(?:责编|編輯|编辑|美编|美术编辑|视觉设计|版式设计|版面设计|版式|校对"
    r"|(?:美术|视觉|版面|设计|排版)(?=\s*[:：/／])|校检|审校|检校|组版|值班主任|值班编委|编审|统筹|监制|主编|副主编|总编辑|制图)"
)
"""A post of those who make the page. After the first name of one it is none of the names."""
_WEATHER = (
    r"多云|晴|阴|雾|霾|[小中大暴雷阵雨雪夹到]{1,4}|转|间|有|局部|[东南西北偏]{1,4}风|微风|[0-9—～~-]{1,5}级|白天|夜间|今[天日]|明[天日]|最[高低]|气温|"
    r"[-−]?[0-9]{1,2}℃?|[～~\-—至/到|，、：:]|\s"
)
"""What a line of a weather forecast is made of."""
_PARTS = r"\s/／╱∕｜|:：（(〔［\[【）)〕］\]】、·"
_APART = (
    rf"(?:[摄绘图社发稿]|摄影报[道导]|漫画|提供|视觉|照片|图片|传真)(?![^{_PARTS}])|(?<![^{_PARTS}])(?:本版|本组|以上|题|配|特约)?(?:摄影|漫画|[摄绘图])"
    r"|(?:新华|中新|路透|法新|美联)社?|[取翻]自"
)
"""The word for a picture where a credit has it, next to a mark, a space or an end of the line: titles have it anywhere."""
_PICTURES = r"(?:(?:本版|以上|本组|题图|配图|上图|下图|左图|右图)?(?:图片|照片|配图|题图|摄影))"

_POST = re.compile(POST)
_HAN = re.compile(HAN)
_BRACKETS = "（(｛{〔【["
_FIGURES = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百"
_OF_POST = "本新中人工特首驻见見实實全融摄攝记記通评評撰編编学學校"
"""Characters that a post begins with."""
_OF_LEAD = (
    "【〔（(［[本新中据據綜综法路美合共時韩朝塔俄德安埃彭越拉记記特驻駐见見实實首编編"
    "羊南广廣北京大科光经經工人解文香澳星明东東信晚早晨商快午劳勞齐齊扬揚央"
)
"""Characters that a lead begins with: of agencies, posts and newspapers."""
_ORDINARY = re.compile(rf"(?:{_PICTURES}|传真|资料|附|压题|新华社|新華社|本报|{HAN}{{2,16}}\s*(?:供图|供圖|摄影报道))")
_TAKEN = re.compile(rf"\s*(?:{_SHOT}|{_GIVEN}|发|图|绘|文)\s*(?:[（(].*[）)])?\s*(?:[A-Z]{{1,2}}[0-9]{{2,4}})?$")


TABLE: tuple[Row, ...] = (
    _row(
        Shape.JUMP,
        60,
        JUMP,
        "(上接第2版)|（下转第三版）|下转02版|（相關新聞刊A5版）|｛相關新聞見p04｝|{相關新聞見p04}|【上接A1版】|(上接第1版《当好“娘家人”》)|（上接A01）|▲上接第1版|（上接第1版右栏）|（续上版）|（未完，下转第3版）|（下接A3版）|（全文见2版）|（接下版）|见4版",
        "(上接第1版)各级工会坚持|上接第一次会议|（下同）|见四版画|转二版路口|（一版）|下接电话|接3版主任电话|（详见附件）",
        begins=_BRACKETS + POINTERS + "紧緊上下文承转轉接续續未参參詳详另相全更尚评評社图圖报報见見刊新内內p",
    ),
    _row(
        Shape.FOLIO,
        60,
        rf"(?:第\s*)?[A-Z]?{NUMBER}\s*版(?:\s*[:：·|\s]\s*[\w/·]{{1,8}})?"
        rf"|(?:{HAN}{{1,8}}报\s*)?(?:[12１２][0-9０-９]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})\s*[年./-]"
        rf"\s*{NUMBER}\s*[月./-]\s*{NUMBER}\s*日?\s*(?:星期[一二三四五六日天]|礼拜.)"
        r"|(?:[A-Z]?[0-9]{1,3})\s*[|·]\s*[^\W\da-zA-Z_]{2,6}|(?:国内统一|统一)?(?:连续出版物号|刊号)\s*(?:CN)?[\s0-9—–\-]{4,12}.{0,20}"
        rf"|《\s*{HAN}{{2,8}}\s*》\s*[（(]\s*[12][0-9]{{3}}年[0-9]{{1,2}}月[0-9]{{1,2}}日.{{0,16}}版\s*[）)]"
        rf"|0[0-9]|[A-Z]{{1,3}}[0-9]{{2,4}}"
        r"|总?第\s*[0-9]{2,6}\s*[期号]|今日[0-9一二三四五六七八九十]{1,3}版",
        "第03版:工会|2024年2月1日 星期四|第8版|A4版·综合|04 · 工会|劳动午报 2023年8月2日 星期三|国内统一刊号CN11-0224|总第7654期|08|《 人民日报 》（ 2024年01月13日   第 01 版）|J256",
        "2024年6月18日|第8版印刷完成后送到职工手中|12月3日|第三版块主要是稳外资|第8版印刷|第250号工地开工|今日8版面上新",
    ),
    _row(
        Shape.FOLIO,
        LONGEST_FOLIO,
        r"(?=[^年版期号0-9０-９]*[年版期号0-9０-９])"  # without any of these it need not be looked through
        r"[^。！？；]*(?:版|[0-9０-９零〇○一二三四五六七八九]\s*[年期号]|[A-ZＡ-Ｚ][-－]?[0-9０-９]|(?<!\S)[0-9０-９]{1,2}(?!\S)|[12１２][0-9０-９]{3}[-./．／－])[^。！？；]*",
        "A08 广州·城事|04 要闻|要闻 A04|星期四 2024年2月1日|3 工人日报 2024年2月1日 星期四|中华民国113年2月1日　星期四|联合报 2024/02/01 A4版"
        "|自由时报 2024-02-01 A4|2024年2月1日 星期四 农历癸卯年十二月廿二日|《劳动午报》 2023年8月2日 第3版|今日共16版",
        "2024年6月18日|A4纸的故事|04工程启动|三版 老照片 人物 故事|70 年辉煌|12 月|工会新闻03年回顾|人民日报 2024|B超室里的灯光",
        check=_is_folio,
    ),
    _row(
        Shape.EDITORS,
        90,
        rf"(?:[【■□●◆]?\s*{_EDITING}"
        rf"\s*[:：/／ \u3000]\s*{HAN}{{1,4}}(?:[ \u3000、]{{1,3}}(?!{_EDITING}\s*[:：/／ \u3000]){HAN}{{1,4}}){{0,5}}[\s、|丨/／]*){{1,6}}"
        rf"(?:(?:投稿|联系)?(?:电子)?(?:E-?mail|邮箱|信箱|电话|热线|传真|微信|QQ)\s*[:：]?\s*[\w.@()（）—-]{{4,30}}[\s、|丨/／]*){{0,3}}[】]?",
        "责编 周平|责任编辑：何素心 美编：李四|【本版编辑 王小明 校对 李红】|编辑/张旭 美编/王巍|本版责编：张帅祯 钟 秋 唐中科|■责编 周平 ■美编 李红|责编：周平 电话：63523314 邮箱：a@b.com|责编：周平 版面设计：李红",
        "编辑部的故事还在继续|校对工作完成后|（责任编辑 何素心 邢大勇）|统筹 城乡 发展|■主编 的话|主编/读者|编审 会议",
        check=_names_an_editor,
        begins="【■□●◆本值执图责責編编美视版设排校审检组統统监主副总制",
    ),
    _row(
        Shape.IMPRINT,
        90,
        r"(?:今[天日晚]|明[天日]|白天|夜间|天气|本市|北京)[^。]{0,12}(?:晴|多云|阴|雨|雪)[^。]{0,40}℃[^。]{0,20}|"
        r"(?:京|沪|粤|津|冀|浙|苏|渝|川|鲁|蜀|闽|湘|鄂|豫|皖|赣|辽|吉|黑|晋|陕|桂|滇|黔|琼)?ICP[备证].{2,40}|(?:本报|本刊|每份)*(?:社址|零售价?|零售每份|每份定价|定价|广告(?:经营)?许可证|发行(?:部|热线)|承?印刷?[:：]|邮发代号|"
        r"(?:本版|投稿)(?:投稿)?(?:电子)?[邮信]箱|(?:新闻|爆料|编辑)热线|热线电话|总编室|总机|报社地址|本报地址|全年定价|月价|邮编及)(?:[:：\s].{0,60}|(?<=：).{1,60}|电话.{0,40}|[0-9０-９.．一二三四五六七八九十]{1,6}元.{0,20})"
        r"|每份(?:零?售价?)[:：]?\s*[0-9０-９.]{1,6}元|(?:邮发)?代号\s*[:：]?\s*[0-9]{1,2}[-—][0-9]{1,4}|本报印刷厂(?:承?印刷?)|地址[:：].{2,40}邮政?编码?[:：]\s*[0-9]{6}.{0,20}"
        r"|(?:国内统一)?(?:连续出版物号|刊号)\s*[:：]\s*(?:CN)?.{6,40}"
        r"|(?:中国)?(?:福彩|体彩|福利彩票|体育彩票|双色球|大乐透|七乐彩|排列[三五35]|快乐8)\S{0,10}\s*第?\s*[0-9]{3,7}\s*期.{0,60}",
        "京ICP备05034568号|今天白天晴转多云 北风三级 最高气温12℃|零售每份 1.00元|邮发代号：1-196|新闻热线：010-63526021|广告许可证：京工商广字第003号|国内统一连续出版物号：CN11-0224|印刷：人民日报印刷厂"
        "|福彩双色球 第2024013期 红球:01 05|每份售10元|代号1-1|本版邮箱:abc@def.com",
        "地址是谁都知道的|零售价格稳中有降|地址：北京市东城区安定门外大街甲88号|印刷厂里的灯光|邮箱里的秘密|邮箱：yingzhan@linhu-gh.example|定价：谁说了算|广告热线：63523314|热线电话 打爆了|发行部 的故事",
        check=_tells_figures,
        begins="今明白夜天本北京沪粤津冀浙苏渝川鲁蜀闽湘鄂豫皖赣辽吉黑晋陕桂滇黔琼I社零每定广发承印邮投新爆读编热总报全月代地国连刊中福体双大七排快",
    ),
    _row(
        Shape.IMPRINT,
        60,
        rf"(?=[^℃]*℃)(?=[^晴云阴雨雪]*[晴云阴雨雪])(?:{HAN}{{2,4}}[\s:：]+)?(?:{_WEATHER}){{2,20}}"
        rf"|{HAN}{{2,14}}主管(?:[、\s]?{HAN}{{2,14}})?主办|{HAN}{{2,10}}报社(?:出版|编辑出版|主办)"
        rf"|(?:{HAN}{{1,6}}(?:网址|网)?[:：]?\s*)?(?:https?://|www\.)[\w./?=&#%-]{{4,60}}",
        "广州 12℃～20℃ 多云|多云转晴 12℃/3℃|中华全国总工会主管主办|www.ldwb.com.cn|人民网网址：http://www.people.com.cn",
        "多云转晴|40℃雨中抢修|12℃的坚守|晴天里的等待|北京市总工会主办",
    ),
    _row(
        Shape.IMPRINT,
        LONGEST_FOLIO,
        "[^。！？；]*。?",
        "江州市总工会主办　国内统一刊号ＣＮ３７—００７２|本版编辑电话：(0451)86655123|报料热线：85777777 有奖报料 最高奖1000元|版权所有 未经许可不得转载"
        "|本报地址：北京市安外大街1号 邮编：100011 广告热线：010-63523314|本版内容仅供参考，如有不适请及时就医。"
        "|未经许可不得转载|未经本报许可，不得转载|免费赠阅 www.abc.com.cn 每份1元|广告热线：63523314 国内统一刊号CN37-0072"
        "|全国各地邮局均可订阅 每份零售1.00元|发行所：台北市南京东路1号 客服专线：(02)8692-5588",
        "联系电话：0577-88091234|地址：学府路18号 电话：0592-2182112|电话热线打爆了|市总工会主办|版权所有者|欢迎来稿|客服热线：95588|江州市新华印刷厂|热线电话背后的故事|本版热线",
        check=is_imprint,
    ),
    _row(
        Shape.CREDIT,
        90,
        rf"(?=[^{_OF_CREDIT}]*[{_OF_CREDIT}])(?:"
        rf"[（(〔【]?\s*(?:{_PICTURES}\s*[:：/／]?\s*)?(?:{_MEDIA}?\s*{_POSTED}|{_BARE})\s*[/／]?\s*(?:{_SHOT}|{_GIVEN}|发|图|绘)(?:[（(].{{1,12}}[）)])?\s*[）)〕】]?(?:\s*[A-Z]{{1,2}}[0-9]{{2,4}})?"
        rf"|[（(〔]\s*(?:{_MEDIA})?{SPACED_NAME}(?:[\s、]+{SPACED_NAME})*\s*[/／]?(?:{_SHOT}|{_GIVEN})\s*[）)〕]"
        rf"|{SPACED_NAME}(?:[\s、]+{SPACED_NAME})*\s*[/／]\s*(?:{_SHOT}|{_GIVEN}|图|文图|文摄)"
        rf"|(?:{HAN}{{2,16}}\s*)(?:供图|供圖|摄影报道|[/／]摄|[/／]供图)"
        rf"|[（(]?{_PICTURES}(?:均)?(?:由|来源|来自)[:：]?{HAN}{{2,16}}(?:提供|供图)?[）)]?"
        r"|[（(]?(?:传真照片|资料照片|资料图片|资料图|图片资料|附照片|压题照片|新华社发|新华社传真照片|新華社發|本报资料照片)[）)]?"
        rf"|(?:文|图|图文|文图)\s*[/／：:]\s*{_LIST}\s+(?:图|摄影|摄|文|攝影)\s*[/／：:]\s*{_LIST}"
        rf"|(?:图|图文|文图|摄影|攝影|摄)\s*[/／：:]\s*{_LIST})",
        "本报记者 曹立栋 摄|（新华社记者陈天湖摄）|王阿朵/摄|图片由受访单位提供|青沙港集团工会供图|（传真照片）|文/于海棠 图/司空见|通讯员 路北辰 供图"
        "|本报记者 盛丽 通讯员 李响 摄影报道|通讯员 刘淑青 摄影报道|新华社发|（周文广摄）|王  勇摄|本报通讯员 谭白 摄|（索朗罗布摄）|王  勇摄（影像中国）|本报记者 王海欣 摄 J222",
        "工会为职工拍摄|镇政府公开发|他让徒弟把这一幕拍下来发给了厂里，同事们看了都点赞|大栅栏街道职工走进汲古阁体验拓片技艺|老厂房里长出新蓝图",
        check=_has_names,
    ),
    _row(
        Shape.CREDIT,
        40,
        rf"[^。，！？；]*(?:{_APART})[^。，！？；]*",
        "王彪 文 李小明 图|记者 王彪/文 李小明/摄|中新社发 王彪 摄|漫画/王彪|王彪 摄/光明图片|本版摄影 王彪|图/视觉中国|（路透社）|CFP供图|图：李小明/摄|新华社/美联",
        "图书馆|插图本|新华社区|大江网络图片展|工人拍摄|人民视觉盛宴",
        check=_is_credit,
    ),
    _row(
        Shape.AUTHOR,
        60,
        rf"[□◇◆○◎■▲●＊*☆★]\s*(?:{_POSTED}|{_BARE})\s*(?:文)?\s*(?:[/／]\s*(?:摄|图|文|文图|文摄))?"
        rf"|□\s*{_LIST}"
        rf"|(?:作者|文|撰文)\s*[:：/／]\s*{_LIST}",
        "□辛望|□本报特约作者 澹台卫|■记者 蓝晓峰 文/摄|◆ 李  响|文/张三|作者：王小明",
        "■工代会走笔|●沙田区总工会近日为辖区内建筑工地配送清凉包|■会议现场直击|■ 师说",
        check=_has_names,
        begins="□◇◆○◎■▲●＊*☆★作文撰",
    ),
    _row(
        Shape.BYLINE,
        120,
        rf"[（(]?{_POSTED}\s*(?:报道|报导|報道|報導|文|文/图|文/摄|采写)?[）)]?",
        "本报记者 路遥知|本报记者祝谦|本报通讯员 慕容雪|本报记者 上官明 通讯员 吕桐|（记者 白莹）|本报记者王锦鹄毛磊|见习记者 张三 实习记者 李四",
        "记者手记|记者在现场看到，工人们正在忙碌。|记者 编辑 校对三位一体的新岗位亮相，职工反响热烈",
        check=_has_names,
        begins="（(" + _OF_POST,
    ),
    _row(
        Shape.BYLINE,
        60,
        r"[^。，！？；]*(?:记者|通讯员|特派员|评论员|实习生|作者|文|撰|采写|采访|整理|编译|翻译|口述|执笔|主讲|解答|答疑|[/／]\s*画|画\s*[/／]|作$)[^。，！？；]*",
        "羊城晚报记者 王彪 通讯员 李小明|文/图 本报记者 王彪|采写：南都记者 王彪|整理/王彪|中青报·中青网记者 王彪|【记者王小明/台北报导】|主讲人：郎世昌|王彪/画|郎静之作",
        "翻译高手|翻译 高手|语文|作者与读者|整理：旧物新生|主讲人：一位老工人|诗/画|安全工作|用心之作|解答：问题在哪里",
        check=_is_byline,
    ),
    _row(
        Shape.CONTACT,
        80,
        r"(?:邮编|邮箱|电子邮箱|地址|电话|传真|联系人|联系电话|咨询电话|网址|QQ|微信|投稿邮箱|报名电话|开户行|账号|户名)[:：]\s*\S.*",
        "邮编：000218|电话：5550-1826（工作日9:00—17:00）|邮箱：yingzhan@linhu-gh.example",
        "电话那头的人沉默了很久",
        begins="邮电地传联咨网Q微投报开账户",
    ),
    _row(
        Shape.LABEL,
        24,
        r"[■□◆◇▲★☆◎]\s*[\w·“”]{2,12}|[【〖\[][\w·“”]{2,14}(?<![讯訊电電])[】〗\]]|[·•・][\w“”]{2,10}[·•・]",
        "■工代会走笔|◎ 保畅通|■来信选登|【图片新闻】|◆职工诗笺|·柜台内外·",
        "●沙田区总工会近日为辖区内56个建筑工地配送防暑降温|【本报讯】记者张三报道",
        begins="·•・■□◆◇▲★☆◎【〖[",
    ),
    _row(
        Shape.SIGNATURE,
        120,
        r"(?:[（(〔][^（）()〔〕]{1,100}[）)〕]){1,3}",
        "（桂望国曹冬蓉）|（杨季平）|（作者系松岭县陶瓷行业工会干部）|（一九九七年十二月三十一日）",
        "（一）作品要求|（记者 白莹）昨天",
        begins="（(〔",
    ),
    _row(
        Shape.SIGNATURE,
        24,
        rf"(?=[^ \u3000]*[ \u3000])(?:一|{HAN}{{2,8}}?)?(?:居民|市民|读者|讀者|职工|職工|村民|学生|學生|网友|網友|业主|業主|家长|家長|乘客|顾客|顧客|患者|群众|群眾|社员|社員|教师|教師)"
        rf"[ \u3000]+{HAN}(?:某|{HAN}{{1,2}}|先生|女士|同志)",
        "居民 周女士|城南新村居民 周建国|市民 陈国庆|一读者 王芳|讀者　李明",
        "职工 收获多|市民 出行便利了|居民陈国庆",
        check=_signs,
    ),
    _row(
        Shape.SIGNATURE,
        24,
        rf"[—－]{{1,4}}\s*(?:本[报刊])?(?:(?:编者|作者|译者|编辑|记者|编辑部)(?:按|注)?|{RUN}(?:[、\s]?{RUN}){{0,3}}[（(][^（）()]{{2,8}}[）)])",
        "———编者|——本报编辑部|———孙道权（江苏）|———李东旭马丽静（辽宁）",
        "——记者亲历防汛一线|——高铁开通（一）有感|——访省长王强",
        check=_is_dashed_signature,
        begins="—－",
    ),
    _row(
        Shape.LEAD,
        1 << 30,
        rf"{HAN}{{1,3}}[报報][讯訊]\s*[（(]{POST}|"
        r"[【〔（(]?\s*[据據]?(?:本报|本報|本刊|新华社|新華社|中新社|中央社|中新网|新华网|人民网|香港中通社|法新社|路透社|美联社|综合)"
        r"(?:[^\W\da-zA-Z_]{0,8}[0-9０-９一二三四五六七八九十〇]{0,3}月?[0-9０-９一二三四五六七八九十〇]{0,3}日?)?"
        r"(?:\s*[\w、 \u3000]{0,12})(?:(?<![通资資简簡短快喜])[讯訊](?![员員息问問号號飞])|电|電|消息|综合报道|專訊)\s*[】〕）)]?"
        r"|[【〔（(]\s*(?:特[讯訊]|[专專][讯訊]|本[报報][综綜]合[报報][导導道]|本[报報][讯訊])[^】〕）)]{0,20}[】〕）)]"
        r"|〔[记記]者[^〕]{2,14}[报報][导導道]〕|（中央社[记記]者[^（）]{2,20}[电電]）|【[^】]{0,14}[電电訊讯]】",
        "本报讯（记者 白莹）7月31日下午，会议召开。|晨报讯（首席记者 王薇）昨天|据新华社香港一月一日电香港报纸|新华社北京１月１２日电（记者杨青）中共中央|本报北京12月31日讯新华社记者陈雁报道：|【本報訊】昨日|"
        "〔記者王小明／台北報導〕市府|（中央社記者劉世怡台北27日電）行政院|本报河内2月28日电　（记者丁子、刘刚）28日",
        "本报记者 白莹|新华社记者在现场采访了多位职工|本报讲堂今天开课|综合整治见成效 职工群众齐点赞|据黎巴嫩电台报道，当天早七点发生爆炸。",
        starts=True,
    ),
    _row(
        Shape.LEAD,
        1 << 30,
        rf"[{re.escape(_OF_LEAD)}][^。！？]{{0,60}}?(?:讯|电|报[道导]|记者|消息|编译)",
        "（记者 白莹）7月31日下午，会议召开。|【台北讯】昨日下午|光明日报北京1月12日电（记者王彪）昨天"
        "|新京报讯 （记者王彪）昨天|〔编译王小明/综合报导〕昨日",
        "本报通讯员王彪来信说，他们厂的食堂办得好。|【记者手记】采访结束，天已经黑了。|【好消息】职工书屋下周开放。|本报讯息网昨天开通。|记者王彪昨天从市总工会获悉，大赛开幕。",
        starts=True,
        check=has_lead,
        begins=_OF_LEAD,
    ),
    _row(
        Shape.JUMPED,
        1 << 30,
        rf"(?:{JUMP_START})(?=.)",
        "(上接第1版)各级工会坚持以习近平|（上接第二版）难的是谁来守夜。",
        "(上接第1版)|上接第一次会议的决定",
        starts=True,
        begins=_BRACKETS + POINTERS + "紧緊上文",
    ),
    _row(
        Shape.CAPTION,
        1 << 30,
        r"(?:图为|圖為|图[①②③④⑤⑥⑦⑧⑨⑩一二三四五六0-9]+[:：为]|图片说明|[上下左右][图圖][为為：:]|题图[:：]|照片[:：]|图片[:：])",
        "图为活动现场。|图①：选手正在比赛。|上图：会场|图片：",
        "图片由受访单位提供|图书为媒",
        starts=True,
        begins="图圖上下左右题照",
    ),
    _row(
        Shape.CAPTION,
        120,
        r"[▲▼◀▶△▽◄►↑↓←→]+[^。，！？]{4,60}(?:(?:，[^。，！？]{2,40}){0,3}。[ \u3000]*|[ \u3000（(]{1,2})(?:[^。，！？（(]{2,12}[摄图]|[^。，！？（(]{2,6}社|[^。，！？（(]{2,12}(?:提供|供图|图片|照片))[）)]?"
        r"|[▲▼◀▶△▽◄►↑↓←→]+[^！？（）()]{4,80}。?[ \u3000]*[（(][^（）()。]{2,30}(?:[摄图社]|照片?|提供)[）)]",
        "▲高铁春节疏运加开班次。（资料照，记者王艺菘摄）|◀港人在深圳超市选购年货。香港文汇报记者李望贤 摄|▲台北街头人来人往　中新社|▲职工在比赛中　王彪摄|▼选手合影（资料图片）",
        "▲职工提出了三条建议|▲台北街头人来人往",
        begins="▲▼◀▶△▽◄►↑↓←→",
    ),
    _row(
        Shape.CAPTION,
        60,
        r"[^。！？，（(]{1,14}[（(](?:[前后後][排]?|图)?[左右中](?:[一二三四五六0-9]|起|侧)?[）)][^。！？]{2,40}。?",
        "闵捷（左）在现场排查仪表故障|钟伯安（中）在工作室为徒弟讲解研点分布。|张洋（右）把布袋交还给李婆婆|选手王强（前排左二）与队友庆祝夺冠",
        "左右为难（上）|改革怎么走（中）|王小明（左边是他的妻子）说",
    ),
    _row(
        Shape.ITEM,
        1 << 30,
        r"(?:[●○◆◇▲△★☆■□·•※▶►◎✦]|——(?=.*[。！？；])|[一二三四五六七八九十]{1,3}是|其[一二三四五]|第[一二三四五六七八九十]{1,2}[，、：条項项]|"
        r"首先|其次|再次|[①-⑳]|[(（][0-9０-９一二三四五六七八九十]{1,2}[)）]|[0-9０-９]{1,2}[、．]|[0-9]{1,2}\.(?![0-9])"
        r"|(?:记者|記者|答|问|問|主持人|编者|嘉宾)[:：](?=.))",
        "一是把关口前移|●沙田区总工会|——第一次上台讲话。|（一）作品要求|1、本版标题书法|记者：您指导过三百多场|第二，现在上海",
        "一个码头班组|——国际舆论高度评价国事访问|第二个故事发生在山上。|重庆：关怀孤寡老人|12351职工服务热线",
        starts=True,
        begins="●○◆◇▲△★☆■□·•※▶►◎✦—其第首再①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳(（记記答问問主编嘉" + _FIGURES,
    ),
    _row(
        Shape.NUMBERED,
        40,
        r"(?:案例|事例|镜头|场景|故事|问题|误区|提醒)[一二三四五六七八九十0-9]{1,2}(?:[\s　:：、][^。；]{1,30})?|[一二三四五六七八九十]{1,3}、[^。；]{2,36}|第[一二三四五六七八九十]{1,3}[章节部分步]{1,2}[\s　:：][^。]{2,30}",
        "三、推动新时代北京工运事业和工会工作再上新台阶开创新局面|一、作品要求|案例一|镜头2：深夜的站台",
        "一、住宅小区恢复出入。除中高风险地区外，均恢复。|一是把关口前移|案例一出，众人哗然|故事一直在延续",
        begins="一二三四五六七八九十第案事镜场故问误提",
    ),
    _row(
        Shape.SALUTATION,
        40,
        r"[^。，；]{1,38}[:：]",
        "清运三班的叔叔阿姨们：|同胞们、朋友们、女士们、先生们：",
        "他说：走吧。|记者：您好",
    ),
    _row(
        Shape.DAY,
        40,
        rf"(?:[12１２][0-9０-９]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})?\s*年?\s*{NUMBER}\s*月\s*{NUMBER}\s*日(?:[（(].{{1,24}}[）)])?",
        "2024年6月18日|2024 年 6 月 18 日|12月3日（路安区环境卫生服务中心工会推荐）",
        "12月3日上午，会议召开",
        begins="年" + _FIGURES,
    ),
    _row(
        Shape.ROW,
        80,
        r"(?=[^0-9０-９.．]*[0-9０-９.．])"  # without a figure or point neither way to print a row need be tried
        rf"(?:(?:[^\s。，；！？]{{1,12}}[ \u3000]+){{0,3}}(?:{_FIGURE}[ \u3000]+){{1,15}}{_FIGURE}(?:[ \u3000]+[^\s。，]{{1,6}})?"
        r"|(?=(?:[^.．]*[.．]){2})[^\W\d]{1,10}[-+−－]?[0-9０-９.．·%％]{7,}"
        rf"|{HAN}{{2,12}}[ \u3000]+[0-9]{{1,3}}[:：比∶—-][0-9]{{1,3}}[ \u3000]+{HAN}{{2,12}})",
        "白菜 1.20 1.35 -11.1%|上证指数917．02914．061510．18|28 306 1,200 +5.6%|中国 3 2 1 金牌|广东 103:101 辽宁|山东泰山 2比1 上海海港",
        "品种 本周 上周 涨跌|本周成交12.5亿元，增长3.2%|2024年6月18日|今年1.5% 的增速|国足2比1逆转|工会9:30开门|国足 2:1 胜 韩国队 出线|国足 2比1逆转韩国",
    ),
    _row(Shape.ELLIPSIS, 8, r"[…\.。．·—－\-*＊]{1,8}", "……|…|***", "走……", begins="…..。．·—－-*＊"),
)
"""Looked through from the top; the first row that fits gives the line's shape."""


CAPTION_BEGINS = "图圖上下左右题題照▲▼◀▶△▽◄►↑↓←→"
"""Characters that a caption begins with, in either script."""
_LONGEST = max(row.longest for row in TABLE if not row.starts)
KEPT = 2000
"""Characters of the longest line whose shape is kept: what is kept stays small whatever the pages are."""


def shape_of(text: str) -> Shape:
    """The shape of a line, PLAIN when it has none."""
    return _shape_of(text) if len(text) <= KEPT else _first_fit(text)


@functools.lru_cache(maxsize=1024)
def _shape_of(text: str) -> Shape:
    """The shape of a line: reading a page asks for it where lines are weighed and again where blocks are made."""
    return _first_fit(text)


_Try = tuple[int, Callable[[str], re.Match[str] | None], Callable[[str], bool] | None, Shape]
"""A row's longest line, its pattern's way to match, its check and its shape."""


def _first_fit(text: str) -> Shape:
    length = len(text)
    for longest, fits, check, shape in _tries(text[:1], length > _LONGEST):
        if length <= longest and fits(text) and (check is None or check(text)):
            return shape
    return Shape.PLAIN


@functools.lru_cache(maxsize=1 << 14)
def _tries(first: str, long: bool) -> tuple[_Try, ...]:
    """The rows that a line with this first character may fit, as they are tried."""
    likely = TABLE if first.isspace() else [row for row in TABLE if not row.begins or first in row.begins]
    return tuple(
        (row.longest, row.pattern.match if row.starts else row.pattern.fullmatch, row.check, row.shape)
        for row in likely
        if not long or row.longest > _LONGEST
    )
