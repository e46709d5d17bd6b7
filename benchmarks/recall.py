"""Searches end in time, whatever a contact said and however many others there are.

Makes up a database: one contact with very much to say, one with much, one with little, and others who say the same
words, the more of them the larger the database. Then asks each of the three, in the small database and in the large
one, by words alone and with vectors; in the large one also somebody whose very many lines lie scattered among those of
all others. CPU milliseconds of the process count, and beside them those that passed; the model's own time does not.

    .venv/bin/python -m benchmarks.recall [--statements 1000000] [--most 100000] [--url postgresql://…]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice

from chat_server.domain.agent import Role
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.inbox import Inbox
from chat_server.domain.origin import Origin
from chat_server.domain.ownership import first_owner
from chat_server.services.access import AgentCaller
from chat_server.services.memory import Recall
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

from ._recall_bulk import Bulk, PostgresBulk, SqliteBulk
from ._recall_said import BEGAN, DIMENSIONS, Batch, Person, common_words, some_words

_ASKER = AgentCaller("benchmark", "Benchmark", Role.ADMIN)
_OTHERS_SAY = 200
# So many contacts have words made up for them; what others say is said again in place of that.
_MADE_UP = 5_000
# Contacts whose lines are written together.
_TOGETHER = 50
_SCATTERED = "scattered"
_LITTLE, _MUCH = 10, 1_000
_TIMES = 15
_DICE = random.Random(20261122)  # noqa: S311 - the same database every time


class Guesses:
    """Vectors without a model: what they are does not change what comparing them costs."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes]:  # noqa: ARG002
        return [_DICE.randbytes(DIMENSIONS) for _ in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--statements", type=int, default=60_000)
    parser.add_argument("--most", type=int, default=20_000)
    parser.add_argument("--url")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{folder}/recall.db"
        bulk: Bulk = PostgresBulk(url) if options.url else SqliteBulk(f"{folder}/recall.db")
        asyncio.run(_measure(url, bulk, options.statements, options.most))


async def _measure(url: str, bulk: Bulk, statements: int, most: int) -> None:
    sizes = {"little": _LITTLE, "much": _MUCH, "very much": most}
    dialogues = await _begun(url, [*sizes, _SCATTERED])
    people = {name: Person(name, its, _DICE) for name, its in dialogues.items()}
    position = await bulk.begin()
    for name, size in sizes.items():
        batch = Batch()
        fixed = bulk.fixed(people[name].fixed)
        people[name].say(batch, range(position, position + size), fixed, vectors=True)
        position += size
        await bulk.keep(batch)
    await bulk.end()
    print("| statements in all | of the contact | by | CPU ms p50 | most | passed ms p50 | most |")
    print("| --: | --: | --- | --: | --: | --: | --: |")
    held = sum(sizes.values())
    await _ask_all(url, {name: f"{size:,}" for name, size in sizes.items()}, held)
    others = max(0, (statements - held - most) // _OTHERS_SAY)
    if others:
        await _fill(bulk, people[_SCATTERED], others, most)
        sizes[_SCATTERED] = most
        called = {name: f"{size:,}" for name, size in sizes.items()}
        called[_SCATTERED] += ", scattered"
        await _ask_all(url, called, held + most + others * _OTHERS_SAY)


async def _begun(url: str, names: Sequence[str]) -> dict[str, str]:
    """Contacts with a dialogue each in which nothing was said yet."""
    engines = Engines(url)
    await migrate(engines)
    store = SqlStore(engines, lambda _: None)
    async with store.begin() as tx:
        tx.add(Inbox("bench", "bench", "Bench", "en", "UTC", "", "#000", "Bot", [], {}))
    dialogues = {}
    for name in names:
        async with store.begin() as tx:
            tx.add(Contact(name, "bench", BEGAN, BEGAN))
            await tx.flush()
            tx.add(Visitor(f"visitor-{name}", "bench", name, f"digest-{name}", BEGAN))
            await tx.flush()
            conversation, _ = Conversation.open(
                inbox_id="bench",
                contact_id=name,
                visitor_id=f"visitor-{name}",
                client_id="first",
                locale="en",
                bot=first_owner("Bot"),
                origin=Origin(),
                now=BEGAN,
            )
            tx.add(conversation)
            dialogues[name] = conversation.id
    await store.close()
    await engines.dispose()
    return dialogues


async def _fill(bulk: Bulk, scattered: Person, others: int, most: int) -> None:
    """All others, and evenly between their lines those of who is scattered.

    What is said by the first of them is said again by as many as are wanted: making words up takes longest.
    """
    began = time.monotonic()
    first = await bulk.begin()
    lines = others * _OTHERS_SAY
    saying = min(others, _MADE_UP)
    between = most * saying // others
    said = range(first, await _made_up(bulk, scattered, saying, between, first))
    _progress(began, saying * _OTHERS_SAY)
    first, left, again = said.stop, lines - saying * _OTHERS_SAY, 0
    unsaid = most - between
    while left:
        again, many = again + 1, min(left, saying * _OTHERS_SAY)
        await bulk.repeat(said, many, first, again)
        part = Batch()
        between = unsaid * many // left
        places = range(first, first + 2 * len(said), 2)
        theirs = [places[one * many // between] + 1 for one in range(between)]
        scattered.say(part, theirs, bulk.fixed(scattered.fixed), vectors=True)
        await bulk.keep(part)
        first, left, unsaid = places.stop, left - many, unsaid - between
        _progress(began, lines - left)
    await bulk.end()
    _progress(began, lines)


async def _made_up(bulk: Bulk, scattered: Person, others: int, most: int, first: int) -> int:
    """The first free position afterwards."""
    left = most
    for number in range(0, others, _TOGETHER):
        names = [f"other-{one}" for one in range(number, min(number + _TOGETHER, others))]
        between = round(left * len(names) / (others - number))
        places = range(first, first + len(names) * _OTHERS_SAY + between)
        theirs = [places[one * len(places) // between] for one in range(between)]
        batch = Batch()
        scattered.say(batch, theirs, bulk.fixed(scattered.fixed), vectors=True)
        free = iter(sorted(set(places).difference(theirs)))
        dialogues = await bulk.people("little", names)
        for name in names:
            person = Person(name, dialogues[name], _DICE)
            said = islice(free, _OTHERS_SAY)
            person.say(batch, said, bulk.fixed(person.fixed), vectors=False)
        await bulk.keep(batch)
        first, left = places.stop, left - between
    return first


def _progress(began: float, lines: int) -> None:
    print(f"{lines:,} lines after {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


async def _ask_all(url: str, called: dict[str, str], held: int) -> None:
    engines = Engines(url)
    store = SqlStore(engines, lambda _: None)
    for name, size in called.items():
        for by, recall in (("words", Recall(store)), ("words, vectors", Recall(store, Guesses()))):
            took = [await _ask(recall, name, some_words(_DICE, 5)) for _ in range(_TIMES)]
            _row(held, size, by, took)
        common = [await _ask(Recall(store), name, common_words(5)) for _ in range(_TIMES)]
        _row(held, size, "the commonest words", common)
    await store.close()
    await engines.dispose()


def _row(held: int, size: str, by: str, took: list[tuple[float, float]]) -> None:
    cpu, passed = zip(*took, strict=True)
    figures = [f(of) for of in (cpu, passed) for f in (statistics.median, max)]
    print(
        f"| {held:,} | {size} | {by} | {' | '.join(f'{one:.1f}' for one in figures)} |", flush=True
    )


async def _ask(recall: Recall, name: str, words: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of processor and of time."""
    began, used = time.perf_counter(), time.process_time()
    found = await recall.search(_ASKER, name, " ".join(words), 10)
    assert found.said or name == "little", "something is found among many statements"
    return 1000 * (time.process_time() - used), 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
