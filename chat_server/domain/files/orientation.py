"""Which way a camera was held: the one thing in a picture's Exif that its looks depend on."""

from __future__ import annotations

import struct

HEAD = b"Exif\0\0"
UPRIGHT = 1
# Mirrored, upside down or lying on their side.
OTHERWISE = range(2, 9)
# Lying on their side.
TURNED = range(5, 9)
_TAG = 0x0112
_MOST_TAGS = 100


def orientation_of(tiff: bytes) -> int:
    """1 to 8; upright where it is not said."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack(f"{order}I", tiff[4:8])
        (entries,) = struct.unpack(f"{order}H", tiff[start : start + 2])
        for number in range(min(entries, _MOST_TAGS)):
            place = start + 2 + 12 * number
            tag, _, _, value = struct.unpack(f"{order}HHIH", tiff[place : place + 10])
            if tag == _TAG:
                return int(value) if value in OTHERWISE else UPRIGHT
    except struct.error:
        return UPRIGHT
    return UPRIGHT


def only_orientation(orientation: int) -> bytes:
    """Exif that says this and nothing else; empty for what is upright anyway."""
    if orientation not in OTHERWISE:
        return b""
    entry = struct.pack(">HHIHH", _TAG, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
