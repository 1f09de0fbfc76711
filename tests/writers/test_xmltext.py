"""Text that XML can't hold is shown, not dropped."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.writers.xmltext import visible


@given(st.text(st.characters(codec=None)))
def test_any_text_can_stand_in_an_xml_document(text: str) -> None:
    element = etree.Element("p")
    element.text = visible(text)
    assert etree.fromstring(etree.tostring(element)).text in (visible(text), None)


def test_what_xml_holds_stays_as_it_is() -> None:
    text = "汉字 \t\n𠀀 \ue000 \x7f\x85 👩‍👧"
    assert visible(text) == text


def test_each_illegal_character_has_a_sign_of_its_own() -> None:
    illegal = [chr(c) for c in (*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)]
    assert len({visible(c) for c in illegal}) == len(illegal)
    assert visible("头\x00发") == "头␀发"
    assert visible("\ud83d") == "⟨U+D83D⟩"
