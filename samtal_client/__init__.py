"""A client of Samtal for programs: nothing it was given to send is lost, doubled or put in another order.

`VisitorClient` speaks as the widget does, `AgentClient` as the console does. See `docs/python-client.md`.
"""

from .agent import AgentClient
from .delivery import Sending
from .errors import NoAnswer, Refused
from .nouns import Conversation, Message, Sent
from .outbox import Entry, FileOutbox, MemoryOutbox, Outbox
from .pace import Pace
from .visitor import VisitorClient

__all__ = [
    "AgentClient",
    "Conversation",
    "Entry",
    "FileOutbox",
    "MemoryOutbox",
    "Message",
    "NoAnswer",
    "Outbox",
    "Pace",
    "Refused",
    "Sending",
    "Sent",
    "VisitorClient",
]
