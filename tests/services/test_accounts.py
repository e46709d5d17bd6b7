"""Signing in, out, and proving who one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import argon2
import pytest
from argon2 import PasswordHasher

from chat_server.domain.agent import ApiKey, Availability, Role
from chat_server.domain.errors import NotAllowed
from chat_server.domain.ids import token_digest
from chat_server.domain.live import PresenceChanged, SessionEnded
from chat_server.services import accounts
from chat_server.services.accounts import SESSION_LIFETIME
from tests.core.core import ANNA, BOT_TOKEN

if TYPE_CHECKING:
    from tests.core.core import Core

PASSWORD = "correct horse battery staple"


async def give_password(core: Core) -> None:
    hashed = await core.accounts.hash_password(PASSWORD)
    assert hashed.startswith("$argon2id$")
    async with core.store.begin() as tx:
        anna = await tx.agents.get("anna")
        assert anna is not None
        anna.password_hash = hashed


async def test_a_password_costs_who_guesses_it_what_argon2_advises(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every other test hashes lightly.
    monkeypatch.setattr(accounts, "PasswordHasher", PasswordHasher)
    hashed = await core.accounts.hash_password(PASSWORD)
    advised = argon2.profiles.RFC_9106_LOW_MEMORY
    assert argon2.extract_parameters(hashed) == advised


async def test_a_session_is_as_good_as_its_account_until_it_ends(core: Core) -> None:
    await give_password(core)
    token, agent = await core.accounts.sign_in("Anna@Hraun.TEST", PASSWORD)
    caller = await core.accounts.authenticate(token)
    assert (caller.agent_id, caller.name, caller.role) == ("anna", "Anna", Role.AGENT)
    assert agent.id == "anna"
    await core.accounts.sign_out(caller)
    with pytest.raises(NotAllowed):
        await core.accounts.authenticate(token)
    assert core.told(SessionEnded) == [SessionEnded(token_digest(token))]


async def test_a_session_expires(core: Core) -> None:
    await give_password(core)
    token, _ = await core.accounts.sign_in("anna@hraun.test", PASSWORD)
    core.clock.forward(seconds=SESSION_LIFETIME.total_seconds() - 1)
    await core.accounts.authenticate(token)
    core.clock.forward(seconds=2)
    with pytest.raises(NotAllowed):
        await core.accounts.authenticate(token)


async def test_a_wrong_password_and_an_unknown_address_sound_alike(core: Core) -> None:
    await give_password(core)
    said = set()
    for email, password in (
        ("anna@hraun.test", "wrong"),
        ("nobody@hraun.test", PASSWORD),
        ("birna@hraun.test", PASSWORD),
        ("anna@hraun.test", ""),
    ):
        with pytest.raises(NotAllowed) as refused:
            await core.accounts.sign_in(email, password)
        said.add(refused.value.message)
    assert len(said) == 1


@pytest.mark.parametrize("token", ["", "unknown", "\udcff", BOT_TOKEN + " ", "x" * 10_000])
async def test_an_unknown_token_is_nobody(core: Core, token: str) -> None:
    with pytest.raises(NotAllowed):
        await core.accounts.authenticate(token)


async def test_the_bots_secret_is_the_bot(core: Core) -> None:
    caller = await core.accounts.authenticate(BOT_TOKEN)
    assert caller.role is Role.BOT
    with pytest.raises(NotAllowed):
        await core.accounts.account(caller)


async def test_a_key_has_the_rights_of_its_role(core: Core) -> None:
    async with core.store.begin() as tx:
        key = ApiKey("k1", "nightly export", Role.MARKETER, token_digest("secret"), core.clock())
        tx.add(key)
    caller = await core.accounts.authenticate("secret")
    assert (caller.role, caller.name) == (Role.MARKETER, "nightly export")
    with pytest.raises(NotAllowed):
        await core.accounts.set_availability(caller, Availability.ONLINE)


async def test_availability_is_told_to_colleagues_once(core: Core) -> None:
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    assert len(core.told(PresenceChanged)) == 1
    assert (await core.visitor()).agents_online
    await core.accounts.went_away(ANNA.agent_id)
    assert not (await core.visitor()).agents_online


async def test_a_key_that_was_connected_leaves_without_a_trace(core: Core) -> None:
    await core.accounts.went_away("k1")
    assert core.told(PresenceChanged) == []


async def test_colleagues_are_those_who_may_answer(core: Core) -> None:
    names = [one.agent.name for one in await core.teams.colleagues(ANNA)]
    assert names == ["Ada", "Anna", "Birna"]


async def test_a_connection_may_not_outlive_its_session(core: Core) -> None:
    await give_password(core)
    token, _ = await core.accounts.sign_in("anna@hraun.test", PASSWORD)
    caller = await core.accounts.authenticate(token)
    core.accounts.require_current(caller)
    core.clock.now += SESSION_LIFETIME
    with pytest.raises(NotAllowed):
        core.accounts.require_current(caller)
