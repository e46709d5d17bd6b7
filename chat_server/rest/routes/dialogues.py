"""Dialogues and the people in them."""

from __future__ import annotations

from chat_server.rest import (
    contact_history,
    contacts,
    conversations,
    files,
    handoff_card,
    recall,
)
from chat_server.rest.call import Route
from chat_server.rest.paging import (
    AfterQuery,
    DialogueQuery,
    SearchQuery,
)
from chat_server.wire import acks, nouns
from chat_server.wire import history as y
from chat_server.wire import rest as w
from chat_server.wire.card import HandoffCardView
from chat_server.wire.recall import RecallResult

ROUTES: tuple[Route, ...] = (  # dialogues
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
    Route(
        "POST",
        "/conversations/{id}/files",
        files.send_as_agent,
        query=files.AgentFileQuery,
        returns=acks.SendResult,
        takes_bytes=True,
    ),
    Route("GET", "/files/{id}", files.bytes_for_account, media="application/octet-stream"),
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
        "/contacts/{id}/history",
        contact_history.history,
        query=contact_history.HistoryQuery,
        returns=y.ContactHistoryView,
    ),
    Route(
        "POST",
        "/contacts/{id}/call-notes",
        contact_history.add_note,
        body=y.CallNoteBody,
        returns=y.CallNoteView,
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
)
