"""A person is forgotten: no byte of what they said is in any file of a running instance with the real bot."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.system.samtal import Samtal

# A name, an address and sentences, as a person in three scripts leaves them.
MARKS = ("Qvixmark", "qvixmark@example.is", "สมชายเครื่องหมาย", "測試標記先生")
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
    """Says all of it to the bot, and waits for its answers; the token."""
    inbox = samtal.demo()["inbox"]
    token: str = call(samtal, "POST", "visitor/session", body={"inbox": inbox})["token"]
    said = [
        f"My name is {MARKS[0]}",
        f"My e-mail is {MARKS[1]}",
        f"I like the jacket, says {MARKS[2]}",
        f"and {MARKS[3]} too",
    ]
    conversation = None
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
    return token


@pytest.mark.parametrize("sabotaged", [False, True], ids=["as it is", "with a copy left"])
def test_no_byte_is_left_in_any_file(samtal: Samtal, sabotaged: bool) -> None:  # noqa: FBT001 - a parameter
    token = live(samtal)
    assert any(name.endswith((".db", ".db-wal")) for name in holding(samtal.var))
    left = samtal.var / "left.txt"
    if sabotaged:
        left.write_text(MARKS[3])
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
    assert found == ({"left.txt": [MARKS[3]]} if sabotaged else {})
