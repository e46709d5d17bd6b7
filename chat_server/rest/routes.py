"""The whole URL table of `/api/v1`."""

from __future__ import annotations

from chat_server.wire import acks, nouns
from chat_server.wire import campaigns as p
from chat_server.wire import customers as c
from chat_server.wire import experiments as e
from chat_server.wire import lessons as k
from chat_server.wire import marketing as m
from chat_server.wire import rest as w
from chat_server.wire import segments as g
from chat_server.wire import shop as s
from chat_server.wire import staff as t
from chat_server.wire.card import HandoffCardView
from chat_server.wire.commands import GreetingSeen, SendVisitorMessage, SetConsent
from chat_server.wire.recall import RecallResult

from . import (
    admin,
    campaigns,
    contacts,
    conversations,
    customers,
    elements,
    experiments,
    exports,
    handoff_card,
    lessons,
    marketing,
    recall,
    segments,
    session,
    shop,
    teams,
    visitors,
)
from .call import Caller, Route
from .paging import AfterQuery, DialogueQuery, PageQuery, Period, SearchQuery

ANYONE, VISITOR = Caller.ANYONE, Caller.VISITOR

ROUTES: tuple[Route, ...] = (
    Route("POST", "/session", session.sign_in, ANYONE, body=w.SignIn, returns=w.SignedIn),
    Route("GET", "/session", session.show, returns=w.SessionView),
    Route("DELETE", "/session", session.sign_out, status=204),
    # the widget without sockets
    Route(
        "POST",
        "/visitor/session",
        visitors.session,
        ANYONE,
        body=w.VisitorSessionBody,
        returns=w.VisitorSession,
    ),
    Route(
        "POST",
        "/visitor/messages",
        visitors.send,
        VISITOR,
        body=SendVisitorMessage,
        returns=acks.SendResult,
    ),
    Route(
        "GET",
        "/visitor/messages",
        visitors.messages,
        VISITOR,
        query=visitors.OwnMessagesQuery,
        returns=acks.ResumeResult,
    ),
    Route(
        "POST",
        "/visitor/greeting-seen",
        visitors.greeting_seen,
        VISITOR,
        body=GreetingSeen,
        returns=acks.Nothing,
    ),
    Route("GET", "/visitor/facts", visitors.facts, VISITOR, returns=acks.FactsResult),
    Route(
        "PATCH",
        "/visitor/facts/{id}",
        visitors.correct_fact,
        VISITOR,
        body=w.FactValue,
        returns=nouns.FactView,
    ),
    Route(
        "POST",
        "/visitor/facts/{id}/verdict",
        visitors.confirm_fact,
        VISITOR,
        body=w.FactVerdict,
        returns=nouns.FactView,
    ),
    Route(
        "DELETE",
        "/visitor/facts/{id}",
        visitors.forget_fact,
        VISITOR,
        returns=acks.ForgottenResult,
    ),
    Route(
        "POST",
        "/visitor/consent",
        visitors.set_consent,
        VISITOR,
        body=SetConsent,
        returns=acks.ConsentResult,
    ),
    Route("GET", "/visitor/export", visitors.export, VISITOR, returns=w.VisitorExport),
    Route("POST", "/visitor/erase", visitors.erase, VISITOR, returns=acks.ForgottenResult),
    # dialogues
    Route(
        "GET",
        "/conversations",
        conversations.search,
        query=DialogueQuery,
        returns=w.PageOf[w.TranscriptRow],
    ),
    Route("GET", "/conversations/{id}", conversations.one, returns=nouns.ConversationView),
    Route(
        "GET",
        "/conversations/{id}/messages",
        conversations.messages,
        query=AfterQuery,
        returns=w.PageOf[nouns.MessageView],
    ),
    Route("GET", "/conversations/{id}/card", handoff_card.card, returns=HandoffCardView),
    # contacts
    Route(
        "GET", "/contacts", contacts.search, query=SearchQuery, returns=w.PageOf[nouns.ContactView]
    ),
    Route("GET", "/contacts/{id}", contacts.one, returns=w.ContactDetail),
    Route("DELETE", "/contacts/{id}", contacts.erase, returns=acks.ForgottenResult),
    Route("GET", "/contacts/{id}/erasures", contacts.erasures, returns=w.ErasureProof),
    Route("GET", "/erasures/{id}", contacts.erasure, returns=nouns.ReceiptView),
    Route(
        "GET",
        "/contacts/{id}/merge-preview",
        contacts.merge_preview,
        query=contacts.MergeQuery,
        returns=w.MergePreviewView,
    ),
    Route("GET", "/contacts/{id}/merges", contacts.merges, returns=w.PageOf[w.MergeView]),
    Route("POST", "/contacts/merges/{id}/undo", contacts.undo_merge, returns=w.MergeView),
    Route(
        "GET",
        "/contacts/{id}/facts",
        contacts.facts,
        query=contacts.FactsQuery,
        returns=w.PageOf[nouns.FactView],
    ),
    Route(
        "POST",
        "/contacts/{id}/facts",
        contacts.add_fact,
        body=w.FactBody,
        returns=nouns.FactView,
        status=201,
    ),
    Route(
        "GET",
        "/contacts/{id}/recall",
        recall.recall,
        query=recall.RecallQuery,
        returns=RecallResult,
    ),
    Route("GET", "/contacts/{id}/export", contacts.export, returns=w.VisitorExport),
    # response events
    Route(
        "GET",
        "/response-events",
        marketing.response_events,
        query=DialogueQuery,
        returns=w.PageOf[m.ResponseEventView],
    ),
    Route("GET", "/response-events/{id}", marketing.response_event, returns=m.ResponseEventView),
    Route("GET", "/events", marketing.events, query=AfterQuery, returns=w.PageOf[m.EventView]),
    Route(
        "GET",
        "/exports/{what}.{kind}",
        exports.export,
        query=DialogueQuery,
        media="application/octet-stream",
    ),
    Route("GET", "/reports/overview", marketing.overview, query=Period, returns=m.Overview),
    Route("GET", "/reports/help", marketing.help_pages, query=Period, returns=m.HelpReport),
    Route("GET", "/reports/memory", marketing.memory, query=Period, returns=m.MemoryReport),
    Route(
        "GET",
        "/campaigns",
        marketing.campaigns,
        query=PageQuery,
        returns=w.PageOf[m.CampaignView],
    ),
    Route(
        "POST",
        "/campaigns",
        marketing.add_campaign,
        body=m.CampaignBody,
        returns=m.CampaignView,
        status=201,
    ),
    Route("GET", "/campaigns/refused", campaigns.refused, returns=p.RefusedView),
    Route("GET", "/campaigns/{id}", campaigns.one, returns=p.CampaignDetail),
    Route(
        "PUT",
        "/campaigns/{id}/plan",
        campaigns.change,
        body=p.CampaignPlanBody,
        returns=p.CampaignDetail,
    ),
    Route("GET", "/campaigns/{id}/dry-run", campaigns.dry_run, returns=p.DryRunView),
    Route("POST", "/campaigns/{id}/start", campaigns.start, returns=p.CampaignDetail),
    Route("POST", "/campaigns/{id}/pause", campaigns.pause, returns=p.CampaignDetail),
    Route("POST", "/campaigns/{id}/resume", campaigns.resume, returns=p.CampaignDetail),
    Route("POST", "/campaigns/{id}/cancel", campaigns.cancel, returns=p.CampaignDetail),
    Route("GET", "/elements", marketing.elements, query=PageQuery, returns=w.PageOf[m.ElementView]),
    Route(
        "POST",
        "/elements",
        marketing.add_element,
        body=m.ElementBody,
        returns=m.ElementView,
        status=201,
    ),
    # experiments
    Route(
        "GET",
        "/experiments",
        experiments.experiments,
        query=SearchQuery,
        returns=w.PageOf[e.ExperimentView],
    ),
    Route("POST", "/experiments/plan", experiments.plan, body=e.PlanBody, returns=e.PlanView),
    Route(
        "POST",
        "/experiments",
        experiments.add,
        body=e.ExperimentBody,
        returns=e.ExperimentView,
        status=201,
    ),
    Route("GET", "/experiments/{id}", experiments.report, returns=e.ExperimentReport),
    Route(
        "PATCH",
        "/experiments/{id}",
        experiments.change,
        body=e.ExperimentBody,
        returns=e.ExperimentView,
    ),
    Route("DELETE", "/experiments/{id}", experiments.remove, status=204),
    Route("POST", "/experiments/{id}/start", experiments.start, returns=e.ExperimentReport),
    Route("POST", "/experiments/{id}/end", experiments.end, returns=e.ExperimentReport),
    # segments
    Route("GET", "/segments", segments.segments, returns=w.PageOf[g.SegmentView]),
    Route("GET", "/segments/fields", segments.fields, returns=g.SegmentFields),
    Route(
        "POST",
        "/segments/preview",
        segments.preview,
        body=g.SegmentRuleBody,
        returns=g.SegmentPreview,
    ),
    Route(
        "POST",
        "/segments",
        segments.add,
        body=g.SegmentBody,
        returns=g.SegmentView,
        status=201,
    ),
    Route("PATCH", "/segments/{id}", segments.change, body=g.SegmentBody, returns=g.SegmentView),
    Route("DELETE", "/segments/{id}", segments.remove, status=204),
    Route("GET", "/elements/{code}", elements.report, query=Period, returns=m.ElementReport),
    Route("PATCH", "/elements/{code}", elements.change, body=m.ElementPatch, returns=m.ElementView),
    # what the bot learns from
    Route("GET", "/learning/lines", lessons.lines, query=lessons.LinesQuery, returns=k.LineQueue),
    Route("GET", "/learning/intents", lessons.intents, returns=w.PageOf[k.IntentView]),
    Route("GET", "/learning/lessons", lessons.reviewed, returns=w.PageOf[k.LessonView]),
    Route(
        "POST",
        "/learning/lessons",
        lessons.review,
        body=k.ReviewBody,
        returns=w.PageOf[k.LessonView],
        status=201,
    ),
    Route("DELETE", "/learning/lessons/{id}", lessons.undo, status=204),
    Route("GET", "/learning/changes", lessons.changes, media="text/x-diff"),
    Route("GET", "/reports/customers", customers.report, returns=c.CustomerReport),
    # the shop
    Route(
        "GET",
        "/offers",
        customers.offers,
        query=customers.OffersQuery,
        returns=w.PageOf[c.OfferView],
    ),
    Route("GET", "/orders", shop.orders, query=shop.OrdersQuery, returns=w.PageOf[s.OrderView]),
    Route(
        "POST",
        "/orders/{number}/returns",
        shop.request_return,
        body=s.ReturnBody,
        returns=s.ReturnView,
        status=201,
    ),
    Route(
        "GET",
        "/products",
        shop.products,
        query=shop.ProductsQuery,
        returns=w.PageOf[s.ProductView],
    ),
    Route("GET", "/coupons", shop.coupons, query=shop.CouponsQuery, returns=w.PageOf[s.CouponView]),
    # administration
    Route("GET", "/inboxes", admin.inboxes, returns=w.PageOf[w.InboxSettings]),
    Route("GET", "/inboxes/{id}", admin.inbox, returns=w.InboxSettings),
    Route("PATCH", "/inboxes/{id}", admin.change_inbox, body=w.InboxPatch, returns=w.InboxSettings),
    Route("GET", "/agents", teams.agents, returns=w.PageOf[t.ColleagueView]),
    Route("PATCH", "/agents/{id}", teams.change_agent, body=t.AgentPatch, returns=t.ColleagueView),
    Route("GET", "/teams", teams.teams, returns=w.PageOf[t.TeamView]),
    Route("POST", "/teams", teams.add_team, body=t.TeamBody, returns=t.TeamView, status=201),
    Route("GET", "/teams/{id}", teams.team, returns=t.TeamView),
    Route("PATCH", "/teams/{id}", teams.change_team, body=t.TeamPatch, returns=t.TeamView),
    Route("DELETE", "/teams/{id}", teams.remove_team, status=204),
    Route("GET", "/bots", admin.bots, returns=w.PageOf[w.BotProcessView]),
    Route("GET", "/canned-replies", admin.canned_replies, returns=w.PageOf[w.CannedReplyView]),
    Route(
        "POST",
        "/canned-replies",
        admin.add_canned_reply,
        body=w.CannedReplyBody,
        returns=w.CannedReplyView,
        status=201,
    ),
)
