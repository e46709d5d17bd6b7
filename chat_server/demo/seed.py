"""Fills an empty database with the demo and writes `demo.json` for whoever wants to try it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from chat_server.domain.agent import ApiKey, Role
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.ports import Store
from chat_server.services.accounts import Accounts
from chat_server.services.secret_box import SecretBox

from .data import DemoData, build

SEED = 7


class DemoNotes:
    """`demo.json`: addresses and passwords of the demo, readable by its owner only."""

    def __init__(self, var: Path) -> None:
        self._path = var / "demo.json"

    def read(self) -> dict[str, object]:
        """Empty when there is none."""
        if not self._path.exists():
            return {}
        notes: dict[str, object] = json.loads(self._path.read_text(encoding="utf-8"))
        return notes

    def write(self, notes: dict[str, object]) -> None:
        """Replaces it at once, mode 0600 from its first byte."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(notes, file, indent=2, ensure_ascii=False)
            file.write("\n")
        fresh.replace(self._path)

    def set_url(self, url: str) -> None:
        """The port may differ from the last start."""
        notes = self.read()
        if notes and notes.get("url") != url:
            self.write({**notes, "url": url})


async def seed(
    store: Store, accounts: Accounts, box: SecretBox, notes: DemoNotes, url: str, now: datetime
) -> bool:
    """False when the demo is there already."""
    async with store.read() as tx:
        if await tx.inboxes.all():
            return False
    demo = build(SEED, now)
    inbox_secret, api_key = new_token(), new_token()
    demo.inbox.secrets = {demo.inbox.key: box.close(inbox_secret)}
    demo.outlet.secrets = {demo.outlet.key: box.close(new_token())}
    agents = [
        account.agent(await accounts.hash_password(account.password), now)
        for account in demo.accounts
    ]
    async with store.begin() as tx:
        tx.add(
            demo.inbox,
            demo.outlet,
            ApiKey(new_id(), "demo", Role.ADMIN, token_digest(api_key), now),
        )
        groups: list[Sequence[object]] = [agents, *_groups(demo)]
        for group in groups:
            tx.add(*group)
            await tx.flush()
    notes.write(
        {
            "url": url,
            "inbox": demo.inbox.key,
            "inbox_secret": inbox_secret,
            "api_key": api_key,
            "accounts": [
                {
                    "email": agent.email,
                    "password": account.password,
                    "role": agent.role.value,
                    "name": agent.name,
                }
                for account, agent in zip(demo.accounts, agents, strict=True)
            ],
        }
    )
    return True


def _groups(demo: DemoData) -> list[list[object]]:
    """Each refers only to the ones before."""
    return [
        list(group)
        for group in (
            demo.canned_replies,
            demo.campaigns,
            demo.elements,
            demo.products,
            demo.customers,
            demo.orders,
            demo.incentives,
            demo.coupons,
            demo.touches,
            demo.contacts,
            demo.visitors,
            demo.conversations,
            demo.messages,
            demo.facts,
            demo.consents,
            demo.events,
            demo.response_events,
            demo.experiments,
            demo.exposures,
        )
    ]
