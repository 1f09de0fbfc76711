"""What others say of the documents: the OOXML validator, and LibreOffice, which sets them."""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from convert.model import Block, BlockType, Volume
from tests.articles import article
from tests.conftest import ROOT
from tests.writers.docx.documents import contents, opened, texts, volume, written
from tests.writers.docx.test_package import FORMS, full
from tests.writers.docx.test_reference import office
from tests.writers.docx.test_text import HOSTILE

pytestmark = pytest.mark.system
STORY = (
    "昨日上午，市总工会召开职工之家建设现场会，120名基层工会主席到场。会议通报了全年建家进度，“暖心驿站”已有一万一千家，"
    "驿站内设有微波炉、饮水机、雨具和急救箱；参会人员说：“要把CPU企业的《倡议书》落到实处！”"
)


def newspaper(language: str = "zh-Hans") -> Volume:
    """Four pages of thirty articles of one to eight paragraphs, with everything that an article can have."""
    made = []
    for n in range(30):
        body = [Block(BlockType.PARAGRAPH, STORY[n:] * (1 + (n + k) % 3)) for k in range(1 + n % 8)]
        body[1:1] = [Block(BlockType.CROSSHEAD, "小标题一则")] if n % 4 == 0 and n % 8 else []
        if n % 5 == 0:
            body += [Block(BlockType.CAPTION, "图为会议现场。"), Block(BlockType.CREDIT, "本报记者 曹立栋 摄")]
        made.append(
            article(
                n, page=1 + n // 8, body=tuple(body), headline=f"市总工会召开第{n}次职工之家建设现场会",
                kicker="强基层" if n % 3 == 0 else None, subheadline="年内再增八百家" if n % 7 == 0 else None,
                section="工会" if n % 2 else None, continues_on=2 if n == 4 else None, language=language,
            )
        )  # fmt: skip
    return volume(made, language=language, publisher="办公室")


def hostile() -> Volume:
    text = dict.fromkeys(("section", "paper", "kicker", "headline", "subheadline", "byline", "dateline"), HOSTILE)
    made = article(1, body=tuple(Block(kind, HOSTILE) for kind in BlockType), **text)
    return volume([made, article(2, headline="\x00", body=())], title=HOSTILE, creator=HOSTILE, rights=HOSTILE)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A document of each form and language, of hostile text, and on an office's own template."""
    folder = tmp_path_factory.mktemp("documents")
    reference = folder / "office.docx"
    office().save(str(reference))
    data = {f"form{n}": written(full(), **options) for n, options in enumerate(FORMS)}
    for language in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK"):
        data[language] = written(newspaper(language))
    data["digest"] = written(newspaper(), digest="1", annex=True)
    data["columns"] = written(newspaper(), columns=2)
    data["annex"] = written(newspaper(), columns=2, digest="lead", annex=True)
    data["hostile"] = written(hostile(), digest="lead", annex=True)
    data["reference"] = written(newspaper("zh-Hant-TW"), reference=reference, columns=2, group_by="person")
    data["empty"] = written(volume([]))
    paths = {name: folder / f"{name}.docx" for name in data}
    for name, path in paths.items():
        path.write_bytes(data[name])
    return paths


def test_the_validator_of_microsoft_365_finds_no_error(
    documents: dict[str, Path], need_program: Callable[..., str]
) -> None:
    need_program("node")
    validator = need_program(str(ROOT / "tests" / "node_modules" / ".bin" / "ooxml-validator"))

    def validate(path: Path) -> list[dict[str, Any]]:
        command = [validator, str(path), "--officeVersion", "Microsoft365"]
        said = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
        return list(said["errors"]) if not said["ok"] else []

    with ThreadPoolExecutor(2) as pool:
        errors = dict(zip(documents, pool.map(validate, documents.values()), strict=True))
    assert not {name: found for name, found in errors.items() if found}


@pytest.fixture(scope="module")
def pages(documents: dict[str, Path], need_program: Callable[..., str]) -> dict[str, Path]:
    """The documents as LibreOffice sets them, in one run."""
    soffice = need_program("soffice")
    need_program("pdftotext")
    folder = next(iter(documents.values())).parent
    environment = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf")), "HOME": str(folder)}
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, documents.values())]
    subprocess.run(["env", *(f"{k}={v}" for k, v in environment.items()), *command], capture_output=True, check=True)
    return {name: path.with_suffix(".pdf") for name, path in documents.items()}


def _bare(text: str) -> str:
    """Without white space, and without what fonts draw as one."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _text(path: Path) -> list[str]:
    """The text of each page."""
    said = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout
    return [_bare(page) for page in said.decode().split("\f")[:-1]]


NEWSPAPERS = ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "digest", "columns", "annex", "reference"]


@pytest.mark.parametrize("name", NEWSPAPERS)
def test_every_headline_stands_on_a_page(name: str, documents: dict[str, Path], pages: dict[str, Path]) -> None:
    printed = "".join(_text(pages[name]))
    headlines = texts(opened(documents[name].read_bytes()), "Heading 1", "Heading 2", "Heading 3")
    assert headlines
    assert not [h for h in headlines if _bare(h) not in printed]


@pytest.mark.parametrize(("name", "off"), [("zh-Hans", 0), ("zh-Hant-TW", 0), ("digest", 0), ("columns", 1)])
def test_the_pages_of_the_table_of_contents_are_where_libreoffice_puts_them(
    name: str, off: int, documents: dict[str, Path], pages: dict[str, Path]
) -> None:
    printed = _text(pages[name])
    wrong = []
    for label, _, page in contents(documents[name].read_bytes()):
        near = printed[max(int(page) - 1 - off, 0) : int(page) + off]
        if not any(re.search(re.escape(_bare(label)) + r"(?!\.{3})", text) for text in near):
            wrong.append((label, page))
    assert not wrong


@pytest.mark.parametrize("name", NEWSPAPERS)
def test_the_footer_counts_the_pages(name: str, pages: dict[str, Path]) -> None:
    if name == "reference":
        assert any("内部资料" in page for page in _text(pages[name]))
        return
    printed = _text(pages[name])
    last = re.search(r"第(\d+)[页頁]共(\d+)[页頁]", printed[-1])
    assert last
    assert int(last[1]) == int(last[2]) == len(printed)


@pytest.mark.parametrize("name", [n for n in NEWSPAPERS if n != "reference"])
def test_no_glyph_falls_back_to_another_font(name: str, pages: dict[str, Path]) -> None:
    said = subprocess.run(["pdffonts", str(pages[name])], capture_output=True, check=True).stdout.decode()
    fonts = {line.split()[0].partition("+")[2] for line in said.splitlines()[2:]}
    assert fonts
    assert not [f for f in fonts if not f.startswith(("NotoSerifCJK", "NotoSansCJK", "Liberation"))]


def test_hostile_text_and_an_empty_volume_are_set_too(pages: dict[str, Path]) -> None:
    assert len(_text(pages["hostile"])) > 1
    assert len(_text(pages["empty"])) >= 1
