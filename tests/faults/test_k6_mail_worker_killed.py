"""K6: the worker is killed between the commit of an answer and its e-mail, over and over; each mail arrives."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import pytest
import sqlalchemy as sa

from chat_server.clock import utc_now
from chat_server.domain.absence import REPLY_WINDOW, owe_reply
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation, Origin
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.mail import message_id
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.outbox import DeliveryState
from chat_server.domain.ownership import first_owner
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore
from chat_server.store.tables import outbox
from tests.faults.mail_worker import MailWorker
from tests.services.smtp_sink import SmtpSink

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.faults.report import Report
    from tests.faults.stage import Stage

_SENDER = "chat@hub.test"
_SLOW = 0.06
_MAILS = 200
_BATCH = 10
_FEWEST_KILLS = 5
_QUIET_WITHIN = 40.0
_LOOK_EVERY = 0.02
_IN_FLIGHT = sa.and_(outbox.c.state == DeliveryState.WAITING, outbox.c.leased_until.is_not(None))


@dataclass
class Post:
    """The answers committed so far, and what came of them; whoever commits them is not killed."""

    store: SqlStore
    engines: Engines
    sink: SmtpSink
    inbox_id: str
    promised: dict[str, str] = field(default_factory=dict)

    async def answer(self, count: int) -> None:
        """Each in a transaction of its own, as agents' replies are; due at once."""
        for _ in range(count):
            address = f"guest{len(self.promised)}@guest.test"
            self.promised[await self._answer(address)] = address

    async def _answer(self, address: str) -> str:
        now = utc_now() - 2 * REPLY_WINDOW
        contact = Contact(new_id(), self.inbox_id, now, now)
        visitor = Visitor(new_id(), self.inbox_id, contact.id, token_digest(new_token()), now)
        conversation, step = Conversation.open(
            inbox_id=self.inbox_id,
            contact_id=contact.id,
            visitor_id=visitor.id,
            client_id=new_id(),
            locale="en",
            bot=first_owner("Bot"),
            origin=Origin(),
            now=now,
        )
        conversation.reply_to, conversation.offline_at = address, now
        who = Author(AuthorKind.VISITOR, visitor.id)
        agent = Author(AuthorKind.AGENT, "anna", "Anna")
        step = (
            step.then(conversation.say(who, _words("Hello?"), new_id(), now))
            .then(conversation.hand_off(Handoff(HandoffReason.VISITOR_ASKED), who, now))
            .then(conversation.accept("anna", "Anna", now))
        )
        said = conversation.say(agent, _words(f"Here you are, {address}."), new_id(), now)
        owed = owe_reply(conversation, said.messages[0], now)
        assert owed is not None
        async with self.store.begin() as tx:
            for thing in (contact, visitor, conversation):
                tx.add(thing)
                await tx.flush()
            await tx.save(step.then(said))
            tx.add(owed)
        return owed.id

    async def count(self, *where: sa.ColumnElement[bool]) -> int:
        """Rows of the outbox."""
        async with self.engines.reader.connect() as connection:
            found = await connection.scalar(sa.select(sa.func.count(outbox.c.id)).where(*where))
        return int(found or 0)

    async def until_quiet(self) -> None:
        """Nothing waits any more."""
        async with asyncio.timeout(_QUIET_WITHIN):
            while await self.count(outbox.c.state == DeliveryState.WAITING):
                await asyncio.sleep(0.2)

    def verdict(self) -> dict[str, int]:
        """The receiver's view against what was promised."""
        domain = _SENDER.partition("@")[2]
        expected = {message_id(each, domain): to for each, to in self.promised.items()}
        came = Counter(mail.id for mail in self.sink.mails())
        wrong = [mail for mail in self.sink.mails() if expected.get(mail.id) != mail.to]
        return {
            "mails": len(expected),
            "missing": len(expected.keys() - came.keys()),
            "foreign": len(came.keys() - expected.keys()) + len(wrong),
            "distinct": len(came),
            "repeated": sum(came.values()) - len(came),
        }


def _words(text: str) -> dict[str, object]:
    return {"type": "text", "text": text}


class Victim(Protocol):
    """What sends mails and may be killed."""

    def start(self) -> None: ...
    def kill9(self) -> None: ...


@asynccontextmanager
async def _post(stage: Stage, folder: Path) -> AsyncIterator[Post]:
    sink = SmtpSink(folder, slow=_SLOW)
    await asyncio.to_thread(sink.start)
    engines = Engines(stage.database_url)
    try:
        store = SqlStore(engines, lambda _: None)
        async with store.read() as tx:
            inboxes = await tx.inboxes.all()
        yield Post(store, engines, sink, inboxes[0].id)
    finally:
        await engines.dispose()
        sink.stop()


def _environ(stage: Stage, post: Post) -> dict[str, str]:
    return {
        "DATABASE_URL": stage.database_url,
        "SMTP_URL": post.sink.url,
        "MAIL_FROM": _SENDER,
    }


async def _kill_while_sending(
    victim: Victim, post: Post, dice: random.Random, *, kills: int, batch: int, seconds: float
) -> tuple[int, int]:
    """Commits a batch while it is sent, kills at a random point of that, begins anew.

    Ends after `kills` or, on a slow machine, after so many seconds; how often it killed, and how often in mid-sending.
    """
    done = hit = 0
    until = time.monotonic() + seconds
    while done < kills and (time.monotonic() < until or done < _FEWEST_KILLS):
        before = len(post.sink.mails())
        feeding = asyncio.create_task(post.answer(batch))
        await asyncio.to_thread(victim.start)
        if done % 4:
            # Once the first of them came: then some are done, some under way and some not begun.
            async with asyncio.timeout(_QUIET_WITHIN):
                while len(post.sink.mails()) == before:
                    await asyncio.sleep(_LOOK_EVERY)
            await asyncio.sleep(dice.uniform(0, batch * _SLOW / 16))
        else:
            await asyncio.sleep(dice.uniform(0, 1.5))
        await asyncio.to_thread(victim.kill9)
        await feeding
        hit += bool(await post.count(_IN_FLIGHT))
        done += 1
    await asyncio.to_thread(victim.start)
    return done, hit


async def _judge(
    victim: Victim,
    post: Post,
    report: Report,
    seed: int,
    *,
    kills: int,
    seconds: float,
    mails: int = _MAILS,
) -> None:
    try:
        dice = random.Random(seed)
        done, hit = await _kill_while_sending(
            victim, post, dice, kills=kills, batch=_BATCH, seconds=seconds
        )
        await post.answer(max(0, mails - len(post.promised)))
        await post.until_quiet()
    finally:
        await asyncio.to_thread(victim.kill9)
    verdict = post.verdict()
    dead = await post.count(outbox.c.state != DeliveryState.SENT)
    report.count(kills=done, kills_in_mid_sending=hit, dead=dead, **verdict)
    assert verdict["mails"] >= mails
    assert done >= _FEWEST_KILLS
    assert hit >= done // 4, "the kills came too early or too late"
    assert (verdict["missing"], verdict["foreign"], dead) == (0, 0, 0)
    assert verdict["distinct"] == verdict["mails"]


@pytest.mark.fault("K6")
async def test_every_answer_is_mailed_however_often_its_worker_is_killed(
    make_stage: Callable[..., Stage], report: Report, seed: int, tmp_path: Path, *, long_tier: bool
) -> None:
    stage = make_stage("sqlite")
    async with _post(stage, tmp_path) as post:
        victim = MailWorker(_environ(stage, post))
        kills, seconds, mails = (60, 600.0, _MAILS) if long_tier else (10, 10.0, 100)
        await _judge(victim, post, report, seed, kills=kills, seconds=seconds, mails=mails)


@pytest.mark.long
@pytest.mark.fault("K6-hub")
async def test_every_answer_is_mailed_however_often_the_whole_hub_is_killed(
    make_stage: Callable[..., Stage], report: Report, seed: int, tmp_path: Path
) -> None:
    stage = make_stage("sqlite")
    async with _post(stage, tmp_path) as post:
        (hub,) = stage.hubs
        hub.environ |= _environ(stage, post)
        await _judge(hub, post, report, seed, kills=24, seconds=600.0)


@pytest.mark.fault("K6-control")
async def test_a_worker_that_calls_mails_sent_before_it_sends_them_is_found_out(
    make_stage: Callable[..., Stage], report: Report, seed: int, tmp_path: Path
) -> None:
    stage = make_stage("sqlite")
    async with _post(stage, tmp_path) as post:
        victim = MailWorker(_environ(stage, post), defect="sent_before_sending")
        try:
            done, _ = await _kill_while_sending(
                victim, post, random.Random(seed), kills=6, batch=2 * _BATCH, seconds=10.0
            )
            await post.until_quiet()
            # What was under way when nothing waited any more may still arrive.
            await asyncio.sleep(4 * _SLOW)
        finally:
            await asyncio.to_thread(victim.kill9)
        verdict = post.verdict()
    report.count(kills=done, **verdict)
    assert verdict["missing"] > 0, "the oracle passes a worker that loses mails"
