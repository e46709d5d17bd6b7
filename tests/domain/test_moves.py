"""The table of moves: what each method does is what the table says, and nothing else is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Conflict
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.moves import MOVES, STATES, IllegalMove, Move, State, Status
from chat_server.domain.ownership import OwnerKind
from tests.domain.dialogues import NOW, opened

if TYPE_CHECKING:
    from collections.abc import Callable

VISITOR = Author(AuthorKind.VISITOR, "v1", "Katrín")
BOT = Author(AuthorKind.BOT, None, "Snorri")
ANNA = Author(AuthorKind.AGENT, "anna", "Anna")
BIRNA = Author(AuthorKind.AGENT, "birna", "Birna")
SYSTEM = Author(AuthorKind.SYSTEM)
HELLO: dict[str, object] = {"type": "text", "text": "Hello"}

# Every move as it is made; the agent of the states is Anna, who acts is Birna.
MADE: dict[Move, Callable[[Conversation], object]] = {
    Move.VISITOR_SPEAKS: lambda c: c.say(VISITOR, HELLO, "x", NOW),
    Move.BOT_SPEAKS: lambda c: c.say(BOT, HELLO, "x", NOW),
    Move.AGENT_SPEAKS: lambda c: c.say(ANNA, HELLO, "x", NOW),
    Move.SYSTEM_SPEAKS: lambda c: c.say(SYSTEM, HELLO, "x", NOW),
    Move.HAND_OFF: lambda c: c.hand_off(Handoff(HandoffReason.COMPLAINT), BOT, NOW),
    Move.ACCEPT: lambda c: c.accept("birna", "Birna", NOW),
    Move.ASSIGN: lambda c: c.transfer("birna", "Birna", NOW),
    Move.ROUTE: lambda c: c.route("birna", "Birna", NOW),
    Move.REQUEUE: lambda c: c.requeue("transfer", NOW),
    Move.RETURN_TO_BOT: lambda c: c.return_to_bot(BIRNA, "Snorri", None, NOW),
    Move.SNOOZE: lambda c: c.snooze(),
    Move.RESOLVE: lambda c: c.resolve(BIRNA, NOW),
    Move.REOPEN: lambda c: c.reopen(BIRNA, NOW),
}
EVERY = [
    pytest.param(state, move, id=f"{move} from {state[0]} {state[1]}")
    for state in STATES
    for move in Move
]


def standing(state: State) -> Conversation:
    kind, status = state
    conversation = opened()
    if kind is OwnerKind.AGENT:
        conversation.accept("anna", "Anna", NOW)
    elif kind is OwnerKind.QUEUE:
        conversation.hand_off(Handoff(HandoffReason.VISITOR_ASKED), VISITOR, NOW)
    if status is Status.SNOOZED:
        conversation.snooze()
    elif status is Status.RESOLVED:
        conversation.resolve(SYSTEM, NOW)
    return conversation


def test_every_move_is_made_somewhere() -> None:
    assert set(MADE) == set(Move)
    assert {move for _, move in MOVES} == set(Move)


@pytest.mark.parametrize(("state", "move"), EVERY)
def test_a_move_leads_where_the_table_says_or_is_refused(state: State, move: Move) -> None:
    conversation = standing(state)
    owner, seq = conversation.owner, conversation.last_seq
    there = MOVES.get((state, move))
    if there is None:
        with pytest.raises(IllegalMove) as refused:
            MADE[move](conversation)
        assert isinstance(refused.value, Conflict)
        assert (conversation.owner, conversation.last_seq) == (owner, seq)
        assert conversation.status is state[1]
    else:
        MADE[move](conversation)
        assert (conversation.owner.kind, conversation.status) == there
        changed = (owner.kind, owner.agent_id) != (
            conversation.owner.kind,
            conversation.owner.agent_id,
        )
        assert conversation.owner.epoch == owner.epoch + changed


@pytest.mark.parametrize(("state", "move"), EVERY)
def test_exactly_those_who_wait_have_a_place_in_the_queue(state: State, move: Move) -> None:
    conversation = standing(state)
    if (state, move) not in MOVES:
        return
    MADE[move](conversation)
    waits = conversation.owner.kind is OwnerKind.QUEUE and conversation.status is Status.OPEN
    if waits:
        assert conversation.queued_at is not None
    if conversation.owner.kind is not OwnerKind.QUEUE:
        assert conversation.queued_at is None


def test_a_refusal_says_what_to_do() -> None:
    with pytest.raises(IllegalMove, match="Anna is already answering"):
        standing((OwnerKind.AGENT, Status.OPEN)).accept("birna", "Birna", NOW)
    with pytest.raises(IllegalMove, match="Accept this conversation"):
        standing((OwnerKind.QUEUE, Status.OPEN)).say(ANNA, HELLO, "x", NOW)
    with pytest.raises(IllegalMove, match="The bot does not answer"):
        standing((OwnerKind.QUEUE, Status.OPEN)).say(BOT, HELLO, "x", NOW)
    with pytest.raises(IllegalMove, match="closed"):
        standing((OwnerKind.BOT, Status.RESOLVED)).say(VISITOR, HELLO, "x", NOW)


def test_the_end_of_a_human_stretch_is_kept_with_its_epoch() -> None:
    conversation = standing((OwnerKind.AGENT, Status.OPEN))
    assert conversation.returned_epoch is None
    conversation.return_to_bot(ANNA, "Snorri", "Refund is on its way.", NOW)
    assert conversation.returned_epoch == conversation.owner.epoch == 3
