"""Query strings of lists: filters, periods and cursors."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from chat_server.domain.credit import DAYS, MOST_DAYS, Crediting, touch_of
from chat_server.domain.customers.offer_report import OfferPick, pick_of
from chat_server.domain.desk import AuditFilter
from chat_server.domain.errors import Invalid
from chat_server.domain.message import clean_text
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.segments.rule import Belonging
from chat_server.wire.base import Identifier, Inbound, ShortText

_SEPARATOR = "|"


def _moment(value: object) -> object:
    """A bare date is the beginning of that day in UTC; a time without zone is UTC."""
    if not isinstance(value, str):
        return value
    try:
        if len(value) == len("2026-01-01"):
            day = date.fromisoformat(value)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
        moment = datetime.fromisoformat(value.replace("Z", "+00:00").replace(" ", "+"))
    except ValueError as error:
        raise ValueError("must be a date or an RFC 3339 time") from error
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError("must be within the calendar") from error


Moment = Annotated[datetime, BeforeValidator(_moment)]


class PageQuery(Inbound):
    """`cursor` is the `next` of the page before."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str, Field(max_length=300)] | None = None

    def piece(self, *, oldest_first: bool = False) -> Slice:
        """Raises Invalid for a cursor that is not ours."""
        if self.cursor is None:
            return Slice(self.limit, oldest_first)
        try:
            text = base64.urlsafe_b64decode(self.cursor.encode()).decode()
            at, _, last_id = text.partition(_SEPARATOR)
            moment = datetime.fromisoformat(at).astimezone(UTC)
            return Slice(self.limit, oldest_first, moment, clean_text(last_id))
        except (OverflowError, binascii.Error, UnicodeDecodeError, ValueError) as error:
            raise Invalid("This cursor is none of ours.", {"cursor": "unknown"}) from error


class SearchQuery(PageQuery):
    """By part of a name."""

    q: ShortText | None = None


class Period(Inbound):
    """[from, to)."""

    since: Annotated[Moment | None, Field(alias="from")] = None
    until: Annotated[Moment | None, Field(alias="to")] = None


class AuditQuery(SearchQuery, Period):
    """Lines in [from, to); `q` is looked for in names, actions and reasons, `actor` is an account or key."""

    actor: Identifier | None = None
    action: Identifier | None = None
    conversation: Identifier | None = None

    def wanted(self) -> AuditFilter:
        """As the store understands it."""
        return AuditFilter(
            words=self.q,
            actor_id=self.actor,
            action=self.action,
            conversation_id=self.conversation,
            since=self.since,
            until=self.until,
        )


class CampaignReportQuery(PageQuery, Period):
    """A page of campaigns, what they brought in [from, to)."""


class ExperimentReportQuery(SearchQuery):
    """Few to a page: each is counted anew."""

    limit: Annotated[int, Field(ge=1, le=20)] = 10


class CreditQuery(Period):
    """`window` is how many days an element may lie before an order."""

    window: Annotated[int, Field(ge=1, le=MOST_DAYS)] = DAYS


class RetentionQuery(Inbound):
    """`to` is the last day that is looked at; today when not given."""

    unit: Literal["week", "month"] = "month"
    until: Annotated[Moment | None, Field(alias="to")] = None


class DialogueQuery(PageQuery, Period):
    """Which dialogues; `outcome` has the conditions of the overview's figures; `credit` is `first.30.CODE`, as of an element's orders.

    `offer` is `ordered.by.bot`, as of the report on offers.
    """

    q: Annotated[ShortText, Field(max_length=200)] | None = None
    status: Literal["open", "snoozed", "resolved"] | None = None
    owner: Literal["bot", "queue", "agent", "mine"] | None = None
    agent: Identifier | None = None
    inbox: Identifier | None = None
    contact: Identifier | None = None
    tag: ShortText | None = None
    element: Identifier | None = None
    campaign: Identifier | None = None
    variant: ShortText | None = None
    experiment: Identifier | None = None
    arm: Annotated[int, Field(ge=0, le=100)] | None = None
    counted_by: Moment | None = None
    channel: Identifier | None = None
    locale: Identifier | None = None
    intent: Identifier | None = None
    took: Identifier | None = None
    handoff_reason: Identifier | None = None
    rating: Annotated[int, Field(ge=1, le=5)] | None = None
    agent_rating: Annotated[int, Field(ge=1, le=5)] | None = None
    segment: Identifier | None = None
    incentive: Identifier | None = None
    told: ShortText | None = None
    about: ShortText | None = None
    credit: ShortText | None = None
    offer: ShortText | None = None
    first_from: Moment | None = None
    first_to: Moment | None = None
    outcome: (
        Literal[
            "handed_off",
            "resolved",
            "unresolved",
            "bot_alone",
            "rated",
            "returning",
            "memory_used",
            "missed",
            "asked_again",
            "bot_rated",
            "taken",
            "waited",
            "waited_alone",
            "answered",
            "ordered",
            "coupon",
            "redeemed",
        ]
        | None
    ) = None
    order: Literal["newest", "oldest"] = "newest"

    def wanted(
        self,
        caller_id: str,
        inbox_id: str | None = None,
        segment: Belonging | None = None,
    ) -> DialogueFilter:
        """As the store understands it."""
        mine = self.owner == "mine"
        return DialogueFilter(
            query=self.q or None,
            status=self.status,
            owner="agent" if mine else self.owner,
            agent_id=caller_id if mine else self.agent,
            inbox_id=inbox_id,
            contact_id=self.contact,
            tag=self.tag,
            element=self.element,
            campaign=self.campaign,
            variant=self.variant,
            experiment=self.experiment,
            arm=self.arm,
            counted_by=self.counted_by,
            channel=self.channel,
            locale=self.locale,
            intent=self.intent,
            took=self.took,
            handoff_reason=self.handoff_reason,
            outcome=self.outcome,
            rating=self.rating,
            agent_rating=self.agent_rating,
            segment=segment,
            incentive=self.incentive,
            told=self.told,
            about=self.about,
            credit=self._credit(),
            offer=self._offer(),
            since=self.since,
            until=self.until,
            first_since=self.first_from,
            first_until=self.first_to,
        )

    def _credit(self) -> Crediting | None:
        touch = touch_of(self.credit) if self.credit else None
        if self.credit and touch is None:
            raise Invalid("Write it as first.30.CODE or last.30.CODE.", {"credit": "unknown"})
        return touch

    def _offer(self) -> OfferPick | None:
        pick = pick_of(self.offer) if self.offer else None
        if self.offer and pick is None:
            raise Invalid(
                "Write it as made.all, ordered.by.bot or known.sku.SKU.", {"offer": "unknown"}
            )
        return pick


class AfterQuery(Inbound):
    """The next after a number; the `next` of the page before is such a number, as `after` or as `cursor`."""

    after: Annotated[int, Field(ge=0, le=2**53)] = 0
    cursor: Annotated[int, Field(ge=0, le=2**53)] | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 200

    @property
    def last(self) -> int:
        """What the caller has already."""
        return self.after if self.cursor is None else self.cursor


def next_cursor(limit: int, count: int, at: datetime, last_id: str) -> str | None:
    """None when the page was not full."""
    return cursor_of(at, last_id) if count == limit else None


def cursor_of(at: datetime, last_id: str) -> str:
    """Of a place in a list."""
    text = f"{at.isoformat()}{_SEPARATOR}{last_id}"
    return base64.urlsafe_b64encode(text.encode()).decode()
