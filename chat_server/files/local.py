"""Files in a directory, which every hub process shares."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import structlog

from chat_server.domain.errors import Unavailable
from chat_server.domain.files.bare import Plan, Read
from chat_server.domain.files.kinds import Kept

_log = structlog.get_logger(__name__)
_ID = re.compile(r"[0-9a-f]{32,64}")
# The first is enough for where JPEG keeps its size behind a thumbnail, the last for a zip's list of names.
_HEAD, _TAIL = 512_000, 128_000
_STEP = 1_000_000
_INCOMING = "incoming"
_OWNER_ONLY = 0o700


class LocalStorage:
    """See `domain.ports.FileStorage`. Names of people's files are nowhere in it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def keep(
        self,
        file_id: str,
        pieces: AsyncIterator[bytes],
        most: int,
        left: Callable[[Kept, Read], Plan | None] | None = None,
    ) -> Kept | None:
        """Written beside, flushed to the disk, and then named: a half of one is never there."""
        part = self._root / _INCOMING / self._checked(file_id)
        bare = part.with_suffix(".bare")
        opened: list[BinaryIO] = []
        try:
            try:
                opened.append(await asyncio.to_thread(_begin, part))
                kept = await _received(opened[0], pieces, most)
                if kept is None:
                    return None
                plan = await asyncio.to_thread(_plan, opened[0], kept, left) if left else None
                if plan is not None:
                    opened.append(await asyncio.to_thread(_begin, bare))
                    kept = await asyncio.to_thread(_copied, opened[0], opened[1], plan)
                written = part if plan is None else bare
                await asyncio.to_thread(_end, opened[-1], written, self._path(file_id))
            finally:
                # In the loop: a cancelled task must not leave it open.
                for file in opened:
                    file.close()
                for path in (part, bare):
                    with suppress(FileNotFoundError):
                        path.unlink()
        except OSError as error:
            _log.warning("file_not_kept", error=str(error))
            raise Unavailable("Files cannot be kept at the moment; try again.") from error
        return kept

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


async def _received(file: BinaryIO, pieces: AsyncIterator[bytes], most: int) -> Kept | None:
    size, head, tail = 0, b"", b""
    async for piece in pieces:
        size += len(piece)
        if size > most:
            return None
        if len(head) < _HEAD:
            head += piece[: _HEAD - len(head)]
        tail = (tail + piece)[-_TAIL:]
        await asyncio.to_thread(file.write, piece)
    return Kept(size, head, tail)


def _plan(file: BinaryIO, kept: Kept, left: Callable[[Kept, Read], Plan | None]) -> Plan | None:
    return left(kept, partial(_read, file))


def _read(file: BinaryIO, start: int, count: int) -> bytes:
    file.seek(start)
    return file.read(count)


def _copied(file: BinaryIO, bare: BinaryIO, plan: Plan) -> Kept:
    for piece in plan:
        if isinstance(piece, bytes):
            bare.write(piece)
            continue
        bare.writelines(
            _read(file, start, min(_STEP, piece.stop - start))
            for start in range(piece.start, piece.stop, _STEP)
        )
    size = bare.tell()
    return Kept(size, _read(bare, 0, _HEAD), _read(bare, max(0, size - _TAIL), _TAIL))


def _begin(part: Path) -> BinaryIO:
    part.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    return os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")


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
