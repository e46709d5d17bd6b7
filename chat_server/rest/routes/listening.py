"""What customers say: desk, listening, customers and lessons."""

from __future__ import annotations

from chat_server.rest import (
    answering,
    customers,
    desk,
    kept,
    lessons,
    listening,
)
from chat_server.rest.call import Route
from chat_server.rest.paging import (
    AuditQuery,
    Period,
)
from chat_server.wire import answering as a
from chat_server.wire import customers as c
from chat_server.wire import desk as d
from chat_server.wire import lessons as k
from chat_server.wire import listening as h
from chat_server.wire import rest as w
from chat_server.wire import retention as r

ROUTES: tuple[Route, ...] = (
    Route("GET", "/desk/coders", desk.coders, returns=w.PageOf[d.CandidateView]),
    Route("GET", "/desk/samples", desk.samples, returns=w.PageOf[d.SampleView]),
    Route("POST", "/desk/samples", desk.draw, body=d.SampleBody, returns=d.SampleSheet, status=201),
    Route("GET", "/desk/samples/{id}", desk.sample, returns=d.SampleSheet),
    Route("GET", "/desk/samples/{id}/agreement", desk.agreement, returns=d.AgreementView),
    Route("POST", "/desk/samples/{id}/done", desk.finish, returns=d.SampleSheet),
    Route(
        "GET", "/desk/samples/{id}/dialogues/{conversation}", desk.dialogue, returns=d.ReadingView
    ),
    Route(
        "PUT",
        "/desk/samples/{id}/dialogues/{conversation}/code",
        desk.code,
        body=d.CodeChoice,
        returns=d.CodeChoice,
    ),
    Route(
        "POST",
        "/conversations/{id}/reveal",
        desk.reveal,
        body=d.RevealBody,
        returns=d.Revealed,
    ),
    Route("GET", "/audit", desk.audit, query=AuditQuery, returns=w.PageOf[d.AuditView]),
    Route("GET", "/reviewers", desk.reviewers, returns=w.PageOf[d.ReviewerView]),
    Route("PUT", "/reviewers/{id}", desk.grant, body=d.GrantBody, returns=d.ReviewerView),
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
    Route("GET", "/reports/bot", answering.bot, query=Period, returns=a.BotReport, figures=True),
    Route("GET", "/reports/agents", answering.agents, query=Period, returns=a.AgentsReport),
    Route("GET", "/reports/listening", listening.report, query=Period, returns=h.ListeningReport),
    Route("GET", "/retention", kept.kept, returns=w.PageOf[r.KeptView]),
    Route("GET", "/rises", listening.rises, returns=h.RecentRises),
    Route("PUT", "/rises/mails", listening.rise_mails, body=h.RiseMailsBody, status=204),
    Route(
        "POST",
        "/conversations/{id}/rating",
        listening.rate,
        body=h.AgentRatingBody,
        status=204,
    ),
    Route("GET", "/reports/customers", customers.report, returns=c.CustomerReport),
    Route(
        "GET",
        "/conversations/{id}/next-offer",
        customers.next_offer,
        query=customers.NextOfferQuery,
        returns=c.OfferView,
    ),
    Route(
        "POST",
        "/conversations/{id}/offers",
        customers.offered,
        body=c.OfferStepBody,
        status=204,
    ),
)
