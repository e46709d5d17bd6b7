"""Full text finds words from their beginning, however oddly one asks, on both databases alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat_server.domain.finding import asked
from chat_server.domain.ports import DialogueFilter, Slice
from tests.core.core import ADA, ANNA, words

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
    hits = (await core.transcripts.search(ADA, DialogueFilter(query=query), Slice())).items
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


FOREIGN = {
    "icelandic": "Ég heiti Katrín Ásgeirsdóttir, þetta er ævintýri",
    "apart": "Cafe\u0301 Zo\u0308e",
    "vietnamese": "Tôi muốn đổi áo Việt Nam",
    "russian": "Ещё один ЧЁРНЫЙ мой чай",
    "chinese": "我想買一件紅色外套,謝謝",
    "thai": "ผมชื่อสมชาย อยากได้เสื้อสีแดง",
    "mixed": "請問 iPhone手機殼 order#7731 哪裡買",
    "address": "mail katrin.osk@example.is or see www.example.is/sendingar-og-skil",
    "greek": "ΚΑΛΗΜΈΡΑ φίλε",
}
IN_FOREIGN: dict[str, set[str]] = {
    "katrin": {"icelandic", "address"},
    "Katrín": {"icelandic", "address"},
    "KATRI\u0301N asgeirs": {"icelandic"},
    "þetta": {"icelandic"},
    "aevintyri": set(),
    "cafe": {"apart"},
    "café": {"apart"},
    "zoe": {"apart"},
    "muon": {"vietnamese"},
    "viet": {"vietnamese"},
    "еще": {"russian"},
    "ещё": {"russian"},
    "черный": {"russian"},
    "чёрн": {"russian"},
    "мой": {"russian"},
    "мои": set(),
    "чаи": set(),
    "外套": {"chinese"},
    "紅色 謝謝": {"chinese"},
    "套外": set(),
    "買": {"chinese", "mixed"},
    "手機": {"mixed"},
    "機殼 iphone": {"mixed"},
    "iphone手機": {"mixed"},
    "7731": {"mixed"},
    "สมชาย": {"thai"},
    "ชื่อ": {"thai"},
    "ชือ": {"thai"},
    "เสื้อ แดง": {"thai"},
    "เสือ": {"thai"},
    "สมหญิง": set(),
    "example": {"address"},
    "osk@example.is": {"address"},
    "sendingar skil": {"address"},
    "καλημερα": {"greek"},
    "Φίλε": {"greek"},
}


async def test_accents_and_scripts_make_no_difference_on_either(any_core: Core) -> None:
    for text in FOREIGN.values():
        await any_core.say((await any_core.visitor()).caller, text)
    names = {text: name for name, text in FOREIGN.items()}
    hits = {query: {names[text] for text in await found(any_core, query)} for query in IN_FOREIGN}
    assert hits == IN_FOREIGN


@pytest.mark.parametrize(
    ("query", "snippet"),
    [
        ("asgeirs", "Ég heiti Katrín [Ásgeirsdóttir], þetta er ævintýri"),
        ("外套 紅", "我想買一件[紅]色[外套],謝謝"),
        ("ชือ", "ผม[ชื่อ]สมชาย อยากได้เสื้อสีแดง"),
        ("черный", "Ещё один [ЧЁРНЫЙ] мой чай"),
    ],
)
async def test_what_is_found_otherwise_written_is_marked(
    any_core: Core, query: str, snippet: str
) -> None:
    for text in FOREIGN.values():
        await any_core.say((await any_core.visitor()).caller, text)
    (hit,) = (await any_core.transcripts.search(ADA, DialogueFilter(query=query), Slice())).items
    marked = hit.snippet or ""
    assert marked.strip("…") in snippet
    assert [part.split("]")[0] for part in marked.split("[")[1:]] == [
        part.split("]")[0] for part in snippet.split("[")[1:]
    ]


_LETTERS = "aeéíðþæöкиёйąőǰßพทีเ้我們 ,-.'0๑"


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(_LETTERS, min_size=1, max_size=12).filter(asked))
async def test_whatever_is_said_is_found_by_the_same_words(any_core: Core, text: str) -> None:
    sent = await any_core.say((await any_core.visitor()).caller, text)
    hits = (
        await any_core.transcripts.search(ADA, DialogueFilter(query=text), Slice(limit=100))
    ).items
    assert sent.conversation_id in {hit.snapshot.conversation.id for hit in hits}


async def test_the_words_found_are_marked_in_the_snippet(any_core: Core) -> None:
    await say_all(any_core)
    hits = (await any_core.transcripts.search(ADA, DialogueFilter(query="torn"), Slice())).items
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
    hits = (await any_core.transcripts.search(ADA, DialogueFilter(query="jacket"), Slice())).items
    assert [hit.snippet for hit in hits] == ["Another [jacket] later"]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=40))
async def test_no_query_breaks_the_search(any_core: Core, query: str) -> None:
    await any_core.transcripts.search(ADA, DialogueFilter(query=query), Slice(limit=5))
