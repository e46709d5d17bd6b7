"""What the bot did not understand, put together by meaning, and what people say it should have been."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chat_server.domain import log_lines
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Invalid, NotFound, Unavailable
from chat_server.domain.events import EventType
from chat_server.domain.finding import folded
from chat_server.domain.ids import new_id
from chat_server.domain.lessons import taught
from chat_server.domain.lessons.clusters import clustered
from chat_server.domain.lessons.heard import Certainty, Heard, Tally
from chat_server.domain.lessons.lesson import Lesson, example_of, is_held_out
from chat_server.domain.message import Author, AuthorKind, Message
from chat_server.domain.ports import Clock, Meaning, Store, Taught, Transaction

from .access import AgentCaller, Permission, existing, require
from .line_meanings import LineMeanings
from .masking import Masking, beside, without_masks

# Lines of the log that are looked at, newest first: a month of a busy shop.
MOST_HEARD = 10_000
# Groups of more than these nobody reads through at once.
_MOST_SHOWN = 150
_MOST_LESSONS = 2_000


@dataclass(frozen=True)
class Line:
    """One line to look at, with its words."""

    heard: Heard
    seq: int
    text: str


@dataclass(frozen=True)
class Queue:
    """`tallies` count lines that are not reviewed; `groups` hold the newest of one language, alike ones together.

    `total` are those that fit; `capped` says that older lines of the period were not looked at, `ungrouped` how many
    shown ones wait for their meaning to be computed.
    """

    since: datetime
    until: datetime
    language: str | None
    tallies: list[Tally]
    groups: list[list[Line]]
    total: int
    capped: bool
    ungrouped: int


@dataclass(frozen=True)
class Wanted:
    """Which lines; without a language those of the one with most of them."""

    since: datetime
    until: datetime
    certainty: Certainty = Certainty.MISSED
    language: str | None = None
    query: str = ""


@dataclass(frozen=True)
class Reviewed:
    """A lesson, the words it is about, and the example that comes of them; `held_out` ones are not learned from."""

    lesson: Lesson
    seq: int
    text: str
    example: str
    held_out: bool


@dataclass(frozen=True)
class KnownIntent:
    """`answers` are those of an intent that was made here; the bot's own say theirs elsewhere."""

    name: str
    topic: str
    examples: Mapping[str, int]
    answers: Mapping[str, str] | None = None


class Lessons:
    """For who may read dialogues and reports; reviewing takes the right to teach."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        examples: Taught,
        masking: Masking,
        model: Meaning | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._examples = examples
        self._masking = masking
        self._meanings = LineMeanings(model)

    async def queue(self, caller: AgentCaller, wanted: Wanted) -> Queue:
        """Lines nobody has reviewed and nobody has erased."""
        _require_reader(caller)
        asked = folded(wanted.query).split()
        period = wanted.since, wanted.until, MOST_HEARD
        async with self._store.read() as tx:
            tallies, heard = await tx.lessons.tallies(*period)
            language = wanted.language or (tallies[0].language if tallies else None)
            # To be searched, all of them are read.
            most = None if asked else _MOST_SHOWN
            found = await tx.lessons.lines(*period, language or "", wanted.certainty, most)
        fitting = [
            line
            for line in (Line(*one) for one in found)
            if all(word in folded(line.text) for word in asked)
        ]
        total = len(fitting) if asked else _counted(tallies, language, wanted.certainty)
        shown = fitting[:_MOST_SHOWN]
        groups, ungrouped = await self._grouped(shown, wanted.certainty)
        groups = await self._masked_groups(caller, groups, wanted.query)
        return Queue(
            since=wanted.since,
            until=wanted.until,
            language=language,
            tallies=tallies,
            groups=groups,
            total=total,
            capped=heard == MOST_HEARD,
            ungrouped=ungrouped,
        )

    async def _grouped(
        self, lines: Sequence[Line], certainty: Certainty
    ) -> tuple[list[list[Line]], int]:
        """What was understood for sure is together by what it was understood as."""
        if certainty is Certainty.SURE:
            by_intent: dict[str, list[Line]] = {}
            for line in lines:
                by_intent.setdefault(line.heard.intent, []).append(line)
            return sorted(by_intent.values(), key=len, reverse=True), 0
        texts = [line.text for line in lines]
        vectors = await self._meanings.of(texts)
        places = await asyncio.to_thread(clustered, texts, vectors)
        missing = sum(text not in vectors for text in texts) if self._meanings.are_told else 0
        return [[lines[place] for place in group] for group in places], missing

    async def _as_read(
        self, tx: Transaction, caller: AgentCaller, found: Sequence[Reviewed]
    ) -> list[Reviewed]:
        """The bot is taught the words as they are; who may not read contacts reads neither them nor the examples."""
        dialogue = [one.lesson.conversation_id for one in found]
        said = [(at, one.text) for at, one in zip(dialogue, found, strict=True)]
        made = [(at, one.example) for at, one in zip(dialogue, found, strict=True)]
        texts, examples = await self._masked(tx, caller, said), await self._masked(tx, caller, made)
        return [
            replace(one, text=text, example=example)
            for one, text, example in zip(found, texts, examples, strict=True)
        ]

    async def _masked(
        self, tx: Transaction, caller: AgentCaller, said: Sequence[tuple[str, str]]
    ) -> list[str]:
        """Texts of dialogues as the caller may read them."""
        texts = [text for _, text in said]
        if not self._masking.concerns(caller) or not said:
            return texts
        found = await tx.conversations.by_ids(list({dialogue for dialogue, _ in said}))
        contacts = {one.id: one.contact_id for one in found}
        masks = await self._masking.of(tx, set(contacts.values()))
        return await beside(
            lambda: [masks.text(text, contacts.get(dialogue, dialogue)) for dialogue, text in said]
        )

    async def intents(self, caller: AgentCaller) -> list[KnownIntent]:
        """What a line can be assigned to: what the bot was taught, and what was made here."""
        _require_reader(caller)
        files = await self._files()
        async with self._store.read() as tx:
            own = await tx.bot_jobs.intents()
        known = [KnownIntent(one.name, one.topic, one.examples) for one in taught.intents_in(files)]
        return known + [KnownIntent(one.name, one.topic, {}, one.answers) for one in own]

    async def reviewed(self, caller: AgentCaller) -> list[Reviewed]:
        """Last reviewed first."""
        _require_reader(caller)
        async with self._store.read() as tx:
            return await self._as_read(tx, caller, await reviewed_in(tx))

    async def _masked_groups(
        self, caller: AgentCaller, groups: list[list[Line]], query: str
    ) -> list[list[Line]]:
        """Of a search only those whose words are there still."""
        if not self._masking.concerns(caller) or not groups:
            return groups
        ids = sorted({line.heard.conversation_id for group in groups for line in group})
        async with self._store.read() as tx:
            contacts = {one.id: one.contact_id for one in await tx.conversations.by_ids(ids)}
            masks = await self._masking.of(tx, set(contacts.values()))

        def masked(line: Line) -> Line:
            contact_id = contacts.get(line.heard.conversation_id, "")
            return replace(line, text=masks.text(line.text, contact_id))

        def all_masked() -> list[list[Line]]:
            asked = folded(query).split()
            shown = [[masked(line) for line in group] for group in groups]
            kept = [
                [
                    line
                    for line in group
                    if all(word in folded(without_masks(line.text)) for word in asked)
                ]
                for group in shown
            ]
            return [group for group in kept if group]

        return await beside(all_masked)

    async def changes(self, caller: AgentCaller) -> str:
        """What the reviewed lines change in the bot's examples, as a patch."""
        found = await self.reviewed(caller)
        files = await self._files()
        async with self._store.read() as tx:
            topics = {one.name: one.topic for one in await tx.bot_jobs.intents()}
        lessons = [
            taught.Example(one.lesson.language, one.lesson.intent, one.example)
            for one in reversed(found)
            if one.lesson.intent is not None and one.example and not one.held_out
        ]
        return taught.difference(files, taught.changed(files, lessons, topics))

    async def review(
        self,
        caller: AgentCaller,
        message_ids: Sequence[str],
        intent: str | None,
        *,
        wording: str | None = None,
        language: str | None = None,
    ) -> list[Reviewed]:
        """Says what lines should have been understood as, all of them or none; again, where somebody did before."""
        require(caller, Permission.TEACH)
        if wording is not None and len(message_ids) != 1:
            raise Invalid("Only one line at a time is worded anew.", {"wording": "one line"})
        files = await self._files() if intent is not None else {}
        now, made = self._clock(), []
        async with self._store.begin() as tx:
            known = {one.name for one in taught.intents_in(files)}
            if intent not in {None, *known, *(one.name for one in await tx.bot_jobs.intents())}:
                raise Invalid("The bot has no such intent.", {"intent": "unknown"})
            held = await tx.lessons.of(message_ids)
            for message_id in dict.fromkeys(message_ids):
                message = await tx.messages.get(message_id)
                if message is None or message.author.kind is not AuthorKind.VISITOR:
                    raise NotFound("One of these lines is there no more; nothing was changed.")
                conversation = existing(await tx.conversations.get(message.conversation_id))
                lesson = held.get(message_id) or await _lesson_of(tx, message, conversation)
                if message_id not in held:
                    tx.add(lesson)
                lesson.intent, lesson.wording = intent, wording or None
                lesson.language = language or lesson.language
                lesson.reviewed_by, lesson.reviewed_at = caller.agent_id, now
                event = log_lines.reviewed(conversation, lesson, _by(caller), now)
                await tx.record([event])
                made.append(_with_words(lesson, message.seq, message.text))
            return await self._as_read(tx, caller, made)

    async def undo(self, caller: AgentCaller, lesson_id: str) -> None:
        """The line comes back to where it was."""
        require(caller, Permission.TEACH)
        async with self._store.begin() as tx:
            lesson = await tx.lessons.get(lesson_id)
            if lesson is None:
                raise NotFound("There is no such review.")
            conversation = existing(await tx.conversations.get(lesson.conversation_id))
            now = self._clock()
            event = log_lines.reviewed(conversation, lesson, _by(caller), now, undone=True)
            await tx.record([event])
            await tx.lessons.remove(lesson)

    async def _files(self) -> taught.Files:
        files = await asyncio.to_thread(self._examples.files)
        if not files:
            raise Unavailable("The bot's examples are not on this machine.")
        return files


def _counted(tallies: Sequence[Tally], language: str | None, certainty: Certainty) -> int:
    return sum(one.of(certainty) for one in tallies if one.language == language)


async def reviewed_in(tx: Transaction) -> list[Reviewed]:
    """Last reviewed first; of those whose words are gone there are none."""
    lessons = await tx.lessons.all(_MOST_LESSONS)
    words = await tx.lessons.words([one.message_id for one in lessons])
    return [_with_words(one, *words[one.message_id]) for one in lessons if one.message_id in words]


def _with_words(lesson: Lesson, seq: int, text: str) -> Reviewed:
    example = example_of(lesson.wording or text)
    return Reviewed(lesson, seq, text, example, is_held_out(example))


async def _lesson_of(tx: Transaction, message: Message, conversation: Conversation) -> Lesson:
    understood = message.understood or {}
    lines = await tx.log.of_conversations([conversation.id], [EventType.UNDERSTOOD])
    about = (one for one in lines if one.data.get("message_id") == message.id)
    language = next((str(one.data.get("language") or "") for one in about), "")
    confidence = understood.get("confidence")
    return Lesson(
        id=new_id(),
        message_id=message.id,
        conversation_id=conversation.id,
        language=language or conversation.locale,
        intent=None,
        heard_intent=str(understood.get("intent") or ""),
        heard_confidence=confidence if isinstance(confidence, float) else 0.0,
        reviewed_by="",
        reviewed_at=message.created_at,
    )


def _by(caller: AgentCaller) -> Author:
    return Author(AuthorKind.AGENT, caller.agent_id)


def _require_reader(caller: AgentCaller) -> None:
    require(caller, Permission.READ_REPORTS)
    require(caller, Permission.READ_DIALOGUES)
