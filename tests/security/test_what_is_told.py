"""What the house keeps, and what it writes into its log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.hub.clients import Clients, client_id
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from tests.hub.running import HubProcess, LocalHub


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
