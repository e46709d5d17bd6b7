"""What marketers are given of dialogues: the words without whom they are about, on every way to text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.masking import CLOSE, OPEN, Kind, Pseudonyms, Span, joined
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.access import AgentCaller, VisitorCaller
from tests.core.core import ADA, ANNA, MARKUS, Core, signed

if TYPE_CHECKING:
    from chat_server.services.identity import Session

SAID = (
    "Hi, this is Hildigunnur Marteinsdóttir, hildi.m@postur.example, +354 698 4410, order 18842",
    "please send it to Skipholt 12, 105 Reykjavík, my husband Þorlákur is at home",
    "the zip of the rain jacket is torn",
)
PRIVATE = ("ildigunn", "arteins", "hildi.m", "6984410", "698 4410", "18842", "Skipholt", "orlák")


async def _dialogue(core: Core) -> tuple[Session, str]:
    session = await core.visitor(identity=signed("cus-1", name="Hildigunnur Marteinsdóttir"))
    return session, await core.dialogue(session.caller, *SAID)


async def _seen(core: Core, caller: AgentCaller, conversation_id: str, query: str) -> str:
    """All that the account can get of the dialogue."""
    wanted = DialogueFilter()
    resumed = await core.agents.resume(caller, conversation_id, 0)
    one = await core.lists.one(caller, conversation_id)
    found = await core.transcripts.search(caller, DialogueFilter(query=query), Slice())
    exported = [message async for message in core.transcripts.export_messages(caller, wanted)]
    said = [
        *(
            f"{m.text} {m.content} {m.author} {m.understood}"
            for m in [*resumed.messages, *exported]
        ),
        *(repr(view.conversation) for view in (one, resumed.snapshot)),
        *(f"{item.snippet} {item.snapshot.conversation!r}" for item in found.items),
    ]
    return "\n".join(said)


async def test_marketers_read_masks_and_agents_words(core: Core) -> None:
    _, conversation_id = await _dialogue(core)
    masked = await _seen(core, MARKUS, conversation_id, "zip")
    plain = await _seen(core, ADA, conversation_id, "zip")
    for private in PRIVATE:
        assert private not in masked
    for said in ("Hildigunnur", "18842", "Skipholt 12", "+354 698 4410"):
        assert said in plain
    assert f"{OPEN}name " in masked
    assert "rain jacket is torn" in masked


async def test_who_was_named_once_is_masked_in_every_line_of_the_dialogue(core: Core) -> None:
    session = await core.visitor()
    conversation_id = await core.dialogue(
        session.caller, "my neighbour Bronagh Quilliam took it", "bronagh says quilliams are two"
    )
    read = (await core.agents.resume(MARKUS, conversation_id, 0)).messages
    exported = [one async for one in core.transcripts.export_messages(MARKUS, DialogueFilter())]
    for messages in (read, exported):
        said = [one.text for one in messages if " says " in one.text]
        assert said
        assert not [text for text in said if "bronagh" in text or "quilliam" in text]


async def test_what_is_masked_cannot_be_searched_for_either(core: Core) -> None:
    _, conversation_id = await _dialogue(core)
    for query in ("hildigunnur", "698", "18842", "skipholt", "þorlákur", "hildi"):
        wanted = DialogueFilter(query=query)
        assert (await core.transcripts.search(MARKUS, wanted, Slice())).items == []
        assert (await core.transcripts.response_events(MARKUS, wanted, Slice())).items == []
        assert [one async for one in core.transcripts.export_messages(MARKUS, wanted)] == []
        assert [one async for one in core.transcripts.export_dialogues(MARKUS, wanted)] == []
        (hit,) = (await core.transcripts.search(ADA, wanted, Slice())).items
        assert hit.snapshot.conversation.id == conversation_id
    (found,) = (
        await core.transcripts.search(MARKUS, DialogueFilter(query="torn zip"), Slice())
    ).items
    assert found.snippet is not None
    assert "[zip]" in found.snippet


async def test_a_page_goes_on_behind_dialogues_that_masks_hide(core: Core) -> None:
    shown = []
    for number in range(6):
        caller = (await core.visitor()).caller
        named = f"Hello, my name is Ferdinand Okonkwo, jacket {number}"
        plain = f"Does the ferdinand jacket come in size {number}"
        conversation_id = await core.dialogue(caller, named if number % 3 else plain)
        shown += [] if number % 3 else [conversation_id]
        core.clock.forward(seconds=1)
    wanted = DialogueFilter(query="okonkwo")
    page = await core.transcripts.search(MARKUS, wanted, Slice(limit=2))
    assert page.items == []
    assert page.last is None
    everyone = await core.transcripts.search(MARKUS, DialogueFilter(query="jacket"), Slice(limit=4))
    assert len(everyone.items) == 4
    assert everyone.last is not None


async def test_a_person_keeps_their_pseudonym_in_every_dialogue_and_form(core: Core) -> None:
    session, first = await _dialogue(core)
    second = await core.dialogue(session.caller, "Hildigunnur again, tell Hildigunni hello")
    other: VisitorCaller = (await core.visitor(identity=signed("cus-2", name="Hildigunnur"))).caller
    third = await core.dialogue(other, "Hildigunnur here")
    codes = []
    for conversation_id in (first, second, third):
        (message, *_) = (await core.agents.resume(MARKUS, conversation_id, 0)).messages
        codes.append(message.text.split(f"{OPEN}name ")[1].split(CLOSE)[0])
    assert (
        codes[0]
        == codes[1]
        == core.masking.pseudonyms.of((await core.lists.one(MARKUS, first)).contact.id)
    )
    assert codes[2] != codes[0]


async def test_summaries_tags_and_pages_are_masked(core: Core) -> None:
    _, conversation_id = await _dialogue(core)
    async with core.store.begin() as tx:
        conversation = await tx.conversations.lock(conversation_id)
        assert conversation is not None
        conversation.handoff_summary = "Hildigunnur wants order 18842 back"
        conversation.tags = ["vip", "hildi.m@postur.example"]
        conversation.page_url = "https://shop.test/shop/jackets?email=hildi.m@postur.example#x"
        conversation.referrer = "https://shop.test/customers/18842/orders"
    one = (await core.lists.one(MARKUS, conversation_id)).conversation
    assert not [private for private in PRIVATE if private in repr(one)]
    assert one.page_url == "https://shop.test/shop/jackets"
    assert one.referrer == "https://shop.test/…"
    assert one.tags[0] == "vip"
    kept = (await core.lists.one(ANNA, conversation_id)).conversation
    assert kept.handoff_summary == "Hildigunnur wants order 18842 back"


def test_codes_need_the_key_and_do_not_lead_from_one_contact_to_another() -> None:
    spans = [Span(0, 4, Kind.PHONE)]
    masks = {
        Pseudonyms(key).masked("5551", spans, contact)
        for key in ("one secret", "another secret")
        for contact in ("a", "b")
    }
    assert len(masks) == 4
    assert Pseudonyms("k").masked("555 1", [Span(0, 5, Kind.PHONE)], "a") == Pseudonyms("k").masked(
        "5551", spans, "a"
    )


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 4, Kind.NAME), (2, 9, Kind.ADDRESS)],
        [(2, 9, Kind.ADDRESS), (0, 4, Kind.NAME), (3, 5, Kind.NUMBER)],
    ],
)
def test_spans_that_meet_are_one(spans: list[tuple[int, int, Kind]]) -> None:
    assert joined("0123456789", [Span(*one) for one in spans]) == [Span(0, 9, Kind.ADDRESS)]
