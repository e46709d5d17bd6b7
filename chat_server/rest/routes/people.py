"""Who signs in, and visitors without sockets."""

from __future__ import annotations

from chat_server.rest import (
    files,
    proactive,
    session,
    visitors,
)
from chat_server.rest.call import Caller, Route
from chat_server.wire import acks, nouns
from chat_server.wire import proactive as v
from chat_server.wire import rest as w
from chat_server.wire.commands import GreetingSeen, SendVisitorMessage, SetConsent

ROUTES: tuple[Route, ...] = (
    Route("POST", "/session", session.sign_in, Caller.ANYONE, body=w.SignIn, returns=w.SignedIn),
    Route("GET", "/session", session.show, returns=w.SessionView),
    Route("DELETE", "/session", session.sign_out, status=204),
    # the widget without sockets
    Route(
        "POST",
        "/visitor/session",
        visitors.session,
        Caller.ANYONE,
        body=w.VisitorSessionBody,
        returns=w.VisitorSession,
    ),
    Route(
        "POST",
        "/visitor/messages",
        visitors.send,
        Caller.VISITOR,
        body=SendVisitorMessage,
        returns=acks.SendResult,
    ),
    Route(
        "GET",
        "/visitor/messages",
        visitors.messages,
        Caller.VISITOR,
        query=visitors.OwnMessagesQuery,
        returns=acks.ResumeResult,
    ),
    Route(
        "POST",
        "/visitor/greeting-seen",
        visitors.greeting_seen,
        Caller.VISITOR,
        body=GreetingSeen,
        returns=acks.Nothing,
    ),
    Route("GET", "/visitor/greetings", proactive.own, Caller.VISITOR, returns=v.OwnGreetings),
    Route(
        "POST",
        "/visitor/files",
        files.send_as_visitor,
        Caller.VISITOR,
        query=files.VisitorFileQuery,
        returns=acks.SendResult,
        takes_bytes=True,
    ),
    Route("GET", "/visitor/files/{id}", files.link, Caller.VISITOR, returns=w.FileLinkView),
    Route(
        "GET",
        "/visitor/files/{id}/bytes",
        files.bytes_by_key,
        Caller.ANYONE,
        query=files.KeyQuery,
        media="application/octet-stream",
    ),
    Route("GET", "/visitor/facts", visitors.facts, Caller.VISITOR, returns=acks.FactsResult),
    Route(
        "PATCH",
        "/visitor/facts/{id}",
        visitors.correct_fact,
        Caller.VISITOR,
        body=w.FactValue,
        returns=nouns.FactView,
    ),
    Route(
        "POST",
        "/visitor/facts/{id}/verdict",
        visitors.confirm_fact,
        Caller.VISITOR,
        body=w.FactVerdict,
        returns=nouns.FactView,
    ),
    Route(
        "DELETE",
        "/visitor/facts/{id}",
        visitors.forget_fact,
        Caller.VISITOR,
        returns=acks.ForgottenResult,
    ),
    Route(
        "POST",
        "/visitor/consent",
        visitors.set_consent,
        Caller.VISITOR,
        body=SetConsent,
        returns=acks.ConsentResult,
    ),
    Route("GET", "/visitor/export", visitors.export, Caller.VISITOR, returns=w.VisitorExport),
    Route("POST", "/visitor/erase", visitors.erase, Caller.VISITOR, returns=acks.ForgottenResult),
)
