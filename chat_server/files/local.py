"""Files in a directory, which every hub process shares."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Collection
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import structlog

from chat_server.domain.errors import Unavailable
from chat_server.domain.files.kinds import Kept

_log = structlog.get_logger(__name__)
_ID = re.compile(r"[0-9a-f]{32,64}")
# The first is enough for where JPEG keeps its size behind a thumbnail, the last for a zip's list of names.
_HEAD, _TAIL = 512_000, 128_000
_INCOMING = "incoming"
_OWNER_ONLY = 0o700


class LocalStorage:
    """See `domain.ports.FileStorage`. Names of people's files are nowhere in it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def keep(self, file_id: str, pieces: AsyncIterator[bytes], most: int) -> Kept | None:
        """Written beside, flushed to the disk, and then named: a half of one is never there."""
        part = self._root / _INCOMING / self._checked(file_id)
        size, head, tail = 0, b"", b""
        try:
            file = await asyncio.to_thread(_begin, part)
            try:
                async for piece in pieces:
                    size += len(piece)
                    if size > most:
                        return None
                    if len(head) < _HEAD:
                        head += piece[: _HEAD - len(head)]
                    tail = (tail + piece)[-_TAIL:]
                    await asyncio.to_thread(file.write, piece)
                await asyncio.to_thread(_end, file, part, self._path(file_id))
            finally:
                # In the loop: a cancelled task must not leave it open.
                file.close()
                with suppress(FileNotFoundError):
                    part.unlink()
        except OSError as error:
            _log.warning("file_not_kept", error=str(error))
            raise Unavailable("Files cannot be kept at the moment; try again.") from error
        return Kept(size, head, tail)

    async def remove(self, file_ids: Collection[str]) -> None:
        """Again, it does nothing."""
        try:
            for file_id in file_ids:
                await asyncio.to_thread(self._path(file_id).unlink, missing_ok=True)
        except OSError as error:
            _log.warning("file_not_removed", error=str(error))
            raise Unavailable("Files cannot be deleted at the moment.") from error

    def place(self, file_id: str) -> Path | None:
        """By id."""
        path = self._path(file_id)
        return path if path.is_file() else None

    async def older_than(self, moment: datetime) -> list[str]:
        """By when it was written last."""
        return await asyncio.to_thread(self._older_than, moment.timestamp())

    def _older_than(self, moment: float) -> list[str]:
        found: list[str] = []
        for path in self._root.glob("*/*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime >= moment:
                    continue
                if path.parent.name == _INCOMING:
                    path.unlink()
                elif _ID.fullmatch(path.name):
                    found.append(path.name)
        return found

    def _path(self, file_id: str) -> Path:
        return self._root / self._checked(file_id)[:2] / file_id

    @staticmethod
    def _checked(file_id: str) -> str:
        """Only ever an id of ours: a path could lead anywhere."""
        if not _ID.fullmatch(file_id):
            raise ValueError("not an id of a file")
        return file_id


def _begin(part: Path) -> BinaryIO:
    part.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    return os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _end(file: BinaryIO, part: Path, place: Path) -> None:
    file.flush()
    os.fsync(file.fileno())
    fresh = not place.parent.exists()
    place.parent.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    part.rename(place)
    _flush_folder(place.parent)
    if fresh:
        _flush_folder(place.parent.parent)


def _flush_folder(folder: Path) -> None:
    """A name is as durable as its folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
