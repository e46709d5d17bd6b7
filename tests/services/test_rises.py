"""A sudden rise is found once, shown, and told by mail once to each who wants that, whatever fails on the way."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.errors import NotAllowed
from chat_server.domain.ids import new_id
from chat_server.domain.outbox import MOST_ATTEMPTS
from chat_server.domain.ports import DialogueFilter, MailError, Slice
from chat_server.mail.memory import MemoryMailer
from chat_server.services.access import AgentCaller
from chat_server.services.outbox import LEASE, Outbox
from chat_server.services.rises import Rises
from chat_server.store import tables as t
from tests.core.core import ADA, ANNA, MARKUS
from tests.core.letters import run, states

if TYPE_CHECKING:
    from tests.core.core import Core

DAY = timedelta(days=1)
SITE = "https://hub.test"


async def begun(core: Core, at: datetime, intent: str, count: int) -> None:
    """So many dialogues with this intent."""
    row = {
        "inbox_id": "inbox-hraun",
        "channel": "website",
        "language": "en",
        "opened_at": at,
        "intents": [intent],
        "memory_arm": "none",
        "agents": [],
    }
    numbers = {
        one.name: 0
        for one in t.response_events.c
        if isinstance(one.type, sa.Integer) and not one.nullable
    }
    rows = [
        {**numbers, **row, "conversation_id": new_id(), "contact_id": new_id()}
        for _ in range(count)
    ]
    async with core.engines.writer.begin() as connection:
        await connection.execute(sa.insert(t.response_events), rows)


async def usual(core: Core) -> datetime:
    """Twenty quiet days; noon of yesterday."""
    # An hour that is neither close to the day's end nor to its begin, whenever the test runs.
    core.clock.now = core.clock.now.astimezone(UTC).replace(hour=15)
    noon = core.clock().replace(hour=12) - DAY
    for days in range(1, 21):
        await begun(core, noon - days * DAY, "track_order", 2)
    return noon


@pytest.fixture
async def rises(any_core: Core) -> Rises:
    made = Rises(any_core.store, any_core.clock, mail=True)
    noon = await usual(any_core)
    assert await made.look() == 0
    await made.want_mails(MARKUS, wanted=True)
    await begun(any_core, noon, "complain", 12)
    return made


def box(core: Core, mailer: MemoryMailer) -> Outbox:
    return Outbox(core.store, core.clock, mailer, site=SITE)


async def test_a_rise_is_told_once_to_who_wants_it_with_the_way_to_its_dialogues(
    any_core: Core, rises: Rises
) -> None:
    core, mailer = any_core, MemoryMailer()
    assert await rises.look() == 1
    assert await rises.look() == 0
    assert await run(core, box(core, mailer)) == 1
    (mail,) = mailer.sent
    assert mail.to == "markus@hraun.test"
    assert mail.subject == "A sudden rise: Complain"
    day = (core.clock() - DAY).date().isoformat()
    asked = f"{SITE}/marketing/dialogues?from={day}&until={day}&intent=complain"
    assert asked in mail.text
    assert asked.replace("&", "&amp;") in mail.html
    assert f"Complain: 12 dialogues in a day up to {day} (UTC), usually 0.0" in mail.text
    core.clock.forward(days=1)
    await begun(core, core.clock() - DAY, "complain", 30)
    # What goes on is the same rise.
    assert await rises.look() == 0
    found = await rises.recent(MARKUS)
    assert [(one.key, one.count, one.day) for one in found.found] == [("complain", 12, day)]
    assert found.mails
    since = datetime.fromisoformat(day).replace(tzinfo=UTC)
    wanted = DialogueFilter(intent="complain", since=since, until=since + DAY)
    rows = (await core.transcripts.response_events(MARKUS, wanted, Slice(limit=50))).items
    assert len(rows) == 12


async def test_two_hubs_that_look_at_once_promise_one_mail(any_core: Core, rises: Rises) -> None:
    core, mailer = any_core, MemoryMailer()
    found = await asyncio.gather(*(rises.look() for _ in range(4)))
    assert sum(found) == 1
    await run(core, box(core, mailer))
    assert len(mailer.sent) == 1


async def test_nobody_is_written_to_who_ended_it_or_reads_no_reports(
    any_core: Core, rises: Rises
) -> None:
    core, mailer = any_core, MemoryMailer()
    await rises.want_mails(ADA, wanted=True)
    await rises.want_mails(ADA, wanted=True)
    await rises.look()
    await rises.want_mails(MARKUS, wanted=False)
    async with core.engines.writer.begin() as connection:
        ada = t.agents.c.id == ADA.agent_id
        await connection.execute(sa.update(t.agents).where(ada).values(role="agent"))
    assert await run(core, box(core, mailer)) == 2
    assert mailer.sent == []
    assert {state for state, _ in await states(core)} == {"needless"}
    for caller in (ANNA, AgentCaller("key", "a programme", MARKUS.role)):
        with pytest.raises(NotAllowed):
            await rises.want_mails(caller, wanted=True)


async def test_a_failed_mail_is_tried_again_and_a_doubtful_one_is_not(
    any_core: Core, rises: Rises
) -> None:
    core, mailer = any_core, MemoryMailer()
    outbox = box(core, mailer)
    await rises.look()
    mailer.error = MailError("451 <markus@hraun.test> later", for_good=False)
    assert await run(core, outbox) == 1
    assert await states(core) == [("waiting", "451 <the address> later")]
    mailer.error = None
    assert await run(core, outbox, seconds=40) == 1
    assert len(mailer.sent) == 1
    await begun(core, core.clock() - DAY, "return_item", 15)
    await rises.look()
    mailer.error = MailError("no answer", for_good=False, unsure=True)
    assert await run(core, outbox) == 1
    mailer.error = None
    assert await run(core, outbox, hours=2) == 0
    assert ("dead", "unsure") in await states(core)
    assert len(mailer.sent) == 1


async def test_what_a_dead_hub_may_have_sent_is_not_sent_again(
    any_core: Core, rises: Rises
) -> None:
    core, mailer = any_core, MemoryMailer()
    outbox = box(core, mailer)
    await rises.look()
    assert await outbox._claim() is not None
    assert await run(core, outbox, seconds=LEASE.total_seconds() + 1) == 1
    assert mailer.sent == []
    assert await states(core) == [("dead", "unsure")]


async def test_it_is_given_up_after_as_many_tries_as_other_mails(
    any_core: Core, rises: Rises
) -> None:
    core, mailer = any_core, MemoryMailer(error=MailError("no route", for_good=False))
    await rises.look()
    tries = 0
    while (ran := await run(core, box(core, mailer), hours=2)) and tries < 50:
        tries += ran
    assert tries == MOST_ATTEMPTS


async def test_without_a_mail_server_rises_are_shown_and_nothing_is_promised(core: Core) -> None:
    made = Rises(core.store, core.clock, mail=False)
    noon = await usual(core)
    await made.want_mails(MARKUS, wanted=True)
    await begun(core, noon, "complain", 12)
    assert await made.look() == 1
    found = await made.recent(MARKUS)
    assert ([one.key for one in found.found], found.can_mail) == (["complain"], False)
    assert await states(core) == []
