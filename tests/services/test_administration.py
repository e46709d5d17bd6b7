"""Accounts and inboxes made by administrators."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Role
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.ids import token_digest
from chat_server.domain.live import SessionEnded
from chat_server.domain.ownership import OwnerKind
from chat_server.services.access import AgentCaller
from tests.core.core import ADA, ANNA, MARKUS, signed, words

if TYPE_CHECKING:
    from tests.core.core import Core

FIRST, SECOND = "four words and more", "some other four words"
PLACE = {"locale": "is", "timezone": "Atlantic/Reykjavik"}


async def test_a_new_password_signs_everybody_out_of_the_account(core: Core) -> None:
    made = await core.administration.add_account(ADA, "Una@Mail.test", "Una", Role.AGENT, FIRST)
    token, _ = await core.accounts.sign_in("una@mail.test", FIRST)
    with pytest.raises(Invalid):
        await core.administration.set_password(ADA, made.id, "short")
    await core.accounts.authenticate(token)
    await core.administration.set_password(ADA, made.id, SECOND)
    assert core.told(SessionEnded) == [SessionEnded(token_digest(token))]
    with pytest.raises(NotAllowed):
        await core.accounts.authenticate(token)
    with pytest.raises(NotAllowed):
        await core.accounts.sign_in("una@mail.test", FIRST)
    assert (await core.accounts.sign_in("una@mail.test", SECOND))[1].id == made.id
    lines = {(line.action, line.reason) for line in await core.reveals.audit(ADA)}
    assert lines == {("account_made", "una@mail.test (agent)"), ("password_set", "una@mail.test")}


async def test_what_is_refused_leaves_no_line(core: Core) -> None:
    admin = core.administration
    for caller in (ANNA, MARKUS):
        with pytest.raises(NotAllowed):
            await admin.add_account(caller, "una@mail.test", "Una", Role.ADMIN, FIRST)
        with pytest.raises(NotAllowed):
            await admin.set_password(caller, ADA.agent_id, SECOND)
        with pytest.raises(NotAllowed):
            await admin.add_inbox(caller, "x", "X", [], locale="is", timezone="UTC")
    with pytest.raises(NotFound):
        await admin.set_password(ADA, "nobody", SECOND)
    with pytest.raises(Invalid):
        await admin.add_account(ADA, "una@mail.test", "Una", Role.BOT, FIRST)
    with pytest.raises(Invalid):
        await admin.add_inbox(ADA, "x", "X", ["https://shop.example/path"], **PLACE)
    assert await core.reveals.audit(ADA) == []


async def test_an_inbox_is_made_once_and_changes_its_websites(core: Core) -> None:
    shop = "https://shop.example"
    inbox, secret = await core.administration.add_inbox(ADA, "second", "Second", [shop], **PLACE)
    assert len(secret) > 30
    assert secret not in repr(inbox)
    with pytest.raises(Conflict):
        await core.administration.add_inbox(ADA, "second", "Again", [], **PLACE)
    with pytest.raises(Invalid):
        await core.inboxes.change(ADA, inbox.id, {"name": "X", "allowed_origins": ["shop"]})
    changed = {"name": "Shop", "greeting": "Hi", "allowed_origins": [f"{shop}:8443"]}
    await core.inboxes.change(ADA, inbox.id, changed)
    kept = await core.inboxes.one(ADA, inbox.id)
    assert {name: getattr(kept, name) for name in changed} == changed
    assert [line.reason for line in await core.reveals.audit(ADA)] == ["second"]


async def test_an_account_is_taken_away_and_what_it_answered_waits_again(any_core: Core) -> None:
    core = any_core
    made = await core.administration.add_account(ADA, "una@mail.test", "Una", Role.AGENT, FIRST)
    token, _ = await core.accounts.sign_in("una@mail.test", FIRST)
    una = await core.accounts.authenticate(token)
    asking = await core.visitor()
    conversation_id = await core.queued(asking.caller)
    epoch = (await core.assignments.accept(una, conversation_id)).conversation.owner.epoch
    await core.agents.send(una, conversation_id, epoch, "said-1", words("Una here."))
    await core.administration.remove_account(ADA, made.id)
    assert core.told(SessionEnded) == [SessionEnded(token_digest(token))]
    await core.routing.sweep()
    conversation = await core.conversation(conversation_id)
    assert conversation.owner.kind is OwnerKind.QUEUE
    said = [one for one in await core.messages(conversation_id) if one.text == "Una here."]
    assert [one.author.name for one in said] == ["Una"]
    for refused in (core.accounts.authenticate(token), core.accounts.sign_in(made.email, FIRST)):
        with pytest.raises(NotAllowed):
            await refused
    with pytest.raises(NotAllowed):
        await core.assignments.accept(una, conversation_id)
    with pytest.raises(NotFound):
        await core.assignments.assign(ADA, conversation_id, made.id)
    assert made.id not in {one.agent.id for one in await core.teams.colleagues(ADA)}
    with pytest.raises(NotFound):
        await core.administration.remove_account(ADA, made.id)
    with pytest.raises(NotFound):
        await core.administration.set_password(ADA, made.id, SECOND)
    again = await core.administration.add_account(ADA, "una@mail.test", "Una", Role.AGENT, FIRST)
    assert again.id != made.id


async def test_the_last_administrator_stays(any_core: Core) -> None:
    core = any_core
    admin = core.administration
    with pytest.raises(NotAllowed):
        await admin.remove_account(ANNA, MARKUS.agent_id)
    with pytest.raises(Conflict):
        await admin.remove_account(ADA, ADA.agent_id)
    other = await admin.add_account(ADA, "una@mail.test", "Una", Role.ADMIN, FIRST)
    una = AgentCaller(other.id, other.name, other.role)
    done = await asyncio.gather(
        admin.remove_account(ADA, other.id),
        admin.remove_account(una, ADA.agent_id),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in done) == ["Conflict", "NoneType"]


async def test_an_archived_inbox_ends_its_dialogues_and_begins_none(any_core: Core) -> None:
    core = any_core
    talking, silent = await core.visitor(), await core.visitor()
    await core.say(talking.caller, "Hello")
    inbox_id = talking.inbox.id
    await core.administration.archive_inbox(ADA, inbox_id, archived=True)
    again = await core.administration.archive_inbox(ADA, inbox_id, archived=True)
    assert again.archived_at is not None
    with pytest.raises(Conflict):
        await core.say(silent.caller, "Hello")
    for token in (None, silent.token):
        with pytest.raises(NotAllowed):
            await core.visitor(token=token)
    back = await core.visitor(token=talking.token)
    assert back.conversation is not None
    conversation_id = back.conversation.conversation.id
    await core.say(back.caller, "Still there?", conversation_id)
    assert "Still there?" in await core.texts(conversation_id)
    await core.administration.archive_inbox(ADA, inbox_id, archived=False)
    assert (await core.visitor()).inbox.archived_at is None
    lines = [line.action for line in await core.reveals.audit(ADA)]
    assert lines == ["inbox_restored", "inbox_archived"]


async def test_an_old_secret_is_valid_as_long_as_was_said(any_core: Core) -> None:
    core = any_core
    inbox_id = (await core.visitor()).inbox.id
    _, new, until = await core.administration.rotate_secret(ADA, inbox_id, timedelta(minutes=2))
    assert until == core.clock() + timedelta(minutes=2)
    for key in (None, new):
        for kid in ("hraun", None):
            assert (await core.visitor(identity=signed("k", key=key, kid=kid))).contact.identified
    with pytest.raises(NotAllowed):
        await core.visitor(identity=signed("k", key="guessed, but thirty-two bytes long"))
    core.clock.forward(minutes=2)
    for kid in ("hraun", None):
        with pytest.raises(NotAllowed):
            await core.visitor(identity=signed("k", kid=kid))
        assert (await core.visitor(identity=signed("k", key=new, kid=kid))).contact.identified
    _, newest, _ = await core.administration.rotate_secret(ADA, inbox_id, timedelta(0))
    with pytest.raises(NotAllowed):
        await core.visitor(identity=signed("k", key=new))
    assert (await core.visitor(identity=signed("k", key=newest))).contact.identified
