"""Everything people and the bot can do to a few dialogues, in any order, against the real services."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chat_server.bots.scripted import echo
from chat_server.domain.errors import Conflict, NotAllowed
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ids import new_id
from chat_server.domain.live import QueueMoved
from chat_server.domain.message import AuthorKind
from chat_server.domain.moves import MOVES, Move, State
from chat_server.domain.ports import BotError
from chat_server.services.bot_turns import Claimed
from chat_server.services.snapshots import QueueBoard
from tests.core.core import ANNA, BIRNA, Core, words
from tests.model.reader import Reader, agent_reader, visitor_reader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from chat_server.domain.bot_turn import Answer, Question
    from chat_server.domain.conversation import Conversation
    from chat_server.domain.live import LiveEvent
    from chat_server.domain.message import Message
    from chat_server.services.access import VisitorCaller

T = TypeVar("T")
AGENTS = {"anna": ANNA, "birna": BIRNA}
_MOST = 3
who = st.sampled_from(sorted(AGENTS))
which = st.integers(0, _MOST - 1)


class LifeCycle(RuleBasedStateMachine):
    """Each rule is one act; after each, all that must always hold is looked at."""

    make_core: ClassVar[Callable[[], Awaitable[Core]]]
    careful: ClassVar[bool] = True
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.core: Core = self.run(type(self).make_core())
        self.core.bot.script = _moody
        self.readers: list[Reader] = [
            agent_reader(one, careful=self.careful) for one in sorted(AGENTS)
        ]
        self.own: dict[str, Reader] = {}
        self.visitors: dict[str, VisitorCaller] = {}
        self.sent: dict[tuple[str, str], int] = {}
        self.claimed: list[Claimed] = []
        self.epochs: dict[str, list[int]] = defaultdict(list)
        self.told = 0

    def run(self, what: Coroutine[Any, Any, T] | Awaitable[T]) -> T:
        """In the machine's own loop."""
        return self.loop.run_until_complete(_awaited(what))

    def teardown(self) -> None:
        self.run(self.core.close())
        self.loop.close()

    # ------------------------------------------------------------------ talk

    @precondition(lambda self: len(self.visitors) < _MOST)
    @rule()
    def a_visitor_opens_a_dialogue(self) -> None:
        session = self.run(self.core.visitor())
        client_id = new_id()
        sent = self.run(self.core.visitors.send(session.caller, None, client_id, words("Hello")))
        conversation_id = sent.conversation_id
        self.visitors[conversation_id] = session.caller
        self.sent[conversation_id, client_id] = sent.seq
        self.own[conversation_id] = reader = visitor_reader(
            session.contact.id, careful=self.careful
        )
        for one in (reader, *self.readers):
            self._resume(one, conversation_id)

    @precondition(lambda self: self.visitors)
    @rule(number=which)
    def the_visitor_writes(self, number: int) -> None:
        conversation_id, caller = self._pick(number)
        client_id = new_id()
        self._moves(
            conversation_id,
            Move.VISITOR_SPEAKS,
            lambda: self.core.visitors.send(
                caller, conversation_id, client_id, words("Where is it?")
            ),
            lambda sent: self.sent.update({(conversation_id, client_id): sent.seq}),
        )

    @precondition(lambda self: self.sent)
    @rule(number=st.integers(0, 50))
    def a_message_is_sent_again(self, number: int) -> None:
        (conversation_id, client_id), seq = sorted(self.sent.items())[number % len(self.sent)]
        again = self.run(
            self.core.visitors.send(
                self.visitors[conversation_id], conversation_id, client_id, words("again")
            )
        )
        assert again.seq == seq, "a resend is the same message"

    @precondition(lambda self: self.visitors)
    @rule(number=which, agent=who, back=st.integers(0, 2))
    def an_agent_writes(self, number: int, agent: str, back: int) -> None:
        conversation_id, _ = self._pick(number)
        before = self._conversation(conversation_id)
        epoch = before.owner.epoch - back
        legal = before.owner.agent_id == agent and not back
        try:
            self._moves(
                conversation_id,
                Move.AGENT_SPEAKS if legal else None,
                lambda: self.core.agents.send(
                    AGENTS[agent], conversation_id, epoch, new_id(), words("I am here")
                ),
            )
        except NotAllowed:
            assert not legal

    @precondition(lambda self: self.visitors)
    @rule(number=which, agent=who)
    def an_agent_notes(self, number: int, agent: str) -> None:
        conversation_id, _ = self._pick(number)
        self.run(self.core.agents.note(AGENTS[agent], conversation_id, new_id(), words("A note")))

    # ------------------------------------------------------------------- bot

    @rule()
    def the_bot_takes_a_turn(self) -> None:
        taken = self.run(self.core.turns.take())
        if isinstance(taken, Claimed):
            self.claimed.append(taken)

    @precondition(lambda self: self.claimed)
    @rule(number=st.integers(0, 5))
    def the_bot_answers(self, number: int) -> None:
        claimed = self.claimed.pop(number % len(self.claimed))
        conversation_id = claimed.turn.conversation_id
        before = self._find(conversation_id)
        said = len(self._said_by_bot(conversation_id))
        self.run(self.core.turns.answer(claimed))
        words_after = len(self._said_by_bot(conversation_id))
        if before is None or before.owner.epoch != claimed.turn.epoch:
            assert words_after == said, "the bot speaks under an epoch that is not its own"
        if before is not None:
            allowed = {Move.BOT_SPEAKS, Move.HAND_OFF}
            self._judge(before, self._conversation(conversation_id), allowed, stays=True)

    # ------------------------------------------------------------- ownership

    @precondition(lambda self: self.visitors)
    @rule(number=which)
    def the_visitor_asks_for_a_person(self, number: int) -> None:
        conversation_id, caller = self._pick(number)
        self._moves(
            conversation_id,
            Move.HAND_OFF,
            lambda: self.core.visitors.request_agent(caller, conversation_id, new_id(), None),
        )

    @precondition(lambda self: self.visitors)
    @rule(number=which, agent=who)
    def an_agent_accepts(self, number: int, agent: str) -> None:
        conversation_id, _ = self._pick(number)
        before = self._conversation(conversation_id)
        if before.owner.agent_id == agent and before.status != "resolved":
            self.run(self.core.assignments.accept(AGENTS[agent], conversation_id))
            assert self._conversation(conversation_id).owner == before.owner
            return
        self._moves(
            conversation_id,
            Move.ACCEPT,
            lambda: self.core.assignments.accept(AGENTS[agent], conversation_id),
        )

    @precondition(lambda self: self.visitors)
    @rule(number=which)
    def two_agents_accept_at_once(self, number: int) -> None:
        conversation_id, _ = self._pick(number)
        before = self._conversation(conversation_id)

        async def both() -> list[object]:
            return await asyncio.gather(
                *(self.core.assignments.accept(one, conversation_id) for one in AGENTS.values()),
                return_exceptions=True,
            )

        results = self.run(both())
        refused = [one for one in results if isinstance(one, BaseException)]
        assert all(isinstance(one, Conflict) for one in refused)
        after = self._conversation(conversation_id)
        if before.status == "resolved":
            assert len(refused) == len(AGENTS)
        else:
            assert len(refused) == len(AGENTS) - 1, "one and only one has it"
        self._judge(before, after, {Move.ACCEPT}, stays=True)

    @precondition(lambda self: self.visitors)
    @rule(number=which, agent=who, to=st.sampled_from([*sorted(AGENTS), None]))
    def it_is_assigned(self, number: int, agent: str, to: str | None) -> None:
        conversation_id, _ = self._pick(number)
        before = self._conversation(conversation_id)
        theirs = before.owner.agent_id not in {None, agent}
        move = Move.REQUEUE if to is None else Move.ASSIGN
        self._moves(
            conversation_id,
            None if theirs else move,
            lambda: self.core.assignments.assign(AGENTS[agent], conversation_id, to),
            same=before.owner.agent_id == to,
        )

    @precondition(lambda self: self.visitors)
    @rule(number=which, agent=who)
    def it_is_returned_to_the_bot(self, number: int, agent: str) -> None:
        conversation_id, _ = self._pick(number)
        self._moves(
            conversation_id,
            Move.RETURN_TO_BOT,
            lambda: self.core.assignments.return_to_bot(AGENTS[agent], conversation_id, "Done."),
        )

    # ---------------------------------------------------------------- status

    @precondition(lambda self: self.visitors)
    @rule(number=which, agent=who, move=st.sampled_from([Move.RESOLVE, Move.REOPEN, Move.SNOOZE]))
    def its_status_changes(self, number: int, agent: str, move: Move) -> None:
        conversation_id, _ = self._pick(number)
        made = {
            Move.RESOLVE: lambda: self.core.assignments.resolve(
                AGENTS[agent], conversation_id, solved=False
            ),
            Move.REOPEN: lambda: self.core.assignments.reopen(AGENTS[agent], conversation_id),
            Move.SNOOZE: lambda: self.core.assignments.snooze(AGENTS[agent], conversation_id),
        }
        self._moves(conversation_id, move, made[move])

    @precondition(lambda self: self.visitors)
    @rule(number=which, score=st.integers(1, 5))
    def the_visitor_rates(self, number: int, score: int) -> None:
        conversation_id, caller = self._pick(number)
        self.run(self.core.visitors.rate(caller, conversation_id, score, None))

    @precondition(lambda self: self.visitors)
    @rule(number=which)
    def the_visitor_is_forgotten(self, number: int) -> None:
        conversation_id, caller = self._pick(number)
        self.run(self.core.consents.forget_me(caller))
        del self.visitors[conversation_id], self.own[conversation_id]
        self.epochs.pop(conversation_id, None)
        self.sent = {key: seq for key, seq in self.sent.items() if key[0] != conversation_id}
        for reader in self.readers:
            reader.forget(conversation_id)
        with_it = self._find(conversation_id)
        assert with_it is None

    @rule(seconds=st.sampled_from([0.5, 3.0]))
    def time_passes(self, seconds: float) -> None:
        self.core.clock.forward(seconds=seconds)

    # --------------------------------------------------------------- readers

    @precondition(lambda self: self.visitors)
    @rule(number=st.integers(0, 5), pushes=st.integers(1, 3))
    def pushes_are_lost(self, number: int, pushes: int) -> None:
        readers = [*self.readers, *self.own.values()]
        readers[number % len(readers)].lossy = pushes

    @precondition(lambda self: self.visitors)
    @rule(number=st.integers(0, 5))
    def a_reader_resumes(self, number: int) -> None:
        readers = [*self.readers, *self.own.values()]
        reader = readers[number % len(readers)]
        reader.lossy = 0
        for conversation_id in list(reader.rows):
            self._resume(reader, conversation_id)
            kept = [reader.view_of(one) for one in self._visible(reader, conversation_id)]
            assert reader.messages[conversation_id] == kept, "who resumes sees all there is"

    # ------------------------------------------------------------ invariants

    @invariant()
    def everything_holds(self) -> None:
        self._push()
        type(self).steps += 1
        for conversation, messages in self.run(self._everything()):
            assert [one.seq for one in messages] == list(range(1, conversation.last_seq + 1))
            self._epochs_only_rise(conversation)
            for reader in (self.own[conversation.id], *self.readers):
                inside = reader in self.readers
                visible = [one.seq for one in messages if inside or one.public]
                held = [one["seq"] for one in reader.messages[conversation.id]]
                assert held == visible[: len(held)], "a view is a beginning of the truth"

    async def _everything(self) -> list[tuple[Conversation, list[Message]]]:
        async with self.core.store.read() as tx:
            found = [await tx.conversations.get(one) for one in self.visitors]
            return [
                (one, await tx.messages.after(one.id, 0, 1_000, public=False))
                for one in found
                if one is not None
            ]

    # --------------------------------------------------------------- helpers

    def _moves(
        self,
        conversation_id: str,
        move: Move | None,
        act: Callable[[], Awaitable[Any]],
        then: Callable[[Any], object] = lambda _: None,
        *,
        same: bool = False,
    ) -> None:
        """`act` does what the table says of `move`, or is refused as the table says; None must be refused."""
        before = self._conversation(conversation_id)
        here: State = (before.owner.kind, before.status)
        legal = move is not None and (here, move) in MOVES
        try:
            then(self.run(act()))
        except Conflict:
            assert not legal, f"{move} from {here} was refused"
        else:
            assert legal, f"{move} from {here} was not refused"
        allowed = {move} if move is not None and legal else set()
        self._judge(before, self._conversation(conversation_id), allowed, stays=same or not legal)

    @staticmethod
    def _judge(
        before: Conversation, after: Conversation, allowed: set[Move], *, stays: bool
    ) -> None:
        here: State = (before.owner.kind, before.status)
        there: State = (after.owner.kind, after.status)
        reached = {MOVES[here, move] for move in allowed if (here, move) in MOVES}
        assert there in reached | ({here} if stays else set()), f"{here} led to {there}"
        changed = (before.owner.kind, before.owner.agent_id) != (
            after.owner.kind,
            after.owner.agent_id,
        )
        assert after.owner.epoch == before.owner.epoch + changed

    def _epochs_only_rise(self, conversation: Conversation) -> None:
        seen = self.epochs[conversation.id]
        assert not seen or conversation.owner.epoch >= seen[-1]
        seen.append(conversation.owner.epoch)

    def _push(self) -> None:
        """What the emitter and the queue board would do now."""
        fresh: list[LiveEvent] = self.core.live[self.told :]
        if any(isinstance(event, QueueMoved) for event in fresh):
            self.run(QueueBoard(self.core.store).show())
            fresh = self.core.live[self.told :]
        self.told = len(self.core.live)
        for event in fresh:
            for reader in (*self.readers, *self.own.values()):
                reader.hear(event)

    def _resume(self, reader: Reader, conversation_id: str) -> None:
        async def look() -> None:
            held = reader.messages.get(conversation_id) or [{"seq": 0}]
            after = held[-1]["seq"]
            if reader in self.readers:
                known = reader.revisions.get(conversation_id)
                found = await self.core.agents.resume(ANNA, conversation_id, after, known)
            else:
                caller = self.visitors[conversation_id]
                found = await self.core.visitors.resume(caller, conversation_id, after)
            reader.look(found.snapshot, found.messages, found.revised, found.revision)

        self._push()
        self.run(look())

    def _visible(self, reader: Reader, conversation_id: str) -> list[Message]:
        inside = reader in self.readers
        return [one for one in self._messages(conversation_id) if inside or one.public]

    def _said_by_bot(self, conversation_id: str) -> list[Message]:
        if conversation_id not in self.visitors:
            return []
        return [one for one in self._messages(conversation_id) if one.author.kind is AuthorKind.BOT]

    def _pick(self, number: int) -> tuple[str, VisitorCaller]:
        conversation_id = sorted(self.visitors)[number % len(self.visitors)]
        return conversation_id, self.visitors[conversation_id]

    def _conversation(self, conversation_id: str) -> Conversation:
        return self.run(self.core.conversation(conversation_id))

    def _find(self, conversation_id: str) -> Conversation | None:
        async def look() -> Conversation | None:
            async with self.core.store.read() as tx:
                return await tx.conversations.get(conversation_id)

        return self.run(look())

    def _messages(self, conversation_id: str) -> list[Message]:
        return self.run(self.core.messages(conversation_id))


def _moody(question: Question) -> Answer:
    """Now and then the bot fails, or asks for a person."""
    mood = question.seq % 5
    if mood == 3:
        raise BotError(HandoffReason.BOT_TIMEOUT, "thinks too long")
    answer = echo(question)
    return (
        answer if mood != 4 else type(answer)(answer.replies, "x", 0.9, handoff_reason="complaint")
    )


async def _awaited(what: Awaitable[T]) -> T:
    return await what
