"""MP4, QuickTime and M4A: pictures and sound stay; words about them, times and tracks of anything else do not.

Cameras keep the place in three kinds of spots: in boxes of words, in tracks of their own whose samples lie among the
pictures, and in space that is said to be free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blanks import Blanks, Spot
from .boxes import Box, Boxes
from .items import blank_items, is_of_pictures
from .samples import chunks_of
from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEDIA, _FREE = b"mdat", frozenset((b"free", b"skip", b"wide"))
_ANY = frozenset(b"ftyp styp sidx ssix mfra pdin".split())
_KEPT = {
    b"moov": frozenset(b"mvhd trak mvex iods".split()),
    b"trak": frozenset(b"tkhd tref trgr edts mdia tapt load clip matt".split()),
    b"mdia": frozenset(b"mdhd hdlr minf elng".split()),
    b"minf": frozenset(b"vmhd smhd nmhd gmhd hmhd sthd hdlr dinf stbl".split()),
    b"stbl": frozenset(
        b"stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps stsh sgpd sbgp csgp subs sdtp saiz saio padb stdp".split()
    ),
    b"moof": frozenset(b"mfhd traf".split()),
    b"traf": frozenset(b"tfhd tfdt trun sgpd sbgp csgp subs sdtp saiz saio senc".split()),
}
# Each begins with when it was made and when it was changed.
_DATED = frozenset(b"mvhd tkhd mdhd".split())
_LONG_TIMES = 1
_SHOWN = frozenset(b"vide soun auxv pict".split())


def pieces(window: Window) -> Iterator[range | bytes]:
    """Of a film or of sound."""
    walk = _Walk(window)
    end = walk.all()
    if not (walk.has_film and walk.media):
        raise TornError
    yield from walk.blanks.pieces(window, end)


def picture_pieces(window: Window) -> Iterator[range | bytes]:
    """Of a HEIC picture."""
    walk = _Walk(window)
    end = walk.all()
    if not walk.has_picture:
        raise TornError
    yield from walk.blanks.pieces(window, end)


class _Walk:
    def __init__(self, window: Window) -> None:
        self.blanks = Blanks()
        self.media: list[range] = []
        self.has_film = self.has_picture = False
        self._window = window
        self._boxes = Boxes(window)
        self._aside: list[Spot] = []
        self._in_fragments, self._left_out = False, 0

    def all(self) -> int:
        """Where it ends: what lies behind the last box is left out."""
        at, size = 0, self._window.size
        while at < size:
            box = self._boxes.at(at, size)
            if box is None:
                if not self._is_whole() or self._window.rest(at)[4:8] == _MEDIA:
                    raise TornError
                break
            self._top(box)
            at = box.stop
        if self._left_out and self._in_fragments:
            # Where their samples are is said in each fragment anew.
            raise TornError
        for spot in self._aside:
            if not any(spot.start >= one.start and spot.stop <= one.stop for one in self.media):
                raise TornError
            self.blanks.spot(spot)
        return at

    def _is_whole(self) -> bool:
        return bool(self.media) and (self.has_film or self.has_picture)

    def _top(self, box: Box) -> None:
        if box.kind == _MEDIA:
            self.media.append(range(box.body, box.stop))
        elif box.kind in _FREE:
            # Some keep there what they had written before, or where they were.
            self.blanks.spot(Spot(box.body, box.stop))
        elif box.kind in {b"moov", b"moof"}:
            self.has_film = self.has_film or box.kind == b"moov"
            self._in_fragments = self._in_fragments or box.kind == b"moof"
            self._inside(box)
        elif box.kind == b"meta" and is_of_pictures(self._boxes, box):
            self.has_picture = True
            self._aside += blank_items(self._boxes, box, self.blanks)
        elif box.kind not in _ANY:
            self.blanks.box(box)

    def _inside(self, box: Box) -> None:
        for one in self._boxes.within(box.body, box.stop):
            if one.kind not in _KEPT[box.kind]:
                self.blanks.box(one)
            elif one.kind == b"trak" and not self._is_shown(one):
                self._aside += [
                    Spot(chunk.start, chunk.stop) for chunk in chunks_of(self._boxes, one)
                ]
                self.blanks.box(one)
                self._left_out += 1
            elif one.kind in _KEPT:
                self._inside(one)
            elif one.kind in _DATED:
                long = self._window.at(one.body, 1)[0] == _LONG_TIMES
                self.blanks.spot(Spot(one.body + 4, min(one.body + (20 if long else 12), one.stop)))

    def _is_shown(self, track: Box) -> bool:
        media = self._first(track, b"mdia")
        handler = media and self._first(media, b"hdlr")
        return handler is not None and self._window.at(handler.body + 8, 4) in _SHOWN

    def _first(self, box: Box, kind: bytes) -> Box | None:
        return next(
            (one for one in self._boxes.within(box.body, box.stop) if one.kind == kind), None
        )
