"""Pictures of the known kinds with secrets in every place where programs put them."""

from __future__ import annotations

import zlib
from struct import pack

SECRET = b"zz64.1466N-21.9426W"
# Two marks that are bytes of a picture, and one that begins again within a scan.
SCAN = b"\x12\xff\x00\x34\xff\xd0\x56" * 40


def tiff(orientation: int | None = None, order: str = ">") -> bytes:
    """Exif as a phone writes it: a place, and which way it was held."""
    fields = [(0x010F, 2, len(SECRET), 200)]
    if orientation is not None:
        fields.append((0x0112, 3, 1, orientation << 16 if order == ">" else orientation))
    head = (b"MM\0*" if order == ">" else b"II*\0") + pack(f"{order}IH", 8, len(fields))
    entries = b"".join(pack(f"{order}HHII", *field) for field in fields)
    return (head + entries + bytes(4)).ljust(200, b"\0") + SECRET


def segment(kind: int, data: bytes) -> bytes:
    """Of a JPEG."""
    return pack(">BBH", 0xFF, kind, len(data) + 2) + data


FRAME = segment(0xC0, pack(">BHHB", 8, 40, 60, 1) + b"\x01\x11\0")
TABLES = segment(0xDB, bytes(65)) + segment(0xC4, bytes(20))
JFIF = segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")
PROFILE = segment(0xE2, b"ICC_PROFILE\0\x01\x01colours")
ADOBE = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")


def jpeg(
    orientation: int | None = None, order: str = ">", *, bare: bool = False, behind: bytes = b""
) -> bytes:
    """Of two scans, as a progressive one has them."""
    parts = [b"\xff\xd8", JFIF]
    if not bare:
        parts += [
            segment(0xE1, b"Exif\0\0" + tiff(orientation, order)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET),
            segment(0xE2, b"MPF\0" + SECRET),
            segment(0xED, b"Photoshop 3.0\0" + SECRET),
            segment(0xFE, b"Taken at " + SECRET),
        ]
    parts += [PROFILE, ADOBE, TABLES, FRAME, segment(0xDA, b"\x01\x01\0\0\x3f\0") + SCAN]
    if not bare:
        parts.append(segment(0xFE, SECRET))
    parts += [segment(0xDA, b"\x01\x01\0\0\x3f\0") + SCAN, b"\xff\xff\xd9", behind]
    return b"".join(parts)


def chunk(name: bytes, data: bytes) -> bytes:
    """Of a PNG."""
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def png(orientation: int | None = None, *, bare: bool = False, behind: bytes = b"") -> bytes:
    """60 by 40."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * 60 for _ in range(40)))
    told = [
        chunk(b"tEXt", b"Comment\0" + SECRET),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
        chunk(b"tIME", pack(">HBBBBB", 2026, 11, 23, 12, 0, 0)),
        chunk(b"prVt", SECRET),
        chunk(b"eXIf", tiff(orientation)),
    ]
    parts = [
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", pack(">IIBBBBB", 60, 40, 8, 0, 0, 0, 0)),
        chunk(b"gAMA", pack(">I", 45455)),
        *([] if bare else told),
        chunk(b"IDAT", rows[:20]),
        chunk(b"IDAT", rows[20:]),
        chunk(b"IEND", b"") + behind,
    ]
    return b"".join(parts)


def riff(name: bytes, data: bytes) -> bytes:
    """Of a WebP."""
    return name + pack("<I", len(data)) + data + bytes(len(data) % 2)


def webp(orientation: int | None = None, *, bare: bool = False, behind: bytes = b"") -> bytes:
    """60 by 40, extended, so that it can have all of them."""
    flags = 0x20 | (0 if bare else 0x0C)
    extended = bytes([flags, 0, 0, 0]) + pack("<I", 59)[:3] + pack("<I", 39)[:3]
    parts = [
        riff(b"VP8X", extended),
        riff(b"ICCP", b"colours"),
        riff(b"VP8L", b"\x2f" + pack("<I", 59 | 39 << 14) + b"pixel"),
    ]
    if not bare:
        parts += [riff(b"EXIF", tiff(orientation)), riff(b"XMP ", SECRET), riff(b"prVt", SECRET)]
    data = b"WEBP" + b"".join(parts)
    return b"RIFF" + pack("<I", len(data)) + data + behind


def gif(*, bare: bool = False, behind: bytes = b"") -> bytes:
    """Of two colours, moving."""

    def blocks(data: bytes) -> bytes:
        return bytes([len(data)]) + data + b"\0"

    head = b"GIF89a" + pack("<HHBBB", 60, 40, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    told = [
        b"\x21\xfe" + blocks(SECRET),
        b"\x21\xff\x0bXMP DataXMP" + blocks(SECRET),
    ]
    parts = [
        head,
        b"\x21\xff\x0bNETSCAPE2.0" + blocks(b"\x01\0\0"),
        *([] if bare else told),
        b"\x21\xf9" + blocks(b"\0\x0a\0\0"),
        b"\x2c" + pack("<HHHHB", 0, 0, 60, 40, 0) + b"\x02" + blocks(b"pixels"),
        b"\x3b",
        behind,
    ]
    return b"".join(parts)
