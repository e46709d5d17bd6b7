"""Every legal move of a dialogue, as one table; a move that is not in it is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from .errors import Conflict
from .ownership import OwnerKind

if TYPE_CHECKING:
    from .ownership import Owner


class Status(StrEnum):
    """Where the dialogue stands."""

    OPEN = "open"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


class Move(StrEnum):
    """What can be done to a dialogue; notes, ratings and tags change neither owner nor status."""

    VISITOR_SPEAKS = "visitor_speaks"
    BOT_SPEAKS = "bot_speaks"
    AGENT_SPEAKS = "agent_speaks"
    SYSTEM_SPEAKS = "system_speaks"
    HAND_OFF = "hand_off"
    ACCEPT = "accept"
    ASSIGN = "assign"
    ROUTE = "route"
    REQUEUE = "requeue"
    RETURN_TO_BOT = "return_to_bot"
    SNOOZE = "snooze"
    RESOLVE = "resolve"
    REOPEN = "reopen"


class IllegalMove(Conflict):
    """The table has no such move from where the dialogue stands."""


State: TypeAlias = tuple[OwnerKind, Status]

# Bot, queue or agent; a small z is snoozed, a small x is resolved.
B, Bz, Bx = [(OwnerKind.BOT, status) for status in Status]
Q, Qz, Qx = [(OwnerKind.QUEUE, status) for status in Status]
A, Az, Ax = [(OwnerKind.AGENT, status) for status in Status]
__ = None

# Where a move leads to. The same state again means that it was done before; only ASSIGN also leads
# from one agent to another. The epoch rises with every change of owner, and only then.
# fmt: off
_TABLE: dict[Move, tuple[State | None, ...]] = {
    #                     B   Bz  Bx   Q   Qz  Qx   A   Az  Ax
    Move.VISITOR_SPEAKS: (B,  B,  __,  Q,  Q,  __,  A,  A,  __),
    Move.BOT_SPEAKS:     (B,  B,  __,  __, __, __,  __, __, __),
    Move.AGENT_SPEAKS:   (__, __, __,  __, __, __,  A,  A,  __),
    Move.SYSTEM_SPEAKS:  (B,  Bz, __,  Q,  Qz, __,  A,  Az, __),
    Move.HAND_OFF:       (Q,  Q,  __,  Q,  Qz, __,  A,  Az, __),
    Move.ACCEPT:         (A,  A,  __,  A,  A,  __,  __, __, __),
    Move.ASSIGN:         (A,  A,  __,  A,  A,  __,  A,  A,  __),
    Move.ROUTE:          (__, __, __,  A,  __, __,  __, __, __),
    Move.REQUEUE:        (Q,  Q,  __,  Q,  Qz, __,  Q,  Q,  __),
    Move.RETURN_TO_BOT:  (B,  Bz, __,  B,  B,  __,  B,  B,  __),
    Move.SNOOZE:         (Bz, Bz, __,  Qz, Qz, __,  Az, Az, __),
    Move.RESOLVE:        (Bx, Bx, Bx,  Qx, Qx, Qx,  Ax, Ax, Ax),
    Move.REOPEN:         (B,  B,  B,   Q,  Q,  Q,   A,  A,  A),
}
# fmt: on
STATES = (B, Bz, Bx, Q, Qz, Qx, A, Az, Ax)
MOVES: dict[tuple[State, Move], State] = {
    (state, move): there
    for move, row in _TABLE.items()
    for state, there in zip(STATES, row, strict=True)
    if there is not None
}


def refusal(owner: Owner, status: Status, move: Move) -> IllegalMove:
    """Why `move` is not possible now, for the person who tried it."""
    if status is Status.RESOLVED:
        return IllegalMove(
            "This conversation is closed; send without conversation_id to begin a new one."
        )
    if move is Move.AGENT_SPEAKS:
        return IllegalMove("Accept this conversation before you answer it.")
    if owner.kind is OwnerKind.AGENT:
        return IllegalMove(f"{owner.name} is already answering this conversation.")
    return IllegalMove("The bot does not answer this conversation now.")
