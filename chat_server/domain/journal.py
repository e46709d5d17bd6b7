"""What goes through the journal: one decision about one conversation, taken again when it must be."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from .bot_turn import BotTurn
    from .contact import Contact, Visitor
    from .conversation import Conversation
    from .files.file import StoredFile
    from .live import LiveEvent
    from .message import Message
    from .outbox import Delivery
    from .step import Step

T = TypeVar("T")


@dataclass(slots=True)
class Scene:
    """What a decision sees, as of its transaction.

    `conversation` is a copy: what a decision changes in it is kept when it returns, and forgotten when it raises.
    `visitor` is the entry's browser and `contact` the person behind it, `known` what the sender said under this
    client id before.
    """

    conversation: Conversation | None
    contact: Contact | None = None
    known: Message | None = None
    visitor: Visitor | None = None


@dataclass(slots=True)
class Outcome(Generic[T]):
    """What is committed besides the conversation, `rows` being work for later and files of its message; `live` and `then` follow the commit, in this order.

    `opened` is a conversation that begins with it, `visitor` the scene's as it is from now on.
    """

    result: T
    step: Step | None = None
    rows: Sequence[BotTurn | Delivery | StoredFile] = ()
    live: Sequence[LiveEvent] = ()
    then: Callable[[], None] | None = None
    opened: Conversation | None = None
    visitor: Visitor | None = None


class Entry(ABC, Generic[T]):
    """One command; it names what its decision must see."""

    __slots__ = ()

    @property
    @abstractmethod
    def conversation_id(self) -> str:
        """The dialogue it is about."""

    @property
    def visitor_id(self) -> str | None:
        """The browser whose contact the decision asks for."""
        return None

    @property
    def key(self) -> tuple[str, str] | None:
        """Sender and client id of what it says."""
        return None

    @abstractmethod
    def decide(self, scene: Scene) -> Outcome[T]:
        """Quick and pure: it may be asked again with a fresher scene; raises SamtalError to refuse."""
