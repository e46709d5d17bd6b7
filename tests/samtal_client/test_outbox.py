"""An outbox in a file is there after a crash, in order, and knows whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samtal_client import Entry, FileOutbox

if TYPE_CHECKING:
    from pathlib import Path


def entry(text: str) -> Entry:
    return Entry("send_message", {"content": {"type": "text", "text": text}})


def test_what_is_not_done_is_there_in_order_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "outbox.jsonl"
    former = FileOutbox(path)
    former.keep_token("secret")
    entries = [entry(text) for text in ("one", "two", "three")]
    for item in entries:
        former.put(item)
    former.done(entries[1].client_id)
    later = FileOutbox(path)
    assert later.entries() == [entries[0], entries[2]]
    assert later.token == "secret"


def test_a_torn_last_line_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "outbox.jsonl"
    first = entry("whole")
    FileOutbox(path).put(first)
    with path.open("a") as file:
        file.write('{"put": {"command": "send_me')
    again = FileOutbox(path)
    assert again.entries() == [first]
    again.put(entry("after the crash"))
    assert len(FileOutbox(path).entries()) == 2


def test_it_does_not_grow_with_what_is_done(tmp_path: Path) -> None:
    path = tmp_path / "outbox.jsonl"
    outbox = FileOutbox(path)
    for number in range(50):
        item = entry(str(number))
        outbox.put(item)
        outbox.done(item.client_id)
    FileOutbox(path)
    assert path.read_text() == ""


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "outbox.jsonl"
    FileOutbox(path).keep_token("secret")
    assert path.stat().st_mode & 0o077 == 0
