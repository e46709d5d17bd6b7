"""HEIC: a picture is made of items; Exif, XMP and whatever else is no picture are items too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blanks import Blanks, Spot
from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .boxes import Box, Boxes

_KEPT = frozenset(b"hdlr pitm iinf iref iprp iloc idat dinf grpl".split())
_PICTURES = frozenset(b"hvc1 hev1 lhv1 avc1 av01 jpeg j2k1 grid iden iovl tmap".split())
# Of how it looks: which way it is turned is one of them, so that nobody needs Exif for that.
_LOOKS = frozenset(
    b"ispe pixi colr irot imir pasp clap rloc lsel clli mdcv cclv amve hvcC lhvC avcC av1C a1op a1lx jpgC j2kH auxC oinf tols iscl".split()
)
_FULL = 4
_NAMED_INFO, _WIDE_INFO, _WIDE_PLACES = 2, 3, 2
_EXIF, _WORDS = b"Exif", b"mime"
# What readers find where they are told to look: Exif without a field, and XMP without a word.
_EMPTY = {
    _EXIF: bytes(4) + b"MM\0*\0\0\0\x08" + bytes(6),
    _WORDS: b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
}
_FILL = {_WORDS: b" "}
_IN_FILE, _IN_BOX = 0, 1
# Of numbers in the list of places.
_MOST = 500_000


def is_of_pictures(boxes: Boxes, meta: Box) -> bool:
    """Whether its items are pictures; films have one of words in the same place."""
    if meta.stop - meta.body < _FULL or any(boxes.window.at(meta.body, _FULL)):
        return False
    handler = boxes.at(meta.body + _FULL, meta.stop)
    return (
        handler is not None
        and handler.kind == b"hdlr"
        and boxes.window.at(handler.body + 8, 4) == b"pict"
    )


def blank_items(boxes: Boxes, meta: Box, blanks: Blanks) -> list[Spot]:
    """Blanks what is in `meta` itself; answers where else in the file there is something to blank."""
    found: dict[bytes, Box] = {}
    for box in boxes.within(meta.body + _FULL, meta.stop):
        if box.kind not in _KEPT or box.kind in found:
            blanks.box(box)
        else:
            found[box.kind] = box
    if not {b"iinf", b"iloc"} <= found.keys():
        raise TornError
    if b"iprp" in found:
        _blank_properties(boxes, found[b"iprp"], blanks)
    told = _told(boxes, found[b"iinf"])
    elsewhere = []
    for spot, in_box in _spots(boxes.window, found[b"iloc"], found.get(b"idat"), told):
        if in_box:
            blanks.spot(spot)
        else:
            elsewhere.append(spot)
    return elsewhere


def _blank_properties(boxes: Boxes, properties: Box, blanks: Blanks) -> None:
    """One that is free counts as one still: they are called by their number."""
    for box in boxes.within(properties.body, properties.stop):
        if box.kind == b"ipco":
            for one in boxes.within(box.body, box.stop):
                if one.kind not in _LOOKS:
                    blanks.box(one)
        elif box.kind != b"ipma":
            blanks.box(box)


def _told(boxes: Boxes, infos: Box) -> dict[int, bytes]:
    """The items that are no pictures, and what they are."""
    window, found = boxes.window, {}
    long = window.at(infos.body, 1)[0] > 0
    for box in boxes.within(infos.body + _FULL + (4 if long else 2), infos.stop):
        if box.kind != b"infe":
            raise TornError
        version = window.at(box.body, 1)[0]
        wide = 4 if version == _WIDE_INFO else 2
        number = window.number(box.body + _FULL, wide)
        # The first two versions have words in the place of the four letters.
        kind = window.at(box.body + _FULL + wide + 2, 4) if version >= _NAMED_INFO else _WORDS
        if kind not in _PICTURES:
            found[number] = kind
    return found


def _spots(
    window: Window, places: Box, inner: Box | None, told: dict[int, bytes]
) -> Iterator[tuple[Spot, bool]]:
    """Where the items are, and whether that is in the box for small ones."""
    read = _Reader(window, places.body)
    version = read.number(1)
    read.number(3)
    widths = read.number(2)
    offset, length, base, index = (widths >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version == _WIDE_PLACES else 2
    for _ in range(read.number(wide)):
        item = read.number(wide)
        method = read.number(2) & 15 if version else _IN_FILE
        is_elsewhere = read.number(2) != 0
        first = read.number(base)
        extents = read.number(2)
        for _ in range(extents):
            if version:
                read.number(index)
            start, count = first + read.number(offset), read.number(length)
            if item not in told or is_elsewhere:
                continue
            in_box = method == _IN_BOX
            if in_box and inner is not None:
                start += inner.body
            if (
                not count
                or method not in {_IN_FILE, _IN_BOX}
                or (in_box and not _has(inner, start, count))
            ):
                raise TornError
            words = _EMPTY.get(told[item], b"") if extents == 1 else b""
            yield (
                Spot(
                    start,
                    start + count,
                    words if len(words) <= count else b"",
                    _FILL.get(told[item], b"\0"),
                ),
                in_box,
            )
        if read.at > places.stop:
            raise TornError


def _has(box: Box | None, start: int, count: int) -> bool:
    return box is not None and box.body <= start and start + count <= box.stop


class _Reader:
    """Numbers one behind the other, of any width and none."""

    def __init__(self, window: Window, at: int) -> None:
        self._window = window
        self.at = at
        self._left = _MOST

    def number(self, width: int) -> int:
        self._left -= 1
        if self._left < 0:
            raise TornError
        self.at += width
        return self._window.number(self.at - width, width) if width else 0
