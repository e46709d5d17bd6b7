"""Searches end in time, whatever a contact said and however many others there are.

Makes up a database: one contact with very much to say, one with much, one with little, and others who say the same
words, the more of them the larger the database. Then asks each of the three, in the small database and in the large
one, by words alone and with vectors. CPU seconds of the process count; the model's own time does not.

    .venv/bin/python -m benchmarks.recall [--statements 1000000] [--most 100000] [--url postgresql://…]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import sqlalchemy as sa

from chat_server.domain.agent import Role
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.inbox import Inbox
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.origin import Origin
from chat_server.domain.ownership import first_owner
from chat_server.domain.recall.said import index
from chat_server.domain.recall.vectors import signs
from chat_server.services.access import AgentCaller
from chat_server.services.memory import Recall
from chat_server.store import tables
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.transaction import SqlStore

_BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
_ASKER = AgentCaller("benchmark", "Benchmark", Role.ADMIN)
_VOCABULARY = 30_000
_AT_ONCE = 2_000
_OTHERS_SAY = 200
_DIMENSIONS = 384
_TIMES = 15
# One in so many words is one of the few that everybody uses all the time.
_RANDOM = random.Random(20261122)  # noqa: S311 - the same database every time


class Guesses:
    """Vectors without a model: what they are does not change what comparing them costs."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes]:  # noqa: ARG002
        return [_RANDOM.randbytes(_DIMENSIONS) for _ in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--statements", type=int, default=60_000)
    parser.add_argument("--most", type=int, default=20_000)
    parser.add_argument("--url")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{folder}/recall.db"
        asyncio.run(_measure(url, options.statements, options.most))


async def _measure(url: str, statements: int, most: int) -> None:
    engines = Engines(url)
    await migrate(engines)
    store = SqlStore(engines, lambda _: None)
    async with store.begin() as tx:
        tx.add(Inbox("bench", "bench", "Bench", "en", "UTC", "", "#000", "Bot", [], {}))
    sizes = {"little": 10, "much": 1_000, "very much": most}
    for name, size in sizes.items():
        await _fill(engines, store, name, size, vectors=True)
    print("| statements in all | of the contact | by | CPU ms p50 | CPU ms most |")
    print("| --- | --- | --- | --- | --- |")
    held = sum(sizes.values())
    await _ask_all(store, sizes, held)
    others = max(0, (statements - held) // _OTHERS_SAY)
    for number in range(others):
        await _fill(engines, store, f"other-{number}", _OTHERS_SAY, vectors=False)
    if others:
        await _ask_all(store, sizes, held + others * _OTHERS_SAY)
    await store.close()
    await engines.dispose()


async def _ask_all(store: SqlStore, sizes: dict[str, int], held: int) -> None:
    for name, size in sizes.items():
        for by, recall in (("words", Recall(store)), ("words, vectors", Recall(store, Guesses()))):
            took = [await _ask(recall, name) for _ in range(_TIMES)]
            middle = statistics.median(took)
            print(f"| {held:,} | {size:,} | {by} | {middle:.1f} | {max(took):.1f} |", flush=True)


async def _ask(recall: Recall, name: str) -> float:
    """A question of common and rare words."""
    question = " ".join(_words(5))
    began = time.process_time()
    found = await recall.search(_ASKER, name, f"What did they say about {question}", 10)
    assert found.said or name == "little", "something is found among many statements"
    return 1000 * (time.process_time() - began)


async def _fill(engines: Engines, store: SqlStore, name: str, size: int, *, vectors: bool) -> None:
    """A contact with one dialogue of so many lines, as the hub keeps them."""
    async with store.begin() as tx:
        contact = Contact(name, "bench", _BEGAN, _BEGAN)
        tx.add(contact)
        await tx.flush()
        tx.add(Visitor(f"visitor-{name}", "bench", name, f"digest-{name}", _BEGAN))
        await tx.flush()
        conversation, _ = Conversation.open(
            inbox_id="bench",
            contact_id=name,
            visitor_id=f"visitor-{name}",
            client_id="first",
            locale="en",
            bot=first_owner("Bot"),
            origin=Origin(),
            now=_BEGAN,
        )
        tx.add(conversation)
    lines = _lines(conversation.id, name, size)
    while rows := list(islice(lines, _AT_ONCE)):
        async with engines.writer.begin() as connection:
            await _insert(connection, rows, name, vectors=vectors)


async def _insert(connection: Any, rows: list[dict[str, Any]], name: str, *, vectors: bool) -> None:
    newest = await connection.scalar(sa.select(sa.func.max(tables.messages.c.position))) or 0
    for place, row in enumerate(rows, newest + 1):
        row["position"] = place
    await connection.execute(sa.insert(tables.messages), rows)
    indexed = [index(row["position"], name, row["text"]) for row in rows]
    await connection.execute(
        sa.insert(tables.recall_statements),
        [
            {
                "position": one.position,
                "contact_id": name,
                "words": one.words,
                "length": one.length,
                "awaits_vector": False,
            }
            for one in indexed
            if one is not None
        ],
    )
    if vectors:
        made = [(row["position"], _RANDOM.randbytes(_DIMENSIONS)) for row in rows]
        await connection.execute(
            sa.insert(tables.recall_vectors),
            [
                {"position": place, "contact_id": name, "signs": signs(one), "vector": one}
                for place, one in made
            ],
        )


def _lines(conversation_id: str, name: str, size: int) -> Iterator[dict[str, Any]]:
    author = Author(AuthorKind.VISITOR, f"visitor-{name}", None)
    for number in range(1, size + 1):
        text = " ".join(_words(10))
        yield {
            "conversation_id": conversation_id,
            "seq": number,
            "id": f"{name}-{number}",
            "public_prev_seq": number - 1,
            "client_id": str(number),
            "author_kind": author.kind,
            "author_id": author.id,
            "author_name": None,
            "sender": author.sender,
            "kind": "message",
            "content": {"type": "text", "text": text},
            "text": text,
            "created_at": _BEGAN + timedelta(seconds=number),
            "used_facts": [],
            "understood": None,
        }


def _words(many: int) -> list[str]:
    """As in a language: the rank of a word and how often it is said are inverse."""
    return [f"word{int(_VOCABULARY ** _RANDOM.random())}" for _ in range(many)]


if __name__ == "__main__":
    main()
