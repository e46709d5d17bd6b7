"""What marketers measure and try out."""

from __future__ import annotations

from chat_server.rest import (
    campaigns,
    elements,
    experiments,
    exports,
    incentives,
    marketing,
    offers,
    proactive,
    segments,
)
from chat_server.rest.call import Route
from chat_server.rest.paging import (
    AfterQuery,
    CampaignReportQuery,
    CreditQuery,
    DialogueQuery,
    ExperimentReportQuery,
    PageQuery,
    Period,
    RetentionQuery,
    SearchQuery,
)
from chat_server.wire import campaigns as p
from chat_server.wire import customers as c
from chat_server.wire import experiments as e
from chat_server.wire import incentives as i
from chat_server.wire import marketing as m
from chat_server.wire import proactive as v
from chat_server.wire import rest as w
from chat_server.wire import segments as g

ROUTES: tuple[Route, ...] = (  # response events
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
    Route(
        "GET",
        "/reports/retention",
        marketing.retention,
        query=RetentionQuery,
        returns=m.RetentionReport,
    ),
    Route("GET", "/reports/help", marketing.help_pages, query=Period, returns=m.HelpReport),
    Route("GET", "/reports/offers", offers.report, query=Period, returns=c.OfferReport),
    Route("GET", "/reports/incentives", incentives.report, query=Period, returns=i.IncentiveReport),
    Route(
        "GET",
        "/reports/campaigns",
        campaigns.report,
        query=CampaignReportQuery,
        returns=w.PageOf[p.CampaignFiguresView],
    ),
    Route(
        "GET",
        "/reports/experiments",
        experiments.reports,
        query=ExperimentReportQuery,
        returns=w.PageOf[e.ExperimentReport],
    ),
    Route("GET", "/reports/elements", elements.orders, query=CreditQuery, returns=m.ElementOrders),
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
    Route(
        "GET",
        "/do-not-contact",
        campaigns.do_not_contact,
        query=SearchQuery,
        returns=w.PageOf[p.AddressView],
    ),
    Route(
        "POST",
        "/do-not-contact",
        campaigns.keep_away,
        body=p.AddressBody,
        returns=p.AddressView,
        status=201,
    ),
    Route("POST", "/do-not-contact/{digest}/lift", campaigns.lift, body=p.LiftBody, status=204),
    Route("POST", "/mail/bounces", campaigns.bounces, returns=p.BouncesView),
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
    Route(
        "GET",
        "/elements/{code}/orders",
        elements.credit,
        query=CreditQuery,
        returns=m.ElementCredit,
    ),
    Route("PATCH", "/elements/{code}", elements.change, body=m.ElementPatch, returns=m.ElementView),
    Route("GET", "/elements/{code}/greeting", proactive.one, returns=v.GreetingRuleView),
    Route(
        "PUT",
        "/elements/{code}/greeting",
        proactive.put,
        body=v.GreetingBody,
        returns=v.GreetingRuleView,
    ),
    Route("DELETE", "/elements/{code}/greeting", proactive.remove, status=204),
)
