"""What bytes are, by what they begin with; what a client says they are is not asked."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
WORD, SHEET, SLIDES = (
    f"{_OFFICE}{one}"
    for one in ("wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation")
)
MACROS = "application/vnd.ms-office"
TEXT, PDF, ZIP, MARKUP, DRAWING = (
    "text/plain", "application/pdf", "application/zip", "text/html", "image/svg+xml",
)  # fmt: skip
# The first is the one that a name without any of them is given.
ENDINGS: dict[str, tuple[str, ...]] = {
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "image/heic": ("heic", "heif"),
    PDF: ("pdf",),
    TEXT: ("txt", "csv", "tsv", "md", "log", "json", "ics", "vcf", "eml"),
    WORD: ("docx",),
    SHEET: ("xlsx",),
    SLIDES: ("pptx",),
    f"{_OPEN}text": ("odt",),
    f"{_OPEN}spreadsheet": ("ods",),
    f"{_OPEN}presentation": ("odp",),
    "video/mp4": ("mp4", "m4v"),
    "video/quicktime": ("mov",),
    "video/webm": ("webm",),
    "audio/mpeg": ("mp3",),
    "audio/ogg": ("ogg", "oga", "opus"),
    "audio/mp4": ("m4a",),
    ZIP: ("zip",),
}
# Nothing here is a program, and nothing runs in a browser.
ALLOWED = frozenset(ENDINGS) - {ZIP}
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", PDF),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    **dict.fromkeys(
        (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"),
        "video/mp4",
    ),
}
# Names in the list at a zip's end, which nothing has to be unpacked for.
_INSIDE = (
    (b"vbaProject.bin", MACROS),
    (b"word/document.xml", WORD),
    (b"xl/workbook.xml", SHEET),
    (b"ppt/presentation.xml", SLIDES),
)
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B}


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that were kept: how many, the first and the last of them."""

    size: int
    head: bytes = field(repr=False)
    tail: bytes = field(repr=False)


def media_type_of(kept: Kept) -> str | None:
    """None when they are nothing that we know."""
    head = kept.head
    for beginning, media_type in _BEGINNINGS:
        if head.startswith(beginning):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head.startswith(b"PK\x03\x04"):
        return _zipped(kept)
    return _written(head, kept.tail)


def _zipped(kept: Kept) -> str:
    if kept.head[30:38] == b"mimetype":
        named = kept.head[38:110].partition(b"PK")[0].decode("ascii", "replace")
        return next((one for one in ENDINGS if one.startswith(_OPEN) and named == one), ZIP)
    return next((kind for name, kind in _INSIDE if name in kept.tail), ZIP)


def _written(head: bytes, tail: bytes) -> str | None:
    """Words, unless a browser might take them for a page."""
    if not head or _CONTROLS & {*head, *tail}:
        return None
    try:
        begun = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return None
    start = begun.lstrip("\ufeff \t\r\n")[:1000].lower()
    if not start.startswith("<"):
        return TEXT
    return DRAWING if "<svg" in start else MARKUP
