"""What a client was given to send and the hub has not yet answered for."""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

from .nouns import Json


def new_client_id() -> str:
    """The time in milliseconds, then chance: those made one after the other stand together in the hub's index."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message; it keeps its `client_id` over every resend, which is what makes resending safe.

    Without `conversation_id` it belongs to the dialogue that is open when its turn comes.
    """

    command: str
    payload: Json
    conversation_id: str | None = None
    client_id: str = field(default_factory=new_client_id)


class Outbox(Protocol):
    """Entries in the order they were written; `token` says whose they are."""

    token: str | None

    def entries(self) -> list[Entry]:
        """Not yet done, oldest first."""

    def put(self, entry: Entry) -> None:
        """Kept until it is done."""

    def done(self, client_id: str) -> None:
        """Acknowledged, or refused for good."""

    def keep_token(self, token: str) -> None:
        """Whoever resends must be who wrote."""


class MemoryOutbox:
    """Ends with the process."""

    def __init__(self) -> None:
        self.token: str | None = None
        self._entries: dict[str, Entry] = {}

    def entries(self) -> list[Entry]:
        """As of now."""
        return list(self._entries.values())

    def put(self, entry: Entry) -> None:
        """At the end."""
        self._entries[entry.client_id] = entry

    def done(self, client_id: str) -> None:
        """Forgotten."""
        self._entries.pop(client_id, None)

    def keep_token(self, token: str) -> None:
        """Until the process ends."""
        self.token = token


class FileOutbox(MemoryOutbox):
    """JSON lines in a file of its own; a client started anew with it goes on where the former one ended.

    `put` returns once the line is on the disk. A torn last line, as a crash leaves it, was never promised.
    """

    def __init__(self, path: Path | str) -> None:
        super().__init__()
        self._path = Path(path)
        self._read()
        self._rewrite()

    def put(self, entry: Entry) -> None:
        """Kept over a restart too."""
        super().put(entry)
        self._append({"put": asdict(entry)}, durable=True)

    def done(self, client_id: str) -> None:
        """Losing this line costs one needless resend."""
        super().done(client_id)
        self._append({"done": client_id}, durable=False)

    def keep_token(self, token: str) -> None:
        """Kept over a restart too."""
        super().keep_token(token)
        self._append({"token": token}, durable=True)

    def _append(self, line: Json, *, durable: bool) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
            if durable:
                file.flush()
                os.fsync(file.fileno())

    def _read(self) -> None:
        text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        whole, _, _ = text.rpartition("\n")
        for written in whole.split("\n") if whole else []:
            line = json.loads(written)
            if "put" in line:
                MemoryOutbox.put(self, Entry(**line["put"]))
            elif "done" in line:
                MemoryOutbox.done(self, line["done"])
            else:
                self.token = line["token"]

    def _rewrite(self) -> None:
        """Only what still counts; the old file stays until the new one is whole."""
        lines: list[Json] = [{"token": self.token}] if self.token else []
        lines += [{"put": asdict(entry)} for entry in self.entries()]
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.touch(mode=0o600)
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(_written(lines))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)


def _written(lines: Iterable[Json]) -> list[str]:
    return [json.dumps(line) + "\n" for line in lines]
