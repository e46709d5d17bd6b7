"""Who may call what: one row a route, one letter a role; a route without a row fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from chat_server.rest.routes import ROUTES
from tests.hub.clients import Clients, client_id

if TYPE_CHECKING:
    from tests.hub.running import LocalHub

# One letter for each of: nobody, visitor's token, agent, marketer, admin, bot, API key of an administrator.
# `y` allowed (2xx, or 4xx for the sake of the made-up object only), `n` 403, `-` 401.
ROLES = ("nobody", "visitor", "anna", "katrin", "einar", "bot", "api key")
TABLE = """
POST   /session                      yyyyyyy
GET    /session                      --yyynn
DELETE /session                      --yyyyy
POST   /visitor/session              yyyyyyy
POST   /visitor/messages             -y-----
GET    /visitor/messages             -y-----
POST   /visitor/greeting-seen        -y-----
GET    /visitor/greetings            -y-----
POST   /visitor/files                -y-----
GET    /visitor/files/{id}           -y-----
GET    /visitor/files/{id}/bytes     yyyyyyy
GET    /visitor/facts                -y-----
PATCH  /visitor/facts/{id}           -y-----
POST   /visitor/facts/{id}/verdict   -y-----
DELETE /visitor/facts/{id}           -y-----
GET    /visitor/export               -y-----
POST   /visitor/consent              -y-----
POST   /visitor/erase                -y-----
GET    /conversations                --yyyny
GET    /conversations/{id}           --yyyny
GET    /conversations/{id}/messages  --yyyny
GET    /conversations/{id}/card      --ynyny
POST   /conversations/{id}/files     --ynyny
GET    /files/{id}                   --ynyny
GET    /contacts                     --ynyny
GET    /contacts/{id}                --ynyny
DELETE /contacts/{id}                --nnyny
GET    /contacts/{id}/erasures       --nnyny
GET    /erasures/{id}                --nnyny
GET    /contacts/{id}/merge-preview  --ynyny
GET    /contacts/{id}/merges         --ynyny
GET    /contacts/{id}/recall         --ynyny
GET    /contacts/{id}/history        --yyyny
POST   /contacts/{id}/call-notes     --ynyny
POST   /contacts/merges/{id}/undo    --nnyny
GET    /contacts/{id}/facts          --ynyny
POST   /contacts/{id}/facts          --ynyny
GET    /contacts/{id}/export         --nnyny
GET    /response-events              --nyyny
GET    /response-events/{id}         --nyyny
GET    /events                       --nyyny
GET    /exports/{what}.{kind}        --nyyny
GET    /reports/overview             --nyyny
GET    /reports/memory               --nyyny
GET    /reports/help                 --nyyny
GET    /reports/campaigns            --nyyny
GET    /reports/elements             --nyyny
GET    /reports/experiments          --nyyny
GET    /reports/bot                  --nyyny
GET    /reports/agents               --nyyny
GET    /reports/retention            --nyyny
GET    /retention                    --nyyny
GET    /rises                        --nyyny
PUT    /rises/mails                  --nyynn
GET    /learning/lines               --nyyny
GET    /learning/intents             --nyyny
GET    /learning/lessons             --nyyny
GET    /desk/coders                  --nyyny
GET    /desk/samples                 --nyyny
POST   /desk/samples                 --nyyny
GET    /desk/samples/{id}            --nyyny
GET    /desk/samples/{id}/agreement  --nyyny
POST   /desk/samples/{id}/done       --nyyny
GET    /desk/samples/{id}/dialogues/{conversation} --nyyny
PUT    /desk/samples/{id}/dialogues/{conversation}/code --nyyny
POST   /conversations/{id}/reveal    --nnyny
GET    /audit                        --nnyny
GET    /reviewers                    --nnyny
PUT    /reviewers/{id}               --nnyny
POST   /learning/lessons             --nyyny
DELETE /learning/lessons/{id}        --nyyny
GET    /learning/changes             --nyyny
POST   /learning/intents             --nyyny
DELETE /learning/intents/{id}        --nyyny
GET    /learning/jobs                --nyyny
POST   /learning/trainings           --nnyny
DELETE /learning/jobs/{id}           --nnyny
POST   /learning/trainings/{id}/promote --nnyny
POST   /learning/roll-back           --nnyny
POST   /trainer/work                 --nnnyn
POST   /trainer/work/{id}            --nnnyn
GET    /campaigns                    --nyyny
POST   /campaigns                    --nyyny
GET    /do-not-contact               --nyyny
POST   /do-not-contact               --nyyny
POST   /do-not-contact/{digest}/lift --nyyny
POST   /mail/bounces                 --nyyny
GET    /campaigns/refused            --nyyny
GET    /campaigns/{id}               --nyyny
PATCH  /campaigns/{id}               --nyyny
DELETE /campaigns/{id}               --nyyny
PUT    /campaigns/{id}/plan          --nyyny
GET    /campaigns/{id}/dry-run       --nyyny
POST   /campaigns/{id}/start         --nyyny
POST   /campaigns/{id}/pause         --nyyny
POST   /campaigns/{id}/resume        --nyyny
POST   /campaigns/{id}/cancel        --nyyny
GET    /elements                     --nyyny
POST   /elements                     --nyyny
GET    /segments                     --nyyny
GET    /segments/fields              --nyyny
POST   /segments/preview             --nyyny
POST   /segments/count               --nyyny
POST   /segments                     --nyyny
PATCH  /segments/{id}                --nyyny
DELETE /segments/{id}                --nyyny
GET    /elements/{code}              --nyyny
PATCH  /elements/{code}              --nyyny
GET    /elements/{code}/orders       --nyyny
GET    /elements/{code}/greeting     --nyyny
PUT    /elements/{code}/greeting     --nyyny
DELETE /elements/{code}/greeting     --nyyny
GET    /experiments                  --nyyny
POST   /experiments/plan             --nyyny
POST   /experiments                  --nyyny
GET    /experiments/{id}             --nyyny
PATCH  /experiments/{id}             --nyyny
DELETE /experiments/{id}             --nyyny
POST   /experiments/{id}/start       --nyyny
POST   /experiments/{id}/end         --nyyny
GET    /reports/listening            --nyyny
POST   /conversations/{id}/rating    --ynyny
GET    /reports/customers            --nyyny
GET    /offers                       --ynyyy
POST   /conversations/{id}/offers    --ynyyy
GET    /conversations/{id}/next-offer --ynyyy
GET    /reports/incentives           --nyyny
GET    /reports/offers               --nyyny
GET    /incentives                   --yyyyy
POST   /incentives                   --nyyny
PATCH  /incentives/{id}              --nyyny
POST   /incentives/{id}/codes        --nyyny
POST   /incentives/{id}/published-codes --nyyny
PATCH  /incentives/{id}/published-codes/{code} --nyyny
POST   /conversations/{id}/coupons   --ynyyy
POST   /coupons/{code}/redeem        --nnyny
GET    /contacts/{id}/coupons        --ynyny
GET    /contacts/{id}/points         --ynyny
POST   /contacts/{id}/points         --ynyny
GET    /orders                       --ynyyy
POST   /imports/orders               --nnyny
POST   /orders/{number}/returns      --ynyyy
GET    /products                     --yyyyy
GET    /coupons                      --yyyyy
GET    /inboxes                      --yyyny
POST   /inboxes                      --nnyny
GET    /inboxes/{id}                 --yyyny
PATCH  /inboxes/{id}                 --nnyny
PUT    /inboxes/{id}/archived        --nnyny
POST   /inboxes/{id}/secret          --nnyny
GET    /agents                       --yyyny
POST   /agents                       --nnyny
GET    /agents/{id}                  --yyyny
PUT    /agents/{id}/password         --nnyny
PATCH  /agents/{id}                  --nnyny
DELETE /agents/{id}                  --nnyny
GET    /teams                        --yyyny
POST   /teams                        --nnyny
GET    /teams/{id}                   --yyyny
PATCH  /teams/{id}                   --nnyny
DELETE /teams/{id}                   --nnyny
GET    /api-keys                     --nnyny
POST   /api-keys                     --nnyny
DELETE /api-keys/{id}                --nnyny
GET    /webhooks                     --nnyny
POST   /webhooks                     --nnyny
GET    /webhooks/{id}                --nnyny
PATCH  /webhooks/{id}                --nnyny
DELETE /webhooks/{id}                --nnyny
POST   /webhooks/{id}/secret         --nnyny
POST   /webhooks/{id}/test           --nnyny
GET    /webhooks/{id}/deliveries     --nnyny
POST   /webhooks/{id}/deliveries/{delivery}/redeliver --nnyny
GET    /bots                         --nnyny
GET    /canned-replies               --ynyny
POST   /canned-replies               --nnyny
PATCH  /canned-replies/{id}          --nnyny
DELETE /canned-replies/{id}          --nnyny
"""
ROWS = {(line.split()[0], line.split()[1]): line.split()[2] for line in TABLE.strip().splitlines()}
RULE = {"field": "orders.count", "is": "at_least", "value": 1}
EXPERIMENT = {
    "inbox": "hraun",
    "name": "x",
    "effect": 0.05,
    "baseline": 0.2,
    "variants": [{"name": word, "weight": 0.5, "greeting": word} for word in ("A", "B")],
}
BODIES: dict[tuple[str, str], dict[str, Any]] = {
    ("PUT", "/rises/mails"): {"wanted": False},
    ("POST", "/session"): {"email": "nobody@example.com", "password": "wrong"},
    ("POST", "/visitor/session"): {"inbox": "hraun"},
    # As bytes: a file with words in it.
    ("POST", "/visitor/files"): {"a": "file"},
    ("POST", "/conversations/{id}/files"): {"a": "file"},
    ("POST", "/visitor/messages"): {"content": {"type": "text", "text": "hi"}},
    ("POST", "/contacts/{id}/facts"): {"key": "size", "value": "M"},
    ("POST", "/contacts/{id}/call-notes"): {"client_id": "x", "text": "called"},
    ("PATCH", "/visitor/facts/{id}"): {"value": "M"},
    ("POST", "/visitor/facts/{id}/verdict"): {"right": True},
    ("POST", "/visitor/consent"): {"purpose": "memory", "granted": True},
    ("POST", "/campaigns"): {"name": "Try"},
    ("POST", "/do-not-contact"): {"email": "x@mail.test", "reason": "asked"},
    ("POST", "/do-not-contact/{digest}/lift"): {"reason": "asked again"},
    ("PUT", "/campaigns/{id}/plan"): {},
    ("PATCH", "/campaigns/{id}"): {"name": "x"},
    ("POST", "/trainer/work"): {"trainer": "t-1", "serving": "built"},
    ("POST", "/trainer/work/{id}"): {
        "trainer": "t-1",
        "serving": "built",
        "step": "learning",
        "share": 0.5,
    },
    ("POST", "/learning/lessons"): {"message_ids": ["made-up"], "intent": None},
    ("POST", "/desk/samples"): {
        "name": "x",
        "from": "2020-01-01T00:00:00Z",
        "to": "2020-01-02T00:00:00Z",
        "size": 3,
        "codes": [{"name": word, "definition": word} for word in ("a", "b")],
        "coders": ["x", "y"],
    },
    ("PUT", "/desk/samples/{id}/dialogues/{conversation}/code"): {"code": "a"},
    ("POST", "/conversations/{id}/reveal"): {"reason": "a complaint about it"},
    ("PUT", "/reviewers/{id}"): {"may_reveal": True},
    ("POST", "/elements"): {"kind": "link", "name": "x", "target_url": "/"},
    ("PATCH", "/elements/{code}"): {"name": "x"},
    ("PUT", "/elements/{code}/greeting"): {"text": "x"},
    ("POST", "/imports/orders"): {"csv": "number,customer,email,placed_at,currency,total"},
    ("POST", "/incentives"): {
        "name": "x",
        "kind": "percent",
        "unit": "percent",
        "value": 10,
        "currency": "EUR",
    },
    ("PATCH", "/incentives/{id}"): {"closed": True},
    ("POST", "/conversations/{id}/coupons"): {},
    ("POST", "/incentives/{id}/codes"): {"csv": "WOOL-1"},
    ("POST", "/incentives/{id}/published-codes"): {"code": "POSTER10"},
    ("PATCH", "/incentives/{id}/published-codes/{code}"): {"closed": True},
    ("POST", "/coupons/{code}/redeem"): {
        "order_number": "1",
        "total_cents": 100,
        "currency": "EUR",
    },
    ("POST", "/contacts/{id}/points"): {"change": 1, "reason": "x", "client_id": "x"},
    ("POST", "/orders/{number}/returns"): {"email": "a@example.com", "reason": "too small"},
    ("POST", "/visitor/greeting-seen"): {"shown": "none/0"},
    ("POST", "/experiments"): EXPERIMENT,
    ("PATCH", "/experiments/{id}"): EXPERIMENT,
    ("POST", "/experiments/plan"): {"inbox": "hraun", "weights": [0.5, 0.5], "effect": 0.05},
    ("POST", "/conversations/{id}/rating"): {"score": 4},
    ("POST", "/conversations/{id}/offers"): {"sku": "x", "step": "made"},
    ("POST", "/segments/preview"): {"rule": RULE},
    ("POST", "/segments/count"): {"rule": RULE},
    ("PATCH", "/segments/{id}"): {"name": "x", "rule": RULE},
    ("POST", "/teams"): {"name": "x"},
    ("PATCH", "/teams/{id}"): {"skills": ["returns"]},
    ("PATCH", "/agents/{id}"): {"capacity": 3},
    ("PUT", "/agents/{id}/password"): {"password": "four words and more"},
    ("PATCH", "/inboxes/{id}"): {"routing": "automatic"},
    ("PUT", "/inboxes/{id}/archived"): {"archived": True},
    ("POST", "/inboxes/{id}/secret"): {"overlap_hours": 1},
    ("POST", "/canned-replies"): {"text": "Hello"},
    ("PATCH", "/canned-replies/{id}"): {"text": "Hello"},
    ("POST", "/api-keys"): {"name": "x", "role": "agent"},
    ("POST", "/webhooks"): {
        "name": "x",
        "url": "https://receiver.invalid/",
        "events": ["contact_unsubscribed"],
    },
    ("PATCH", "/webhooks/{id}"): {"name": "x"},
}


# Whoever may, may not at every moment: no trainer runs here, or something is under way.
NOT_NOW = {
    ("POST", "/do-not-contact"): {409},
    ("POST", "/mail/bounces"): {422},
    ("POST", "/learning/trainings"): {409, 503},
    ("POST", "/learning/roll-back"): {409, 503},
}


def test_every_route_has_its_row() -> None:
    assert {(route.method, route.path) for route in ROUTES} == set(ROWS)


@pytest.mark.parametrize(("method", "path"), ROWS, ids=lambda part: part)
async def test_a_route_is_open_to_its_roles_only(
    hub: LocalHub, clients: Clients, method: str, path: str
) -> None:
    for role, letter in zip(ROLES, ROWS[method, path], strict=True):
        answer = await _call(clients, role, method, path)
        problem = (role, method, path, answer.status, answer.body)
        if letter == "-":
            assert answer.status == 401, problem
        elif letter == "n":
            assert answer.status == 403, problem
        elif (method, path) == ("POST", "/session"):
            assert answer.status == 403, problem  # the password is wrong, not the role
        else:
            allowed = NOT_NOW.get((method, path), {404})
            assert answer.status < 300 or answer.status in allowed, problem
        if answer.status >= 400:
            assert answer.headers["Content-Type"].startswith("application/problem+json"), problem
            assert answer.body["status"] == answer.status
            assert answer.body["code"]
            assert answer.body["detail"]


def _once(method: str, path: str) -> dict[str, Any] | None:
    """Of what there cannot be two."""
    name = client_id()
    bodies: dict[tuple[str, str], dict[str, Any]] = {
        ("POST", "/inboxes"): {"key": name, "name": "x"},
        ("POST", "/agents"): {
            "email": f"{name}@mail.example",
            "name": "x",
            "role": "agent",
            "password": "four words and more",
        },
    }
    return bodies.get((method, path))


async def _call(clients: Clients, role: str, method: str, path: str) -> Any:
    filled = path.replace("{id}", "made-up").replace("{number}", "99999")
    filled = filled.replace("{conversation}", "made-up").replace("{delivery}", "made-up")
    filled = (
        filled.replace("{what}.{kind}", "dialogues.csv")
        .replace("{code}", "made-up")
        .replace("{digest}", "made-up")
    )
    filled = filled.removeprefix("/")
    query = {"number": "10432", "email": "a@example.com"} if path == "/orders" else {}
    if path == "/offers":
        query = {"contact_id": "made-up"}
    if path.endswith("/recall"):
        query = {"q": "jacket"}
    if path.endswith("/merge-preview"):
        query = {"with": "made-up"}
    query |= _of_a_file(path)
    known = (method, path) in BODIES
    body = BODIES[method, path] if known else _once(method, path)
    if path == "/visitor/messages" and body is not None:
        body = {**body, "client_id": client_id()}
    if path == "/canned-replies" and body is not None:
        body = {**body, "shortcut": client_id()[:30]}
    if (method, path) == ("POST", "/segments"):
        body = {"name": client_id(), "rule": RULE}
    if path == "/learning/intents":
        name = "i" + client_id().replace("-", "")[:30].lower()
        body = {"name": name, "topic": "order", "answers": {"en": "Yes."}}
    if path == "/teams" and body is not None:
        body = {"name": client_id()}
    token = await _token(clients, role, fresh=(method, path) == ("DELETE", "/session"))
    if path.startswith("/visitor/messages") and method == "GET" and role == "visitor":
        await clients.call(
            "POST",
            "visitor/messages",
            token,
            json={"client_id": client_id(), "content": {"type": "text", "text": "hi"}},
        )
    return await clients.call(method, filled, token, json=body, params=query)


def _of_a_file(path: str) -> dict[str, str]:
    if path.endswith("/bytes"):
        return {"until": "1", "key": "a"}
    if not path.endswith("/files"):
        return {}
    epoch = {} if path == "/visitor/files" else {"epoch": "1"}
    return {"client_id": client_id(), "name": "x.json", **epoch}


async def _token(clients: Clients, role: str, *, fresh: bool) -> str | None:
    if role == "nobody":
        return None
    if role == "visitor":
        opened = await clients.call("POST", "visitor/session", json={"inbox": "hraun"})
        token: str = opened.body["token"]
        return token
    signs_in = role in clients.hub.notes.emails
    return await (clients.sign_in(role) if fresh and signs_in else clients.token(role))


async def test_a_token_of_one_kind_opens_nothing_of_another(clients: Clients) -> None:
    visitor = (await clients.call("POST", "visitor/session", json={"inbox": "hraun"})).body
    agent = await clients.token("anna")
    assert (await clients.call("GET", "session", visitor["token"])).status == 401
    assert (await clients.call("GET", "visitor/facts", agent)).status == 401
    for odd in ("", "x" * 5000, "null", "Bearer", "é"):
        assert (await clients.call("GET", "session", odd)).status == 401, odd
