"""What the bot may offer in a dialogue, and that it goes on record with the reply that offers it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Offered, Reply
from chat_server.domain.campaigns.mail import Refusal, address_digest
from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Conflict
from chat_server.domain.events import EventType
from chat_server.domain.ids import new_id
from chat_server.services.offer_report import OfferReports
from tests.core.core import ANNA, BOT, MARKUS, by_text, signed
from tests.services.test_customers import stock

if TYPE_CHECKING:
    from chat_server.domain.events import Event
    from chat_server.domain.message import Content
    from chat_server.services.access import VisitorCaller
    from tests.core.core import Core

OFFERING = Reply(
    {"type": "text", "text": "Pegs go with your tent."}, offer=Offered("PEGS", "TENT", asked=False)
)
UNKNOWN = Reply({"type": "text", "text": "A sled!"}, offer=Offered("SLED", None, asked=False))
SAID = by_text(
    {
        "Thanks!": Answer((OFFERING,), "thanks", 0.9),
        "And?": Answer((OFFERING, UNKNOWN), "thanks", 0.9),
        "It is late": Answer((Reply({"type": "text", "text": "Sorry."}),), "late_delivery", 0.9),
        "All good now": Answer((Reply({"type": "text", "text": "Nice."}),), "problem_solved", 0.9),
        "Not now": Answer((Reply({"type": "text", "text": "All right."}),), "deny", 0.9),
        "Hello": Answer((Reply({"type": "text", "text": "Hello."}),), "greet", 0.9),
    }
)


async def furnished(core: Core, *, consents: bool = True) -> tuple[VisitorCaller, str]:
    """A customer who has a tent, and their dialogue."""
    core.bot.script = SAID
    await stock(core)
    seen = await core.visitor(identity=signed("c0", email="c0@shop.test"))
    if consents:
        await core.consents.set(seen.caller, Purpose.MARKETING, granted=True)
    return seen.caller, await core.dialogue(seen.caller, "Hello")


async def why(core: Core, dialogue: str, *, asked: bool = False) -> object:
    with pytest.raises(Conflict) as refused:
        await core.bot_offers.next(BOT, dialogue, asked=asked)
    return (refused.value.fields or {})["offer"]


async def made(core: Core) -> list[Event]:
    return [one for one in await core.log() if one.type is EventType.OFFER_MADE]


async def test_it_goes_with_what_they_have(any_core: Core) -> None:
    _, dialogue = await furnished(any_core)
    offer = await any_core.bot_offers.next(BOT, dialogue, asked=False)
    # They have tent and pegs; what is left goes with nothing.
    assert offer.because is None
    assert offer.product.sku in {"MUG", "MAP"}


async def test_without_consent_nothing_is_offered_and_who_asks_hears_what_most_buy(
    core: Core,
) -> None:
    _, dialogue = await furnished(core, consents=False)
    assert await why(core, dialogue) == "no_consent"
    offer = await core.bot_offers.next(BOT, dialogue, asked=True)
    everybody = await core.customers.best_for((await core.visitor()).contact.id)
    # Also what they have: what they bought is not looked at.
    assert (offer.product.sku, offer.because) == (everybody[0].product.sku, None)


@pytest.mark.parametrize(
    ("refusal", "reason"), [(Refusal.ASKED, "do_not_contact"), (Refusal.BOUNCED, None)]
)
async def test_who_wants_nothing_from_us_is_offered_nothing(
    core: Core, refusal: Refusal, reason: str | None
) -> None:
    _, dialogue = await furnished(core)
    async with core.store.begin() as tx:
        (await tx.campaigns.address(address_digest("C0@shop.test"))).refuse(refusal, core.clock())
    if reason is None:
        assert (await core.bot_offers.next(BOT, dialogue, asked=False)).product.sku
    else:
        assert await why(core, dialogue) == reason


async def test_while_something_is_wrong_nothing_is_offered_even_to_who_asks(core: Core) -> None:
    caller, dialogue = await furnished(core)
    await core.say(caller, "It is late", dialogue)
    await core.answer_all()
    assert await why(core, dialogue) == "troubled"
    assert await why(core, dialogue, asked=True) == "troubled"
    await core.say(caller, "All good now", dialogue)
    await core.answer_all()
    assert (await core.bot_offers.next(BOT, dialogue, asked=False)).product.sku


async def test_the_reply_that_offers_is_on_record_and_there_is_no_second_offer(
    any_core: Core,
) -> None:
    core = any_core
    caller, dialogue = await furnished(core)
    await core.say(caller, "Thanks!", dialogue)
    await core.answer_all()
    (line,) = await made(core)
    assert (line.actor_kind, line.conversation_id) == ("bot", dialogue)
    assert line.data == {
        "sku": "PEGS",
        "reason": "goes_with",
        "because": "TENT",
        "asked": False,
    }
    assert await why(core, dialogue) == "offered_already"
    assert await why(core, dialogue, asked=True) == "offered_already"
    # Said again it is the same line, and what is not sold here is none.
    await core.say(caller, "And?", dialogue)
    await core.answer_all()
    assert len(await made(core)) == 1


async def test_not_now_is_on_record_and_holds_for_a_while(any_core: Core) -> None:
    core = any_core
    caller, dialogue = await furnished(core)
    # A no to something else refuses nothing.
    await core.say(caller, "Not now", dialogue)
    await core.answer_all()
    best = (await core.bot_offers.next(BOT, dialogue, asked=False)).product.sku
    core.bot.script = by_text(
        {
            "Thanks!": Answer((replace(OFFERING, offer=Offered(best, None, asked=False)),), "x", 1),
            "Not now": Answer((Reply({"type": "text", "text": "All right."}),), "deny", 0.9),
        }
    )
    for text in ("Thanks!", "Not now", "Not now"):
        await core.say(caller, text, dialogue)
        await core.answer_all()
    lines = [one for one in await core.log() if one.type is EventType.OFFER_DECLINED]
    assert [(one.actor_kind, one.data) for one in lines] == [("visitor", {"sku": best})]
    async with core.store.read() as tx:
        conversation = await tx.conversations.get(dialogue)
        assert conversation is not None
    contact_id = conversation.contact_id
    since, until = core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    report = await OfferReports(core.store).report(MARKUS, since, until)
    assert report.every.made == report.every.declined == {dialogue}
    left = [one.product.sku for one in await core.customers.offers(ANNA, contact_id)]
    assert best not in left
    core.clock.forward(days=31)
    back = [one.product.sku for one in await core.customers.offers(ANNA, contact_id)]
    assert best in back


async def test_the_offers_own_button_refuses_it_later_too(any_core: Core) -> None:
    core = any_core
    caller, _ = await furnished(core)
    no = {"label": "Not now", "payload": "/deny"}
    card: Content = {"type": "card", "cards": [{"title": "Pegs", "actions": [no]}]}
    asking: Content = {"type": "choices", "text": "Is it late?", "choices": [no]}
    core.bot.script = by_text(
        {
            "Thanks!": Answer((replace(OFFERING, content=card),), "thanks", 0.9),
            "And?": Answer((Reply(asking),), "other", 0.9),
            "/deny": Answer((Reply({"type": "text", "text": "All right."}),), "deny", 1.0),
        }
    )

    other = (await core.visitor(identity=signed("c1", email="c1@shop.test"))).caller
    await core.consents.set(other, Purpose.MARKETING, granted=True)

    async def refused_after(who: VisitorCaller, *texts: str) -> int:
        dialogue = await core.dialogue(who, "Hello")
        for text in texts:
            core.clock.forward(minutes=1)
            await core.say(who, text, dialogue)
            await core.answer_all()
        picked: Content = {"type": "text", "text": "Not now", "payload": "/deny"}
        await core.visitors.send(who, dialogue, new_id(), picked)
        await core.answer_all()
        lines = [one for one in await core.log() if one.type is EventType.OFFER_DECLINED]
        return sum(one.conversation_id == dialogue for one in lines)

    assert await refused_after(caller, "Thanks!", "And?") == 0, "the button is the question's now"
    assert await refused_after(other, "Thanks!", "What else is new?") == 1


async def test_an_agent_who_offered_first_is_not_joined_by_the_bot(core: Core) -> None:
    _, dialogue = await furnished(core)
    await core.customers.offered(ANNA, dialogue, "MUG", "offer_made")
    (line,) = await made(core)
    assert (line.actor_kind, line.data) == ("agent", {"sku": "MUG", "reason": "popular"})
    assert await why(core, dialogue) == "offered_already"


async def test_in_a_persons_hands_the_bot_offers_nothing(core: Core) -> None:
    seen = await core.visitor()
    dialogue = await core.queued(seen.caller)
    assert await why(core, dialogue, asked=True) == "not_the_bot"
