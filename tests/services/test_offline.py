"""What somebody hears who wants a person while nobody is there, and where they leave their address."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Availability
from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Invalid, NotFound, RateLimited, Unavailable
from chat_server.domain.ids import new_id
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.mail.memory import MemoryMailer
from chat_server.services.letters import Letters
from chat_server.services.outbox import Outbox
from chat_server.services.visitor_messages import VisitorMessages
from tests.core.core import ANNA, signed
from tests.core.inboxes import set_inbox

if TYPE_CHECKING:
    from chat_server.domain.message import Message
    from chat_server.services.access import VisitorCaller
    from tests.core.core import Core

GUEST = "gudrun@guest.test"
OFFICE: dict[str, object] = {
    "weekly": {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
}
# Reykjavík keeps GMT all year.
FRIDAY_EVENING = datetime(2026, 11, 20, 18, tzinfo=UTC)
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def letters(core: Core) -> Letters:
    return Letters(core.store, core.clock, mail=True)


async def office(core: Core, now: datetime, **changed: object) -> None:
    """People answer on weekdays; Anna is at her desk."""
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    core.clock.now = now
    await set_inbox(core, hours=OFFICE, **changed)


async def asked(core: Core, *, mail: bool = True) -> tuple[VisitorCaller, str]:
    """A visitor asks for a person."""
    caller = (await core.visitor()).caller
    visitors = VisitorMessages(core.store, core.clock, lambda: None, mail=mail)
    snapshot = await visitors.request_agent(caller, None, new_id(), None)
    return caller, snapshot.conversation.id


async def offline(core: Core, conversation_id: str) -> list[Message]:
    """Everything the hub said, when that was in vain."""
    found = [m for m in await core.messages(conversation_id) if m.author.kind is AuthorKind.SYSTEM]
    return [message for message in found if "reason" in message.content]


async def test_outside_the_hours_it_says_until_when_and_the_visitor_stays_queued(
    core: Core,
) -> None:
    await office(core, FRIDAY_EVENING)
    _, conversation_id = await asked(core)
    (told,) = await offline(core, conversation_id)
    assert told.text == (
        "We are closed until Monday 9:00 (GMT). Leave your e-mail and we will answer there."
    )
    assert told.content["reason"] == "closed"
    assert told.content["opens_at"] == "2026-11-23T09:00:00.000Z"
    assert told.content["asks_email"] is True
    found = await core.conversation(conversation_id)
    assert (found.owner.kind, found.offline_at) == (OwnerKind.QUEUE, FRIDAY_EVENING)


async def test_within_the_hours_and_with_somebody_there_nothing_is_said(core: Core) -> None:
    await office(core, MONDAY_NOON)
    _, conversation_id = await asked(core)
    assert await offline(core, conversation_id) == []
    assert (await core.conversation(conversation_id)).offline_at is None
    (said,) = await core.messages(conversation_id)
    assert said.text == "You are being connected to a person."


async def test_with_nobody_online_it_says_so(core: Core) -> None:
    await office(core, MONDAY_NOON)
    await core.accounts.set_availability(ANNA, Availability.AWAY)
    _, conversation_id = await asked(core)
    (told,) = await offline(core, conversation_id)
    assert told.text.startswith("Nobody is here right now.")
    assert (told.content["code"], told.content["reason"]) == ("handoff", "nobody_online")
    assert await core.messages(conversation_id) == [told]
    assert "opens_at" not in told.content


async def test_who_was_given_back_to_the_bot_and_asks_again_hears_it_again(core: Core) -> None:
    await office(core, FRIDAY_EVENING)
    caller, conversation_id = await asked(core)
    await core.assignments.return_to_bot(ANNA, conversation_id, None)
    visitors = VisitorMessages(core.store, core.clock, lambda: None, mail=True)
    await visitors.request_agent(caller, conversation_id, new_id(), None)
    assert [told.content["reason"] for told in await offline(core, conversation_id)] == [
        "closed"
    ] * 2


async def test_a_hub_without_mail_promises_none(core: Core) -> None:
    await office(core, FRIDAY_EVENING)
    _, conversation_id = await asked(core, mail=False)
    (told,) = await offline(core, conversation_id)
    assert told.text.endswith("What you write is kept and will be answered here.")
    assert told.content["asks_email"] is False


async def test_the_inboxs_own_words_are_said_besides(core: Core) -> None:
    await office(core, FRIDAY_EVENING, offline_message="We are at the sheep round-up.")
    _, conversation_id = await asked(core)
    (told,) = await offline(core, conversation_id)
    assert "(GMT). We are at the sheep round-up. Leave" in told.text
    assert told.content["note"] == "We are at the sheep round-up."


async def test_a_handoff_by_the_bot_hears_the_same(core: Core) -> None:
    await office(core, FRIDAY_EVENING)
    conversation_id = await core.dialogue((await core.visitor()).caller, "a human please")
    assert len(await offline(core, conversation_id)) == 1


async def test_a_customer_whose_address_is_known_is_not_asked(core: Core) -> None:
    # Signed before the clock is turned, for identities do not last.
    session = await core.visitor(identity=signed("c1", email="sub@shop.test"))
    await office(core, FRIDAY_EVENING)
    visitors = VisitorMessages(core.store, core.clock, lambda: None, mail=True)
    found = await visitors.request_agent(session.caller, None, new_id(), None)
    (told,) = await offline(core, found.conversation.id)
    assert told.text.endswith("We will answer here and by e-mail to sub@shop.test.")
    assert told.content["asks_email"] is False


async def test_who_is_welcomed_hears_when_people_are_there(core: Core) -> None:
    await office(core, FRIDAY_EVENING)
    session = await core.visitor()
    assert (session.is_open, session.opens_at) == (False, datetime(2026, 11, 23, 9, tzinfo=UTC))
    core.clock.now = MONDAY_NOON
    session = await core.visitor()
    assert (session.is_open, session.opens_at) == (True, None)


# --------------------------------------------------------------------- address


async def test_an_address_left_is_kept_and_remembered(core: Core, letters: Letters) -> None:
    await office(core, FRIDAY_EVENING)
    caller, conversation_id = await asked(core)
    snapshot = await letters.leave_address(caller, conversation_id, " Gudrun@Guest.test ")
    assert snapshot.conversation.reply_to == GUEST
    assert await core.facts(snapshot.contact.id) == {"email": GUEST}
    last = (await core.messages(conversation_id))[-1]
    assert last.content["code"] == "reply_to"
    assert GUEST not in last.text
    seq = snapshot.conversation.last_seq
    again = await letters.leave_address(caller, conversation_id, GUEST)
    assert again.conversation.last_seq == seq


async def test_who_wants_nothing_remembered_may_still_be_answered(
    core: Core, letters: Letters
) -> None:
    await office(core, FRIDAY_EVENING)
    caller, conversation_id = await asked(core)
    await core.consents.set(caller, Purpose.MEMORY, granted=False)
    snapshot = await letters.leave_address(caller, conversation_id, GUEST)
    assert snapshot.conversation.reply_to == GUEST
    assert await core.facts(snapshot.contact.id) == {}


@pytest.mark.parametrize("email", ["nobody", "a@b", "x@y.test\nBcc: z@y.test", "jón@þjóð.is"])
async def test_what_is_no_address_is_refused(core: Core, letters: Letters, email: str) -> None:
    caller, conversation_id = await asked(core)
    with pytest.raises(Invalid) as refused:
        await letters.leave_address(caller, conversation_id, email)
    assert refused.value.fields == {"email": "name@example.com"}


async def test_somebody_elses_conversation_is_unknown(core: Core, letters: Letters) -> None:
    _, conversation_id = await asked(core)
    stranger = (await core.visitor()).caller
    with pytest.raises(NotFound):
        await letters.leave_address(stranger, conversation_id, GUEST)
    with pytest.raises(NotFound):
        await letters.send_transcript(stranger, conversation_id, GUEST)


async def test_forgetting_the_address_forgets_it_everywhere(core: Core, letters: Letters) -> None:
    caller, conversation_id = await asked(core)
    await letters.leave_address(caller, conversation_id, GUEST)
    await letters.send_transcript(caller, conversation_id, None)
    facts, _ = await core.memory.own_facts(caller)
    (fact,) = [item.fact for item in facts if item.fact.key == "email"]
    await core.memory.forget(caller, fact.id)
    assert (await core.conversation(conversation_id)).reply_to is None
    mailer = MemoryMailer()
    while await Outbox(core.store, core.clock, mailer).run_next():
        pass
    assert mailer.sent == []


# ------------------------------------------------------------------ transcript


async def test_a_transcript_goes_to_the_address_given(core: Core, letters: Letters) -> None:
    caller = (await core.visitor()).caller
    conversation_id = await core.dialogue(caller, "Where is my <parcel>?")
    assert await letters.send_transcript(caller, conversation_id, GUEST) == GUEST
    assert await letters.send_transcript(caller, conversation_id, GUEST) == GUEST
    await core.say(caller, "Said later", conversation_id)
    mailer = MemoryMailer()
    while await Outbox(core.store, core.clock, mailer).run_next():
        pass
    (mail,) = mailer.sent
    assert mail.to == GUEST
    assert "Where is my <parcel>?" in mail.text
    assert "You said: Where is my" in mail.text
    assert "&lt;parcel&gt;" in mail.html
    assert "Said later" not in mail.text


async def test_without_any_address_it_asks_for_one(core: Core, letters: Letters) -> None:
    caller, conversation_id = await asked(core)
    with pytest.raises(Invalid) as refused:
        await letters.send_transcript(caller, conversation_id, None)
    assert refused.value.fields == {"email": "an e-mail address"}


async def test_nobody_can_be_flooded_with_transcripts(core: Core, letters: Letters) -> None:
    for _ in range(5):
        caller, conversation_id = await asked(core)
        await letters.send_transcript(caller, conversation_id, GUEST)
    caller, conversation_id = await asked(core)
    with pytest.raises(RateLimited):
        await letters.send_transcript(caller, conversation_id, GUEST)
    core.clock.forward(days=1, minutes=1)
    assert await letters.send_transcript(caller, conversation_id, GUEST) == GUEST


async def test_a_hub_without_mail_says_so(core: Core) -> None:
    caller, conversation_id = await asked(core)
    with pytest.raises(Unavailable):
        await Letters(core.store, core.clock, mail=False).send_transcript(
            caller, conversation_id, GUEST
        )
