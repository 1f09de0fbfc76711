"""The rules of IPTC ninjs 3.1 for the properties that this program writes, as a JSON Schema made from a table.

Source: the schema and documentation that IPTC publishes at https://iptc.org/std/ninjs/ (version 3.1), read property by
property: types, words, formats and what is required are the same here. The published objects are closed, so a property
that is not in these tables is an error here as it is there. Properties that this program never writes are left out,
which makes these rules narrower, never wider. `associations` hold whole ninjs objects with `name` and `rel` besides, to
any depth.
"""

from typing import Any

TEXT: dict[str, Any] = {"type": "string"}
URI: dict[str, Any] = {"type": "string", "format": "uri"}
WHOLE: dict[str, Any] = {"type": "integer"}
TIME: dict[str, Any] = {"type": "string", "format": "date-time"}


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """An object that has no other property."""
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def several(items: dict[str, Any]) -> dict[str, Any]:
    """An array of them."""
    return {"type": "array", "items": items}


VALUED = closed(("value",), role=TEXT, contentType=TEXT, value=TEXT)
BODY = closed(("value",), role=TEXT, contentType=TEXT, charCount=WHOLE, wordCount=WHOLE, value=TEXT)
CONCEPT = closed(name=TEXT, rel=TEXT, uri=URI, literal=TEXT)

ITEM: dict[str, Any] = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    **dict.fromkeys(("firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "expires"), TIME),
    **dict.fromkeys(("profile", "version", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote"), TEXT),
    **dict.fromkeys(("language", "title", "by", "slugline", "located"), TEXT),
    **dict.fromkeys(("descriptions", "headlines"), several(VALUED)),
    "bodies": several(BODY),
    **dict.fromkeys(("people", "subjects"), several(CONCEPT)),
    "infoSources": several(closed(name=TEXT, role=TEXT, uri=URI, literal=TEXT)),
    "genres": several(closed(name=TEXT, uri=TEXT, literal=TEXT)),
    "altIds": several(closed(role=TEXT, value=TEXT)),
    "standard": closed(name=TEXT, version=TEXT, schema=URI),
}

ASSOCIATED = closed(("name", "uri"), **ITEM, name=TEXT, rel=TEXT, associations=several({"$ref": "#/$defs/associated"}))

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {"associated": ASSOCIATED},
    **closed(("uri",), **ITEM, associations=several({"$ref": "#/$defs/associated"})),
}
