"""Intents that people make on the page: what they are called, and what the bot answers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.lessons.job import OwnIntent
from chat_server.domain.lessons.taught import ENGLISH, intents_in
from chat_server.domain.ports import Clock, Store, Taught

from .access import AgentCaller, Permission, require

_MOST = 200


class OwnIntents:
    """For who may teach; an intent is heard once a model has learned it."""

    def __init__(self, store: Store, clock: Clock, examples: Taught) -> None:
        self._store = store
        self._clock = clock
        self._examples = examples

    async def add(
        self, caller: AgentCaller, name: str, topic: str, answers: Mapping[str, str]
    ) -> OwnIntent:
        """With an answer in English at least: it is said where another language has none."""
        require(caller, Permission.TEACH)
        files = await asyncio.to_thread(self._examples.files)
        taught = intents_in(files)
        given = {language: text.strip() for language, text in answers.items() if text.strip()}
        languages = {language for language, _ in files}
        if topic not in {one.topic for one in taught}:
            raise Invalid("The bot has no such topic.", {"topic": "unknown"})
        if ENGLISH not in given:
            raise Invalid("An answer in English is needed.", {"answers": ENGLISH})
        if not set(given) <= languages:
            raise Invalid("The bot does not speak one of these languages.", {"answers": "unknown"})
        made = OwnIntent(name, topic, given, caller.agent_id, self._clock())
        async with self._store.begin() as tx:
            own = await tx.bot_jobs.intents()
            if name in {one.name for one in taught} | {one.name for one in own}:
                raise Conflict("There is an intent of this name.", {"name": "taken"})
            if len(own) >= _MOST:
                raise Conflict(f"There are {_MOST} intents made here already.")
            tx.add(made)
            await tx.record([_line(EventType.INTENT_ADDED, made, caller, made.made_at)])
        return made

    async def remove(self, caller: AgentCaller, name: str) -> None:
        """Lines that were assigned to it stay reviewed, and teach nothing."""
        require(caller, Permission.TEACH)
        async with self._store.begin() as tx:
            found = [one for one in await tx.bot_jobs.intents() if one.name == name]
            if not found:
                raise NotFound("There is no such intent.")
            await tx.record([_line(EventType.INTENT_REMOVED, found[0], caller, self._clock())])
            await tx.bot_jobs.remove(found[0])


def _line(kind: EventType, intent: OwnIntent, caller: AgentCaller, at: datetime) -> Event:
    return Event(
        id=event_id(kind, new_id()),
        type=kind,
        at=at,
        inbox_id="",
        actor_kind="agent",
        actor_id=caller.agent_id,
        data={"intent": intent.name, "topic": intent.topic},
    )
