"""The parts of a newspaper's own lines: what a folio, an imprint or a line of editors is put together from.

A part is told by its own form. Which parts make a line furniture is said by `convert.reader.folios` of those that tell
what the page is, and by `convert.reader.imprints` of those that tell how to reach the newspaper.
"""

import functools
import re

from convert.lexicon.traditional import simplified
from convert.reader.names import HAN

LONGEST = 90
"""Characters of the longest line that is taken apart."""
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Letters, figures and marks of full width, each with the one of half width."""

_FIGURES = "0-9０-９〇○零一二三四五六七八九十百廿卅"
_YEAR = r"[12１２][0-9０-９]{3}|[一二][〇○零一二三四五六七八九]{3}"
DATE = (
    rf"(?:(?:中[华華])?民[国國]\s*(?P<roc>[{_FIGURES}]{{1,6}})\s*年|(?P<year>{_YEAR})\s*[年./-])"
    rf"\s*(?P<month>[{_FIGURES}]{{1,3}})\s*[月./-]\s*(?P<day>[{_FIGURES}]{{1,3}})\s*日?"
)
"""A whole date in either calendar; the only part that is looked for in lines as they are printed, too."""
_MONTH = rf"(?:{_YEAR})年\s*[{_FIGURES}]{{1,3}}\s*月(?!\s*[0-9{_FIGURES}初])"
_DAY = rf"[0-9]{{1,2}}\s*月\s*[0-9]{{1,2}}\s*日(?!{HAN}*[电讯])"
_FOUNDED = r"[12][0-9]{3}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[创复]刊|[创复]刊于?\s*:?\s*[12][0-9]{3}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
_WEEK = r"(?:(?:星期|周|礼拜)[一二三四五六日天]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]{0,6}\.?(?![A-Za-z]))"
_TERM = "立[春夏秋冬]|雨水|惊蛰|春分|清明|谷雨|小满|芒种|夏至|[小大][暑寒雪]|处暑|白露|秋分|寒露|霜降|冬至"
_LUNAR = (
    r"(?=[农夏岁阴甲乙丙丁戊己庚辛壬癸])(?:农历|夏历|阴历|岁次)?\s*(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]\s*年?\s*)?"
    r"(?:闰?(?:[正冬腊]|[一二三四五六七八九十]{1,2})月[大小]?\s*(?:初[一二三四五六七八九十]|[廿卅]?[一二三四五六七八九十]{1,3}|大|小)日?)?"
    rf"(?:\s*(?:今日|明日)?(?:{_TERM}))?(?!{HAN})"
)
NO_PAPER = "(?<![预喜捷情海举回板墙警战谎填播财季简年][报報])(?<!(?<!文)[汇匯彙][报報])(?<!(?<!大)公[报報])"
"""What stands behind a newspaper's name and behind no other word in 报, such as 预报, 喜报 and 汇报; 快报 are newspapers."""
_PAPER = rf"《?\s*(?P<paper>{HAN}{{1,9}}报){NO_PAPER}\s*》?(?!{HAN})"
_ISSUE = (
    rf"(?:[12][0-9]{{3}}年)?(?:总?第|总|[Nn][Oo]\.?)\s*(?P<which>[{_FIGURES}千]{{1,7}})\s*[期号](?!{HAN})"
    r"|[Nn][Oo]\.?\s*(?P<numbered>[0-9]{2,6})(?![0-9A-Za-z])"
)
_COUNT = (
    r"(?=今|本|共|对开|四开|4开)(?:(?:今[日天]|本[期日])\s*)?(?:共|出[版纸]|对开|四开|4开|\s)*"
    rf"[{_FIGURES}两]{{1,3}}\s*(?:[版页]|大?张)(?!{HAN})"
)
_PAGE = rf"第?\s*(?:[A-Z]{{0,2}}(?:叠[·\s]*)?)\s*(?P<page>[{_FIGURES}]{{1,3}})(?:[-—~][{_FIGURES}]{{1,3}})?\s*版"
_CODE = r"(?:[A-Z]{2,3}·)?(?P<letters>[A-Z]{1,2})-?(?P<code>[0-9]{1,3})(?![0-9A-Za-z])"
_BARE = rf"(?P<bare>[①-⑳]|[0-9]{{1,2}})(?![0-9A-Za-z℃%.年月日期号]|{HAN})"

_POST = (
    r"(?:本版|本期|今日|值班|执行|见习|实习|文字|图片|视觉|版面|首席|新媒体)?(?:责任)?"
    r"(?:责编|编辑|副?主编|美编|图编|文编|美术(?:编辑|设计|总监)?|视觉(?:设计|总监)?|版式(?:设计)?|版面(?:设计)?|设计|排版|组版|制版|制图|校对|校检"
    r"|审校|检校|审读|审核|编审|副?总编辑?|副?主任|编委|总监|监制|统筹|策划|签发|[终复初]审|[一二三]审|组稿|发行人|督印人?|承印人|社长)"
)
_SURE_POST = re.compile(r"责编|编辑|[美图文]编|校对|版式|组版")
_POST_OR_MARK = re.compile(rf"{_SURE_POST.pattern}|:|/")
_NO_NAME = (
    rf"(?!第|星期|礼拜|周[一二三四五六日](?!{HAN})|农历|今[日天]|本[期版报]|总[第编]|内部|准印|国内|统一|电话|电子|邮[箱编]|投稿|热线|联系|传真|微信|印刷"
    rf"|[{_FIGURES}]{{1,3}}版|责[编任]|编[辑审]|[美图文主副]编|美术|视觉|版[式面]|设计|排版|组版|制[版图]|校[对检]|统筹|监制)"
)
"""Words that stand behind a name and begin another part."""
_PERSON = rf"{_NO_NAME}(?:{HAN}[ ]{{1,2}}{HAN}(?!{HAN})|{HAN}{{2,4}}(?:·{HAN}{{1,6}})?(?!{HAN}))(?!\s*:)"
_EDITED = rf"{_POST}(?:(?:\s*[:/|]\s*|[\s、,]{{1,3}}){_PERSON}){{1,6}}"

_NUMBERED = rf"(?:\(?{HAN}\)?)?\s?[A-Z]{{0,4}}\s?[0-9](?:[0-9A-Z]|[-—–―/](?!\s)){{2,16}}(?:/?\([A-Z]\))?号?"
_SERIAL = (
    r"(?:[国校省市]内|国际|内部)?(?:统一)?(?:连续|标准|出版物?|报刊|资料|性)*(?:刊号|出版物号|登记[号证]|准印证?号?|许可证号?|印证号|(?:国[内外]|邮[发政])*代号)"
    rf"\s*:?\s*(?:CN|ISSN)?\s?{_NUMBERED}"
    r"|CN\s?[0-9]{2}[-—–―]{1,2}[0-9]{4}(?:/\(?[A-Z]\)?)?(?![0-9])|ISSN\s?[0-9]{4}[-—–―][0-9]{3}[0-9X]"
    rf"|{HAN}{{1,6}}(?:字|准)\(?\[?[0-9]{{0,4}}\]?\)?第?\s*[0-9][0-9-]{{1,9}}号"
)
_SPONSOR = (
    rf"{HAN}{{2,20}}?(?:主管\s?、?(?:{HAN}{{2,20}}?)?主办|主办主管|主管|主办|编印|出版)(?!{HAN})"
    rf"|(?:主管|主办|协办|编辑出版|出版|编印)(?:单位)?\s*:\s*{HAN}{{2,20}}(?:[、 ]{HAN}{{4,20}})?"
)
_MAIL = r"[\w.+-]{1,30}@[\w.-]{3,40}"
_PHONE = r"(?:[路市]电|[内外]线)?[(0-9](?:[0-9()×*/、—–-]|\s(?=[(0-9]{2,8}(?![0-9年./-]))){1,26}(?<=[0-9×*])(?![0-9])(?:\s?转\s?[0-9]{1,5})?"
"""A telephone number, of which some print only the beginning."""
_WAY = r"(?:电话|热线|专线|传真|手机|邮箱|信箱|E-?[Mm]ail|邮件|QQ群?(?:号码?)?|微信(?:公众)?(?:号|平台)?|网址|网站|微博|邮编|邮政编码|电邮|来函|投稿)"
_VALUE = rf"(?:{_MAIL}|{_PHONE}|(?:https?://|www\.)[\w./?=&#%-]{{4,50}})"
_CALL = rf"(?:\([^()]{{1,10}}\))?\s*[:/]?\s*(?:{_VALUE}|(?<=微信)(?:{HAN}|[\w-]){{2,16}}|(?<=号:)[\w-]{{2,16}}|(?<=微博:)@?\w{{2,12}}|(?<=料:)[A-Za-z][\w-]{{4,20}})"
_ITS_OWN = rf"(?:本[报刊版社](?!讯)|(?:{HAN}{{0,4}}[日晚晨早时商])?报(?=热线)|报社|编辑部|编辑|责编|总编室|总编办|新闻(?:线索)?|(?:深度)?报道(?=热线)|[报爆]料|发行(?:部|站)?|订[报阅])"
_OWN = rf"(?:{_ITS_OWN}{HAN}{{0,4}}?{_WAY}|(?:QQ|微信|短信|网络)?[报爆]料(?=:)|读者来信(?=:)|发行投递){_CALL}|广告(?:经营)?许可证号?\s*:?\s*\S{{4,24}}"
_DESK = rf"(?:(?:读者|广告(?:部|中心)?|零售|客服){HAN}{{0,4}}?{_WAY}|广告咨询){_CALL}"
"""A number that a newspaper has, and a bank or a shop too."""
_SENT_IN = rf"(?:投稿|来稿|稿件|供稿|图片|征稿|{HAN}{{2,4}}版){_WAY}{_CALL}"
_REACH = rf"(?:联系|咨询|办公|电子|服务|公众|官方|维权|{HAN}{{2,4}}(?=热线))?{_WAY}{_CALL}|{_MAIL}|(?:https?://|www\.)[\w./?=&#%-]{{4,50}}"
_WHERE = r"[^\s。,;:!?]{4,32}(?:\s(?![^\s:]{0,6}:|[^\s]{2,6}[ ]?[(]?[0-9]{3})[^\s。,;:!?]{2,16}){0,2}"
_SEATED = (
    rf"(?:(?:(?:本[报刊版社]|报社|编辑部|发行)地|社)址\s*(?::|(?=\s[^\s:]*[路街道巷号]))|(?:发行所|总社|本社)\s*:|本[版报刊](?:来信|来稿|稿件|信件)?请?寄[至到]?\s*:?)\s*{_WHERE}"
    rf"|(?:本[报社版刊栏](?:常年)?法律顾问\s*:?\s*|法律顾问\s*:\s*(?=\S*律师)){HAN}{{4,24}}(?:\s+{HAN}{{2,8}}(?!{HAN}|\s*:)){{0,3}}"
)
_PLACE = rf"(?:(?:通[讯信]|联系)?地址|(?:来稿|来信|稿件|信件)请?寄[至到]?)\s*:\s*{_WHERE}"
_WORKS = "印(?:刷|务)(?:厂|中心|公司)"
_MADE = rf"(?:承印|印刷|印制|承?印)(?:单位|者|厂)?\s*:\s*{HAN}{{4,20}}|(?:本报{HAN}{{0,10}}{_WORKS}(?:承?印刷?)?|{HAN}{{2,12}}{_WORKS}(?:承印?|印刷?))(?!{HAN})"
_PRINTER = rf"{HAN}{{2,12}}{_WORKS}(?!{HAN})"
"""A printing works without a word for what it does: one of many in a list of works."""
_PRICE = rf"(?:每[份月季]|零售价?|全年|定价|售价?|月价|订价|港币|人民币)+\s*:?\s*(?:港币|人民币)?\s*[0-9.{_FIGURES}]{{1,6}}\s*[元角分](?:[0-9{_FIGURES}]角)?(?!{HAN})"
_INNER = r"内部(?:资料|刊物|交流|发行|使用)|免费(?:交流|赠阅|赠送|取阅)|注意保存|非卖品|仅供(?:内部)?(?:交流|学习)"
_RIGHTS = (
    r"版权所有|(?:未经|非经)(?:本报|本社|书面|许可|授权|同意|允许|或){1,3}\s*,?\s*(?:请勿|不得|严禁|禁止|谢绝)(?:以任何形式|擅自)?(?:转载|使用|复制|摘编|及|、|和|或)+"
    r"|(?:违者|侵权|翻印|盗版)必究|全国各?地?邮[局政](?:所|部门)?均?(?:可|接受)?(?:订阅|征订)"
    r"|本[版报刊](?:所载|所刊|所有|部分|登载|刊登)?(?:内容|文章|信息|广告)[^。:;]{0,8}(?:仅供参考|不代表本[报刊版][^\s。,;:]{0,8}|不构成[^\s。,;:]{2,12})(?:,[^\s。,;:]{4,16}。?|。?)"
)
_ASKED = r"欢迎(?:订阅|来稿|投稿|赐稿|广大读者来信|读者来信|来信来稿)|有奖(?:[报爆]料|征集)|最高奖[0-9]{2,5}元|(?:读者)?(?:提供)?新闻线索(?=一经|\s)|(?:线索)?一经(?:采用|刊用)\S{2,8}"
_NAME = rf"(?!本[报刊]|新华社|中新社|中央社)(?P<name>{HAN}{{2,6}}(?:[·・‧/、]{HAN}{{2,6}}){{0,3}}|{HAN}[ ]{HAN})(?!{HAN})(?<![见在于看转接])(?<!(?<![副周特月专增导画期校 ])刊)"

_MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_FOREIGN = (
    rf"(?:{_MONTHS})[A-Za-z]{{0,6}}\.?\s[0-9]{{1,2}},?\s[12][0-9]{{3}}|"
    + r"[A-Z](?:[A-Z]{2,13}|[a-z]{2,13})(?:[ &]{1,3}[A-Z](?:[A-Z]{1,13}|[a-z]{1,13})){0,2}(?![0-9A-Za-z@.])"
)

_KINDS = {
    "founded": _FOUNDED,
    "dated": DATE,
    "monthly": _MONTH,
    "on_day": _DAY,
    "week": _WEEK,
    "issue": _ISSUE,
    "count": _COUNT,
    "paged": _PAGE,
    "edited": _EDITED,
    "serial": _SERIAL,
    "reach": _REACH,
    "coded": _CODE,
    "foreign": _FOREIGN,
    "figure": _BARE,
    "inner": _INNER,
    "printed": _PAPER,
    "lunar": _LUNAR,
    "sponsor": _SPONSOR,
    "named": _NAME,
}
"""The kinds of parts and their patterns, in the order in which they are tried."""
_KINDS_OF_IMPRINTS = {
    "own": _OWN,
    "desk": _DESK,
    "sent": _SENT_IN,
    "seated": _SEATED,
    "place": _PLACE,
    "made": _MADE,
    "printer": _PRINTER,
    "price": _PRICE,
    "rights": _RIGHTS,
    "asked": _ASKED,
}
"""Those that imprints have besides, which are tried before all others."""
_BETWEEN = re.compile(r"[\s|丨·•・‧●■□◆—\-/╱:,()【】〔〕\[\]]*")

Parts = dict[str, list[re.Match[str]]]
"""The parts of a line by their kinds; nothing changes them."""


@functools.cache
def _part(whole: bool) -> re.Pattern[str]:
    """Any part, or any of a folio; made when the first line asks for it, for that takes some milliseconds."""
    kinds = {**_KINDS_OF_IMPRINTS, **_KINDS} if whole else _KINDS
    return re.compile("|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in kinds.items()))


def plain(text: str) -> str:
    """The line as its parts are written: in Simplified characters, and in letters and figures of half width."""
    return simplified(text).translate(_HALF)


@functools.lru_cache(maxsize=128)  # asked for where a line's shape is told and again where the page's facts are
def parts_of(text: str, whole: bool = False) -> Parts | None:
    """The parts of a line, those of imprints too where the line is asked for as a whole; None when something else
    stands in it. A place in it is one in the line as it is printed.

    Each part is taken where the last one ends and never given back, so that a line takes time by its length.
    """
    if len(text) > LONGEST:
        return None
    text = plain(text)
    match, between = _part(whole).match, _BETWEEN.match
    parts: Parts = {}
    at = between(text).end()  # type: ignore[union-attr]  # it matches nothing at least
    while at < len(text):
        part = match(text, at)
        if part is None or part.end() == at:
            return None
        parts.setdefault(str(part.lastgroup), []).append(part)
        at = between(text, part.end()).end()  # type: ignore[union-attr]
    return parts


def names_editors(parts: Parts, surely: bool = False) -> bool:
    """Whether one of the posts is one of a page's, or set off from its name by a mark where that is enough: 统筹 城乡
    and 策划 会议 are titles."""
    sure = _SURE_POST if surely else _POST_OR_MARK
    return any(sure.search(part[0]) for part in parts.get("edited", ()))
