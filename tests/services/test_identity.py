"""Who a visitor is: only what the shop signed counts, once, and in one browser."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import jwt
import pytest

from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.services.identity import Arrival
from tests.core.core import ANNA, OWN_ORIGIN, SECRETS, SHOP_ORIGIN, by_text, heard, signed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tests.core.core import Core


def _unsigned(subject: str) -> str:
    def part(value: dict[str, object]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    claims = jwt.decode(signed(subject), options={"verify_signature": False})
    return f"{part({'alg': 'none', 'kid': 'hraun'})}.{part(claims)}."


def _tampered(subject: str) -> str:
    head, _, signature = signed("somebody").split(".")
    return f"{head}.{signed(subject).split('.')[1]}.{signature}"


BAD: dict[str, Callable[[], str]] = {
    "no algorithm": lambda: _unsigned("katrin"),
    "another algorithm": lambda: signed("katrin", algorithm="HS512"),
    "another key": lambda: signed("katrin", key="guessed, but thirty-two bytes long"),
    "the public key as secret": lambda: signed("katrin", key="hraun"),
    "another inbox": lambda: signed("katrin", inbox="bakki"),
    "another inbox's key under our name": lambda: signed("katrin", key=SECRETS["bakki"]),
    "expired": lambda: signed("katrin", lifetime=-30),
    "too far ahead": lambda: signed("katrin", lifetime=11 * 60),
    "far beyond any calendar": lambda: signed("katrin", exp=10**20),
    "no expiry": lambda: signed("katrin", without=["exp"]),
    "no subject": lambda: signed("katrin", without=["sub"]),
    "no token id": lambda: signed("katrin", without=["jti"]),
    "blank subject": lambda: signed("  "),
    "subject of control characters": lambda: signed("\u202e\x00"),
    "subject that reads as another": lambda: signed("katrin\x00"),
    "endless subject": lambda: signed("k" * 300),
    "subject that is a number": lambda: signed("katrin", sub=7),
    "changed claims": lambda: _tampered("katrin"),
    "garbage": lambda: "garbage",
    "two dots": lambda: "..",
    "not even text": lambda: "þ.\x00.ð",
    "half a character": lambda: "\ud800.\ud800.\ud800",
}


@pytest.mark.parametrize("flaw", BAD)
@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
async def test_a_flawed_identity_is_refused_and_leaves_nothing(core: Core, flaw: str) -> None:
    bad = BAD[flaw]()
    with pytest.raises(NotAllowed):
        await core.visitor(identity=bad)
    session = await core.visitor()
    with pytest.raises(NotAllowed):
        await core.identity.identify(session.caller, bad)
    assert not (await core.identity.contact(session.caller)).identified
    async with core.store.read() as tx:
        assert await tx.contacts.by_external_id("inbox-hraun", "katrin") is None


async def test_a_good_identity_makes_the_contact_known(core: Core) -> None:
    session = await core.visitor(
        identity=signed("katrin", name="Katrín", email="K@Hraun.is", locale="is")
    )
    assert session.contact.identified
    assert (session.contact.external_id, session.contact.name) == ("katrin", "Katrín")
    assert session.contact.locale == "is"
    assert await core.facts(session.contact.id) == {"name": "Katrín", "email": "k@hraun.is"}
    assert "Katrín" in session.greeting.text


async def test_claims_are_cleaned_like_any_text(core: Core) -> None:
    session = await core.visitor(identity=signed("katrin", name="Kat\x00rín\u202e", phone=["x"]))
    assert session.contact.name == "Katrín"
    assert session.contact.phone is None


async def test_the_same_person_in_two_browsers_is_one_contact(core: Core) -> None:
    one = await core.visitor(identity=signed("katrin"))
    two = await core.visitor(identity=signed("katrin"))
    assert one.contact.id == two.contact.id
    assert one.caller.visitor_id != two.caller.visitor_id


async def test_people_of_two_inboxes_are_never_one(core: Core) -> None:
    one = await core.visitor(identity=signed("katrin"))
    two = await core.visitor(inbox="bakki", identity=signed("katrin", inbox="bakki"))
    assert one.contact.id != two.contact.id


async def test_a_used_identity_works_in_its_browser_only(core: Core) -> None:
    identity = signed("katrin")
    first = await core.visitor(identity=identity)
    again = await core.visitor(token=first.token, identity=identity)
    assert again.caller == first.caller
    with pytest.raises(NotAllowed, match="another browser"):
        await core.visitor(identity=identity)
    stranger = await core.visitor()
    with pytest.raises(NotAllowed, match="another browser"):
        await core.identity.identify(stranger.caller, identity)
    assert not (await core.identity.contact(stranger.caller)).identified


async def test_a_used_identity_is_refused_until_it_is_no_longer_accepted(core: Core) -> None:
    """Its last seconds of grace are no gap in which it could be used again."""
    identity = signed("katrin", lifetime=-3)
    await core.visitor(identity=identity)
    with pytest.raises(NotAllowed, match="another browser"):
        await core.visitor(identity=identity)


async def test_what_was_said_before_signing_in_goes_along(core: Core) -> None:
    core.bot.script = by_text({"size M": heard(("size", "M"))})
    known = await core.visitor(identity=signed("katrin"))
    anonymous = await core.visitor()
    conversation_id = await core.dialogue(anonymous.caller, "size M")
    merged = await core.identity.identify(anonymous.caller, signed("katrin"))
    assert merged.contact.id == known.contact.id
    assert merged.caller == anonymous.caller
    assert (await core.conversation(conversation_id)).contact_id == known.contact.id
    assert (await core.facts(known.contact.id))["size"] == "M"
    assert (await core.response_event(conversation_id)).contact_id == known.contact.id
    assert (await core.visitors.resume(known.caller, conversation_id, 0)).messages


async def test_nothing_is_left_of_the_anonymous_contact(core: Core) -> None:
    core.bot.script = by_text({"I am K": heard(("name", "K"))})
    await core.visitor(identity=signed("katrin"))
    anonymous = await core.visitor()
    await core.dialogue(anonymous.caller, "I am K")
    await core.identity.identify(anonymous.caller, signed("katrin"))
    async with core.store.read() as tx:
        assert await tx.contacts.get(anonymous.contact.id) is None


async def test_after_a_merge_every_kind_of_fact_has_one_value_the_newest(core: Core) -> None:
    core.bot.script = by_text(
        {
            "L": heard(("size", "L"), ("colour", "red")),
            "M": heard(("size", "M"), ("order_number", "10432")),
        }
    )
    known = await core.visitor(identity=signed("katrin"))
    await core.dialogue(known.caller, "L")
    core.clock.forward(minutes=1)
    anonymous = await core.visitor()
    await core.dialogue(anonymous.caller, "M")
    await core.identity.identify(anonymous.caller, signed("katrin"))
    remembered, _ = await core.memory.own_facts(known.caller)
    held = sorted((item.fact.key, item.fact.value) for item in remembered)
    assert held == [("colour", "red"), ("order_number", "10432"), ("size", "M")]


async def test_signing_in_for_the_first_time_keeps_the_contact(core: Core) -> None:
    anonymous = await core.visitor()
    conversation_id = await core.dialogue(anonymous.caller, "Hello")
    session = await core.identity.identify(anonymous.caller, signed("katrin"))
    assert session.contact.id == anonymous.contact.id
    assert session.conversation is not None
    assert session.conversation.conversation.id == conversation_id


async def test_two_customers_on_one_device_stay_apart(core: Core) -> None:
    katrin = await core.visitor(identity=signed("katrin", name="Katrín"))
    hers = await core.dialogue(katrin.caller, "My address is secret")
    jon = await core.visitor(token=katrin.token, identity=signed("jon", name="Jón"))
    assert jon.contact.id != katrin.contact.id
    assert jon.token != katrin.token
    assert (jon.conversation, jon.messages) == (None, [])
    with pytest.raises(NotFound):
        await core.visitors.resume(jon.caller, hers, 0)
    back = await core.visitor(token=katrin.token)
    assert back.contact.id == katrin.contact.id


@pytest.mark.parametrize("token", ["", "unknown", "\ud800", "x" * 10_000])
async def test_an_unknown_token_is_refused(core: Core, token: str) -> None:
    with pytest.raises(NotAllowed):
        await core.visitor(token=token)
    with pytest.raises(NotAllowed):
        await core.identity.caller(token)


async def test_a_token_of_another_inbox_is_refused(core: Core) -> None:
    session = await core.visitor(inbox="bakki")
    with pytest.raises(NotAllowed):
        await core.visitor(inbox="hraun", token=session.token)


async def test_an_unknown_inbox_is_not_found(core: Core) -> None:
    with pytest.raises(NotFound):
        await core.visitor(inbox="nobody")


@pytest.mark.parametrize("origin", [SHOP_ORIGIN, OWN_ORIGIN, None])
async def test_the_shops_and_our_own_pages_may_speak(core: Core, origin: str | None) -> None:
    assert (await core.identity.open(Arrival("hraun", origin=origin))).token


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "https://shop.test.evil.test"])
async def test_other_pages_may_not(core: Core, origin: str) -> None:
    with pytest.raises(NotAllowed):
        await core.identity.open(Arrival("hraun", origin=origin))
    with pytest.raises(NotAllowed):
        await core.identity.inbox_for(origin)


async def test_the_token_is_not_kept_only_its_digest(core: Core) -> None:
    session = await core.visitor()
    async with core.store.read() as tx:
        visitor = await tx.contacts.visitor(session.caller.visitor_id)
    assert visitor is not None
    assert session.token not in str(visitor)


async def test_coming_back_shows_the_open_dialogue_and_not_a_resolved_one(core: Core) -> None:
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "Hello")
    again = await core.visitor(token=session.token)
    assert [message.text for message in again.messages] == ["Hello", "You said: Hello"]
    await core.assignments.resolve(ANNA, conversation_id, solved=True)
    assert (await core.visitor(token=session.token)).conversation is None


async def test_who_comes_back_is_written_down_once_a_minute(core: Core) -> None:
    async def seen(**arrival: object) -> datetime:
        admitted = await core.identity.admit(Arrival("hraun", token=token, **arrival))  # type: ignore[arg-type]
        return (await core.identity.session(admitted)).contact.last_seen_at

    token = (await core.visitor()).token
    first = await seen()
    core.clock.forward(seconds=50)
    assert await seen() == first
    core.clock.forward(seconds=20)
    assert await seen() == core.clock()


@pytest.mark.parametrize(
    "changed", [{"locale": "is"}, {"page": {"url": "https://shop.test/boots"}}]
)
async def test_what_changed_since_is_kept_at_once(core: Core, changed: dict[str, object]) -> None:
    session = await core.visitor()
    await core.identity.admit(Arrival("hraun", token=session.token, **changed))  # type: ignore[arg-type]
    async with core.store.read() as tx:
        found = await tx.contacts.behind(session.caller.visitor_id)
    assert found is not None
    visitor, contact = found
    assert {"locale": contact.locale, "page": visitor.page}.items() >= changed.items()


async def test_who_is_new_is_welcomed_as_if_everything_had_been_read(core: Core) -> None:
    arrival = Arrival("hraun", locale="is", page={"url": "https://shop.test/"})
    admitted = await core.identity.admit(arrival)
    new = await core.identity.session(admitted)
    assert await core.identity.session(replace(admitted, is_new=False)) == new
