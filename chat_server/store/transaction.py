"""One transaction with all repositories."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from chat_server.domain import response_event
from chat_server.domain.conversation import Conversation
from chat_server.domain.events import EventType

from .absences import AbsenceRows
from .agents import AgentRows
from .bot_jobs import BotJobRows
from .campaigns import CampaignRows
from .contact_history import ContactHistoryRows
from .contacts import ContactRows
from .conversations import ConversationRows
from .credited_days import CreditedDayRows
from .desk import DeskRows
from .elements import ElementRows
from .erasures import ErasureRows
from .experiments import ExperimentRows
from .facts import FactRows
from .files import FileRows
from .followed_days import FollowedDayRows
from .hearing import HearingRows
from .inboxes import InboxRows
from .incentives import IncentiveRows
from .lessons import LessonRows
from .listening import ListeningRows
from .log import LogRows
from .many import many
from .mapping import ResponseEventRow, as_row
from .merges import MergeRows
from .messages import MessageRows
from .outbox import OutboxRows
from .outlived import OutlivedRows
from .proactive import GreetingRows
from .published_codes import PublishedCodeRows
from .purchases import PurchaseRows
from .recall import RecallRows
from .rises import RiseRows
from .rollups import RollupRows
from .segments import SegmentRows
from .shop import ShopRows
from .teams import TeamRows
from .touches import TouchRows
from .transcripts import TranscriptRows
from .turns import TurnRows
from .webhooks import WebhookRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.events import Event
    from chat_server.domain.live import LiveEvent
    from chat_server.domain.step import Step


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
    def credited_days(self) -> CreditedDayRows:
        return CreditedDayRows(self._session)

    @cached_property
    def followed_days(self) -> FollowedDayRows:
        return FollowedDayRows(self._session)

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
    def published_codes(self) -> PublishedCodeRows:
        return PublishedCodeRows(self._session)

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
