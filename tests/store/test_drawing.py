"""What a sample is drawn from, told by the database, beside all dialogues drawn from one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.desk import By, Plan
from chat_server.domain.ports import DialogueFilter
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.sampling import Draw, shared_out
from chat_server.store import tables as t
from tests.core.core import ADA, MARKUS

if TYPE_CHECKING:
    from datetime import datetime

    from tests.core.core import Core

_CODES = [{"name": name, "definition": name} for name in ("one", "another")]
_MANY = 900
_STRATUM: dict[By, Callable[[ResponseEvent], str]] = {
    By.NONE: lambda _: "",
    By.LANGUAGE: lambda one: one.language,
    By.ELEMENT: lambda one: one.element or "",
    By.OUTCOME: lambda one: (
        "handed_off" if one.handoffs else "bot_alone" if one.resolved_at else "unresolved"
    ),
}


async def _settled(core: Core, random: Random, now: datetime) -> list[ResponseEvent]:
    """Copies of one dialogue with ids and outcomes of their own; some are gone, and in some nobody spoke."""
    session = await core.visitor()
    first = await core.dialogue(session.caller, "Good morning")
    made = []
    async with core.engines.changing_tables() as connection:
        (row,) = (
            await connection.execute(
                sa.select(t.conversations).where(t.conversations.c.id == first)
            )
        ).mappings()
        rows = []
        for number in range(_MANY):
            ending = "" if number % 90 else "?"
            one = ResponseEvent(
                f"{random.getrandbits(48):012x}{ending}", row["inbox_id"], row["contact_id"],
                now - timedelta(hours=random.randrange(1, 400)), "website",
                random.choice(("en", "en", "en", "is", "th")), intents=[],
            )  # fmt: skip
            one.element = random.choice((None, None, None, "flyer", "poster"))
            one.handoffs, one.visitor_messages = random.randrange(2), random.randrange(4)
            one.resolved_at = now if random.random() < 0.5 else None
            if number == _MANY // 2:
                one.element, one.visitor_messages = "rare", 1
            if number % 50:
                made.append(one)
                rows.append({**row, "id": one.conversation_id, "client_id": one.conversation_id})
        await connection.execute(sa.insert(t.conversations), rows)
    async with core.store.begin() as tx:
        tx.add(*made)
        gone = ResponseEvent("0" * 12, "x", "nobody", now, "website", "en", intents=[])
        gone.visitor_messages, gone.opened_at = 3, now - timedelta(hours=9)
        tx.add(gone)
    return made


async def test_a_sample_is_what_all_dialogues_together_would_give(any_core: Core) -> None:
    random, now = Random(5), any_core.clock()
    since = now - timedelta(hours=300)
    made = [one for one in await _settled(any_core, random, now) if one.visitor_messages]
    for by in By:
        for size, locale in ((3, None), (3, "th"), (40, None), (500, "is")):
            seed = random.randrange(1_000)
            coders = (MARKUS.agent_id, ADA.agent_id)
            plan = Plan(f"{by}", since, now, size, by, seed, _CODES, coders)
            wanted = DialogueFilter(since=since, until=now, locale=locale)
            sheet = await any_core.desk.draw(MARKUS, plan, wanted)
            drawn = [(one.conversation_id, one.stratum) for one in sheet.dialogues]
            assert drawn == _plainly(made, plan, locale), (by, size, locale, seed)


def _plainly(made: list[ResponseEvent], plan: Plan, locale: str | None) -> list[tuple[str, str]]:
    strata: dict[str, list[str]] = defaultdict(list)
    for one in made:
        if plan.since <= one.opened_at < plan.until and locale in {None, one.language}:
            strata[_STRATUM[plan.by](one)].append(one.conversation_id)
    draw = Draw(plan.size, plan.seed)
    shares = shared_out(plan.size, {name: len(ids) for name, ids in strata.items()})
    return draw.in_order(
        (one, name) for name, ids in strata.items() for one in draw.first(shares[name], ids)
    )
