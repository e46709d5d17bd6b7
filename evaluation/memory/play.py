"""Plays dialogues in the order of their sessions' times, all on one hub, as a year of customers would come."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from samtal_client import AgentClient, MemoryOutbox, Message, NoAnswer, Refused, VisitorClient

from .dialogues import Dialogue, Session, Turn
from .seen import Greeted, KnownFact, Line, Played, spoken_in, words_of
from .stage import Stage

Told = Callable[[int, int], None]
_REPLY_WITHIN = 8.0
# In this time nothing expires that could be asked for.
_SOON = timedelta(hours=1)
# A dialogue with the bot that nobody goes on with ends by itself after this.
_LEFT_ALONE = timedelta(minutes=30)


async def play(stage: Stage, dialogues: Sequence[Dialogue], told: Told) -> list[Played]:
    """Each as it went, in the given order; `told` hears how many sessions are done."""
    performances = [Performance(stage, dialogue) for dialogue in dialogues]
    sessions = sorted(
        (session.at, place, number)
        for place, dialogue in enumerate(dialogues)
        for number, session in enumerate(dialogue.sessions)
    )
    to_look_at: list[tuple[Performance, str]] = []
    async with AgentClient(stage.url, token=stage.api_key, views=()) as desk:
        await desk.ready()
        for done, (at, place, number) in enumerate(sessions, start=1):
            if at - stage.clock() > _SOON:
                await _look(stage, to_look_at)
            performance = performances[place]
            await performance.session(number, desk)
            if performance.was_last(number):
                to_look_at.append((performance, dialogues[place].sessions[number].person))
            told(done, len(sessions))
    await _look(stage, to_look_at)
    return [performance.played for performance in performances]


async def _look(stage: Stage, to_look_at: list[tuple[Performance, str]]) -> None:
    """At whom nobody will hear from again, while it is still their day: facts expire."""
    if to_look_at:
        await stage.listened()
    for performance, person in to_look_at:
        await performance.look_at(person)
    to_look_at.clear()


class Performance:
    """One dialogue: browsers keep their tokens from session to session."""

    def __init__(self, stage: Stage, dialogue: Dialogue) -> None:
        self.played = Played(dialogue)
        self._stage = stage
        self._dialogue = dialogue
        self._devices = {one.device: MemoryOutbox() for one in dialogue.people.values()}
        self._contacts: dict[str, str] = {}
        self._unheard = False

    async def session(self, number: int, desk: AgentClient) -> None:
        """One visit; what goes wrong in it is noted and does not end the run."""
        session = self._dialogue.sessions[number]
        if self._unheard:
            await self._stage.listened()
        self._stage.clock.move_to(session.at)
        visit = _Visit(self._stage, self._dialogue, session, self.played)
        person = self._dialogue.people[session.person]
        outbox = self._devices[person.device]
        try:
            await visit.go(outbox, desk)
        except (Refused, NoAnswer, TimeoutError) as error:
            self._problem(number, f"{type(error).__name__}: {error}")
        if visit.contact_id:
            self._contacts[session.person] = visit.contact_id
        await visit.collect()
        self._unheard = (
            self._stage.looks_again
            or session.owner == "agent"
            or any(line.trouble for line in self.played.lines)
        )
        if visit.conversation_id and self._is_over(number):
            try:
                await desk.command(
                    "resolve", conversation_id=visit.conversation_id, solved=visit.solved
                )
            except (Refused, NoAnswer) as error:
                if not visit.erased:
                    self._problem(number, f"could not be ended: {error}")

    def was_last(self, number: int) -> bool:
        """Whether its person does not come again."""
        this, *later = self._dialogue.sessions[number:]
        return all(one.person != this.person for one in later)

    async def look_at(self, person: str) -> None:
        """What is known of a person now."""
        memory, contact_id = self.played.memory(person), self._contacts.get(person)
        memory.contact_id = contact_id
        detail = await self._stage.get(f"contacts/{contact_id}") if contact_id else None
        if detail is not None:
            memory.current = [KnownFact.of(view) for view in detail["facts"]]
            memory.unconfirmed = [KnownFact.of(view) for view in detail["unconfirmed"]]
            memory.keep(await history(self._stage, contact_id or ""))

    def _is_over(self, number: int) -> bool:
        """Whether the dialogue would be closed before it could go on."""
        this, *later = self._dialogue.sessions[number:]
        device = self._dialogue.people[this.person].device
        again = (one.at for one in later if self._dialogue.people[one.person].device == device)
        return next(again, datetime.max.replace(tzinfo=UTC)) - this.at > _LEFT_ALONE

    def _problem(self, number: int, what: str) -> None:
        self.played.problems.append(f"session {number + 1}: {what}")


class _Visit:
    """One session: a browser with the widget, and an agent where one answers."""

    def __init__(self, stage: Stage, dialogue: Dialogue, session: Session, played: Played) -> None:
        self.contact_id: str | None = None
        self.conversation_id: str | None = None
        self.solved = False
        self.erased = False
        self._stage = stage
        self._session = session
        self._person = dialogue.people[session.person]
        self._locale = dialogue.language
        self._played = played
        self._lines: list[Line] = []

    async def go(self, outbox: MemoryOutbox, desk: AgentClient) -> None:
        """All turns."""
        turns = list(self._session.turns)
        async with self._browser(outbox, greet=True) as client:
            if self._session.owner == "agent":
                await self._with_a_person(client, turns, outbox)
            else:
                await self._with_the_bot(client, turns, outbox)
        del desk

    async def _with_the_bot(
        self, client: VisitorClient, turns: list[Turn], outbox: MemoryOutbox
    ) -> None:
        while turns:
            turn = turns.pop(0)
            if turn.kind == "does":
                if await self._do(client, turn.text, outbox):
                    # A new browser, as far as the hub can tell.
                    async with self._browser(outbox) as stranger:
                        await self._with_the_bot(stranger, turns, outbox)
                    return
            else:
                await self._say_to_bot(client, turn)

    async def _with_a_person(
        self, client: VisitorClient, turns: list[Turn], outbox: MemoryOutbox
    ) -> None:
        conversation = await client.ask_for_a_person()
        self.conversation_id = conversation.id
        email, password = self._stage.account
        async with AgentClient(self._stage.url, email=email, password=password) as agent:
            await agent.ready()
            await agent.accept(conversation.id)
            for turn in turns:
                match turn.kind:
                    case "visitor":
                        self._played.said.setdefault(self._person.name, []).append(turn.text)
                        await client.say(turn.text).acked
                    case "agent":
                        await agent.reply(conversation.id, turn.text).acked
                    case "does":
                        if await self._do(client, turn.text, outbox):
                            return

    # ------------------------------------------------------------------ speaking

    async def _say_to_bot(self, client: VisitorClient, turn: Turn) -> None:
        line = Line(self._person.name, turn.text, turn.check)
        self._lines.append(line)
        self._played.lines.append(line)
        self._played.said.setdefault(self._person.name, []).append(turn.text)
        if self.conversation_id:
            now = await self._stage.get(f"conversations/{self.conversation_id}")
            if now is not None and now["status"] != "resolved" and now["owner"]["kind"] != "bot":
                line.trouble = f"a person had been called: {now.get('handoff_reason')}"
        began = time.perf_counter()
        sent = await client.say(turn.text).acked
        self.conversation_id, line.seq = sent.conversation_id, sent.seq
        if line.trouble:
            return

        def is_answer(message: Message) -> bool:
            return (
                message.conversation_id == sent.conversation_id
                and message.seq > sent.seq
                and message.author != "visitor"
            )

        try:
            await client.heard(is_answer, _REPLY_WITHIN)
            line.seconds = time.perf_counter() - began
        except TimeoutError:
            line.trouble = f"no answer in {_REPLY_WITHIN:.0f} s"

    async def collect(self) -> None:
        """What the bot said after each line, and from which facts, as an agent sees it."""
        if self.erased or self.conversation_id is None:
            return
        messages = await self._stage.pages(f"conversations/{self.conversation_id}/messages")
        lines = {line.seq: line for line in self._lines if line.seq}
        line: Line | None = None
        for message in messages:
            if message["author"]["kind"] == "visitor":
                line = lines.get(message["seq"], line)
                if line is not None and line.seq == message["seq"]:
                    line.at = datetime.fromisoformat(message["created_at"])
                    line.replies, line.spoken, line.used = [], [], []
            elif line is not None and message["author"]["kind"] == "bot":
                line.replies.append(words_of(message["content"]))
                line.spoken.append(spoken_in(message["content"]))
                line.used += message.get("used_facts") or []
        for line in self._lines:
            if line.seq and not line.replies and line.trouble is None:
                now = await self._stage.get(f"conversations/{self.conversation_id}") or {}
                line.trouble = f"the bot said nothing: {now.get('handoff_reason')}"
        if self.contact_id:
            memory = self._played.memory(self._person.name)
            memory.keep(await history(self._stage, self.contact_id))

    # ------------------------------------------------------------------ the panel

    async def _do(self, client: VisitorClient, deed: str, outbox: MemoryOutbox) -> bool:
        """Whether this was the end of the browser's session."""
        await self._stage.listened()
        verb, *words = deed.split()
        match verb:
            case "forget_me":
                await self._forgetting()
                await client.command("forget_me")
                self.erased, self.conversation_id, self._lines = True, None, []
                outbox.token = None
                return True
            case "forget_fact":
                await self._forget(client, words[0], " ".join(words[1:]))
            case "correct_fact":
                for fact in (await self._facts(client, words[0]))[:1]:
                    value = " ".join(words[1:])
                    await client.command("correct_fact", fact_id=fact["id"], value=value)
            case "confirm":
                found = await self._facts(client, *words[1:], unconfirmed=True)
                for fact in found[:1]:
                    right = words[0] == "yes"
                    await client.command("confirm_fact", fact_id=fact["id"], right=right)
            case "set_consent":
                granted = words[1] in {"on", "True"}
                if words[0] == "memory" and not granted:
                    # What may not be kept goes.
                    await self._forgetting()
                await client.command("set_consent", purpose=words[0], granted=granted)
            case _:
                self.solved = "solved" in words
        return False

    async def _facts(
        self, client: VisitorClient, key: str | None = None, *, unconfirmed: bool = False
    ) -> list[dict[str, Any]]:
        listed = await client.command("list_facts")
        found = [
            fact
            for fact in listed["unconfirmed" if unconfirmed else "facts"]
            if key in {None, fact["key"]}
        ]
        if not found:
            what = "unconfirmed fact" if unconfirmed else "fact"
            self._played.problems.append(f"the panel had no {what} {key or ''}".rstrip())
        return found

    async def _forget(self, client: VisitorClient, key: str, value: str) -> None:
        facts = await self._facts(client, key)
        chosen = [one for one in facts if not value or one["value"].casefold() == value.casefold()]
        if facts and not chosen:
            self._played.problems.append(f"the panel had no {key} {value}")
        await self._forgetting({one["id"] for one in chosen})
        for one in chosen:
            await client.command("forget_fact", fact_id=one["id"])

    async def _forgetting(self, ids: set[str] | None = None) -> None:
        """What goes now was known until now: remembered here, for nobody else will."""
        await self.collect()
        memory, now = self._played.memory(self._person.name), self._stage.clock()
        for fact in memory.ever.values():
            if ids is None or fact.id in ids:
                memory.forgotten.setdefault(fact.id, now)

    # ------------------------------------------------------------------ browser

    @asynccontextmanager
    async def _browser(
        self, outbox: MemoryOutbox, *, greet: bool = False
    ) -> AsyncIterator[VisitorClient]:
        claims = self._person.claims
        welcomes: list[dict[str, Any]] = []

        def hear(event: str, payload: dict[str, Any]) -> None:
            if event == "welcome":
                welcomes.append(payload)

        client = VisitorClient(
            self._stage.url,
            self._stage.inbox,
            identity=self._stage.identity(dict(claims)) if claims else None,
            locale=self._locale,
            outbox=outbox,
            on_event=hear,
        )
        async with client:
            await client.ready()
            welcome = welcomes[0]
            self.contact_id = welcome["contact"]["id"]
            self.erased, self.conversation_id = False, client.conversation_id
            if greet and self._session.greeting is not None:
                self._played.greetings.append(
                    Greeted(
                        self._person.name, words_of(welcome["greeting"]), self._session.greeting
                    )
                )
            yield client


async def history(stage: Stage, contact_id: str) -> list[KnownFact]:
    """All that was ever held and not forgotten."""
    views = await stage.pages(f"contacts/{contact_id}/facts?history=true&limit=200")
    return [KnownFact.of(view) for view in views]
