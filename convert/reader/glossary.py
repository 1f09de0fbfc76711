"""What rules, facts and notes mean, in English and Chinese words for a person who asks why a line was read as it was."""

import re
from collections.abc import Mapping
from typing import Literal

from convert.reader.notes import SENTENCES, NoteCode

Language = Literal["en", "zh"]

_ENDS: Mapping[Language, Mapping[str, str]] = {
    "en": {".": "a full stop", "!": "a call or question", "q": "a quotation", ")": "a bracket", ":": "a colon",
           ";": "a semicolon", ",": "a comma", "x": "no mark"},
    "zh": {".": "句号", "!": "叹号或问号", "q": "引号", ")": "括号", ":": "冒号", ";": "分号", ",": "逗号", "x": "文字"},
}  # fmt: skip
_CLOSES: Mapping[Language, Mapping[str, str]] = {
    "en": {"top": "the head of the page", "short": "another short line"},
    "zh": {"top": "版头", "short": "别的短行"},
}
"""What a row of lines stands under, besides how the text above ends."""
_SIZES = (
    "1–2",
    "3–4",
    "5–7",
    "8–10",
    "11–13",
    "14–16",
    "17–20",
    "21–25",
    "26–31",
    "32–40",
    "41–60",
    "61–110",
)
_LONGEST = {"en": "over 110", "zh": "超过 110"}
_LITTLE_TO_MUCH = {"en": ("none", "few", "some", "many", "most"), "zh": ("没有一个", "很少", "有些", "许多", "大多数")}
_SHAPES_IN_CHINESE = {
    "jump": "接转", "credit": "图片署名", "byline": "署名", "author": "作者名", "label": "栏目记号", "folio": "版头",
    "editors": "责编行", "imprint": "报头报脚", "lead": "消息头", "jumped": "接上版的正文", "signature": "落款",
    "caption": "图说", "item": "条目", "numbered": "编号", "salutation": "称呼", "contact": "联系方式", "day": "日期",
    "ellipsis": "省略号", "row": "表格行", "plain": "普通文字", "text": "正文", "end": "版末", "section": "栏目名",
    "recurring": "通栏",
}  # fmt: skip
_MADE_IN_CHINESE = {"no": "不成词", "rare": "成一个少见的词", "common": "成一个常见的词", "long": "成一个长词"}
_KIN_IN_CHINESE = {"above": "上面", "below": "下面", "lead": "消息头", "text": "正文"}

_SORTS: Mapping[Language, Mapping[int, str]] = {
    "en": {-1: "a sign or a rare character", 0: "a word of another sort", 1: "a noun", 2: "a verb", 3: "an adjective",
           4: "an adverb", 5: "a numeral", 6: "a measure word", 7: "a pronoun", 8: "a name", 9: "a place",
           10: "an organisation", 11: "an idiom", 12: "a particle"},
    "zh": {-1: "符号或罕用字", 0: "别类的词", 1: "名词", 2: "动词", 3: "形容词", 4: "副词", 5: "数词", 6: "量词", 7: "代词",
           8: "人名", 9: "地名", 10: "机构名", 11: "成语", 12: "虚词"},
}  # fmt: skip
"""Parts of speech by their numbers in the word list (`convert.lexicon.PartOfSpeech`)."""
_BYLINE_FORMS: Mapping[Language, Mapping[str, str]] = {
    "en": {"name": "a name", "names": "names that run on", "office": "an office and a name", "none": "no mere name"},
    "zh": {"name": "人名", "names": "连排的人名", "office": "职务加人名", "none": "别的文字"},
}
_UNDER_BYLINE: Mapping[Language, Mapping[str, str]] = {
    "en": {"text": "text", "line": "a line of text", "short": "another short line", "end": "the end of the page"},
    "zh": {"text": "正文", "line": "一行正文", "short": "又一短行", "end": "版末"},
}

_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (r"1", "how common the label is", "这种标签本来有多常见"),
    (r"long(\d+)", "{size} characters long", "全行 {size} 字"),
    (r"ends(.)", "ends with {end}", "以{end}结尾"),
    (r"long(\d+)&ends(.)", "{size} characters that end with {end}", "全行 {size} 字，以{end}结尾"),
    (r"is-(.+)", "has the shape of a line of the kind '{word}'", "行形是“{shape}”"),
    (r"after-long(\d+)", "the line above has {size} characters", "上一行 {size} 字"),
    (r"before-long(\d+)", "the line below has {size} characters", "下一行 {size} 字"),
    (r"second-long(\d+)", "the second line below has {size} characters", "下面第二行 {size} 字"),
    (r"after-ends(.)", "the line above ends with {end}", "上一行以{end}结尾"),
    (r"before-ends(.)", "the line below ends with {end}", "下一行以{end}结尾"),
    (r"text-ends(.)", "the text above ends with {end}", "上文以{end}结尾"),
    (
        r"text-ends(.)&long(\d+)",
        "the text above ends with {end} and its strip has {size} characters",
        "上文以{end}结尾，末条 {size} 字",
    ),
    (
        r"open&long(\d+)&ends(.)",
        "the text above is open, and this has {size} characters that end with {end}",
        "上文没有完，本行 {size} 字，以{end}结尾",
    ),
    (
        r"open-strip&ends(.)",
        "the text above is a strip that stays open, and this ends with {end}",
        "上文一条没有完，本行以{end}结尾",
    ),
    (r"after-marked", "the line above has a heading mark", "上一行有标题记号"),
    (r"before-gap", "a wide gap follows", "下面空得多"),
    (
        r"above-first&long(\d+)",
        "the short line above, of {size} characters, is the first text there is",
        "上面的短行有 {size} 字，再上面没有文字",
    ),
    (
        r"above-in-stack&long(\d+)",
        "the short line above, of {size} characters, stands under another",
        "上面的短行有 {size} 字，它上面还是短行",
    ),
    (
        r"above-under(.)&long(\d+)",
        "the short line above, of {size} characters, stands under text that ends with {end}",
        "上面的短行有 {size} 字，它上面的文字以{end}结尾",
    ),
    (r"before-name(\d)", "a name of {count} characters follows", "下面是 {count} 个字的人名"),
    (r"before-office", "an office and a name follow", "下面是职务和人名"),
    (r"office-and-name", "an office and a name stand in it", "有职务和人名"),
    (r"place", "it is the name of a place", "是地名"),
    (
        r"tiny&before-(.+)",
        "it has four characters at most, and the line below has the shape '{word}'",
        "不过四字，下一行的行形是“{shape}”",
    ),
    (
        r"onward-(no|rare|common|long)-word",
        "joined to the line below it makes {word} word",
        "与下一行接起来{made}",
    ),
    (r"lead-under-(.+)", "it opens a report under {close}", "消息头，上面是{close}"),
    (r"form-(.+)", "it has the form of {form}", "形如{form}"),
    (
        r"heads-(names?|office|none)-(.+)",
        "below it stands {form}, and under that {under}",
        "下一行形如{form}，再下面是{under}",
    ),
    (
        r"(onward-)?begins-elsewhere",
        "the page begins phrases with these words elsewhere too",
        "版面别处也以这两个字起句",
    ),
    (r"seam-ends(-?\d+)", "the text above stops after {sort}", "上文停在{sort}之后"),
    (r"seam-begins(-?\d+)", "it begins with {sort}", "开头是{sort}"),
    (r"onward-seam-ends(-?\d+)", "it stops after {sort}", "停在{sort}之后"),
    (r"onward-seam-begins(-?\d+)", "the line below begins with {sort}", "下一行的开头是{sort}"),
    (r"before-name", "a name follows", "下面是人名"),
    (r"after-(.+)", "the line above has the shape '{word}'", "上一行的行形是“{shape}”"),
    (r"before-(.+)", "the line below has the shape '{word}'", "下一行的行形是“{shape}”"),
    (r"second-(.+)", "the second line below has the shape '{word}'", "下面第二行的行形是“{shape}”"),
    (r"text-below-(.+)", "the next text below has the shape '{word}'", "下文的行形是“{shape}”"),
    (r"gap", "a wide gap stands above", "上面空得多"),
    (r"tight", "it follows without a blank line", "与上一行之间没有空行"),
    (r"marked", "it has a heading mark", "有标题记号"),
    (r"unmarked", "other lines of the page have heading marks and it has none", "版上别的行有标题记号，本行没有"),
    (r"page-top(?:&slogan(\d))?", "it stands at the head of the page", "在版面的头上"),
    (r"page-end", "it is the last line of the page", "是版面的最后一行"),
    (
        r"pair-on-page",
        "the two characters at the join stand together elsewhere on the page",
        "接缝两边的两个字在版上别处也连着",
    ),
    (r"makes-(no|rare|common|long)-word", "the join makes {word} word", "接起来{made}"),
    (r"above-wants-more", "the text above ends with a word that wants another", "上文末尾的词后面该还有词"),
    (r"leans-on-above", "it begins with a character that no phrase begins with", "行首的字不会用来开头"),
    (r"quotation-open", "a quotation or bracket above is still open", "上文的引号或括号还没有合上"),
    (r"starts-with-closer", "it begins with a mark that closes", "以收尾的标点开头"),
    (r"text-signed", "the text above ends with a signature", "上文以署名收尾"),
    (r"commas(\d)", "{count} commas in it", "有 {count} 个逗号"),
    (r"spaced", "a space stands in it", "中间有空格"),
    (r"genre-bracket", "it ends with what a picture or poem is, in brackets", "末尾的括号里说是什么画、什么诗"),
    (r"picture-bracket", "it ends with a bracket that says it has a picture", "末尾的括号里说附有图片"),
    (r"credit-bracket", "it ends with who made the picture, in brackets", "末尾的括号里是图片的作者"),
    (r"style-quoted", "all of it is a quotation", "全行是一句引语"),
    (r"style-book", "it begins with the title of a book", "以书名开头"),
    (r"style-number", "it begins with a number", "以编号开头"),
    (r"under-pictures", "it stands under the word that opens a list of pictures", "在图片清单的开头之下"),
    (r"day-below", "a day of writing follows", "下面是写作日期"),
    (r"quoted&before-quote", "it opens with a quotation mark, and so does the line below", "与下一行都以引号开头"),
    (r"colon-inside", "a colon stands in it", "中间有冒号"),
    (r"starts-dash", "it begins with a dash", "以破折号开头"),
    (r"column-like", "it sounds like the name of a column", "听来像栏目名"),
    (r"column-word", "it ends with a word that names of columns end with", "末尾是栏目名常用的词"),
    (r"dotted", "it is a column's name and a part of it, with a point between", "中间有间隔号，像栏目名"),
    (r"actor", "it begins with an institution that does something", "以做事的机构开头"),
    (r"begins-place", "it begins with a place", "以地名开头"),
    (r"letter-spaced", "its characters are set apart", "各字间有空"),
    (r"addressed", "it calls a person as letters do", "带有对人的称呼"),
    (r"slogan(\d)(?:-top)?", "{count} words that banners are made of", "有 {count} 个通栏常用的词"),
    (r"name-like(\d)(?:-word)?", "it looks like a name", "看来像人名"),
    (r"shorts-above0", "no short line stands right above", "紧上面没有短行"),
    (r"shorts-below0", "no short line stands right below", "紧下面没有短行"),
    (r"shorts-above(\d)", "{count} short lines right above", "紧上面有 {count} 个短行"),
    (r"shorts-below(\d)", "{count} short lines right below", "紧下面有 {count} 个短行"),
    (r"below-opens", "the text below begins like a story", "下文像一篇的开头"),
    (r"below-leans", "the text below leans on what was told before", "下文承接前面说过的事"),
    (r"below-neutral", "the text below begins like any other", "下文的开头没有特点"),
    (
        r"leads(\d)&(lead|none)",
        "how many stories of the page have leads, and whether this has",
        "版上多少篇有消息头，这一篇有没有",
    ),
    (r"over-lead(\d)", "it stands right over a lead", "紧挨着下面的消息头"),
    (r"above-concludes", "the text above ends like a report", "上文像报道的结尾"),
    (r"credit-soon", "a picture's credit follows the text below", "下文之后有图片署名"),
    (r"shares-below(\d)", "{much} of its words stand in the text below", "{much}的词在下文出现"),
    (r"shares-above(\d)", "{much} of its words stand in the text above", "{much}的词在上文出现"),
    (
        r"lead-near(-?\d)",
        "the report that it opens has {much} of the rarer words above",
        "消息头领起的正文中，上文的少见词{much}",
    ),
    (r"lead-named-1", "no title stands near above its lead", "消息头上面近处没有标题"),
    (
        r"lead-named(\d)",
        "{much} of the title above stands in the report that it opens",
        "上面标题的词{much}在消息头领起的正文中",
    ),
    (r"lead-after(\d)", "{count} leads stand between it and the title above", "它与上面的标题之间有 {count} 个消息头"),
    (
        r"lead-named(-?\d)&after(\d)",
        "it opens a report that the title above tells of or not, after {count} leads",
        "它与上面的标题之间有 {count} 个消息头，标题说到它或没有说到",
    ),
    (
        r"kindred(-?\d)",
        "{much} of the rarer words of the story below stand in that above too",
        "下文的少见词{much}上文也有",
    ),
    (r"headed(-?\d)", "{much} of what a title above names is in the story below", "上面标题所说的{much}见于下文"),
    (
        r"kindred(-?\d)&headed(-?\d)",
        "{much} of the story below is in that above, and it has more or less of what a title above names",
        "下文{much}见于上文，上面标题所说的也或多或少见于下文",
    ),
    (r"near(-?\d)", "{much} of the rarer words right below stand right above it too", "紧下文的少见词{much}紧上文也有"),
    (
        r"stack(\d)of(\d)-over-(.+)",
        "line {word} of {count} in a row like titles, with '{last}' below",
        "像标题的 {count} 行中的第 {word} 行，下面是“{below}”",
    ),
    (
        r"stack(\d)of(\d)-under-(.+)",
        "line {word} of {count} in a row like titles, under {close}",
        "像标题的 {count} 行中的第 {word} 行，上面是{close}",
    ),
    (
        r"calls-over-(.+)",
        "it calls or asks, and below the lines like it stands '{last}'",
        "它在呼喊或发问，同类的行下面是“{below}”",
    ),
    (r"kin-(above|below)-none", "no other line over text is near", "附近没有别的领起文字的行"),
    (
        r"kin-(above|below)-(lead|text)",
        "the next such line {word} stands over a {last}",
        "{toward}最近的一个这样的行领起的是{opens}",
    ),
    (
        r"kin-(above|below)-other-style",
        "the next such line {word} has other marks",
        "{toward}最近的一个这样的行用的是别的标点",
    ),
    (
        r"kin-(above|below)-(\w+)-style",
        "the next such line {word} has the same marks as this",
        "{toward}最近的一个这样的行用的是同样的标点",
    ),
    (
        r"kin-(above|below)-(lead|text)-alike",
        "the next such line {word}, as long as this, stands over a {last}",
        "{toward}最近的一个同样长的这种行领起的是{opens}",
    ),
)
"""The pattern of a fact's name, its meaning in English and in Chinese; the first pattern that fits is taken."""
_TABLE = tuple((re.compile(pattern), {"en": english, "zh": chinese}) for pattern, english, chinese in _MEANINGS)

_RULES_IN_CHINESE = {
    "weighed": "按上下文权衡",
    "repeats a line above": "与上文重复",
    "a banner of this newspaper or of several pages": "本报或几个版面共有的通栏",
    "closes the bracket above": "合上前面的括号",
    "text under a finished sentence": "上一句已完，这是正文",
    "between a title and its story": "在标题与正文之间",
    "between a banner and its story": "在栏名与正文之间",
    "the first title of its column": "栏内的第一个标题",
    "the name of a column of briefs": "简讯一类的栏名",
    "a crosshead would part no story here": "小标题在这里分不开什么文章",
    "a name between a title and its text": "标题与正文之间的人名",
    "a table stands below it": "下面是表格",
    "a word of the newspaper to its readers": "报纸对读者的话",
    "a picture with its text, and nothing of the story above": "图片及其说明，与上文无关",
    "an entry of a list of contents": "导读的一条",
    "it says who wrote the text above": "写明上文由谁所写",
    "one of several places with a brief each": "几个地名之一，各领一条简讯",
    "one of several of one form": "几个同样形式的小标题之一",
    "a label": "栏名",
    "a greeting stands below it": "下面是书信的称呼",
    "a question over the title of news": "消息标题之上的问句",
    "between a text at its end and a title of news": "在结束的正文与消息标题之间",
    "a slogan at the head of the page": "版首的主题口号",
    "between a byline and its text": "在署名与正文之间",
    "a lead in a row of briefs": "一组简讯中的消息头",
    "a row of a schedule": "日程中的一行",
    "the first title below a schedule": "日程之下的第一个标题",
    "the first title below a list of contents": "导读之下的第一个标题",
    "a few characters over a title": "标题之上的几个字",
    "the folio stands between it and the first title": "它与第一个标题之间有版头",
    "the first title of the page": "版上的第一个标题",
    "an author is named below it": "下面写着作者",
    "a person, told with where that belongs": "一人，并写着其单位或籍贯",
    "the name of a notice": "启事一类的名称",
    "what is above is signed off": "上文已署名",
    "a strip of text under a title": "标题之下的一栏文字",
    "the first title, or the first question, is told below it": "下面是原题，或第一个问题",
    "the line above ends with a title": "上一行以标题结尾",
    "it names what stands below it, and the title above does not": "它说的是下文，上面的标题说的不是",
    "a turn of a talk": "访谈中的一问或一答",
    "a book with its author and publisher": "一本书，并写着作者和出版社",
    "what a picture shows, over its credit": "图片说明，下面是署名",
    "where figures are from": "数字的来源",
    "it announces the title below it": "引出下面的标题",
    "it is called as columns are, and a title stands below it": "名称像栏目名，下面是标题",
    "poems are counted below it": "下面注明诗的首数",
    "it signs the poems below it": "为下面的诗署名",
    "a brief in its column": "简讯栏中的一条",
    "it sounds like a column's name over a title": "像栏目名，下面是标题",
    "it names whose news the title tells": "写明是谁的消息",
    "it goes on with the story over the picture": "接着图片之上的文章",
    "a story from another page goes on below it": "下面接着别的版上的文章",
    "a story from another page goes on below its headline": "标题之下接着别的版上的文章",
    "the story above goes on below it": "上面的文章在它下面继续",
    "it goes on with the story above": "接着上面的文章",
    "one of a list of people": "名单中的一人",
    "one of a row of pieces under a banner": "栏名之下一组短文之一",
    "corrected by a fix file": "人工校改",
}
_SENTENCES_IN_CHINESE = {
    NoteCode.REPEAT: "版面印了两遍的文字，正文中只留一遍。",
    NoteCode.UNCERTAIN_JOIN: "这里两条文字接与不接，版面看不准。",
    NoteCode.STARTS_IN_MID_SENTENCE: "文章从半句开始：开头不在本版。",
    NoteCode.ENDS_IN_MID_SENTENCE: "末段停在半句：可能缺字。",
    NoteCode.READS_UPWARD: "这一行从末字往首字才成词：竖排的字被倒着读了。",
    NoteCode.JUMP_TITLE: "文章转到第二个版面后，那里印的标题。",
    NoteCode.UNMATCHED_JUMP: "文章的另一半不在一起读的版面里。",
    NoteCode.ILLEGAL_CHARACTER: "任何书都放不下的字符已取出。",
    NoteCode.UNDECODABLE_BYTES: "版面的编码不认识的字节已取出。",
    NoteCode.MENDED_CHARACTERS: "形近的替代字符已换成本字。",
    NoteCode.PRIVATE_USE: "这里有只有报社自己的字库才有的字，别处显示不出。",
    NoteCode.LOST_CHARACTERS: "文中有表示缺字的符号：字在版面到这里之前就丢了。",
    NoteCode.UNPLACED: "没有归处的文字。",
    NoteCode.STALE_FIX: "版面在校改之后变了，校改一处也没有采用。",
    NoteCode.UNUSED_FIX: "校改文件说到的行、行内位置或人名版面上没有，或者同一件事说了两次。",
    NoteCode.LEFT_OUT: "网页上文章四周的文字：菜单、广告、评论。",
}
_LABELS_IN_CHINESE = {
    "section": "栏目", "title": "标题", "title-more": "标题续行", "byline": "署名", "jump": "接转", "opening": "另起一篇",
    "paragraph": "段落", "continues": "接上段", "crosshead": "小标题", "short": "短行", "credit": "图片署名", "repeat": "重复", "furniture": "版面杂项",
}  # fmt: skip


def explain(fact: str, language: Language = "en") -> str:
    """A fact's name in words; the name itself for one that has none."""
    for pattern, words in _TABLE:
        match = pattern.fullmatch(fact)
        if match:
            return words[language].format(**_values(match, language))
    return fact


def explain_rule(rule: str, language: Language = "en") -> str:
    """The rule that gave a line its label, in words; the rule itself for one that has none."""
    shape = rule.removeprefix("shape ")
    if language == "en":
        return rule
    if shape != rule:
        return f"行形是“{_SHAPES_IN_CHINESE.get(shape, shape)}”"
    return _RULES_IN_CHINESE.get(rule, rule)


def explain_note(code: str, language: Language = "en") -> str:
    """The sentence of a note's code; the code itself for one that is none of the catalogue."""
    if code not in list(NoteCode):
        return code
    return (_SENTENCES_IN_CHINESE if language == "zh" else SENTENCES)[NoteCode(code)]


def explain_label(label: str, language: Language = "en") -> str:
    """The name of a label of a trace."""
    return _LABELS_IN_CHINESE.get(label, label) if language == "zh" else label


def _values(match: re.Match[str], language: Language) -> dict[str, str]:
    """The parts of a fact's name as words."""
    groups = [group for group in match.groups() if group]
    numbers = [group for group in groups if group.lstrip("-").isdigit()]
    end = next((group for group in groups if group in _ENDS["en"]), "x")
    number = int(numbers[-1]) if numbers else 0
    first, last = (groups[0], groups[-1]) if groups else ("", "")
    return {
        "size": _SIZES[number] if number < len(_SIZES) else _LONGEST[language],
        "end": _ENDS[language][end],
        "word": first,
        "last": last,
        "count": str(number),
        "sort": _SORTS[language].get(number, _SORTS[language][0]),
        "form": _BYLINE_FORMS[language].get(first, first),
        "under": _UNDER_BYLINE[language].get(last, last),
        "much": _LITTLE_TO_MUCH[language][min(max(number, 0), 4)],
        "shape": _SHAPES_IN_CHINESE.get(first, first),
        "made": _MADE_IN_CHINESE.get(first, first),
        "toward": _KIN_IN_CHINESE.get(first, first),
        "below": _SHAPES_IN_CHINESE.get(last, last),
        "close": _CLOSES[language].get(last) or _ENDS[language].get(last, last),
        "opens": _KIN_IN_CHINESE.get(last, last),
    }
