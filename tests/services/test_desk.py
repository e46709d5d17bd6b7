"""The transcript desk: drawn, coded by two without sight of each other, compared; and revealing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.agent import Role
from chat_server.domain.desk import AuditFilter, By, Plan
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.access import AgentCaller
from tests.core.core import ADA, ANNA, MARKUS, signed

if TYPE_CHECKING:
    from chat_server.services.desk import Sheet
    from tests.core.core import Core

CODES = [{"name": name, "definition": f"about {name}"} for name in ("praise", "complaint")]


async def _sample(core: Core, size: int = 4, **other: object) -> Sheet:
    for number in range(6):
        session = await core.visitor(identity=signed(f"cus-{number}", name=f"Gwendolyn {number}"))
        await core.dialogue(session.caller, f"Gwendolyn Abernathy here, order 1884{number}")
    now = core.clock()
    plan = Plan(
        name="Openings",
        since=now - timedelta(days=1),
        until=now + timedelta(days=1),
        size=size,
        by=By.OUTCOME,
        seed=5,
        codes=CODES,
        coders=(MARKUS.agent_id, ADA.agent_id),
    )
    for name, value in other.items():
        object.__setattr__(plan, name, value)
    wanted = DialogueFilter(since=plan.since, until=plan.until)
    return await core.desk.draw(MARKUS, plan, wanted)


async def _code_all(core: Core, sheet: Sheet, caller: AgentCaller, *codes: str) -> None:
    for one, code in zip(sheet.dialogues, codes, strict=True):
        await core.desk.code(caller, sheet.sample.id, one.conversation_id, code)


async def test_coders_do_not_see_each_other_until_both_are_done(any_core: Core) -> None:
    core = any_core
    sheet = await _sample(core)
    sample_id = sheet.sample.id
    assert len(sheet.dialogues) == 4
    await _code_all(core, sheet, MARKUS, "praise", "praise", "complaint", "complaint")
    await core.desk.finish(MARKUS, sample_id)
    for caller in (ADA, MARKUS):
        seen = await core.desk.sample(caller, sample_id)
        coders = {coder for codes in seen.codes.values() for coder in codes}
        assert coders <= {caller.agent_id}
        with pytest.raises(Conflict):
            await core.desk.agreement(caller, sample_id)
    with pytest.raises(Conflict):
        await core.desk.finish(ADA, sample_id)
    await _code_all(core, sheet, ADA, "praise", "praise", "complaint", "praise")
    await core.desk.finish(ADA, sample_id)
    found = await core.desk.agreement(MARKUS, sample_id)
    assert (found.agreement.units, found.agreement.same) == (4, 3)
    assert found.agreement.kappa.value == pytest.approx(0.5)
    last = sheet.dialogues[3].conversation_id
    assert found.disagreements == [(last, "complaint", "praise")]
    with pytest.raises(Conflict):
        await core.desk.code(MARKUS, sample_id, last, "praise")


async def test_what_is_read_at_the_desk_has_masks_for_everybody(core: Core) -> None:
    sheet = await _sample(core, size=1)
    (one,) = sheet.dialogues
    for caller in (MARKUS, ADA):
        reading = await core.desk.read(caller, sheet.sample.id, one.conversation_id)
        shown = " ".join(message.text for message in reading.messages)
        assert "Gwendolyn" not in shown
        assert "1884" not in shown
        assert reading.contact_code in shown
    with pytest.raises(NotFound):
        await core.desk.read(MARKUS, sheet.sample.id, "another")


async def test_a_sample_needs_dialogues_two_coders_and_codes_told_apart(core: Core) -> None:
    with pytest.raises(Invalid):
        await _sample(core, coders=(MARKUS.agent_id, MARKUS.agent_id))
    with pytest.raises(NotFound):
        await _sample(core, coders=(MARKUS.agent_id, ANNA.agent_id))
    with pytest.raises(Invalid):
        await _sample(core, codes=[CODES[0], {"name": "Praise", "definition": "again"}])
    sheet = await _sample(core)
    one = sheet.dialogues[0].conversation_id
    with pytest.raises(Invalid):
        await core.desk.code(MARKUS, sheet.sample.id, one, "no such code")
    past = DialogueFilter(until=core.clock() - timedelta(days=300))
    plan = Plan(
        "x", core.clock(), core.clock() + timedelta(1), 3, By.NONE, 1, CODES, sheet.sample.coders
    )
    with pytest.raises(Invalid):
        await core.desk.draw(MARKUS, plan, past)


async def test_revealing_needs_the_right_and_a_reason_and_is_on_record(any_core: Core) -> None:
    core = any_core
    session = await core.visitor(identity=signed("cus-1", name="Gwendolyn"))
    conversation_id = await core.dialogue(session.caller, "Gwendolyn here, order 18842")
    for caller in (MARKUS, ANNA):
        with pytest.raises(NotAllowed):
            await core.reveals.reveal(caller, conversation_id, "they asked us to call")
    with pytest.raises(Invalid):
        await core.reveals.reveal(ADA, conversation_id, "  why \n ")
    assert await core.reveals.audit(ADA) == []
    shown = await core.reveals.reveal(ADA, conversation_id, "they asked us  to call")
    assert shown[0].text == "Gwendolyn here, order 18842"
    (line,) = await core.reveals.audit(ADA)
    assert (line.actor_id, line.conversation_id) == (ADA.agent_id, conversation_id)
    assert line.reason == "they asked us to call"
    await core.consents.erase_contact(ADA, session.contact.id)
    (line,) = await core.reveals.audit(ADA)
    assert (line.conversation_id, line.reason) == (None, "")


async def test_the_audit_is_paged_and_narrowed(any_core: Core) -> None:
    core = any_core
    for may_reveal in (True, False) * 2:
        await core.reveals.grant(ADA, MARKUS.agent_id, may_reveal=may_reveal)
    until = core.clock()
    core.clock.forward(minutes=1)
    made = await core.administration.add_account(
        ADA, "una@mail.test", "Una", Role.AGENT, "four words and more"
    )
    seen = await core.reveals.audit(ADA, piece=Slice(2))
    last = seen[-1]
    seen += await core.reveals.audit(ADA, piece=Slice(9, before=last.at, before_id=last.id))
    assert seen == await core.reveals.audit(ADA)
    assert len({line.id for line in seen}) == 5

    async def count(**wanted: Any) -> int:
        return len(await core.reveals.audit(ADA, AuditFilter(**wanted)))

    assert await count(action="reveal_granted") == 2
    assert await count(until=until + timedelta(seconds=1)) == 4
    assert await count(since=until + timedelta(seconds=1)) == 1
    assert (await count(actor_id=ADA.agent_id), await count(actor_id=made.id)) == (5, 0)
    assert (await count(words="UNA@ agent"), await count(words="una 100%")) == (1, 0)
    assert await count(words=MARKUS.name.upper()) == 4
    assert await count(conversation_id="another") == 0


async def test_a_marketer_is_given_the_right_and_loses_it(core: Core) -> None:
    assert [(one.agent.id, one.may_reveal) for one in await core.reveals.reviewers(ADA)] == [
        (MARKUS.agent_id, False)
    ]
    for _ in range(2):
        assert (await core.reveals.grant(ADA, MARKUS.agent_id, may_reveal=True)).may_reveal
    assert (await core.reveals.reviewers(ADA))[0].may_reveal
    await core.reveals.grant(ADA, MARKUS.agent_id, may_reveal=False)
    assert [line.action for line in await core.reveals.audit(ADA)] == [
        "reveal_taken_back",
        "reveal_granted",
    ]
    with pytest.raises(NotFound):
        await core.reveals.grant(ADA, ANNA.agent_id, may_reveal=True)
