"""Who may do what: the one place where permissions are decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TypeVar

from chat_server.domain.agent import Agent, Role
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Transaction

T = TypeVar("T")


class Permission(Enum):
    """Rights that roles carry."""

    ANSWER = auto()
    READ_DIALOGUES = auto()
    READ_NOTES = auto()
    READ_CONTACTS = auto()
    READ_REPORTS = auto()
    MANAGE_CAMPAIGNS = auto()
    TEACH = auto()
    REVIEW = auto()
    REVEAL = auto()
    MANAGE_MODELS = auto()
    TRAIN = auto()
    READ_SHOP = auto()
    READ_ORDERS = auto()
    REQUEST_RETURN = auto()
    GIVE_COUPONS = auto()
    REDEEM_COUPONS = auto()
    GIVE_POINTS = auto()
    ERASE = auto()
    SUPERVISE = auto()
    MANAGE = auto()


_P = Permission
_AGENT = {
    _P.ANSWER,
    _P.READ_DIALOGUES,
    _P.READ_NOTES,
    _P.READ_CONTACTS,
    _P.READ_SHOP,
    _P.READ_ORDERS,
    _P.REQUEST_RETURN,
    _P.GIVE_COUPONS,
    _P.GIVE_POINTS,
}
_MARKETER = {
    _P.READ_DIALOGUES,
    _P.READ_REPORTS,
    _P.MANAGE_CAMPAIGNS,
    _P.TEACH,
    _P.REVIEW,
    _P.READ_SHOP,
}
RIGHTS: dict[Role, set[Permission]] = {
    Role.AGENT: _AGENT,
    Role.MARKETER: _MARKETER,
    Role.ADMIN: _AGENT
    | _MARKETER
    | {_P.ERASE, _P.SUPERVISE, _P.MANAGE, _P.MANAGE_MODELS, _P.REDEEM_COUPONS, _P.REVEAL},
    Role.BOT: {_P.READ_SHOP, _P.READ_ORDERS, _P.REQUEST_RETURN, _P.GIVE_COUPONS, _P.TRAIN},
}


@dataclass(frozen=True)
class VisitorCaller:
    """A browser that proved its token."""

    visitor_id: str
    inbox_id: str


@dataclass(frozen=True)
class AgentCaller:
    """An account, an API key or the bot's own process."""

    agent_id: str
    name: str
    role: Role
    session_digest: str | None = None
    expires_at: datetime | None = None
    granted: frozenset[Permission] = frozenset()

    def can(self, permission: Permission) -> bool:
        """Whether the role carries the right, or the account was given it."""
        return permission in RIGHTS[self.role] or permission in self.granted


def rights_of(caller: AgentCaller) -> frozenset[Permission]:
    """All of them: readers with the same ones are told the same figures."""
    return frozenset(RIGHTS[caller.role] | caller.granted)


def may_answer(agent: Agent) -> bool:
    """Whether visitors can be given to this account."""
    return agent.removed_at is None and Permission.ANSWER in RIGHTS[agent.role]


def require(caller: AgentCaller, permission: Permission) -> None:
    """Refuses a role without the right."""
    if not caller.can(permission):
        raise NotAllowed("Your account has no right to do this.")


async def contact_of(tx: Transaction, caller: VisitorCaller) -> Contact:
    """The person behind the browser, as of now: a signed identity may have changed it."""
    found = await tx.contacts.behind(caller.visitor_id)
    return present(found[1] if found else None)


def present(found: T | None) -> T:
    """Somebody who was erased, or became somebody else, has no session any more."""
    if found is None:
        raise NotAllowed("This session is over; connect again.")
    return found


async def own_conversation(
    tx: Transaction, contact: Contact, conversation_id: str, *, lock: bool = False
) -> Conversation:
    """One of the contact's own; somebody else's is as unknown as none."""
    found = tx.conversations.lock if lock else tx.conversations.get
    return own(contact, await found(conversation_id))


def own(contact: Contact, conversation: Conversation | None) -> Conversation:
    """The contact's, or none."""
    if conversation is None or conversation.contact_id != contact.id:
        raise NotFound("There is no such conversation.")
    return conversation


async def any_conversation(
    tx: Transaction, conversation_id: str, *, lock: bool = False
) -> Conversation:
    """For accounts, whose role was checked before."""
    found = tx.conversations.lock if lock else tx.conversations.get
    return existing(await found(conversation_id))


def existing(conversation: Conversation | None) -> Conversation:
    """For accounts."""
    if conversation is None:
        raise NotFound("There is no such conversation.")
    return conversation


def require_owner(caller: AgentCaller, conversation: Conversation) -> None:
    """Only the agent who answers may speak."""
    owner = conversation.owner
    if owner.kind is not OwnerKind.AGENT or owner.agent_id != caller.agent_id:
        raise NotAllowed("Accept this conversation before you answer it.")
