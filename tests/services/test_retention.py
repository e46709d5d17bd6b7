"""What was kept long enough goes, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.campaigns.mail import CampaignMail, MailState
from chat_server.domain.errors import NotAllowed
from chat_server.domain.live import ErasureBegun
from chat_server.domain.retention import KeptFor, Retention
from chat_server.services.element_report import ElementReports
from chat_server.services.retention import KeptReports, Sweeper
from chat_server.store.tables import (
    campaign_mails,
    campaigns,
    contacts,
    events,
    exposures,
    recall_statements,
    touches,
)
from tests.core.core import ANNA, MARKUS, heard
from tests.recount.test_verify import verified
from tests.services.test_element_report import LAPTOP, PHONE, ROBOT, make
from tests.services.test_erasure import make_findable
from tests.services.test_experiments import sees, started

if TYPE_CHECKING:
    from tests.core.core import Core


def sweeper(core: Core, text: str) -> Sweeper:
    return Sweeper(core.store, core.clock, Retention.of(text))


async def count(core: Core, table: sa.Table) -> int:
    async with core.engines.reader.connect() as connection:
        found = await connection.scalar(sa.select(sa.func.count()).select_from(table))
    return found or 0


async def test_who_was_not_seen_for_long_is_erased_with_a_receipt(any_core: Core) -> None:
    core = any_core
    old = await core.visitor()
    await core.dialogue(old.caller, "I was here long ago")
    core.clock.forward(days=40)
    new = await core.visitor()
    await core.dialogue(new.caller, "I am here now")
    assert await sweeper(core, "service=41").sweep() == {KeptFor.SERVICE: 0}
    assert await sweeper(core, "service=39").sweep() == {KeptFor.SERVICE: 1}
    assert await sweeper(core, "service=39").sweep() == {KeptFor.SERVICE: 0}
    assert await count(core, contacts) == 1
    async with core.store.read() as tx:
        receipts = await tx.erasures.undone(10)
    assert [one.counts["messages"] > 0 for one in receipts] == [True]
    assert (await core.identity.contact(new.caller)).id == new.contact.id


async def test_what_is_remembered_goes_and_the_dialogue_stays(any_core: Core) -> None:
    core = any_core
    core.bot.script = lambda _: heard(("product_interest", "anorak"))
    session = await core.visitor()
    conversation = await core.dialogue(session.caller, "I like the anorak")
    await make_findable(core)
    core.clock.forward(days=40)
    core.bot.script = lambda _: heard(("size", "L"))
    await core.dialogue(session.caller, "size L please")
    await make_findable(core)
    before = await count(core, recall_statements)
    told = len(core.told(ErasureBegun))
    found = await sweeper(core, "memory=39").sweep()
    assert found[KeptFor.MEMORY] > 1
    assert len(core.told(ErasureBegun)) > told, "figures that are kept ready are let go"
    held = await core.consents.export(session.caller)
    assert [item.fact.key for item in held.facts] == ["size"]
    assert 0 < await count(core, recall_statements) < before
    assert "I like the anorak" in await core.texts(conversation)


async def met(core: Core) -> dict[str, int]:
    """How many people came how far with the element, since ever."""
    now = core.clock()
    report = await ElementReports(core.store).one(MARKUS, "flyer", now - timedelta(days=400), now)
    return {"robots": report.robots, **{step.name: step.people for step in report.steps}}


async def test_who_met_an_element_long_ago_is_nobody_and_counts_as_before(any_core: Core) -> None:
    core = any_core
    await make(core)
    for opener in (PHONE, PHONE, LAPTOP, ROBOT):
        await core.elements.open("flyer", opener)
    looked = await core.visitor(element="flyer")
    talked = await core.visitor(element="flyer")
    await core.queued(talked.caller)
    core.clock.forward(days=40)
    await core.elements.open("flyer", PHONE)
    late = await core.visitor(element="flyer")
    core.clock.forward(seconds=1)
    before = await met(core)
    # Two browsers, one of which came back.
    assert (before["opened"], before["shown"], before["robots"]) == (2, 3, 1)
    # Two browsers, a robot, and who only looked.
    assert await sweeper(core, "analytics=35").sweep() == {KeptFor.ANALYTICS: 4}
    assert await sweeper(core, "analytics=35").sweep() == {KeptFor.ANALYTICS: 0}
    # A browser that comes back is another one then: that is what was forgotten.
    assert await met(core) == {**before, "opened": 3}
    async with core.engines.reader.connect() as connection:
        people = set(await connection.scalars(sa.select(touches.c.contact_id)))
        lines = await connection.execute(sa.select(events.c.contact_id, events.c.actor_id))
        told = {one for row in lines for one in row}
    assert looked.contact.id not in people | told
    assert {talked.contact.id, late.contact.id} <= people
    assert ROBOT.digest("") not in told
    found = await verified(core)
    assert [str(one) for one in found.differing] == []


async def test_what_is_kept_and_when_the_last_of_it_went_is_told(any_core: Core) -> None:
    core = any_core
    await core.visitor()
    core.clock.forward(days=40)
    await sweeper(core, "service=35, analytics=35").sweep()
    core.clock.forward(days=1)
    swept_at = core.clock()
    await sweeper(core, "service=35, analytics=35").sweep()
    retention = Retention.of("service=35, analytics=35, marketing=90")
    told = {one.purpose: one for one in await KeptReports(core.store, retention).all(MARKUS)}
    service, marketing = told[KeptFor.SERVICE], told[KeptFor.MARKETING]
    assert service.last is not None
    assert (service.days, service.last.gone) == (35, 1)
    assert service.last.swept_at == swept_at
    assert service.last.before == swept_at - timedelta(days=35)
    assert (marketing.days, marketing.last) == (90, None)
    assert (told[KeptFor.MEMORY].days, told[KeptFor.MEMORY].last) == (None, None)
    with pytest.raises(NotAllowed):
        await KeptReports(core.store, retention).all(ANNA)


async def test_newsletters_of_long_ago_are_nobodys(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    async with core.engines.writer.begin() as connection:
        await connection.execute(
            sa.insert(campaigns).values(
                id="c", name="Spring", created_at=core.clock(), state="done", plan={}, skipped={},
                mail_opened=0, mail_clicked=0, unsubscribed=0,
            )
        )  # fmt: skip
    async with core.store.begin() as tx:
        for name in ("old", "new"):
            tx.add(
                CampaignMail(name, "c", session.contact.id, "digest", MailState.SENT, core.clock())
            )
            core.clock.forward(days=40)
    assert await sweeper(core, "marketing=79").sweep() == {KeptFor.MARKETING: 1}
    async with core.engines.reader.connect() as connection:
        rows = (await connection.execute(sa.select(campaign_mails))).all()
    kept = {row.id: (row.contact_id == session.contact.id, row.address_digest) for row in rows}
    assert kept == {"old": (False, None), "new": (True, "digest")}


async def test_variants_seen_long_ago_without_an_answer_are_nobodys(any_core: Core) -> None:
    core = any_core
    experiment_id = await started(core)
    silent, answering = await core.visitor(), await core.visitor()
    for session in (silent, answering):
        await sees(core, session)
    await core.dialogue(answering.caller, "hello")
    core.clock.forward(days=40)
    # While it runs, who comes back is to see the same.
    assert await sweeper(core, "experiments=30").sweep() == {KeptFor.EXPERIMENTS: 0}
    await core.experiments.end(MARKUS, experiment_id)
    core.clock.forward(days=40)
    before = await core.experiments.report(MARKUS, experiment_id)
    assert await sweeper(core, "experiments=45").sweep() == {KeptFor.EXPERIMENTS: 0}
    assert await sweeper(core, "experiments=30").sweep() == {KeptFor.EXPERIMENTS: 1}
    assert await sweeper(core, "experiments=30").sweep() == {KeptFor.EXPERIMENTS: 0}
    async with core.engines.reader.connect() as connection:
        people = set(await connection.scalars(sa.select(exposures.c.contact_id)))
        seen = sa.select(events.c.contact_id).where(events.c.type == "exposed")
        told = set(await connection.scalars(seen))
    assert people == told
    assert answering.contact.id in people
    assert silent.contact.id not in people
    after = await core.experiments.report(MARKUS, experiment_id)
    assert replace(after, deal=before.deal) == before
    assert [str(one) for one in (await verified(core)).differing] == []
