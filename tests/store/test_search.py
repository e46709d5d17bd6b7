"""Full text finds words from their beginning, however oddly one asks, on both databases alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat_server.domain.ports import DialogueFilter, Slice
from tests.core.core import ANNA, MARKUS, words

if TYPE_CHECKING:
    from tests.core.core import Core

SAID = {
    "order": "Where is my order 10432? It's late",
    "katrin": "Ég heiti Katrín og á rauða peysu",
    "jacket": "The rain-jacket is TORN, o'clock",
    "emoji": "Thank you 👍🏽 very much",
    "russian": "Где мой заказ",
}


async def found(core: Core, query: str) -> set[str]:
    hits = await core.transcripts.search(MARKUS, DialogueFilter(query=query), Slice())
    return {hit.snapshot.conversation.last_text for hit in hits}


async def say_all(core: Core) -> None:
    for text in SAID.values():
        await core.say((await core.visitor()).caller, text)


QUERIES: dict[str, set[str]] = {
    "order": {"order"},
    "ORDER": {"order"},
    "ord": {"order"},
    "10432": {"order"},
    "#10432": {"order"},
    "104": {"order"},
    "order late": {"order"},
    "late order": {"order"},
    "order torn": set(),
    "rder": set(),
    "it's": {"order"},
    "peysu": {"katrin"},
    "katrín": {"katrin"},
    "KATRÍN": {"katrin"},
    "rain-jacket": {"jacket"},
    "torn.": {"jacket"},
    "заказ": {"russian"},
    "ГДЕ": {"russian"},
    '"order': {"order"},
    "order*": {"order"},
    "(order": {"order"},
    "text:order": set(),
    "order AND late": set(),
    "NOT order": set(),
    "' OR 1=1 --": {"order"},
    "order & | ! :*": {"order"},
    "order\\": {"order"},
    "nothing of this": set(),
}


async def test_a_query_finds_the_same_on_both(any_core: Core) -> None:
    await say_all(any_core)
    names = {text: name for name, text in SAID.items()}
    hits = {query: {names[text] for text in await found(any_core, query)} for query in QUERIES}
    assert hits == QUERIES


async def test_a_query_without_a_word_finds_nothing(any_core: Core) -> None:
    await say_all(any_core)
    for query in ("!!!", "👍🏽", "_", "\x00", "   ", "-- ; \"'"):
        assert await found(any_core, query) == set(), query


async def test_letters_are_found_without_their_accents(core: Core) -> None:
    await say_all(core)
    assert await found(core, "katrin") == {SAID["katrin"]}


async def test_the_words_found_are_marked_in_the_snippet(any_core: Core) -> None:
    await say_all(any_core)
    hits = await any_core.transcripts.search(MARKUS, DialogueFilter(query="torn"), Slice())
    assert len(hits) == 1
    assert "[TORN]" in (hits[0].snippet or "")


async def test_notes_are_never_found(any_core: Core) -> None:
    sent = await any_core.say((await any_core.visitor()).caller, "Hello")
    await any_core.agents.note(ANNA, sent.conversation_id, "n", words("suspicious"))
    assert await found(any_core, "suspicious") == set()
    assert await found(any_core, "hello") == {"Hello"}


async def test_the_bots_and_agents_words_are_found_too(any_core: Core) -> None:
    await any_core.dialogue((await any_core.visitor()).caller, "Anything")
    assert len(await found(any_core, "said")) == 1


async def test_the_snippet_is_the_newest_hits(any_core: Core) -> None:
    visitor = (await any_core.visitor()).caller
    sent = await any_core.say(visitor, "A jacket first")
    await any_core.say(visitor, "Another jacket later", sent.conversation_id)
    hits = await any_core.transcripts.search(MARKUS, DialogueFilter(query="jacket"), Slice())
    assert [hit.snippet for hit in hits] == ["Another [jacket] later"]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=40))
async def test_no_query_breaks_the_search(any_core: Core, query: str) -> None:
    await any_core.transcripts.search(MARKUS, DialogueFilter(query=query), Slice(limit=5))
