"""The text of a newspaper's web page: the element that holds it, its blocks, the pictures around it, what is left out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from convert.lexicon.traditional import simplified
from convert.model import Block, BlockType
from convert.reader.formats.markup import BLOCKS, is_unseen, lines, names, seen, stands_beside, tidy
from convert.reader.formats.siteplaces import BODY, CAPTIONS
from convert.reader.shapes import Shape, shape_of


class SitePage(Struct):
    """A page while it is taken apart: what was taken of it so far, and the element that holds the article's text."""

    tree: Any
    body: Any = None
    headline: Any = None
    """The element that prints the headline."""
    taken: set[Any] = field(default_factory=set)
    """Elements whose text is in a field."""
    pictures: set[Any] = field(default_factory=set)
    """Elements outside the article's text whose captions are blocks."""
    excerpts: list[str] = field(default_factory=list)
    """Parts of lines that are in a field."""
    beside: list[Any] = field(default_factory=list)
    """Elements inside the article's text that are no part of it."""


def body_of(tree: Any) -> Any:
    """The element that holds the article's text: where its place is known, else that with most text; None without any."""
    for path in BODY:
        for node in tree.xpath(path):
            if len("".join(seen(node).split())) > 20 and not stands_beside(node):
                return node
    return _with_most_text(tree)


def _with_most_text(tree: Any) -> Any:
    """The element whose paragraphs are the longest: `p` elements, or text that only `br` divides."""
    lengths: dict[Any, float] = defaultdict(float)
    for node in tree.iter(*BLOCKS):
        length: float = sum(len(text) for piece in _own_text(node) if len(text := "".join(piece.split())) > 20)
        if length and not any(
            stands_beside(each) for each in (node, *node.iterancestors("div", "section", "nav", "footer"))
        ):
            around = node.getparent()
            if node.tag != "p":
                lengths[node] += length
                length *= 0.9
            if around is not None:
                lengths[around] += length
    best = max(lengths, key=lambda node: lengths[node], default=None)
    return None if best is None else _with_its_like(best)


def _with_its_like(node: Any) -> Any:
    """The element that holds a part of the text and others like it, where each paragraph stands in elements of its own."""
    best = around = node
    while (parent := around.getparent()) is not None and parent.tag not in ("body", "html"):
        like = [each for each in parent.iterchildren(around.tag) if each is not around and _is_like(each, around)]
        if like:
            best = parent
        elif "".join(seen(parent).split()) != "".join(seen(around).split()):
            break
        around = parent
    return best


def _is_like(one: Any, other: Any) -> bool:
    """Whether two elements are of one kind, and the first holds text that is no list of links."""
    return one.get("class") == other.get("class") and len("".join(seen(one).split())) > 20 and not stands_beside(one)


def _own_text(node: Any) -> Iterator[str]:
    """The pieces of text that stand in a block itself, or in its inline elements."""
    yield node.text or ""
    for child in node:
        if child.tag not in BLOCKS and not is_unseen(child) and child.tag != "a":
            yield from _own_text(child)
        yield child.tail or ""


def blocks_of(page: SitePage) -> list[Block]:
    """The blocks of the article's text, and of the pictures that stand between its headline and the text, or below it."""
    above, below = _pictures(page)
    parts = [_walked(page, node, BlockType.CAPTION) for node in above]
    parts.append(_walked(page, page.body, BlockType.PARAGRAPH))
    parts += [_walked(page, node, BlockType.CAPTION) for node in below]
    return [block for part in parts for block in part]


def _pictures(page: SitePage) -> tuple[list[Any], list[Any]]:
    """Pictures with their captions outside the text, in the element that holds headline and text; above and below it."""
    around = list(page.body.iterancestors("div", "article", "main"))
    holder = next((each for each in around if any(each in node.iterancestors() for node in page.taken)), None)
    found: tuple[list[Any], list[Any]] = ([], [])
    if holder is None:
        return found
    below = False
    for node in holder.iterdescendants():
        below = below or node is page.body
        if (
            _is_picture(node)
            and page.body not in node.iterdescendants()
            and not ({node, *node.iterancestors()} & {page.body, *page.taken, *page.pictures})
        ):
            found[below].append(node)
            page.pictures.add(node)
    return found


def _is_picture(node: Any) -> bool:
    """Whether an element is a picture with a few words, not a table or a part by which a page is laid out."""
    named = node.tag in ("figure", "table") or names(node) & {"attachment", "pic", "photo", "picture", "tupian"}
    if not named or not node.xpath(".//img") or node.xpath(".//table | .//a[normalize-space()]"):
        return False
    return len("".join(seen(node).split())) < 200


def _walked(page: SitePage, root: Any, outer: BlockType) -> list[Block]:
    """Paragraphs of an element's innermost blocks, a `br` ending one; headings and short bold lines are crossheads."""
    blocks: list[Block] = []
    waiting: list[str] = []

    def finish(kind: BlockType) -> None:
        blocks.extend(_block(kind, line) for line in lines(" ".join("".join(waiting).split("\n"))))
        waiting.clear()

    def walk(node: Any, kind: BlockType) -> None:
        waiting.append(node.text or "")
        for child in node:
            if child.tag == "br":
                finish(kind)
            elif child in page.taken or is_unseen(child):
                pass
            elif stands_beside(child) or child.tag == "h1" or _is_for_the_screen(child):
                page.beside.append(child)
            elif child.tag in BLOCKS:
                finish(kind)
                inner = _type(child, kind)
                walk(child, inner)
                finish(inner)
            else:
                walk(child, kind)
            waiting.append(child.tail or "")

    walk(root, outer)
    finish(outer)
    return blocks


_SCREEN = re.compile(
    r"[请請]?[继繼][续續]往下[阅閱][读讀].*|.*(?:[点點按][击擊我]|下[载載])(?:下[载載]|查看|看|APP|[进進]入).*"
    r"|(?:(?:相[关關]|延伸|更多|推[荐薦]|[关關][键鍵]|[热熱][门門]?)(?:字[词詞]?|[词詞]|[阅閱][读讀]|新[闻聞]|[报報]道|文章|[标標][签籤]))[:：﹕].*"
)
"""What a site says to its visitors inside the text: go on reading, load our app, other articles on the same."""
_MOMENT = re.compile(r"(?:18|19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\d{1,2}:\d\d(?::\d\d)?)?")


def _is_for_the_screen(node: Any) -> bool:
    """Whether an element inside the text is no part of it: when the page was put there, or a word to its visitors."""
    text = "".join(node.text_content().split())
    if names(node) & {"date", "time", "pubtime"} and _MOMENT.fullmatch(text):
        return True
    return len(text) <= 100 and bool(_SCREEN.fullmatch(text)) and (not text.endswith("。") or bool(node.xpath(".//a")))


def _block(kind: BlockType, text: str) -> Block:
    """A block of its type; a line that names a photographer is a credit."""
    is_credit = kind in (BlockType.PARAGRAPH, BlockType.CAPTION) and shape_of(simplified(text)) is Shape.CREDIT
    return Block(BlockType.CREDIT if is_credit else kind, text)


def _type(node: Any, outer: BlockType) -> BlockType:
    if outer is BlockType.CAPTION or node.xpath(CAPTIONS) or (node.tag != "table" and _is_picture(node)):
        return BlockType.CAPTION
    text = "".join(node.text_content().split())
    if node.tag == "p" and len(text) <= 120 and _TELLS_A_PICTURE.match(text) and _is_under_a_picture(node):
        return BlockType.CAPTION
    bold = "".join("".join(each.text_content().split()) for each in node.xpath("./strong | ./b"))
    heading = node.tag in ("h2", "h3", "h4", "h5", "h6") or (
        text == bold and len(text) <= 30 and text[-1:] not in "。！？…”"
    )
    return BlockType.CROSSHEAD if heading and text else outer


_TELLS_A_PICTURE = re.compile(r"[图圖](?:[为為:：]|[一二三四五\d][:：])|[上下左右][图圖][为為:：]|[▲△▼▽]")


def _is_under_a_picture(node: Any) -> bool:
    """Whether a picture stands in a paragraph, or in the last before it that is not empty."""
    if node.xpath(".//img"):
        return True
    for before in node.itersiblings(preceding=True):
        if not isinstance(before.tag, str):
            continue
        if before.tag == "img" or before.xpath(".//img"):
            return True
        if before.text_content().strip():
            return False
    return False


def left_out(page: SitePage, datings: list[Any]) -> str:
    """The text on the page that is in no field: around the article, beside its text, and the dating of its byline."""
    own = {page.body} if page.body is not None else set()
    around = tidy(seen(page.tree, page.taken | page.pictures | own))
    for excerpt in page.excerpts:
        around = around.replace(excerpt, " ", 1)
    dated = [seen(each) for each in datings]
    inside = [seen(node, page.taken) for node in page.beside]
    return tidy("\n".join((around, *dated, *inside)))
