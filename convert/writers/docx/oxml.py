"""XML of a package's parts, made from strings."""

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = f'xmlns:w="{W}"'


def elements(inside: str) -> list[BaseOxmlElement]:
    """Elements with the prefix `w`, from their XML."""
    return list(parse_xml(f"<w:root {NAMESPACES}>{inside}</w:root>"))


def replace_children(element: BaseOxmlElement, inside: str) -> None:
    """Put other children into an element, which loses its attributes too."""
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    for child in elements(inside):
        element.append(child)
    etree.cleanup_namespaces(element, keep_ns_prefixes=["w"])
