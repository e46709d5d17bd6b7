"""What visitors and agents say about facts themselves, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Reply
from chat_server.domain.errors import Conflict, Invalid, NotFound, SamtalError, TooLarge
from chat_server.domain.facts.fact import FactReason, FactSource, FactState
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import Slice
from chat_server.services.memory import Selection
from tests.core.core import ANNA, by_text, heard, words

if TYPE_CHECKING:
    from chat_server.domain.facts.fact import Fact
    from chat_server.services.identity import Session
    from tests.core.core import Core


def guess(key: str, value: str) -> Answer:
    return Answer((Reply(words("ok")),), "inform", 0.9, statements=(Statement(key, value, 0.6),))


async def history(core: Core, contact_id: str) -> list[Fact]:
    """Newest first."""
    return [one.fact for one in await core.memory.history(ANNA, contact_id, Slice(limit=100))]


async def held(core: Core, session: Session) -> list[Fact]:
    return [one.fact for one in (await core.memory.own_facts(session.caller))[0]]


async def test_a_correction_leaves_its_trace(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("name", "Ana"))
    session = await core.visitor()
    await core.dialogue(session.caller, "Ana")
    core.clock.forward(seconds=1)
    (wrong,) = await held(core, session)
    right = (await core.memory.correct(session.caller, wrong.id, "Anna")).fact
    assert (right.source, right.confidence, right.message_id) == (FactSource.VISITOR, 1.0, None)
    old = (await history(core, session.contact.id))[1]
    assert (old.value, old.reason, old.superseded_by) == ("Ana", FactReason.CORRECTED, right.id)
    assert (await core.visitor(token=session.token)).contact.name == "Anna"


async def test_what_was_replaced_meanwhile_is_not_corrected(any_core: Core) -> None:
    core = any_core
    core.bot.script = by_text({"M": heard(("size", "M")), "L": heard(("size", "L"))})
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "M")
    (old,) = await held(core, session)
    core.clock.forward(seconds=1)
    await core.say(session.caller, "L", conversation_id)
    await core.answer_all()
    with pytest.raises(Conflict):
        await core.memory.correct(session.caller, old.id, "S")


async def test_a_guess_is_confirmed_by_the_visitor(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: guess("size", "M")
    session = await core.visitor()
    await core.dialogue(session.caller, "m I think")
    core.clock.forward(seconds=1)
    (unsure,) = await held(core, session)
    sure = (await core.memory.confirm(session.caller, unsure.id, right=True)).fact
    assert (sure.id, sure.state, sure.confirmed_at) == (
        unsure.id,
        FactState.CURRENT,
        core.clock(),
    )
    assert await core.facts(session.contact.id) == {"size": "M"}


async def test_a_guess_is_denied_and_never_asked_again_for_the_same_words(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: guess("name", "Anna")
    session = await core.visitor()
    await core.dialogue(session.caller, "anna?")
    (unsure,) = await held(core, session)
    denied = (await core.memory.confirm(session.caller, unsure.id, right=False)).fact
    assert (denied.state, denied.reason) == (FactState.ENDED, FactReason.WITHDRAWN)
    assert await held(core, session) == []


async def test_what_is_sure_can_be_denied_too(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("name", "Anna"))
    session = await core.visitor()
    await core.dialogue(session.caller, "Anna")
    (fact,) = await held(core, session)
    await core.memory.confirm(session.caller, fact.id, right=False)
    assert await core.facts(session.contact.id) == {}
    assert (await core.visitor(token=session.token)).contact.name is None


async def test_nobody_judges_anothers_facts(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: guess("size", "M")
    owner, thief = await core.visitor(), await core.visitor()
    await core.dialogue(owner.caller, "M")
    (fact,) = await held(core, owner)
    for right in (True, False):
        with pytest.raises(NotFound):
            await core.memory.confirm(thief.caller, fact.id, right=right)
    assert [one.state for one in await held(core, owner)] == [FactState.UNCONFIRMED]


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("x" * 10_240, TooLarge),
        ("4111 1111 1111 1111", Invalid),
        ("<script>alert(1)</script>", Invalid),
        ("", Invalid),
    ],
)
async def test_what_cannot_be_kept_is_refused_with_a_code(
    any_core: Core, value: str, error: type[SamtalError]
) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("name", "Anna"))
    session = await core.visitor()
    await core.dialogue(session.caller, "Anna")
    (fact,) = await held(core, session)
    with pytest.raises(error):
        await core.memory.correct(session.caller, fact.id, value)
    with pytest.raises(error):
        await core.memory.add(ANNA, session.contact.id, Statement("name", value, 1.0))
    assert await core.facts(session.contact.id) == {"name": "Anna"}


class TestWhatAgentsSelect:
    TEXT = "I wear a 🙂 medium, in green"

    async def test_is_kept_with_its_place(self, any_core: Core) -> None:
        core = any_core
        session = await core.visitor()
        conversation_id = await core.dialogue(session.caller, self.TEXT)
        message = (await core.messages(conversation_id))[0]
        start = self.TEXT.index("medium")
        selected = Selection(message.id, start, start + 6, "medium")
        added = await core.memory.add(
            ANNA, session.contact.id, Statement("size", "M", 1.0), None, selected
        )
        fact = added.fact
        assert (fact.source, fact.value) == (FactSource.AGENT, "M")
        assert (fact.message_id, fact.conversation_id) == (message.id, conversation_id)
        assert message.text[fact.start : fact.end] == "medium"
        assert added.quote == self.TEXT

    @pytest.mark.parametrize(
        ("start", "end", "quote"),
        [
            (0, 999, None),
            (5, 5, None),
            (9, 3, None),
            (-4, 3, None),
            (0, None, None),
            (None, None, "medium"),
            (1, 2, None),
            (2, 6, "medium"),
        ],
    )
    async def test_is_refused_where_the_message_says_something_else(
        self, core: Core, start: int | None, end: int | None, quote: str | None
    ) -> None:
        session = await core.visitor()
        conversation_id = await core.dialogue(session.caller, self.TEXT)
        message = (await core.messages(conversation_id))[0]
        selected = Selection(message.id, start, end, quote)
        with pytest.raises(Invalid):
            await core.memory.add(
                ANNA, session.contact.id, Statement("size", "M", 1.0), None, selected
            )
        assert await core.facts(session.contact.id) == {}

    async def test_is_refused_from_a_strangers_message_or_a_note(self, any_core: Core) -> None:
        core = any_core
        session, stranger = await core.visitor(), await core.visitor()
        theirs = await core.dialogue(stranger.caller, self.TEXT)
        own = await core.dialogue(session.caller, "Hello")
        await core.agents.note(ANNA, own, "n1", words(self.TEXT))
        wrong = [(await core.messages(theirs))[0].id, (await core.messages(own))[-1].id, "none"]
        for message_id in wrong:
            with pytest.raises(NotFound):
                await core.memory.add(
                    ANNA,
                    session.contact.id,
                    Statement("size", "M", 1.0),
                    None,
                    Selection(message_id, 0, 4),
                )
        assert await core.facts(session.contact.id) == {}

    async def test_confirms_what_was_only_guessed_from_it(self, any_core: Core) -> None:
        core = any_core
        core.bot.script = lambda _: guess("size", "M")
        session = await core.visitor()
        conversation_id = await core.dialogue(session.caller, self.TEXT)
        core.clock.forward(seconds=1)
        message = (await core.messages(conversation_id))[0]
        added = await core.memory.add(
            ANNA, session.contact.id, Statement("size", "M", 1.0), None, Selection(message.id)
        )
        assert (added.fact.state, added.fact.confirmed_at) == (FactState.CURRENT, core.clock())


async def test_history_is_read_a_page_at_a_time(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda question: heard(("size", question.text))
    session = await core.visitor()
    conversation_id = None
    for size in ("S", "M", "L", "XL"):
        sent = await core.say(session.caller, size, conversation_id)
        conversation_id = sent.conversation_id
        await core.answer_all()
        core.clock.forward(seconds=1)
    first = await core.memory.history(ANNA, session.contact.id, Slice(limit=3))
    last = first[-1].fact
    rest = await core.memory.history(
        ANNA, session.contact.id, Slice(limit=3, before=last.observed_at, before_id=last.id)
    )
    assert [one.fact.value for one in [*first, *rest]] == ["XL", "L", "M", "S"]
