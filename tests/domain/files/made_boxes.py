"""A HEIC picture and a film with secrets in every place where phones, cameras and programs put them."""

from __future__ import annotations

from struct import pack

from tests.domain.files.made import SECRET, tiff

# What is to be there still.
PIXELS, MOVES = b"coded picture " * 8, b"coded frames and sound " * 8
_NO_EXIF = bytes(4) + b"MM\0*\0\0\0\x08" + bytes(6)
_NO_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
_EXIF = bytes(4) + tiff(6)


def box(kind: bytes, *parts: bytes) -> bytes:
    """With its length before it."""
    data = b"".join(parts)
    return pack(">I4s", len(data) + 8, kind) + data


def long_box(kind: bytes, *parts: bytes) -> bytes:
    """Of a length that takes eight bytes."""
    data = b"".join(parts)
    return pack(">I4sQ", 1, kind, len(data) + 16) + data


def full(kind: bytes, *parts: bytes, version: int = 0) -> bytes:
    """With a version and flags."""
    return box(kind, pack(">I", version << 24), *parts)


def told(kind: bytes, data: bytes = SECRET, *, bare: bool) -> bytes:
    """Words, or as much free space."""
    return box(b"free", bytes(len(data))) if bare else box(kind, data)


def _handler(kind: bytes) -> bytes:
    return full(b"hdlr", bytes(4) + kind + bytes(13))


def _item(number: int, kind: bytes, rest: bytes = b"") -> bytes:
    return full(b"infe", pack(">HH4s", number, 0, kind), b"\0", rest, version=2)


def heic(*, bare: bool = False, behind: bytes = b"") -> bytes:
    """A picture, its Exif beside it, its XMP in the list of items, and a user's words for it."""
    start = pack(">4sI4s4s", b"heic", 0, b"mif1", b"heic")
    exif = _NO_EXIF.ljust(len(_EXIF), b"\0") if bare else _EXIF
    xmp = _NO_XMP.ljust(len(_XMP), b" ") if bare else _XMP
    looks = box(
        b"ipco", full(b"ispe", pack(">II", 60, 40)), box(b"irot", b"\1"), told(b"udes", bare=bare)
    )
    head = box(b"ftyp", start)

    def meta(media: int) -> bytes:
        places = [
            (1, 0, media, len(PIXELS)),
            (2, 0, media + len(PIXELS), len(exif)),
            (3, 1, 0, len(xmp)),
        ]
        entries = (pack(">HHHHII", one, method, 0, 1, at, long) for one, method, at, long in places)
        infos = _item(1, b"hvc1") + _item(2, b"Exif") + _item(3, b"mime", b"application/rdf+xml\0")
        return full(
            b"meta",
            _handler(b"pict"),
            full(b"pitm", pack(">H", 1)),
            full(b"iinf", pack(">H", 3), infos),
            box(b"iprp", looks, full(b"ipma", bytes(4))),
            full(b"iloc", b"\x44\0" + pack(">H", 3), *entries, version=1),
            box(b"idat", xmp),
            told(b"uuid", bare=bare),
        )

    before = len(head + meta(0)) + 8
    film = told(b"mpvd", b"a film with its place: " + SECRET, bare=bare)
    return head + meta(before) + box(b"mdat", PIXELS, exif) + film + behind


def film(
    *, bare: bool = False, behind: bytes = b"", brand: bytes = b"qt  ", long: bool = False
) -> bytes:
    """Pictures, and between them a track of places; where and when it was taken in the film's head."""
    place = bytes(len(SECRET)) if bare else SECRET
    times = bytes(16 if long else 8) if bare else b"\xe1" * (16 if long else 8)
    around = long_box if long else box
    head = box(b"ftyp", brand + bytes(4) + brand)
    free = told(b"free", bare=bare)

    def track(handler: bytes, starts: list[int], sizes: list[int]) -> bytes:
        where = (
            full(b"co64", pack(f">I{len(starts)}Q", len(starts), *starts))
            if long
            else (full(b"stco", pack(f">I{len(starts)}I", len(starts), *starts)))
        )
        table = box(
            b"stbl",
            full(b"stsd", bytes(4)),
            full(b"stsz", pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
            full(b"stsc", pack(">IIII", 1, 1, 1, 1)),
            where,
        )
        dated = full(b"mdhd", times, bytes(12), version=int(long))
        media = box(b"mdia", dated, _handler(handler), box(b"minf", table))
        known = full(b"tkhd", times, bytes(12), version=int(long))
        return box(b"trak", known, media, told(b"udta", bare=bare))

    def moov(at: int) -> bytes:
        parts = [full(b"mvhd", times, bytes(12), version=int(long))]
        parts.append(track(b"vide", [at, at + len(MOVES) + len(SECRET)], [len(MOVES)] * 2))
        places = track(
            b"meta", [at + len(MOVES), at + 2 * len(MOVES) + len(SECRET)], [len(SECRET)] * 2
        )
        parts.append(box(b"free", bytes(len(places) - 8)) if bare else places)
        parts += [told(b"udta", b"\xa9xyz" + SECRET, bare=bare), told(b"meta", bare=bare)]
        return box(b"moov", *parts)

    before = len(head + free + moov(0)) + (16 if long else 8)
    return head + free + moov(before) + around(b"mdat", MOVES, place, MOVES, place) + behind
