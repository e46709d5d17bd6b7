"""`seed-big`: a database of its own, filled with as many dialogues as one likes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from random import Random

import sqlalchemy as sa

from chat_server.demo import accounts
from chat_server.demo import inbox as demo_inbox
from chat_server.domain.agent import Agent, Role
from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.element import Element
from chat_server.domain.errors import Conflict
from chat_server.domain.facts.fact import FactSource, FactState
from chat_server.store import tables as t
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

from .cast import CAMPAIGNS, DAYS, HELD_OUT, Cast, Casting, Group, codes, midnight
from .filling import Filling, filling_of
from .pattern import Dialect, Pattern, cast_table
from .scripts import BEGIN, SPOKEN, Script, scripts
from .words import LANGUAGES

_TOGETHER = 10_000
_COURSES = 160
_AGENTS = 12
_GIVEN = {"element": "d.element", "campaign": "d.campaign", "variant": "d.variant"}
_PROGRESS_OF = {"hearing_progress": "events", "marking_progress": "events"}
_PROGRESS_OF |= {"recall_progress": "messages"}


class Telling:
    """How far it is, on the terminal."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, text: str) -> None:
        sys.stderr.write(f"{time.monotonic() - self._began:6.0f} s  {text}\n")
        sys.stderr.flush()


async def seed_big(
    url: str,
    dialogues: int,
    seed: int,
    now: datetime,
    tell: Callable[[str], None],
    courses: int = _COURSES,
) -> None:
    """So many `courses` a language; raises Conflict for a database that has a shop in it."""
    engines = Engines(url)
    try:
        await migrate(engines)
        agents = await _furnish(engines, now)
    finally:
        await engines.dispose()
    filling = await filling_of(engines)
    await filling.begin()
    dialect = Dialect(sqlite=engines.is_sqlite)
    played = _played(seed, courses)
    patterns = _patterns(played, dialect)
    await _prepare(filling, patterns)
    casting = Casting(seed, midnight(now), agents, _by_language(played))
    done = 0
    for group in casting.groups(dialogues, _TOGETHER):
        await _keep(filling, group, patterns, dialect, now)
        done += len(group.casts)
        tell(f"{done:,} of {dialogues:,} dialogues")
    for table, of in _PROGRESS_OF.items():
        await filling.run(f"DELETE FROM {table}")  # noqa: S608 - names are ours
        await filling.run(
            f"INSERT INTO {table} SELECT coalesce(max(position), 0) FROM {of}"  # noqa: S608 - as above
        )
    await filling.end(tell)


async def _furnish(engines: Engines, now: datetime) -> list[tuple[str, str]]:
    """The inbox, people who work there, campaigns and elements; ids and names of those who answer."""
    store = SqlStore(engines, lambda _: None)
    box = demo_inbox.inbox()
    box.memory_holdout = HELD_OUT
    since = now - timedelta(days=DAYS)
    staff = [
        Agent(one.id, one.email, one.name, one.role, "", created_at=since)
        for one in accounts.accounts()
    ]
    staff += [
        Agent(f"agent-{n}", f"agent-{n}@big.example.com", f"Agent {n}", Role.AGENT, "", since)
        for n in range(_AGENTS)
    ]
    async with store.begin() as tx:
        if await tx.inboxes.all():
            raise Conflict("This database has a shop in it already; seed-big wants an empty one.")
        tx.add(box, *staff)
        tx.add(*(Campaign(f"campaign-{n}", f"Campaign {n}", since) for n in range(CAMPAIGNS)))
        await tx.flush()
        tx.add(
            *(
                Element(
                    one.code,
                    one.kind,  # type: ignore[arg-type]  # one of the kinds there are
                    f"Element {one.code}",
                    "https://shop.example/",
                    box.id,
                    since,
                    one.campaign,
                    one.variant,
                )
                for one in codes()
            )
        )
    return [(one.id, one.name) for one in staff if one.role is Role.AGENT]


def _played(seed: int, courses: int) -> list[Script]:
    found: list[Script] = []
    for words in LANGUAGES:
        source = Random(f"{seed}:scripts:{words.locale}")
        found += scripts(words, len(found), courses, source)
    return found


def _by_language(played: list[Script]) -> list[tuple[list[int], list[int]]]:
    return [
        (
            [one.number for one in played if one.locale == words.locale and not one.returning],
            [one.number for one in played if one.locale == words.locale and one.returning],
        )
        for words in LANGUAGES
    ]


def _patterns(played: list[Script], dialect: Dialect) -> list[Pattern]:
    box = demo_inbox.inbox()

    def rows(
        table: sa.Table, of: Iterator[tuple[Script, Mapping[str, object]]], **given: str
    ) -> Pattern:
        placed = ((script.number, {**row, "inbox_id": box.id}) for script, row in of)
        return Pattern(table, placed, dialect, given)

    return [
        rows(t.conversations, ((s, _conversation(s)) for s in played), **_GIVEN),
        rows(t.messages, ((s, row) for s in played for row in _messages(s))),
        rows(t.facts, ((s, row) for s in played for row in _facts(s))),
        rows(t.events, ((s, row) for s in played for row in _events(s))),
        rows(
            t.response_events,
            ((s, {**s.fold(), "conversation_id": "{dialogue}"}) for s in played),
            **_GIVEN,
            contact_id="d.contact",
            channel="d.channel",
            memory_arm="d.arm",
            memory_share="d.share",
        ),
    ]


def _conversation(script: Script) -> dict[str, object]:
    told = script.conversation
    owner = told.owner
    return {
        **{field.name: getattr(told, field.name) for field in fields(told)},
        "owner_kind": owner.kind,
        "owner_agent_id": owner.agent_id,
        "owner_name": owner.name,
        "owner_epoch": owner.epoch,
    }


def _messages(script: Script) -> Iterator[dict[str, object]]:
    for one in script.messages:
        yield {
            **{field.name: getattr(one, field.name) for field in fields(one)},
            "id": f"{{dialogue}}-{one.seq:02x}",
            "author_kind": one.author.kind,
            "author_id": one.author.id,
            "author_name": one.author.name,
        }


def _facts(script: Script) -> Iterator[dict[str, object]]:
    for one in script.facts:
        empty: dict[str, object] = dict.fromkeys(column.name for column in t.facts.columns)
        yield empty | {
            "id": f"{{dialogue}}-f{one.number}",
            "contact_id": "{contact}",
            "key": one.key,
            "value": one.value,
            "source": FactSource.VISITOR,
            "confidence": 0.9,
            "observed_at": one.at,
            "state": FactState.CURRENT,
            "conversation_id": "{dialogue}",
            "message_id": f"{{dialogue}}-{one.seq:02x}",
            "consent": "default",
            "language": script.locale,
        }


def _events(script: Script) -> Iterator[dict[str, object]]:
    opened: dict[str, object] = {
        "id": "{dialogue}-e00",
        "type": "conversation_opened",
        "at": BEGIN,
        "actor_kind": "system",
        "conversation_id": "{dialogue}",
        "contact_id": "{contact}",
        "actor_id": None,
        "data": "{opened}",
    }
    yield opened
    seq_of = {one.id: one.seq for one in script.messages}
    for number, event in enumerate(script.events, start=1):
        row = {field.name: getattr(event, field.name) for field in fields(event)}
        if event.type in SPOKEN:
            row["id"] = f"{{dialogue}}-{seq_of[event.id]:02x}"
        elif not event.id.startswith("{"):
            row["id"] = f"{{dialogue}}-e{number:02x}"
        yield row


async def _prepare(filling: Filling, patterns: list[Pattern]) -> None:
    await filling.run(cast_table())
    for pattern in patterns:
        await filling.run(pattern.create)
        await filling.put(pattern.name, pattern.columns, pattern.rows)


async def _keep(
    filling: Filling, group: Group, patterns: list[Pattern], dialect: Dialect, now: datetime
) -> None:
    box = demo_inbox.inbox().id

    def moment(ms: int) -> object:
        at = datetime.fromtimestamp(ms / 1000, UTC)
        return at.strftime("%Y-%m-%d %H:%M:%S.%f") if dialect.sqlite else at

    people = [
        (one.id, box, one.customer, one.name if one.customer else None, moment(one.since))
        for one in group.people
    ]
    await filling.put(
        "contacts",
        ("id", "inbox_id", "external_id", "name", "created_at", "last_seen_at"),
        [(*one, one[-1]) for one in people],
    )
    await filling.put(
        "visitors",
        ("id", "inbox_id", "contact_id", "token_digest", "created_at", "page"),
        [
            (one.visitor, box, one.id, f"none-{one.id}", moment(one.since), "{}")
            for one in group.people
        ],
    )
    customers = [one for one in group.people if one.customer]
    await filling.put(
        "customers",
        ("id", "name", "email", "locale"),
        [(p.customer, p.name, f"{p.customer}@big.example.com", "en") for p in customers],
    )
    past = [one for one in group.orders if one[2] < now.timestamp() * 1000]
    await filling.put(
        "orders",
        ("number", "customer_id", "status", "placed_at", "currency", "total_cents", "items"),
        [(number, who, "delivered", moment(ms), "EUR", 4_900, "[]") for number, who, ms in past],
    )
    await filling.put("big_cast", Cast._fields, group.casts)
    await filling.run(_openings(dialect, box))
    for pattern in patterns:
        await filling.run(pattern.insert)
    await filling.run("DELETE FROM big_cast")


def _openings(dialect: Dialect, box: str) -> str:
    """Of elements: one before each dialogue they brought, and some before none."""
    numbers = " UNION ALL ".join(f"SELECT {n} AS k" for n in range(5))
    at = dialect.moment("d.ms - 30000 - 60000 * o.k")
    data = dialect.as_kept("d.opening", t.events.c.data)
    return (
        "INSERT INTO events (id, type, at, inbox_id, actor_kind, data)"  # noqa: S608 - names are ours
        f" SELECT d.id || '-o' || o.k, 'element_opened', {at}, '{box}',"
        f" 'visitor', {data} FROM big_cast d JOIN ({numbers}) o ON o.k <= d.in_vain"
        " WHERE d.element IS NOT NULL ORDER BY d.n, o.k"
    )
