"""Where everything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from contextlib import AbstractAsyncContextManager

    from chat_server.domain.events import Event
    from chat_server.domain.journal import Entry
    from chat_server.domain.live import LiveEvent
    from chat_server.domain.step import Step

    from .arrivals import Elements, Inboxes, Touches
    from .campaigns import Campaigns
    from .contact_history import ContactHistory
    from .desk import Desk
    from .dialogues import Conversations, Messages
    from .experiments import Experiments
    from .files import Files
    from .hearing import Hearing
    from .history import Log, Transcripts
    from .incentives import Incentives, PublishedCodes
    from .lessons import BotJobs, Lessons
    from .listening import Listening
    from .outlived import Outlived
    from .people import Contacts, Erasures, Facts, Merges
    from .proactive import Greetings
    from .purchases import Purchases
    from .recall import Recall
    from .rises import Rises
    from .rollups import CreditedDays, FollowedDays, Rollups
    from .segments import Segments
    from .shop import Shop
    from .shortcuts import Shortcuts
    from .staff import Agents, Teams
    from .webhooks import Webhooks
    from .work import Absences, Outbox, Turns

T = TypeVar("T")


class Transaction(Protocol):
    """All repositories under one transaction; leaving the block commits, an exception undoes."""

    @property
    def inboxes(self) -> Inboxes: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def contact_history(self) -> ContactHistory: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def files(self) -> Files: ...
    @property
    def facts(self) -> Facts: ...
    @property
    def hearing(self) -> Hearing: ...
    @property
    def recall(self) -> Recall: ...
    @property
    def erasures(self) -> Erasures: ...
    @property
    def outlived(self) -> Outlived: ...
    @property
    def merges(self) -> Merges: ...
    @property
    def agents(self) -> Agents: ...
    @property
    def teams(self) -> Teams: ...
    @property
    def bot_jobs(self) -> BotJobs: ...
    @property
    def lessons(self) -> Lessons: ...
    @property
    def desk(self) -> Desk: ...
    @property
    def log(self) -> Log: ...
    @property
    def transcripts(self) -> Transcripts: ...
    @property
    def rollups(self) -> Rollups: ...
    @property
    def credited_days(self) -> CreditedDays: ...
    @property
    def followed_days(self) -> FollowedDays: ...
    @property
    def elements(self) -> Elements: ...
    @property
    def segments(self) -> Segments: ...
    @property
    def campaigns(self) -> Campaigns: ...
    @property
    def greetings(self) -> Greetings: ...
    @property
    def touches(self) -> Touches: ...
    @property
    def experiments(self) -> Experiments: ...
    @property
    def rises(self) -> Rises: ...
    @property
    def listening(self) -> Listening: ...
    @property
    def purchases(self) -> Purchases: ...
    @property
    def incentives(self) -> Incentives: ...
    @property
    def published_codes(self) -> PublishedCodes: ...
    @property
    def shop(self) -> Shop: ...
    @property
    def webhooks(self) -> Webhooks: ...

    def add(self, *things: object) -> None:
        """New domain objects to be kept."""

    async def flush(self) -> None:
        """Writes what was added so far, so that rows which refer to it may follow."""

    async def save(self, step: Step) -> None:
        """A move's messages and log lines, folded into the response event."""

    async def record(self, events: Iterable[Event]) -> None:
        """Log lines on their own."""

    def tell(self, *events: LiveEvent) -> None:
        """Live events to be sent once this is committed, or read to the end, and only then."""

    def after_commit(self, action: Callable[[], None]) -> None:
        """Something quick to do once this is committed, and only then."""


class Store(Protocol):
    """Where everything is kept."""

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """A writing transaction; raises `Unavailable` when the database is away, locked or full."""

    def read(self) -> AbstractAsyncContextManager[Transaction]:
        """A consistent view for reading."""

    @property
    def shortcuts(self) -> Shortcuts | None:
        """None where writers do not wait for each other."""

    def write(self, entry: Entry[T]) -> Awaitable[T]:
        """One quick decision through the journal, which commits many together; not from inside `begin`.

        Raises what the decision raises, and `Unavailable` when it is not known to be committed: asking again
        under the same client id is safe and answers as the first time.
        """

    async def catch_up(self) -> None:
        """What was said until now is found by search from here on, at the latest."""

    async def catch_up_some(self) -> bool:
        """A part of that; whether there may be more."""

    async def carry_over(self) -> bool:
        """Moves what was committed to where it stays, while others read and write; whether anything was new."""

    async def purge(self) -> None:
        """Takes the words of deleted messages out of the search index; others write meanwhile."""

    async def scrub(self) -> bool:
        """Writes over what deleted rows left in the database's files; False when somebody is in the way."""

    async def ping(self) -> None:
        """Raises `Unavailable` when the database does not answer."""
