"""The first accounts and inboxes, and secrets that only the installation can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.agent import Role
from chat_server.domain.errors import Conflict, Invalid, Unavailable
from chat_server.services.secret_box import SecretBox
from chat_server.services.setup import Setup
from chat_server.store.tables import inboxes
from tests.core.core import BOX

if TYPE_CHECKING:
    from tests.core.core import Core

PASSWORD = "four words and more"
PLACE = {"locale": "en", "timezone": "Atlantic/Reykjavik"}


@pytest.fixture
def setup(core: Core) -> Setup:
    return Setup(core.store, core.clock, core.accounts, BOX)


async def test_a_new_account_signs_in(core: Core, setup: Setup) -> None:
    made = await setup.add_account(" Una@Shop.Example ", "Una", Role.ADMIN, PASSWORD)
    token, agent = await core.accounts.sign_in("una@shop.example", PASSWORD)
    assert agent.id == made.id
    assert (await core.accounts.authenticate(token)).role is Role.ADMIN


async def test_an_address_has_one_account(setup: Setup) -> None:
    await setup.add_account("una@shop.example", "Una", Role.AGENT, PASSWORD)
    with pytest.raises(Conflict):
        await setup.add_account("UNA@shop.example", "Una", Role.ADMIN, PASSWORD)


@pytest.mark.parametrize(
    ("email", "name", "password"),
    [
        ("una@shop.example", "Una", "short"),
        ("una", "Una", PASSWORD),
        ("una@shop.example", " ", PASSWORD),
    ],
)
async def test_half_an_account_is_none(setup: Setup, email: str, name: str, password: str) -> None:
    with pytest.raises(Invalid):
        await setup.add_account(email, name, Role.AGENT, password)


async def test_a_new_inbox_lets_its_website_in_and_keeps_its_secret_closed(
    core: Core, setup: Setup
) -> None:
    _, secret = await setup.add_inbox("new", "New", ["https://new.example"], **PLACE)
    assert await core.identity.inbox_for("https://new.example") == "new"
    async with core.engines.reader.connect() as connection:
        stored = await connection.scalar(sa.select(inboxes.c.secrets).where(inboxes.c.key == "new"))
    assert stored is not None
    assert secret not in str(stored)
    assert BOX.open(stored["new"]) == secret


@pytest.mark.parametrize("origin", ["*", "https://new.example/", "new.example", "javascript:1"])
async def test_an_origin_is_scheme_and_host(setup: Setup, origin: str) -> None:
    with pytest.raises(Invalid):
        await setup.add_inbox("new", "New", [origin], **PLACE)


async def test_a_key_has_one_inbox_and_a_time_zone_that_exists(setup: Setup) -> None:
    with pytest.raises(Conflict):
        await setup.add_inbox("hraun", "Hraun", ["https://new.example"], **PLACE)
    with pytest.raises(Invalid):
        await setup.add_inbox("new", "New", [], locale="en", timezone="Middle/Earth")


def test_a_secret_opens_only_with_its_key() -> None:
    closed = SecretBox("one").close("word")
    assert SecretBox("one").open(closed) == "word"
    with pytest.raises(Unavailable):
        SecretBox("two").open(closed)
