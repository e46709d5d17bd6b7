"""One transaction with all repositories, and the store that begins them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession

from chat_server.domain import response_event
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Duplicate, Unavailable
from chat_server.domain.events import EventType

from .absences import AbsenceRows
from .agents import AgentRows
from .bot_jobs import BotJobRows
from .campaigns import CampaignRows
from .carrying_over import CarryingOver
from .contact_history import ContactHistoryRows
from .contacts import ContactRows
from .conversations import ConversationRows
from .desk import DeskRows
from .elements import ElementRows
from .erasures import ErasureRows
from .experiments import ExperimentRows
from .facts import FactRows
from .files import FileRows
from .hearing import HearingRows
from .holding import Holding
from .inboxes import InboxRows
from .incentives import IncentiveRows
from .journal import MOST_TOGETHER, Journal, Ledger
from .journal_sqlite import SqliteLedger
from .lessons import LessonRows
from .listening import ListeningRows
from .log import LogRows
from .many import many
from .mapping import ResponseEventRow, as_row, map_domain
from .merges import MergeRows
from .messages import MessageRows
from .outbox import OutboxRows
from .outlived import OutlivedRows
from .proactive import GreetingRows
from .purchases import PurchaseRows
from .recall import RecallRows
from .rises import RiseRows
from .rollups import RollupRows
from .scrubbing import VACUUM, purge_words, truncate_journal
from .segments import SegmentRows
from .shop import ShopRows
from .shortcuts import SqliteShortcuts
from .teams import TeamRows
from .touches import TouchRows
from .transcripts import TranscriptRows
from .turns import TurnRows
from .webhooks import WebhookRows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from chat_server.domain.events import Event
    from chat_server.domain.journal import Entry
    from chat_server.domain.live import LiveEvent
    from chat_server.domain.step import Step

    from .database import Engines

T = TypeVar("T")
_log = structlog.get_logger(__name__)


class SqlTransaction:
    """Repositories over one session; see `domain.ports.Transaction`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self.live: list[LiveEvent] = []
        self.actions: list[Callable[[], None]] = []
        self._opened: list[tuple[Conversation, Any]] = []

    @cached_property
    def inboxes(self) -> InboxRows:
        return InboxRows(self._session)

    @cached_property
    def contacts(self) -> ContactRows:
        return ContactRows(self._session)

    @cached_property
    def conversations(self) -> ConversationRows:
        return ConversationRows(self._session)

    @cached_property
    def messages(self) -> MessageRows:
        return MessageRows(self._session)

    @cached_property
    def turns(self) -> TurnRows:
        return TurnRows(self._session)

    @cached_property
    def absences(self) -> AbsenceRows:
        return AbsenceRows(self._session)

    @cached_property
    def outbox(self) -> OutboxRows:
        return OutboxRows(self._session)

    @cached_property
    def files(self) -> FileRows:
        return FileRows(self._session)

    @cached_property
    def facts(self) -> FactRows:
        return FactRows(self._session)

    @cached_property
    def hearing(self) -> HearingRows:
        return HearingRows(self._session)

    @cached_property
    def recall(self) -> RecallRows:
        return RecallRows(self._session)

    @cached_property
    def erasures(self) -> ErasureRows:
        return ErasureRows(self._session)

    @property
    def outlived(self) -> OutlivedRows:
        return OutlivedRows(self._session)

    @cached_property
    def merges(self) -> MergeRows:
        return MergeRows(self._session)

    @cached_property
    def agents(self) -> AgentRows:
        return AgentRows(self._session)

    @cached_property
    def teams(self) -> TeamRows:
        return TeamRows(self._session)

    @cached_property
    def bot_jobs(self) -> BotJobRows:
        return BotJobRows(self._session)

    @cached_property
    def lessons(self) -> LessonRows:
        return LessonRows(self._session)

    @cached_property
    def desk(self) -> DeskRows:
        return DeskRows(self._session)

    @cached_property
    def log(self) -> LogRows:
        return LogRows(self._session)

    @cached_property
    def transcripts(self) -> TranscriptRows:
        return TranscriptRows(self._session)

    @cached_property
    def rollups(self) -> RollupRows:
        return RollupRows(self._session)

    @cached_property
    def elements(self) -> ElementRows:
        return ElementRows(self._session)

    @cached_property
    def segments(self) -> SegmentRows:
        return SegmentRows(self._session)

    @cached_property
    def campaigns(self) -> CampaignRows:
        return CampaignRows(self._session)

    @cached_property
    def greetings(self) -> GreetingRows:
        return GreetingRows(self._session)

    @cached_property
    def touches(self) -> TouchRows:
        return TouchRows(self._session)

    @cached_property
    def experiments(self) -> ExperimentRows:
        return ExperimentRows(self._session)

    @cached_property
    def contact_history(self) -> ContactHistoryRows:
        return ContactHistoryRows(self._session)

    @cached_property
    def rises(self) -> RiseRows:
        return RiseRows(self._session)

    @cached_property
    def listening(self) -> ListeningRows:
        return ListeningRows(self._session)

    @cached_property
    def purchases(self) -> PurchaseRows:
        return PurchaseRows(self._session)

    @cached_property
    def incentives(self) -> IncentiveRows:
        return IncentiveRows(self._session)

    @cached_property
    def shop(self) -> ShopRows:
        return ShopRows(self._session)

    @cached_property
    def webhooks(self) -> WebhookRows:
        return WebhookRows(self._session)

    def add(self, *things: object) -> None:
        """Keeps new objects; an opened conversation may still be changed afterwards."""
        for thing in things:
            row = as_row(thing)
            if isinstance(thing, Conversation) and row is not thing:
                self._opened.append((thing, row))
            self._session.add(row)

    async def flush(self) -> None:
        """Writes what was added, in an order the caller chose."""
        for conversation, row in self._opened:
            for field in fields(Conversation):
                value = getattr(conversation, field.name)
                if getattr(row, field.name) != value:
                    setattr(row, field.name, value)
        await self._session.flush()

    async def save(self, step: Step) -> None:
        """Messages, log lines and their fold."""
        self._session.add_all(map(as_row, step.messages))
        await self.record(step.events)

    async def record(self, events: Iterable[Event]) -> None:
        """Appends to the log and folds each line into its dialogue's response event."""
        events = list(events)
        if len(events) > 1:
            # Those that are not read yet, in one look.
            told = {one.conversation_id for one in events} - {
                one.conversation_id for one in events if one.type is EventType.CONVERSATION_OPENED
            }
            await many(self._session, ResponseEventRow, sorted(filter(None, told)))
        for event in events:
            self._session.add(as_row(event))
            if event.conversation_id is None:
                continue
            if event.type is EventType.CONVERSATION_OPENED:
                self._session.add(as_row(response_event.begin(event)))
                await self._session.flush()
                continue
            row = await self._session.get(ResponseEventRow, event.conversation_id)
            if row is not None:
                response_event.apply(row, event)

    def tell(self, *events: LiveEvent) -> None:
        """Sent after the commit."""
        self.live.extend(events)

    def after_commit(self, action: Callable[[], None]) -> None:
        """Done after the commit."""
        self.actions.append(action)


class SqlStore:
    """Begins transactions; hands live events to `publish` once they are committed."""

    def __init__(
        self,
        engines: Engines,
        publish: Callable[[Sequence[LiveEvent]], None],
        most_together: int = MOST_TOGETHER,
    ) -> None:
        map_domain()
        self._engines = engines
        self._publish = publish
        self._most_together = most_together
        self._carrying_over = CarryingOver(engines.connect_sqlite)

    @cached_property
    def journal(self) -> Journal:
        """Made when it is first written to: chores have no use for it."""
        return Journal(self._ledger(), self._publish, most_together=self._most_together)

    @property
    def shortcuts(self) -> SqliteShortcuts | None:
        """On PostgreSQL writers do not wait for each other."""
        ledger = self.journal.ledger
        return SqliteShortcuts(ledger) if isinstance(ledger, SqliteLedger) else None

    def _ledger(self) -> Ledger:
        engines = self._engines
        if engines.is_sqlite:
            return SqliteLedger(engines.connect_sqlite, engines.writing)
        from .journal_postgres import PostgresLedger  # noqa: PLC0415 - its driver is megabytes

        return PostgresLedger(engines.connect_postgres)

    def write(self, entry: Entry[T]) -> Awaitable[T]:
        """Through the journal."""
        return self.journal.write(entry)

    async def catch_up(self) -> None:
        """Words said since the last time are found from here on."""
        while await self.journal.catch_up():
            pass

    async def catch_up_some(self) -> bool:
        """Some of them; whether there may be more."""
        return await self.journal.catch_up()

    async def close(self) -> None:
        """Writes what is waiting; the engines are their owner's to dispose of."""
        if "journal" in vars(self):
            await self.journal.close()
        self._carrying_over.close()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[SqlTransaction]:
        """A writing transaction; effects leave after its commit."""
        async with (
            self._engines.turn_to_write(),
            self._session(self._engines.writer) as session,
        ):
            transaction = SqlTransaction(session)
            yield transaction
            await transaction.flush()
            await session.commit()
        if transaction.live:
            self._publish(transaction.live)
        for action in transaction.actions:
            action()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlTransaction]:
        """A view for reading; what is changed in it is not kept, and what is told of it is told."""
        async with (
            self._engines.turn_to_read(),
            self._session(self._engines.reader) as session,
        ):
            transaction = SqlTransaction(session)
            yield transaction
        if transaction.live:
            self._publish(transaction.live)

    async def carry_over(self) -> bool:
        """PostgreSQL has a process for it."""
        return self._engines.is_sqlite and await self._carrying_over.carry_over()

    async def purge(self) -> None:
        """PostgreSQL's index loses them with their rows."""
        if self._engines.is_sqlite:
            await purge_words(self._engines)

    async def scrub(self) -> bool:
        """SQLite's journal begins anew, pages are written over already; PostgreSQL takes dead rows away."""
        if not self._engines.is_sqlite:
            async with self._engines.writer.connect() as connection:
                chore = await connection.execution_options(isolation_level="AUTOCOMMIT")
                await chore.execute(sa.text(VACUUM))
            return True
        async with self._engines.turn_to_write():
            return await truncate_journal(self._engines)

    async def ping(self) -> None:
        """One round trip."""
        async with (
            self._engines.turn_to_read(),
            self._session(self._engines.reader) as session,
        ):
            await session.execute(sa.text("SELECT 1"))

    @asynccontextmanager
    async def _session(self, engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
        try:
            async with AsyncSession(
                engine, sync_session_class=Holding, expire_on_commit=False, autoflush=False
            ) as session:
                yield session
        except IntegrityError as error:
            # Two of the same at once: the other one won, and asking again finds what it wrote.
            raise Duplicate("Somebody else just did the same; try again.") from error
        except (ProgrammingError, DataError):
            raise  # a mistake of ours, which trying again would not mend
        except (DBAPIError, PoolTimeout, OSError) as error:
            _log.warning("database_away", error=type(error).__name__)
            raise Unavailable(
                "The database does not answer; nothing was saved, try again."
            ) from error
