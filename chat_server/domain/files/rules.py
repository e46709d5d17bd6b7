"""Which files may come in, and how they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chat_server.domain.errors import Invalid, TooLarge, TypeNotAllowed
from chat_server.domain.message import clean_text
from chat_server.domain.secrets import masked

from .bare import Plan, Read, plan_of
from .file import Upload
from .kinds import ALLOWED, ENDINGS, PICTURES, Kept, media_type_of
from .pictures import Extent, extent_of

MEGABYTE = 1_000_000
_LONGEST_NAME = 120
# A browser that shows more runs out of memory; who wants it can still fetch it.
_MOST_PIXELS = 60_000_000
# Also what the names of files may not have where people keep them.
_SEPARATORS = re.compile(r"[\\/:*?\"<>|\x00-\x1f\x7f]+")


@dataclass(frozen=True)
class FileRules:
    """`most_bytes` of 0: none at all."""

    most_bytes: int = 10 * MEGABYTE
    types: frozenset[str] = ALLOWED

    def check_size(self, announced: int | None) -> None:
        """Before anything is read, where a client says how much comes."""
        if self.most_bytes <= 0:
            raise TypeNotAllowed("No files are taken here.")
        if announced is not None and announced > self.most_bytes:
            raise self.too_large()

    def too_large(self) -> TooLarge:
        """With the limit."""
        return TooLarge(
            f"A file may have up to {self.most_bytes // MEGABYTE} MB.",
            {"file": f"at most {self.most_bytes} bytes"},
        )

    def left(self, kept: Kept, read: Read) -> Plan | None:
        """What is kept of it, None for all: pictures and films without what it tells of its making; refused as when judged."""
        media_type, _ = self._kind(kept)
        return plan_of(media_type, read, kept.size)

    def judged(self, file_id: str, kept: Kept, name: str, caption: str) -> Upload:
        """By its bytes alone; Invalid when there are none, TypeNotAllowed for what may not come in."""
        media_type, extent = self._kind(kept)
        if extent is not None and extent.pixels > _MOST_PIXELS:
            extent = None
        return Upload(
            file_id, name_of(name, media_type), media_type, kept.size, extent, clean_text(caption)
        )

    def _kind(self, kept: Kept) -> tuple[str, Extent | None]:
        if kept.size == 0:
            raise Invalid("This file is empty.", {"file": "empty"})
        media_type = media_type_of(kept)
        extent = extent_of(media_type, kept.head) if media_type else None
        whole = media_type not in PICTURES or extent is not None
        if media_type is None or media_type not in self.types or not whole:
            raise TypeNotAllowed("Files of this kind are not taken here.", {"file": "kind"})
        return media_type, extent


def name_of(given: str, media_type: str) -> str:
    """What a client called it, without folders and secrets, and with an ending that says what it is."""
    last = re.split(r"[\\/]", clean_text(given).replace("\n", " "))[-1]
    name = masked(_SEPARATORS.sub("_", last).strip(" .")) or "file"
    endings = ENDINGS.get(media_type, ("bin",))
    stem, dot, ending = name.rpartition(".")
    if not dot or ending.lower() not in endings:
        stem, ending = name, endings[0]
    return f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}"
