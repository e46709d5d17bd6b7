"""What a hub under test starts with: Hraun with its people and part of its goods, and a second shop beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from chat_server.clock import utc_now
from chat_server.demo import (
    campaigns,
    canned_replies,
    catalogue,
    coupons,
    customers,
    inbox,
    orders,
)
from chat_server.demo.accounts import accounts
from chat_server.domain.agent import ApiKey, Role
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.inbox import Inbox
from chat_server.services.accounts import Accounts
from chat_server.services.secret_box import SecretBox
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

if TYPE_CHECKING:
    from pathlib import Path

SHOP = "https://hraun.example"
OTHER_SHOP = "https://fjara.example"
OTHER_INBOX = "fjara"
SECRET_KEY = "the secret key of the hubs under test"
BOX = SecretBox(SECRET_KEY)
_SEED = 7
_ORDERS = 40


@dataclass(frozen=True)
class Notes:
    """What tests must know to sign in; the password is the same for every account."""

    inbox: str
    inbox_secret: str
    other_secret: str
    api_key: str
    password: str
    emails: dict[str, str]
    ids: dict[str, str]
    names: dict[str, str]

    def write(self, var: Path) -> None:
        """As the demo does, for the hub's shop."""
        known = {"url": "", "inbox": self.inbox, "inbox_secret": self.inbox_secret}
        (var / "demo.json").write_text(json.dumps(known))


async def fill(database_url: str) -> Notes:
    """Migrates and fills an empty database."""
    engines = Engines(database_url)
    await migrate(engines)
    store = SqlStore(engines, lambda _: None)
    now = datetime.now(UTC)
    password = new_token()
    hashed = await Accounts(store, utc_now, new_token()).hash_password(password)
    people = accounts()
    by_first_name = {person.email.partition("@")[0]: person for person in people}
    notes = Notes(
        inbox=inbox.KEY,
        inbox_secret=new_token(),
        other_secret=new_token(),
        api_key=new_token(),
        password=password,
        emails={name: person.email for name, person in by_first_name.items()},
        ids={name: person.id for name, person in by_first_name.items()},
        names={name: person.name for name, person in by_first_name.items()},
    )
    hraun = inbox.inbox()
    hraun.allowed_origins, hraun.secrets = [SHOP], {"k1": BOX.close(notes.inbox_secret)}
    fjara = _other(notes)
    key = ApiKey(new_id(), "tests", Role.ADMIN, token_digest(notes.api_key), now)
    groups: list[list[object]] = [
        [hraun, fjara, key, *(person.agent(hashed, now) for person in people)],
        [*canned_replies.canned_replies(), *campaigns.campaigns(now)],
        [*campaigns.elements(hraun.id, now)],
        *_shop(now),
    ]
    async with store.begin() as tx:
        for group in groups:
            tx.add(*group)
            await tx.flush()
    await engines.dispose()
    return notes


def _other(notes: Notes) -> Inbox:
    return Inbox(
        id=new_id(),
        key=OTHER_INBOX,
        name="Fjara",
        locale="is",
        timezone="Atlantic/Reykjavik",
        greeting="Sæl!",
        accent="#204060",
        bot_name="Alda",
        allowed_origins=[OTHER_SHOP],
        secrets={"k2": BOX.close(notes.other_secret)},
    )


def _shop(now: datetime) -> list[list[object]]:
    goods = catalogue.products(Random(f"{_SEED}:products"))
    people = customers.customers(Random(f"{_SEED}:customers"))
    placed = orders.orders(goods, people, Random(f"{_SEED}:orders"), now)
    anchored = {anchor.number for anchor in orders.ANCHORS}
    kept = [order for order in placed if order.number in anchored]
    kept += [order for order in placed if order.number not in anchored][:_ORDERS]
    told = [replace(code, incentive_id=None) for code in coupons.coupons(now)]
    return [list(goods), list(people), list(kept), list(told)]
