"""For marketers: which help pages answered, whether that helped, and what found no page."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime

from chat_server.domain.events import EventType
from chat_server.domain.help.article import Article
from chat_server.domain.help.place import Place
from chat_server.domain.help.report import Counted, Missed, missed
from chat_server.domain.ports import HelpPages, Store, Transaction

from .access import AgentCaller, Permission, require
from .masking import Masking, beside

# More questions nobody reads at once; the count is of all.
_MOST_MISSED = 200


@dataclass(frozen=True)
class CountedPassage:
    """`title` and `heading` are None where the page is there no more."""

    counted: Counted
    title: str | None
    heading: str | None


@dataclass(frozen=True)
class MissedQuestion:
    """`text` is None where the words are forgotten."""

    missed: Missed
    text: str | None


@dataclass(frozen=True)
class HelpReport:
    """Of answers given in [since, until); of the questions without an answer the newest, `missed` counts all."""

    since: datetime
    until: datetime
    passages: list[CountedPassage]
    missed: int
    questions: list[MissedQuestion]


class HelpReports:
    """Counts of days that are over, and of what is new."""

    def __init__(self, store: Store, pages: HelpPages, masking: Masking) -> None:
        self._store = store
        self._masking = masking
        self._pages = pages

    async def report(self, caller: AgentCaller, since: datetime, until: datetime) -> HelpReport:
        """Words of visitors are read as dialogues are."""
        require(caller, Permission.READ_REPORTS)
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            counted = await tx.rollups.help(since, until)
            lines = await tx.log.newest_of(EventType.HELP_MISSED, since, until, _MOST_MISSED)
            questions = await _questions(tx, missed(lines))
            questions = await self._masked(tx, caller, questions)
        passages = counted.passages()
        named = await asyncio.to_thread(lambda: [self._named(one) for one in passages])
        return HelpReport(since, until, named, counted.missed, questions)

    async def _masked(
        self, tx: Transaction, caller: AgentCaller, questions: list[MissedQuestion]
    ) -> list[MissedQuestion]:
        if not self._masking.concerns(caller) or not questions:
            return questions
        ids = {one.missed.conversation_id for one in questions}
        contacts = {one.id: one.contact_id for one in await tx.conversations.by_ids(list(ids))}
        masks = await self._masking.of(tx, set(contacts.values()))

        def masked(one: MissedQuestion) -> MissedQuestion:
            contact_id = contacts.get(one.missed.conversation_id, one.missed.conversation_id)
            return replace(one, text=masks.text(one.text, contact_id)) if one.text else one

        return await beside(lambda: [masked(one) for one in questions])

    def _named(self, counted: Counted) -> CountedPassage:
        place = counted.place
        article = self._pages.article(place.language, place.article)
        title = article.title if article else None
        return CountedPassage(counted, title, _heading(article, place))


def _heading(article: Article | None, place: Place) -> str | None:
    passages = article.passages if article else ()
    return next((one.heading for one in passages if one.anchor == place.passage), None)


async def _questions(tx: Transaction, found: list[Missed]) -> list[MissedQuestion]:
    texts = await tx.messages.texts([(one.conversation_id, one.seq) for one in found])
    return [MissedQuestion(one, texts.get((one.conversation_id, one.seq)) or None) for one in found]
