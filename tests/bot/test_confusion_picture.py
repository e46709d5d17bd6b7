"""The picture of what was taken for what."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from confusion_picture import picture

PAIRS = [("greet", "greet"), ("greet", "greet"), ("stop", "greet"), ("stop", "nlu_fallback")]
SVG = "{http://www.w3.org/2000/svg}"


def test_each_pair_is_a_cell_that_tells_its_count() -> None:
    root = ET.fromstring(picture("ru: <all>", PAIRS))  # noqa: S314 - our own
    told = [cell.findtext(f"{SVG}title") for cell in root.iter(f"{SVG}g")]
    assert told == [
        "greet understood as greet: 2 of 2",
        "stop understood as greet: 1 of 2",
        "stop understood as nlu_fallback: 1 of 2",
    ]
    assert root.findtext(f"{SVG}title") == "ru: <all>"


def test_the_same_pairs_are_the_same_picture() -> None:
    assert picture("en", PAIRS) == picture("en", PAIRS[::-1])
