"""Accounts and inboxes made by administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Role
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.ids import token_digest
from chat_server.domain.live import SessionEnded
from tests.core.core import ADA, ANNA, MARKUS

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
