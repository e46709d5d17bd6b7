"""What is found comes newest first, the same dialogues however the index is asked, on both databases alike."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from chat_server.domain.finding import has_all, snippet
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.store import beginnings, search
from tests.core.core import Core

if TYPE_CHECKING:
    from datetime import datetime

    from chat_server.services.access import VisitorCaller

WORDS = [
    "order",
    "orders",
    "ordered",
    "10432",
    "104",
    "waterproof",
    "jacket",
    "Jacken",
    "größe",
    "größer",
    "ask",
    "pöntun",
    "Pantanir",
    "úlpa",
    "заказ",
    "заказы",
    "чёрный",
    "訂單",
    "訂",
    "單號",
    "羽絨背心",
    "背心的拉鍊",
    "訂・單",
    "คำสั่งซื้อ",
    "สั่ง",
    "เสื้อ",
    "เสื้อกันฝน",
    "น",
    "มา",
]
QUERIES = [
    "order",
    "ord",
    "o",
    "10",
    "1",
    "jac",
    "größ",
    "gross",
    "ask",
    "as",
    "pont",
    "p",
    "u",
    "зак",
    "чер",
    "訂單",
    "訂",
    "背",
    "背心",
    "羽絨背心",
    "背心的拉",
    "สั่งซื้อ",
    "ส",
    "เสือ",
    "เสื้อกัน",
    "น",
    "นา",
    "zeppelin",
    "order jacket",
    "ask 訂單",
    "เสื้อ น",
    "o p",
    "order zeppelin",
]
_PIECE = 3


class Said(NamedTuple):
    opened_at: datetime
    conversation_id: str
    text: str


async def _history(core: Core, random: Random) -> list[Said]:
    """In the order in which it was said; openings are often the same, and who was first may speak last."""
    said: list[Said] = []
    begun: list[tuple[VisitorCaller, str, datetime]] = []
    for _ in range(40):
        core.clock.forward(seconds=random.choice([0, 0, 1, 60]))
        text = " ".join(random.choices(WORDS, k=random.randint(1, 4)))
        if begun and random.random() < 0.6:
            caller, conversation_id, opened_at = random.choice(begun)
            await core.say(caller, text, conversation_id)
        else:
            caller, opened_at = (await core.visitor()).caller, core.clock.now
            conversation_id = (await core.say(caller, text)).conversation_id
            begun.append((caller, conversation_id, opened_at))
        said.append(Said(opened_at, conversation_id, text))
    await core.store.catch_up()
    return said


def _expected(said: list[Said], query: str) -> list[tuple[str, str]]:
    newest = {one.conversation_id: one for one in said if has_all(one.text, query)}
    order = sorted(newest.values(), key=lambda one: one[:2], reverse=True)
    return [(one.conversation_id, snippet(one.text, query)) for one in order]


async def _found(core: Core, query: str, since: datetime | None = None) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    piece = Slice(_PIECE)
    while True:
        async with core.store.read() as tx:
            hits = await tx.transcripts.search(DialogueFilter(query=query, since=since), piece)
        found += [(hit.conversation.id, hit.snippet or "") for hit in hits]
        if len(hits) < _PIECE:
            return found
        last = hits[-1].conversation
        piece = Slice(_PIECE, before=last.opened_at, before_id=last.id)


async def test_pages_of_finds_are_those_of_all_that_was_said(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_WALKED", 2)
    said = await _history(any_core, Random(0))
    expected = {query: _expected(said, query) for query in QUERIES}
    # Words one by one, or gathered where there are more; the newest messages one by one, or only by the index.
    for most_words, lately in ((100, ()), (1, (5, 15))):
        monkeypatch.setattr(beginnings, "_MOST_WORDS", most_words)
        monkeypatch.setattr(search, "_LATELY", lately)
        assert {query: await _found(any_core, query) for query in QUERIES} == expected
    monkeypatch.setattr(search, "_LATELY", (4_000,))
    since = said[len(said) // 2].opened_at
    later = {
        query: _expected([one for one in said if one.opened_at >= since], query)
        for query in QUERIES
    }
    assert {query: await _found(any_core, query, since) for query in QUERIES} == later
    assert sum(map(bool, expected.values())) > len(QUERIES) / 2


def test_what_the_index_has_otherwise_is_asked_for_by_its_beginning() -> None:
    """SQLite's leaves signs out, and knows several forms of a letter by one."""
    assert beginnings.by_beginning(["訂單", "羽絨 絨背"]) == '"訂單" AND "羽絨 絨背"'
    assert beginnings.by_beginning(["訂・", "訂", "ord"]) == '"訂・"* AND "訂"* AND "ord"*'


async def test_a_second_form_of_a_letter_is_found_as_it_is_written(any_core: Core) -> None:
    said = await any_core.say((await any_core.visitor()).caller, "Ma\u017fke 訂・單")
    await any_core.store.catch_up()
    for query in ("ma\u017f", "訂・"):
        assert [one for one, _ in await _found(any_core, query)] == [said.conversation_id]
