"""Bylines, leads, signatures and credits → who is named in them, and in which role."""

import re

from convert.lexicon.traditional import simplified
from convert.model import Person, Role
from convert.reader.names import are_names, names_in

_POSTS: tuple[tuple[str, Role], ...] = (
    (r"(?:见习|見習|实习|實習)(?:记者|記者)|实习生|實習生", Role.INTERN_REPORTER),
    (r"(?:记者|記者)", Role.REPORTER),
    (r"(?:通讯员|通訊員)", Role.CORRESPONDENT),
    (r"(?:责任编辑|責任編輯|编辑|編輯|责编|責編)|(?<![^\W_])(?:编|編)(?=[:：/／\s])", Role.EDITOR),
    (
        r"(?:摄影|攝影|摄|攝|图|圖|制图|绘图|漫画)(?=[/／:：])|(?:特约|特約)?(?:摄影|攝影)(?=\s*[^\W\da-zA-Z_]{2})",
        Role.PHOTOGRAPHER,
    ),
    (r"(?:评论员|評論員|撰稿人|撰稿|特约作者|特約作者|作者|撰文)|文(?=[/／:：])|(?<![^\W_])文(?=\s)", Role.AUTHOR),
)
_POST = re.compile(
    "(?=[见見实實记記通责責编編摄攝图圖制绘漫特评評撰作文])(?:"  # how posts begin: elsewhere none of them need be tried
    + "|".join(f"(?P<p{n}>{pattern})" for n, (pattern, _) in enumerate(_POSTS))
    + ")"
)
_HOUSE = re.compile(
    r"本报|本報|本刊|新华社|新華社|中新社|中央社|人民日报|工人日报|特派|特约(?!摄影|攝影)|特約(?!摄影|攝影)|首席|全媒体|融媒体|高级|摄影(?=记者)|攝影(?=記者)|学生(?=记者)|校园(?=记者)|驻[^\W\da-zA-Z_]{2,5}?(?=记者|記者)"
)
_TAKING = re.compile(
    r"[/／\s]*(?:摄影报道|攝影報道|摄影报导|攝影報導|文[/／][摄图攝圖]|(?<![^\W_])文[摄图攝圖]|图[/／]?文|圖[/／]?文|供图|供圖)"
)
"""After this the people named keep the role that is printed before their name."""
_SHOOTING = re.compile(r"[/／\s]*(?:摄影|攝影|摄|攝|绘|图|圖|制图)[）)\s]*$")
_VERBS = re.compile(r"(?:(?:综合)?(?:报道|報道|報導|报导|采写|整理|供稿)|(?<=\s)文)\s*[:：]?\s*$")


def people_in(byline: str, default: Role = Role.AUTHOR) -> tuple[Person, ...]:
    """The people of a byline or credit in printed order; names without a post before them get the default role."""
    plain = simplified(byline)
    return _as_printed(_people(plain, default), plain, byline)


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


def _people(byline: str, default: Role) -> tuple[Person, ...]:
    """The people of a byline in Simplified characters."""
    shooting = bool(_SHOOTING.search(byline)) and not re.match(r"\s*(?:文|图|图文|摄影?)\s*[/／:：]", byline)
    text = _TAKING.sub(" ", byline)
    taking = text != byline
    if shooting and not taking:
        text = _SHOOTING.sub("", text)
    text = _VERBS.sub(" ", _HOUSE.sub(" ", text.strip("（）()【】〔〕[] 　□■◆◇○●▲☆★*＊")))
    found: list[Person] = []
    at, role = 0, Role.PHOTOGRAPHER if shooting and not taking else default
    for match in _POST.finditer(text):
        found += [Person(name, role) for name in names_in(text[at : match.start()])]
        at = match.end()
        post = _POSTS[int(match.lastgroup[1:])][1] if match.lastgroup else default
        role = Role.PHOTOGRAPHER if shooting and not taking else post
    found += [Person(name, role) for name in names_in(text[at:])]
    return tuple(dict.fromkeys(found))


def credited(text: str) -> tuple[Person, ...]:
    """The people of a photograph's credit; an agency or office that gave it is none."""
    plain = simplified(text)
    return _as_printed(_credited(plain), plain, text)


def _credited(text: str) -> tuple[Person, ...]:
    """The people of a credit in Simplified characters."""
    if _POST.search(text):
        return _people(text, Role.PHOTOGRAPHER)
    bare = text.strip("（）()【】〔〕[] \u3000")
    shot = _SHOOTING.search(bare)
    inner = bare[: shot.start()] if shot else _TAKING.sub("", bare)
    names = names_in(inner)
    sure = are_names(inner) or (shot and len(names) == 1 and len(names[0]) <= 4 and text[:1] in "（(")
    return tuple(Person(name, Role.PHOTOGRAPHER) for name in names) if sure else ()
