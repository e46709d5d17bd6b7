"""A person is forgotten: no byte of what they said is in any file of a running instance with the real bot."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from samtal_client import AgentClient, MemoryOutbox, VisitorClient

if TYPE_CHECKING:
    from pathlib import Path

    from tests.system.samtal import Samtal

# A name, an address and sentences, as a person in three scripts leaves them.
SAID = ("Qvixmark", "qvixmark@example.is", "สมชายเครื่องหมาย", "測試標記先生")
# What comes of it when a colleague answers: promised, replied, noted, remembered, told to the bot.
WRITTEN = ("promised@qvix.example.is", "Qvixreply", "Qvixnote", "Qvixowned", "Qvixreturned")
MARKS = SAID + WRITTEN
_WITHIN = 120.0


def call(
    samtal: Samtal, method: str, path: str, token: str | None = None, body: Any = None
) -> dict[str, Any]:
    """One request of a client without sockets."""
    request = urllib.request.Request(
        f"{samtal.url}/api/v1/{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"}
        | ({"Authorization": f"Bearer {token}"} if token else {}),
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        found: dict[str, Any] = json.loads(answer.read() or b"{}")
        return found


def holding(folder: Path) -> dict[str, list[str]]:
    """Files that hold a mark, as text or as JSON writes it."""
    wanted = {mark: (mark.encode(), json.dumps(mark)[1:-1].encode()) for mark in MARKS}
    found: dict[str, list[str]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            held = [mark for mark, forms in wanted.items() if any(one in content for one in forms)]
            if held:
                found[str(path.relative_to(folder))] = held
    return found


def live(samtal: Samtal) -> str:
    """Says all of it to the bot, waits for its answers, and is answered by a colleague; the token."""
    inbox = samtal.demo()["inbox"]
    session = call(samtal, "POST", "visitor/session", body={"inbox": inbox})
    token: str = session["token"]
    said = [
        f"My name is {SAID[0]}",
        f"My e-mail is {SAID[1]}",
        f"I like the jacket, says {SAID[2]}",
        f"and {SAID[3]} too",
    ]
    conversation = ""
    for number, text in enumerate(said):
        body = {"client_id": f"mark-{number}", "content": {"type": "text", "text": text}}
        if conversation:
            body["conversation_id"] = conversation
        sent = call(samtal, "POST", "visitor/messages", token, body)
        conversation = sent["conversation_id"]
        after, ends = f"visitor/messages?after={sent['seq']}", time.monotonic() + _WITHIN
        while not call(samtal, "GET", after, token)["messages"]:
            assert time.monotonic() < ends, "the bot does not answer"
            time.sleep(0.1)
    contact_id = session["contact"]["id"]
    asyncio.run(be_answered(samtal, token, conversation, contact_id))
    ends, key = time.monotonic() + _WITHIN, samtal.demo()["api_key"]
    while not call(samtal, "GET", f"contacts/{contact_id}/recall?q=jacket", key)["items"]:
        assert time.monotonic() < ends, "what was said is not found again"
        time.sleep(0.2)
    return token


async def be_answered(samtal: Samtal, token: str, conversation: str, contact_id: str) -> None:
    """By Anna, who replies, notes, remembers, promises a mail and gives the dialogue back to the bot."""
    account = next(one for one in samtal.demo()["accounts"] if one["role"] == "agent")
    browser = MemoryOutbox()
    browser.keep_token(token)
    who = {name: account[name] for name in ("email", "password")}
    async with (
        VisitorClient(samtal.url, samtal.demo()["inbox"], outbox=browser) as visitor,
        AgentClient(samtal.url, **who) as agent,
    ):
        await visitor.ready()
        await agent.ready()
        await visitor.command("leave_email", conversation_id=conversation, email=WRITTEN[0])
        await visitor.ask_for_a_person(SAID[0])
        await agent.accept(conversation)
        await agent.reply(conversation, f"Hello {WRITTEN[1]}").acked
        await agent.note(conversation, f"Careful: {WRITTEN[2]}").acked
        key, fact = samtal.demo()["api_key"], {"key": "product_owned", "value": WRITTEN[3]}
        await asyncio.to_thread(call, samtal, "POST", f"contacts/{contact_id}/facts", key, fact)
        await agent.command("return_to_bot", conversation_id=conversation, note=WRITTEN[4])
        await visitor.say(f"Thanks, says {SAID[0]}").acked
        await visitor.heard(lambda message: message.author == "bot" and message.seq > 0)


@pytest.mark.parametrize("sabotaged", [False, True], ids=["as it is", "with a copy left"])
def test_no_byte_is_left_in_any_file(samtal: Samtal, sabotaged: bool) -> None:  # noqa: FBT001 - a parameter
    token = live(samtal)
    kept = {mark for marks in holding(samtal.var).values() for mark in marks}
    assert kept == set(MARKS), "what was never kept proves nothing"
    left = samtal.var / "left.txt"
    if sabotaged:
        left.write_text(SAID[3])
    receipt = call(samtal, "POST", "visitor/erase", token)["receipt"]
    assert receipt["counts"]["messages"] >= 4
    with pytest.raises(urllib.error.HTTPError):
        call(samtal, "GET", "visitor/facts", token)
    ends = time.monotonic() + _WITHIN
    key, done = samtal.demo()["api_key"], dict[str, Any]()
    while not done.get("bot_told_at") or not done.get("scrubbed_at"):
        assert time.monotonic() < ends, done
        done = call(samtal, "GET", f"erasures/{receipt['id']}", key)
        time.sleep(0.2)
    found = holding(samtal.var)
    left.unlink(missing_ok=True)
    assert found == ({"left.txt": [SAID[3]]} if sabotaged else {})
