"""What administrators set up."""

from __future__ import annotations

from chat_server.rest import (
    admin,
    api_keys,
    teams,
    webhooks,
)
from chat_server.rest.call import Route
from chat_server.rest.paging import (
    PageQuery,
)
from chat_server.wire import rest as w
from chat_server.wire import staff as t
from chat_server.wire import webhooks as o

ROUTES: tuple[Route, ...] = (
    Route("GET", "/inboxes", admin.inboxes, returns=w.PageOf[w.InboxSettings]),
    Route("POST", "/inboxes", admin.add_inbox, body=w.InboxBody, returns=w.NewInbox, status=201),
    Route("GET", "/inboxes/{id}", admin.inbox, returns=w.InboxSettings),
    Route("PATCH", "/inboxes/{id}", admin.change_inbox, body=w.InboxPatch, returns=w.InboxSettings),
    Route(
        "PUT",
        "/inboxes/{id}/archived",
        admin.archive_inbox,
        body=w.ArchivedBody,
        returns=w.InboxSettings,
    ),
    Route(
        "POST",
        "/inboxes/{id}/secret",
        admin.rotate_secret,
        body=w.SecretBody,
        returns=w.RotatedSecret,
    ),
    Route("GET", "/agents", teams.agents, returns=w.PageOf[t.ColleagueView]),
    Route(
        "POST", "/agents", teams.add_account, body=t.AccountBody, returns=w.AccountView, status=201
    ),
    Route("GET", "/agents/{id}", teams.agent, returns=t.ColleagueView),
    Route("PUT", "/agents/{id}/password", teams.set_password, body=t.PasswordBody, status=204),
    Route("PATCH", "/agents/{id}", teams.change_agent, body=t.AgentPatch, returns=t.ColleagueView),
    Route("DELETE", "/agents/{id}", teams.remove_account, status=204),
    Route("GET", "/teams", teams.teams, returns=w.PageOf[t.TeamView]),
    Route("POST", "/teams", teams.add_team, body=t.TeamBody, returns=t.TeamView, status=201),
    Route("GET", "/teams/{id}", teams.team, returns=t.TeamView),
    Route("PATCH", "/teams/{id}", teams.change_team, body=t.TeamPatch, returns=t.TeamView),
    Route("DELETE", "/teams/{id}", teams.remove_team, status=204),
    Route("GET", "/api-keys", api_keys.keys, query=PageQuery, returns=w.PageOf[t.ApiKeyView]),
    Route("POST", "/api-keys", api_keys.add, body=t.ApiKeyBody, returns=t.NewApiKey, status=201),
    Route("DELETE", "/api-keys/{id}", api_keys.remove, status=204),
    Route("GET", "/webhooks", webhooks.webhooks, returns=w.PageOf[o.WebhookView]),
    Route("POST", "/webhooks", webhooks.add, body=o.WebhookBody, returns=o.NewWebhook, status=201),
    Route("GET", "/webhooks/{id}", webhooks.webhook, returns=o.WebhookView),
    Route("PATCH", "/webhooks/{id}", webhooks.change, body=o.WebhookPatch, returns=o.WebhookView),
    Route("DELETE", "/webhooks/{id}", webhooks.remove, status=204),
    Route("POST", "/webhooks/{id}/secret", webhooks.rotate, returns=o.NewWebhook),
    Route("POST", "/webhooks/{id}/test", webhooks.ping, returns=o.WebhookDeliveryView),
    Route(
        "GET",
        "/webhooks/{id}/deliveries",
        webhooks.deliveries,
        query=webhooks.DeliveriesQuery,
        returns=w.PageOf[o.WebhookDeliveryView],
    ),
    Route(
        "POST",
        "/webhooks/{id}/deliveries/{delivery}/redeliver",
        webhooks.redeliver,
        returns=o.WebhookDeliveryView,
    ),
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
    Route(
        "PATCH",
        "/canned-replies/{id}",
        admin.change_canned_reply,
        body=w.CannedReplyPatch,
        returns=w.CannedReplyView,
    ),
    Route("DELETE", "/canned-replies/{id}", admin.remove_canned_reply, status=204),
)
