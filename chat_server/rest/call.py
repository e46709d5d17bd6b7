"""What a handler is given, and what a route declares."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from chat_server.domain.bot_turn import BotState
from chat_server.domain.errors import NotFound
from chat_server.services.access import AgentCaller, VisitorCaller
from chat_server.services.accounts import Accounts
from chat_server.services.administration import Administration
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.api_keys import ApiKeys
from chat_server.services.assignments import Assignments
from chat_server.services.bot_jobs import BotJobs
from chat_server.services.bot_offers import BotOffers
from chat_server.services.bots import Bots
from chat_server.services.campaigns import (
    CampaignKeeping,
    Campaigns,
    MailAddresses,
    MailAnswers,
)
from chat_server.services.canned_replies import CannedReplies
from chat_server.services.consents import Consents
from chat_server.services.contact_history import ContactHistory
from chat_server.services.contacts import Contacts
from chat_server.services.conversation_lists import ConversationLists
from chat_server.services.coupon_codes import CouponCodes
from chat_server.services.coupons import Coupons
from chat_server.services.customers import Customers
from chat_server.services.desk import Desk
from chat_server.services.element_report import ElementReports
from chat_server.services.elements import Elements
from chat_server.services.erasures import Erasures
from chat_server.services.experiments import Experiments
from chat_server.services.exposures import Exposures
from chat_server.services.files import Files
from chat_server.services.handoff_card import HandoffCards
from chat_server.services.help_pages import Help
from chat_server.services.help_report import HelpReports
from chat_server.services.identity import VisitorIdentity
from chat_server.services.inboxes import Inboxes
from chat_server.services.incentives import Incentives
from chat_server.services.lessons import Lessons
from chat_server.services.letters import Letters
from chat_server.services.listening import Listening
from chat_server.services.memory import Memory, Recall
from chat_server.services.merges import Merges
from chat_server.services.offer_report import OfferReports
from chat_server.services.order_imports import OrderImports
from chat_server.services.own_intents import OwnIntents
from chat_server.services.points import Points
from chat_server.services.proactive import ProactiveGreetings
from chat_server.services.published_codes import PublishedCodes
from chat_server.services.rate_limits import RateLimits
from chat_server.services.ready_answers import ReadyAnswers
from chat_server.services.reports import Reports
from chat_server.services.retention import KeptReports
from chat_server.services.reveals import Reveals
from chat_server.services.rises import Rises
from chat_server.services.segments import Segments
from chat_server.services.shop import Shop
from chat_server.services.teams import Teams
from chat_server.services.transcripts import Transcripts
from chat_server.services.verdicts import Verdicts
from chat_server.services.visitor_messages import VisitorMessages
from chat_server.services.webhooks import Webhooks

# Methods that change nothing.
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_ID = re.compile(r"[A-Za-z0-9_.:#-]{1,64}")


def known_id(given: str) -> str:
    """Raises NotFound for what no database should be asked about."""
    if not _ID.fullmatch(given):
        raise NotFound("There is nothing with this id.")
    return given


@dataclass(frozen=True)
class RestServices:
    """What REST drives."""

    accounts: Accounts
    administration: Administration
    api_keys: ApiKeys
    canned_replies: CannedReplies
    identity: VisitorIdentity
    visitor_messages: VisitorMessages
    agent_messages: AgentMessages
    files: Files
    lists: ConversationLists
    memory: Memory
    recall: Recall
    consents: Consents
    coupons: Coupons
    erasures: Erasures
    merges: Merges
    lessons: Lessons
    points: Points
    desk: Desk
    reveals: Reveals
    own_intents: OwnIntents
    bot_jobs: BotJobs
    letters: Letters
    contacts: Contacts
    inboxes: Inboxes
    incentives: Incentives
    published_codes: PublishedCodes
    coupon_codes: CouponCodes
    elements: Elements
    campaigns: Campaigns
    campaign_keeping: CampaignKeeping
    mail_answers: MailAnswers
    mail_addresses: MailAddresses
    element_reports: ElementReports
    experiments: Experiments
    greetings: ProactiveGreetings
    exposures: Exposures
    reports: Reports
    help: Help
    help_reports: HelpReports
    transcripts: Transcripts
    segments: Segments
    customers: Customers
    bot_offers: BotOffers
    offer_reports: OfferReports
    listening: Listening
    rises: Rises
    kept: KeptReports
    contact_history: ContactHistory
    verdicts: Verdicts
    shop: Shop
    order_imports: OrderImports
    assignments: Assignments
    handoff_cards: HandoffCards
    teams: Teams
    bots: Bots
    bot_state: Callable[[], BotState]
    webhooks: Webhooks
    ready: ReadyAnswers
    limits: RateLimits


class Caller(Enum):
    """Who may call a route at all; finer rights are the services'."""

    ANYONE = "anyone"
    VISITOR = "visitor"
    ACCOUNT = "account"


@dataclass(frozen=True)
class Call:
    """One request, checked: `query` and `body` are the route's models."""

    services: RestServices
    request: web.Request
    query: Any
    body: Any
    account: AgentCaller | None = None
    visitor: VisitorCaller | None = None

    @property
    def agent(self) -> AgentCaller:
        """The account; only on routes for accounts."""
        assert self.account is not None  # noqa: S101 - the route's declaration guarantees it
        return self.account

    @property
    def contact_browser(self) -> VisitorCaller:
        """The visitor; only on routes for visitors."""
        assert self.visitor is not None  # noqa: S101 - the route's declaration guarantees it
        return self.visitor

    @property
    def locale(self) -> str:
        """The language that the reader prefers, as their browser says."""
        return self.request.headers.get("Accept-Language", "").partition(",")[0].partition(";")[0]

    def path(self, name: str) -> str:
        """A part of the path; what cannot be an id of ours is the id of nothing."""
        return known_id(self.request.match_info[name])


Handler = Callable[[Call], Awaitable[BaseModel | web.StreamResponse | None]]


@dataclass(frozen=True)
class Route:
    """One line of the URL table; a handler's docstring is its summary in the reference.

    The answer of one of `figures` has nothing else, neither words nor people, and may be kept ready.
    """

    method: str
    path: str
    handler: Handler
    caller: Caller = Caller.ACCOUNT
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    returns: type[BaseModel] | None = None
    status: int = 200
    media: str = "application/json"
    takes_bytes: bool = False
    figures: bool = False
