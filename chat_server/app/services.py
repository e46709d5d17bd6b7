"""All use cases, joined with store and bot."""

from __future__ import annotations

from urllib.parse import urlsplit

from chat_server.broadcast.together import Together
from chat_server.domain.masking import Pseudonyms
from chat_server.domain.ports import Bot, Clock, Meaning
from chat_server.files.local import LocalStorage
from chat_server.hearing.order_numbers import OrderNumbers
from chat_server.help.folder import HelpFolder
from chat_server.jobs.bot_turns import TurnWorkers
from chat_server.masking.finder import RuleFinder
from chat_server.rest.call import RestServices
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
from chat_server.services.masking import Masking
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
from chat_server.services.secret_box import SecretBox
from chat_server.services.segments import Segments
from chat_server.services.setup import Setup
from chat_server.services.shop import Shop
from chat_server.services.teams import Teams
from chat_server.services.transcripts import Transcripts
from chat_server.services.verdicts import Verdicts
from chat_server.services.visitor_messages import VisitorMessages
from chat_server.services.webhooks import Webhooks
from chat_server.settings import Settings
from chat_server.store.sql_store import SqlStore
from chat_server.taught.folder import TaughtFolder


def make_masking(settings: Settings) -> Masking:
    """For everything that leaves to who may not know contacts."""
    return Masking(
        RuleFinder(
            OrderNumbers.of(settings.order_numbers),
            frozenset(urlsplit(one).netloc for one in settings.own_origins),
        ),
        Pseudonyms(settings.secret_key),
    )


def make_services(  # noqa: PLR0913 - all of them are joined only here
    settings: Settings,
    store: SqlStore,
    bot: Bot,
    clock: Clock,
    workers: TurnWorkers,
    together: Together,
    *,
    masking: Masking,
    webhooks: Webhooks,
    ready: ReadyAnswers,
    model: Meaning | None = None,
) -> RestServices:
    """For sockets and REST alike."""
    mail = settings.smtp_url is not None
    customers = Customers(store, clock)
    pages, taught = HelpFolder(settings.help), TaughtFolder(settings.nlu_data)
    accounts, box = Accounts(store, clock, settings.bot_token), SecretBox(settings.secret_key)
    visitors = VisitorMessages(store, clock, workers.wake, mail=mail)
    agents, storage = AgentMessages(store, clock, masking), LocalStorage(settings.files)
    return RestServices(
        accounts=accounts,
        administration=Administration(store, clock, accounts, Setup(store, clock, accounts, box)),
        api_keys=ApiKeys(store, clock),
        canned_replies=CannedReplies(store),
        identity=VisitorIdentity(
            store,
            clock,
            box,
            settings.own_origins,
            wildcard=settings.demo,
        ),
        visitor_messages=visitors,
        agent_messages=agents,
        files=Files(
            store,
            clock,
            storage,
            settings.file_rules,
            settings.secret_key,
            visitors=visitors,
            agents=agents,
        ),
        lists=ConversationLists(store, masking),
        memory=Memory(store, clock),
        recall=Recall(store, model),
        consents=Consents(store, clock),
        erasures=Erasures(store, clock, bot, storage),
        merges=Merges(store, clock),
        desk=Desk(store, clock, masking),
        reveals=Reveals(store, clock),
        lessons=Lessons(store, clock, taught, masking, model),
        own_intents=OwnIntents(store, clock, taught),
        bot_jobs=BotJobs(store, clock),
        letters=Letters(store, clock, mail=mail),
        contacts=Contacts(store, clock),
        inboxes=Inboxes(store, wildcard=settings.demo),
        elements=Elements(store, clock, settings.secret_key),
        campaigns=Campaigns(store, clock, mail=mail),
        campaign_keeping=CampaignKeeping(store, clock),
        mail_addresses=MailAddresses(store, clock),
        mail_answers=MailAnswers(store, clock, settings.secret_key),
        element_reports=ElementReports(store),
        experiments=Experiments(store, clock),
        exposures=Exposures(store, clock),
        greetings=ProactiveGreetings(store, clock),
        reports=Reports(store),
        help=Help(pages),
        help_reports=HelpReports(store, pages, masking),
        transcripts=Transcripts(store, masking),
        segments=Segments(store, clock),
        customers=customers,
        bot_offers=BotOffers(store, clock, customers),
        offer_reports=OfferReports(store),
        contact_history=ContactHistory(store, clock, masking),
        listening=Listening(store, clock, masking),
        rises=Rises(store, clock, mail=mail),
        kept=KeptReports(store, settings.retention),
        verdicts=Verdicts(store, clock),
        shop=Shop(store, clock),
        order_imports=OrderImports(store, clock),
        coupons=Coupons(store, clock),
        incentives=Incentives(store, clock),
        coupon_codes=CouponCodes(store, clock),
        published_codes=PublishedCodes(store, clock),
        points=Points(store, clock),
        handoff_cards=HandoffCards(store, clock),
        assignments=Assignments(store, clock),
        teams=Teams(store),
        bots=Bots(bot),
        bot_state=bot.state,
        webhooks=webhooks,
        ready=ready,
        limits=RateLimits(enabled=settings.rate_limits, shared=together.buckets),
    )
