"""Who gets in, how often, and what the house keeps and tells of them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import jwt
import pytest

from chat_server.commands import refuse_demo_accounts
from chat_server.domain.errors import RateLimited
from chat_server.rest import session as rest_session
from chat_server.services import rate_limits
from chat_server.services.rate_limits import Limit, RateLimits, SharedLimit
from chat_server.settings import SettingsError, load
from tests.hub.clients import Clients, Refused, client_id
from tests.hub.data import OTHER_INBOX, OTHER_SHOP, SHOP
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.running import HubProcess, LocalHub

MakeHub = Callable[..., "LocalHub"]


# ------------------------------------------------------------------ origins


@pytest.mark.parametrize(
    ("inbox", "origin", "allowed"),
    [
        ("hraun", SHOP, True),
        ("hraun", None, True),
        ("hraun", OTHER_SHOP, False),
        ("hraun", "https://evil.example", False),
        ("hraun", "null", False),
        ("hraun", SHOP + ".evil.example", False),
        ("hraun", SHOP.replace("https", "http"), False),
        ("hraun", SHOP + ":8443", False),
        (OTHER_INBOX, OTHER_SHOP, True),
        (OTHER_INBOX, SHOP, False),
    ],
)
async def test_a_website_may_use_its_own_inbox_only(
    sqlite_clients: Clients,
    inbox: str,
    origin: str | None,
    allowed: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    for transport in ("websocket", "polling"):
        if allowed:
            await sqlite_clients.visitor(inbox=inbox, origin=origin, transport=transport)
            continue
        with pytest.raises(Refused) as refused:
            await sqlite_clients.visitor(inbox=inbox, origin=origin, transport=transport)
        assert refused.value.code == "not_allowed"


async def test_the_hubs_own_pages_may_use_every_inbox(
    sqlite_hub: LocalHub, sqlite_clients: Clients
) -> None:
    await sqlite_clients.visitor(inbox=OTHER_INBOX, origin=sqlite_hub.url)


@pytest.mark.parametrize("origin", [SHOP, "https://evil.example", "null", "http://127.0.0.1:1"])
async def test_no_website_but_ours_reaches_the_agents_server(
    sqlite_clients: Clients, origin: str
) -> None:
    token = await sqlite_clients.token("anna")
    for headers in ({"Cookie": f"samtal_session={token}"}, {}):
        with pytest.raises(Refused):
            await sqlite_clients.agent_with({"token": token}, {**headers, "Origin": origin})


# --------------------------------------------------------- tokens, identity


async def test_a_visitors_token_counts_in_its_own_inbox_only(sqlite_clients: Clients) -> None:
    visitor = await sqlite_clients.visitor()
    token = (await visitor.welcome())["token"]
    with pytest.raises(Refused) as refused:
        await sqlite_clients.visitor(inbox=OTHER_INBOX, origin=OTHER_SHOP, token=token)
    assert refused.value.code == "not_allowed"


async def test_a_signed_customer_is_known_and_finds_their_dialogue_on_another_device(
    clients: Clients,
) -> None:
    sub = f"cus-{client_id()}"
    first = await clients.visitor(identity=clients.identity(sub, name="Guðrún", email="g@x.is"))
    contact = (await first.welcome())["contact"]
    assert contact["identified"] is True
    assert contact["name"] == "Guðrún"
    await first.answered("from the laptop")
    second = await clients.visitor()
    known = await second.do("identify", identity=clients.identity(sub, name="Guðrún"))
    assert known["contact"]["id"] == contact["id"]
    assert known["messages"][0]["content"]["text"] == "from the laptop"
    await first.say("both hear this")
    await second.text("both hear this")


async def test_an_identity_that_is_not_in_order_is_refused(clients: Clients) -> None:
    hub, now = clients.hub, datetime.now(UTC)
    claims = {"sub": "cus-1", "jti": client_id(), "exp": now + timedelta(minutes=5)}
    bad: dict[str, str] = {
        "expired": clients.identity("cus-1", exp=now - timedelta(minutes=1)),
        "too far ahead": clients.identity("cus-1", exp=now + timedelta(hours=1)),
        "in milliseconds": clients.identity("cus-1", exp=int(now.timestamp() * 1000)),
        "not valid yet": clients.identity("cus-1", nbf=now + timedelta(minutes=4)),
        "without a subject": clients.identity(None),
        "a blank subject": clients.identity(" "),
        "a subject too long": clients.identity("x" * 300),
        "without an id": clients.identity("cus-1", jti=None),
        "without an end": clients.identity("cus-1", exp=None),
        "another key": clients.identity("cus-1", secret="x" * 43),
        "another inbox's key": clients.identity("cus-1", key="k2", secret=hub.notes.other_secret),
        "no algorithm": jwt.encode(claims, "", "none", {"kid": "k1"}),
        "another algorithm": jwt.encode(claims, hub.notes.inbox_secret * 2, "HS512", {"kid": "k1"}),
        "an unknown key": clients.identity("cus-1", key="k9"),
        "cut short": clients.identity("cus-1")[:-3],
    }
    visitor = await clients.visitor()
    for what, identity in bad.items():
        assert await visitor.refusal("identify", identity=identity) == "not_allowed", what
        with pytest.raises(Refused) as refused:
            await clients.visitor(identity=identity)
        assert refused.value.code == "not_allowed", what
    assert (await visitor.welcome())["contact"]["identified"] is False


async def test_an_identity_that_was_used_opens_no_other_browser(clients: Clients) -> None:
    identity = clients.identity(f"cus-{client_id()}")
    mine = await clients.visitor(identity=identity)
    token = (await mine.welcome())["token"]
    await clients.visitor(token=token, identity=identity)
    with pytest.raises(Refused) as refused:
        await clients.visitor(identity=identity)
    assert refused.value.code == "not_allowed"


# ------------------------------------------------------------ sign-in, CSRF


async def test_who_guesses_passwords_is_stopped_and_colleagues_are_not(make_hub: MakeHub) -> None:
    hub = make_hub(RATE_LIMITS="on")
    async with clients_of(hub) as clients:
        statuses = [
            (
                await clients.call(
                    "POST",
                    "session",
                    json={"email": hub.notes.emails["anna"], "password": f"guess {number}"},
                )
            ).status
            for number in range(rate_limits.SIGN_INS.burst + 2)
        ]
        assert statuses == [403] * rate_limits.SIGN_INS.burst + [429, 429]
        right = {"email": hub.notes.emails["anna"].upper(), "password": hub.notes.password}
        assert (await clients.call("POST", "session", json=right)).status == 429
        assert await clients.sign_in("bjorn")


async def test_one_address_cannot_try_one_account_after_another(
    make_hub: MakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Checking a password takes long on purpose, so few must do.
    monkeypatch.setattr(rest_session, "SIGN_INS_OF_ADDRESS", SharedLimit("of_address", 5, 3_600.0))
    hub = make_hub(RATE_LIMITS="on")
    async with clients_of(hub) as clients:
        statuses = [
            (
                await clients.call(
                    "POST", "session", json={"email": f"{n}@x.example", "password": "guess"}
                )
            ).status
            for n in range(7)
        ]
    assert statuses == [403] * 5 + [429] * 2


async def test_an_unknown_address_and_a_wrong_password_answer_alike(
    sqlite_clients: Clients,
) -> None:
    known = {"email": sqlite_clients.hub.notes.emails["anna"], "password": "wrong"}
    unknown = {"email": "nobody@hraun.example.com", "password": "wrong"}
    answers = [await sqlite_clients.call("POST", "session", json=b) for b in (known, unknown)]
    assert answers[0].body == answers[1].body
    assert answers[0].status == answers[1].status


async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(
    sqlite_clients: Clients,
) -> None:
    notes = sqlite_clients.hub.notes
    body = {"email": notes.emails["anna"], "password": notes.password}
    answer = await sqlite_clients.call("POST", "session", json=body)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"X-Samtal": "1", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"X-Samtal": "1", "Sec-Fetch-Site": "same-site"}, 403),
        ({"X-Samtal": "1", "Sec-Fetch-Site": "same-origin"}, 201),
        ({"X-Samtal": "1"}, 201),
        ({"Authorization": "Basic eDp5"}, 403),
    ],
)
async def test_a_cookie_alone_changes_nothing(
    sqlite_clients: Clients, headers: dict[str, str], status: int
) -> None:
    token = await sqlite_clients.token("katrin")
    answer = await sqlite_clients.call(
        "POST",
        "campaigns",
        json={"name": "Forged?"},
        headers={**headers, "Cookie": f"samtal_session={token}"},
    )
    assert answer.status == status
    listed = await sqlite_clients.call(
        "GET", "campaigns", headers={"Cookie": f"samtal_session={token}"}
    )
    assert listed.status == 200


async def test_a_form_of_another_site_signs_nobody_in(sqlite_clients: Clients) -> None:
    notes = sqlite_clients.hub.notes
    body = f'{{"email": "{notes.emails["anna"]}", "password": "{notes.password}", "x": "="}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = await sqlite_clients.call(
            "POST", "session", data=body, headers={"Content-Type": kind}
        )
        assert answer.status == 422
        assert "Set-Cookie" not in answer.headers


# -------------------------------------------------------------- rate limits


def test_a_bucket_gives_exactly_its_tokens_and_fills_evenly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    limits, limit = RateLimits(enabled=True), Limit(5, 10.0)

    def accepted(key: str, times: int) -> int:
        count = 0
        for _ in range(times):
            try:
                limits.spend(limit, key)
            except RateLimited:
                continue
            count += 1
        return count

    assert accepted("flooder", 50) == 5
    assert accepted("neighbour", 3) == 3
    now += 4.0
    assert accepted("flooder", 50) == 2
    now += 1000.0
    assert accepted("flooder", 50) == 5


async def test_a_flood_is_cut_to_the_limit_and_the_neighbour_notices_nothing(
    make_hub: MakeHub,
) -> None:
    async with clients_of(make_hub(RATE_LIMITS="on")) as clients:
        flooder, neighbour = await clients.visitor(), await clients.visitor()
        began = time.monotonic()
        codes: list[str] = []
        await flooder.say("first")
        for number in range(40):
            ack = await flooder.ack(
                "send_message",
                {
                    "client_id": client_id(),
                    "conversation_id": flooder.conversation_id,
                    "content": {"type": "text", "text": str(number)},
                },
            )
            codes.append("ok" if ack["ok"] else ack["error"]["code"])
        refilled = int(time.monotonic() - began) + 1
        limit = rate_limits.MESSAGES.burst
        assert limit - 1 <= codes.count("ok") <= limit - 1 + refilled
        assert set(codes) == {"ok", "rate_limited"}
        await neighbour.answered("undisturbed")
        held = await flooder.do("resume", conversation_id=flooder.conversation_id, after=0)
        own = [m for m in held["messages"] if m["author"]["kind"] == "visitor"]
        assert len(own) == codes.count("ok") + 1


# ------------------------------------------------------ what is kept and told


async def test_passwords_and_tokens_are_kept_as_digests_only(
    sqlite_hub: LocalHub, sqlite_clients: Clients
) -> None:
    agent = await sqlite_clients.token("anna")
    visitor = await sqlite_clients.visitor()
    token = (await visitor.welcome())["token"]
    path = sqlite_hub.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database:
        hashes = [row[0] for row in database.execute("SELECT password_hash FROM agents")]
        everything = "\n".join(database.iterdump())
    assert hashes
    assert all(value.startswith("$argon2id$") for value in hashes)
    notes = sqlite_hub.notes
    for secret in (agent, token, notes.password, notes.api_key, notes.inbox_secret):
        assert secret not in everything


async def test_a_whole_dialogue_leaves_no_word_and_no_secret_in_the_log(
    hub_process: HubProcess,
) -> None:
    hub_process.environ["RASA_URL"] = "http://127.0.0.1:1"
    hub_process.start()
    marks = {name: f"MARKED{name}{client_id()[:8]}" for name in ("text", "note", "name", "title")}
    async with clients_of(hub_process) as clients:
        identity = clients.identity(client_id(), name=marks["name"], email="marked@mail.example")
        visitor = await clients.visitor(
            identity=identity,
            page={"url": f"https://hraun.example/?q={marks['title']}", "title": marks["title"]},
        )
        agent = await clients.agent("anna")
        await visitor.say(marks["text"])
        await visitor.do("request_agent", conversation_id=visitor.conversation_id)
        conversation = await agent.accept(visitor.conversation_id)
        await agent.reply(conversation, marks["text"])
        await agent.do(
            "add_note",
            client_id=client_id(),
            conversation_id=conversation["id"],
            content={"type": "text", "text": marks["note"]},
        )
        await visitor.refusal("typing", conversation_id=marks["text"], on="odd")
        await clients.call(
            "POST", "session", json={"email": "marked@mail.example", "password": marks["text"]}
        )
        await clients.call("GET", f"conversations?q={marks['text']}", await clients.token("anna"))
        secrets = [
            *marks.values(),
            "marked@mail.example",
            identity,
            (await visitor.welcome())["token"],
            await clients.token("anna"),
            clients.hub.notes.password,
            clients.hub.notes.inbox_secret,
            clients.hub.settings_environ["SECRET_KEY"],
            clients.hub.settings_environ["BOT_TOKEN"],
        ]
    hub_process.stop()
    said = hub_process.said
    assert not [secret for secret in secrets if secret in said]


# --------------------------------------------------------------- production


def production(tmp_path: Path, **changes: str) -> dict[str, str]:
    """An environment in order, changed."""
    return {
        "SAMTAL_ENV": "production",
        "SECRET_KEY": "s" * 43,
        "BOT_TOKEN": "b" * 43,
        "PUBLIC_URL": "https://chat.example",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'samtal.db'}",
        "VAR_DIR": str(tmp_path),
        **changes,
    }


def test_production_in_order_is_accepted(tmp_path: Path) -> None:
    settings = load(production(tmp_path))
    assert settings.secure
    assert not settings.demo
    assert settings.own_origins == {"https://chat.example"}


@pytest.mark.parametrize(
    "changes",
    [
        {"SECRET_KEY": ""},
        {"BOT_TOKEN": ""},
        {"RATE_LIMITS": "off"},
        {"SAMTAL_ENV": "prod"},
        {"PUBLIC_URL": "chat.example"},
        {"PORT": "0"},
        {"PORT": "http"},
        {"RASA_URL": "localhost:5005"},
        {"SMTP_URL": "smtp://mail.example"},
        {"SMTP_URL": "smtp://mail.example", "MAIL_FROM": "nobody"},
        {"SMTP_URL": "mail.example:25", "MAIL_FROM": "chat@shop.example"},
        {"SMTP_URL": "smtp://mail.example?starttls=perhaps", "MAIL_FROM": "chat@shop.example"},
    ],
)
def test_settings_that_are_unsafe_or_impossible_are_refused(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    with pytest.raises(SettingsError):
        load(production(tmp_path, **changes))
    assert not list(tmp_path.iterdir()), "a refused start leaves nothing behind"


async def test_production_serves_no_demo_and_trusts_no_wildcard(make_hub: MakeHub) -> None:
    demo = make_hub()
    path = demo.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE inboxes SET allowed_origins = '[\"*\"]' WHERE key = 'hraun'")
        database.commit()
    async with clients_of(demo) as clients:
        await clients.visitor(origin="https://anywhere.example")
    environ: dict[str, Any] = {"SAMTAL_ENV": "production", "RATE_LIMITS": "on"}
    serving = make_hub(like=demo, **environ)
    async with clients_of(serving) as clients:
        with pytest.raises(Refused) as refused:
            await clients.visitor(origin="https://anywhere.example")
        assert refused.value.code == "not_allowed"
        for page in ("/", "/shop", "/demo/customers"):
            assert (await clients.call("GET", page)).status == 404


async def test_production_does_not_run_on_a_database_with_demo_accounts(
    make_hub: MakeHub, tmp_path: Path
) -> None:
    hub = make_hub()
    environ = production(tmp_path, DATABASE_URL=hub.database_url)
    with pytest.raises(SettingsError, match="demo accounts"):
        await refuse_demo_accounts(load(environ))
